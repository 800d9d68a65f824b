extension RosterLayout {
    /// The sets of Clever (students, sections, enrollments, teachers) and of Apple School Manager (students, classes,
    /// rosters, staff): pupils and classes are joined by their ids.
    static let linkedSet = RosterLayout(
        name: "linked-set", recognises: { files in linkedSetKind(Set(files.map(\.stem))) != nil }
    ) { files, reading throws(RosterRefusal) in
        let kind = linkedSetKind(Set(files.map(\.stem))) ?? "clever"
        var document = RosterDocument(kind: kind)
        document.saysWhoMayBeContacted = false
        let tables = NamedTables(files, known: linkedHeaders, into: &document)
        guard tables["students"] != nil else {
            throw RosterRefusal(code: .noHeader, problem: noHeader("students.csv", line: 1).problem)
        }
        document.readLinkedSet(tables, reading)
        return document
    }
}

/// `nil`: the files are no such set.
func linkedSetKind(_ stems: Set<String>) -> String? {
    if cleverSet.isSubset(of: stems) { return "clever" }
    return appleSet.isSubset(of: stems) ? "apple-school-manager" : nil
}

let cleverSet: Set<String> = ["students", "sections", "enrollments"]
let appleSet: Set<String> = ["students", "classes", "rosters"]
let linkedSetStems: Set<String> = cleverSet.union(appleSet).union([
    "schools", "teachers", "staff", "contacts", "admins", "courses", "locations", "terms",
])

private let linkedHeaders: Set<String> = [
    "schoolid", "schoolname", "schoolnumber", "studentid", "studentnumber", "stateid", "personid", "personnumber",
    "firstname", "middlename", "lastname", "preferredfirstname", "preferredlastname", "grade", "gradelevel", "dob",
    "gender", "studentemail", "emailaddress", "sisusername", "passwordpolicy", "locationid", "locationname",
    "contactname", "contacttype", "contactrelationship", "contactphone", "contactphonetype", "contactemail",
    "contactsisid", "contactid", "sectionid", "sectionname", "sectionnumber", "teacherid", "teacher2id", "name",
    "coursename", "coursenumber", "courseid", "period", "subject", "termname", "termstart", "termend", "teachernumber",
    "teacheremail", "title", "username", "password", "staffid", "staffemail", "classid", "classnumber", "instructorid",
    "instructorid2", "instructorid3", "rosterid", "email", "phone", "relationship", "type", "role", "department",
    "email_address", "startdate", "enddate",
]

extension RosterDocument {
    fileprivate mutating func readLinkedSet(_ tables: NamedTables, _ reading: RosterReading) {
        if let school = (tables.rows("schools") + tables.rows("locations")).first {
            schoolID = school["schoolid", "locationid"].orNil
            schoolName = school["schoolname", "locationname", "name"].orNil
        }
        for stem in ["teachers", "staff"] { for row in tables.rows(stem) { addLinkedStaff(row) } }
        readLinkedClasses(tables)
        readLinkedPupils(tables, reading)
        readLinks(tables, reading)
        markDuplicateUPNs()
    }

    private mutating func addLinkedStaff(_ row: NamedRow) {
        let (title, given, family) = (row["title"], namePart(row["firstname"]), namePart(row["lastname"]))
        guard let id = row["teacherid", "staffid", "personid"].orNil else { return }
        addStaff(
            .init(
                id: id, title: ClassSpelling.titles.contains(title.lowercased()) ? title : "", given: given,
                family: family, full: PersonName(given: given, family: family).full,
                email: emailAddress(row["teacheremail", "staffemail", "emailaddress", "email"]),
                identifier: row["teachernumber", "personnumber"].orNil))
    }

    private mutating func readLinkedClasses(_ tables: NamedTables) {
        var courses: [String: String] = [:]
        for row in tables.rows("courses") { courses[row["courseid"]] = row["coursename"].orNil }
        for row in tables.rows("sections") + tables.rows("classes") {
            let id = row["sectionid", "classid"]
            let course = row["coursename"].orNil ?? courses[row["courseid"]]
            let number = row["sectionnumber", "classnumber"].orNil
            let ownName = row["name", "sectionname"].orNil
            // A bare number says nothing to a person.
            let numbered = number.flatMap { Int($0) == nil ? $0 : nil }
            let name = ownName ?? numbered ?? course ?? number ?? id
            classes.append(
                .init(
                    id: id, code: number != name ? number : course, name: name, kind: .teaching,
                    year: schoolYear(row["grade", "gradelevel"]), subject: row["subject"].orNil ?? course,
                    periods: row.list("period")))
            for column in linkedTeachers {
                guard let staff = row[column].orNil, self.staff.contains(where: { $0.id == staff }) else { continue }
                teaching.append(.init(classID: id, staff: staff, role: "teacher"))
            }
        }
    }

    private mutating func readLinkedPupils(_ tables: NamedTables, _ reading: RosterReading) {
        var contacts: [String: [Contact]] = [:]
        for row in tables.rows("students") + tables.rows("contacts") {
            guard let contact = linkedContact(row) else { continue }
            let id = row["studentid", "personid"]
            let known = contacts[id, default: []].contains {
                $0.id != nil ? $0.id == contact.id : $0.isSamePerson(as: contact)
            }
            if !known { contacts[id, default: []].append(contact) }
        }
        var seen: Set<String> = []
        for row in tables.rows("students") {
            let id = row["studentid", "personid"]
            guard seen.insert(id).inserted else { continue }
            var pupil = Pupil(key: "sid:" + id, id: PupilID(""))
            let main = PersonName(
                given: namePart(row["firstname"]), middle: namePart(row["middlename"]),
                family: namePart(row["lastname"]))
            let preferred = PersonName(
                given: namePart(row["preferredfirstname"]), family: namePart(row["preferredlastname"]))
            pupil.main = main.isEmpty ? nil : main
            pupil.preferred = preferred.isEmpty ? nil : preferred
            pupil.ids = PupilIDs(misID: row["studentnumber", "personnumber"].orNil, sourcedID: id.orNil)
            pupil.year = schoolYear(row["grade", "gradelevel"])
            pupil.email = emailAddress(row["studentemail", "emailaddress", "email"])
            pupil.contacts = ordered(contacts[id] ?? [])
            add(
                .init(pupil: pupil, file: row.file, line: row.line, record: row.row.record, columns: kind),
                asOf: reading.asOf)
        }
    }

    private func linkedContact(_ row: NamedRow) -> Contact? {
        var contact = Contact(order: 0, id: row["contactsisid", "contactid"].orNil)
        let isOwnFile = row.file.lowercased().utf8.containsText("contacts")
        let (given, family) = isOwnFile ? (namePart(row["firstname"]), namePart(row["lastname"])) : ("", "")
        (contact.given, contact.family) = (given, family)
        contact.full = row["contactname"].orNil ?? PersonName(given: given, family: family).full
        contact.relationship = row["contactrelationship", "relationship"].orNil
        contact.email = emailAddress(row["contactemail"].orNil ?? (isOwnFile ? row["email"] : ""))
        contact.phone = phoneNumber(row["contactphone"].orNil ?? (isOwnFile ? row["phone"] : ""))?.number
        return contact.full.isEmpty && contact.email == nil && contact.phone == nil ? nil : contact
    }

    private mutating func readLinks(_ tables: NamedTables, _ reading: RosterReading) {
        let (keys, ids) = (Set(pupils.map(\.pupil.key)), Set(classes.map(\.id)))
        let rows = tables.rows("enrollments") + tables.rows("rosters")
        let dates = SlashDates(
            rows.lazy.flatMap { [$0["startdate"], $0["enddate"]] }, orMonthFirst: reading.isMonthFirst)
        for row in rows {
            let (classID, pupil) = (row["sectionid", "classid"], "sid:" + row["studentid", "personid"])
            guard keys.contains(pupil), ids.contains(classID) else {
                notices.append(.init(code: "dangling", ref: "\(classID)/\(pupil.dropFirst(4))"))
                continue
            }
            enrolments.append(
                .init(
                    id: row["rosterid"].orNil, pupil: pupil, classID: classID, from: dates.day(row["startdate"]),
                    to: dates.day(row["enddate"])))
        }
    }
}

/// Up to ten teachers of a section, the first of whom leads.
private let linkedTeachers =
    ["teacherid", "instructorid"] + (2...10).flatMap { ["teacher\($0)id", "instructorid\($0)"] }
