/// Expected pupils with no stay in the session, no known absence and no other arrangement.
///
/// Cannot tell: without usable rows (`no-data`); only possible while an unnamed or ambiguous entrant, or a parent's account, may be the pupil.
struct NonJoinerRule: Rule {
    let id = RuleID.nonJoiner
    let severity = Severity.followUp
    let audiences: Set<Finding.Audience> = [.parents, .slt]
    let source = "A staff duties: keep a record of pupils not joining, follow up with parents sensitively"

    func findings(in context: RuleContext) -> [Finding] {
        context.results.compactMap { result in
            guard result.status == .nonJoiner || result.status == .possible else { return nil }
            let isPossible = result.status == .possible
            let waited = PupilResult.waitedOnly(result.pupil, context.session)
            let detail =
                if isPossible {
                    "Not seen by name, but only possibly missing: \(result.reason)."
                } else if waited {
                    "Waited, but was not admitted: no time in the call."
                } else {
                    "Expected and not in the call; no absence or other arrangement is known."
                }
            let waitingRows = context.session.entrants.filter { $0.onlyWaited && $0.link.pupil == result.pupil }.flatMap(\.waiting)
            var finding = context.finding(self, pupil: result.pupil, detail: detail, evidence: context.session.evidence(of: waitingRows))
            finding.isOnlyPossible = isPossible
            // Who waited and was not let in did come: nobody asks the family why not (rules.md §3.10).
            if waited { finding.audiences.remove(.parents) }
            return finding
        }
    }
}
