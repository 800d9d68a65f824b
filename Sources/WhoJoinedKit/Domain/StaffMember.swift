struct StaffMember: Sendable {
    typealias Index = TypedIndex<StaffMember>

    /// The staff code where there is one, else the roster's id: what outputs print.
    var code: String
    /// Any other identifier that staff cells may hold (`name:`, `email:`, sourcedId, SIS id).
    var otherIDs: [String] = []
    var title = ""
    var given = ""
    var family = ""
    var full = ""
    var email: String?
    var phone: String?
    var personalMeetingID: String?
}
