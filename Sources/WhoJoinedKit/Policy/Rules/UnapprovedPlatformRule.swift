/// A session held on a platform that the school has not approved for its kind.
///
/// Cannot tell: for a kind that the school's list leaves empty.
struct UnapprovedPlatformRule: Rule {
    let id = RuleID.unapprovedPlatform
    let severity = Severity.followUp
    let audiences: Finding.Audiences = [.slt]
    let source = "A: only an approved system; W 5.1-5.3"

    static let pupils = Parameter<[Platform]>(.rule(.unapprovedPlatform), "pupils")
    static let parents = Parameter<[Platform]>(.rule(.unapprovedPlatform), "parents")
    static let staff = Parameter<[Platform]>(.rule(.unapprovedPlatform), "staff")
    let parameters: [any AnyParameter] = [pupils, parents, staff]

    func applies(to kind: SessionKind) -> Bool { true }

    func canTell(in context: RuleContext) -> Bool? {
        !context.session.exports.isEmpty && !context.policy[Self.list(of: context.session.kind)].isEmpty
    }

    private static func list(of kind: SessionKind) -> Parameter<[Platform]> {
        switch kind {
        case .parentMeeting: parents
        case .staffMeeting: staff
        default: pupils
        }
    }

    func findings(in context: RuleContext) -> [Finding] {
        let list = Self.list(of: context.session.kind)
        let approved = context.policy[list]
        // Names alone do not say where they met.
        let others = context.session.exports.filter { $0.variant != NamesOnly.variant }.map(\.platform)
            .filter { !approved.contains($0) }
        guard !approved.isEmpty, !others.isEmpty else { return [] }
        let used = Set(others.map(\.rawValue)).sorted()
        return [
            context.finding(
                self,
                session:
                    "Held on \(used.joined(separator: ", ")); for \(list.key) the school has approved \(approved.map(\.rawValue).joined(separator: ", "))."
            )
        ]
    }
}
