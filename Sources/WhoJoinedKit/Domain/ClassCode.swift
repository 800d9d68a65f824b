/// A class, form or teaching group, as written on the roster or timetable. Compared with `key`.
struct ClassCode: Hashable, Comparable, Sendable, CustomStringConvertible {
    var text: String
    init(_ text: String) { self.text = text }
    var description: String { text }
    /// Without blanks and case: `7a`, `7 A` and `7A` are one class to a timetable.
    var key: String {
        if text.utf8.allSatisfy({ $0 > .space && $0 < .delete }) { return text.lowercased() }
        return text.unicodeScalars.filter { !$0.properties.isWhitespace }.map(\.properties.lowercaseMapping).joined()
    }
    static func < (a: ClassCode, b: ClassCode) -> Bool { a.text < b.text }
}

/// `4B;4C` is two classes. Each stands in the list once.
func classCodes(in text: String) -> [ClassCode] {
    var found: [ClassCode] = []
    for part in text.utf8.split(separator: .semicolon) {
        let code = part.drop { $0 <= .space }
        guard let end = code.lastIndex(where: { $0 > .space }) else { continue }
        let new = ClassCode(String(Substring(code[...end])))
        if !found.contains(where: { $0.key == new.key }) { found.append(new) }
    }
    return found
}
