import Testing

@testable import WhoJoinedKit

@Suite struct ClassRowsTests {
    @Test(arguments: [
        "Surname,Forename,DOB\nForm 9R,,\nTarn,Ivo,1/2/2012\nOkoro,Bea,1/3/2012\nForm 9S,,\nVane,Cal,1/4/2012\n",
        "No,Pupil Name,Gender\n,9R (Mr Reed),\n1,\"Tarn, Ivo\",M\n2,\"Okoro, Bea\",F\n,9S - Ms Orr,\n1,\"Vane, Cal\",M\n",
    ])
    func `a class as a heading row is the class of the rows below it`(text: String) throws {
        let document = try readRoster(text)
        #expect(document.pupils.map(\.display.full).sorted() == ["Bea Okoro", "Cal Vane", "Ivo Tarn"])
        #expect(Set(document.classes.map { ClassSpelling($0.name).key }) == ["9r", "9s"])
        #expect(document.enrolments.count == 3)
    }

    @Test func `a heading row beside a class column is no pupil`() throws {
        let document = try readRoster("Surname,Forename,Class\nClass 9R,,\nTarn,Ivo,9R\nOkoro,Bea,9R\n")
        #expect(document.pupils.count == 2 && document.classes.map(\.name) == ["9R"])
    }

    @Test func `a class in the first of its rows counts for the rows below it`() throws {
        let document = try readRoster(
            "Forename,Surname,Year,Form\nIvo,Tarn,9,9R\nBea,Okoro,,\nCal,Vane,,\nDot,Wu,,9S\nEli,Nash,,\n")
        #expect(document.pupils.map(\.pupil.registrationGroup) == ["9R", "9R", "9R", "9S", "9S"])
        #expect(document.pupils.allSatisfy { $0.pupil.year == "9" })
        #expect(document.problems.contains { $0.code == "merged-cells" && $0.line == 3 })
    }

    @Test func `blanks among classes that are repeated stay blank`() throws {
        let document = try readRoster("Forename,Surname,Form\nIvo,Tarn,9R\nBea,Okoro,\nCal,Vane,9R\nDot,Wu,9S\n")
        #expect(document.pupils.map(\.pupil.registrationGroup).count { $0 == nil } == 1)
    }

    @Test func `an address of many lines with commas is one cell`() throws {
        let document = try readRoster(
            "Surname,Forename,Form,Home Address\nTarn,Ivo,9R,\"1, Hill,\nTown, Shire,\nUK, X1 1AA\"\nWu,Dot,9R,\"2 Low Rd\nTown\"\n"
        )
        #expect(document.pupils.count == 2 && document.problems.isEmpty)
    }

    @Test func `headings may stand far below the titles`() throws {
        let titles = String(repeating: "School report,,\n", count: 33)
        #expect(try readRoster(titles + "Surname,Forename,Class\nTarn,Ivo,9R\n").pupils.count == 1)
    }

    @Test func `error values are named with their first row`() throws {
        let document = try readRoster("Surname,Forename,Class\nTarn,Ivo,9R\nWu,Dot,#VALUE!\nNash,Eli,#REF!\n")
        #expect(document.problems.contains { $0.code == "cell-error" && $0.line == 3 && $0.what.contains("2 cells") })
    }

    @Test func `staff and leavers under a heading of their own are no pupils of today`() throws {
        let document = try readRoster(
            """
            Surname,Forename,Email,Class
            Pupils,,,
            Tarn,Ivo,ivo@school.example,9R
            Leavers 2026,,,
            Okoro,Bea,bea@school.example,9R
            Teaching staff,,,
            Wick,Una,u.wick@school.example,9R
            """)
        #expect(document.pupils.map(\.display.full) == ["Ivo Tarn", "Bea Okoro"])
        #expect(document.pupils.map(\.pupil.status) == [.current, .left])
        #expect(document.staff.map(\.full) == ["Una Wick"])
        #expect(document.problems.contains { $0.code == "class-headings" && $0.line == 2 })
    }

    @Test func `a section stays in its class, and a new class ends it`() throws {
        let document = try readRoster(
            "Surname,Forename,DOB\nForm 9R,,\nLeavers,,\nTarn,Ivo,1/2/2012\nPupils,,\nWu,Dot,1/3/2012\nForm 9S,,\nVane,Cal,1/4/2012\n"
        )
        #expect(document.pupils.map(\.pupil.status) == [.left, .current, .current])
        #expect(Set(document.classes.map(\.name)) == ["9R", "9S"] && document.enrolments.count == 3)
    }

    @Test func `a class and its teacher in one row are a heading`() throws {
        let document = try readRoster(
            "Surname,Forename,DOB\nForm: 9R,,Tutor: Ms Wick\nTarn,Ivo,1/2/2012\nForm: 9S,,Mr Reed\nWu,Dot,1/3/2012\n")
        #expect(document.pupils.count == 2 && Set(document.classes.map(\.name)) == ["9R", "9S"])
    }

    @Test func `a quoted cell may go over hundreds of lines`() throws {
        let text = String(repeating: "a line, with \"\"words\"\"; and more\n", count: 300)
        let document = try readRoster("Surname,Forename,Class,Note\nTarn,Ivo,9R,\"\(text)\"\nWu,Dot,9R,\n")
        #expect(document.pupils.count == 2 && !document.problems.contains { $0.severity == .error })
    }
}
