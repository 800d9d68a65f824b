/// A pupil of the school in another class's session.
struct OtherClassRule: Rule {
    let id = RuleID.otherClass
    let severity = Severity.followUp
    let audiences: Finding.Audiences = [.slt, .dsl]
    let source = "A: link for the pupils who were invited; W 7: the link is not shared"

    func canTell(in context: RuleContext) -> Bool? { context.hasWholeExport && context.presence.unsettled.isEmpty }

    func findings(in context: RuleContext) -> [Finding] {
        if let wrong = context.session.wrongLink {
            let found = context.entrants(.otherClass)
            guard !found.isEmpty else { return [] }
            return [
                context.finding(
                    self,
                    session:
                        "\(found.count) pupils who are not in this class\(wrong.classText.map { ", of \($0)" } ?? "").",
                    evidence: context.session.evidence(ofEntrants: found))
            ]
        }
        return context.entrants(.otherClass).map { index in
            let classes =
                context.session.entrants[index].link.pupil.map {
                    context.school.classes(of: $0, on: context.session.day).map(\.text)
                } ?? []
            let own = classes.isEmpty ? "" : " (\(classes.prefix(3).joined(separator: ", ")))"
            return context.finding(
                self, entrant: index, interval: context.interval(of: index),
                detail: "A pupil of the school who is not in this class\(own).")
        }
    }
}
