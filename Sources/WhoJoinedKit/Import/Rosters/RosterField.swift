/// What a column of a flat roster, a mark list or a lesson list holds. The raw values are the keys of
/// `[roster.columns]`.
enum RosterField: String, Sendable, CaseIterable {
    case legalGiven = "legal-given"
    case legalFamily = "legal-family"
    case legalMiddle = "legal-middle"
    case preferredGiven = "preferred-given"
    case preferredFamily = "preferred-family"
    case given, family, middle, name
    case upn
    case admissionNumber = "admission-no"
    case misID = "mis-id"
    /// A column that is just called ID: it belongs to the column after it.
    case plainID = "id"
    case year
    case registrationGroup = "reg-group"
    case className = "class"
    /// Arbor: many classes in one cell.
    case courses
    case subject
    case sen
    case pupilEmail = "email"
    case primaryEmail = "primary-email"
    case plainEmail = "plain-email"
    case homeEmail = "home-email"
    case salutation
    case leftOn = "left-on"
    case startsOn = "starts-on"
    case status
    case isLeaver = "leaver"
    case isCurrent = "on-roll"
    case role
    case tutor
    case tutorEmail = "tutor-email"
    case unitPath = "org-unit-path"
    case language
    case agreement
    case contactID = "contact-id"
    case priority
    case responsibility = "parental-responsibility"
    case courtOrder = "court-order"
    case mayReceiveMail = "may-receive-mail"
    case relationship, title
    case contactGiven = "contact-given"
    case contactFamily = "contact-family"
    case contactName = "contact-name"
    case contactEmail = "contact-email"
    case mobile, telephone
    case staffCode = "staff-code"
    case personalMeetingID = "personal-meeting-id"
    case mark
    case markDate = "mark-date"
    case half = "am-pm"
    case teacher, day, period, room, week

    /// Only a contact has such a column: from the first one to the right plain names and e-mails are the contact's.
    var isContactOnly: Bool {
        switch self {
        case .contactID, .priority, .responsibility, .courtOrder, .mayReceiveMail, .relationship, .title, .contactGiven,
            .contactFamily, .contactName,
            .contactEmail, .mobile, .telephone:
            true
        default: false
        }
    }

    var isPupilName: Bool {
        switch self {
        case .legalGiven, .legalFamily, .preferredGiven, .preferredFamily, .given, .family, .name: true
        default: false
        }
    }
}
