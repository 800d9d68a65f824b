/// Which columns of a flat table belong to the pupil, to the class and to which contact, by position.
///
/// From the first contact-only column to the right, plain names and e-mails are the contact's; a class column, or the
/// ID before it, ends that block. Source: `formats/rosters.md` §3.
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

    private mutating func place(_ meanings: [ColumnMeaning?], _ table: RosterTable, startsBlock: (RosterField) -> Bool)
    {
        var isInBlock = false
        for (i, meaning) in meanings.enumerated() {
            guard var meaning else { continue }
            let next = meanings[(i + 1)...].first { $0 != nil } ?? nil
            if meaning.field == .plainID {
                if next?.field == .className || next?.field == .courses {
                    isInBlock = false
                    continue
                }
                meaning.field =
                    next.map { $0.contact == 0 && $0.field.isContactOnly } == true || isInBlock ? .contactID : .misID
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
        pupil[.misID]?.sort {
            (table.headers[$0].key == "schoolcode" ? 1 : 0, $0) < (table.headers[$1].key == "schoolcode" ? 1 : 0, $1)
        }
    }

    private static let plain: Set<RosterField> = [
        .given, .family, .name, .middle, .plainEmail, .primaryEmail, .homeEmail,
    ]

    var hasPupilNames: Bool { pupil.keys.contains(where: \.isPupilName) }
    var hasPupilID: Bool { pupil[.upn] != nil || pupil[.admissionNumber] != nil || pupil[.misID] != nil }
    var hasContacts: Bool { !contacts.isEmpty }
    func has(_ field: RosterField) -> Bool { pupil[field] != nil }
    /// The column's heading is one of a list of people.
    func isKnown(_ column: Int) -> Bool {
        ([pupil] + contacts.values).contains { $0.values.contains { $0.contains(column) } }
    }

    /// A header that two columns have, of those that say who a pupil is and in which form. In a list with contacts a
    /// second surname may be a contact's.
    func doubleHeader(in table: RosterTable) -> String? {
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

    func has(_ field: RosterField) -> Bool { columns.all.contains { $0.field == field } }

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

    init(_ columns: [RosterField: [Int]]) {
        all = columns.flatMap { field, places in places.map { (field, $0) } }
        let ofClass: Set<RosterField> = [
            .className, .courses, .subject, .teacher, .tutor, .room, .day, .period, .week, .staffCode,
        ]
        own = columns.filter { !ofClass.contains($0.key) }.flatMap(\.value).sorted()
        let ids: [RosterField] = [.misID, .admissionNumber, .upn]
        identifiers = ids.flatMap { columns[$0] ?? [] }
        identifying = columns.filter { ids.contains($0.key) || $0.key.isPupilName }.flatMap(\.value).sorted()
    }
}
