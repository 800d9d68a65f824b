/// Pupils in the call without an Acceptable Use agreement signed by that day.
///
/// Cannot tell: without agreements.csv and without a column of the roster.
struct NoAgreementRule: Rule {
    let id = RuleID.noAgreement
    let severity = Severity.followUp
    let audiences: Finding.Audiences = [.slt, .parents]
    let source = "W 3.2, 6.2: a signed Acceptable Use agreement"

    func canTell(in context: RuleContext) -> Bool? { context.hasWholeExport && context.records.knowsAgreements }

    func findings(in context: RuleContext) -> [Finding] {
        guard context.records.knowsAgreements else { return [] }
        return context.pupilsInCall.compactMap { pupil in
            let day = context.session.day
            let detail: String? =
                switch context.records.signature(.acceptableUse, of: .pupil(pupil), on: day) {
                case .holds: nil
                case .none: "No signed Acceptable Use agreement is on file."
                case .later: "The Acceptable Use agreement was signed only afterwards."
                case .ranOut(let last): "The Acceptable Use agreement ran out on \(last.shortWithYear)."
                }
            return detail.map { context.finding(self, pupil: pupil, detail: $0) }
        }
    }
}
