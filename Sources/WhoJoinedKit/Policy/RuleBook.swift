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
        StaffByNameOnlyRule(), RecordingBotRule(), PupilHostRule(), PupilPresentedRule(), PupilRecordedRule(),
        AbuseReportRule(), AdmittedLateRule(), AdmittedInBulkRule(),
        DoubtfulSessionRule(),
    ]

    static let weekly: [any WeeklyRule] = [OverUseRule(), UnableToAccessRule()]

    /// All that `school.toml` may set beside `on` and `clause`, in the order of the documents' table.
    static let parameters: [any AnyParameter] =
        rules.flatMap(\.parameters) + weekly.flatMap(\.parameters) + FollowUpLadder.parameters
}
