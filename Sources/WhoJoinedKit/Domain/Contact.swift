struct Contact: Sendable, Hashable {
    /// The place among the contacts of one pupil.
    typealias Index = TypedIndex<Contact>

    enum Restriction: String, Sendable { case none, courtOrder, noContact, unknown }

    /// 1, 2 … in the order in which to write.
    var order: Int
    var id: String?
    var priority: Int?
    var title = ""
    var given = ""
    var family = ""
    var full = ""
    var relationship: String?
    var parentalResponsibility: Bool?
    var restriction = Restriction.unknown
    /// `nil`: the roster does not say, a person decides.
    var mayContact: Bool?
    /// A restriction stands beside the child and does not say for whom: nobody is written to, and nobody is barred.
    var hasUnclearRestriction = false
    var email: String?
    var phone: String?
    /// A spreadsheet had eaten the number's leading 0.
    var isPhoneRestored = false
}
