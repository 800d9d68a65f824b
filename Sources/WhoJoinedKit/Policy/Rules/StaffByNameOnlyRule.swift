/// Staff whose cover rests on a typed name or on an account that is marked as from outside.
///
/// Cannot tell: where the export knows neither addresses nor outsiders a plain name is all there is, and is cover.
struct StaffByNameOnlyRule: Rule {
    let id = RuleID.staffByNameOnly
    let severity = Severity.inform
    let audiences: Finding.Audiences = [.slt]
    let source = "A: school accounts only, staff host all sessions; W 5.1, 6.8"

    func findings(in context: RuleContext) -> [Finding] {
        let presence = context.presence
        return presence.staffEntrants.compactMap { adult, entrants -> Finding? in
            guard case .listed(let staff) = adult, let proof = presence.proofs[adult], proof < .proven else {
                return nil
            }
            let detail =
                proof == .nameOnly
                ? "Known by the name alone: nothing in the export shows that it was this member of staff."
                : "Known by the name alone, on an account that the platform marks as from outside the school."
            return context.finding(
                self, staff: staff, detail: detail, evidence: context.session.evidence(ofEntrants: entrants))
        }.sorted { ($0.name, $0.staff?.position ?? 0) < ($1.name, $1.staff?.position ?? 0) }
    }
}
