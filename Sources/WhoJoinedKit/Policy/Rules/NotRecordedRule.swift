/// A session with pupils that was not recorded though the policy demands it.
///
/// Cannot tell: neither a note nor a consent column.
struct NotRecordedRule: Rule {
    let id = RuleID.notRecorded
    let severity = Severity.followUp
    let audiences: Finding.Audiences = [.slt]
    let source = "A: live sessions are recorded to the cloud"

    func canTell(in context: RuleContext) -> Bool? { context.recorded != .unknown }

    func findings(in context: RuleContext) -> [Finding] {
        guard context.recorded == .no else { return [] }
        let noted = context.notes.contains { $0.note.kind == .notRecorded }
        let detail =
            noted
            ? "The host noted that the session was not recorded."
            : "Nobody consented to a recording, so there was none."
        return [context.finding(self, session: detail, evidence: context.evidenceOfRecording)]
    }
}
