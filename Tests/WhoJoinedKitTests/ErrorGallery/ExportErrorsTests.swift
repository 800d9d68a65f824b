import Testing

@testable import WhoJoinedKit

private let header = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\r\n"
private let good = "Ann,,03/15/2021 09:00:12 AM,03/15/2021 09:57:40 AM,58,No\r\n"

/// One bad export each and what a person is told.
@Suite struct ExportErrorsTests {
    @Test(arguments: [
        ("", "e.csv: error: this is an empty file, not a participant export; fix: download the export again"),
        ("\n\n", "e.csv: error: the file holds nothing but blank lines; fix: download the export again"),
        (
            "\u{89}PNG\r\n",
            "e.csv:1: error: no header row of a Zoom, Teams, Meet or Webex export, such as \"Name (Original Name)\" or \"Full Name\"; fix: export the participants again and do not edit the file"
        ),
        (
            "<!DOCTYPE html><html>",
            "e.csv:1: error: this is a web page, not a participant export; fix: export the participant list as CSV, and put that file here"
        ),
        (
            "{\"error\": 1}",
            "e.csv:1: error: this is a JSON document, not a participant export; fix: export the participant list as CSV, and put that file here"
        ),
        (
            "UPN,Legal Surname,Reg Group\nA,B,C\n",
            "e.csv:1: error: this is a pupil list (a roster), not a participant export; fix: put it into the folder roster/, and the meeting's export here"
        ),
        (
            header,
            "e.csv:1: error: a participant export without any usable row: it says nothing of who joined; fix: export it again after the meeting, unedited"
        ),
        (
            "Name (Original Name),Join Time,Join Time,Leave Time\r\n",
            "e.csv:1: error: two columns are called \"Join Time\"; fix: export the report again and do not edit its header"
        ),
        (
            "Name (Original Name),User Email,Leave Time\r\n",
            "e.csv:1: error: there is no column \"Join Time\"; fix: export the report again and do not edit its header"
        ),
        (
            header + "Ann,,03/04/2021 09:00:12 AM,03/04/2021 09:57:40 AM,58,No\r\n",
            "e.csv:2: error: nothing in the file tells whether its dates are day/month or month/day; fix: say --date-order day-first or month-first, or set date-order in school.toml"
        ),
        (
            "Name,Email,Duration,Time joined,Time exited\nAnn,a@b.example,32 min,10:00,10:32\n",
            "e.csv: error: the file holds clock times only, and its name tells no single date; fix: say --date YYYY-MM-DD, or put the date into the file's name"
        ),
        (
            "Participant,Device,Names,Joined At,Was Present?\nA,B,C,D,E\n",
            "e.csv:1: error: the headers fit two kinds of export: Zoom dashboard export and Meet list Names / Joined At / Was Present?; fix: keep the exports of different platforms in files of their own"
        ),
    ])
    func `a file that cannot be used is refused in plain words`(text: String, message: String) throws {
        let refusal = #expect(throws: ImportRefusal.self) { try readText(text, file: "e.csv") }
        #expect(refusal?.problems.first?.message == message)
        #expect(message.utf8.count <= 200)
    }

    @Test(arguments: [
        (
            "Guest \"Five\",,x,y,55,No\r\n",
            "e.csv:3: error: a quotation mark stands where none may stand, so the row cannot be read; fix: download the export again and do not edit it"
        ),
        (
            "\"Guest,,x,y,55,No\r\n",
            "e.csv:3: error: a quoted value opened here is never closed on its line, so the row cannot be read; fix: download the export again and do not edit it"
        ),
        (
            "Guest\u{0},,x,y,55,No\r\n",
            "e.csv:3: error: the line holds NUL bytes, as after a crash or a broken copy; fix: download the export again and do not edit it"
        ),
        (
            "Guest,,x\r\n",
            "e.csv:3: error: the row has fewer columns than it needs; fix: look at this row of the export, or export it again"
        ),
        (
            "Guest,,03/15/2021 25:61:00 AM,03/15/2021 09:57:40 AM,55,No\r\n",
            "e.csv:3: error: \"Join Time\" cannot be read as a date and time; fix: look at this row of the export, or export it again"
        ),
        (
            "Guest,,,,55,No\r\n",
            "e.csv:3: error: \"Join Time\" is empty; fix: look at this row of the export, or export it again"
        ),
        (
            "Guest,,03/15/2021 09:57:40 AM,03/15/2021 09:00:12 AM,55,No\r\n",
            "e.csv:3: error: the leaving time is before the joining time; fix: look at this row of the export, or export it again"
        ),
        (
            "Guest,,03/15/2021 09:00:12 AM,03/16/2021 03:00:13 PM,55,No\r\n",
            "e.csv:3: error: the stay is longer than any platform lets a meeting last; fix: look at this row of the export, or export it again"
        ),
        (
            "Guest,,09:00:12 AM,09:57:40 AM,55,No\r\n",
            "e.csv:3: error: a time stands without a date, unlike in the rest of the file; fix: look at this row of the export, or export it again"
        ),
        (
            "Guest,,03/15/2021 09:00:12 AM,03/15/2021 09:57:40 AM,NaN,No\r\n",
            "e.csv:3: error: \"Duration (Minutes)\" is not a possible duration; fix: look at this row of the export, or export it again"
        ),
        (
            "Guest,,02/29/2021 09:00:12 AM,02/29/2021 09:57:40 AM,55,No\r\n",
            "e.csv:3: error: \"Join Time\" cannot be read as a date and time; fix: look at this row of the export, or export it again"
        ),
    ])
    func `a bad row costs only itself and is named with its line`(row: String, message: String) throws {
        let export = try readText(header + good + row + good.replacing("Ann", with: "Bo"), file: "e.csv")
        #expect(export.problems.map(\.message) == [message])
        #expect(export.lines.count == 2 && export.rowsRejected == 1 && export.rowsRead == 3 && !export.isComplete)
        #expect(message.utf8.count <= 200)
    }

    @Test(arguments: [
        "Bo,,03/15/2021 09:00:12 AM,03/15/2021 09:5", "Bo,,03/15/2021 09:00:12 AM,03/15/2021 09:57:40 AM,5",
        "Bo,,\"03/15",
    ])
    func `a last row that is cut short is nobody's stay`(row: String) throws {
        let export = try readText(header + good + row, file: "e.csv")
        #expect(export.warnings == ["incomplete_last_row"] && export.lines.count == 1 && !export.isComplete)
        #expect(
            export.problems.map(\.message) == [
                "e.csv:3: error: the last row is cut short, so the file is not complete; fix: download the export again when it is complete"
            ])
    }

    @Test func `half a letter behind the last row costs no row, but the file is not whole`() throws {
        let units = [0xFEFF] + Array((header + good).utf16)
        let bytes: [UInt8] = units.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] } + [0x0D]
        let export = try readExport(bytes, file: "e.csv", hints: ReadingHints())
        #expect(export.rowsRead == 1 && export.rowsRejected == 0 && export.lines.count == 1 && !export.isComplete)
        #expect(export.problemCodes == ["incomplete-last-row:3"])
    }

    @Test func `a year that lies ahead is refused among others, a whole meeting ahead is taken`() throws {
        var hints = ReadingHints()
        hints.now = SchoolZone.london.instant(of: Day(year: 2021, month: 3, day: 20)!, ClockTime(seconds: 0))
        let row = "Bo,,03/15/2099 09:00:12 AM,03/15/2099 09:57:40 AM,58,No\r\n"
        #expect(try readText(header + good + row, hints).problemCodes == ["future-time:3"])
        #expect(try readText(header + row, hints).lines.count == 1)
    }

    @Test func `times in the nights of change are pointed out and never run backwards`() throws {
        let gap = try readText(header + "Ann,,03/28/2021 01:30:00 AM,03/28/2021 02:15:00 AM,55,No\r\n")
        #expect(gap.problemCodes == ["clock-change:2"])
        let twice = try readText(header + "Ann,,10/31/2021 12:50:00 AM,10/31/2021 01:10:00 AM,80,No\r\n")
        #expect(twice.problemCodes == ["clock-change:2"])
        for export in [gap, twice] {
            let stay = try #require(export.meetings.first?.participants.first?.stays.first)
            #expect(try #require(stay.left) >= #require(stay.joined))
        }
    }
}
