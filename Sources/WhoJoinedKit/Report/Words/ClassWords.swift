/// The words of a class's page for senior leaders, `classes/CLASS/slt.txt` and its table.
enum ClassWords {
    static let reader = "for SLT"
    static func counts(sessions: Int, withExport: Int, findings: Int) -> String {
        "\(SharedWords.sessions(sessions)), \(withExport) with an export, \(counted(findings, "finding"))."
    }
    static func title(_ severity: Severity) -> String {
        switch severity {
        case .safeguarding: "SAFEGUARDING"
        case .followUp: "FOLLOW-UP"
        case .inform: "FOR INFORMATION"
        }
    }
    static func inLessons(_ count: Int) -> String { " In \(count) lessons, this the first." }
    static func alsoInLessons(_ count: Int) -> String { " (in \(count) lessons, this the first)" }
    static func family(_ outcome: String) -> String { "[family: \(outcome)]" }
    static func toSettle(_ devices: Int) -> String { "TO SETTLE (\(devices)): the same device week after week" }
    static func noContact(_ pupils: Int) -> String {
        "NO FAMILY CONTACT (\(pupils)): \(FamilyBook.Choice.nobody.words)"
    }
    static let leadDecides = "The safeguarding lead decides what to do."
    static let leadDecidesInTable = "\(FamilyBook.Choice.nobody.words): the safeguarding lead decides"
}

/// The words of the page for the designated safeguarding lead.
enum LeadWords {
    static func reader(_ name: String) -> String {
        "For the designated safeguarding lead\(name.isEmpty ? "" : ": \(name)"). Pass it on only to those who must act."
    }
    static let alone = "FOR YOU ALONE: on no other page"
    static let shared = "SAFEGUARDING: senior leaders see these too"
    static let onHold = "ON HOLD"
    static func hold(since day: Day, _ why: String) -> String {
        "removed \(day.short)\(why.isEmpty ? "" : ": \(why)")"
    }
}
