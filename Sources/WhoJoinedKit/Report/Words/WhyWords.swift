/// The words of `why` and `history`: what is known of somebody, lesson by lesson.
enum WhyWords {
    // MARK: In one sentence

    static let noLesson = "no lesson"
    /// `cannot tell 1 (Wednesday)`
    static func days(_ status: PupilStatus, _ count: Int, _ days: String) -> String {
        "\(status.words) \(count) (\(days))"
    }
    /// `joined 4, cannot tell 1 (Wednesday), of 5`
    static func joined(_ count: Int, _ parts: [String], of all: Int) -> String {
        "\((["joined \(count)"] + parts).joined(separator: ", ")), of \(all)"
    }
    static func before(_ count: Int) -> String { "\(count) before" }
    /// `"iPad": 2 lessons (Monday, Tuesday), unnamed.`
    static func entrant(_ name: String, _ lessons: Int, _ days: String, _ outcomes: String) -> String {
        "\"\(name)\": \(counted(lessons, "lesson")) (\(days)), \(outcomes)."
    }

    // MARK: Facts

    static let exports = "exports"
    static let damaged = " (damaged or cut short)"
    static let placedBy = "placed by"
    static let log = "log"
    static let pupil = "pupil"
    static let answer = "answer"
    static let lookedFor = "looked for"
    static let alsoThere = "also there"
    static let wouldChange = "would change"
    static let whatWouldChange =
        "a confirmed name (whojoined confirm), an e-mail in the export, an absence in absences.csv"
    static let family = "family"
    static let entrant = "entrant"
    static let renamedFrom = "renamed from"
    static let takenFor = "taken for"
    static let nobodyYet = "nobody yet: to settle"
    static let because = "because"
    static let settledBy = "settled by"
    static let candidates = "candidates"
    static let rows = "rows"
    static func aLine(_ command: String) -> String { "a line in decisions.csv: \(command)" }
    static let onlyTheRoster = "the restriction on the roster alone; no line in decisions.csv or guests.csv lifts it"
    static func of(_ outcome: String) -> String { "\(outcome) of" }
    static let waiting = " waiting"
    static let found = "found"
    static let rule = "rule"
    static let detail = "detail"
    static let clause = "clause"
    static let evidence = "evidence"
    static func rows(_ rows: [String]) -> String { "rows \(rows.joined(separator: ";"))" }

    // MARK: A history

    static let never = "never"
    static func lastJoined(_ day: String, missedInARow count: Int) -> String {
        "Last joined \(day); \(count) missed in a row"
    }
    static let weeksAbove = "week      sessions  joined of expected   not settled   findings   class"
}
