/// A rule in the words of a page: one phrase each, the field's words and no accusation.
func words(for rule: RuleID) -> String {
    switch rule {
    case .nonJoiner: "not seen by name"
    case .unnamed: "unnamed entrant"
    case .renamed: "name changed in the call"
    case .cameraOff: "camera off"
    case .cameraUnknown: "camera not recorded"
    case .uninvited: "not invited"
    case .otherClass: "pupil of another class"
    case .adultPresent: "a parent's own account"
    case .outsideAccount: "not the school's account"
    case .needsALook: "a name to settle"
    case .impersonation: "a name like a pupil's"
    case .late: "late"
    case .leftEarly: "left early"
    case .shortStay: "short stay"
    case .cameAndWent: "came and went"
    case .unsupervised: "pupils without an adult"
    case .oneAdult: "fewer adults than the policy asks"
    case .oneToOne: "one-to-one not in order"
    case .afterRemoval: "joined before SLT cleared it"
    case .rejoinedAfterRemoval: "came back after being removed"
    case .waitingRoom: "not through the waiting room"
    case .outOfHours: "outside school hours"
    case .unapprovedPlatform: "platform not approved for this"
    case .personalAccount: "a member of staff's private account"
    case .personalMeetingID: "a personal meeting ID"
    case .noAgreement: "no signed agreement"
    case .recordedWithoutApproval: "recorded without approval"
    case .notRecorded: "not recorded"
    case .unscheduled: "not on the timetable"
    case .noExport: "no export"
    case .staffByNameOnly: "staff known by a name alone"
    case .recordingBot: "a recording or note-taking programme"
    case .overUse: "more video than the policy allows"
    case .unableToAccess: "may be unable to access: support"
    case .doubtfulSession: "a session in doubt: nobody counts as missing"
    }
}

/// `3 lessons`, `1 lesson`
func counted(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
}

extension Platform {
    var title: String {
        switch self {
        case .zoom: "Zoom"
        case .meet: "Google Meet"
        case .teams: "Microsoft Teams"
        case .webex: "Webex"
        case .bigbluebutton: "BigBlueButton"
        case .collaborate: "Collaborate"
        case .schoolcloud: "SchoolCloud"
        }
    }

    /// After how many days the platform is likely to delete its own list; `nil`: not known.
    ///
    /// Zoom: the shortest period seen. Meet: Google keeps the audit log for six months. Teams: attendance reports are
    /// kept for a year after the meeting (message centre MC1022529, 2025).
    var keepsListDays: Int? {
        switch self {
        case .zoom: 30
        case .meet: 180
        case .teams: 365
        case .webex, .schoolcloud, .bigbluebutton, .collaborate: nil
        }
    }
}
