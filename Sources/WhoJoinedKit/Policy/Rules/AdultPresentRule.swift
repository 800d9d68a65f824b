/// A parent or carer in the call under their own name, or as "X's mum"; and a contact who is barred from a pupil of another
/// class.
struct AdultPresentRule: Rule {
    let id = RuleID.adultPresent
    let severity = Severity.followUp
    let audiences: Finding.Audiences = [.slt, .dsl]
    let source = "A: link for the school's pupils only; W 7: the link is not shared"

    func canTell(in context: RuleContext) -> Bool? { context.hasWholeExport && context.school.roster.hasContacts }

    func findings(in context: RuleContext) -> [Finding] {
        barred(in: context)
            + context.entrants(.contact).filter { index in
                let link = context.session.entrants[index].link
                return !link.isBarredContact && !link.isBarredElsewhere && !link.isGuest
            }.map { index in
                let child = context.session.entrants[index].link.pupil.map { " of \(context.pupilName($0))" } ?? ""
                return context.finding(
                    self, entrant: index, interval: context.interval(of: index),
                    detail: "The account of a parent or carer\(child) was in the call.")
            }
    }

    private func barred(in context: RuleContext) -> [Finding] {
        context.session.entrants.typedIndices.compactMap { index in
            let entrant = context.session.entrants[index]
            guard entrant.link.isBarredElsewhere, !entrant.stays.isEmpty else { return nil }
            let names = entrant.link.mayHide.map { context.pupilName($0) }
            return context.finding(
                self, entrant: index, interval: context.interval(of: index), severity: .safeguarding,
                detail:
                    "An adult who may not have contact with \(names.joined(separator: " or ")), who is not in this class, was in the call: tell the safeguarding lead."
            )
        }
    }
}
