/// Some cells of a row as a contact of the pupil, read on the safe side.
extension FlatRosterReader {
    mutating func readContact(
        _ row: RosterTable.Row, _ table: RosterTable, _ fields: PersonColumns, number: Int
    ) -> Contact? {
        let cells = RowCells(row: row, columns: fields)
        func first(_ names: RosterField...) -> String { names.lazy.map { cells[$0] }.first { !$0.isEmpty } ?? "" }
        var contact = Contact(order: 0)
        contact.id = cells[.contactID].orNil
        let names =
            [cells[.title], first(.contactGiven, .given), first(.contactFamily, .family)]
            + [first(.contactName, .name)]
        let (title, given, family, whole) = (
            withoutBar(names[0]), namePart(withoutBar(names[1])), namePart(withoutBar(names[2])),
            namePart(withoutBar(names[3]))
        )
        (contact.title, contact.given, contact.family) = (title, given, family)
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
        // What cannot be read restricts, as every filled cell does that is no plain no.
        let isBarredByWords = ([cells[.relationship]] + names).contains(where: HeadingWords.bars)
        let court = isBarredByWords || cells.holdsError(.courtOrder) ? true : restricts(cells[.courtOrder])
        nameUnclear(cells, table, row, priority: contact.priority)
        if isBarredByWords {
            unclear.add(
                table.name, row.line, "what stands behind a contact's name or relationship", "a restriction",
                fix: "put restrictions into a column of their own")
        }
        contact.restriction = restriction(
            court: court, hasCourtColumn: cells.has(.courtOrder),
            mail: cells.holdsError(.mayReceiveMail) ? false : mayReceive(cells[.mayReceiveMail]))
        contact.mayContact = contact.whetherToContact
        return contact
    }

    /// `Harkness (NO CONTACT)` is Harkness.
    private func withoutBar(_ name: String) -> String {
        if name.isEmpty || !HeadingWords.bars(name) { return name }
        let ends: [(start: UInt8, end: UInt8)] = [
            (.openingParenthesis, .closingParenthesis), (.openingBracket, .closingBracket),
        ]
        for (start, end) in ends {
            guard let from = name.utf8.firstIndex(of: start), let to = name.utf8[from...].firstIndex(of: end),
                HeadingWords.bars(String(name[from...to]))
            else { continue }
            return tidied(name[..<from] + " " + name[name.utf8.index(after: to)...])
        }
        let parts = name.split(separator: " - ", maxSplits: 1)
        return parts.first { !HeadingWords.bars(String($0)) }.map { tidied(String($0)) } ?? name
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
        let court = cells.asWritten(.courtOrder)
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
        let mail = cells[.mayReceiveMail]
        if let read = mayReceive(mail), truth(mail) == nil {
            unclear.add(table.name, row.line, "leave to write \u{201C}\(mail)\u{201D}", read ? "yes" : "no")
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
