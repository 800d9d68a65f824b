extension ColumnMap {
    static let arbor = ColumnMap(
        name: "Arbor",
        spellings: [
            (.misID, ["Arbor Student ID", "Arbor ID"]),
            (.year, ["Year group(s) this academic year", "NC Year(s) for today", "Year group"]),
            (
                .registrationGroup,
                ["Registration form(s) this academic year", "Registration form(s) for today", "Registration form(s)"]
            ),
            (.courses, ["Courses/classes", "Courses/classes this academic year"]),
            (.pupilEmail, ["Email Address (Main)"]),
            (.priority, ["Emergency contact"]),
        ])
}

/// Arbor's `Courses/classes` cell: `Year 8: Science: 8y/Sc1 (Dr P Nair, Miss A Clegg), Year 8: 8A`.
///
/// - Returns: the last part of each as the class, the middle of three as its subject. Teachers in brackets are dropped.
func arborClasses(_ cell: String) -> [(name: String, subject: String?)] {
    if cell.isEmpty { return [] }
    var found: [(name: String, subject: String?)] = []
    for label in splitOutsideBrackets(cell) {
        var text = label
        while text.utf8.last == .closingParenthesis, let open = text.utf8.lastIndex(of: .openingParenthesis) {
            text = tidied(String(text[..<open]))
        }
        let parts = text.split(separator: ":").map { tidied(String($0)) }
        if let last = parts.last, !last.isEmpty { found.append((last, parts.count == 3 ? parts[1].orNil : nil)) }
    }
    return found
}

private func splitOutsideBrackets(_ text: String) -> [String] {
    var parts: [[UInt8]] = [[]]
    var depth = 0
    for byte in text.utf8 {
        switch byte {
        case .openingParenthesis: depth += 1
        case .closingParenthesis: depth = max(0, depth - 1)
        default: break
        }
        if depth == 0, [.comma, .semicolon, .verticalBar].contains(byte) {
            parts.append([])
        } else {
            parts[parts.count - 1].append(byte)
        }
    }
    return parts.map { tidied($0[...]) }.filter { !$0.isEmpty }
}
