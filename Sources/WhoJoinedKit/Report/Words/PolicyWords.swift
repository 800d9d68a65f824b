/// The words of the policy's ledger, for governors and inspection.
enum PolicyWords {
    static let title = "The policy on video calls, clause by clause"
    static func readers(_ days: ClosedRange<Day>) -> String {
        "\(days.lowerBound.short) - \(days.upperBound.shortWithYear). For governors and inspection."
    }
    static func counts(_ sessions: Int, withExport: Int) -> String {
        "\(SharedWords.sessions(sessions)), \(withExport) with an export; no pupil is named. Tested: the evidence decides. Not evidenced: it may have been kept, and nothing here shows it."
    }
    static let noClause = "There is no clause to count: choose a preset, or turn rules on."

    // MARK: Review and checks

    static let noCheck = "Nobody has noted that the log was checked: whojoined note --checked --by NAME"
    static func checked(_ classText: String, by name: String, on day: Day) -> String {
        "The log\(classText.isEmpty ? "" : " of \(classText)") was checked by \(name) on \(day.shortWithYear)."
    }
    static let noReview = "No date is set for the review of the policy: review-by in [school] of school.toml."
    static func reviewDue(by day: Day) -> String {
        "The policy was to be reviewed by \(day.shortWithYear): that is due."
    }
    static func review(by day: Day) -> String { "The policy is to be reviewed by \(day.shortWithYear)." }
    static let reviewInTable = "review"
    static let checkInTable = "log checked"

    // MARK: Clauses

    /// The heading of each kind of evidence, in the order of the page.
    static let headings: [(kind: String, heading: String)] = [
        ("rules", "SHOWN BY THE CALLS THEMSELVES"), ("register", "SHOWN BY A REGISTER OF SIGNATURES"),
        ("host-checks", "TICKED BY THE HOST"), ("log", "SHOWN BY THE SESSION LOG"),
        ("nothing", "CANNOT BE SHOWN BY DATA"),
    ]
    static func ownRule(_ rules: [RuleID]) -> String {
        "Rule of this school: \(rules.map(\.words).joined(separator: ", "))."
    }
    static let didNotArise = "It did not arise."
    static func cannotBeEvidenced(_ sessions: Int) -> String {
        "\(SharedWords.sessions(sessions)), none can be evidenced."
    }
    static func notEvidenced(_ sessions: Int) -> String { "Not evidenced in \(SharedWords.sessions(sessions))." }
    /// `4 tested: 3 kept, 1 broken; 1 not evidenced.`
    static func tested(_ tested: Int, kept: Int, broken: Int, notEvidenced: Int) -> String {
        "\(tested) tested: \(kept) kept, \(broken) broken"
            + (notEvidenced == 0 ? "." : "; \(notEvidenced) not evidenced.")
    }
    static func because(_ lacks: [String]) -> String { "Because \(lacks.joined(separator: "; "))." }
}
