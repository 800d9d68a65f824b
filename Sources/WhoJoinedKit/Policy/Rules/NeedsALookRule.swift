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
        } + unprovenActors(context)
    }

    /// Who recorded or presented under a pupil's name, without a pupil's account: nobody is accused of it.
    private func unprovenActors(_ context: RuleContext) -> [Finding] {
        let deeds: [(RuleID, Set<MeetingEvent.Kind>, String)] = [
            (.pupilRecorded, MeetingEvent.Kind.recordings, "recorded the call"),
            (.pupilPresented, [.presentationStarted], "shared the screen"),
        ]
        return deeds.flatMap { rule, kinds, deed -> [Finding] in
            guard context.policy.isOn(rule) else { return [] }
            return context.events(where: kinds.contains).filter(\.mayBePupil).map { event in
                context.finding(
                    self, actorOf: event,
                    detail: "Not proven: the log says that somebody of this name \(deed) at "
                        + "\(context.clock(event.event.at)), and no account shows that it was a pupil. A person must look."
                )
            }
        }
    }
}
