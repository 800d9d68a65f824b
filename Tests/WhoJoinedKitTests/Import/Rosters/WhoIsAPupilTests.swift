import Testing

@testable import WhoJoinedKit

@Suite struct WhoIsAPupilTests {
    @Test func `totals and help texts are no pupils`() throws {
        let document = try readRoster(
            """
            Forename,Surname,Class
            Required,Required,e.g. 5C
            Ivo,Tarn,5C
            Total,1,
            1 pupil,,
            """)
        #expect(document.pupils.map(\.display.full).contains("Ivo Tarn"))
        #expect(!document.pupils.map(\.display.full).contains { $0.contains("Required") || $0.contains("Total") })
    }

    @Test func `a staff list is known by its name or by its jobs`() throws {
        let named = try readRoster(("staff.csv", "Title,Forename,Surname,Email\nMs,Una,Wick,u.wick@school.example\n"))
        #expect(named.staff.map(\.full) == ["Ms Una Wick"] && named.pupils.isEmpty)
        let jobs = try readRoster(("people.csv", "Forename,Surname,Job Title\nUna,Wick,Cook\n"))
        #expect(jobs.staff.map(\.full) == ["Una Wick"] && jobs.pupils.isEmpty)
    }

    @Test(arguments: [
        ("=\"0042\"", "0042"), ("'0042", "0042"), ("#N/A", ""), ("#REF!", ""), ("####", ""), ("'t Hooft", "'t Hooft"),
        ("#1", "#1"), ("#GETTING_DATA", ""), ("#BEZUG!", ""), ("#4201", "#4201"),
    ])
    func `what a spreadsheet adds is taken away`(text: String, expected: String) {
        #expect(withoutSpreadsheetSigns(text) == expected)
    }

    @Test(
        arguments: [
            ("46220", "2026-07-17"), ("20260722", "2026-07-22"), ("Jul 22, 2026", "2026-07-22"), ("22 July", nil),
            ("4620", nil), ("46220.0", "2026-07-17"),
        ] as [(String, String?)])
    func `a column of dates may hold numbers`(text: String, expected: String?) {
        #expect(dayOfColumn(text) == expected.flatMap { Day(iso: $0) })
    }

    @Test func `a UPN under another heading is a UPN and no id`() throws {
        let document = try readRoster("Pupil ID,Surname,Forename,Class\nB 999-4107-26001,Tarn,Ivo,5C\n")
        let pupil = try #require(document.pupils.first?.pupil)
        #expect(pupil.ids.upn == "B999410726001" && pupil.ids.misID == nil)
    }

    @Test(arguments: [
        "Class total: 2,", "Key: * = pays for lunch,", "Signed,______", "(mandatory),(mandatory)", "<Text>,[Text]",
        "Points,", "Due date,", "VACANT,", "TBC,TBC", "* Ivo joins from home on Tuesdays,", "Boys,1",
        "Mrs Wick (Class teacher),",
    ])
    func `keys, templates and the rows of a grade book are nobody`(row: String) throws {
        let document = try readRoster("Surname,Forename,Class\nTarn,Ivo,5C\n\(row),\nWu,Dot,5C\n")
        #expect(document.pupils.map(\.display.full) == ["Ivo Tarn", "Dot Wu"])
    }

    @Test(arguments: ["Staff list Nov 2026.csv", "governors.csv", "Volunteers 2026-27.csv"])
    func `a file that is called a list of adults is one, whatever its columns`(name: String) throws {
        let list = "Surname,Forename,Start Date,Class,Email\nWick,Una,01/09/2020,5C,u.wick@school.example\n"
        #expect(try readRoster((name, list)).pupils.isEmpty)
        #expect(try readRoster(("Class list for staff.csv", list)).pupils.count == 1)
        #expect(try readRoster(("Staff pupil list.csv", list)).pupils.count == 1)
    }

    @Test(arguments: ["HLTA", "Volunteer", "LSA", "Parent helper", "Clerk to governors"])
    func `adults beside pupils are no pupils`(role: String) throws {
        let document = try readRoster("Surname,Forename,Class,Role\nTarn,Ivo,5C,Pupil\nWick,Una,5C,\(role)\n")
        #expect(document.pupils.map(\.display.full) == ["Ivo Tarn"])
    }

    @Test(arguments: ["#REF!", "########", "#WERT!"])
    func `an error where a leaving date or a status should be is a doubt`(error: String) throws {
        for heading in ["Leaving Date", "Status", "On Roll"] {
            let document = try readRoster(
                "Adm No,Surname,Forename,Class,\(heading)\n1,Tarn,Ivo,5C,\(error)\n2,Wu,Dot,5C,\n")
            #expect(document.pupils.map { $0.pupil.rollDoubt != nil } == [true, false])
        }
    }

    @Test(
        arguments: [
            ("4,203", "4203"), ("4201.00", "4201"), ("1,234,567", "1234567"), ("12,3", "12,3"), ("a,203", "a,203"),
        ])
    func `a number is what was typed`(text: String, expected: String) { #expect(wholeNumber(text) == expected) }

    @Test func `a UPN with letters for digits is a UPN and no id`() throws {
        let document = try readRoster("Pupil ID,Surname,Forename,Class\nB9994lO726OO1,Tarn,Ivo,5C\n")
        #expect(document.pupils.first?.pupil.ids.misID == nil)
    }

    @Test(arguments: [("Expired", Pupil.Status.left), ("Exited", .left), ("Suspended", .current), ("Locked", .current)])
    func `accounts that have ended are gone`(word: String, status: Pupil.Status) throws {
        let document = try readRoster("Adm No,Surname,Forename,Class,Status\n1,Tarn,Ivo,5C,\(word)\n")
        #expect(document.pupils.first?.pupil.status == status)
        #expect((document.pupils.first?.pupil.rollDoubt != nil) == (word == "Locked"))
    }

    @Test func `girls and boys may stand apart, names be numbered, and LEFT be behind one`() throws {
        let document = try readRoster(
            "Surname,Forename,Class\nGirls,,\n1. Wu,Dot,5C\nBoys,,\n2) Tarn,Ivo,5C\nVane LEFT,Cal,5C\n")
        #expect(document.pupils.map(\.display.full) == ["Dot Wu", "Ivo Tarn", "Cal Vane"])
        #expect(document.pupils.map(\.pupil.status) == [.current, .current, .left])
    }

    @Test func `accounts of rooms and devices are nobody's`() throws {
        let document = try readRoster(
            "First Name [Required],Last Name [Required],Email Address [Required],Org Unit Path [Required]\nIvo,Tarn,i@school.example,/Pupils/5C\nHall,Room,hall@school.example,/Resources/5C\nPat,Tarn,p@school.example,/Parents/5C\n"
        )
        #expect(document.pupils.map(\.display.full) == ["Ivo Tarn"] && document.staff.isEmpty)
        #expect(document.problems.contains { $0.code == "no-pupil" && $0.line == 3 })
    }

    @Test func `a school or a course of an incomplete set is no pupil`() throws {
        let orgs = "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\n1,,,Elm School,school,,\n"
        let list = "Surname,Forename,Class\nTarn,Ivo,5C\n"
        let document = try readRoster(("orgs.csv", orgs), ("list.csv", list))
        #expect(document.pupils.map(\.display.full) == ["Ivo Tarn"])
        #expect(document.problems.contains { $0.file == "orgs.csv" && $0.what.contains("part of a set") })
    }
}
