import Testing

@testable import WhoJoinedKit

@Suite struct RosterMergerTests {
    private func merged(_ texts: String...) throws -> RosterMerger {
        RosterMerger(try texts.enumerated().map { number, text in try readRoster(("list\(number).csv", text)) })
    }

    @Test func `a pupil of two lists is one, with what each of them knows`() throws {
        let merger = try merged(
            "UPN,Adm No,Legal Surname,Legal Forename,Reg Group\nB999410726001,0012,Khan,Amelia,4B\n",
            "First Name,Last Name,Email,Unique Pupil Number\nMillie,Khan,mk@school.example,B999410726001\n")
        #expect(merger.roster.pupils.count == 1)
        #expect(merger.roster.pupils[0].email == "mk@school.example")
        #expect(merger.roster.pupils[0].id.text == "0012")
        #expect(merger.problems.isEmpty)
    }

    @Test func `without a shared identifier a full name joins only where it is unique and the group does not differ`()
        throws
    {
        let first = "Adm No,Surname,Forename,Reg\n1,Khan,Amelia,4B\n2,Lee,Bo,4B\n3,Lee,Bo,4C\n4,Ng,Sue,4B\n"
        let merger = try merged(
            first,
            "Surname,Forename,Email,Reg\nKhan,Amelia,ak@school.example,4B\nLee,Bo,bl@school.example,4B\nNg,Sue,sn@school.example,5A\n"
        )
        #expect(
            merger.roster.pupils.map { $0.email ?? "-" } == [
                "ak@school.example", "-", "-", "-", "bl@school.example", "sn@school.example",
            ])
    }

    @Test func `two lists of one make hold different pupils, though a name is the same`() throws {
        let merger = try merged("Surname,Forename,Class\nBegum,Aisha,4B\n", "Surname,Forename,Class\nBegum,Aisha,4C\n")
        #expect(merger.roster.pupils.count == 2)
        #expect(Set(merger.roster.pupils.map(\.id)).count == 2)
    }

    @Test func `lists of different make that lie side by side are two views of one school`() throws {
        let document = try readRoster(
            ("mis.csv", "UPN,Adm No,Surname,Forename,Reg\nB999410726001,0012,Khan,Amelia,4B\n,0013,Lee,Bo,4B\n"),
            ("mail.csv", "Admission Number,First Name,Last Name,School Email\n12,Amelia,Khan,ak@school.example\n"),
            ("names.csv", "First name,Last name,Form\nBo,Lee,4B\n"))
        #expect(document.pupils.count == 3)
        let roster = RosterMerger([document]).roster
        #expect(
            roster.pupils.map { "\($0.display.full) \($0.id) \($0.email ?? "-")" } == [
                "Amelia Khan 0012 ak@school.example", "Bo Lee 0013 -",
            ])
    }

    @Test func `one identifier and two names stay two pupils, said with the line`() throws {
        let merger = try merged(
            "UPN,Surname,Forename,Reg\nB999410726001,Khan,Amelia,4B\n",
            "UPN,Surname,Forename,Reg\nB999410726001,Lee,Bo,4B\n")
        #expect(merger.roster.pupils.count == 2)
        #expect(merger.problems.first?.code == "id-clash")
        #expect(merger.problems.first?.line == 2)
        #expect(Set(merger.roster.pupils.map(\.id)).count == 2)
    }

    @Test(arguments: [
        ("MIS ID,Adm No,UPN", "A7,0012,B999410726001", "A7"), ("MIS ID,Adm No,UPN", ",0012,B999410726001", "0012"),
        ("MIS ID,Adm No,UPN", ",,B999410726001", "ubf1b9e7a"),
        ("MIS ID,Adm No,UPN", "B999410726001,0012,", "0012"), ("MIS ID,Adm No,UPN", ",B999410726001,", nil),
    ])
    func `a UPN is never the id that is printed`(columns: String, cells: String, id: String?) throws {
        let printed = try merged("\(columns),Surname,Forename,Reg\n\(cells),Khan,Amelia,4B\n").roster.pupils[0].id.text
        #expect(!printed.contains("B999410726001"))
        if let id, id.first != "u" { #expect(printed == id) }
        if id?.first == "u" { #expect(printed.first == "u" && printed.count == 9) }
    }

    @Test func `pupils without any number get an id of their own that does not depend on the order`() throws {
        let rows = ["Khan,Amelia,4B", "Lee,Bo,4B", "Ng,Sue,4C"]
        let first = try merged("Surname,Forename,Class\n" + rows.joined(separator: "\n")).roster.pupils
        let second = try merged("Surname,Forename,Class\n" + rows.reversed().joined(separator: "\n")).roster.pupils
        #expect(Set(first.map { "\($0.display.full) \($0.id)" }) == Set(second.map { "\($0.display.full) \($0.id)" }))
    }

    @Test(arguments: ["Mrs R Blackwood", "Mrs Blackwood", "Ruth Blackwood", "Mrs Ruth Blackwood"])
    func `a tutor of the MIS is the one of the staff list`(tutor: String) throws {
        let merger = try merged(
            "Adm No,Surname,Forename,Reg,Tutor\n1,Khan,Amelia,4B,\(tutor)\n",
            "Staff Code,Title,Forename,Surname,Email\nRBL,Mrs,Ruth,Blackwood,rb@school.example\nTRO,Mr,Tom,Roe,\n"
        )
        #expect(merger.roster.staff.map(\.code) == ["RBL", "TRO"])
    }

    @Test func `two teachers whom a name fits are not guessed between`() throws {
        let merger = try merged(
            "Adm No,Surname,Forename,Reg,Tutor\n1,Khan,Amelia,4B,Mrs Bell\n",
            "Staff Code,Title,Forename,Surname\nRBE,Mrs,Ruth,Bell\nSBE,Mrs,Sue,Bell\n")
        #expect(merger.roster.staff.map(\.code) == ["Mrs Bell", "RBE", "SBE"])
    }

    @Test func `authorised and unable marks excuse, others do not`() throws {
        let merger = try merged(
            "UPN,Surname,Forename,Reg\nB999410726001,Khan,Amelia,4B\n",
            "UPN,Mark,Mark date,AM/PM\nB999410726001,I,12/10/2026,AM\nB999410726001,N,12/10/2026,PM\nA999410726010,I,12/10/2026,AM\n"
        )
        #expect(merger.roster.marks.map(\.excuses) == [true, false])
        #expect(merger.problems.map(\.code) == ["no-such-pupil"])
    }

    @Test func `changes are laid over the full set`() throws {
        let full = try readRoster(
            ExchangeRosterTests.manifest, ExchangeRosterTests.orgs, ExchangeRosterTests.classes,
            ExchangeRosterTests.users,
            ("enrollments.csv", "sourcedId,classSourcedId,userSourcedId,role\ne1,k1,s1,student\n"))
        let changes = try readRoster(
            ("manifest.csv", "propertyName,value\noneroster.version,1.1\nfile.users,delta\n"),
            (
                "users.csv",
                "sourcedId,status,role,givenName,familyName,identifier\ns1,tobedeleted,student,,,\ns2,active,student,Bo,Lee,M2\n"
            ),
            ("enrollments.csv", "sourcedId,status,classSourcedId,userSourcedId,role\ne2,active,k2,s2,student\n"))
        let roster = RosterMerger([changes, full]).roster
        #expect(roster.pupils.map(\.id.text) == ["M2"])
        #expect(roster.enrolments.map { roster.classes[$0.classIndex].code.text } == ["4C"])
    }

    @Test func `an Id is any identifier, and one that fits two pupils is none`() throws {
        let roster = try merged(
            "MIS ID,Adm No,UPN,Surname,Forename,Email,Reg\nA7,0012,B999410726001,Khan,Amelia,AK@school.example,4B\nA8,0013,,Lee,Bo,x@school.example,4B\nA9,0014,,Ng,Sue,x@school.example,4B\n"
        ).roster
        let finder = PupilFinder(roster)
        for id in ["A7", "a7", "0012", "12", "B999410726001", "b999410726001", "B999 4107 26001", "ak@school.example"] {
            #expect(finder.find(id) == .one(0))
        }
        #expect(finder.find("x@school.example") == .several)
        #expect(finder.find("") == .none)
        #expect(finder.find("Amelia Khan") == .none)
    }
}
