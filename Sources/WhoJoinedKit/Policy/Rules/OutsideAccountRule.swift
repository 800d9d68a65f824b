/// A pupil of the class who did not use the school login.
///
/// Cannot tell: an empty e-mail without a marker of the platform, a masked domain, or a school without domains in
/// school.toml.
struct OutsideAccountRule: Rule {
    let id = RuleID.outsideAccount
    let severity = Severity.followUp
    let audiences: Finding.Audiences = [.parents, .slt]
    let source = "W 6.9: pupils use the school login"

    func canTell(in context: RuleContext) -> Bool? {
        guard context.hasWholeExport, !context.school.settings.domains.isEmpty else { return false }
        return context.entrants(.pupil).allSatisfy { index in
            let entrant = context.session.entrants[index]
            return entrant.email != nil || entrant.stays.contains { $0.stay.isExternal != nil }
        }
    }

    func findings(in context: RuleContext) -> [Finding] {
        var found: [Finding] = []
        for index in context.entrants(.pupil) {
            let entrant = context.session.entrants[index]
            let marked = entrant.stays.filter { $0.stay.isExternal == true }
            if context.isOutside(entrant.email) {
                found.append(
                    context.finding(
                        self, entrant: index, detail: "Joined with an e-mail address that is not the school's."))
            } else if !marked.isEmpty {
                let rows = context.session.evidence(of: marked)
                found.append(
                    context.finding(
                        self, entrant: index, detail: "The platform marks this account as from outside the school.",
                        evidence: rows))
            }
        }
        return found
    }
}

extension RuleContext {
    /// False also where it cannot be told.
    func isOutside(_ email: String?) -> Bool {
        guard let email, !school.settings.domains.isEmpty, let at = email.utf8.lastIndex(of: UInt8(ascii: "@")) else {
            return false
        }
        let domain = email.utf8[email.index(after: at)...]
        guard domain.contains(UInt8(ascii: ".")), !domain.contains(UInt8(ascii: "*")) else { return false }
        return !school.settings.isSchoolAddress(email)
    }
}
