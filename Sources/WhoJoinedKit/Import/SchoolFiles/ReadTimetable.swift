/// Reads `timetable.csv` (`contract.md` §1): weekly and dated sessions.
struct TimetableReader {
    private(set) var rows: [Timetable.Row] = []
    private(set) var problems: [Problem] = []
    private let classKeys: Set<String>

    static let columns = [
        "Meeting ID", "Class", "Subject", "Kind", "Weekday", "Day", "Date", "Weekday or Date", "Start", "End", "Lead Staff", "Second Staff", "Platform",
    ]

    init(_ roster: Roster) {
        classKeys = Set(roster.classes.flatMap { [$0.code.key] + $0.aliases })
    }

    mutating func read(_ bytes: [UInt8], file: String) {
        var table = SchoolTable(bytes, file: file, columns: TimetableReader.columns, required: ["Class", "Weekday|Day|Date|Weekday or Date", "Start", "End"])
        let dates = table.slashDates("Weekday", "Day", "Date", "Weekday or Date")
        for row in table.rows { if let found = read(row, dates, &table) { rows.append(found) } }
        problems += table.problems
    }

    private func read(_ row: SchoolTable.Row, _ dates: SlashDates, _ table: inout SchoolTable) -> Timetable.Row? {
        let written = row["Date", "Weekday", "Day", "Weekday or Date"]
        guard let time = dates.day(written).map(Timetable.Row.Time.date) ?? weekday(written).map(Timetable.Row.Time.weekday) else {
            table.refuse(row, "bad-date", "there is neither a weekday nor a date in this row", fix: "write Monday, or 2026-11-16")
            return nil
        }
        guard let start = clockTime(row["Start"]), let end = clockTime(row["End"]), start < end else {
            table.refuse(row, "bad-time", "Start and End are not two times of day, the second after the first", fix: "write 09:00 and 09:45")
            return nil
        }
        guard let kind = sessionKind(row["Kind"]) else {
            table.refuse(row, "bad-kind", "the column Kind holds none of the known words", fix: "write one of: " + SessionKind.allCases.map(\.rawValue).joined(separator: ", "))
            return nil
        }
        if kind.isForPupils {
            if row["Class"].isEmpty {
                table.refuse(row, "no-subject", "the column Class is empty", fix: "write the class as the roster has it")
                return nil
            }
            if !classKeys.contains(ClassCode(row["Class"]).key), classCodes(row["Class"]).contains(where: { !classKeys.contains($0.key) }) {
                table.refuse(row, "no-such-class", "the class of this row is not in the roster, so nobody is expected", fix: "write the class as the roster has it")
            }
        }
        let platform = Platform(name: row["Platform"])
        if platform == nil, !row["Platform"].isEmpty {
            table.refuse(row, "bad-kind", "the column Platform holds none of the known words", fix: "write zoom, meet, teams or schoolcloud; the rest of the row is used")
        }
        return Timetable.Row(
            meetingID: row["Meeting ID"].orNil, classText: row["Class"], subject: row["Subject"], kind: kind, time: time, start: start, end: end,
            leadStaff: row["Lead Staff"], secondStaff: row["Second Staff"], platform: platform, source: "\(table.file):\(row.line)")
    }
}

/// `lesson` for an empty cell; `nil` for a word that is no kind.
func sessionKind(_ text: String) -> SessionKind? {
    if text.isEmpty { return .lesson }
    let key = kindKey(text)
    return SessionKind.allCases.first { kindKey($0.rawValue) == key || kindKey($0.rawValue) + "s" == key }
}

/// 1 = Monday: full names, their first letters (`Mon`, `Tues`, `Weds`), with or without a dot.
func weekday(_ text: String) -> Int? {
    let key = kindKey(text)
    guard key.utf8.count >= 2 else { return nil }
    let name = key == "weds" ? "wed" : key.utf8.last == 0x73 && key.utf8.count > 6 ? String(key.dropLast()) : key
    return Day.weekdayNames.firstIndex { $0.lowercased().utf8.starts(with: name.utf8) }.map { $0 + 1 }
}

extension Platform {
    /// As people write it: `Zoom`, `Google Meet`, `Microsoft Teams`, `MS Teams`.
    init?(name: String) {
        let key = kindKey(name)
        let all: [(String, Platform)] = [("zoom", .zoom), ("meet", .meet), ("teams", .teams), ("webex", .webex), ("schoolcloud", .schoolcloud)]
        guard let found = all.first(where: { key == $0.0 || key.utf8.suffix($0.0.utf8.count).elementsEqual($0.0.utf8) }) else { return nil }
        self = found.1
    }
}
