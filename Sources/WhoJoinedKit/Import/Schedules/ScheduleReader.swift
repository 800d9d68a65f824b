/// Reads calendars and appointment lists that stand beside `timetable.csv`.
struct ScheduleReader {
    private(set) var rows: [Timetable.Row] = []
    private(set) var problems: [Problem] = []
    private let reading: CalendarReading
    private let settings: SchoolSettings

    init(_ roster: Roster, _ settings: SchoolSettings) {
        reading = CalendarReading(roster, settings)
        self.settings = settings
    }

    mutating func readICS(_ bytes: [UInt8], file: String) {
        guard let text = try? decodeRoster(bytes, file: file, problems: &problems).bytes,
            let calendar = ICalendarReader(text, file: file, zone: settings.zone)
        else {
            problems.append(
                Problem(
                    file, line: 1, code: "not-text", "this is no calendar file",
                    fix: "export the calendar as .ics again"))
            return
        }
        problems += calendar.problems
        for event in calendar.events { rows += event.rows(for: reading) }
        nameEventsWithoutCall(calendar.events, file: file)
    }

    /// An event that names a class may be a lesson of which the link was lost.
    private mutating func nameEventsWithoutCall(_ events: [CalendarEvent], file: String) {
        let found = events.filter { $0.call == nil && !reading.classes(in: $0.summary).isEmpty }
        guard let first = found.first else { return }
        let which =
            found.count == 1
            ? "this event names a class and has" : "\(found.count) events, the first here, name a class and have"
        problems.append(
            Problem(
                file, line: first.line, code: "no-link",
                "\(which) no link or number of a call, so nobody is expected",
                fix: "put the meeting's link into the event, or the lesson into timetable.csv", severity: .note))
    }

    static let outlookColumns = [
        "Subject", "Start Date", "Start Time", "End Date", "End Time", "All day event", "Meeting Organizer",
        "Required Attendees", "Optional Attendees", "Description", "Location",
    ]

    /// True for the header of a calendar export of Outlook, or of Google Calendar's import format.
    static func isOutlook(_ bytes: [UInt8], file: String) -> Bool {
        let needed = Set(["subject", "startdate", "starttime"])
        let head = RosterFile(name: file, bytes: Array(bytes.prefix(65_536)))
        guard let table = try? RosterTable(head, knows: { needed.contains($0.key) ? $0.key : nil }) else {
            return false
        }
        return needed.isSubset(of: Set(table.headers.map(\.key)))
    }

    /// Outlook's calendar CSV: dates as Windows writes them here, attendees by display name.
    mutating func readOutlook(_ bytes: [UInt8], file: String) {
        var table = SchoolTable(
            bytes, file: file, columns: ScheduleReader.outlookColumns,
            required: ["Subject", "Start Date", "Start Time"])
        let dates = settings.dateOrder == .monthFirst ? monthFirst(table) : table.slashDates("Start Date", "End Date")
        for row in table.rows where truth(row["All day event"]) != true {
            let text = row["Description"] + " " + row["Location"]
            guard callLink(text) != nil || callLink(row["Subject"]) != nil else { continue }
            guard let day = dates.day(row["Start Date"]), let start = clockTime(row["Start Time"]),
                let end = clockTime(row["End Time"]), start < end
            else {
                table.refuse(
                    row, "bad-time", "the date or the times of this event cannot be read",
                    fix: "export the calendar again, or put the session into timetable.csv")
                continue
            }
            var event = CalendarEvent(start: start, end: end, source: "\(file):\(row.line)")
            event.summary = row["Subject"]
            event.text = text
            event.organizer = row["Meeting Organizer"].orNil
            event.days = [day]
            rows += event.rows(for: reading)
        }
        problems += table.problems
    }

    private func monthFirst(_ table: SchoolTable) -> SlashDates {
        var dates = SlashDates()
        dates.isMonthFirst = true
        return dates
    }

    /// Appointment lists (SchoolCloud): no public format exists, so `[schedule.columns]` says which column is which.
    mutating func readAppointments(_ bytes: [UInt8], file: String) {
        var names: [String: String] = [:]
        for field in appointmentFields {
            names[field] = settings.scheduleColumns[field] ?? field
        }
        var table = SchoolTable(bytes, file: file, columns: Array(names.values), required: [names["start"]!])
        let dates = table.slashDates(names["date"]!, names["start"]!)
        for row in table.rows {
            func cell(_ field: String) -> String { row[names[field]!] }
            let begin = dateAndTime(cell("start"), dates)
            let (day, start) = (dates.day(cell("date")) ?? begin?.day, clockTime(cell("start")) ?? begin?.time)
            guard let day, let start else {
                table.refuse(
                    row, "bad-time", "the date or the start of this appointment cannot be read",
                    fix: "check the columns named under [schedule.columns]")
                continue
            }
            // Appointments of parents' evenings are short; without an end ten minutes are taken.
            let minutes = Int(cell("minutes")) ?? 10
            let end =
                clockTime(cell("end")) ?? dateAndTime(cell("end"), dates)?.time
                ?? ClockTime(seconds: min(start.seconds + minutes * 60, 86_399))
            guard start < end else {
                table.refuse(row, "bad-time", "this appointment ends before it starts", fix: "correct the times")
                continue
            }
            let written = WrittenMeetingID(cell("meeting-id"))
            if let fault = written.fault { problems.append(fault.problem(in: file, line: row.line)) }
            rows.append(
                Timetable.Row(
                    meetingID: written.id, classText: cell("class"), subject: cell("subject"),
                    kind: cell("kind").isEmpty ? .parentMeeting : sessionKind(cell("kind")) ?? .parentMeeting,
                    time: .date(day), start: start, end: end, leadStaff: cell("lead-staff"),
                    secondStaff: cell("second-staff"),
                    platform: Platform(name: cell("platform")) ?? .schoolcloud, source: "\(file):\(row.line)"))
        }
        problems += table.problems
    }
}

/// What `[schedule.columns]` can name the columns of.
let appointmentFields = [
    "meeting-id", "class", "subject", "kind", "date", "start", "end", "minutes", "lead-staff", "second-staff",
    "platform",
]
