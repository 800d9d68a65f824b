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
        ("#1", "#1"),
    ])
    func `what a spreadsheet adds is taken away`(text: String, expected: String) {
        #expect(withoutSpreadsheetSigns(text) == expected)
    }

    @Test(
        arguments: [
            ("46220", "2026-07-17"), ("20260722", "2026-07-22"), ("Jul 22, 2026", "2026-07-22"), ("22 July", nil),
            ("4620", nil),
        ] as [(String, String?)])
    func `a column of dates may hold numbers`(text: String, expected: String?) {
        #expect(dayOfColumn(text) == expected.flatMap { Day(iso: $0) })
    }

    @Test func `a UPN under another heading is a UPN and no id`() throws {
        let document = try readRoster("Pupil ID,Surname,Forename,Class\nB 999-4107-26001,Tarn,Ivo,5C\n")
        let pupil = try #require(document.pupils.first?.pupil)
        #expect(pupil.ids.upn == "B999410726001" && pupil.ids.misID == nil)
    }
}
