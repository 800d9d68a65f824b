import Testing

@testable import WhoJoinedKit

private func zoom(_ dates: String..., name: String = "x.csv", hints: ReadingHints = ReadingHints()) throws
    -> DateDecision
{
    let rows = dates.map { "Ann,,\($0) 09:00:00 AM,\($0) 09:10:00 AM,10,No\r\n" }.joined()
    return try readText(
        "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\r\n" + rows, file: name, hints
    ).dates
}

private func teams(_ time: String, hints: ReadingHints = ReadingHints()) throws -> DateDecision {
    try readUTF16("Full Name\tUser Action\tTimestamp\nAnn\tJoined\t\(time)\n", hints).dates
}

@Suite struct DateLadderTests {
    @Test func `a part over 12 anywhere decides for the whole file and its line is said`() throws {
        #expect(
            try zoom("03/04/2021", "03/15/2021") == DateDecision(order: .monthFirst, decidedBy: "value>12 on line 3"))
        #expect(try zoom("15/03/2021", hints: ReadingHints(order: .monthFirst)).order == .dayFirst)
    }

    @Test func `a person's answer decides what the values leave open`() throws {
        #expect(
            try zoom("03/04/2021", hints: ReadingHints(order: .dayFirst))
                == DateDecision(order: .dayFirst, isAmbiguous: true, decidedBy: "--date-order"))
    }

    @Test func `a day that a person names decides when it is exactly one of the readings`() throws {
        #expect(try zoom("03/04/2021", hints: ReadingHints(date: "2021-03-04")).order == .monthFirst)
        #expect(throws: ImportRefusal.self) { try zoom("03/04/2021", hints: ReadingHints(date: "2021-03-05")) }
    }

    @Test func `the timetable decides when it has exactly one of the readings`() throws {
        #expect(try zoom("03/04/2021", hints: ReadingHints(expected: ["2021-04-03"])).decidedBy == "timetable")
        #expect(throws: ImportRefusal.self) {
            try zoom("03/04/2021", hints: ReadingHints(expected: ["2021-04-03", "2021-03-04"]))
        }
    }

    @Test(arguments: [
        ("participants_8123_2021_03_04.csv", DateDecision.Order.monthFirst),
        ("Attendance report 03-04-2021 (2021-04-03).csv", nil), ("4 report 20210403.csv", .dayFirst),
        ("participants_8123_2021_03_05.csv", nil), ("report 4-3-21.csv", nil),
    ])
    func `a date in the file's name counts only as an exact match of one reading`(
        name: String, order: DateDecision.Order?
    ) {
        #expect((try? zoom("03/04/2021", name: name).order) == order)
    }

    @Test func `another export of the organiser comes before clock style, the school's setting last`() throws {
        var hints = ReadingHints()
        hints.settingsOrder = .dayFirst
        #expect(
            try teams("3/4/2021, 9:05:00 AM", hints: hints)
                == DateDecision(
                    order: .monthFirst, isAmbiguous: true, isWeak: true, decidedBy: "clock style (unpadded with AM/PM)")
        )
        #expect(try zoom("03/04/2021", hints: hints).decidedBy == "date-order in school.toml")
        hints.siblingOrder = .dayFirst
        #expect(try teams("3/4/2021, 9:05:00 AM", hints: hints).decidedBy == "another export of the same organiser")
    }

    @Test func `Teams' 24-hour clock with leading zeros is British or European, AM with leading zeros says nothing`()
        throws
    {
        #expect(try teams("03/04/2021, 09:05:00").order == .dayFirst)
        #expect(throws: ImportRefusal.self) { try teams("03/04/2021, 09:05:00 AM") }
    }

    @Test func `Zoom's clock decides nothing: without help the file is refused, asking for the order`() {
        #expect(throws: ImportRefusal.self) { try zoom("03/04/2021") }
    }

    @Test func `ISO dates and named months are no question`() throws {
        #expect(try zoom("2021-04-03").order == .yearFirst)
        #expect(try zoom("\"Apr 3, 2021\"".replacing("\"", with: "").replacing(",", with: "")).order == .named)
    }

    @Test func `a single row in another order is a damaged row, as many of both are a refusal`() throws {
        let export = try readText(
            "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)\r\nA,,03/15/2021 09:00:00 AM,03/15/2021 09:10:00 AM,10\r\nB,,03/16/2021 09:00:00 AM,03/16/2021 09:10:00 AM,10\r\nC,,15/03/2021 09:00:00 AM,15/03/2021 09:10:00 AM,10\r\n"
        )
        #expect(
            export.problemCodes == ["bad-time:4"] && !export.isComplete && export.rowsRead == 3
                && export.rowsRejected == 1)
        #expect(throws: ImportRefusal.self) { try zoom("03/15/2021", "15/03/2021") }
    }
}
