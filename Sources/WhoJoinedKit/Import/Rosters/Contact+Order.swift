/// By priority (unknown last), then as in the file; `order` counts from 1.
func ordered(_ contacts: [Contact]) -> [Contact] {
    var sorted = contacts.enumerated().sorted {
        ($0.element.priority ?? .max, $0.offset) < ($1.element.priority ?? .max, $1.offset)
    }.map(\.element)
    for i in sorted.indices { sorted[i].order = i + 1 }
    return sorted
}

extension Contact {
    /// `false` if a court order or a "no mail" flag stands or parental responsibility is "no"; `true` only if
    /// responsibility is "yes" and it is known that nothing restricts; else a person decides.
    var whetherToContact: Bool? {
        if hasUnclearRestriction || restriction == .courtOrder || restriction == .noContact
            || parentalResponsibility == false
        {
            return false
        }
        return parentalResponsibility == true && restriction == .none ? true : nil
    }

    func isSamePerson(as other: Contact) -> Bool {
        other.id == nil
            && (title, given, family, full, email, phone) == (
                other.title, other.given, other.family, other.full, other.email, other.phone
            )
            && priority == other.priority && relationship == other.relationship
    }

    mutating func takeStricter(_ other: Contact) {
        func rank(_ restriction: Restriction) -> Int {
            switch restriction {
            case .none: 0
            case .unknown: 1
            case .noContact: 2
            case .courtOrder: 3
            }
        }
        hasUnclearRestriction = hasUnclearRestriction || other.hasUnclearRestriction
        if rank(other.restriction) > rank(restriction) { restriction = other.restriction }
        switch (parentalResponsibility, other.parentalResponsibility) {
        case (_, false): parentalResponsibility = false
        case (true, nil): parentalResponsibility = nil
        default: break
        }
        mayContact = whetherToContact
        email = email ?? other.email
        phone = phone ?? other.phone
    }
}
