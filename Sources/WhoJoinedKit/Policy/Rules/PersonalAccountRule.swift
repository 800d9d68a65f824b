/// A member of staff, or the host, with an e-mail that is not the school's.
///
/// Cannot tell: without an e-mail.
struct PersonalAccountRule: Rule {
    let id = RuleID.personalAccount
    let severity = Severity.followUp
    let audiences: Finding.Audiences = [.slt]
    let source = "A: school accounts only; W 6.8, 6.9, 5.3"

    func applies(to kind: SessionKind) -> Bool { true }

    func canTell(in context: RuleContext) -> Bool? {
        guard context.hasWholeExport, !context.school.settings.domains.isEmpty else { return false }
        let staff = context.entrants(.staff)
        return !staff.isEmpty && staff.allSatisfy { context.session.entrants[$0].email != nil }
    }

    func findings(in context: RuleContext) -> [Finding] {
        var found: [Finding] = []
        var known: Set<String> = []
        for index in context.entrants(.staff) {
            let email = context.session.entrants[index].email
            guard context.isOutside(email) else { continue }
            known.insert(email?.lowercased() ?? "")
            found.append(
                context.finding(
                    self, entrant: index, detail: "A member of staff used an account that is not the school's."))
        }
        if context.session.exports.contains(where: {
            context.isOutside($0.hostEmail) && !known.contains($0.hostEmail?.lowercased() ?? "")
        }) {
            found.append(
                context.finding(self, session: "The meeting was hosted from an account that is not the school's."))
        }
        return found
    }
}
