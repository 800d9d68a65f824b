extension RosterLayout {
    /// OneRoster CSV 1.0, 1.1 and 1.2, bulk or delta: a set with a manifest.
    static let oneRoster = RosterLayout(
        name: "oneroster", recognises: { $0.contains { $0.stem == "manifest" } || isOneRoster($0) }
    ) {
        files, reading throws(RosterRefusal) in
        var document = RosterDocument(kind: "oneroster-1.1")
        document.saysWhoMayBeContacted = false
        var reader = OneRosterReader(NamedTables(files, known: oneRosterHeaders, into: &document), reading, document)
        return reader.read()
    }
}

/// A set that has lost its manifest: told from School Data Sync by the columns of its users.
private func isOneRoster(_ files: [RosterFile]) -> Bool {
    let stems = Set(files.map(\.stem))
    guard stems.isSuperset(of: ["users", "enrollments"]) || stems.isSuperset(of: ["users", "roles"]),
        let users = files.first(where: { $0.stem == "users" })
    else { return false }
    var said: [Problem] = []
    guard let text = try? decodeRoster(Array(users.bytes.prefix(8192)), file: users.name, problems: &said) else {
        return false
    }
    let head = text.bytes.prefix { $0 != .lineFeed && $0 != .carriageReturn }
    let keys = Set(
        head.split { $0 == .comma || $0 == .semicolon || $0 == 0x09 }.map {
            Header(String(decoding: $0, as: UTF8.self)).key
        })
    return keys.contains("sourcedid")
        && !keys.isDisjoint(with: ["enableduser", "agentsourcedids", "agents", "identifier", "userids", "userid"])
}

private let oneRosterHeaders: Set<String> = [
    "propertyname", "value", "sourcedid", "status", "datelastmodified", "name", "type", "identifier", "parentsourcedid",
    "title", "startdate", "enddate",
    "schoolyear", "schoolyearsourcedid", "coursecode", "grades", "grade", "orgsourcedid", "subjects", "subjectcodes",
    "coursesourcedid", "classcode", "classtype",
    "location", "schoolsourcedid", "termsourcedids", "periods", "enableduser", "orgsourcedids", "role", "username",
    "userids", "userid", "givenname", "familyname",
    "middlename", "email", "sms", "phone", "agentsourcedids", "agents", "password", "preferredgivenname",
    "preferredfamilyname", "primaryorgsourcedid",
    "usersourcedid", "roletype", "begindate", "classsourcedid", "primary", "birthdate", "sex", "profiletype",
    "vendorid", "applicationid",
]

private struct OneRosterReader {
    private let tables: NamedTables
    private let reading: RosterReading
    private var document: RosterDocument
    /// Roles of 1.2 by user, the primary one first; 1.1 has the role in users.csv.
    private var roles: [String: [NamedRow]] = [:]
    private var users: [String: NamedRow] = [:]

    init(_ tables: NamedTables, _ reading: RosterReading, _ document: RosterDocument) {
        (self.tables, self.reading, self.document) = (tables, reading, document)
    }

    mutating func read() -> RosterDocument {
        readManifest()
        readOrganisations()
        readTerms()
        readClasses()
        readRoles()
        readUsers()
        readEnrolments()
        setRegistrationGroups()
        document.markDuplicateUPNs()
        return document
    }

    private mutating func readManifest() {
        if tables["manifest"] == nil {
            // Whoever saves the files one by one loses it first.
            if tables["roles"] != nil { document.kind = "oneroster-1.2" }
            document.demand(["orgs", "users", "classes", "enrollments"], of: tables, set: "OneRoster", isError: false)
            return
        }
        var modes: Set<String> = []
        for row in tables.rows("manifest") {
            let (name, value) = (row["propertyname"].lowercased(), row["value"].lowercased())
            if name == "oneroster.version", value.utf8.starts(with: "1.2".utf8) { document.kind = "oneroster-1.2" }
            if name.utf8.starts(with: "file.".utf8) { modes.insert(value) }
        }
        // A manifest alone says "no changes"; taken for the whole school it would delete everybody.
        document.isDelta = modes.contains("delta") || !modes.contains("bulk")
        if !document.isDelta {
            let roles = document.kind == "oneroster-1.2" ? ["roles"] : []
            document.demand(["orgs", "users", "classes", "enrollments"] + roles, of: tables, set: "OneRoster")
        }
    }

    /// Files a row that is to be deleted; such rows take part in nothing else.
    private mutating func isDeleted(_ row: NamedRow, _ list: WritableKeyPath<RosterDocument.Deletions, [String]>)
        -> Bool
    {
        guard ["tobedeleted", "inactive"].contains(row["status"].lowercased()) else { return false }
        document.deletions[keyPath: list].append((list == \.pupils ? "sid:" : "") + row["sourcedid"])
        if !document.isDelta { document.notices.append(.init(code: "bulk-status", ref: row["sourcedid"])) }
        return true
    }

    private mutating func readOrganisations() {
        for row in tables.rows("orgs") where !isDeleted(row, \.schools) {
            if row["type"].lowercased() == "school", document.schoolID == nil {
                (document.schoolID, document.schoolName) = (row["sourcedid"].orNil, row["name"].orNil)
            }
        }
    }

    private mutating func readTerms() {
        let rows = tables.rows("academicsessions")
        let dates = SlashDates(rows.lazy.flatMap { [$0["startdate"], $0["enddate"]] })
        for row in rows where !isDeleted(row, \.terms) {
            document.terms.append(
                .init(
                    id: row["sourcedid"], title: row["title"].orNil, type: row["type"].orNil,
                    start: dates.day(row["startdate"]), end: dates.day(row["enddate"])))
        }
    }

    private mutating func readClasses() {
        for row in tables.rows("classes") where !isDeleted(row, \.classes) {
            let kind: SchoolClass.Kind =
                switch row["classtype"].lowercased() {
                case "homeroom": .registration
                case "scheduled": .teaching
                default: .unspecified
                }
            document.classes.append(
                .init(
                    id: row["sourcedid"], code: row["classcode"].orNil, name: row["title"], kind: kind,
                    year: schoolYear(row.list("grades", "grade").first ?? ""),
                    subject: row.list("subjects").first, room: row["location"].orNil, periods: row.list("periods"),
                    termIDs: row.list("termsourcedids", "termsourcedid")))
        }
    }

    private mutating func readRoles() {
        for row in tables.rows("roles") {
            let isPrimary = row["roletype"].lowercased() != "secondary"
            let user = row["usersourcedid", "userid"]
            if isPrimary { roles[user, default: []].insert(row, at: 0) } else { roles[user, default: []].append(row) }
        }
    }

    /// The roles of a user as written, the primary one first.
    private func roleNames(_ row: NamedRow) -> [String] {
        if let own = row["role"].orNil { return [own] }
        return (roles[row["sourcedid"]] ?? []).filter {
            !["tobedeleted", "inactive"].contains($0["status"].lowercased())
        }.map { $0["role"] }
    }

    private static func isContact(_ role: String) -> Bool {
        ["parent", "guardian", "relative"].contains(role.lowercased())
    }

    private mutating func readUsers() {
        let rows = tables.rows("users")
        let dates = SlashDates(roles.values.lazy.joined().flatMap { [$0["begindate"], $0["enddate"]] })
        var children: [String: [String]] = [:]
        for row in rows {
            let isGone = ["tobedeleted", "inactive"].contains(row["status"].lowercased())
            let named =
                isGone && row["role"].isEmpty ? (roles[row["sourcedid"]] ?? []).map { $0["role"] } : roleNames(row)
            let isStaff = named.contains { !OneRosterReader.isContact($0) && $0.lowercased() != "student" }
            let list: WritableKeyPath<RosterDocument.Deletions, [String]> =
                isStaff ? \.staff : named.contains(where: OneRosterReader.isContact) ? \.contacts : \.pupils
            if isDeleted(row, list) { continue }
            users[row["sourcedid"]] = row
            if named.contains(where: OneRosterReader.isContact) {
                for child in row.list("agentsourcedids", "agents") {
                    children[child, default: []].append(row["sourcedid"])
                }
            }
            if isStaff { addStaff(row) }
        }
        for row in rows
        where users[row["sourcedid"]] != nil && roleNames(row).contains(where: { $0.lowercased() == "student" }) {
            addPupil(row, dates, named: children[row["sourcedid"]] ?? [])
        }
    }

    private mutating func addStaff(_ row: NamedRow) {
        let (given, family) = (namePart(row["givenname"]), namePart(row["familyname"]))
        document.staff.append(
            .init(
                id: row["sourcedid"], given: given, family: family, full: PersonName(given: given, family: family).full,
                email: emailAddress(row["email"]),
                phone: phoneNumber(row["sms", "phone"])?.number, identifier: row["identifier"].orNil))
    }

    private mutating func addPupil(_ row: NamedRow, _ dates: SlashDates, named: [String]) {
        let id = row["sourcedid"]
        var pupil = Pupil(key: "sid:" + id, id: PupilID(""))
        let main = PersonName(
            given: namePart(row["givenname"]), middle: namePart(row["middlename"]), family: namePart(row["familyname"]))
        let preferred = PersonName(
            given: namePart(row["preferredgivenname"]), family: namePart(row["preferredfamilyname"]))
        pupil.main = main.isEmpty ? nil : main
        pupil.preferred = preferred.isEmpty ? nil : preferred
        pupil.ids = PupilIDs(upn: upn(row["userids", "userid"]), misID: row["identifier"].orNil, sourcedID: id.orNil)
        pupil.upnStatus = UPN.status(pupil.ids.upn ?? "")
        pupil.year = schoolYear(row.list("grades", "grade").first ?? "")
        pupil.email = emailAddress(row["email"])
        if !row["email"].isEmpty, pupil.email == nil { document.problems.append(badEmail(row)) }
        let role = roles[id]?.first { $0["role"].lowercased() == "student" }
        pupil.startsOn = role.flatMap { dates.day($0["begindate"]) }
        pupil.leftOn = role.flatMap { dates.day($0["enddate"]) }.map { $0 - 1 }
        var seen: Set<String> = []
        pupil.contacts = (row.list("agentsourcedids", "agents") + named).filter { seen.insert($0).inserted }.compactMap(
            contact)
        for i in pupil.contacts.indices { pupil.contacts[i].order = i + 1 }
        document.add(
            .init(pupil: pupil, file: row.file, line: row.line, record: row.row.record, columns: document.kind),
            asOf: reading.asOf)
        if row["enableduser"].lowercased() == "suspended" {
            document.notices.append(.init(code: "account-suspended", ref: pupil.key))
        }
    }

    /// `{UPN:M999413114084},{Candidate:4000}`
    private func upn(_ text: String) -> String? {
        for pair in text.split(whereSeparator: { $0 == "," || $0 == "{" || $0 == "}" }) {
            let parts = pair.split(separator: ":", maxSplits: 1)
            if parts.count == 2, tidied(String(parts[0])).uppercased() == "UPN" {
                return UPN.tidied(String(parts[1])).orNil
            }
        }
        return nil
    }

    private func contact(_ id: String) -> Contact? {
        guard let row = users[id], let role = roleNames(row).first(where: OneRosterReader.isContact) else { return nil }
        var contact = Contact(order: 0, id: id)
        (contact.given, contact.family) = (namePart(row["givenname"]), namePart(row["familyname"]))
        contact.full = PersonName(given: contact.given, family: contact.family).full
        contact.relationship = role
        contact.email = emailAddress(row["email"])
        contact.phone = phoneNumber(row["sms", "phone"])?.number
        return contact
    }

    private mutating func readEnrolments() {
        let rows = tables.rows("enrollments")
        let dates = SlashDates(rows.lazy.flatMap { [$0["begindate"], $0["enddate"]] })
        let pupils = Set(document.pupils.map(\.pupil.key))
        let staff = Set(document.staff.map(\.id))
        let classes = Set(document.classes.map(\.id))
        for row in rows where !isDeleted(row, \.enrolments) {
            let (user, classID, role) = (row["usersourcedid", "userid"], row["classsourcedid"], row["role"])
            let isPupil = role.lowercased() == "student"
            let isKnown = classes.contains(classID) && (isPupil ? pupils.contains("sid:" + user) : staff.contains(user))
            if !isKnown, !document.isDelta {
                document.notices.append(.init(code: "dangling", ref: row["sourcedid"]))
                continue
            }
            let (from, to) = (dates.day(row["begindate"]), dates.day(row["enddate"]).map { $0 - 1 })
            if isPupil {
                document.enrolments.append(
                    .init(id: row["sourcedid"].orNil, pupil: "sid:" + user, classID: classID, from: from, to: to))
            } else {
                document.teaching.append(
                    .init(
                        classID: classID, staff: user, role: role, isPrimary: truth(row["primary"]), from: from, to: to)
                )
            }
        }
    }

    /// The title of an active homeroom class; of several the one that was joined last.
    private mutating func setRegistrationGroups() {
        var homerooms: [String: String] = [:]
        for entry in document.classes where entry.kind == .registration { homerooms[entry.id] = entry.name }
        var groups: [String: (name: String, from: Day)] = [:]
        for enrolment in document.enrolments {
            guard let name = homerooms[enrolment.classID] else { continue }
            let from = enrolment.from ?? Day(number: 0)
            if let asOf = reading.asOf {
                if from > asOf || enrolment.to.map({ $0 < asOf }) == true { continue }
            } else if enrolment.to != nil, groups[enrolment.pupil] != nil {
                continue
            }
            if groups[enrolment.pupil].map({ $0.from <= from }) ?? true { groups[enrolment.pupil] = (name, from) }
        }
        for i in document.pupils.indices {
            document.pupils[i].pupil.registrationGroup = groups[document.pupils[i].pupil.key]?.name
        }
    }
}

func badEmail(_ row: NamedRow) -> Problem {
    Problem(
        row.file, line: row.line, code: "bad-email", "an e-mail cell does not hold one plain address and is not used",
        fix: "correct the address in the MIS")
}
