/// A pupil's own account shared its screen.
///
/// Cannot tell: without the log's rows of presentations. A name without the pupil's account is a name to settle.
struct PupilPresentedRule: Rule {
    let id = RuleID.pupilPresented
    let severity = Severity.inform
    let audiences: Finding.Audiences = [.slt, .teacher]
    let source = "A settings: the screen is the host's to share; W 5.1: staff control the meeting"

    func canTell(in context: RuleContext) -> Bool? { context.hasEventLog }

    func findings(in context: RuleContext) -> [Finding] {
        context.deeds(of: [.presentationStarted]).map { pupil, events in
            context.finding(
                self, pupil: pupil, detail: "Shared the screen, at \(context.clocks(of: events)).",
                evidence: context.evidence(of: events))
        }
    }
}
