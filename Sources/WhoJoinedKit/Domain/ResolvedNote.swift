/// A line of notes.csv with the person whom it means, where that can be told.
struct ResolvedNote: Sendable {
    var note: HostNote
    var pupil: Pupil.Index?
    var staff: StaffMember.Index?
    /// A removal whose person was neither in that session nor is on the roster.
    var isOfNobody = false
}
