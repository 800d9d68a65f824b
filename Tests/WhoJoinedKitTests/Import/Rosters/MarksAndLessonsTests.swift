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
