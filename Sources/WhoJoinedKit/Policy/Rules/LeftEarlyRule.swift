/// Pupils who left for good earlier than so many minutes before the taught end.
///
/// Cannot tell: without leaving times, or when a row of the export is missing.
struct LeftEarlyRule: Rule {
    let id = RuleID.leftEarly
    let severity = Severity.inform
    let audiences: Finding.Audiences = [.slt]
    let source = "W 5.1: participation"

    static let beforeMinutes = Parameter<Minutes>(.rule(.leftEarly), "before-minutes", default: 10, range: 0...1440)
    let parameters: [any AnyParameter] = [beforeMinutes]

    func canTell(in context: RuleContext) -> Bool? { context.canTellPunctuality }

    func findings(in context: RuleContext) -> [Finding] {
        guard let taught = context.taught, context.session.isWhole, context.session.hasTimes else { return [] }
        let limit = taught.end - context.policy[Self.beforeMinutes].seconds
        return context.expectedWhoJoined.compactMap { result in
            guard !context.isOpenEnded(result.pupil), let left = context.presence.spans(of: result.pupil).end,
                left < limit
            else { return nil }
            let before = context.length(taught.end - left)
            let rows = context.stays(of: result.pupil).filter { $0.stay.left == left }
            return context.finding(
                self, pupil: result.pupil, interval: Interval(left, taught.end),
                detail: "Left \(before) before the lesson ended.",
                evidence: context.session.evidence(of: rows))
        }
    }
}
