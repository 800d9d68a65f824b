/// What a list says of one pupil, gathered row by row.
struct PupilBuilder {
    var entry: RosterDocument.RosterPupil
    var isStaff = false
    var isSuspended = false
    private(set) var contacts: [Contact] = []
    /// In the words of cells that say not whom they restrict.
    var restrictions: Set<String> = []
    private var contactLists: [ContactList] = []
    var classes: [String] = []
    /// Those of them that the pupil has perhaps left.
    var doubtfulClasses: Set<String> = []

    init(entry: RosterDocument.RosterPupil, isStaff: Bool, isSuspended: Bool) {
        (self.entry, self.isStaff, self.isSuspended) = (entry, isStaff, isSuspended)
    }

    /// `Father - no contact` restricts the father; a word that means nobody of them, or several, makes all a question.
    var restrictedContacts: [Contact] {
        restrictions.sorted().reduce(into: contacts) { contacts, text in
            let words = Set(Header(text).words)
            let named = ColumnFinder.relatives.filter { !words.isDisjoint(with: $0) }
            let meant = contacts.indices.filter { i in
                let own = Set(Header(contacts[i].relationship ?? "").words)
                return named.count == 1 && !own.isDisjoint(with: named[0])
            }
            for i in meant.isEmpty ? Array(contacts.indices) : meant {
                if meant.isEmpty {
                    contacts[i].hasUnclearRestriction = true
                } else {
                    contacts[i].restriction = .courtOrder
                }
                contacts[i].mayContact = contacts[i].whetherToContact
            }
        }
    }

    /// A contact with the same id, or equal in every field, is taken once; copies that disagree count as the stricter. Of
    /// two lists the newer holds, and a contact whom it does not have stays only if barred.
    ///
    /// - Returns: the newer list with which this older one does not agree.
    mutating func add(_ contact: Contact, of list: ContactList) -> ContactList? {
        let newer = contacts.indices.filter { list.isOlder(than: contactLists[$0]) }
        if let known = newer.first(where: { contacts[$0].isSameInOtherList(as: contact) }) {
            let own = contactLists[known]
            let isSame = [contacts[known].email, nil].contains(contact.email)
            contacts[known].takeOlder(contact, hasEmail: own.hasEmail, hasPhone: own.hasPhone)
            return isSame ? nil : own
        }
        if let first = newer.first, !contact.isBarred { return contactLists[first] }
        let known = contacts.firstIndex { $0.id != nil ? $0.id == contact.id : $0.isSamePerson(as: contact) }
        if let known {
            contacts[known].takeStricter(contact)
        } else {
            contacts.append(contact)
            contactLists.append(list)
        }
        return nil
    }
}
