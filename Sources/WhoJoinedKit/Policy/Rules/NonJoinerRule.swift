/// Expected pupils with no stay in the session, no known absence and no other arrangement.
///
/// Cannot tell: without usable rows (`no-data`); only possible while an unnamed or ambiguous entrant, or a parent's
/// account, may be the pupil.
struct NonJoinerRule: Rule {
    let id = RuleID.nonJoiner
    let severity = Severity.followUp
    let audiences: Finding.Audiences = [.parents, .slt]
    let source = "A staff duties: keep a record of pupils not joining, follow up with parents sensitively"

    func findings(in context: RuleContext) -> [Finding] {
        let missing = context.results.indices.filter {
            context.results[$0].status == .nonJoiner || context.results[$0].status == .possible
        }
        return missing.map { index in
            let result = context.results[index]
            let isPossible = result.status == .possible
            let entrants = context.session.entrants
            let waiting = context.presence.waiting(result.pupil, in: context.session)
            let detail =
                if isPossible {
                    "Not seen by name, but only possibly missing: \(result.reason)."
                } else if !waiting.isEmpty {
                    "Waited, not admitted: no time in the call."
                } else {
                    "Expected and not in the call; no absence or other arrangement is known."
                }
            let rows = context.presence.onlyWaited.filter { entrants[$0].link.pupil == result.pupil }.flatMap {
                entrants[$0].waiting
            }
            // Who waited and was not let in did come: nobody asks the family why not.
            let isElsewhere = context.session.elsewhere[result.pupil]?.isCertain ?? false
            let audiences = waiting.isEmpty && !isElsewhere ? audiences : audiences.subtracting(.parents)
            return context.finding(
                self, pupil: result.pupil, isOnlyPossible: isPossible, audiences: audiences, detail: detail,
                evidence: context.session.evidence(of: rows))
        }
    }
}
