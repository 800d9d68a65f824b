/// What the first lines of a letter's template say of its language: `{{! subject: Online lessons at {school} }}`. To the
/// letter they are remarks. Lines that are missing or say something else are passed over.
struct TemplateHead: Sendable {
    /// Of the message that brings the letter; `{school}` is the school's name.
    private(set) var subject: String?
    /// `{day} {month} {year}` in the order of the language, with what stands between.
    private(set) var date = "{day} {month} {year}"
    /// From January, as they stand in a date; twelve or none.
    private(set) var months: [String] = []
    /// From Monday; seven or none.
    private(set) var weekdays: [String] = []
    private(set) var isRightToLeft = false
    /// Nobody at a school who reads the language has looked at the text.
    private(set) var isUnreviewed = false
    /// Lines whose lists have another length, from 1.
    private(set) var wrongLines: [Int] = []
    /// The text below.
    private(set) var body = ""

    init(_ text: String) {
        var rest = text[...]
        var line = 0
        while let (key, value, end) = Self.line(rest) {
            line += 1
            if !take(key, value) { wrongLines.append(line) }
            rest = rest[end...]
        }
        body = String(rest)
    }

    /// - Returns: `nil` where no further line of the head follows.
    private static func line(_ text: Substring) -> (key: String, value: String, end: Substring.Index)? {
        let end = text.utf8.firstIndex(of: .lineFeed) ?? text.endIndex
        var line = text[..<end].utf8
        while line.last == .carriageReturn || line.last == .space { line.removeLast() }
        guard line.starts(with: "{{!".utf8), line.suffix(2).elementsEqual("}}".utf8) else { return nil }
        let content = line.dropFirst(3).dropLast(2)
        let colon = content.firstIndex(of: .colon) ?? content.endIndex
        let value = colon == content.endIndex ? "" : trimmed(content[content.index(after: colon)...])
        return (
            trimmed(content[..<colon]).lowercased(), value,
            end == text.endIndex ? end : text.utf8.index(after: end)
        )
    }

    private static func trimmed(_ bytes: Substring.UTF8View) -> String {
        var bytes = bytes.drop { $0 == .space }
        while bytes.last == .space { bytes.removeLast() }
        return String(Substring(bytes))
    }

    /// - Returns: false for a list of another length.
    private mutating func take(_ key: String, _ value: String) -> Bool {
        func list(_ count: Int) -> [String]? {
            let parts = value.utf8.split(separator: .comma).map(Self.trimmed)
            return parts.count == count ? parts : nil
        }
        switch key {
        case "subject": subject = value
        case "date": date = value
        case "months":
            guard let list = list(12) else { return false }
            months = list
        case "weekdays":
            guard let list = list(7) else { return false }
            weekdays = list
        case "direction": isRightToLeft = value == "right to left"
        case "unreviewed": isUnreviewed = true
        default: break
        }
        return true
    }

    /// `16 listopada 2026 r.`; `nil`: the months of the language are not given.
    func text(of day: Day) -> String? {
        if months.isEmpty { return nil }
        let parts = [("{day}", "\(day.day)"), ("{month}", months[day.month - 1]), ("{year}", "\(day.year)")]
        return parts.reduce(date) { $0.replacing($1.0, with: $1.1) }
    }

    func weekday(of day: Day) -> String? { weekdays.isEmpty ? nil : weekdays[day.weekday - 1] }

    func subject(school: String) -> String? { subject?.replacing("{school}", with: school) }
}
