import Testing

@testable import WhoJoinedKit

@Suite struct MarksAndLessonsTests {
    @Test(arguments: [
        ("/", MarkCategory.present), ("\\", .present), ("L", .present), ("B", .elsewhere), ("i", .authorised),
        ("C2", .authorised), ("J1", .authorised), ("O", .unauthorised),
        ("N", .reasonPending), ("Y7", .unable), ("X", .notRequired), ("Z", .notOnRoll), ("#", .closed), ("H", .legacy),
        ("-", .noMark), ("", .noMark), ("!Q", .local),
        ("Y8", .local),
    ])
    func `a code has its category of the regulations`(code: String, category: MarkCategory) {
        #expect(MarkCategory(code: code) == category)
    }

    @Test func `marks stand in rows or in a column for each half day`() throws {
        let long = try readRoster("UPN,Mark,Mark date,AM/PM\nB999410726001,i,09/10/2026,AM\n,!Q,09/10/2026,PM\n")
        let wide = try readRoster("UPN,Surname,09/10/2026 AM,09/10/2026 PM\nB999410726001,Khan,i,!Q\n")
        for document in [long, wide] {
            #expect(document.kind == "marks")
            #expect(document.pupils.isEmpty)
            #expect(
                document.marks.map { "\($0.ref) \($0.day.iso) \($0.half.rawValue) \($0.code ?? "")" } == [
                    "upn:B999410726001 2026-10-09 AM I", "upn:B999410726001 2026-10-09 PM !Q",
                ])
        }
    }

    /// `adm:0042 2026-11-16 AM I` and so on; marks of presence are left out.
    private func absences(_ text: String, modified: Day? = nil) throws(RosterRefusal) -> [String] {
        let file = RosterFile(name: "marks.csv", bytes: Array(text.utf8), modified: modified)
        let document = try readRosterDocument([file], RosterReading())
        return document.marks.filter { $0.category != .present && $0.category != .noMark }.map {
            "\($0.ref) \($0.day.iso) \($0.half.rawValue) \($0.code ?? "")"
        }
    }

    @Test(arguments: [
        "Adm No,Surname,Forename,Date,AM,PM\n0042,Orr,Bo,16/11/2026,I,/\n",
        "Adm No,Date,Session,Code\n0042,2026-11-16T00:00:00,AM,I\n0042,2026-11-16T00:00:00,PM,/\n",
        "Adm No,Date,Event,Mark\n0042,16 Nov 2026,AM Registration,i\n",
        "Adm No,Mark,Mark date,AM/PM\n0042,I - Illness,16/11/2026,Morning\n",
        "Adm No,Mark,Mark date,AM/PM\n0042,Illness (I),16/11/2026,AM\n",
        "Adm No,Mark,Mark date,AM/PM\n0042,Unwell,16/11/2026,08:50\n",
        "Adm No,Name,16/11/2026,17/11/2026\n0042,\"Orr, Bo\",I\\,/\\\n",
        "Week\n,,Mon 16/11/2026,,Tue 17/11/2026,\nName,Adm No,AM,PM,AM,PM\n\"Orr, Bo\",0042,I,\\,/,\\\n",
        "Week commencing 16/11/2026\nAdm No,Name,Mon AM,Mon PM,Tue AM,Tue PM\n0042,Bo Orr,I,\\,/,\\\n",
        "Adm No,Name,Mon 16 Nov AM,Mon 16 Nov PM\n0042,Bo Orr,I,\\\n",
        "Adm No,Session,16/11/2026,17/11/2026\n0042,AM,I,/\n,PM,\\,\\\n",
    ])
    func `a register says in many layouts that a morning was missed`(text: String) throws {
        #expect(try absences(text, modified: Day(iso: "2026-11-20")) == ["adm:0042 2026-11-16 AM I"])
    }

    @Test(arguments: [
        ("II", ["I", "I"]), ("C1/", ["C1", "/"]), ("I M", ["I", "M"]), ("I/I", ["I", "I"]), ("C1", []), ("I", []),
        ("Illness", []), ("7", []),
    ])
    func `two marks in a cell are morning and afternoon`(cell: String, codes: [String]) {
        let pair = WrittenMark.pair(cell)
        #expect([pair?.am.code, pair?.pm.code].compactMap(\.self) == codes)
    }

    @Test func `pupils are found by name, and by their class among namesakes`() throws {
        let list = try readRoster("Adm No,Surname,Forename,Reg\n1,Orr,Bo,4B\n2,Quill,Cy,4B\n3,Quill,Cy,4C\n")
        let marks = try readRoster(
            "Student,Class,Date,Event,Mark\nBo Orr,4B,16/11/2026,AM,I\n\"Quill, Cy\",4C,16/11/2026,AM,M\nCy Quill,5A,16/11/2026,AM,I\nDi Roe,4B,16/11/2026,AM,I\n"
        )
        #expect(marks.kind == "marks" && marks.pupils.isEmpty)
        let merger = RosterMerger([list, marks])
        let excused = merger.roster.marks.filter(\.excuses).map { merger.roster.pupils[$0.pupil].ids.admissionNumber }
        #expect(excused == ["1", "3"])
        #expect(merger.problems.filter { $0.code == "no-such-pupil" }.map(\.line) == [4])
    }

    @Test func `an excuse by a name that two have makes both a question`() throws {
        let list = try readRoster("Adm No,Surname,Forename,Reg\n1,Orr,Bo,4B\n2,Quill,Cy,4B\n3,Quill,Cy,4B\n")
        let marks = try readRoster("Student,Absence Date,Session,Reason Code\nCy Quill,16/11/2026,AM,I\n")
        let roster = RosterMerger([list, marks]).roster
        #expect(roster.pupils.map { $0.rollDoubt != nil } == [false, true, true] && roster.marks.isEmpty)
    }

    @Test func `what cannot be read, or excuses nobody, is said`() throws {
        let list = try readRoster("Adm No,Surname,Forename,Reg\n1,Orr,Bo,4B\n")
        let marks = try readRoster("Adm No,Date,Session,Mark\n1,16/11/2026,AM,Gone fishing\n1,16/11/2026,PM,/\n")
        let problems = RosterMerger([list, marks]).problems
        #expect(problems.map(\.code) == ["unknown-mark", "no-excuse"] && problems[0].line == 2)
        #expect(throws: RosterRefusal.self) { try readRoster("Adm No,17 Nov AM,17 Nov PM\n1,I,I\n") }
    }

    @Test func `scores under dates are no marks`() throws {
        let list = try readRoster("Adm No,Surname,Forename,Reg,16/11/2026,17/11/2026\n1,Orr,Bo,4B,72,81\n")
        #expect(list.kind == "flat" && list.pupils.count == 1)
    }

    @Test func `lessons stand in rows or in the staff timetable's grid`() throws {
        let rows = try readRoster(
            "Class,Subject,Teacher,Staff Code,Day name,Period,Room\n9x/Ma1,Maths,Mr O Fair,OFA,Monday,1,M4\n,,,,Wednesday,3,\n"
        )
        #expect(rows.kind == "lessons")
        #expect(
            rows.lessons.map { "\($0.classID) \($0.day) \($0.period) \($0.room ?? "-") \($0.staff ?? "")" } == [
                "cls:9x/Ma1 Mon 1 M4 code:OFA", "cls:9x/Ma1 Wed 3 - code:OFA",
            ])
        let grid = try readRoster(
            "All Staff Timetable\n\nStaff,1Mon:1,2Tue:4\nMr O Fair,10B/Ar1,\n,A1,\nMs P Q,,9A/Ma1\n")
        #expect(
            grid.lessons.map {
                "\($0.classID) \($0.week ?? 0) \($0.day) \($0.period) \($0.room ?? "-") \($0.staff ?? "")"
            } == [
                "cls:10B/Ar1 1 Mon 1 A1 name:Mr O Fair", "cls:9A/Ma1 2 Tue 4 - name:Ms P Q",
            ])
    }
}

extension MarksAndLessonsTests {
    @Test(arguments: [
        "Student,Form,Date,Session,Attendance Code Description\n\"Tarn, Ivo\",5C,17 Nov 2026,Morning,Illness (not medical or dental appointment)\n",
        "Name,Mon 16 Nov AM,Mon 16 Nov PM,Tue 17 Nov AM,Tue 17 Nov PM\n\"Tarn, Ivo (5C)\",/,\\,I,I\n",
        "Week commencing Monday 16 November 2026,,,,\nPupil,Mon,,Tue,\n,AM,PM,AM,PM\nIvo Tarn,/,\\,I,I\n",
    ])
    func `marks by name are read in words, with days without a year and under two rows of headings`(text: String) throws
    {
        let day = try #require(Day(iso: "2026-11-17"))
        let document = try readRosterDocument(
            [RosterFile(name: "marks.csv", bytes: Array(text.utf8), modified: day)], RosterReading())
        #expect(document.kind == "marks")
        #expect(document.marks.contains { $0.day == day && $0.half == .am && $0.category == .authorised })
    }
}
