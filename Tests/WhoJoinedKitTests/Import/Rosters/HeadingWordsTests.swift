import ASCII
import Testing

@testable import WhoJoinedKit

/// Headings that no column map has, read by their words.
@Suite struct HeadingWordsTests {
    private func field(_ heading: String) -> RosterField? { ColumnFinder().meaning(of: Header(heading))?.field }

    @Test(arguments: [
        ("Court Order Notes", RosterField.courtOrder), ("Legal Restrictions", .courtOrder),
        ("Injunction?", .courtOrder),
        ("Do Not Contact", .courtOrder), ("Father restricted?", .courtOrder), ("Contact 2 Do Not Contact", .courtOrder),
        ("Guardian 1 Legal Restrictions", .courtOrder), ("Any legal issues", .courtOrder), ("Exit Date", .leftOn),
        ("DROP DATE", .leftOn), ("Withdrawal Date", .leftOn), ("Enrollment Start Date", .startsOn),
        ("Entry Date", .startsOn), ("On Roll", .isCurrent), ("Active", .isCurrent), ("accountEnabled", .isCurrent),
        ("Block credential", .isLeaver), ("Stu Status", .status), ("Pupil Adm No", .admissionNumber),
        ("Learner Forename", .given), ("Stu Last Name", .family), ("Child's full name", .name), ("lastfirst", .name),
        ("Homeroom Nbr", .registrationGroup), ("Class/Year", .registrationGroup), ("RosarioSIS ID", .misID),
        ("Pupil Code", .misID), ("Mother's Email", .contactEmail), ("Grdn 1 Full Name", .contactName),
        ("Household 1: Parent 2: Email 1", .contactEmail), ("PRIMARY CONTACT RELATION", .relationship),
        ("Parent 1 Contact By Email?", .mayReceiveMail), ("userPrincipalName", .pupilEmail),
    ])
    func `a heading in words of its own is read`(heading: String, field: RosterField) {
        #expect(self.field(heading) == field)
    }

    @Test(arguments: [
        "Dietary restrictions", "Photo restriction", "SEN Status", "FSM Status", "House", "Date of Birth",
        "Homeroom Teacher", "Exam Number", "Term End Date", "Medical notes", "Spelling test", "Roll number",
    ])
    func `a heading of something else stays unread`(heading: String) {
        let found = field(heading)
        #expect(found == nil || found == .sen, "\(heading): \(String(describing: found))")
    }

    private func pupils(_ text: String) throws -> [RosterDocument.RosterPupil] { try readRoster(text).pupils }

    @Test(arguments: [
        "On Roll,No", "Active,FALSE", "Exit Date,01/09/2026", "Leaver,23/10/2026", "Stu Status,I", "Status,Expected",
    ])
    func `who has left is not here, whatever the column is called`(flag: String) throws {
        let parts = flag.split(separator: ",")
        let found = try pupils("Adm No,Surname,Forename,Reg,\(parts[0])\n1,Tarn,Ivo,5C,\n2,Ash,Una,5C,\(parts[1])\n")
        let gone = found.map { $0.isMarkedLeft || $0.pupil.leftOn != nil }
        #expect(gone == [false, true])
    }

    @Test(arguments: ["On Roll,ask the office", "Leaver,perhaps"])
    func `a flag that says neither yes nor no accuses nobody`(flag: String) throws {
        let parts = flag.split(separator: ",")
        let found = try pupils("Adm No,Surname,Forename,Reg,\(parts[0])\n1,Tarn,Ivo,5C,\(parts[1])\n")
        #expect(found[0].pupil.rollDoubt != nil && !found[0].isMarkedLeft)
    }

    @Test(arguments: ["00/00/0000", "30/12/1899", "1900-01-00", "9999-12-31", "0", "n/a"])
    func `a date that is none is no leaving date`(date: String) throws {
        let document = try readRoster("Adm No,Surname,Forename,Reg,Leaving Date\n1,Tarn,Ivo,5C,\(date)\n")
        #expect(document.pupils[0].pupil.leftOn == nil && document.pupils[0].pupil.rollDoubt == nil)
        #expect(document.problems.isEmpty)
    }

    @Test func `a restriction beside the pupil is about whom it names, else a question about all`() throws {
        func contacts(_ words: String) throws -> [Contact] {
            try pupils(
                "Adm No,Surname,Forename,Reg,Court Order,Mother Name,Mother Email,Father Name,Father Email\n"
                    + "1,Tarn,Ivo,5C,\(words),Ms P Tarn,p@post.example,Mr Q Tarn,q@post.example\n")[0].pupil.contacts
        }
        #expect(try contacts("Yes - father no contact").map(\.restriction) == [.unknown, .courtOrder])
        #expect(try contacts("Yes - father no contact").map(\.mayContact) == [nil, false])
        #expect(try contacts("see file").map(\.mayContact) == [false, false])
        #expect(try contacts("see file").map(\.restriction) == [.unknown, .unknown])
        #expect(try contacts("No").map(\.mayContact) == [nil, nil])
    }

    @Test(arguments: ["Court Order", "Injunction", "Legal Alert", "Restriction Notes"])
    func `a restriction beside the pupil counts under any heading, one of notes too`(heading: String) throws {
        let document = try readRoster(
            "Adm No,Surname,Forename,Reg,Mother Name,Mother Email,Father Name,Father Email,\(heading)\n"
                + "1,Tarn,Ivo,5C,Ms P Tarn,p@post.example,Mr Q Tarn,q@post.example,Yes\n")
        #expect(document.pupils[0].pupil.contacts.map(\.mayContact) == [false, false])
        #expect(!document.notices.contains { $0.code == "court-column-missing" })
    }

    @Test(arguments: [
        "Harkness (NO CONTACT),Father,No", "Harkness - do not contact,Father,No", "Harkness,Father (No Contact),No",
        "Harkness,Stepfather - court order,No", "Harkness,Uncle,see file", "Harkness [barred],Father,",
    ])
    func `what stands behind a contact's name or relationship bars too, and the name is the name`(cells: String) throws
    {
        let document = try readRoster(
            "Adm No,Surname,Forename,Reg,Contact Forename,Contact Surname,Relationship,Court Order,Contact Email\n"
                + "1,Tarn,Ivo,5C,Clive,\(cells),clive@post.example\n"
                + "1,Tarn,Ivo,5C,Court,Barre,Court appointed guardian,No,cb@post.example\n")
        let contacts = document.pupils[0].pupil.contacts
        #expect(contacts.map(\.restriction) == [.courtOrder, .none])
        #expect(contacts.map(\.family) == ["Harkness", "Barre"])
    }

    @Test(arguments: [
        "May Contact,No", "Contact Allowed,No - see file", "Receives Mail,N", "Restraining Order,Yes",
        "Non-molestation Order,Y", "No Access,Yes", "Not To Be Contacted,Yes", "Child Arrangements Order,2026",
    ])
    func `a heading of one's own for a bar is read`(column: String) throws {
        let parts = column.split(separator: ",").map(String.init)
        let document = try readRoster(
            "Adm No,Surname,Forename,Reg,Contact Forename,Contact Surname,Relationship,Parental Responsibility,"
                + "\(parts[0]),Contact Email\n1,Tarn,Ivo,5C,Clive,Harkness,Father,Yes,\(parts[1]),clive@post.example\n")
        let contact = document.pupils[0].pupil.contacts[0]
        #expect(contact.mayContact == false && [.courtOrder, .noContact].contains(contact.restriction))
    }

    @Test func `a note that speaks of a bar among other things counts`() throws {
        let document = try readRoster(
            "Adm No,Surname,Forename,Reg,Contact Forename,Contact Surname,Contact Status\n"
                + "1,Tarn,Ivo,5C,Clive,Harkness,\"Photo consent: no. No contact, allergy to nuts\"\n")
        #expect(document.pupils[0].pupil.contacts[0].mayContact == false)
    }

    @Test func `accounts of a system are pupils, staff and guests by their roles`() throws {
        let document = try readRoster(
            """
            userPrincipalName,displayName,surname,givenName,userType,jobTitle,department,accountEnabled
            ivo@school.example,Ivo Tarn,Tarn,Ivo,Member,Student,5C,True
            may@school.example,May Reed,Reed,May,Member,Student Support Officer,Office,True
            gus@else.example,Gus Ray,Ray,Gus,Guest,,,True
            una@school.example,Una Ash,Ash,Una,Member,Student,5C,False
            """)
        let here = document.pupils.filter { !$0.isMarkedLeft }
        #expect(here.map { $0.display.full } == ["Ivo Tarn"])
        #expect(here[0].pupil.email == "ivo@school.example")
        #expect(document.staff.map(\.full) == ["May Reed"])
    }

    @Test(arguments: [
        "Class 5C - Mrs Reed,,\n\nForename,Surname,DOB\nIvo,Tarn,\n",
        "Forename,Surname,DOB\nIvo,Tarn,\n",
    ])
    func `a list of one class has its name in the title or in the file's name`(text: String) throws {
        let document = try readRosterDocument(
            [RosterFile(name: "roster/5C list.csv", bytes: Array(text.utf8))], RosterReading())
        #expect(document.classes.map(\.name) == ["5C"] && document.enrolments.count == 1)
        #expect(document.problems.map(\.code) == ["class-in-title"])
    }

    @Test(arguments: ["roster/pupils.csv", "roster/5C and 5D.csv", "roster/Year 5.csv", "roster/2026-11-14 export.csv"])
    func `a name that is not one class's is none`(file: String) throws {
        let document = try readRosterDocument(
            [RosterFile(name: file, bytes: Array("Forename,Surname,DOB\nIvo,Tarn,\n".utf8))], RosterReading())
        #expect(document.classes.isEmpty)
    }

    @Test func `types under the headings, averages and totals are no pupils`() throws {
        let document = try readRoster(
            """
            Adm No,Surname,Forename,Reg,Test 1,Test 2
            Number,Text,Text,Text,Number,Number
            1,Tarn,Ivo,5C,8,9
            ,,Class average,,7,8
            2,Page,Anna,5C,8,9
            ,Countess,Una,5C,8,9
            Total,1,,,,
            """)
        #expect(document.pupils.map { $0.display.full }.sorted() == ["Anna Page", "Ivo Tarn", "Una Countess"])
        #expect(document.classes.map(\.name) == ["5C"])
    }

    @Test(arguments: [
        "Student,Form,Absence start,Absence end,Reason\n\"Tarn, Ivo\",5C,17 Nov 2026,17 Nov 2026,Illness\n",
        "Name,Class,From,To,Reason\nIvo Tarn,5C,17/11/2026,17/11/2026,ill\n",
        "Pupil,Class,Absent from,Absent to,Why\nIvo Tarn,5C,17/11/2026,17/11/2026,ill\n",
        "Adm No,Surname,Forename,Reg,Leave From,Leave To,Reason\n1,Tarn,Ivo,5C,16/11/2026,20/11/2026,Holiday\n",
    ])
    func `a list of absences is no list of pupils`(text: String) {
        do throws(RosterRefusal) {
            _ = try readRosterDocument([RosterFile(name: "list.csv", bytes: Array(text.utf8))], RosterReading())
            Issue.record("read")
        } catch {
            #expect(error.problem.code == Problem.listOfAbsences)
        }
    }

    @Test func `totals that begin with the class are no pupils`() throws {
        let document = try readRoster("Reg,Surname,Forename\n5C,Tarn,Ivo\n5C Total,1,\nTotal for school,1,\n")
        #expect(document.pupils.map { $0.display.full } == ["Ivo Tarn"] && document.classes.map(\.name) == ["5C"])
    }

    @Test func `a number that all rows share is nobody's`() throws {
        let document = try readRoster(
            "Student ID,Surname,Forename,Reg\n3302010,Tarn,Ivo,5C\n3302010,Ash,Una,5C\n")
        #expect(document.pupils.allSatisfy { $0.pupil.ids.misID == nil } && document.pupils.count == 2)
    }

    @Test func `a tutor's address stands beside the tutor`() throws {
        let document = try readRoster(
            "Surname,Forename,Form,Form Tutor,Tutor Email\nTarn,Ivo,5C,Mrs M Reed,m.reed@school.example\n")
        #expect(document.staff.map(\.full) == ["Mrs M Reed"] && document.staff[0].email == "m.reed@school.example")
        #expect(document.pupils[0].pupil.email == nil)
    }

    @Test func `adults are contacts, each with the own flag`() throws {
        let contacts = try pupils(
            "Person Ref,Pupil Surname,Pupil First Name,Group,Adult 1 Name,Adult 1 Email,Adult 2 Name,Adult 2 Email,Adult 2 Non-contact flag\n"
                + "1,Tarn,Ivo,5C,Ms P Tarn,p@post.example,Mr Q Tarn,q@post.example,Y\n")[0].pupil.contacts
        #expect(contacts.map(\.email) == ["p@post.example", "q@post.example"])
        #expect(contacts.map(\.restriction) == [.unknown, .courtOrder])
    }

    @Test func `a short form in one list and the full name in another are both known`() throws {
        let school = [
            ("a.csv", "First Name,Last Name,Email\nBar,Finch,barty@school.example\n"),
            ("b.csv", "Name,Class\nBarty Finch,5C\n"),
        ]
        for files in [school, school.reversed()] {
            let document = try readRosterDocument(
                files.map { RosterFile(name: $0.0, bytes: Array($0.1.utf8)) }, RosterReading())
            let roster = RosterMerger([document]).roster
            #expect(roster.pupils.map(\.display.full) == ["Barty Finch"])
        }
    }

    @Test func `a mark without a date makes the absence a question`() throws {
        let document = try readRosterDocument(
            [
                RosterFile(
                    name: "a.csv", bytes: Array("Adm No,Surname,Forename,Reg\n1,Tarn,Ivo,5C\n2,Ash,Una,5C\n".utf8)),
                RosterFile(
                    name: "b.csv",
                    bytes: Array("Adm No,Date,Session,Mark\n1,last Tuesday,AM,I\n2,last Tuesday,AM,/\n".utf8)),
            ], RosterReading())
        let roster = RosterMerger([document]).roster
        #expect(roster.pupils.map { $0.rollDoubt != nil } == [true, false])
        #expect(document.problems.contains { $0.code == "bad-mark" && $0.line == 2 })
    }
}

extension HeadingWordsTests {
    @Test(arguments: [
        "Email (Mother),Email (Father),Father - court order", "Mother's Email,Father's Email,Father restricted",
        "Mum email,Dad email,Dad no contact",
    ])
    func `an address is the mother's or the father's, whichever way round it is written`(headings: String) throws {
        let text = "Adm No,Surname,Forename,Reg,\(headings)\n1,Tarn,Ivo,5C,p@post.example,q@post.example,yes\n"
        let contacts = try readRoster(text).pupils[0].pupil.contacts
        #expect(contacts.map(\.email) == ["p@post.example", "q@post.example"])
        #expect(contacts.map(\.restriction) == [.unknown, .courtOrder])
    }

    @Test(arguments: ["Priority 1,,,Priority 2,,", "First contact,,,Second contact,,", "A,,,B,,"])
    func `columns under groups are never the pupil's`(groups: String) throws {
        let text =
            "Emergency list,,,,,,,,,\n,,,,\(groups)\nAdm No,Surname,Forename,Reg,Name,Email,Restrictions,Name,Email,Restrictions\n"
            + "1,Tarn,Ivo,5C,Ms P Tarn,p@post.example,,Mr Q Tarn,q@post.example,Court\n"
        let pupil = try readRoster(text).pupils[0].pupil
        #expect(pupil.email == nil && pupil.display.full == "Ivo Tarn")
        #expect(pupil.contacts.map(\.email) == ["p@post.example", "q@post.example"])
        #expect(pupil.contacts.map(\.restriction) == [.unknown, .courtOrder])
    }

    @Test func `a note that speaks of a court keeps letters back`() throws {
        let text =
            "Adm No,Surname,Forename,Reg,Parent/Carer,Parent/Carer Email,Notes\n"
            + "1,Tarn,Ivo,5C,Ms P Tarn,p@post.example,COURT ORDER - see the file in the office\n"
            + "2,Ash,Una,5C,Ms R Ash,r@post.example,Likes tennis\n"
        let contacts = try readRoster(text).pupils.map { $0.pupil.contacts[0] }
        #expect(contacts.map(\.full) == ["Ms P Tarn", "Ms R Ash"])
        #expect(contacts.map(\.mayContact) == [false, nil])
    }

    @Test(arguments: ["C - Current Single", "M - Main", "2026/12/24"])
    func `codes before their words and dates with the year first are read`(cell: String) throws {
        let heading = cell.utf8.contains(.slash) ? "DOL" : "Status"
        let document = try readRoster("Adm No,Surname,Forename,Reg,\(heading)\n1,Tarn,Ivo,5C,\(cell)\n")
        #expect(document.pupils[0].pupil.rollDoubt == nil && !document.pupils[0].isMarkedLeft)
        #expect(document.problems.isEmpty)
    }
}

extension HeadingWordsTests {
    @Test(arguments: ["Consent to email,No", "Email permission,N", "Opt out of emails,Yes"])
    func `who has not agreed to letters gets none`(flag: String) throws {
        let parts = flag.split(separator: ",")
        let text =
            "Adm No,Surname,Forename,Reg,Parent Name,Parent Email,\(parts[0])\n1,Tarn,Ivo,5C,Ms P Tarn,p@post.example,\(parts[1])\n"
        #expect(try readRoster(text).pupils[0].pupil.contacts.map(\.mayContact) == [false])
    }

    @Test func `a group called contact details names the contact`() throws {
        let text =
            "Pupil details,,,Contact details,,\nSurname,Forename,Reg,Name,Relationship,Email\nTarn,Ivo,5C,Ms P Tarn,Mother,p@post.example\n"
        let contacts = try readRoster(text).pupils[0].pupil.contacts
        #expect(contacts.map(\.full) == ["Ms P Tarn"] && contacts[0].email == "p@post.example")
    }

    @Test func `a list with the reason of leaving is one of pupils`() throws {
        let text = "Adm No,Surname,Forename,Reg,Leaving Date,Reason for leaving\n1,Tarn,Ivo,5C,,\n"
        #expect(try readRoster(text).pupils.count == 1)
    }

    @Test(arguments: [
        "Nachname;Vorname;Klasse\nTarn;Ivo;5C\n", "Nom;Prénom;Classe\nTarn;Ivo;5C\n",
        "Apellidos;Nombre;Grupo\nTarn;Ivo;5C\n",
        "Stamnummer;Roepnaam;Achternaam;Klas\n7;Ivo;Tarn;5C\n", "longName;foreName;klasse.name\nTarn;Ivo;5C\n",
    ])
    func `lists in other languages are read`(text: String) throws {
        let document = try readRoster(text)
        #expect(document.pupils.map(\.display.full) == ["Ivo Tarn"] && document.classes.map(\.name) == ["5C"])
    }

    @Test func `a ban and the parents in another language stay theirs`() throws {
        let document = try readRoster(
            """
            Nachname;Vorname;Klasse;Mutter Name;E-Mail Mutter;Vater Name;Vater E-Mail;Vater Umgangsverbot
            Tarn;Ivo;5C;Petra Tarn;p@post.example;Quint Tarn;q@post.example;ja
            """)
        let found = document.pupils.flatMap(\.pupil.contacts)
        #expect(found.map(\.email) == ["p@post.example", "q@post.example"])
        #expect(found.map { $0.mayContact == false } == [false, true])
    }

    @Test(arguments: ["Email address(es)", "Parents' email addresses", "Parent emails"])
    func `plural headings mean what the singular does`(heading: String) throws {
        let document = try readRoster(
            "Surname,Forename,Class,Parent Name(s),\(heading)\nTarn,Ivo,5C,Petra Tarn,p@post.example\n")
        let pupil = try #require(document.pupils.first?.pupil)
        #expect(pupil.email == nil && pupil.contacts.map(\.email) == ["p@post.example"])
    }
}
