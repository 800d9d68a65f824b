/// A parent or carer in the call under their own name, or as "X's mum".
struct AdultPresentRule: Rule {
    let id = RuleID.adultPresent
    let severity = Severity.followUp
    let audiences: Finding.Audiences = [.slt, .dsl]
    let source = "A: link for the school's pupils only; W 7: the link is not shared"

    func canTell(in context: RuleContext) -> Bool? { context.hasWholeExport && context.school.roster.hasContacts }

    func findings(in context: RuleContext) -> [Finding] {
        context.entrants(.contact).filter {
            !context.session.entrants[$0].link.isBarredContact && !context.session.entrants[$0].link.isGuest
        }.map { index in
            let child = context.session.entrants[index].link.pupil.map { " of \(context.pupilName($0))" } ?? ""
            return context.finding(
                self, entrant: index, interval: context.interval(of: index),
                detail: "The account of a parent or carer\(child) was in the call.")
        }
    }
}
