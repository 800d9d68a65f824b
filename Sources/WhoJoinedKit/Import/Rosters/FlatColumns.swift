/// Which columns of a flat table belong to the pupil, to the class and to which contact, by position.
///
/// From the first contact-only column to the right, plain names and e-mails are the contact's; a class column, or the
/// ID before it, ends that block.
struct FlatColumns: Sendable {
    private(set) var pupil: [RosterField: [Int]] = [:]
    /// By contact number; 0 is the contact that has the row.
    private(set) var contacts: [Int: [RosterField: [Int]]] = [:]

    /// Headings that mean nothing, or whose contact cannot be told.
    private(set) var notUnderstood: [Int] = []
    /// Two contacts side by side whose columns cannot be told apart.
    private(set) var mixedContacts: Int?
    /// Restrictions beside the pupil that say not of whom.
    private(set) var restrictions: [Int] = []
    /// Columns of notes, which count where they speak of a court or of no contact.
    private(set) var notes: [Int] = []

    init(_ table: RosterTable, _ finder: ColumnFinder) {
        let blocks = ContactBlocks(table, finder)
        let meanings = blocks.meanings.enumerated().map { column, meaning in
            meaning?.field == .title && meaning?.contact == 0 && table.hasRoles(column)
                ? ColumnMeaning(field: .role) : meaning
        }
        let all = Set(meanings.compactMap { $0?.contact == 0 ? $0?.field : nil })
        place(meanings, table, finder, startsBlock: \.isContactOnly)
        if !hasPupilNames, !hasPupilID, !all.isDisjoint(with: [.given, .family, .name]) {
            // A list of people that begins with their titles or phones is still a list of pupils.
            (pupil, contacts) = ([:], [:])
            place(meanings, table, finder) { $0.isContactOnly && ![.title, .mobile, .telephone].contains($0) }
        }
        dropSharedIDs(table)
        splitRepeatedBlocks(table)
        joinCopies(blocks.copies)
        takeRestrictionOfNobody(table, finder)
        dropNamelessBlocks()
        takeDepartments(table)
        takeNotes(table)
        notUnderstood = table.headers.indices.filter { !table.headers[$0].written.isEmpty && !isUsed($0) }
    }

    private mutating func place(
        _ meanings: [ColumnMeaning?], _ table: RosterTable, _ finder: ColumnFinder,
        startsBlock: (RosterField) -> Bool
    ) {
        var isInBlock = false
        // Beside a forename and a surname two columns called Name are those of contacts.
        let namesTwice = table.headers.count { $0.key == "name" } > 1
        /// The numbered or named contact to the left.
        var neighbour = 0
        for (i, meaning) in meanings.enumerated() {
            guard var meaning else { continue }
            let next = meanings[(i + 1)...].first { $0 != nil } ?? nil
            if meaning.field == .name, !isInBlock, neighbour == 0, namesTwice,
                pupil.keys.contains(.family) || pupil.keys.contains(.legalFamily)
            {
                isInBlock = true
            }
            if FlatColumns.ofPupilAlone.contains(meaning.field), isInBlock || neighbour > 0,
                !finder.isListed(table.headers[i])
            {
                continue
            }
            if meaning.field == .plainID {
                if next?.field == .className || next?.field == .courses {
                    isInBlock = false
                    neighbour = 0
                    continue
                }
                meaning.field =
                    next.map { $0.contact == 0 && $0.field.isContactOnly } == true || isInBlock ? .contactID : .misID
            }
            if meaning.field == .contactID, pupil.isEmpty, contacts.isEmpty, next?.field.isPupilName == true,
                meanings.allSatisfy({ $0.map { !FlatColumns.pupilIDs.contains($0.field) } ?? true })
            {
                // The only number of a list that begins with it is the pupil's.
                meaning.field = .misID
            }
            if meaning.contact > 0 {
                neighbour = meaning.contact
                contacts[meaning.contact, default: [:]][meaning.field, default: []].append(i)
                continue
            }
            if meaning.field == .className || meaning.field == .courses { (isInBlock, neighbour) = (false, 0) }
            if neighbour > 0, meaning.field.isContactOnly || FlatColumns.emails.contains(meaning.field) {
                let known = contacts[neighbour] ?? [:]
                let hasOne =
                    FlatColumns.emails.contains(meaning.field)
                    ? !known.keys.allSatisfy { !FlatColumns.emails.contains($0) } : known[meaning.field] != nil
                if !hasOne { contacts[neighbour, default: [:]][meaning.field] = [i] }
                continue
            }
            isInBlock = isInBlock || startsBlock(meaning.field)
            if meaning.field.isContactOnly || isInBlock && FlatColumns.plain.contains(meaning.field) {
                contacts[0, default: [:]][meaning.field, default: []].append(i)
            } else {
                pupil[meaning.field, default: []].append(i)
            }
        }
        // iSAMS says that its School Code may change and is not unique: any other id comes first. A bare ID may be the
        // system's own.
        func rank(_ column: Int) -> Int {
            let header = table.headers[column]
            return !finder.isListed(header) ? 3 : header.key == "schoolcode" ? 2 : header.key == "id" ? 1 : 0
        }
        pupil[.misID]?.sort { (rank($0), $0) < (rank($1), $1) }
    }

    /// A number that is equal in all rows is the school's and nobody's own.
    private mutating func dropSharedIDs(_ table: RosterTable) {
        guard table.rows.count > 1 else { return }
        for field in [RosterField.misID, .admissionNumber] {
            let own = pupil[field]?.filter { column in
                let first = table.rows[0].text(column)
                return table.rows.contains { $0.text(column) != first }
            }
            guard let own, own != pupil[field] else { continue }
            let isLost = pupil[field]?.contains {
                isShortened(table.rows[0].text($0)) || table.rows[0].text($0).isEmpty
            }
            // All rows of one child have its number.
            let names = pupil.filter { $0.key.isPupilName }.flatMap(\.value)
            let areSeveral = table.rows.contains { row in names.contains { row.text($0) != table.rows[0].text($0) } }
            if !own.isEmpty { pupil[field] = own } else if isLost == false, areSeveral { pupil[field] = nil }
        }
    }

    /// Contacts side by side under the same headings: each repetition of the first repeated heading begins the next.
    private mutating func splitRepeatedBlocks(_ table: RosterTable) {
        guard let block = contacts[0] else { return }
        let columns = block.flatMap { field, places in places.map { (column: $0, field: field) } }.sorted {
            $0.column < $1.column
        }
        func key(_ column: Int) -> String { table.headers[column].key }
        let places = Dictionary(grouping: columns.map(\.column), by: key)
        let hasTwoNames = columns.contains { $0.field.isContactName && places[key($0.column)]!.count > 1 }
        guard hasTwoNames, let first = columns.first(where: { places[key($0.column)]!.count > 1 }) else { return }
        var byPlace: [Int: [RosterField: [Int]]] = [:]
        var number = 0
        var isClear = true
        var seen: Set<String> = []
        for (column, field) in columns {
            if key(column) == key(first.column) {
                number += 1
                if number > 1 { seen = [] }
            }
            isClear = seen.insert(key(column)).inserted && isClear
            byPlace[max(1, number), default: [:]][field, default: []].append(column)
        }
        if !isClear {
            // Name, Name, Email, Email: clear only if every heading is there for every contact.
            guard columns.allSatisfy({ places[key($0.column)]!.count == number }) else {
                mixedContacts = first.column
                return
            }
            byPlace = [:]
            for (column, field) in columns {
                let place = places[key(column)]!.firstIndex(of: column)! + 1
                byPlace[place, default: [:]][field, default: []].append(column)
            }
        }
        guard contacts.keys.allSatisfy({ $0 == 0 || $0 > number }) else {
            mixedContacts = first.column
            return
        }
        contacts[0] = nil
        contacts.merge(byPlace) { $1 }
    }

    /// `Email.1` beside `Email` is the second, as `Email (2)` is; beside no `Email` it is the first.
    private mutating func joinCopies(_ copies: [(column: Int, meaning: ColumnMeaning, number: Int)]) {
        if copies.isEmpty && !(contacts[0] != nil && contacts.keys.contains { (1...20).contains($0) }) { return }
        let unnumbered = contacts[0]
        let numbers = Set(copies.map(\.number)).union(contacts.keys.filter { (1...20).contains($0) })
        let isNamed = unnumbered?.keys.contains(where: \.isContactName) == true
        let countsFromZero = isNamed && numbers.contains(1)
        if countsFromZero {
            for number in contacts.keys.filter({ (1...20).contains($0) }).sorted(by: >) {
                contacts[number + 1] = contacts.removeValue(forKey: number)
            }
        }
        if isNamed, !numbers.isEmpty {
            contacts[0] = nil
            contacts[1] = unnumbered
        }
        for (column, meaning, number) in copies
        where meaning.field.isContactOnly || FlatColumns.plain.contains(meaning.field) {
            contacts[countsFromZero ? number + 1 : number, default: [:]][meaning.field, default: []].append(column)
        }
        // Copies alone, without a contact's name, may be the pupil's or a second address of anybody.
        for number in Set(copies.map { countsFromZero ? $0.number + 1 : $0.number })
        where contacts[number]?.keys.contains(where: \.isContactName) != true {
            let own = Set(copies.map(\.column))
            for (field, places) in contacts[number] ?? [:] {
                let kept = places.filter { !own.contains($0) }
                contacts[number]?[field] = kept.isEmpty ? nil : kept
            }
            if contacts[number]?.isEmpty == true { contacts[number] = nil }
        }
    }

    /// `COURT ORDER - see file` in a column of notes is a restriction too.
    private mutating func takeNotes(_ table: RosterTable) {
        let names: Set<String> = [
            "note", "notes", "comment", "comments", "remark", "remarks", "alert", "alerts", "information", "info",
            "safeguarding", "flags", "warning", "warnings", "contact", "parent", "guardian", "carer", "access", "legal",
        ]
        notes = table.headers.indices.filter { !isUsed($0) && !names.isDisjoint(with: table.headers[$0].words) }
    }

    /// In a directory of accounts the department of a pupil is the class, by a school's habit.
    private mutating func takeDepartments(_ table: RosterTable) {
        guard let roles = pupil[.role], !has(.className), !has(.registrationGroup), !has(.courses),
            let column = table.column("Department"),
            table.says(.pupil, in: roles), !table.says(.pupil, in: [column])
        else { return }
        pupil[.className] = [column]
    }

    /// `Court Order` behind the last of several contacts, of which no other has one, may be about any of them.
    private mutating func takeRestrictionOfNobody(_ table: RosterTable, _ finder: ColumnFinder) {
        let having = contacts.keys.filter { contacts[$0]?[.courtOrder] != nil }
        guard contacts.count > 1, let only = having.soleElement, only > 0,
            let places = contacts[only]?[.courtOrder],
            places.allSatisfy({ finder.meaning(of: table.headers[$0])?.contact == 0 })
        else { return }
        contacts[only]?[.courtOrder] = nil
        restrictions += places
    }

    /// Where contacts have names, columns without any name belong to nobody in particular.
    private mutating func dropNamelessBlocks() {
        func isNamed(_ block: (key: Int, value: [RosterField: [Int]])) -> Bool {
            let isReached = block.value.keys.contains {
                FlatColumns.emails.contains($0) || $0 == .mobile || $0 == .telephone
            }
            return block.key >= ColumnFinder.firstRelative && isReached
                || block.value.keys.contains { $0.isContactName || $0 == .contactID }
        }
        // The telephone of an account is its owner's.
        if has(.role), !contacts.contains(where: isNamed) { contacts = [:] }
        let loose = contacts.filter { !isNamed($0) }.flatMap { $0.value[.courtOrder] ?? [] }
        if contacts.contains(where: isNamed)
            || contacts.keys.allSatisfy({ $0 == 0 }) && Set(contacts[0]?.keys.map { $0 } ?? []) == [.courtOrder]
        {
            contacts = contacts.filter(isNamed)
            restrictions += loose
        }
    }

    private static let pupilIDs: Set<RosterField> = [.misID, .admissionNumber, .upn, .plainID]
    private static let emails: Set<RosterField> = [.plainEmail, .primaryEmail, .homeEmail, .contactEmail]

    /// Behind a contact such a heading, in words of its own, may be the contact's.
    private static let ofPupilAlone: Set<RosterField> = [
        .misID, .pupilEmail, .startsOn, .status, .isCurrent, .given, .family, .name, .preferredGiven,
    ]

    private static let plain: Set<RosterField> = [
        .given, .family, .name, .middle, .plainEmail, .primaryEmail, .homeEmail,
    ]

    var hasPupilNames: Bool { pupil.keys.contains(where: \.isPupilName) }
    var hasPupilID: Bool { pupil[.upn] != nil || pupil[.admissionNumber] != nil || pupil[.misID] != nil }
    var hasContacts: Bool { !contacts.isEmpty }
    /// Titles, addresses and numbers are the people's own: there is no contact beside them.
    var isOfAdults: Bool {
        contacts.allSatisfy { number, fields in
            number == 0
                && fields.keys.allSatisfy { [.title, .mobile, .telephone, .plainEmail, .primaryEmail].contains($0) }
        } || !hasPupilNames
    }
    func has(_ field: RosterField) -> Bool { pupil[field] != nil }
    /// The column's heading is one of a list of people.
    func isKnown(_ column: Int) -> Bool {
        ([pupil] + contacts.values).contains { $0.values.contains { $0.contains(column) } }
    }

    private func isUsed(_ column: Int) -> Bool { isKnown(column) || restrictions.contains(column) }

    /// `Form Group Code as reg-group`, `Parent B Email as contact-email of contact 2`.
    func use(of column: Int, in table: RosterTable) -> String? {
        let written = table.headers[column].written
        if let field = pupil.first(where: { $0.value.contains(column) })?.key {
            return "\(written) as \(field.rawValue)"
        }
        if restrictions.contains(column) { return "\(written) as \(RosterField.courtOrder.rawValue) of whom it names" }
        for (number, fields) in contacts {
            guard let field = fields.first(where: { $0.value.contains(column) })?.key else { continue }
            let contact = (1..<ColumnFinder.firstRelative).contains(number) ? " of contact \(number)" : " of a contact"
            return "\(written) as \(field.rawValue)\(contact)"
        }
        return nil
    }

    /// A header that two columns have, of those that say who a pupil is and in which form. In a list with contacts a
    /// second surname may be a contact's.
    func doubleHeader(in table: RosterTable) -> String? {
        if let mixedContacts { return table.headers[mixedContacts].written }
        let fields: [RosterField] =
            [.upn, .admissionNumber, .misID, .registrationGroup]
            + (hasContacts ? [] : [.given, .family, .name, .legalGiven, .legalFamily])
        for field in fields {
            var seen: Set<String> = []
            if let double = pupil[field]?.first(where: { !seen.insert(table.headers[$0].key).inserted }) {
                return table.headers[double].written
            }
        }
        return nil
    }
    func contactsHave(_ field: RosterField) -> Bool { contacts.values.contains { $0[field] != nil } }
}

extension RosterTable {
    /// A column called Title that holds jobs: `Teacher`, `Pupil`.
    fileprivate func hasRoles(_ column: Int) -> Bool {
        rows.prefix(200).contains { RoleWord($0.text(column)) != .unsaid }
    }
}

/// The cells of one row that belong to one person.
struct RowCells {
    let row: RosterTable.Row
    let columns: PersonColumns

    /// The first filled one of the columns with this meaning.
    subscript(_ field: RosterField) -> String {
        for (meaning, column) in columns.all where meaning == field {
            let text = row.text(column)
            if !text.isEmpty { return text }
        }
        return ""
    }

    /// As `subscript`, but an error of a spreadsheet stays one: somebody must be told of it.
    func asWritten(_ field: RosterField) -> String {
        if !self[field].isEmpty { return self[field] }
        return columns.all.lazy.filter { $0.field == field }.map { row.textAsWritten($0.column) }.first { !$0.isEmpty }
            ?? ""
    }

    func has(_ field: RosterField) -> Bool { columns.all.contains { $0.field == field } }

    /// A spreadsheet could not work out what stands here: it says neither yes nor no.
    func holdsError(_ field: RosterField) -> Bool { self[field].isEmpty && isSpreadsheetError(asWritten(field)) }

    /// No cell of the person is filled: the row goes on with the pupil above.
    var isEmpty: Bool { columns.own.allSatisfy { row.cells.isEmpty(at: $0) || row.text($0).isEmpty } }
    var hasID: Bool { columns.identifiers.contains { !row.text($0).isEmpty } }
    var identity: String {
        var identity = ""
        identity.reserveCapacity(64)
        for column in columns.identifying {
            identity += row.text(column)
            identity += "\u{1F}"
        }
        return identity
    }

    var ids: [String] {
        var found: [String] = []
        if let id = self[.misID].orNil { found.append("mis:" + id) }
        if let id = self[.admissionNumber].orNil { found.append("adm:" + withoutLeadingZeros(id)) }
        if let id = UPN.tidied(self[.upn]).orNil { found.append("upn:" + id) }
        return found
    }

    /// Two lists pasted together: the second header is no pupil.
    func isRepeatedHeader(_ table: RosterTable) -> Bool {
        var same = 0
        for (column, header) in table.headers.enumerated() where !header.written.isEmpty {
            if row.text(column) != header.written { return false }
            same += 1
            if same == 2 { return true }
        }
        return false
    }
}

/// Columns by their meaning, with those that are asked for in every row laid out beforehand.
struct PersonColumns {
    /// Those of one meaning in the order in which they are asked. Few enough to be searched for every cell: hashing a
    /// meaning costs more.
    let all: [(field: RosterField, column: Int)]
    /// All but those of classes and lessons.
    let own: [Int]
    /// Names and identifiers: equal cells are one person.
    let identifying: [Int]
    let identifiers: [Int]
    /// Parts of names.
    let names: [Int]

    init(_ columns: [RosterField: [Int]]) {
        all = columns.flatMap { field, places in places.map { (field, $0) } }
        let ofClass: Set<RosterField> = [
            .className, .courses, .subject, .teacher, .tutor, .tutorEmail, .room, .day, .period, .week, .staffCode,
        ]
        own = columns.filter { !ofClass.contains($0.key) }.flatMap(\.value).sorted()
        let ids: [RosterField] = [.misID, .admissionNumber, .upn]
        identifiers = ids.flatMap { columns[$0] ?? [] }
        names = columns.filter { $0.key.isPupilName }.flatMap(\.value)
        identifying = columns.filter { ids.contains($0.key) || $0.key.isPupilName }.flatMap(\.value).sorted()
    }
}

extension RosterField {
    /// Says who a contact is.
    fileprivate var isContactName: Bool {
        switch self {
        case .contactGiven, .contactFamily, .contactName, .given, .family, .name: true
        default: false
        }
    }
}

/// The meaning of every column, with the groups that stand in a row above the headings.
private struct ContactBlocks {
    var meanings: [ColumnMeaning?] = []
    var copies: [(column: Int, meaning: ColumnMeaning, number: Int)] = []

    init(_ table: RosterTable, _ finder: ColumnFinder) {
        let groups = ContactBlocks.groups(table, finder)
        for (i, header) in table.headers.enumerated() {
            let group = groups[i]
            var meaning = finder.meaning(of: header)
            if let group {
                let joined = finder.meaning(of: Header(group.label + " " + header.written))
                if let joined, joined.contact == group.contact {
                    meaning = joined
                } else if let field = meaning?.field, field.isContactOnly || field.isPupilName {
                    meaning = ColumnMeaning(field: field, contact: group.contact)
                } else if let field = meaning?.field, [.plainEmail, .primaryEmail, .homeEmail].contains(field) {
                    meaning = ColumnMeaning(field: .contactEmail, contact: group.contact)
                } else {
                    meaning = nil
                }
            } else if meaning == nil, let copy = finder.copy(header) {
                copies.append((i, copy.meaning, copy.number))
            }
            meanings.append(meaning)
        }
    }

    /// A group's name goes on over the blank cells to its right.
    private static func groups(_ table: RosterTable, _ finder: ColumnFinder) -> [(label: String, contact: Int)?] {
        let labels = table.titles.last?.cells.texts.map { tidied($0) } ?? []
        let found = labels.map { $0.isEmpty ? nil : finder.contactLabel(Header($0)) }
        guard found.contains(where: { $0 != nil }) else { return table.headers.map { _ in nil } }
        var groups: [(label: String, contact: Int)?] = []
        var current: (label: String, contact: Int)?
        for i in table.headers.indices {
            if i < labels.count, !labels[i].isEmpty {
                current = found[i].map { (ColumnFinder.plainLabel(labels[i]), $0) }
            }
            groups.append(current)
        }
        return groups
    }
}
