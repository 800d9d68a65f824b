/// A pupil who was removed for behaviour is in a later session before SLT recorded the follow-up with the parents.
///
/// `contacted` and `tried` are no clearance; a clearance on the session's own day is enough.
struct AfterRemovalRule: Rule {
    let id = RuleID.afterRemoval
    let severity = Severity.followUp
    let audiences: Finding.Audiences = [.slt]
    let source = "A: SLT follows up before the pupil joins a future session"

    func canTell(in context: RuleContext) -> Bool? { context.records.knowsRemovals ? context.hasWholeExport : nil }

    func findings(in context: RuleContext) -> [Finding] {
        if !context.records.knowsRemovals { return [] }
        return context.pupilsInCall.compactMap { pupil in
            let open = context.records.openRemovals(of: pupil, before: context.session)
            guard let last = open.max(by: { ($0.note.day, $0.note.source) < ($1.note.day, $1.note.source) }) else {
                return nil
            }
            let detail = "Removed on \(last.note.day.short), and no clearance by SLT since then is on file."
            let rows = open.flatMap(\.evidence) + context.session.evidence(of: context.stays(of: pupil))
            return context.finding(self, pupil: pupil, detail: detail, evidence: rows)
        }
    }
}
