/// Some cells of a row as a contact of the pupil, read on the safe side.
extension FlatRosterReader {
    mutating func readContact(
        _ row: RosterTable.Row, _ table: RosterTable, _ fields: PersonColumns, number: Int
    ) -> Contact? {
        let cells = RowCells(row: row, columns: fields)
        func first(_ names: RosterField...) -> String { names.lazy.map { cells[$0] }.first { !$0.isEmpty } ?? "" }
        var contact = Contact(order: 0)
        contact.id = cells[.contactID].orNil
        contact.title = cells[.title]
        contact.given = namePart(first(.contactGiven, .given))
        contact.family = namePart(first(.contactFamily, .family))
        let whole = namePart(first(.contactName, .name))
        let parts = joined(contact.title, contact.given, contact.family)
        contact.full = contact.given.isEmpty && contact.family.isEmpty && !whole.isEmpty ? whole : parts
        let addresses = [cells[.homeEmail], cells[.primaryEmail], cells[.contactEmail], cells[.plainEmail]]
        let phone = phoneNumber(first(.mobile, .telephone))
        let isThere =
            contact.id != nil || !contact.given.isEmpty || !contact.family.isEmpty || !whole.isEmpty || phone != nil
            || addresses.contains { !$0.isEmpty }
        guard isThere else { return nil }
        contact.email = readEmail(addresses, table, row)
        contact.phone = phone?.number
        contact.isPhoneRestored = phone?.isRestored == true
        let isCounted = (1..<ColumnFinder.firstRelative).contains(number)
        contact.priority = contactPriority(cells[.priority]) ?? (isCounted && !cells.has(.priority) ? number : nil)
        contact.relationship = cells[.relationship].orNil ?? relative(number)
        contact.parentalResponsibility = hasResponsibility(cells[.responsibility])
        let court = restricts(cells[.courtOrder])
        nameUnclear(cells, table, row, priority: contact.priority)
        contact.restriction = restriction(
            court: court, hasCourtColumn: cells.has(.courtOrder), mail: truth(cells[.mayReceiveMail]))
        contact.mayContact = contact.whetherToContact
        return contact
    }

    private func relative(_ number: Int) -> String? {
        let place = number - ColumnFinder.firstRelative
        guard ColumnFinder.relatives.indices.contains(place) else { return nil }
        return ColumnFinder.relatives[place].first?.capitalized
    }

    /// What a contact's cells say in words is read on the safe side, and named once for each wording.
    private mutating func nameUnclear(
        _ cells: RowCells, _ table: RosterTable, _ row: RosterTable.Row, priority: Int?
    ) {
        let court = cells[.courtOrder]
        if restricts(court) == true, truth(court) != true {
            unclear.add(table.name, row.line, "court order \u{201C}\(court)\u{201D}", "a restriction")
        }
        let responsibility = cells[.responsibility]
        if !responsibility.isEmpty, truth(responsibility) == nil {
            let read =
                switch hasResponsibility(responsibility) {
                case true?: "yes"
                case false?: "no"
                case nil: "not known, so a person decides"
                }
            unclear.add(table.name, row.line, "parental responsibility \u{201C}\(responsibility)\u{201D}", read)
        }
        if let text = cells[.priority].orNil, priority == nil {
            unclear.add(table.name, row.line, "priority \u{201C}\(text)\u{201D}", "no priority")
        }
    }

    /// Known to be none: a court-order column that says no or, where there is no such column, a "may receive mail" that
    /// says yes.
    private func restriction(court: Bool?, hasCourtColumn: Bool, mail: Bool?) -> Contact.Restriction {
        if court == true { return .courtOrder }
        if mail == false { return .noContact }
        return court == false || !hasCourtColumn && mail == true ? .none : .unknown
    }
}
