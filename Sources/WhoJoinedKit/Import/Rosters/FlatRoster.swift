/// Which columns of a flat table belong to the pupil, to the class and to which contact, by position.
///
/// From the first contact-only column to the right, plain names and e-mails are the contact's; a class column, or the ID before it,
/// ends that block. Source: `formats/rosters.md` §3.
struct FlatColumns: Sendable {
    private(set) var pupil: [RosterField: [Int]] = [:]
    /// By contact number; 0 is the contact that has the row.
    private(set) var contacts: [Int: [RosterField: [Int]]] = [:]

    init(_ table: RosterTable, _ finder: ColumnFinder) {
        let meanings = table.headers.map(finder.meaning(of:))
        let all = Set(meanings.compactMap { $0?.contact == 0 ? $0?.field : nil })
        place(meanings, table, startsBlock: \.isContactOnly)
        if !hasPupilNames, !hasPupilID, !all.isDisjoint(with: [.given, .family, .name]) {
            // A list of people that begins with their titles or phones is still a list of pupils.
            (pupil, contacts) = ([:], [:])
            place(meanings, table) { $0.isContactOnly && ![.title, .mobile, .telephone].contains($0) }
        }
    }

    private mutating func place(_ meanings: [ColumnMeaning?], _ table: RosterTable, startsBlock: (RosterField) -> Bool) {
        var isInBlock = false
        for (i, meaning) in meanings.enumerated() {
            guard var meaning else { continue }
            let next = meanings[(i + 1)...].first { $0 != nil } ?? nil
            if meaning.field == .plainID {
                if next?.field == .className || next?.field == .courses {
                    isInBlock = false
                    continue
                }
                meaning.field = next.map { $0.contact == 0 && $0.field.isContactOnly } == true || isInBlock ? .contactID : .misID
            }
            if meaning.contact > 0 {
                contacts[meaning.contact, default: [:]][meaning.field, default: []].append(i)
                continue
            }
            if meaning.field == .className || meaning.field == .courses { isInBlock = false }
            isInBlock = isInBlock || startsBlock(meaning.field)
            if meaning.field.isContactOnly || isInBlock && FlatColumns.plain.contains(meaning.field) {
                contacts[0, default: [:]][meaning.field, default: []].append(i)
            } else {
                pupil[meaning.field, default: []].append(i)
            }
        }
        // iSAMS says that its School Code may change and is not unique: any other id comes first.
        pupil[.misID]?.sort { (table.headers[$0].key == "schoolcode" ? 1 : 0, $0) < (table.headers[$1].key == "schoolcode" ? 1 : 0, $1) }
    }

    private static let plain: Set<RosterField> = [.given, .family, .name, .middle, .plainEmail, .primaryEmail, .homeEmail]

    var hasPupilNames: Bool { pupil.keys.contains(where: \.isPupilName) }
    var hasPupilID: Bool { pupil[.upn] != nil || pupil[.admissionNumber] != nil || pupil[.misID] != nil }
    var hasContacts: Bool { !contacts.isEmpty }
    func has(_ field: RosterField) -> Bool { pupil[field] != nil }

    /// A header that two columns have, of those that say who a pupil is. In a list with contacts a second surname may be a contact's.
    func doubleHeader(in table: RosterTable) -> String? {
        let fields: [RosterField] = [.upn, .admissionNumber, .misID] + (hasContacts ? [] : [.given, .family, .name, .legalGiven, .legalFamily])
        for field in fields {
            var seen: Set<String> = []
            if let double = pupil[field]?.first(where: { !seen.insert(table.headers[$0].key).inserted }) { return table.headers[double].written }
        }
        return nil
    }
    func contactsHave(_ field: RosterField) -> Bool { contacts.values.contains { $0[field] != nil } }
}

/// Reads flat tables that belong together: pupils, their contacts and their classes, in one file or in several joined by an id.
struct FlatRosterReader {
    private var document: RosterDocument
    private var builders: [PupilBuilder] = []
    private var byIdentity: [String: Int] = [:]
    private var byID: [String: [Int]] = [:]
    private var classOrder: Set<String> = []
    private let asOf: Day?

    init(_ tables: [(table: RosterTable, columns: FlatColumns)], asOf: Day?, into document: RosterDocument) {
        self.document = document
        self.asOf = asOf
        for (table, columns) in tables where columns.hasPupilNames { readPupils(table, columns) }
        for (table, columns) in tables where !columns.hasPupilNames { readLinks(table, columns) }
        self.document.hasAgreements = tables.contains { $0.columns.has(.agreement) }
    }

    // MARK: Rows

    private mutating func readPupils(_ table: RosterTable, _ columns: FlatColumns) {
        let own = PersonColumns(columns.pupil)
        let contacts = columns.contacts.sorted { $0.key < $1.key }.map { ($0.key, PersonColumns($0.value)) }
        let dates = slashDates(table, columns)
        var last: (identity: String, index: Int)?
        var subject: String?
        for row in table.rows {
            let cells = RowCells(row: row, columns: own)
            if cells.isEmpty {
                guard let last else { continue }
                readRest(of: row, table, columns, contacts, cells, pupil: last.index, subject: &subject)
                continue
            }
            if cells.isRepeatedHeader(table) { continue }
            let identity = cells.identity
            if let known = last, known.identity == identity {
                readRest(of: row, table, columns, contacts, cells, pupil: known.index, subject: &subject)
            } else if cells.hasID, let index = byIdentity[identity] {
                if !columns.hasContacts, !columns.has(.className), !columns.has(.courses) {
                    document.problems.append(
                        Problem(
                            table.name, line: row.line, code: "pupil-twice", "this pupil stands in the list twice and is counted once",
                            fix: "delete one of the two rows, or correct the identifier of one"))
                }
                last = (identity, index)
                readRest(of: row, table, columns, contacts, cells, pupil: index, subject: &subject)
            } else {
                guard let builder = newPupil(row, table, cells, dates) else {
                    last = nil
                    continue
                }
                let index: Int
                if let known = ofOtherFile(builder, cells) {
                    builders[known].entry.fill(from: builder.entry)
                    index = known
                } else {
                    builders.append(builder)
                    index = builders.count - 1
                }
                byIdentity[identity] = index
                for id in cells.ids where byID[id]?.contains(index) != true { byID[id, default: []].append(index) }
                last = (identity, index)
                subject = nil
                readRest(of: row, table, columns, contacts, cells, pupil: index, subject: &subject)
            }
        }
    }

    /// The pupil of another file who has one of these ids and a name that agrees.
    private func ofOtherFile(_ new: PupilBuilder, _ cells: RowCells) -> Int? {
        let owners = Set(cells.ids.flatMap { byID[$0] ?? [] }).filter { builders[$0].entry.file != new.entry.file && builders[$0].entry.namesAgree(with: new.entry) }
        return owners.count == 1 ? owners.first : nil
    }

    /// Contacts or classes in a file of their own: the pupil is named by an id only.
    private mutating func readLinks(_ table: RosterTable, _ columns: FlatColumns) {
        let own = PersonColumns(columns.pupil)
        let contacts = columns.contacts.sorted { $0.key < $1.key }.map { ($0.key, PersonColumns($0.value)) }
        var last: Int?
        var subject: String?
        for row in table.rows {
            let cells = RowCells(row: row, columns: own)
            if cells.isRepeatedHeader(table) { continue }
            if cells.hasID {
                let owners = cells.ids.compactMap { byID[$0] }.first
                last = owners?.count == 1 ? owners?.first : nil
                if last == nil {
                    let what = owners == nil ? "the identifier of this row belongs to no pupil of the list" : "the identifier of this row belongs to several pupils"
                    document.problems.append(
                        Problem(table.name, line: row.line, code: "no-such-pupil", what, fix: "export both lists on the same day", severity: .warning))
                }
            }
            guard let last else { continue }
            readRest(of: row, table, columns, contacts, cells, pupil: last, subject: &subject)
        }
    }

    private mutating func readRest(
        of row: RosterTable.Row, _ table: RosterTable, _ columns: FlatColumns, _ contacts: [(Int, PersonColumns)], _ cells: RowCells, pupil: Int,
        subject: inout String?
    ) {
        for (number, fields) in contacts {
            if let contact = readContact(row, table, fields, number: number) { builders[pupil].add(contact) }
        }
        if let own = cells[.subject].orNil { subject = own }
        let kind: SchoolClass.Kind = columns.has(.registrationGroup) ? .teaching : .unspecified
        if let name = cells[.className].orNil { enrol(pupil, "cls:", name, kind: kind, subject: subject) }
        for (name, subject) in arborClasses(cells[.courses]) where name != builders[pupil].entry.pupil.registrationGroup {
            enrol(pupil, "cls:", name, kind: .teaching, subject: subject)
        }
        if let group = builders[pupil].entry.pupil.registrationGroup {
            enrol(pupil, "reg:", group, kind: .registration, subject: nil)
            if let tutor = cells[.tutor].orNil {
                let id = tutor.utf8.contains(0x40) ? "email:" + tutor.lowercased() : "name:" + tutor
                document.addStaff(.init(id: id, full: tutor.utf8.contains(0x40) ? "" : tutor, email: emailAddress(tutor)))
                let teaching = RosterDocument.Teaching(classID: "reg:" + group, staff: id, role: "tutor")
                if !document.teaching.contains(teaching) { document.teaching.append(teaching) }
            }
        }
    }

    private mutating func enrol(_ pupil: Int, _ prefix: String, _ name: String, kind: SchoolClass.Kind, subject: String?) {
        let id = prefix + name
        if classOrder.insert(id).inserted || subject != nil { document.addClass(.init(id: id, code: nil, name: name, kind: kind, subject: subject)) }
        if !builders[pupil].classes.contains(id) { builders[pupil].classes.append(id) }
    }

    private func slashDates(_ table: RosterTable, _ columns: FlatColumns) -> SlashDates {
        let dated = [RosterField.leftOn, .startsOn, .agreement].flatMap { columns.pupil[$0] ?? [] }
        return SlashDates(table.rows.lazy.flatMap { row in dated.map { row.text($0) } })
    }

    // MARK: A pupil

    private mutating func newPupil(_ row: RosterTable.Row, _ table: RosterTable, _ cells: RowCells, _ dates: SlashDates) -> PupilBuilder? {
        var pupil = Pupil(key: "", id: PupilID(""))
        var entry = RosterDocument.RosterPupil(pupil: pupil, file: table.name, line: row.line, record: row.record)
        entry.columns = table.signature
        readNames(cells, &pupil, &entry)
        pupil.ids = PupilIDs(upn: UPN.tidied(cells[.upn]).orNil, admissionNumber: cells[.admissionNumber].orNil, misID: cells[.misID].orNil)
        pupil.upnStatus = UPN.status(pupil.ids.upn ?? "")
        pupil.year = schoolYear(cells[.year])
        pupil.registrationGroup = cells[.registrationGroup].orNil
        pupil.sen = specialNeeds(cells[.sen])
        pupil.salutation = cells[.salutation].orNil
        pupil.language = languageCode(cells[.language])
        pupil.email = readEmail([RosterField.pupilEmail, .primaryEmail, .plainEmail, .homeEmail].map { cells[$0] }, table, row)
        pupil.startsOn = readDate(cells[.startsOn], "start", dates, table, row)
        pupil.leftOn = readDate(cells[.leftOn], "leaving", dates, table, row)
        let status = cells[.status].lowercased()
        entry.isMarkedLeft =
            ["left", "leaver", "off roll", "off-roll", "inactive"].contains { status == $0 || status.utf8.starts(with: ($0 + " ").utf8) }
            || truth(cells[.isLeaver]) == true
        if cells.has(.agreement) { pupil.agreementSignedOn = .some(agreement(cells[.agreement], dates)) }
        let path = unitPath(cells[.unitPath])
        pupil.year = pupil.year ?? path.year
        pupil.registrationGroup = pupil.registrationGroup ?? path.group
        entry.pupil = pupil
        if entry.display.full.isEmpty {
            document.problems.append(
                Problem(table.name, line: row.line, code: "no-name", "there is no name in this row, so it is not used", fix: "fill in the pupil's forename and surname"))
            return nil
        }
        return PupilBuilder(entry: entry, isStaff: path.isStaff, isSuspended: status == "suspended")
    }

    private func readNames(_ cells: RowCells, _ pupil: inout Pupil, _ entry: inout RosterDocument.RosterPupil) {
        func part(_ field: RosterField) -> String { namePart(cells[field]) }
        var main = PersonName(given: part(.given), middle: part(.middle), family: part(.family))
        let one = part(.name)
        if main.given.isEmpty, main.family.isEmpty, !one.isEmpty {
            if let comma = one.utf8.firstIndex(of: 0x2C) {
                main.family = namePart(tidied(String(one[..<comma])))
                main.given = namePart(tidied(String(one[one.utf8.index(after: comma)...])))
            } else {
                entry.unsplitName = one
            }
        }
        let legal = PersonName(given: part(.legalGiven), middle: part(.legalMiddle), family: part(.legalFamily))
        var preferred = PersonName(given: part(.preferredGiven), family: part(.preferredFamily))
        for family in [legal.family, main.family, preferred.family] where !family.isEmpty {
            // One "Preferred Name" column was seen to hold the full name.
            let ending = " " + family.lowercased()
            if preferred.given.lowercased().utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8) {
                preferred.given = tidied(String(preferred.given.unicodeScalars.dropLast(family.unicodeScalars.count)))
            }
        }
        pupil.main = main.isEmpty ? nil : main
        pupil.legal = legal.isEmpty ? nil : legal
        pupil.preferred = preferred.isEmpty ? nil : preferred
    }

    private mutating func readEmail(_ cells: [String], _ table: RosterTable, _ row: RosterTable.Row) -> String? {
        guard let text = cells.first(where: { !$0.isEmpty }) else { return nil }
        if let address = emailAddress(text) { return address }
        document.problems.append(
            Problem(table.name, line: row.line, code: "bad-email", "an e-mail cell does not hold one plain address and is not used", fix: "correct the address in the MIS"))
        return nil
    }

    private mutating func readDate(_ text: String, _ what: String, _ dates: SlashDates, _ table: RosterTable, _ row: RosterTable.Row) -> Day? {
        if text.isEmpty { return nil }
        if let day = dates.day(text) { return day }
        document.problems.append(
            Problem(table.name, line: row.line, code: "bad-date", "the \(what) date is not a date and is not used", fix: "write it as 16/11/2026 or 2026-11-16", severity: .warning)
        )
        return nil
    }

    /// A date, or a "yes" whose date nobody knows: signed long ago.
    private func agreement(_ text: String, _ dates: SlashDates) -> Day? {
        dates.day(text) ?? (truth(text) == true || text.lowercased() == "signed" ? Day(year: 1990, month: 1, day: 1) : nil)
    }

    // MARK: A contact

    private mutating func readContact(
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
        let joined = [contact.title, contact.given, contact.family].filter { !$0.isEmpty }.joined(separator: " ")
        contact.full = contact.given.isEmpty && contact.family.isEmpty && !whole.isEmpty ? whole : joined
        let addresses = [cells[.homeEmail], cells[.primaryEmail], cells[.contactEmail], cells[.plainEmail]]
        let phone = phoneNumber(first(.mobile, .telephone))
        let isThere = contact.id != nil || !contact.given.isEmpty || !contact.family.isEmpty || !whole.isEmpty || phone != nil || addresses.contains { !$0.isEmpty }
        guard isThere else { return nil }
        contact.email = readEmail(addresses, table, row)
        contact.phone = phone?.number
        contact.isPhoneRestored = phone?.isRestored == true
        contact.priority = Int(cells[.priority]) ?? (number > 0 && !cells.has(.priority) ? number : nil)
        contact.relationship = cells[.relationship].orNil
        contact.parentalResponsibility = truth(cells[.responsibility])
        let court = truth(cells[.courtOrder])
        contact.restriction = restriction(court: court, hasCourtColumn: cells.has(.courtOrder), mail: truth(cells[.mayReceiveMail]))
        contact.mayContact = contact.whetherToContact
        return contact
    }

    /// Known to be none: a court-order column that says no or, where there is no such column, a "may receive mail" that says yes.
    private func restriction(court: Bool?, hasCourtColumn: Bool, mail: Bool?) -> Contact.Restriction {
        if court == true { return .courtOrder }
        if mail == false { return .noContact }
        return court == false || !hasCourtColumn && mail == true ? .none : .unknown
    }

    // MARK: The end

    /// The document with keys, statuses and enrolments, which need all rows.
    func finished(_ columns: [(table: RosterTable, columns: FlatColumns)]) -> RosterDocument {
        var document = document
        let keys = pupilKeys()
        for (i, builder) in builders.enumerated() {
            var entry = builder.entry
            entry.pupil.key = keys[i]
            if builder.isStaff {
                document.notices.append(.init(code: "not-a-pupil", ref: keys[i]))
                continue
            }
            if builder.isSuspended { document.notices.append(.init(code: "account-suspended", ref: keys[i])) }
            if builder.contacts.contains(where: \.isPhoneRestored) { document.notices.append(.init(code: "phone-zero-restored", ref: keys[i])) }
            entry.pupil.contacts = ordered(builder.contacts)
            document.add(entry, asOf: asOf)
            for id in builder.classes { document.enrolments.append(.init(id: nil, pupil: keys[i], classID: id, from: nil, to: entry.pupil.leftOn)) }
        }
        let used = Set(document.enrolments.map(\.classID))
        let ofStaff = Set(builders.lazy.filter(\.isStaff).flatMap(\.classes))
        document.classes.removeAll { ofStaff.contains($0.id) && !used.contains($0.id) }
        document.markDuplicateUPNs()
        for (table, columns) in columns where columns.hasContacts && builders.contains(where: { !$0.contacts.isEmpty }) {
            if !columns.contactsHave(.responsibility) { document.notices.append(.init(code: "pr-column-missing", ref: table.name)) }
            if !columns.contactsHave(.courtOrder), !columns.contactsHave(.mayReceiveMail) {
                document.notices.append(.init(code: "court-column-missing", ref: table.name))
            }
        }
        return document
    }

    /// MIS id, else admission number, else UPN, each only where nobody else has it; else the row. UPN comes late on purpose.
    private func pupilKeys() -> [String] {
        func counts(_ id: (Pupil) -> String?) -> [String: Int] {
            builders.reduce(into: [:]) { counts, builder in id(builder.entry.pupil).map { counts[$0, default: 0] += 1 } }
        }
        let (mis, admission, upn) = (counts(\.ids.misID), counts(\.ids.admissionNumber), counts(\.ids.upn))
        var rows: Set<String> = []
        return builders.map { builder in
            let (pupil, entry) = (builder.entry.pupil, builder.entry)
            if let id = pupil.ids.misID, mis[id] == 1 { return "mis:" + id }
            if let id = pupil.ids.admissionNumber, admission[id] == 1 { return "adm:" + id }
            if let id = pupil.ids.upn, upn[id] == 1, pupil.upnStatus == .ok || pupil.upnStatus == .temporary { return "upn:" + id }
            let key = "row:\(entry.record)"
            return rows.insert(key).inserted ? key : "row:\(entry.file):\(entry.record)"
        }
    }
}

/// The cells of one row that belong to one person.
private struct RowCells {
    let row: RosterTable.Row
    let columns: PersonColumns

    /// The first filled one of the columns with this meaning.
    subscript(_ field: RosterField) -> String {
        for column in columns.byField[field] ?? [] {
            let text = row.text(column)
            if !text.isEmpty { return text }
        }
        return ""
    }

    func has(_ field: RosterField) -> Bool { columns.byField[field] != nil }

    /// No cell of the person is filled: the row goes on with the pupil above.
    var isEmpty: Bool { columns.own.allSatisfy { row.cells.isEmpty(at: $0) || row.text($0).isEmpty } }
    var hasID: Bool { columns.identifiers.contains { !row.text($0).isEmpty } }
    var identity: String { columns.identifying.map { row.text($0) }.joined(separator: "\u{1F}") }

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
private struct PersonColumns {
    let byField: [RosterField: [Int]]
    /// All but those of classes and lessons.
    let own: [Int]
    /// Names and identifiers: equal cells are one person.
    let identifying: [Int]
    let identifiers: [Int]

    init(_ columns: [RosterField: [Int]]) {
        byField = columns
        let ofClass: Set<RosterField> = [.className, .courses, .subject, .teacher, .tutor, .room, .day, .period, .week, .staffCode]
        own = columns.filter { !ofClass.contains($0.key) }.flatMap(\.value).sorted()
        let ids: [RosterField] = [.misID, .admissionNumber, .upn]
        identifiers = ids.flatMap { columns[$0] ?? [] }
        identifying = columns.filter { ids.contains($0.key) || $0.key.isPupilName }.flatMap(\.value).sorted()
    }
}

private struct PupilBuilder {
    var entry: RosterDocument.RosterPupil
    var isStaff = false
    var isSuspended = false
    var contacts: [Contact] = []
    var classes: [String] = []

    /// A contact with the same id, or equal in every field, is taken once; copies that disagree count as the stricter.
    mutating func add(_ contact: Contact) {
        let known = contacts.firstIndex { $0.id != nil ? $0.id == contact.id : $0.isSamePerson(as: contact) }
        guard let known else { return contacts.append(contact) }
        contacts[known].takeStricter(contact)
    }
}

/// Admission numbers lose their zeros in spreadsheets: they are compared without them.
func withoutLeadingZeros(_ text: String) -> String {
    let rest = text.drop { $0 == "0" }
    return rest.isEmpty ? text : String(rest)
}

/// By priority (unknown last), then as in the file; `order` counts from 1.
func ordered(_ contacts: [Contact]) -> [Contact] {
    var sorted = contacts.enumerated().sorted { ($0.element.priority ?? .max, $0.offset) < ($1.element.priority ?? .max, $1.offset) }.map(\.element)
    for i in sorted.indices { sorted[i].order = i + 1 }
    return sorted
}

extension Contact {
    /// `false` if a court order or a "no mail" flag stands or parental responsibility is "no"; `true` only if responsibility is "yes" and
    /// it is known that nothing restricts; else a person decides. Source: `formats/rosters.md` §11.
    var whetherToContact: Bool? {
        if restriction == .courtOrder || restriction == .noContact || parentalResponsibility == false { return false }
        return parentalResponsibility == true && restriction == .none ? true : nil
    }

    fileprivate func isSamePerson(as other: Contact) -> Bool {
        other.id == nil && (title, given, family, full, email, phone) == (other.title, other.given, other.family, other.full, other.email, other.phone)
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

extension RosterDocument {
    /// Adds a pupil with the status of that day.
    mutating func add(_ entry: RosterPupil, asOf: Day?) {
        var entry = entry
        let (left, starts) = (entry.pupil.leftOn, entry.pupil.startsOn)
        if entry.isMarkedLeft || asOf != nil && left != nil && left! < asOf! {
            entry.pupil.status = .left
        } else if asOf != nil, starts != nil, starts! > asOf! {
            entry.pupil.status = .future
        }
        pupils.append(entry)
    }

    /// Two pupils with one UPN are two pupils, and nobody can tell whose it is.
    mutating func markDuplicateUPNs() {
        var owners: [String: [Int]] = [:]
        for (i, entry) in pupils.enumerated() { entry.pupil.ids.upn.map { owners[$0, default: []].append(i) } }
        for indices in owners.values where indices.count > 1 {
            for i in indices where pupils[i].pupil.upnStatus == .ok || pupils[i].pupil.upnStatus == .temporary { pupils[i].pupil.upnStatus = .duplicate }
        }
    }
}
