/// Reads `timetable.csv`: weekly and dated sessions. The roster need not be known yet.
struct TimetableReader {
    private(set) var rows: [Timetable.Row] = []
    private(set) var problems: [Problem] = []
    /// The classes that pupils are expected of, by line.
    private var classes: [(file: String, line: Int, text: String)] = []

    static let columns =
        [
            "Meeting ID", "Class", "Subject", "Kind", "Weekday", "Day", "Date", "Weekday or Date", "Start", "End",
            "Lead Staff", "Second Staff", "Platform",
        ] + weekColumns

    /// Where timetables of two weeks say in which of them a lesson is.
    private static let weekColumns = [
        "Week", "Timetable Week", "Week A/B", "Cycle", "Cycle Week", "Week Type", "Week No", "Week Number", "Week A B",
        "Fortnight", "Wk", "Weeks",
    ]

    /// Where the columns are.
    private struct Places {
        let day, start, end, kind, classText, subject, meetingID, leadStaff, secondStaff, platform: SchoolTable.Column

        init(_ table: SchoolTable) {
            day = table.column("Date", "Weekday", "Day", "Weekday or Date")
            (start, end, kind, platform) = (
                table.column("Start"), table.column("End"), table.column("Kind"), table.column("Platform")
            )
            (classText, subject, meetingID) = (
                table.column("Class"), table.column("Subject"), table.column("Meeting ID")
            )
            (leadStaff, secondStaff) = (table.column("Lead Staff"), table.column("Second Staff"))
        }
    }

    /// The `.csv` and the sheets of the `.xlsx`; where both have a row for a class and a time, the first counts.
    mutating func read(_ files: [RosterFile]) {
        let tables = SchoolTable.tables(
            files, columns: TimetableReader.columns,
            required: ["Class", "Weekday|Day|Date|Weekday or Date", "Start", "End"])
        for var table in tables {
            let dates = table.slashDates("Weekday", "Day", "Date", "Weekday or Date")
            let places = Places(table)
            nameWeeks(&table)
            let above = Set(rows.map(Slot.init))
            rows.reserveCapacity(rows.count + table.rows.count)
            for row in table.rows {
                if let found = read(row, places, dates, &table), !above.contains(Slot(found)) {
                    rows.append(found)
                }
            }
            problems += table.problems
        }
    }

    /// Which week is the first of a cycle nobody has said, so lessons of every other week are expected in all.
    private func nameWeeks(_ table: inout SchoolTable) {
        for name in TimetableReader.weekColumns {
            let column = table.column(name)
            let rows = table.rows.filter { !["", "both", "all", "every", "ab", "12"].contains(kindKey($0[column])) }
            guard let first = rows.first else { continue }
            table.refuse(
                first, "two-weeks",
                "the column \(name) is not read: \(rows.count) lessons, the first here, are expected every week",
                fix: "for a two-week timetable write each lesson with its dates, or keep only this week's lessons")
            return
        }
    }

    private struct Slot: Hashable {
        let classKey: String
        let time: Timetable.Row.Time
        let start: ClockTime

        init(_ row: Timetable.Row) {
            (classKey, time, start) = (ClassCode(row.classText).key, row.time, row.start)
        }
    }

    private mutating func read(
        _ row: SchoolTable.Row, _ places: Places, _ dates: SlashDates, _ table: inout SchoolTable
    ) -> Timetable.Row? {
        let when = row[places.day]
        guard
            let time = weekday(when).map(Timetable.Row.Time.weekday)
                ?? dates.day(when).map(Timetable.Row.Time.date)
        else {
            table.refuse(
                row, "bad-date", "there is neither a weekday nor a date in this row", fix: "write Monday, or 2026-11-16"
            )
            return nil
        }
        guard let start = clockTime(row[places.start]), let end = clockTime(row[places.end]), start < end else {
            table.refuse(
                row, "bad-time", "Start and End are not two times of day, the second after the first",
                fix: "write 09:00 and 09:45")
            return nil
        }
        guard let kind = sessionKind(row[places.kind]) else {
            table.refuse(
                row, "bad-kind", "the column Kind holds none of the known words",
                fix: "write one of: " + SessionKind.allCases.map(\.rawValue).joined(separator: ", "))
            return nil
        }
        let classText = row[places.classText]
        if kind.isForPupils {
            if classText.isEmpty {
                table.refuse(
                    row, "no-subject", "the column Class is empty", fix: "write the class as the roster has it")
                return nil
            }
            classes.append((table.file, row.line, classText))
        }
        let named = row[places.platform]
        let platform = Platform(name: named)
        if platform == nil, !named.isEmpty {
            table.refuse(
                row, "bad-kind", "the column Platform holds none of the known words",
                fix:
                    "write any of: \(Platform.allCases.map(\.rawValue).joined(separator: ", ")); the rest of the row is used"
            )
        }
        let written = WrittenMeetingID(row[places.meetingID])
        if let fault = written.fault { problems.append(fault.problem(in: table.file, line: row.line)) }
        return Timetable.Row(
            meetingID: written.id, classText: classText, subject: row[places.subject], kind: kind,
            time: time, start: start, end: end,
            leadStaff: row[places.leadStaff], secondStaff: row[places.secondStaff], platform: platform,
            source: place(in: table.file, line: row.line))
    }

    /// The classes as the rows write them.
    var classTexts: [String] { classes.map(\.text) }

    /// Names the rows whose class the roster does not have. One that the roster only spells in another way is that
    /// class.
    mutating func checkClasses(_ roster: Roster) {
        let known = KnownClasses(roster)
        takeSpellings(of: known)
        for entry in classes where !known.haveAll(of: entry.text) {
            problems.append(
                Problem(
                    entry.file, line: entry.line, code: "no-such-class",
                    "the class of this row is not in the roster, so nobody is expected",
                    fix: "write the class as the roster has it"))
        }
    }
}

extension TimetableReader {
    /// `Class 04B` of the timetable is 4B of the roster, if that is the only class that it can be.
    private mutating func takeSpellings(of known: KnownClasses) {
        var changed: [String: String] = [:]
        for entry in classes {
            let text = known.spelt(entry.text)
            let isOther = zip(classCodes(in: entry.text), classCodes(in: text)).contains { $0.key != $1.key }
            if isOther, changed.updateValue(text, forKey: entry.text) == nil {
                problems.append(
                    Problem(
                        entry.file, line: entry.line, code: "class-spelling",
                        "the class \(PlainText.clean(entry.text, limit: 60)) is spelt in another way in the roster: "
                            + PlainText.clean(text, limit: 60),
                        fix: "write the class as the roster has it, if this is not the one", severity: .note))
            }
        }
        if changed.isEmpty { return }
        for i in classes.indices { classes[i].text = changed[classes[i].text] ?? classes[i].text }
        for i in rows.indices { rows[i].classText = changed[rows[i].classText] ?? rows[i].classText }
    }
}

/// `lesson` for an empty cell; `nil` for a word that is no kind.
func sessionKind(_ text: String) -> SessionKind? {
    if text.isEmpty { return .lesson }
    let key = kindKey(text)
    let others: [String: SessionKind] = [
        "welfarecall": .welfare, "safeguardingcall": .safeguarding, "parentconsultation": .parentMeeting,
        "consultation": .parentMeeting, "parentsevening": .parentMeeting, "consultationevening": .parentMeeting,
    ]
    return SessionKind.allCases.first { kindKey($0.rawValue) == key || kindKey($0.rawValue) + "s" == key }
        ?? others[key] ?? others[String(key.dropLast())]
}

/// 1 = Monday: full names, their first letters (`Mon`, `Tues`, `Weds`), with or without a dot.
func weekday(_ text: String) -> Int? {
    let key = kindKey(text)
    guard key.utf8.count >= 2 else { return nil }
    let name =
        key == "weds" ? "wed" : key.utf8.last == UInt8(ascii: "s") && key.utf8.count > 6 ? String(key.dropLast()) : key
    return Day.weekdayNames.firstIndex { $0.lowercased().utf8.starts(with: name.utf8) }.map { $0 + 1 }
}

extension Platform {
    /// As people write it: `Zoom`, `Google Meet`, `Microsoft Teams`, `MS Teams`.
    init?(name: String) {
        let key = kindKey(name)
        let all: [(String, Platform)] = [
            ("zoom", .zoom), ("meet", .meet), ("teams", .teams), ("webex", .webex), ("schoolcloud", .schoolcloud),
            ("telephone", .telephone), ("phone", .telephone), ("bigbluebutton", .bigbluebutton),
            ("bbb", .bigbluebutton),
            ("collaborate", .collaborate), ("other", .other), ("jitsi", .other), ("goto", .other),
            ("gotomeeting", .other),
            ("adobeconnect", .other),
        ]
        guard let found = all.first(where: { key == $0.0 || key.utf8.suffix($0.0.utf8.count).elementsEqual($0.0.utf8) })
        else { return nil }
        self = found.1
    }
}
