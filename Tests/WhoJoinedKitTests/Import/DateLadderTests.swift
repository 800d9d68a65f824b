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
                    order: .monthFirst, isAmbiguous: true, isWeak: true,
                    decidedBy: "clock style (no zero before day or month, capital AM/PM)")
        )
        #expect(try zoom("03/04/2021", hints: hints).decidedBy == "date-order in school.toml")
        hints.siblingOrder = .dayFirst
        #expect(try teams("3/4/2021, 9:05:00 AM", hints: hints).decidedBy == "another export of the same organiser")
    }

    @Test func `without the school's setting Teams' 24-hour clock is European and a capital AM American`() throws {
        #expect(try teams("03/04/2021, 09:05:00").order == .dayFirst)
        #expect(try teams("03/04/2021, 09:05:00 AM").order == .monthFirst)
        #expect(throws: ImportRefusal.self) { try teams("03/04/2021, 9:05:00 am") }
    }

    @Test(arguments: [
        "05/11/2021, 8:55:11 AM", "5/11/2021, 08:55:11 am", "5.11.2021, 8:55:11", "05/11/2021 8:55:11 p. m.",
    ])
    func `only a date without zeros and with a capital AM is American by itself`(time: String) throws {
        var hints = ReadingHints()
        hints.settingsOrder = .dayFirst
        #expect(try teams(time, hints: hints).decidedBy == "date-order in school.toml")
    }

    @Test func `one row against several does not turn the file, and a single kind of row holds however few`() throws {
        var hints = ReadingHints()
        hints.settingsOrder = .monthFirst
        let decision = try zoom("11/12/2021", "11/12/2021", "13/12/2021", hints: hints)
        #expect(decision.order == .monthFirst && decision.decidedBy == "date-order in school.toml")
        #expect(try zoom("13/12/2021", hints: hints).order == .dayFirst)
    }

    @Test func `a reading in the future is refused when the other is not`() throws {
        var hints = ReadingHints()
        hints.settingsOrder = .dayFirst
        hints.now = Instant(seconds: 1_620_000_000)  // 3 May 2021
        #expect(try zoom("04/12/2021", hints: hints).order == .monthFirst)
        #expect(try zoom("03/04/2021", hints: hints).order == .dayFirst)
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
