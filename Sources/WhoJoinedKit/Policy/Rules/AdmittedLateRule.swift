/// A door that was opened after the lock time, whoever came in: the host's duty, told by time.
///
/// The lock time is the taught start and `after-minutes` of the rule `late`. Cannot tell: without knocking in a log and
/// without a waiting room, and in what was not scheduled.
struct AdmittedLateRule: Rule {
    let id = RuleID.admittedLate
    let severity = Severity.inform
    let audiences: Finding.Audiences = [.slt]
    let source = "W 5.1: on time, the call is locked once it has started"

    func canTell(in context: RuleContext) -> Bool? { context.taught != nil && !context.admissions.isEmpty }

    func findings(in context: RuleContext) -> [Finding] {
        guard let taught = context.taught else { return [] }
        let lock = taught.start + context.policy[LateRule.afterMinutes].seconds
        return context.admissions.filter { lock < $0.at && $0.at < taught.end }.map { admission in
            let who = admission.name.isEmpty ? "somebody whom the log does not name" : "\"\(admission.name)\""
            return context.finding(
                self,
                session: "The door was opened at \(context.clock(admission.at)), "
                    + "\(context.length(admission.at - lock)) after the call was to be locked, for \(who).",
                interval: Interval(lock, admission.at), evidence: admission.evidence)
        }
    }
}
