/// Everybody the school knows: all files of `roster/` together. Pupils, staff and classes are referred to by index.
struct Roster: Sendable {
    var pupils: [Pupil] = []
    var staff: [StaffMember] = []
    var classes: [SchoolClass] = []
    var enrolments: [Enrolment] = []
    var marks: [AttendanceMark] = []
    /// What each file was taken for: told by `check` alone.
    var summaries: [Problem] = []
    var hasContacts = false
    /// False when the roster cannot say who may be written to (OneRoster, SDS): see `[contacts] ask-means-yes`.
    var saysWhoMayBeContacted = false
    var hasAgreements = false

    init() {}
}
