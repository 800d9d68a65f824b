/// What the list of a contact can say.
struct ContactList: Hashable {
    var file: String
    var line: Int
    var age: Day?
    var hasEmail: Bool
    var hasPhone: Bool

    func isOlder(than other: ContactList) -> Bool {
        guard let age, let newer = other.age else { return false }
        return file != other.file && age < newer
    }
}

extension Contact {
    /// One person in two lists: an id of one system, or a name; addresses change.
    func isSameInOtherList(as other: Contact) -> Bool {
        func plain(_ contact: Contact) -> String {
            contact.given.isEmpty || contact.family.isEmpty
                ? contact.full.lowercased() : (contact.given + " " + contact.family).lowercased()
        }
        if id != nil, id == other.id { return true }
        let (a, b) = (plain(self), plain(other))
        return a.isEmpty || b.isEmpty ? email != nil && email == other.email : a == b
    }

    /// A bar stands until a list says that there is none; what the newer list does not say the older may.
    mutating func takeOlder(_ older: Contact, hasEmail: Bool = true, hasPhone: Bool = true) {
        if !hasEmail { email = email ?? older.email }
        if !hasPhone { phone = phone ?? older.phone }
        if restriction == .unknown, older.restriction == .courtOrder || older.restriction == .noContact {
            restriction = older.restriction
        }
        parentalResponsibility = parentalResponsibility ?? older.parentalResponsibility
        mayContact = whetherToContact
    }

    /// Must be known even if a newer list has lost it.
    var isBarred: Bool { restriction == .courtOrder || restriction == .noContact || parentalResponsibility == false }
}
