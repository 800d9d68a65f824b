import Testing

@testable import WhoJoinedKit

@Suite struct ScheduleTests {
    private func rows(_ events: String...) -> [Timetable.Row] { reader(events).rows }
    private func reader(_ events: [String]) -> ScheduleReader {
        var settings = SchoolSettings()
        settings.scheduleColumns = [
            "start": "Appointment time", "lead-staff": "Teacher", "date": "Day",
        ]
        var reader = ScheduleReader(RecordsReaderTests.roster, settings)
        let text =
            "BEGIN:VCALENDAR\r\n" + events.map { "BEGIN:VEVENT\r\n\($0)\r\nEND:VEVENT\r\n" }.joined()
            + "END:VCALENDAR\r\n"
        reader.readICS(Array(text.utf8), file: "calendar.ics")
        return reader
    }
    private static let zoom = "DESCRIPTION:Join https://school.zoom.us/j/81234567890?pwd=x"

    private func day(_ row: Timetable.Row) -> String {
        if case .date(let day) = row.time { return day.iso }
        return ""
    }

    @Test func `an event with a link is a session of the class in its subject`() throws {
        let row = try #require(
            rows(
                "DTSTART;TZID=Europe/London:20261116T090000\r\nDTEND;TZID=Europe/London:20261116T094500\r\nSUMMARY:4B Ma\r\n ths\r\n\(ScheduleTests.zoom)"
            ).first)
        #expect(
            (row.meetingID, row.platform, row.classText, row.kind) == (
                "81234567890", .zoom, "4B", .lesson
            ))
        #expect(
            (row.subject, row.start.short, row.end.short, day(row)) == (
                "4B Maths", "09:00", "09:45", "2026-11-16"
            ))
        #expect(row.source == "calendar.ics:2")
    }

    @Test(arguments: [
        ("Staff briefing", SessionKind.staffMeeting), ("Parents' evening 4B", .parentMeeting),
        ("Whole school assembly", .assembly), ("4B one-to-one", .oneToOne),
        ("4C reading intervention", .intervention),
        ("4B and 4C PE", .lesson), ("Chat", .parentMeeting),
    ])
    func `the words of the subject say the kind`(subject: String, kind: SessionKind) {
        #expect(
            rows(
                "DTSTART:20261116T090000Z\r\nDURATION:PT30M\r\nSUMMARY:\(subject)\r\n\(ScheduleTests.zoom)"
            ).map(
                \.kind) == [kind])
    }

    @Test(arguments: [
        ("DESCRIPTION:https://meet.google.com/abc-defg-hij", Platform.meet, "abc-defg-hij"),
        ("LOCATION:https://us02web.zoom.us/j/812345", .zoom, "812345"),
        (
            "DESCRIPTION:Microsoft Teams meeting\\nMeeting ID: 312 456 789 01\\nPasscode: x", .teams,
            "31245678901"
        ),
    ])
    func `the way into the call stands in the text`(line: String, platform: Platform, id: String) {
        let found = rows("DTSTART:20261116T090000Z\r\nDTEND:20261116T093000Z\r\nSUMMARY:4B\r\n\(line)")
        #expect(found.map(\.platform) == [platform])
        #expect(found.map(\.meetingID) == [id])
    }

    @Test func `an event without a call, a whole day and a cancelled one are no sessions`() {
        #expect(
            rows("DTSTART:20261116T090000Z\r\nDTEND:20261116T093000Z\r\nSUMMARY:4B swimming").isEmpty)
        #expect(rows("DTSTART;VALUE=DATE:20261116\r\nSUMMARY:4B\r\n\(ScheduleTests.zoom)").isEmpty)
        #expect(
            rows(
                "DTSTART:20261116T090000Z\r\nDTEND:20261116T093000Z\r\nSTATUS:CANCELLED\r\nSUMMARY:4B\r\n\(ScheduleTests.zoom)"
            ).isEmpty)
    }

    @Test func `an event whose start cannot be read, or that is cut short, is named`() {
        let found = reader([
            "DTSTART:20261317T090000Z\r\nDTEND:20261116T093000Z\r\nSUMMARY:4B\r\n\(ScheduleTests.zoom)"
        ]
        )
        #expect(found.rows.isEmpty && found.problems.map(\.code) == ["bad-event"])
        var cut = ScheduleReader(RecordsReaderTests.roster, SchoolSettings())
        cut.readICS(
            Array("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20261116T090000Z\r\n".utf8),
            file: "calendar.ics")
        #expect(cut.problems.map(\.code) == ["cut-short"])
    }

    @Test(arguments: [
        ("RRULE:FREQ=WEEKLY;COUNT=3", ["2026-11-16", "2026-11-23", "2026-11-30"]),
        (
            "RRULE:FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20261125T235959Z",
            ["2026-11-16", "2026-11-18", "2026-11-23", "2026-11-25"]
        ),
        ("RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=2", ["2026-11-16", "2026-11-30"]),
        ("RRULE:FREQ=DAILY;COUNT=2", ["2026-11-16", "2026-11-17"]),
        (
            "RRULE:FREQ=WEEKLY;COUNT=3\r\nEXDATE;TZID=Europe/London:20261123T090000",
            ["2026-11-16", "2026-11-30"]
        ),
        ("RRULE:FREQ=MONTHLY;COUNT=3", ["2026-11-16", "2026-12-16", "2027-01-16"]),
        ("RRULE:FREQ=MONTHLY;BYDAY=3MO;COUNT=2", ["2026-11-16", "2026-12-21"]),
    ])
    func `repeats are laid out as dates`(rule: String, days: [String]) {
        let found = rows(
            "UID:1\r\nDTSTART;TZID=Europe/London:20261116T090000\r\nDTEND;TZID=Europe/London:20261116T094500\r\nSUMMARY:4B\r\n\(rule)\r\n\(ScheduleTests.zoom)"
        )
        #expect(found.map(day) == days)
    }

    @Test func `a moved occurrence replaces its date`() {
        let found = rows(
            "UID:1\r\nDTSTART:20261116T090000Z\r\nDTEND:20261116T094500Z\r\nSUMMARY:4B\r\nRRULE:FREQ=WEEKLY;COUNT=2\r\n\(ScheduleTests.zoom)",
            "UID:1\r\nRECURRENCE-ID:20261123T090000Z\r\nDTSTART:20261124T100000Z\r\nDTEND:20261124T104500Z\r\nSUMMARY:4B\r\n\(ScheduleTests.zoom)"
        )
        #expect(found.map(day) == ["2026-11-16", "2026-11-24"])
    }

    @Test func `a change of all that follow moves the rest of the series`() {
        let found = rows(
            "UID:1\r\nDTSTART;TZID=Europe/London:20261019T090000\r\nDTEND;TZID=Europe/London:20261019T094500\r\nSUMMARY:4B\r\nRRULE:FREQ=WEEKLY;COUNT=5\r\n\(ScheduleTests.zoom)",
            "UID:1\r\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/London:20261102T090000\r\nDTSTART;TZID=Europe/London:20261103T140000\r\nDTEND;TZID=Europe/London:20261103T143000\r\nSUMMARY:4B\r\n\(ScheduleTests.zoom)"
        )
        #expect(
            found.map(day) == ["2026-10-19", "2026-10-26", "2026-11-03", "2026-11-10", "2026-11-17"])
        #expect(found.map(\.start.short) == ["09:00", "09:00", "14:00", "14:00", "14:00"])
    }

    @Test(arguments: [
        ("W. Europe Standard Time", "09:00"), ("Europe/Paris", "09:00"), ("GMT Standard Time", "10:00"),
        ("\"(UTC+01:00) Amsterdam, Berlin, Bern\"", "09:00"), ("\"(UTC+00:00) Dublin, Edinburgh, Lisbon\"", "10:00"),
        ("(UTC-05:00) Eastern Time (US & Canada)", "15:00"),
    ])
    func `the name of a zone tells the moment, Windows names too`(name: String, start: String) {
        let found = reader([
            "DTSTART;TZID=\(name):20261116T100000\r\nDURATION:PT45M\r\nSUMMARY:4B\r\n\(ScheduleTests.zoom)"
        ])
        #expect(found.rows.map(\.start.short) == [start] && found.problems.isEmpty)
    }

    @Test func `a zone that nobody knows, and an event that ends before it starts, are named`() {
        let unknown = reader([
            "DTSTART;TZID=Atlantis:20261116T100000\r\nDURATION:PT45M\r\nSUMMARY:4B\r\n\(ScheduleTests.zoom)"
        ])
        #expect(
            unknown.rows.map(\.start.short) == ["10:00"]
                && unknown.problems.map(\.code) == ["unknown-zone"])
        let backwards = reader([
            "DTSTART:20261116T100000Z\r\nDTEND:20261116T090000Z\r\nSUMMARY:4B\r\n\(ScheduleTests.zoom)"
        ])
        #expect(backwards.rows.isEmpty && backwards.problems.map(\.line) == [2])
    }

    @Test(arguments: [
        "https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fus02web.zoom.us%2Fj%2F81234567890%3Fpwd%3Da&data=05",
        "https://urldefense.proofpoint.com/v2/url?u=https-3A__us02web.zoom.us_j_81234567890-3Fpwd-3Da&d=Dw",
        "https://urldefense.com/v3/__https://us02web.zoom.us/j/81234567890?pwd=a__;!!",
        "https://www.google.com/url?q=https%253A%252F%252Fzoom.us%252Fj%252F81234567890",
    ])
    func `a link within the link of a mail filter is found`(text: String) {
        #expect(callLink(text)?.id == "81234567890")
    }

    @Test func `a class without a link of a call is said once`() {
        let found = reader([
            "DTSTART:20261116T100000Z\r\nDTEND:20261116T103000Z\r\nSUMMARY:4B Maths\r\nLOCATION:Online"
        ])
        #expect(found.problems.map { "\($0.code) \($0.severity.rawValue)" } == ["no-link note"])
    }

    @Test func `a time in UTC is the school's own clock in summer`() {
        #expect(
            rows(
                "DTSTART:20260601T080000Z\r\nDTEND:20260601T084500Z\r\nSUMMARY:4B\r\n\(ScheduleTests.zoom)"
            ).map(
                \.start.short) == ["09:00"])
    }

    @Test func `Outlook's calendar CSV is read by its columns`() {
        var reader = ScheduleReader(RecordsReaderTests.roster, SchoolSettings())
        let text =
            "\"Subject\",\"Start Date\",\"Start Time\",\"End Date\",\"End Time\",\"All day event\",\"Meeting Organizer\",\"Description\",\"Location\"\r\n\"Staff meeting\",\"16/11/2026\",\"15:45:00\",\"16/11/2026\",\"16:30:00\",\"False\",\"Tom Roe\",\"Microsoft Teams meeting https://teams.microsoft.com/l/x\",\"\"\r\n\"Lunch\",\"16/11/2026\",\"12:00:00\",\"16/11/2026\",\"13:00:00\",\"False\",\"\",\"\",\"\"\r\n"
        #expect(ScheduleReader.isOutlook(Array(text.utf8), file: "calendar.csv"))
        reader.readOutlook(Array(text.utf8), file: "calendar.csv")
        #expect(reader.problems.isEmpty)
        #expect(reader.rows.map(\.kind) == [.staffMeeting])
        #expect(reader.rows.map(\.leadStaff) == ["Tom Roe"])
    }

    @Test func `an appointment list has the columns that the settings name`() {
        var reader = reader([])
        reader.readAppointments(
            Array(
                "Day,Appointment time,Teacher,Pupil\n17/11/2026,17:10,Mrs Bell,x\n17/11/2026,late,Mrs Bell,x\n"
                    .utf8),
            file: "appointments.csv")
        #expect(reader.rows.map(\.kind) == [.parentMeeting])
        #expect(reader.rows.map(\.platform) == [.schoolcloud])
        #expect(reader.rows.map(\.end.short) == ["17:20"])
        #expect(reader.problems.map(\.line) == [3])
    }
}
