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
}

extension Rule {
    var parameters: [any AnyParameter] { [] }
    /// Most rules are about pupils; the few that are not say so.
    func applies(to kind: SessionKind) -> Bool { kind.isForPupils }
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

/// Every rule, in the order of `RuleID`; a new rule is a new file in Rules/ and a new line here.
enum RuleBook {
    static let rules: [any Rule] = [
        NonJoinerRule(), UnnamedRule(), RenamedRule(), CameraOffRule(), CameraUnknownRule(), UninvitedRule(),
        OtherClassRule(),
        AdultPresentRule(), OutsideAccountRule(), NeedsALookRule(), ImpersonationRule(), LateRule(), LeftEarlyRule(),
        ShortStayRule(),
        CameAndWentRule(), UnsupervisedRule(), OneAdultRule(), OneToOneRule(), AfterRemovalRule(),
        RejoinedAfterRemovalRule(),
        WaitingRoomRule(), OutOfHoursRule(), UnapprovedPlatformRule(), PersonalAccountRule(), PersonalMeetingIDRule(),
        NoAgreementRule(),
        RecordedWithoutApprovalRule(), NotRecordedRule(), UnscheduledRule(), NoExportRule(),
    ]

    static let weekly: [any WeeklyRule] = [OverUseRule(), UnableToAccessRule()]

    /// All that `school.toml` may set beside `on` and `clause`, in the order of README's table.
    static let parameters: [any AnyParameter] =
        rules.flatMap(\.parameters) + weekly.flatMap(\.parameters) + FollowUpLadder.parameters
}
