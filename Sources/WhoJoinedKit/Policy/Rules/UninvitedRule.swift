/// Entrants who are nobody of this class, its staff or an invited adult; in a staff meeting everybody who is not staff.
struct UninvitedRule: Rule {
    let id = RuleID.uninvited
    let severity = Severity.safeguarding
    let audiences: Finding.Audiences = [.slt, .dsl]
    let source = "A: link for the school's pupils only, uninvited attendees removed; W 7: the link is not shared"

    func applies(to kind: SessionKind) -> Bool { kind.isForPupils || kind == .staffMeeting }

    func canTell(in context: RuleContext) -> Bool? { context.hasWholeExport && context.presence.unsettled.isEmpty }

    func findings(in context: RuleContext) -> [Finding] {
        if context.session.kind == .staffMeeting {
            // An unnamed or ambiguous entrant may be a member of staff: cannot tell.
            return context.entrants(.uninvited, .contact, .pupil, .otherClass).map { index in
                context.finding(
                    self, entrant: index, interval: context.interval(of: index), detail: "Not a member of staff.")
            }
        }
        return context.session.entrants.typedIndices.compactMap { index in
            guard !context.session.entrants[index].stays.isEmpty else { return nil }
            let outcome = context.session.entrants[index].link.outcome
            let isBarred = context.session.entrants[index].link.isBarredContact
            guard outcome == .uninvited || outcome == .contact && isBarred else { return nil }
            let detail =
                isBarred
                ? "An adult who may not have contact\(children(index, context)) was in the call: tell the safeguarding lead at once."
                : "Nobody of this class, its staff or an invited adult. \(context.session.entrants[index].link.why)"
                    + (context.session.entrants[index].link.isBarredElsewhere ? "" : context.whereToEnter(index))
            return context.finding(self, entrant: index, interval: context.interval(of: index), detail: detail)
        }
    }

    /// ` with Ada Brightwell`
    private func children(_ index: LinkedEntrant.Index, _ context: RuleContext) -> String {
        let names = context.session.entrants[index].link.mayHide.map { context.pupilName($0) }
        return names.isEmpty ? "" : " with " + names.joined(separator: " or ")
    }
}

extension RuleContext {
    /// An adult whom the school knows need only be entered; the words that say so hold nothing that was typed.
    fileprivate func whereToEnter(_ index: LinkedEntrant.Index) -> String {
        switch session.entrants[index].link.step {
        case .titledStranger, .nobody, .namesOfTwoPupils:
            " A supply teacher or guest is entered with: whojoined guest NAME --on \(session.day.iso) (guests.csv)."
        default: ""
        }
    }

}
