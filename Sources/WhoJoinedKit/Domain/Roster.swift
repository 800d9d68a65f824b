/// Everybody the school knows: all files of `roster/` together. Pupils, staff and classes are referred to by index.
struct Roster: Sendable {
    var pupils: [Pupil] = []
    var staff: [StaffMember] = []
    var classes: [SchoolClass] = []
    var enrolments: [Enrolment] = []
    var marks: [AttendanceMark] = []
    var unread: [UnreadRow] = []
    /// The files in which pupils stand.
    var pupilLists: [String] = []
    /// What each file was taken for: told by `check` alone.
    var summaries: [Problem] = []
    var hasContacts = false
    /// False when the roster cannot say who may be written to (OneRoster, SDS): see `[contacts] ask-means-yes`.
    var saysWhoMayBeContacted = false
    var hasAgreements = false

    init() {}
}

/// A row of a list that could not be used, as text.
struct UnreadRow: Sendable, Hashable {
    var file: String
    var line: Int
    var text: String
}
