/// Somebody in the call sent the platform an abuse report. Who, and about whom, stands in the log alone.
///
/// Cannot tell: without the log's rows of abuse reports.
struct AbuseReportRule: Rule {
    let id = RuleID.abuseReport
    let severity = Severity.safeguarding
    let audiences: Finding.Audiences = [.dsl]
    let source = "A: inappropriate use is reported; W 6.21, 7: concerns go to the designated safeguarding lead"

    func applies(to kind: SessionKind) -> Bool { true }

    func canTell(in context: RuleContext) -> Bool? { context.hasEventLog }

    func findings(in context: RuleContext) -> [Finding] {
        context.events { $0 == .abuseReport }.map { event in
            let reason = event.event.reason.isEmpty ? "" : " (reason: \(event.event.reason))"
            return context.finding(
                self,
                session: "An abuse report was sent from the call\(reason). The row of the log says by whom.",
                interval: Interval(event.event.at, event.event.at), evidence: context.evidence(of: [event]))
        }
    }
}
