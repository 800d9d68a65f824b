/// A pupil in the call on a day off, at a weekend, or well before opening or after closing.
struct OutOfHoursRule: Rule {
    let id = RuleID.outOfHours
    let severity = Severity.followUp
    let audiences: Finding.Audiences = [.slt]
    let source = "W 6.19: within school hours"

    static let grace = Parameter<Minutes>(.rule(.outOfHours), "grace-minutes", default: 5, range: 0...1440)
    let parameters: [any AnyParameter] = [grace]

    func canTell(in context: RuleContext) -> Bool? {
        context.hasWholeExport && context.session.hasTimes && context.school.settings.opens != nil
    }

    func findings(in context: RuleContext) -> [Finding] {
        guard !context.pupilsInCall.isEmpty || !context.presence.maybePupils.isEmpty else { return [] }
        let (day, pupils) = (context.session.day, context.presence.anyPupil)
        func found(_ detail: String, _ span: Interval?) -> [Finding] {
            let rows = context.presence.pupils.flatMap { context.presence.entrants(of: $0) }.flatMap {
                context.session.entrants[$0].stays
            }
            let outside = rows.filter { row in span.map { context.session.span(of: row)?.overlaps($0) ?? true } ?? true
            }
            return [
                context.finding(self, session: detail, interval: span, evidence: context.session.evidence(of: outside))
            ]
        }
        if context.school.settings.isDayOff(day) { return found("Pupils were in the call on a day off.", pupils.span) }
        if day.isWeekend { return found("Pupils were in the call at a weekend.", pupils.span) }
        guard let opens = context.school.settings.opens, let closes = context.school.settings.closes,
            let span = pupils.span
        else { return [] }
        let grace = context.policy[Self.grace].seconds
        let (open, close) = (context.zone.instant(of: day, opens), context.zone.instant(of: day, closes))
        let isEarly = span.start < open - grace
        let isLate = span.end > close + grace
        switch (isEarly, isLate) {
        case (true, true): return found("Pupils were in the call before opening and after closing.", span)
        case (true, false):
            return found("A pupil was in the call before the school opens.", Interval(span.start, min(open, span.end)))
        case (false, true):
            return found("A pupil was in the call after the school closes.", Interval(max(close, span.start), span.end))
        case (false, false): return []
        }
    }
}
