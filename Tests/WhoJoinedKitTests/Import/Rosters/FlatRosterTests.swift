import Testing

@testable import WhoJoinedKit

@Suite struct FlatRosterTests {
    static let sims = """
        Legal Surname,Legal Forename,Preferred Forename,UPN,Adm No,Year Group,Reg Group,Primary Email,Priority,Relationship,Title,Forename,Surname,Parental Responsibility,Court Order,Primary Email,Mobile
        Khan,Amelia,Millie,B999410726001,0012,Year  4,4B,amelia@school.example,1,Mother,Mrs,Sara,Khan,T,F,sara@home.example,07700 900123
        ,,,,,,,,2,Father,Mr,Omar,Khan,T,T,omar@home.example,
        Lee,Bo,,,0013,4,4B,,1,Mother,Ms,Jo,Lee,,F,jo@home.example,7700900124
        """

    @Test func `names in the contact block are the contact's, and blank cells go on with the pupil above`() throws {
        let document = try readRoster(FlatRosterTests.sims)
        let amelia = try #require(document.pupil("adm:0012"))
        #expect(amelia.display.full == "Millie Khan")
        #expect(amelia.legal == PersonName(given: "Amelia", family: "Khan"))
        #expect(amelia.email == "amelia@school.example")
        #expect(amelia.year == "4")
        #expect(amelia.contacts.map(\.full) == ["Mrs Sara Khan", "Mr Omar Khan"])
        #expect(document.noticeTexts == ["phone-zero-restored adm:0013"])
    }

    @Test func `a court order forbids, an unknown responsibility asks`() throws {
        let document = try readRoster(FlatRosterTests.sims)
        #expect(document.pupil("adm:0012")?.contacts.map(\.mayContact) == [true, false])
        #expect(document.pupil("adm:0012")?.contacts.map(\.restriction) == [.none, .courtOrder])
        #expect(document.pupil("adm:0013")?.contacts.map(\.mayContact) == [nil])
    }

    @Test(arguments: [
        ("Parental Responsibility,Court Order", "T,F", true), ("Parental Responsibility,Court Order", "T,", nil),
        ("Parental Responsibility,Court Order", "T,T", false),
        ("Parental Responsibility,Court Order", "F,F", false), ("Parental Responsibility,Court Order", ",F", nil),
        ("Parental Responsibility,Relationship", "T,Mother", nil),
        ("Legal Guardian,Primary Guardian", "Yes,Yes", true), ("Legal Guardian,Primary Guardian", "Yes,No", false),
        ("Legal Guardian,Primary Guardian", "Yes,", nil),
    ])
    func `who may be written to is said only when the list says it`(columns: String, cells: String, mayContact: Bool?)
        throws
    {
        let document = try readRoster("Surname,Forename,Contact Name,\(columns)\nKhan,Amelia,Sara Khan,\(cells)\n")
        #expect(document.pupils.first?.pupil.contacts.map(\.mayContact) == [mayContact])
    }

    @Test func `copies of a contact that disagree count as the stricter`() throws {
        let document = try readRoster(
            """
            ID,Forename,Surname,ID,Priority,Contact Name,Parental Responsibility,Court Order,ID,Class
            1,Al,Poe,C1,1,Ed Poe,T,F,K1,9A
            1,Al,Poe,C1,1,Ed Poe,T,T,K2,9B
            """)
        #expect(document.pupil("mis:1")?.contacts.map(\.mayContact) == [false])
        #expect(document.enrolmentTexts == ["cls:9A mis:1", "cls:9B mis:1"])
    }

    @Test func `contacts in a file of their own are joined by an id, whatever their order`() throws {
        let document = try readRoster(
            (
                "Students.csv",
                "Student ID,Legal Last Name,Legal First Name,Tutor Group,Tutor\n1,Khan,Amelia,4B,Mrs R Bell\n2,Lee,Bo,4B,Mrs R Bell\n"
            ),
            (
                "Contacts.csv",
                "Student ID,Person ID,Contact Priority,First Name,Last Name\n2,9,1,Jo,Lee\n1,8,2,Omar,Khan\n1,7,1,Sara,Khan\n3,6,1,No,Body\n"
            ))
        #expect(document.pupil("mis:1")?.contacts.map(\.full) == ["Sara Khan", "Omar Khan"])
        #expect(document.pupil("mis:2")?.contacts.map(\.id) == ["9"])
        #expect(document.teaching.map(\.staff) == ["name:Mrs R Bell"])
        #expect(document.problemTexts == ["Contacts.csv:5: the identifier of this row belongs to no pupil of the list"])
    }

    @Test func `numbered contacts have their number as priority`() throws {
        let document = try readRoster(
            "Surname,Forename,Parent 1 Name,Parent 1 Email,Parent 2 Name,Parent 2 Email\nKhan,Amelia,Mr and Mrs Khan,k@home.example,,\nLee,Bo,,,Jo Lee,\n"
        )
        #expect(document.pupil("row:2")?.contacts.map(\.priority) == [1])
        #expect(document.pupil("row:3")?.contacts.map(\.priority) == [2])
        #expect(document.noticeTexts.contains("combined-contact row:2"))
    }

    @Test func `two names with one UPN are two pupils`() throws {
        let document = try readRoster("UPN,Forename,Surname\nB999410726001,Al,Poe\nB999410726001,Bea,Ray\n")
        #expect(document.pupils.map(\.pupil.key) == ["row:2", "row:3"])
        #expect(document.pupils.map(\.pupil.upnStatus) == [.duplicate, .duplicate])
    }

    @Test func `the same pupil twice is one pupil and a message with the line`() throws {
        let document = try readRoster(
            "UPN,Forename,Surname\nB999410726001,Al,Poe\nA999410726010,Bea,Ray\nB999410726001,Al,Poe\n")
        #expect(document.pupils.count == 2)
        #expect(document.problemTexts == ["list.csv:4: this pupil stands in the list twice and is counted once"])
    }

    @Test func `title lines, blank lines and a footer are skipped but counted`() throws {
        let document = try readRoster(
            "Oakfield\n\n\nSurname,Forename,Reg\nKhan,Amelia,4B\n\n\"Lee\n\",Bo,4B\nNg,Sue,4B\nPrinted 12/10/2026,,\n")
        #expect(document.files.map(\.headerRecord) == [4])
        #expect(document.pupils.map(\.pupil.key) == ["row:5", "row:7", "row:8"])
        #expect(document.pupils.map(\.line) == [5, 7, 9])
        #expect(document.noticeTexts == ["footer-row-skipped list.csv", "title-rows-skipped list.csv"])
    }

    @Test(arguments: [",", ";", "\t", "|"])
    func `the separator is found`(separator: String) throws {
        let text = "Surname,Forename,Reg\nKhan,Amelia,4B\n".replacing(",", with: separator)
        #expect(try readRoster(text).pupils.map(\.display.full) == ["Amelia Khan"])
        #expect(try readRoster("sep=\(separator)\r\n" + text).pupils.map(\.display.full) == ["Amelia Khan"])
    }

    @Test func `one name column is split at a comma only`() throws {
        let document = try readRoster("Pupil Name,Class\n\"Khan, Amelia\",4B\nMoon Unit,4B\n")
        #expect(document.pupils.map(\.display.full) == ["Amelia Khan", "Moon Unit"])
        #expect(document.noticeTexts == ["name-not-split row:3"])
        #expect(document.pupil("row:3")?.main == nil)
    }

    @Test func `a person of one name is a mononym and a preferred full name loses its family name`() throws {
        let document = try readRoster(
            "Forename,Surname,Preferred Name\nSuryani,.,\nAnn Marie,O'Dell,Annie O'Dell\nLl?r,Parri,\n")
        #expect(document.noticeTexts == ["mononym row:2", "name-lossy row:4"])
        #expect(document.pupils.map(\.display.full) == ["Suryani", "Annie O'Dell", "Ll?r Parri"])
    }

    @Test func `who left or has not come yet is said for the day`() throws {
        let list =
            "Forename,Surname,Reg,Leaving Date,Start Date,Status\nA,B,1,11/10/2026,,\nC,D,1,12/10/2026,,\nE,F,1,,13/10/2026,\nG,H,1,,,Leaver\n"
        let document = try readRoster(list)
        #expect(document.pupils.map(\.pupil.status) == [.left, .current, .future, .left])
        #expect(document.enrolments.map(\.to?.iso) == ["2026-10-11", "2026-10-12", nil, nil])
    }

    @Test func `classes of one cell lose teachers, year and the registration group`() throws {
        let document = try readRoster(
            "Arbor Student ID,Legal First Name,Legal Last Name,Registration form,Courses/classes\n1,A,B,8A,\"Year 8: 8A, Year 8: Science: 8y/Sc1 (Dr P, Miss A), French\"\n"
        )
        #expect(document.enrolmentTexts == ["cls:8y/Sc1 mis:1", "cls:French mis:1", "reg:8A mis:1"])
        #expect(document.classes.first { $0.id == "cls:8y/Sc1" }?.subject == "Science")
    }

    @Test func `accounts of the Google console have year and group from their path, and staff are left out`() throws {
        let document = try readRoster(
            """
            First Name [Required],Last Name [Required],Email Address [Required],Org Unit Path [Required],Status [READ ONLY],Employee ID
            Amelia,Khan,AK@school.example,/Students/Year 9/9R,Suspended,1
            Tom,Roe,tr@school.example,/Staff/Teaching,Active,S1
            """)
        let pupil = try #require(document.pupil("mis:1"))
        #expect((pupil.year, pupil.registrationGroup, pupil.email) == ("9", "9R", "ak@school.example"))
        #expect(document.noticeTexts == ["account-suspended mis:1", "not-a-pupil mis:S1"])
        #expect(document.classes.map(\.id) == ["reg:9R"])
    }

    @Test func `a home language becomes its code, and English is none`() throws {
        let document = try readRoster(
            "Forename,Surname,Home Language\nA,B,Polish\nC,D,English\nE,F,Panjabi (Gurmukhi)\nG,H,\n")
        #expect(document.pupils.map(\.pupil.language) == ["pl", nil, "pa", nil])
    }

    @Test func `shuffled rows give the same document`() throws {
        let rows = (1...9).map { "A\($0),B\($0),\($0),4\($0 % 2 == 0 ? "B" : "C")" }
        let header = "Forename,Surname,Adm No,Reg\n"
        let day = try #require(Day(iso: "2026-10-12"))
        let first = try readRoster(header + rows.joined(separator: "\n")).json(asOf: day)
        let second = try readRoster(header + rows.reversed().joined(separator: "\n")).json(asOf: day)
        #expect(first == second)
    }

    @Test(
        arguments: [
            ("a@x.example; b@x.example", "a@x.example", "several-emails"),
            ("a@x.example,b@x.example", "a@x.example", "several-emails"),
            ("a@x.example b@x.example", "a@x.example", "several-emails"),
            ("a@x.example / b@x.example", "a@x.example", "several-emails"),
            ("a@x.example or b@x.example", "a@x.example", "several-emails"),
            ("none; b@x.example", "b@x.example", nil), ("Sara Khan <Sara@x.example>", "sara@x.example", nil),
            ("Sara <a@x.example>; Omar <b@x.example>", "a@x.example", "several-emails"),
            ("sara khan@x.example", nil, "bad-email"), ("sara@x.example (work)", nil, "bad-email"),
            ("a@x.exampleb@y.example", nil, "bad-email"), ("Sara <a@x.example", nil, "bad-email"),
            (";", nil, "bad-email"),
        ] as [(String, String?, String?)])
    func `of several e-mails in a cell the first is used, and a part of one never`(
        cell: String, address: String?, code: String?
    ) throws {
        let document = try readRoster("Surname,Forename,Email\nKhan,Amelia,\"\(cell)\"\n")
        #expect(document.pupils.map(\.pupil.email) == [address])
        #expect(document.problems.filter { $0.severity != .note }.map(\.code) == [code].compactMap { $0 })
    }

    @Test(arguments: [
        ("Cleo Vane (left)", true, "Cleo Vane"), ("Cleo Vane (Leaver 16/10/26)", true, "Cleo Vane"),
        ("Cleo Vane - left", true, "Cleo Vane"), ("\"Vane, Cleo (no longer here)\"", true, "Cleo Vane"),
        ("Cleo Vane", false, "Cleo Vane"), ("Cleo (Clee) Vane", false, "Cleo (Clee) Vane"),
        ("Cleo Vane (C)", false, "Cleo Vane (C)"), ("Cleo Left-Vane", false, "Cleo Left-Vane"),
        ("Cleo Vane (Left)", true, "Cleo Vane"),
    ])
    func `a word behind a name that says gone is no name`(cell: String, hasLeft: Bool, name: String) throws {
        let document = try readRoster("Pupil,Form\n\(cell),5 Oak\nDot Wu,5 Oak\n")
        let entry = try #require(document.pupils.first { $0.display.full != "Dot Wu" })
        #expect((entry.pupil.status == .left) == hasLeft && entry.display.full == name)
        #expect(document.problems.contains { $0.what.contains("behind a name") } == hasLeft)
    }

    @Test func `classes in one cell are several, and names in one column are told by the heading`() throws {
        let document = try readRoster("\"Surname, First name\",Tutor Grp,Groups\n\"Vane, Cleo\",7A,7A/Ma1;7A/En1\n")
        #expect(document.pupils.map(\.display.full) == ["Cleo Vane"])
        #expect(document.classes.map(\.id) == ["cls:7A/En1", "cls:7A/Ma1", "reg:7A"])
    }
}
