/// A session with pupils that was recorded without an approval for its class and day.
struct RecordedWithoutApprovalRule: Rule {
    let id = RuleID.recordedWithoutApproval
    let severity = Severity.followUp
    let audiences: Finding.Audiences = [.slt]
    let source = "W 6.20: no recording without approval"

    func findings(in context: RuleContext) -> [Finding] {
        guard context.recorded == .yes, context.records.anyApproval(.recording, in: context.session) == nil else {
            return []
        }
        return [
            context.finding(
                self, session: "The session was recorded, and no approval for this class and day is on file.",
                evidence: context.evidenceOfRecording)
        ]
    }
}

extension RuleContext {
    /// The note, else the first row with a consent.
    var evidenceOfRecording: [Evidence] {
        let noted = notes.filter { $0.note.kind == .recorded || $0.note.kind == .notRecorded }.flatMap(\.evidence)
        if !noted.isEmpty { return noted }
        let consents = session.entrants.lazy.flatMap { $0.stays + $0.waiting }.filter(\.stay.hasConsented)
        return Array(session.evidence(of: Array(consents)).prefix(1))
    }
}
