/// A name that only looks like a pupil's, or one pupil in twice at once from two accounts.
struct ImpersonationRule: Rule {
    let id = RuleID.impersonation
    let severity = Severity.safeguarding
    let audiences: Finding.Audiences = [.slt, .dsl]
    let source = "A: uninvited attendees are removed; W 6.10: real names as user names"

    func findings(in context: RuleContext) -> [Finding] {
        context.session.entrants.typedIndices.compactMap { index in
            let entrant = context.session.entrants[index]
            guard !entrant.stays.isEmpty, let kind = entrant.link.impersonation else { return nil }
            let detail =
                switch kind {
                case .lookAlike:
                    "The name equals a pupil's or a teacher's only through look-alike or invisible characters."
                case .twoAccounts: "The same pupil's name was in the call twice at once, from two different accounts."
                }
            return context.finding(self, entrant: index, detail: detail)
        }
    }
}
