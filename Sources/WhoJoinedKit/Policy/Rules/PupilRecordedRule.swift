/// A pupil's own account recorded the call.
///
/// Cannot tell: without the log's rows of recordings. A name without the pupil's account is a name to settle.
struct PupilRecordedRule: Rule {
    let id = RuleID.pupilRecorded
    let severity = Severity.safeguarding
    let audiences: Finding.Audiences = [.slt, .dsl]
    let source = "A settings: recording by the host alone; W 6.20: no recording without approval"

    func canTell(in context: RuleContext) -> Bool? { context.hasEventLog }

    func findings(in context: RuleContext) -> [Finding] {
        context.deeds(of: MeetingEvent.Kind.recordings).map { pupil, events in
            context.finding(
                self, pupil: pupil, detail: "Recorded the call, at \(context.clocks(of: events)).",
                evidence: context.evidence(of: events))
        }
    }
}
