extension RuleID {
    /// A rule in the words of a page: one phrase each, the field's words and no accusation.
    var words: String {
        switch self {
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
        case .oneAdult: "fewer adults than the policy asks for"
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
        case .pupilHost: "hosted from a pupil's account"
        case .pupilPresented: "a pupil presented"
        case .pupilRecorded: "a pupil recorded"
        case .abuseReport: "an abuse report"
        case .admittedLate: "let in after the lock time"
        case .admittedInBulk: "many let in at once"
        case .overUse: "more video than the policy allows"
        case .unableToAccess: "may be unable to access: support"
        case .doubtfulSession: "a session in doubt: nobody counts as missing"
        }
    }
}

extension Severity {
    /// What it asks of a reader.
    var words: String {
        switch self {
        case .safeguarding: "safeguarding"
        case .followUp: "to follow up"
        case .inform: "for information"
        }
    }
}
