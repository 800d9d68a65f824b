private let sdsHeaders: Set<String> = [
    "sisid", "id", "schoolsisid", "schooldfenumber", "dfenumber", "name", "sectionname", "sectionnumber", "termsisid",
    "termname", "termstartdate", "termenddate",
    "coursesisid", "coursename", "coursenumber", "coursedescription", "coursesubject", "periods", "status", "firstname",
    "lastname", "username", "password", "stateid",
    "secondaryemail", "studentnumber", "middlename", "grade", "birthdate", "graduationyear", "teachernumber", "title",
    "qualification", "sectionsisid", "sectionid",
    "email", "phone", "role", "sourcedid", "type", "parentsourcedid", "givenname", "familyname",
    "activedirectorymatchid", "sms", "usersourcedid", "orgsourcedid",
    "orgsourcedids", "sessionsourcedid", "isprimary", "rolestartdate", "roleenddate", "sessionsourcedids",
    "coursesourcedid", "code", "classsourcedid", "schoolyear",
    "startdate", "enddate", "schoolyearsourcedid", "subject", "relationshipusersourcedid", "relationshiprole", "flag",
    "sex",
]

extension RosterLayout {
    /// School Data Sync V1, also with the UK's headers.
    static let sdsV1 = RosterLayout(
        name: "sds-v1",
        recognises: { files in
            let stems = Set(files.map(\.stem))
            return stems.contains("student") && stems.contains("section")
        }
    ) { files, reading throws(RosterRefusal) in
        var document = RosterDocument(kind: "sds-v1")
        document.saysWhoMayBeContacted = false
        let tables = NamedTables(files, known: sdsHeaders, into: &document)
        guard let students = tables["student"] else {
            throw RosterRefusal(code: .noHeader, problem: noHeader("Student.csv", line: 1).problem)
        }
        if students.column("SIS ID") == nil { document.kind = "sds-v1-uk" }
        document.readSDSV1(tables, reading)
        return document
    }

    /// School Data Sync V2.1 (and V2, which had the role in users.csv): a set without a manifest.
    static let sdsV2 = RosterLayout(
        name: "sds-v2.1",
        recognises: { files in
            let stems = Set(files.map(\.stem))
            return stems.contains("orgs") && stems.contains("users")
                && (stems.contains("roles") || stems.contains("enrollments"))
        }
    ) { files, reading throws(RosterRefusal) in
        var document = RosterDocument(kind: "sds-v2.1")
        document.saysWhoMayBeContacted = false
        let tables = NamedTables(files, known: sdsHeaders, into: &document)
        guard tables["users"] != nil else {
            throw RosterRefusal(code: .noHeader, problem: noHeader("users.csv", line: 1).problem)
        }
        document.readSDSV2(tables, reading)
        return document
    }
}

/// The e-mail, else a user name that is one.
private func address(_ row: NamedRow) -> String? { emailAddress(row["email"]) ?? emailAddress(row["username"]) }

private func person(_ given: String, _ middle: String, _ family: String) -> PersonName? {
    let name = PersonName(given: namePart(given), middle: namePart(middle), family: namePart(family))
    return name.isEmpty ? nil : name
}

extension RosterDocument {
    // MARK: V1

    fileprivate mutating func readSDSV1(_ tables: NamedTables, _ reading: RosterReading) {
        demand(
            ["School", "Section", "Student", "Teacher", "StudentEnrollment", "TeacherRoster"], of: tables,
            set: "School Data Sync")
        if let school = tables.rows("school").first {
            (schoolID, schoolName) = (school["sisid", "dfenumber", "id"].orNil, school["name"].orNil)
        }
        readSections(tables)
        let guardians = guardiansV1(tables)
        for row in tables.rows("student") {
            let id = row["sisid", "id"]
            var pupil = Pupil(key: "sid:" + id, id: PupilID(""))
            pupil.main = person(row["firstname"], row["middlename"], row["lastname"])
            pupil.ids = PupilIDs(admissionNumber: row["studentnumber"].orNil, sourcedID: id.orNil)
            pupil.year = schoolYear(row["grade"])
            pupil.email = address(row)
            pupil.contacts = guardians[id] ?? []
            var entry = RosterPupil(pupil: pupil, file: row.file, line: row.line, record: row.row.record, columns: kind)
            entry.isMarkedLeft = ["inactive", "left"].contains(row["status"].lowercased())
            add(entry, asOf: reading.asOf)
        }
        for row in tables.rows("teacher") {
            let (title, given, family) = (row["title"], namePart(row["firstname"]), namePart(row["lastname"]))
            staff.append(
                .init(
                    id: row["sisid", "id"], code: row["teachernumber"].orNil, title: title, given: given,
                    family: family,
                    full: joined(title, given, family), email: address(row)))
        }
        let (pupilKeys, classIDs, staffIDs) = (
            Set(pupils.map(\.pupil.key)), Set(classes.map(\.id)), Set(staff.map(\.id))
        )
        for row in tables.rows("studentenrollment") {
            let (section, id) = (row["sectionsisid", "sectionid"], row["sisid", "id"])
            if pupilKeys.contains("sid:" + id), classIDs.contains(section) {
                enrolments.append(.init(id: nil, pupil: "sid:" + id, classID: section, from: nil, to: nil))
            } else {
                notices.append(.init(code: "dangling", ref: "\(section)/\(id)"))
            }
        }
        for row in tables.rows("teacherroster") {
            let (section, id) = (row["sectionsisid", "sectionid"], row["sisid", "id"])
            if staffIDs.contains(id), classIDs.contains(section) {
                teaching.append(.init(classID: section, staff: id, role: "teacher"))
            } else {
                notices.append(.init(code: "dangling", ref: "\(section)/\(id)"))
            }
        }
    }

    private mutating func readSections(_ tables: NamedTables) {
        let rows = tables.rows("section")
        let dates = SlashDates(rows.lazy.flatMap { [$0["termstartdate"], $0["termenddate"]] })
        for row in rows {
            let term = row["termsisid"].orNil
            if let term, !terms.contains(where: { $0.id == term }) {
                terms.append(
                    .init(
                        id: term, title: row["termname"].orNil, type: nil, start: dates.day(row["termstartdate"]),
                        end: dates.day(row["termenddate"])))
            }
            classes.append(
                .init(
                    id: row["sisid", "id"], code: row["sectionnumber"].orNil, name: row["sectionname"],
                    subject: row["coursesubject"].orNil,
                    periods: row.list("periods"), termIDs: term.map { [$0] } ?? []))
        }
    }

    /// User.csv has the guardians by e-mail, Guardianrelationship.csv says whose they are.
    private func guardiansV1(_ tables: NamedTables) -> [String: [Contact]] {
        var users: [String: NamedRow] = [:]
        for row in tables.rows("user") { users[row["email"].lowercased()] = users[row["email"].lowercased()] ?? row }
        var found: [String: [Contact]] = [:]
        for row in tables.rows("guardianrelationship") {
            guard let email = row["email"].lowercased().orNil else { continue }
            let pupil = row["sisid", "id"]
            if found[pupil, default: []].contains(where: { $0.id == email }) { continue }
            let user = users[email]
            var contact = Contact(order: (found[pupil]?.count ?? 0) + 1, id: email)
            (contact.given, contact.family) = (namePart(user?["firstname"] ?? ""), namePart(user?["lastname"] ?? ""))
            contact.full = PersonName(given: contact.given, family: contact.family).full
            contact.relationship = row["role"].orNil ?? "Other"
            contact.email = emailAddress(email)
            contact.phone = phoneNumber(user?["phone"] ?? "")?.number
            found[pupil, default: []].append(contact)
        }
        return found
    }

    // MARK: V2.1

    fileprivate mutating func readSDSV2(_ tables: NamedTables, _ reading: RosterReading) {
        if let school = tables.rows("orgs").first(where: { $0["type"].lowercased() == "school" })
            ?? tables.rows("orgs").first
        {
            (schoolID, schoolName) = (school["sourcedid"].orNil, school["name"].orNil)
        }
        readSessions(tables)
        readClassesV2(tables)
        let users = tables.rows("users")
        var byID: [String: NamedRow] = [:]
        for row in users { byID[row["sourcedid"]] = row }
        var roles: [String: [NamedRow]] = [:]
        for row in tables.rows("roles") { roles[row["usersourcedid"], default: []].append(row) }
        let dates = SlashDates(tables.rows("roles").lazy.flatMap { [$0["rolestartdate"], $0["roleenddate"]] })
        let contacts = contactsV2(tables, byID)
        for row in users {
            let id = row["sourcedid"]
            let own = roles[id] ?? (row["role"].isEmpty ? [] : [row])
            if let role = own.first(where: { $0["role"].lowercased() == "student" }) {
                addPupilV2(row, role, dates, contacts[id] ?? [], reading)
            } else if own.contains(where: {
                !["other", "parent", "guardian", "relative", "contact", ""].contains($0["role"].lowercased())
            }) {
                let (given, family) = (namePart(row["givenname"]), namePart(row["familyname"]))
                staff.append(
                    .init(
                        id: id, given: given, family: family, full: PersonName(given: given, family: family).full,
                        email: address(row)))
            }
        }
        readEnrolmentsV2(tables)
    }

    private mutating func addPupilV2(
        _ row: NamedRow, _ role: NamedRow, _ dates: SlashDates, _ contacts: [Contact], _ reading: RosterReading
    ) {
        let id = row["sourcedid"]
        var pupil = Pupil(key: "sid:" + id, id: PupilID(""))
        pupil.main = person(row["givenname"], row["middlename"], row["familyname"])
        pupil.ids = PupilIDs(sourcedID: id.orNil)
        pupil.year = schoolYear(role["grade"])
        pupil.email = address(row)
        pupil.startsOn = dates.day(role["rolestartdate"])
        pupil.leftOn = dates.day(role["roleenddate"])
        pupil.contacts = contacts
        add(
            .init(pupil: pupil, file: row.file, line: row.line, record: row.row.record, columns: kind),
            asOf: reading.asOf)
    }

    private mutating func readSessions(_ tables: NamedTables) {
        let rows = tables.rows("academicsessions")
        let dates = SlashDates(rows.lazy.flatMap { [$0["startdate"], $0["enddate"]] })
        for row in rows {
            terms.append(
                .init(
                    id: row["sourcedid"], title: row["title"].orNil, type: row["type"].orNil,
                    start: dates.day(row["startdate"]), end: dates.day(row["enddate"])))
        }
    }

    private mutating func readClassesV2(_ tables: NamedTables) {
        var subjects: [String: String] = [:]
        for row in tables.rows("courses") { subjects[row["sourcedid"]] = row["subject"].orNil }
        for row in tables.rows("classes") {
            classes.append(
                .init(
                    id: row["sourcedid"], code: row["code"].orNil, name: row["title"],
                    subject: subjects[row["coursesourcedid"]],
                    termIDs: row.list("sessionsourcedids", "sessionsourcedid")))
        }
    }

    private func contactsV2(_ tables: NamedTables, _ users: [String: NamedRow]) -> [String: [Contact]] {
        var found: [String: [Contact]] = [:]
        for row in tables.rows("relationships") {
            let (pupil, id) = (row["usersourcedid"], row["relationshipusersourcedid"])
            guard let user = users[id], !found[pupil, default: []].contains(where: { $0.id == id }) else { continue }
            var contact = Contact(order: (found[pupil]?.count ?? 0) + 1, id: id)
            (contact.given, contact.family) = (namePart(user["givenname"]), namePart(user["familyname"]))
            contact.full = PersonName(given: contact.given, family: contact.family).full
            contact.relationship = row["relationshiprole"].orNil
            contact.email = address(user)
            contact.phone = phoneNumber(user["sms", "phone"])?.number
            found[pupil, default: []].append(contact)
        }
        return found
    }

    private mutating func readEnrolmentsV2(_ tables: NamedTables) {
        let lastDays = Dictionary(
            pupils.map { ($0.pupil.key, $0.pupil.leftOn) }, uniquingKeysWith: { first, _ in first })
        let (classIDs, staffIDs) = (Set(classes.map(\.id)), Set(staff.map(\.id)))
        for row in tables.rows("enrollments") {
            let (classID, user, role) = (row["classsourcedid"], row["usersourcedid"], row["role"])
            let isPupil = role.lowercased() == "student"
            if isPupil, let leftOn = lastDays["sid:" + user], classIDs.contains(classID) {
                enrolments.append(.init(id: nil, pupil: "sid:" + user, classID: classID, from: nil, to: leftOn))
            } else if !isPupil, staffIDs.contains(user), classIDs.contains(classID) {
                teaching.append(.init(classID: classID, staff: user, role: role))
            } else {
                notices.append(.init(code: "dangling", ref: "\(classID)/\(user)"))
            }
        }
    }
}
