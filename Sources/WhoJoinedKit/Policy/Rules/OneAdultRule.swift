/// Any time with a pupil in the call and fewer staff than the policy's minimum, none included.
///
/// A recorded session satisfies policy A; whether it was recorded must be known for that.
struct OneAdultRule: Rule {
    let id = RuleID.oneAdult
    let severity = Severity.followUp
    let audiences: Finding.Audiences = [.slt]
    let source = "W 6.3, 6.1; A: another member of staff always in the meeting and/or all sessions recorded"

    static let minimum = Parameter<Int>(.rule(.oneAdult), "minimum", default: 2, range: 1...20)
    static let grace = Parameter<Seconds>(.rule(.oneAdult), "grace-seconds", default: 60, range: 0...86_400)
    static let recordingSuffices = Parameter<Bool>(.rule(.oneAdult), "recording-suffices", default: false)
    let parameters: [any AnyParameter] = [minimum, grace, recordingSuffices]

    func canTell(in context: RuleContext) -> Bool? {
        context.canTellCoverThroughout || context.policy[Self.recordingSuffices] && context.recorded == .yes
    }

    func findings(in context: RuleContext) -> [Finding] {
        if context.policy[Self.recordingSuffices], context.recorded == .yes { return [] }
        let minimum = context.policy[Self.minimum]
        return context.coverGaps(minimum: minimum, grace: context.policy[Self.grace].seconds).map { span in
            let detail =
                "Pupils were in the call for \(context.length(span.seconds)) with fewer than \(minimum) members of staff.\(context.incompleteWarning)"
            return context.finding(self, session: detail, interval: span, evidence: context.evidence(ofCoverIn: span))
        }
    }
}
