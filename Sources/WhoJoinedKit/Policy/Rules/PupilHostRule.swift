/// A meeting whose host's account is a pupil's own.
///
/// Cannot tell: an export that does not name the host's address, and an address that an adult has too.
struct PupilHostRule: Rule {
    let id = RuleID.pupilHost
    let severity = Severity.safeguarding
    let audiences: Finding.Audiences = [.slt, .dsl]
    let source = "A: staff host all sessions; W 5.1: staff set up and host the meeting"

    func applies(to kind: SessionKind) -> Bool { true }

    func canTell(in context: RuleContext) -> Bool? {
        context.session.hasData && context.session.exports.allSatisfy { $0.hostEmail != nil }
    }

    func findings(in context: RuleContext) -> [Finding] {
        let hosts = Set(context.session.exports.compactMap(\.hostEmail)).sorted()
        return hosts.compactMap { email in
            guard let pupil = context.records.pupil(withAccount: email) else { return nil }
            let rows = context.session.entrants.filter {
                $0.email.map { comparableEmail($0) } == comparableEmail(email)
            }
            return context.finding(
                self, pupil: pupil, detail: "The meeting was hosted from this pupil's account.",
                evidence: context.session.evidence(of: rows.flatMap(\.stays)))
        }
    }
}
