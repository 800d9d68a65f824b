/// An entrant whom the data cannot decide, with the candidates and why.
struct NeedsALookRule: Rule {
    let id = RuleID.needsALook
    let severity = Severity.inform
    let audiences: Finding.Audiences = [.teacher, .slt]
    let source = "A staff duties: keep a record of pupils not joining; a person settles whom the data cannot"

    func findings(in context: RuleContext) -> [Finding] {
        context.session.entrants.typedIndices.filter { index in
            let entrant = context.session.entrants[index]
            return !entrant.stays.isEmpty && (entrant.link.outcome == .ambiguous || entrant.link.needsALook)
        }.map { index in
            let link = context.session.entrants[index].link
            let names = link.candidates.prefix(5).map {
                "\(context.pupilName($0)) (\(context.school.roster.pupils[$0].id))"
            }
            let may = names.isEmpty ? "" : "May be \(names.joined(separator: " or ")). "
            let detail = "\(may)\(link.why)"
            // While it may be a stranger, or somebody who is barred, the question is the safeguarding leads'.
            return link.mayBeStranger
                ? context.finding(
                    self, entrant: index, severity: .safeguarding, audiences: [.slt, .dsl], detail: detail)
                : context.finding(self, entrant: index, detail: detail)
        }
    }
}
