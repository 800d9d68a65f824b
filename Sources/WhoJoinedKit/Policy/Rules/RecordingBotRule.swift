/// Recorders, note-takers and assistants in the call: they keep what children say, and nobody let them in.
struct RecordingBotRule: Rule {
    let id = RuleID.recordingBot
    let severity = Severity.safeguarding
    let audiences: Finding.Audiences = [.slt, .dsl]
    let source = "A: recordings stay in the school's cloud; W 6.4: no recording without approval"

    /// Programmes that the school has approved: they are only mentioned.
    static let allowed = Parameter<Names>(.rule(.recordingBot), "allowed")
    let parameters: [any AnyParameter] = [allowed]

    func findings(in context: RuleContext) -> [Finding] {
        let allowed = Set(context.policy[Self.allowed].list.map { comparableWords($0) })
        return context.presence.programmes.map { index in
            let name = context.session.entrants[index].displayName.text
            let isAllowed = allowed.contains(comparableWords(name))
            let detail =
                isAllowed
                ? "A recording or note-taking programme that the school allows."
                : "A recording or note-taking programme was in the call. If the name says whose it is, ask that person."
            return context.finding(
                self, entrant: index, severity: isAllowed ? .inform : nil, detail: detail)
        }
    }
}
