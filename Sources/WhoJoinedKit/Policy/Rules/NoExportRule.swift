/// A timetabled session that is over and has no usable export; not on days off, not on SchoolCloud, which exports
/// nothing.
struct NoExportRule: Rule {
    let id = RuleID.noExport
    let severity = Severity.followUp
    let audiences: Finding.Audiences = [.slt]
    let source = "A: administrator checks the log of all scheduled meetings; W 5.3"

    func applies(to kind: SessionKind) -> Bool { true }

    func findings(in context: RuleContext) -> [Finding] {
        guard let lesson = context.session.lesson, !context.session.hasData, lesson.platform != .schoolcloud,
            !context.school.settings.isDayOff(context.session.day)
        else { return [] }
        return [
            context.finding(
                self, session: "No usable export of this session: nothing can be said of who joined.",
                evidence: Evidence(source: lesson.source).map { [$0] } ?? [])
        ]
    }
}
