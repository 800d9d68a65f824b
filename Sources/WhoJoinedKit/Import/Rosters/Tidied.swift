import Foundation

/// A cell as rosters are compared and shown: NFC, one blank between words, no invisible characters, trimmed.
///
/// Case and apostrophes stay as written; comparing names is another step.
func tidied(_ bytes: ArraySlice<UInt8>) -> String {
    var isPlain = true
    var last: UInt8 = .space
    for byte in bytes {
        if byte < .space || byte >= .delete || byte == .space && last == .space {
            isPlain = false
            break
        }
        last = byte
    }
    if isPlain, last != .space || bytes.isEmpty { return String(decoding: bytes, as: UTF8.self) }
    return tidied(String(decoding: bytes, as: UTF8.self))
}

func tidied(_ text: String) -> String {
    var found = String.UnicodeScalarView()
    var isBlankDue = false
    let composed = text.utf8.allSatisfy { $0 < .beyondASCII } ? text : text.precomposedStringWithCanonicalMapping
    for scalar in composed.unicodeScalars {
        if scalar.properties.isWhitespace || scalar == "\u{00A0}" {
            isBlankDue = !found.isEmpty
        } else if !isInvisible(scalar) {
            if isBlankDue { found.append(" ") }
            isBlankDue = false
            found.append(scalar)
        }
    }
    return String(found)
}

private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{0}"..<" ", "\u{7F}", "\u{AD}", "\u{200B}"..."\u{200F}", "\u{202A}"..."\u{202E}", "\u{2060}"..."\u{2069}",
        "\u{FEFF}":
        true
    default: false
    }
}

/// A part of a name; the placeholders that an MIS demands from people of one name are no part.
func namePart(_ text: String) -> String {
    if text.isEmpty || text.utf8.count > 3 { return text }
    return [".", "-", "–", "—", "_", "0"].contains(text) ? "" : text
}

/// `12. Vane, Cleo` of a numbered list is Vane, Cleo.
func withoutNumber(_ name: String) -> String {
    guard name.utf8.first?.isASCIIDigit == true else { return name }
    let rest = name.utf8.drop { $0.isASCIIDigit }
    guard let sign = rest.first, sign == .fullStop || sign == .closingParenthesis, rest.dropFirst().first == .space
    else { return name }
    return tidied(String(Substring(rest.dropFirst())))
}

/// `="0042"` and `'0042` are 0042; `#N/A` and the other errors of a spreadsheet are an empty cell.
func withoutSpreadsheetSigns(_ text: String) -> String {
    if text.utf8.starts(with: "=\"".utf8), text.utf8.last == .quotationMark, text.utf8.count > 2 {
        return tidied(String(text.dropFirst(2).dropLast()))
    }
    if text.utf8.first == .apostrophe, text.utf8.dropFirst().first?.isASCIIDigit == true {
        return String(text.dropFirst())
    }
    return isSpreadsheetError(text) ? "" : text
}

/// `#N/A`, `#REF!`, `#GETTING_DATA`, `########`, in any language that a spreadsheet speaks: `#WERT!`, `#NOM?`.
func isSpreadsheetError(_ text: String) -> Bool {
    guard text.utf8.first == .numberSign, text.utf8.count > 2 else { return false }
    if text.utf8.allSatisfy({ $0 == .numberSign }) { return true }
    let upper = text.uppercased()
    if ["#N/A", "#NV", "#N/D", "#GETTING_DATA"].contains(upper) { return true }
    let ending: [UInt8] = [.exclamationMark, .questionMark]
    return ending.contains(upper.utf8.last!)
        && upper.unicodeScalars.dropFirst().allSatisfy {
            $0.properties.isUppercase || "/_!?\u{A1}0".unicodeScalars.contains($0)
        }
}

/// A number of a person, as a spreadsheet may have written it: 4201.0 and 4,201 are 4201.
func wholeNumber(_ text: String) -> String {
    if text.utf8.contains(.comma), let number = withoutThousands(text) { return number }
    if text.utf8.last != .digitZero { return text }
    for ending in [".0", ".00", ",0", ",00"] where text.utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8) {
        let rest = text.dropLast(ending.count)
        if !rest.isEmpty, rest.utf8.allSatisfy({ $0.isASCIIDigit }) { return String(rest) }
    }
    return text
}

private func withoutThousands(_ text: String) -> String? {
    let groups = text.utf8.split(separator: .comma, omittingEmptySubsequences: false)
    guard groups.count > 1, (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }),
        groups.allSatisfy({ $0.allSatisfy { $0.isASCIIDigit } })
    else { return nil }
    return groups.map { String(Substring($0)) }.joined()
}

extension Collection<String?> {
    /// How often each text is there.
    var occurrences: [String: Int] {
        var counts: [String: Int] = [:]
        counts.reserveCapacity(count)
        for case let text? in self { counts[text, default: 0] += 1 }
        return counts
    }
}

extension String {
    /// `nil` for an empty text.
    var orNil: String? { isEmpty ? nil : self }
}

/// Numbers lose their zeros in spreadsheets: they are compared without them.
func withoutLeadingZeros(_ text: String) -> String {
    let rest = text.drop { $0 == "0" }
    return rest.isEmpty ? text : String(rest)
}

/// `4.20E+03`: the digits are lost.
func isShortened(_ id: String) -> Bool {
    id.utf8.first?.isASCIIDigit == true && id.uppercased().utf8.containsText("E+")
}

/// Title, given and family name in one text, of those that are there.
func joined(_ parts: String...) -> String { parts.filter { !$0.isEmpty }.joined(separator: " ") }
