/// Which step is due for a pupil, by the school's own numbers: `[follow-up]` of `school.toml`.
struct FollowUpLadder: Sendable {
    static let repeatedWithinDays = Parameter<Int>(.followUp, "repeated-within-days", default: 28, range: 1...366)
    static let supportFrom = Parameter<Int>(.followUp, "support-from", default: 3, range: 1...100)
    static let sltCallFrom = Parameter<Int>(.followUp, "slt-call-from", default: 3, range: 1...100)
    static let sltCallTries = Parameter<Int>(.followUp, "slt-call-tries", default: 2, range: 1...100)
    static let homeVisitFrom = Parameter<Int>(.followUp, "home-visit-from", default: 10, range: 1...100)
    static let homeVisitTries = Parameter<Int>(.followUp, "home-visit-tries", default: 3, range: 1...100)
    static let parameters: [any AnyParameter] = [
        repeatedWithinDays, supportFrom, sltCallFrom, sltCallTries, homeVisitFrom, homeVisitTries,
    ]

    let policy: Policy

    /// What followups.csv says of a family, from the first miss of the row on.
    struct Contacts: Sendable {
        /// How often somebody tried: of the child for whom it was most often, for one call is noted at each child.
        var tries = 0
        /// The day on which the family was reached first.
        var firstReached: Day?

        /// - Parameter notes: of each child of the family.
        init(_ notes: [[FollowUpNote]], since: Day) {
            let own = notes.map { $0.filter { $0.day >= since } }
            tries = own.map { $0.count { $0.kind == .tried } }.max() ?? 0
            firstReached = own.joined().filter { $0.kind == .contacted }.map(\.day).min()
        }
    }

    /// - Parameter needsSupport: `unable-to-access` has found the pupil.
    func step(
        _ followUp: FollowUp, _ record: ClassHistory.Record, needsSupport: Bool, notes: Contacts
    ) -> FollowUpStep {
        // Nobody comes to a step by what cannot be told.
        if followUp.misses.isEmpty || followUp.certainMisses.isEmpty && record.inARow == 0 { return .checkIn }
        let isUnreached = notes.firstReached == nil
        let isSupportDue = record.inARow >= policy[Self.supportFrom]
        if record.inARow >= policy[Self.homeVisitFrom] { return .homeVisit }
        if isSupportDue && isUnreached && notes.tries >= policy[Self.homeVisitTries] { return .homeVisit }
        // Reached, offered help, and still so many missed since: a matter for SLT.
        if let first = notes.firstReached,
            record.missedDays.count(where: { $0 > first }) >= policy[Self.sltCallFrom]
        {
            return .sltCall
        }
        // So is a family that nobody reaches.
        if isUnreached && notes.tries >= policy[Self.sltCallTries] { return .sltCall }
        if isSupportDue || needsSupport { return .support }
        if followUp.certainMisses.isEmpty { return .checkIn }
        return record.missedLately > 1 ? .repeated : .firstMiss
    }
}
