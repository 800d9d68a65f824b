/// A session held on a platform that the school has not approved for its kind.
///
/// Cannot tell: for a kind that the school's list leaves empty.
struct UnapprovedPlatformRule: Rule {
    let id = RuleID.unapprovedPlatform
    let severity = Severity.followUp
    let audiences: Finding.Audiences = [.slt]
    let source = "A: only an approved system; W 5.1-5.3"

    func applies(to kind: SessionKind) -> Bool { true }

    func findings(in context: RuleContext) -> [Finding] {
        let (list, people) =
            switch context.session.kind {
            case .parentMeeting: ("parents", "parents")
            case .staffMeeting: ("staff", "staff")
            default: ("pupils", "pupils")
            }
        let approved = context.policy.list(id, list)
        let others = context.session.exports.lazy.map(\.platform.rawValue).filter { !approved.contains($0) }
        guard !approved.isEmpty, !others.isEmpty else { return [] }
        let used = Set(others).sorted()
        return [
            context.finding(
                self,
                session:
                    "Held on \(used.joined(separator: ", ")); for \(people) the school has approved \(approved.joined(separator: ", "))."
            )
        ]
    }
}
