import Testing

@testable import WhoJoinedKit

@Suite struct TimetableReaderTests {
    private func read(_ text: String) -> TimetableReader {
        var reader = TimetableReader()
        reader.read([RosterFile(name: "timetable.csv", bytes: Array(text.utf8))])
        reader.checkClasses(RecordsReaderTests.roster)
        return reader
    }

    @Test(arguments: [
        ("Monday", Timetable.Row.Time.weekday(1)), ("tue", .weekday(2)), ("Weds", .weekday(3)), ("Thurs", .weekday(4)),
        ("FRI.", .weekday(5)), ("Mondays", .weekday(1)),
        ("2026-11-16", .date(Day(number: 20_773))), ("16/11/2026", .date(Day(number: 20_773))),
    ])
    func `a session is on a weekday or a date`(cell: String, time: Timetable.Row.Time) {
        #expect(read("Class,Weekday,Start,End\n4B,\(cell),9:00,9:45\n").rows.map(\.time) == [time])
    }

    @Test(arguments: [
        ("9:00", 32_400), ("09:00:00", 32_400), ("9.00", 32_400), ("9:00 AM", 32_400), ("1:30pm", 48_600),
        ("12:00 pm", 43_200), ("12:05 am", 300), ("0900", 32_400),
        ("9 am", 32_400),
    ])
    func `a time of day is read as people type it`(text: String, seconds: Int) {
        #expect(clockTime(text)?.seconds == seconds)
    }

    @Test(arguments: [
        ("811 2040 3055", "81120403055", ""), ("https://us02web.zoom.us/j/81120403055?pwd=a", "81120403055", ""),
        ("zoom.us/wc/join/81120403055", "81120403055", ""), ("81120403055.0", "81120403055", ""),
        ("ABCDEFGHIJ", "abc-defg-hij", ""), ("https://meet.google.com/abc-defg-hij?authuser=0", "abc-defg-hij", ""),
        ("https://teams.microsoft.com/meet/3124567890123?p=x", "3124567890123", ""), ("room 5", "room 5", ""),
        ("8.11E+10", nil, "rounded-id"), ("https://oak.zoom.us/my/mrs.okafor", nil, "no-meeting-id"),
    ])
    func `a meeting ID has one spelling, a link is its ID, and what is none is named`(
        cell: String, id: String?, code: String
    ) {
        let reader = read("Meeting ID,Class,Weekday,Start,End\n\(cell),4B,Monday,9:00,9:45\n")
        #expect(reader.rows.map(\.meetingID) == [id])
        #expect(reader.problems.map(\.code) == (code.isEmpty ? [] : [code]))
    }

    @Test(arguments: ["", "25:00", "9:75", "13:00 pm", "nine", "9"])
    func `what is no time of day is none`(text: String) { #expect(clockTime(text) == nil) }

    @Test func `all columns are read, whatever their order`() throws {
        let row = try #require(
            read(
                "platform;Second Staff;Lead Staff;End;Start;Date;Kind;Subject;Class;Meeting ID\nMicrosoft Teams;GPR;IOK;10:00;09:00;16/11/2026;Parent meeting;Evening;4B;811 2040\n"
            ).rows.first)
        #expect((row.meetingID, row.kind, row.platform) == ("811 2040", .parentMeeting, .teams))
        #expect((row.leadStaff, row.secondStaff, row.source) == ("IOK", "GPR", "timetable.csv:2"))
    }

    @Test(arguments: [
        ("4B,someday,9:00,9:45", "there is neither a weekday nor a date in this row", 0),
        ("4B,Mon,9:45,9:00", "Start and End are not two times of day, the second after the first", 0),
        (",Mon,9:00,9:45", "the column Class is empty", 0),
        ("9Z,Mon,9:00,9:45", "the class of this row is not in the roster, so nobody is expected", 1),
    ])
    func `a row that cannot be used is named`(cells: String, what: String, rows: Int) {
        let reader = read("Class,Weekday,Start,End\n\(cells)\n")
        #expect(reader.problems.map(\.what) == [what])
        #expect(reader.problems.map(\.line) == [2])
        #expect(reader.rows.count == rows)
    }

    @Test func `several classes share a session`() {
        #expect(read("Class,Weekday,Start,End\n4B;4C,Mon,9:00,9:45\n").problems.isEmpty)
        #expect(classCodes(in: "4B; 4C;4b").map(\.text) == ["4B", "4C"])
    }

    @Test(arguments: ["Week No", "Cycle", "Fortnight"])
    func `the week of a cycle is named under its other headings`(heading: String) {
        let reader = read("Class,Weekday,Start,End,\(heading)\n4B,Monday,09:00,09:45,2\n")
        #expect(reader.problems.map(\.code) == ["two-weeks"])
    }

    @Test(arguments: [("A", ["two-weeks"]), ("Week 2", ["two-weeks"]), ("both", []), ("", [])])
    func `a lesson of every other week is named, and kept`(week: String, codes: [String]) {
        let reader = read("Class,Weekday,Start,End,Week\n4B,Monday,09:00,09:45,\(week)\n")
        #expect(reader.rows.count == 1 && reader.problems.map(\.code) == codes)
    }
}
