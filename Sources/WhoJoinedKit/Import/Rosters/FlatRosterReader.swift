/// Reads flat tables that belong together: pupils, their contacts and their classes, in one file or in several joined
/// by an id.
struct FlatRosterReader {
    var document: RosterDocument
    private var builders: [PupilBuilder] = []
    private var byIdentity: [String: Int] = [:]
    private var byID: [String: [Int]] = [:]
    /// Classes that have been met, and those of them that a spreadsheet has spoilt.
    private var classesMet: Set<String> = []
    private var spoilt: Set<String> = []
    private let asOf: Day?
    private let isMonthFirst: Bool
    /// There are several tables, so that a pupil of one may have to be found in another.
    let joins: Bool
    var unclear = UnclearWords()
    private var coverage = ListCoverage()
    private var conflicts = ListConflicts()

    init(
        _ tables: [(table: RosterTable, columns: FlatColumns)], _ reading: RosterReading, into document: RosterDocument
    ) {
        self.document = document
        isMonthFirst = reading.isMonthFirst
        asOf = reading.asOf
        joins = tables.count > 1
        // The newest first: what it says holds, and the older ones fill what it does not.
        let tables = joins ? newestFirst(tables) : tables
        for (table, columns) in tables where columns.hasPupilNames { readPupils(table, columns) }
        for (table, columns) in tables where !columns.hasPupilNames { readLinks(table, columns) }
        markOlder()
        self.document.problems += unclear.problems + conflicts.problems
        self.document.hasAgreements = tables.contains { $0.columns.has(.agreement) }
    }

    private mutating func newestFirst(_ tables: [(table: RosterTable, columns: FlatColumns)]) -> [(
        table: RosterTable, columns: FlatColumns
    )] {
        let ages = tables.map(\.table.age)
        for (i, entry) in tables.enumerated() where entry.columns.hasPupilNames {
            let places = [RosterField.registrationGroup, .className].compactMap { entry.columns.pupil[$0]?.first }
            coverage.add(
                entry.table.name, ages[i],
                classes: places.flatMap { column in entry.table.rows.map { $0.text(column) } })
        }
        let order = tables.indices.sorted {
            (-(ages[$0]?.number ?? 0), $0) < (-(ages[$1]?.number ?? 0), $1)
        }
        return order.map { tables[$0] }
    }

    /// Who stands only in the older of two lists of a class is not in it any more, or perhaps not.
    private mutating func markOlder() {
        for i in builders.indices {
            let entry = builders[i].entry
            for id in builders[i].classes {
                let name = String(id.dropFirst(4))
                guard let newer = coverage.newest(for: name, in: entry.file) else { continue }
                if newer.cover == .whole {
                    builders[i].entry.newerList = newer.file
                } else {
                    builders[i].entry.pupil.rollDoubt =
                        entry.pupil.rollDoubt ?? "the newer of two lists of the class does not have this pupil"
                }
            }
        }
    }

    // MARK: Rows

    private mutating func readPupils(_ table: RosterTable, _ columns: FlatColumns) {
        let own = PersonColumns(columns.pupil)
        let contacts = columns.contacts.sorted { $0.key < $1.key }.map { ($0.key, PersonColumns($0.value)) }
        let dates = slashDates(table, columns)
        var last: (identity: String, index: Int)?
        var subject: String?
        // In nearly all lists a row is a pupil, and a pupil is long.
        builders.reserveCapacity(builders.count + table.rows.count)
        byIdentity.reserveCapacity(byIdentity.count + table.rows.count)
        for row in table.rows {
            let cells = RowCells(row: row, columns: own)
            if cells.isEmpty {
                guard let last else { continue }
                readRest(of: row, table, columns, contacts, cells, pupil: last.index, subject: &subject)
                continue
            }
            if cells.isRepeatedHeader(table) { continue }
            if isNoPupil(row, table, cells) {
                last = nil
                continue
            }
            let identity = cells.identity
            if let known = last, known.identity == identity {
                readRest(of: row, table, columns, contacts, cells, pupil: known.index, subject: &subject)
            } else if cells.hasID, let index = byIdentity[identity] {
                let isOfOther = builders[index].entry.file != table.name
                if isOfOther, let builder = newPupil(row, table, cells, dates) {
                    nameConflicts(builders[index].entry, builder.entry)
                    builders[index].entry.fill(from: builder.entry)
                }
                if !isOfOther, !columns.hasContacts, !columns.has(.className), !columns.has(.courses) {
                    document.problems.append(
                        Problem(
                            table.name, line: row.line, code: "pupil-twice",
                            "this pupil stands in the list twice and is counted once",
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
                if joins, let known = ofOtherFile(builder, cells) {
                    nameConflicts(builders[known].entry, builder.entry)
                    builders[known].entry.fill(from: builder.entry)
                    index = known
                } else {
                    builders.append(builder)
                    index = builders.count - 1
                }
                byIdentity[identity] = index
                if joins {
                    for id in cells.ids where byID[id]?.contains(index) != true { byID[id, default: []].append(index) }
                }
                last = (identity, index)
                subject = nil
                readRest(of: row, table, columns, contacts, cells, pupil: index, subject: &subject)
            }
        }
    }

    /// Totals, the template's own help and a system's test account stand in lists and are nobody.
    private mutating func isNoPupil(_ row: RosterTable.Row, _ table: RosterTable, _ cells: RowCells) -> Bool {
        let texts = table.headers.indices.lazy.filter(row.isFilled).map(row.text)
        let names = cells.columns.names.map { row.text($0) }.filter { !$0.isEmpty }
        func hasID() -> Bool {
            cells.columns.identifiers.contains { !row.text($0).isEmpty && !isRemark(row.text($0)) }
        }
        let mayBeTotal = Array(texts.prefix(4)).count <= 3 || names.allSatisfy(isRemark)
        let isTotal = mayBeTotal && texts.contains(where: isRemark) && !hasID()
        let isHelp = texts.allSatisfy(isHelpText) && texts.count > 1
        let name = cells[.name].lowercased()
        let isTest =
            !name.isEmpty && isRemark(name) || name == "student, test" || name == "test student"
            || !names.isEmpty && names.allSatisfy(isNameOfRow) && !hasID()
            || names.count == 1 && isSentence(names[0]) && cells.columns.names.count > 1 && !hasID()
            || names.contains { Int($0) != nil } && names.contains { ["boys", "girls"].contains($0.lowercased()) }
        let isNumber =
            !names.isEmpty
            && names.allSatisfy { name in
                name.utf8.contains(where: \.isASCIIDigit)
                    && !name.unicodeScalars.contains { $0.properties.isAlphabetic }
            }
        let isThing = isUnitOfThings(cells[.unitPath])
        let isAdult = names.count == 1 && isTitledAdult(names[0]) && !hasID()
        guard isTotal || isHelp || isTest || isAdult || isThing || isNumber && !hasID() else { return false }
        document.problems.append(
            Problem(
                table.name, line: row.line, code: "no-pupil",
                isThing
                    ? "this account is in a unit of rooms, devices, services or parents and no pupil's"
                    : isAdult
                        ? "this row has a title and a role, so it is an adult and no pupil"
                        : "this row is a total, a heading or a help text and no pupil",
                fix: "nothing to do; delete the row to be rid of this line", severity: .note))
        return true
    }

    private mutating func nameConflicts(
        _ newer: RosterDocument.RosterPupil, _ older: RosterDocument.RosterPupil
    ) {
        guard coverage.isNewer(newer.file, than: older.file) else { return }
        func say(_ what: String) {
            conflicts.add(what, newer: (newer.file, newer.line), older: (older.file, older.line))
        }
        func differ<Value: Equatable>(_ field: KeyPath<Pupil, Value?>) -> Bool {
            guard let a = newer.pupil[keyPath: field], let b = older.pupil[keyPath: field] else { return false }
            return a != b
        }
        if differ(\.registrationGroup) { say("the class of this pupil") }
        if differ(\.email) { say("the e-mail of this pupil") }
        if differ(\.leftOn) { say("the leaving date of this pupil") }
        if newer.isMarkedLeft != older.isMarkedLeft { say("the status of this pupil") }
    }

    /// The pupil of another file who has one of these ids and a name that agrees.
    private func ofOtherFile(_ new: PupilBuilder, _ cells: RowCells) -> Int? {
        let owners = Set(cells.ids.flatMap { byID[$0] ?? [] }).filter {
            builders[$0].entry.file != new.entry.file && builders[$0].entry.namesAgree(with: new.entry)
        }
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
                    let what =
                        owners == nil
                        ? "the identifier of this row belongs to no pupil of the list"
                        : "the identifier of this row belongs to several pupils"
                    document.problems.append(
                        Problem(
                            table.name, line: row.line, code: "no-such-pupil", what,
                            fix: "export both lists on the same day", severity: .warning))
                }
            }
            guard let last else { continue }
            readRest(of: row, table, columns, contacts, cells, pupil: last, subject: &subject)
        }
    }

    private mutating func readRest(
        of row: RosterTable.Row, _ table: RosterTable, _ columns: FlatColumns, _ contacts: [(Int, PersonColumns)],
        _ cells: RowCells, pupil: Int,
        subject: inout String?
    ) {
        for (number, fields) in contacts {
            guard let contact = readContact(row, table, fields, number: number) else { continue }
            let list = ContactList(
                file: table.name, line: row.line, age: joins ? table.age : nil,
                hasEmail: !emailFields.isDisjoint(with: fields.all.map(\.field)),
                hasPhone: fields.all.contains { $0.field == .mobile || $0.field == .telephone })
            if let newer = builders[pupil].add(contact, of: list) {
                conflicts.add(
                    "a contact of this pupil", newer: (newer.file, newer.line), older: (list.file, list.line))
            }
        }
        let bars = columns.restrictions.filter { restricts(row.textAsWritten($0)) == true }
        let notes = columns.notes.filter { column in
            let text = row.text(column)
            return !text.isEmpty && HeadingWords.isRestriction(inNotes: text)
        }
        for column in bars + notes {
            let text = row.textAsWritten(column)
            builders[pupil].restrictions.insert(text)
            unclear.add(
                table.name, row.line, "restriction \u{201C}\(text)\u{201D} beside the pupil",
                "one of whichever contact it names, else of all: no letter goes to them",
                fix: "put the restriction beside the contact whom it is about")
        }
        if let own = cells[.subject].orNil { subject = own }
        let kind: SchoolClass.Kind = columns.has(.registrationGroup) ? .teaching : .unspecified
        let place = (table.name, row.line)
        if let name = wholeNumber(cells[.className]).orNil, !isOverruled(name, of: pupil, at: place) {
            enrol(pupil, "cls:", name, kind: kind, subject: subject, at: place)
        }
        for (name, subject) in arborClasses(cells[.courses]) where name != builders[pupil].entry.pupil.registrationGroup
        {
            enrol(pupil, "cls:", name, kind: .teaching, subject: subject, at: place)
        }
        if let group = builders[pupil].entry.pupil.registrationGroup {
            enrol(pupil, "reg:", group, kind: .registration, subject: nil, at: place)
            if let tutor = cells[.tutor].orNil {
                let id = tutor.utf8.contains(.at) ? "email:" + tutor.lowercased() : "name:" + tutor
                document.addStaff(
                    .init(
                        id: id, full: tutor.utf8.contains(.at) ? tutor.lowercased() : tutor,
                        email: emailAddress(tutor) ?? EmailCell(cells[.tutorEmail]).addresses.first))
                let teaching = RosterDocument.Teaching(classID: "reg:" + group, staff: id, role: "tutor")
                if !document.teaching.contains(teaching) { document.teaching.append(teaching) }
            }
        }
    }

    /// A newer list that has the class has this pupil in another one; if it has a part of the class, perhaps.
    private mutating func isOverruled(_ name: String, of pupil: Int, at place: (file: String, line: Int)) -> Bool {
        let (entry, classes) = (builders[pupil].entry, builders[pupil].classes)
        guard joins, entry.file != place.file, !classes.isEmpty, !classes.contains("cls:" + name) else { return false }
        let cover = coverage.cover(of: name, in: place.file, by: entry.file)
        if cover == .none { return false }
        conflicts.add("the class of this pupil", newer: (entry.file, entry.line), older: place)
        if cover == .part { builders[pupil].doubtfulClasses.insert("cls:" + name) }
        return cover == .whole
    }

    private mutating func enrol(
        _ pupil: Int, _ prefix: String, _ name: String, kind: SchoolClass.Kind, subject: String?,
        at place: (file: String, line: Int)
    ) {
        let id = prefix + name
        let isNew = classesMet.insert(id).inserted
        if isNew, isSpoiltClass(name) { spoilt.insert(id) }
        if isNew || subject != nil {
            document.addClass(
                .init(id: id, code: nil, name: name, kind: kind, subject: subject, file: place.file, line: place.line))
        }
        if spoilt.contains(id) {
            unclear.add(
                place.file, place.line, "class \u{201C}\(name)\u{201D}",
                "written, though a spreadsheet has made a number or a date of it",
                fix: "write the class into the list as text")
        }
        if !builders[pupil].classes.contains(id) { builders[pupil].classes.append(id) }
    }

    private func slashDates(_ table: RosterTable, _ columns: FlatColumns) -> SlashDates {
        let dated = [RosterField.leftOn, .startsOn, .agreement].flatMap { columns.pupil[$0] ?? [] }
        return SlashDates(
            table.rows.lazy.flatMap { row in dated.map { row.text($0) } }, orMonthFirst: isMonthFirst)
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
                let (shown, email) = (entry.display, entry.pupil.email)
                document.addStaff(
                    .init(
                        id: email.map { "email:" + $0 } ?? "name:" + shown.full, given: shown.given,
                        family: shown.family, full: shown.full, email: email))
                continue
            }
            if builder.isSuspended { document.notices.append(.init(code: "account-suspended", ref: keys[i])) }
            if builder.contacts.contains(where: \.isPhoneRestored) {
                document.notices.append(.init(code: "phone-zero-restored", ref: keys[i]))
            }
            entry.pupil.contacts = ordered(builder.restrictedContacts)
            document.add(entry, asOf: asOf)
            for id in builder.classes {
                document.enrolments.append(
                    .init(
                        id: nil, pupil: keys[i], classID: id, from: nil, to: entry.pupil.leftOn,
                        isInDoubt: builder.doubtfulClasses.contains(id)))
            }
        }
        let used = Set(document.enrolments.map(\.classID))
        let ofStaff = Set(builders.lazy.filter(\.isStaff).flatMap(\.classes))
        document.classes.removeAll { ofStaff.contains($0.id) && !used.contains($0.id) }
        document.markDuplicateUPNs()
        for (table, columns) in columns where columns.hasContacts && builders.contains(where: { !$0.contacts.isEmpty })
        {
            if !columns.contactsHave(.responsibility) {
                document.notices.append(.init(code: "pr-column-missing", ref: table.name))
            }
            if !columns.contactsHave(.courtOrder), !columns.contactsHave(.mayReceiveMail), columns.restrictions.isEmpty
            {
                document.notices.append(.init(code: "court-column-missing", ref: table.name))
            }
        }
        return document
    }

    /// MIS id, else admission number, else UPN, each only where nobody else has it; else the row. UPN comes late on
    /// purpose.
    private func pupilKeys() -> [String] {
        let ids = builders.map(\.entry.pupil.ids)
        let (mis, admission, upn) = (
            ids.map(\.misID).occurrences, ids.map(\.admissionNumber).occurrences, ids.map(\.upn).occurrences
        )
        var rows: Set<String> = []
        return builders.indices.map { i in
            if let id = ids[i].misID, mis[id] == 1 { return "mis:" + id }
            if let id = ids[i].admissionNumber, admission[id] == 1 { return "adm:" + id }
            if let id = ids[i].upn, upn[id] == 1, [.ok, .temporary].contains(builders[i].entry.pupil.upnStatus) {
                return "upn:" + id
            }
            let key = "row:\(builders[i].entry.record)"
            return rows.insert(key).inserted ? key : "row:\(builders[i].entry.file):\(builders[i].entry.record)"
        }
    }
}

private let emailFields: Set<RosterField> = [.homeEmail, .primaryEmail, .contactEmail, .plainEmail]
