/// Somebody who was removed comes back into the same session, pupil or stranger.
///
/// Cannot tell: when the note has no time.
struct RejoinedAfterRemovalRule: Rule {
    let id = RuleID.rejoinedAfterRemoval
    let severity = Severity.followUp
    let audiences: Finding.Audiences = [.slt]
    let source = "A settings: a removed participant cannot re-join"

    func canTell(in context: RuleContext) -> Bool? {
        let removals = context.notes.filter { $0.note.kind == .removed }
        if removals.isEmpty { return nil }
        return context.hasWholeExport && context.session.hasTimes && removals.allSatisfy { $0.note.from != nil }
    }

    func findings(in context: RuleContext) -> [Finding] {
        var found: [Finding] = []
        for resolved in context.notes where resolved.note.kind == .removed && !resolved.note.person.isEmpty {
            guard let at = resolved.note.from else { continue }
            let moment = context.zone.instant(of: context.session.day, at)
            let indices = entrants(resolved, context)
            let stays = indices.flatMap { context.session.entrants[$0].stays }
            let spans = Intervals(stays.compactMap { context.session.span(of: $0) })
            guard let back = spans.first(where: { $0.start > moment }), let index = indices.first else { continue }
            let rows = stays.filter { ($0.stay.joined ?? moment) > moment }
            let detail = "Removed at \(at.short) and back in the same session at \(context.clock(back.start))."
            found.append(
                context.finding(
                    self, entrant: index, interval: Interval(moment, back.start), detail: detail,
                    evidence: resolved.evidence + context.session.evidence(of: rows)))
        }
        return found
    }

    private func entrants(_ resolved: ResolvedNote, _ context: RuleContext) -> [LinkedEntrant.Index] {
        if let pupil = resolved.pupil, context.presence.isInCall(pupil) {
            return Array(context.presence.entrants(of: pupil))
        }
        let key = personKey(resolved.note.person)
        let words = comparableWords(resolved.note.person)
        return context.session.entrants.typedIndices.filter {
            let entrant = context.session.entrants[$0]
            return !entrant.stays.isEmpty && (entrant.isCalled(key) || isStranger(entrant, like: words))
        }
    }

    /// A stranger who comes back may turn the name round, or write it in one word or in letters that look the same.
    private func isStranger(_ entrant: LinkedEntrant, like words: [String]) -> Bool {
        guard words.count > 1, [.uninvited, .ambiguous].contains(entrant.link.outcome) else { return false }
        return entrant.entrant.shownNames.contains { name in
            let typed = comparableWords(name)
            return typed.joined() == words.joined() || typed.sorted() == words.sorted()
        }
    }
}
