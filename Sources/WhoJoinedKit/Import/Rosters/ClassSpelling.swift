/// A class's name as people write it, taken apart: `Class 04B (Mrs Lamb)` is 4B with the word Class and a teacher.
struct ClassSpelling: Hashable, Sendable {
    /// Without the teacher and without words such as Class; as written if nothing else is left.
    private(set) var plain: String
    /// Year, class or set before it, which may tell `Class 4` from `Year 4`.
    private(set) var kind = ""
    private(set) var teacher = ""

    /// Equal for spellings of one class.
    var key: String {
        var words = Header(plain).words
        if let number = words.first.flatMap({ Int($0) }) { words[0] = String(number) }
        return words.joined()
    }

    /// Only a number: `Class 4`, `Year 4` and `Set 4` may be three.
    var isNumber: Bool { key.utf8.allSatisfy(\.isASCIIDigit) }

    init(_ written: String) {
        plain = tidied(written)
        takeTeacher()
        takeKind()
        if plain.isEmpty { plain = tidied(written) }
    }

    /// What stands behind a title, in brackets or not, and a count of pupils in brackets.
    private mutating func takeTeacher() {
        if plain.utf8.last == .closingParenthesis, let open = plain.utf8.lastIndex(of: .openingParenthesis) {
            let inside = String(plain[plain.utf8.index(after: open)...].dropLast())
            let words = Header(inside).words
            guard ClassSpelling.isTeacher(words) || ClassSpelling.isCount(words) else { return }
            if ClassSpelling.isTeacher(words) { teacher = words.joined(separator: " ") }
            plain = ClassSpelling.trimmed(plain[..<open])
        }
        let words = plain.split(separator: " ")
        guard
            let title = words.indices.dropFirst().first(where: {
                ClassSpelling.isTeacher(words[$0...].flatMap { Header(String($0)).words })
            })
        else { return }
        teacher = words[title...].flatMap { Header(String($0)).words }.joined(separator: " ")
        plain = ClassSpelling.trimmed(words[..<title].joined(separator: " ")[...])
    }

    private mutating func takeKind() {
        let words = plain.split { $0 == " " || $0 == ":" }.map(String.init)
        if let last = words.last?.lowercased(), ["class", "form"].contains(last), words.count > 1 {
            kind = last
            plain = ClassSpelling.trimmed(words.dropLast().joined(separator: " ")[...])
            return
        }
        let kinds = ["class", "form", "reg", "registration", "tutor", "year", "yr", "group"]
        let count = words.prefix { kinds.contains($0.lowercased()) }.count
        guard count > 0, count < words.count else { return }
        let rest = ClassSpelling.trimmed(words[count...].joined(separator: " ")[...])
        let isYear = words[..<count].contains { ["year", "yr"].contains($0.lowercased()) }
        // `Year 4` is a year and no class of that number.
        let parts = Header(rest).words
        if isYear, parts.count != 2 || Int(parts[0]) == nil || parts[1].utf8.count > 2 { return kind = "year" }
        kind = isYear ? "year" : "class"
        plain = rest
    }

    private static func trimmed(_ text: Substring) -> String {
        let signs: Set<Character> = [" ", "-", "\u{2013}", "\u{2014}", "/", ",", ":", ";", "&", "+", "("]
        var rest = text
        while let last = rest.last, signs.contains(last) { rest.removeLast() }
        while let first = rest.first, signs.contains(first) { rest.removeFirst() }
        return String(rest)
    }

    private static func isTeacher(_ words: [String]) -> Bool {
        words.count > 1 && titles.contains(words[0])
            && words.allSatisfy { !$0.utf8.contains(where: \.isASCIIDigit) }
    }

    private static func isCount(_ words: [String]) -> Bool {
        words.count <= 2 && words.first.flatMap { Int($0) } != nil
            && (words.count == 1 || ["pupils", "pupil", "children", "students", "on"].contains(words[1]))
    }

    static let titles: Set<String> = [
        "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "rev", "sir", "madam", "mme", "frau", "herr", "señora",
    ]

    /// The text looks like a class's name and no person's: it has a number, such a word or a teacher.
    static func mayBeClass(_ text: String) -> Bool {
        let spelling = ClassSpelling(text)
        let words = Header(text).words
        let known: Set<String> = [
            "class", "form", "year", "yr", "set", "group", "reception", "nursery", "reg", "tutor", "preschool",
        ]
        return !spelling.teacher.isEmpty || !spelling.kind.isEmpty || !known.isDisjoint(with: words)
            || text.utf8.contains(where: \.isASCIIDigit) && words.count <= 4
    }
}

/// `4.00E+01`, `04-May`, `5/Apr`: a spreadsheet has made a number or a date of it, and the name is lost.
func isSpoiltClass(_ text: String) -> Bool {
    if isShortened(text) { return true }
    let parts = text.utf8.split { [.hyphen, .slash, .space].contains($0) }.map { String(Substring($0)).lowercased() }
    guard (2...3).contains(parts.count) else { return false }
    let months = Day.monthNames.map { $0.lowercased() }
    let isMonth = parts.map { part in part.utf8.count >= 3 && months.contains { $0.utf8.starts(with: part.utf8) } }
    let isNumber = parts.map { Int($0) != nil }
    return isMonth.count { $0 } == 1 && zip(isMonth, isNumber).allSatisfy { $0 || $1 }
        || parts.count == 3 && isNumber.allSatisfy { $0 } && SlashDates().day(text) != nil
}
