/// Pupils who first arrived (in the call or in its waiting room) later than so many minutes after the taught start.
///
/// Cannot tell: without joining times, with "joined before", or when a row of the export is missing.
struct LateRule: Rule {
    let id = RuleID.late
    let severity = Severity.inform
    /// To parents from the second time in a week: `Report` counts.
    let audiences: Finding.Audiences = [.parents, .slt]
    let source = "W 5.1: on time, the call is locked once it has started"

    static let afterMinutes = Parameter<Minutes>(.rule(.late), "after-minutes", default: 5, range: 0...1440)
    /// So often in a week, and the family is asked.
    static let parentsFrom = Parameter<Int>(.rule(.late), "parents-from", default: 2, range: 1...100)
    let parameters: [any AnyParameter] = [afterMinutes, parentsFrom]

    func canTell(in context: RuleContext) -> Bool? { context.canTellPunctuality }

    func findings(in context: RuleContext) -> [Finding] {
        guard let taught = context.taught, context.session.isWhole else { return [] }
        let lock = taught.start + context.policy[Self.afterMinutes].seconds
        return context.expectedWhoJoined.compactMap { result in
            let indices = context.presence.entrants(of: result.pupil)
            let rows = indices.flatMap { context.session.entrants[$0].stays + context.session.entrants[$0].waiting }
            guard let first = rows.min(by: { ($0.stay.joined ?? taught.end) < ($1.stay.joined ?? taught.end) }),
                let arrival = first.stay.joined,
                !rows.contains(where: {
                    $0.stay.joined == nil || $0.stay.isJoinApproximate && $0.stay.joined == arrival
                }), arrival > lock
            else { return nil }
            let after = context.length(arrival - taught.start)
            return context.finding(
                self, pupil: result.pupil, interval: Interval(taught.start, arrival),
                detail: "Arrived \(after) after the lesson began.",
                evidence: context.session.evidence(of: [first]))
        }
    }
}
