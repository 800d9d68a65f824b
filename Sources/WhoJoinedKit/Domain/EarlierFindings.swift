/// What the findings of earlier weeks have to say to a report, beside their sessions.
struct EarlierFindings: Sendable {
    /// Names of entrants who were unnamed, cleaned, by the session's key; of the last weeks.
    var unnamed: [String: Set<String>] = [:]
    /// Printed ids of pupils without an agreement, by the session's key; of the last weeks.
    var unsigned: [String: Set<String>] = [:]
    /// How many findings of each rule were of a week as a whole; only of weeks that were reported.
    var ofWeeks: [Week: [RuleID: Int]] = [:]
}
