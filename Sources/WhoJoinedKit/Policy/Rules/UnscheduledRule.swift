/// An export of no scheduled session; silent in a school without a timetable.
struct UnscheduledRule: Rule {
    let id = RuleID.unscheduled
    let severity = Severity.followUp
    let audiences: Finding.Audiences = [.slt]
    let source = "A: administrator checks the log of all scheduled meetings; W 5.3"

    func applies(to kind: SessionKind) -> Bool { true }

    func canTell(in context: RuleContext) -> Bool? { context.school.timetable.exists }

    func findings(in context: RuleContext) -> [Finding] {
        guard context.session.lesson == nil, context.school.timetable.exists else { return [] }
        let how = context.session.classText.isEmpty ? "its class cannot be told" : "class: \(context.session.placedBy)"
        let list = context.wordsOfList.map { " No export shows who was there: \($0)." } ?? ""
        return [
            context.finding(
                self, session: "The timetable has no such session (\(how)).\(list)",
                evidence: context.session.hasData ? [] : context.evidence(of: context.session.events))
        ]
    }
}
