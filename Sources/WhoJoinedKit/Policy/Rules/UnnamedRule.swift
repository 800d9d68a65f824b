/// Entrants under a device's name, a generic or empty one, or a number that nobody of the school has.
struct UnnamedRule: Rule {
    let id = RuleID.unnamed
    let severity = Severity.followUp
    let audiences: Finding.Audiences = [.slt, .teacher]
    let source = "W 6.10: real names as user names"

    func findings(in context: RuleContext) -> [Finding] {
        context.entrants(.unnamed).filter { !context.session.entrants[$0].link.isProgramme }.map { index in
            context.finding(
                self, entrant: index, interval: context.interval(of: index), detail: "This name identifies nobody.")
        }
    }
}
