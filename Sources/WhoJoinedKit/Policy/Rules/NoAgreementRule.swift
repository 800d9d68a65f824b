/// Pupils in the call without an Acceptable Use agreement signed by that day.
///
/// Cannot tell: without agreements.csv and without a column of the roster.
struct NoAgreementRule: Rule {
    let id = RuleID.noAgreement
    let severity = Severity.followUp
    let audiences: Finding.Audiences = [.slt, .parents]
    let source = "W 3.2, 6.2: a signed Acceptable Use agreement"

    func findings(in context: RuleContext) -> [Finding] {
        guard context.records.knowsAgreements else { return [] }
        return context.pupilsInCall.compactMap { pupil in
            let signed = context.records.agreementSignedOn(pupil)
            if let signed, signed <= context.session.day { return nil }
            let detail =
                signed == nil
                ? "No signed Acceptable Use agreement is on file."
                : "The Acceptable Use agreement was signed only afterwards."
            return context.finding(self, pupil: pupil, detail: detail)
        }
    }
}
