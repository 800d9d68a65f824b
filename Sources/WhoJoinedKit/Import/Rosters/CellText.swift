import Foundation

/// A cell as rosters are compared and shown: NFC, one blank between words, no invisible characters, trimmed.
///
/// Case and apostrophes stay as written; comparing names is another step. Source: `formats/rosters.md` §2.5.
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

/// T/F, True/False, Yes/No, Y/N, 1/0. Anything else is unknown, never "no".
func truth(_ text: String) -> Bool? {
    if text.isEmpty { return nil }
    return switch text.lowercased() {
    case "t", "true", "yes", "y", "1": true
    case "f", "false", "no", "n", "0": false
    default: nil
    }
}

/// `="0042"` and `'0042` are 0042; `#N/A` and the other errors of a spreadsheet are an empty cell.
func withoutSpreadsheetSigns(_ text: String) -> String {
    if text.utf8.starts(with: "=\"".utf8), text.utf8.last == .quotationMark, text.utf8.count > 2 {
        return tidied(String(text.dropFirst(2).dropLast()))
    }
    if text.utf8.first == .apostrophe, text.utf8.dropFirst().first?.isASCIIDigit == true {
        return String(text.dropFirst())
    }
    let upper = text.uppercased()
    let errors = ["#N/A", "#REF!", "#VALUE!", "#NAME?", "#NULL!", "#NUM!", "#DIV/0!", "#SPILL!", "#CALC!", "#FIELD!"]
    let isFilling = upper.utf8.count > 2 && upper.utf8.allSatisfy { $0 == .numberSign }
    return isFilling || errors.contains(upper) ? "" : text
}

/// A number of a person, as a spreadsheet may have written it: 4201.0 is 4201.
func wholeNumber(_ text: String) -> String {
    for ending in [".0", ".00"] where text.utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8) {
        let rest = text.dropLast(ending.count)
        if !rest.isEmpty, rest.utf8.allSatisfy({ $0.isASCIIDigit }) { return String(rest) }
    }
    return text
}

/// A day as an export or a spreadsheet writes it in a column of dates: 46220, 20260722, `Jul 22, 2026`.
func dayOfColumn(_ text: String) -> Day? {
    if text.utf8.count == 5, let serial = Int(text), (20_000..<70_000).contains(serial) {
        return Day(year: 2000, month: 1, day: 1).map { Day(number: $0.number + serial - 36_526) }
    }
    if text.utf8.count == 8, text.utf8.allSatisfy({ $0.isASCIIDigit }) {
        let parts = (text.prefix(4), text.dropFirst(4).prefix(2), text.suffix(2))
        return Day(iso: "\(parts.0)-\(parts.1)-\(parts.2)")
    }
    let words = text.split { $0 == " " || $0 == "," }.map(String.init)
    if words.count >= 3, Int(words[0]) == nil, Int(words[1]) != nil {
        return SlashDates().day("\(words[1]) \(words[0]) \(words[2])")
    }
    return nil
}

/// Totals, counts and signatures below a list.
func isRemark(_ text: String) -> Bool {
    let lower = text.lowercased()
    let starts = [
        "total", "count", "printed", "page ", "end of", "report", "generated", "number of", "created on", "exported",
        "boys:", "girls:", "boys ", "girls ", "sum of", "subtotal", "grand total", "signed", "signature", "source:",
        "confidential", "points possible", "produced by", "run by", "as at",
    ]
    if starts.contains(where: { lower.utf8.starts(with: $0.utf8) }) { return true }
    let words = lower.split(separator: " ")
    return words.count == 2 && Int(words[0]) != nil
        && ["pupils", "pupil", "students", "student", "children", "records", "rows", "boys", "girls"].contains(words[1])
}

/// A restriction as a school writes it: whatever is filled in and is no plain no restricts.
func restricts(_ text: String) -> Bool? {
    if text.isEmpty { return nil }
    let plainNo: Set<String> = [
        "no", "n", "f", "false", "0", "none", "nil", "n/a", "na", "not applicable", "none known", "none recorded",
        "no restriction", "no restrictions", "no court order", "-", "–", "—", "blank",
    ]
    return !plainNo.contains(statement(text))
}

/// Parental responsibility: what begins with a no is a no, what nobody knows is neither.
func hasResponsibility(_ text: String) -> Bool? {
    let said = statement(text)
    if let plain = truth(said) { return plain }
    let first = said.prefix { $0.isLetter }
    if ["no", "none", "never", "without", "removed", "revoked", "refused", "lost"].contains(first) { return false }
    if said == "no one" || said == "n/a" { return nil }
    return first == "yes" || said == "has parental responsibility" || said == "full" ? true : nil
}

/// Lower case, without a full stop at the end.
private func statement(_ text: String) -> String {
    var lower = text.lowercased()
    while lower.utf8.last == .fullStop { lower.removeLast() }
    return lower
}

/// `2`, `2nd`, `Priority 2`, `second`, `Secondary`: who is told first.
func contactPriority(_ text: String) -> Int? {
    let words = Header(text).words
    for word in words {
        if let number = Int(word), (0...99).contains(number) { return number }
    }
    let ordinals = [["first", "primary", "main"], ["second", "secondary"], ["third", "tertiary"], ["fourth"]]
    return ordinals.firstIndex { !$0.allSatisfy { !words.contains($0) } }.map { $0 + 1 }
}

/// `9`, `Year  9`, `Yr 9`, `Y09`, `NC Year 9` are `9`; `R`, `Reception`, `KG` are `R`; anything else stays as written.
func schoolYear(_ text: String) -> String? {
    if text.isEmpty { return nil }
    var rest = text.lowercased()[...]
    for word in ["nc", "national curriculum", "school"] { rest = rest.dropping(word) }
    for word in ["year", "yr", "y", "grade"] where rest.utf8.starts(with: word.utf8) {
        rest = rest.dropping(word)
        break
    }
    for word in ["group", "."] { rest = rest.dropping(word) }
    if let number = Int(rest), (0...14).contains(number) { return number == 0 ? "R" : String(number) }
    return ["r", "reception", "rec", "kg", "year r", "yr r"].contains(String(rest)) ? "R" : text
}

extension Substring {
    /// Without this prefix and the blanks around it.
    fileprivate func dropping(_ word: String) -> Substring {
        var rest = self
        if rest.utf8.starts(with: word.utf8) { rest = rest.dropFirst(word.count) }
        return rest.drop { $0 == " " }
    }
}

func specialNeeds(_ text: String) -> Pupil.SEN? {
    if text.isEmpty { return nil }
    let lower = text.lowercased()
    func starts(_ word: String) -> Bool { lower.utf8.starts(with: word.utf8) }
    if starts("n") { return Pupil.SEN.none }
    if lower == "k" || starts("k ") || starts("k-") || starts("sen support") || starts("k:") { return .support }
    if lower == "e" || starts("e ") || starts("e-") || starts("ehc") || starts("education, health")
        || starts("education health") || starts("e:")
    {
        return .plan
    }
    return .other
}

/// Lower case; `nil` unless it is one plain address: what stands here may be handed to a mail program.
func emailAddress(_ text: String) -> String? {
    let lower = text.lowercased()
    let bytes = Array(lower.utf8)
    guard let at = bytes.firstIndex(of: .at), (1...64).contains(at), bytes.count - at - 1 <= 253, bytes[0] != .hyphen
    else { return nil }
    var label = 0
    var hasDot = false
    for i in 0...bytes.count {
        if i == at || i == bytes.count || bytes[i] == .fullStop {
            let isOfDomain = label > at
            if i == label || isOfDomain && (bytes[label] == .hyphen || bytes[i - 1] == .hyphen) { return nil }
            hasDot = hasDot || isOfDomain && i < bytes.count
            label = i + 1
        } else if !(i < at ? isAddressSign(bytes[i]) : isLetterOrDigit(bytes[i]) || bytes[i] == .hyphen) {
            return nil
        }
    }
    return hasDot ? lower : nil
}

private func isAddressSign(_ byte: UInt8) -> Bool {
    switch byte {
    case _ where isLetterOrDigit(byte): true
    // _ + - ' & # ~ !
    case .underscore, .plus, .hyphen, .apostrophe, .ampersand, .numberSign, .tilde, .exclamationMark: true
    default: false
    }
}

private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte.isASCIIDigit || byte.isASCIISmallLetter || byte.isASCIICapital
}

/// Digits with an optional leading `+`.
///
/// - Returns: `nil` without any digit; `isRestored` when a spreadsheet had eaten the leading 0.
func phoneNumber(_ text: String) -> (number: String, isRestored: Bool)? {
    var digits = ""
    var hasPlus = false
    for scalar in text.unicodeScalars {
        if let value = scalar.properties.numericType == .decimal ? scalar.properties.numericValue : nil {
            digits += String(Int(value))
        } else if scalar == "+", digits.isEmpty {
            hasPlus = true
        }
    }
    if digits.isEmpty { return nil }
    if hasPlus { return ("+" + digits, false) }
    if digits.utf8.count == 10, "1237".utf8.contains(digits.utf8.first!) { return ("0" + digits, true) }
    return (digits, false)
}

/// How the slash dates of one file are written: a second part above 12 (and no first one) makes them month first.
struct SlashDates {
    var isMonthFirst = false

    init() {}

    /// - Parameter monthFirst: what holds where no date tells.
    init(_ texts: some Sequence<String>, orMonthFirst monthFirst: Bool = false) {
        var (firstAbove, secondAbove) = (false, false)
        for text in texts where text.utf8.contains(.slash) {
            let parts = text.utf8.prefix { $0 != .space }.split(separator: .slash)
            guard parts.count == 3, let a = Int(Substring(parts[0])), let b = Int(Substring(parts[1])) else { continue }
            firstAbove = firstAbove || a > 12
            secondAbove = secondAbove || b > 12
        }
        isMonthFirst = !firstAbove && (secondAbove || monthFirst)
    }

    /// ISO, D/M/Y (also with `.` or `-`), `D Mon YYYY`, a weekday before it; what follows the date (a time) is left
    /// alone.
    func day(_ text: String) -> Day? {
        var words = text.utf8.split { $0 == .space || $0 == .comma }[...]
        if let first = words.first, first.allSatisfy({ $0 >= .capitalA }), isWeekday(first) {
            words = words.dropFirst()
        }
        guard let first = words.first else { return nil }
        if first.count == 10 || first.dropFirst(10).first == UInt8(ascii: "T"),
            let day = Day(iso: String(Substring(first.prefix(10))))
        {
            return day
        }
        for separator in "/.-".utf8 {
            let parts = first.split(separator: separator, omittingEmptySubsequences: false)
            if parts.count == 3 { return day(parts) }
        }
        return words.count >= 3 ? day(Array(words.prefix(3))) : nil
    }

    private func isWeekday(_ word: Substring.UTF8View) -> Bool {
        let lower = String(Substring(word)).lowercased()
        return lower.utf8.count >= 3 && Day.weekdayNames.contains { $0.lowercased().utf8.starts(with: lower.utf8) }
    }

    private func day(_ parts: [Substring.UTF8View]) -> Day? {
        func number(_ part: Substring.UTF8View) -> Int? {
            part.count <= 4 && part.allSatisfy { $0.isASCIIDigit } ? Int(Substring(part)) : nil
        }
        // `16th` is 16.
        guard let first = number(parts[0]) ?? number(parts[0].dropLast(2)), let year = number(parts[2]) else {
            return nil
        }
        let fullYear = parts[2].count == 2 ? 2000 + year : year
        if let second = number(parts[1]) {
            return isMonthFirst
                ? Day(year: fullYear, month: first, day: second) : Day(year: fullYear, month: second, day: first)
        }
        let name = String(Substring(parts[1])).lowercased()
        guard name.utf8.count >= 3,
            let month = Day.monthNames.firstIndex(where: { $0.lowercased().utf8.starts(with: name.utf8) })
        else { return nil }
        return Day(year: fullYear, month: month + 1, day: first)
    }
}

/// The unique pupil number with its check letter (`formats/rosters.md` §8).
enum UPN {
    private static let letters = Array("ABCDEFGHJKLMNPQRTUVWXYZ".utf8)

    /// White space and lower case are tidied first.
    static func tidied(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 > .space && $0 < .delete }) { return text.uppercased() }
        return String(text.uppercased().unicodeScalars.filter { !$0.properties.isWhitespace })
    }

    /// A letter, eleven digits, a digit or a letter: only the check letter may be wrong. Anything else is no UPN that
    /// was mistyped, but a spoilt cell.
    static func hasForm(_ tidied: String) -> Bool {
        let bytes = Array(tidied.utf8)
        func isLetter(_ byte: UInt8) -> Bool { byte.isASCIICapital }
        func isDigit(_ byte: UInt8) -> Bool { byte.isASCIIDigit }
        return bytes.count == 13 && isLetter(bytes[0]) && bytes[1...11].allSatisfy(isDigit)
            && (isDigit(bytes[12]) || isLetter(bytes[12]))
    }

    static func status(_ tidied: String) -> Pupil.UPNStatus {
        if tidied.isEmpty { return .none }
        let bytes = Array(tidied.utf8)
        guard bytes.count == 13, let check = letters.firstIndex(of: bytes[0]) else { return .bad }
        var sum = 0
        for (i, byte) in bytes.enumerated().dropFirst() {
            if byte.isASCIIDigit {
                sum += Int(byte - .digitZero) * (i + 1)
            } else if i == 12, let value = letters.firstIndex(of: byte) {
                sum += value * (i + 1)
            } else {
                return .bad
            }
        }
        return sum % 23 != check ? .bad : bytes[12].isASCIIDigit ? .ok : .temporary
    }
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

/// Admission numbers lose their zeros in spreadsheets: they are compared without them.
func withoutLeadingZeros(_ text: String) -> String {
    let rest = text.drop { $0 == "0" }
    return rest.isEmpty ? text : String(rest)
}
