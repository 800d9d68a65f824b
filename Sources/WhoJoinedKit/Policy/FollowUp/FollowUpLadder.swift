/// Which step is due for a pupil, by the school's own numbers: `[follow-up]` of `school.toml`.
struct FollowUpLadder: Sendable {
    static let repeatedWithinDays = Parameter<Int>(.followUp, "repeated-within-days", default: 28, range: 1...366)
    static let supportFrom = Parameter<Int>(.followUp, "support-from", default: 3, range: 1...100)
    static let sltCallFrom = Parameter<Int>(.followUp, "slt-call-from", default: 3, range: 1...100)
    static let homeVisitFrom = Parameter<Int>(.followUp, "home-visit-from", default: 10, range: 1...100)
    static let homeVisitTries = Parameter<Int>(.followUp, "home-visit-tries", default: 3, range: 1...100)
    static let parameters: [any AnyParameter] = [
        repeatedWithinDays, supportFrom, sltCallFrom, homeVisitFrom, homeVisitTries,
    ]

    let policy: Policy

    /// - Parameters:
    ///   - needsSupport: `unable-to-access` has found the pupil.
    ///   - notes: of followups.csv, from the first miss of the row on.
    func step(
        _ followUp: FollowUp, _ record: ClassHistory.Record, needsSupport: Bool, notes: [FollowUpNote]
    ) -> FollowUpStep {
        // Nobody comes to a step by what cannot be told.
        if followUp.misses.isEmpty || followUp.certainMisses.isEmpty && record.inARow == 0 { return .checkIn }
        let tries = notes.count { $0.kind == .tried }
        let reached = notes.filter { $0.kind == .contacted }.map(\.day)
        let isSupportDue = record.inARow >= policy[Self.supportFrom]
        if record.inARow >= policy[Self.homeVisitFrom] { return .homeVisit }
        if isSupportDue && tries >= policy[Self.homeVisitTries] && reached.isEmpty { return .homeVisit }
        // Reached, offered help, and still so many missed since: a matter for SLT.
        if let first = reached.min(), record.missedDays.count(where: { $0 > first }) >= policy[Self.sltCallFrom] {
            return .sltCall
        }
        if isSupportDue || needsSupport { return .support }
        if followUp.certainMisses.isEmpty { return .checkIn }
        return record.missedLately > 1 ? .repeated : .firstMiss
    }
}
