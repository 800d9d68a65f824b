/// A timetabled session that is over and has no usable export; not on days off, and not where none can be had
/// (SchoolCloud, the telephone).
struct NoExportRule: Rule {
    let id = RuleID.noExport
    let severity = Severity.followUp
    let audiences: Finding.Audiences = [.slt]
    let source = "A: administrator checks the log of all scheduled meetings; W 5.3"

    /// Meetings of staff are asked for too.
    static let staffMeetings = Parameter<Bool>(.rule(.noExport), "staff-meetings", default: true)
    let parameters: [any AnyParameter] = [staffMeetings]

    func applies(to kind: SessionKind) -> Bool { true }

    func canTell(in context: RuleContext) -> Bool? { context.session.hasData }

    func findings(in context: RuleContext) -> [Finding] {
        guard let lesson = context.session.lesson, !context.session.hasData,
            context.school.wantsExport(of: context.session), !context.school.settings.isDayOff(context.session.day)
        else { return [] }
        return [
            context.finding(
                self,
                session: "No usable export of this session: nothing can be said of who joined."
                    + (context.wordsOfList.map { " It was held: \($0)." } ?? ""),
                evidence: (Evidence(source: lesson.source).map { [$0] } ?? [])
                    + context.evidence(of: context.session.events))
        ]
    }
}
