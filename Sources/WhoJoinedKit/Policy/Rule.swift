/// One demand of a policy, applied to one session: a pure function of the linked session and the school's files.
protocol Rule: Sendable {
    var id: RuleID { get }
    var severity: Severity { get }
    var audiences: Finding.Audiences { get }
    /// The demand in the two policies that the rule comes from: A = Avanti House 2020, W = Willenhall 2021.
    var source: String { get }
    /// All that a school may choose of it.
    var parameters: [any AnyParameter] { get }
    func applies(to kind: SessionKind) -> Bool
    func findings(in context: RuleContext) -> [Finding]
    /// Whether the evidence of this session would show a breach, so that no finding means that the demand was kept.
    /// - Returns: `nil`: what it demands did not arise.
    func canTell(in context: RuleContext) -> Bool?
}

extension Rule {
    var parameters: [any AnyParameter] { [] }
    /// Most rules are about pupils; the few that are not say so.
    func applies(to kind: SessionKind) -> Bool { kind.isForPupils }
    func canTell(in context: RuleContext) -> Bool? { context.hasWholeExport }
}

/// A demand about the whole week.
protocol WeeklyRule: Sendable {
    var id: RuleID { get }
    var severity: Severity { get }
    var audiences: Finding.Audiences { get }
    var source: String { get }
    var parameters: [any AnyParameter] { get }
    func findings(in context: WeekContext) -> [Finding]
}
