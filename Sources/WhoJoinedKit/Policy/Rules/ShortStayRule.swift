/// Pupils who were there for less than the policy's share of the taught time.
///
/// Cannot tell: without leaving times. From totals alone only when even the total is too short for the scheduled
/// length.
struct ShortStayRule: Rule {
    let id = RuleID.shortStay
    let severity = Severity.inform
    let audiences: Finding.Audiences = [.slt]
    let source = "W 5.1: participation"

    static let minimumShare = Parameter<Double>(.rule(.shortStay), "minimum-share", default: 0.5, range: 0...1)
    let parameters: [any AnyParameter] = [minimumShare]

    func canTell(in context: RuleContext) -> Bool? { context.canTellPunctuality }

    func findings(in context: RuleContext) -> [Finding] {
        guard let lesson = context.session.lesson, context.session.isWhole else { return [] }
        let share = context.policy[Self.minimumShare]
        return context.expectedWhoJoined.compactMap { result in
            let stays = context.stays(of: result.pupil)
            let isTimed = stays.allSatisfy { $0.stay.joined != nil && $0.stay.left != nil } && context.session.hasTimes
            let (present, whole): (Int, Int)
            if isTimed {
                guard let taught = context.taught else { return nil }
                present = context.presence.spans(of: result.pupil).clipped(to: taught).seconds
                whole = taught.seconds
            } else {
                guard !stays.isEmpty, stays.allSatisfy({ $0.stay.shownSeconds != nil }), !context.session.hasTimes
                else { return nil }
                present = stays.reduce(0) { $0 + ($1.stay.shownSeconds ?? 0) }
                whole = lesson.interval.seconds
            }
            guard Double(present) + 1e-6 < share * Double(whole) else { return nil }
            return context.finding(
                self, pupil: result.pupil,
                detail: "In the lesson for \(context.length(present)) of \(context.length(whole)).")
        }
    }
}
