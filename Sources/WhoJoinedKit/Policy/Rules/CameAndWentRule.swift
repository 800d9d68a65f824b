/// Pupils who came back more often than the policy allows.
///
/// Counts gaps longer than a minute in which staff were in the call all the time: when the meeting broke down, nobody
/// came and went. Cannot tell: without times, or when a row of the export is missing.
struct CameAndWentRule: Rule {
    let id = RuleID.cameAndWent
    let severity = Severity.inform
    let audiences: Finding.Audiences = [.slt]
    let source = "W 5.1: participation"

    static let moreThan = Parameter<Int>(.rule(.cameAndWent), "more-than", default: 3, range: 0...1000)
    static let returnAfter = Parameter<Seconds>(
        .rule(.cameAndWent), "return-after-seconds", default: 60, range: 0...86_400)
    let parameters: [any AnyParameter] = [moreThan, returnAfter]

    func canTell(in context: RuleContext) -> Bool? { context.canTellPunctuality && !context.presence.hasUntimedStaff }

    func findings(in context: RuleContext) -> [Finding] {
        guard context.session.hasTimes, context.session.isWhole, !context.presence.hasUntimedStaff else { return [] }
        let allowed = context.policy[Self.moreThan]
        let minimum = context.policy[Self.returnAfter].seconds
        let staff = context.presence.staff(atLeast: 1)
        return context.results.compactMap { result in
            guard result.status == .joined, result.stays > allowed,
                context.records.excuse(of: result.pupil, in: context.session) == nil
            else { return nil }
            let returns = context.presence.spans(of: result.pupil).gaps.filter {
                $0.seconds > minimum && Intervals($0).subtracting(staff).isEmpty
            }
            guard returns.count > allowed else { return nil }
            let often = returns.count == 1 ? "once" : "\(returns.count) times"
            return context.finding(
                self, pupil: result.pupil, detail: "Came back \(often) after being away for more than \(minimum) s.")
        }
    }
}
