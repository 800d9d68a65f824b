/// Categories of the codes of regulation 10 of SI 2024/208.
enum MarkCategory: String, Sendable {
    case present, elsewhere, authorised, unauthorised, reasonPending, unable, notRequired, notOnRoll, closed, legacy,
        noMark, local

    init(code: String) {
        self =
            switch code.uppercased() {
            case "", "-": .noMark
            case "/", "\\", "L": .present
            case "B", "D", "K", "P", "V", "W": .elsewhere
            case "C", "C1", "C2", "E", "I", "J1", "M", "R", "S", "T": .authorised
            case "G", "O", "U": .unauthorised
            case "N": .reasonPending
            case "Q", "Y1", "Y2", "Y3", "Y4", "Y5", "Y6", "Y7": .unable
            case "X": .notRequired
            case "Z": .notOnRoll
            case "#": .closed
            case "F", "H", "J", "Y": .legacy
            default: .local
            }
    }
}

/// A period as timetables write it: `1Mon:3` is week 1, Monday, period 3.
func periodColumn(_ text: String) -> (week: Int?, day: String, period: String)? {
    guard let colon = text.utf8.firstIndex(of: .colon) else { return nil }
    let (front, period) = (String(text[..<colon]), tidied(String(text[text.utf8.index(after: colon)...])))
    guard let (week, day) = weekAndDay(front), !period.isEmpty else { return nil }
    return (week, day, period)
}

/// `Monday`, `1Mon`, `Mon 2`, `Wk1 Monday`: the day's first three letters and the week's number.
func weekAndDay(_ text: String) -> (week: Int?, day: String)? {
    let words = Header(text).words
    let short = Day.weekdayNames.map { String($0.prefix(3)) }
    guard
        let day = words.lazy.compactMap({ word in short.first { word.utf8.starts(with: $0.lowercased().utf8) } }).first
    else { return nil }
    return (words.lazy.compactMap { Int($0) }.first, day)
}

/// Whose marks a row has: by number, else by the name, in the class that the row may say.
private struct MarkOwner {
    var ref: String
    var name: String?
    var group: String?

    init?(_ row: RosterTable.Row, _ columns: FlatColumns) {
        func text(_ fields: RosterField...) -> String? {
            fields.lazy.flatMap { columns.pupil[$0] ?? [] }.lazy.compactMap { row.text($0).orNil }.first
        }
        let given = text(.legalGiven, .given, .preferredGiven)
        let family = text(.legalFamily, .family, .preferredFamily)
        name = text(.name) ?? joined(given ?? "", family ?? "").orNil
        group = text(.registrationGroup, .className)
        if let id = text(.misID) {
            ref = "mis:" + id
        } else if let number = text(.admissionNumber) {
            ref = "adm:" + number
        } else if let upn = text(.upn) {
            ref = "upn:" + UPN.tidied(upn)
        } else if let name {
            ref = "name:" + name
        } else {
            return nil
        }
    }
}

extension RosterDocument {
    /// Marks in rows or in a column for each session. Blank pupil cells go on with the pupil above.
    mutating func addMarks(_ table: RosterTable, _ columns: FlatColumns) {
        guard let places = MarkColumns(table, columns) else { return }
        let dates = SlashDates(table.rows.lazy.map { $0.text(places.date) })
        var owner: MarkOwner?
        var unread: [Int] = []
        for row in table.rows {
            if let own = MarkOwner(row, columns) { owner = own }
            guard let owner else { continue }
            var isRead = true
            for session in places.sessions.isEmpty
                ? [MarkColumns.Session(column: places.mark ?? 0)] : places.sessions
            {
                let text = row.text(session.column)
                if let found = places.session(session, row, dates) {
                    add(text, of: owner, on: found.day, found.half, at: row.line, in: table)
                } else if !text.isEmpty {
                    isRead = false
                    let mark = WrittenMark(text)
                    undatedMarks.append(
                        .init(
                            ref: owner.ref, name: owner.name, group: owner.group, day: Day(number: 0), half: .am,
                            code: mark.code.orNil, category: mark.category, line: row.line, file: table.name))
                }
            }
            if !isRead { unread.append(row.line) }
        }
        nameUnread(unread, places, in: table)
    }

    private mutating func add(
        _ text: String, of owner: MarkOwner, on day: Day, _ half: AttendanceMark.Half?, at line: Int,
        in table: RosterTable
    ) {
        func add(_ mark: WrittenMark, _ half: AttendanceMark.Half) {
            marks.append(
                .init(
                    ref: owner.ref, name: owner.name, group: owner.group, day: day, half: half, code: mark.code.orNil,
                    category: mark.category, line: line, file: table.name))
        }
        if let half { return add(WrittenMark(text), half) }
        if text.isEmpty { return }
        let pair = WrittenMark.pair(text) ?? (WrittenMark(text), WrittenMark(text))
        add(pair.am, .am)
        add(pair.pm, .pm)
    }

    private mutating func nameUnread(_ lines: [Int], _ places: MarkColumns, in table: RosterTable) {
        if let column = places.withoutYear.first(where: { i in
            places.sessions.contains { $0.column == i && $0.day == nil }
        }) {
            problems.append(
                Problem(
                    table.name, line: table.headerLine, code: "bad-mark",
                    "the year of the column \(PlainText.clean(table.headers[column].written, limit: 40)) cannot be told; its marks are not used",
                    fix: "write the year into the heading, or the week's date above it"))
        } else if let first = lines.first {
            let more = lines.count == 1 ? "" : " (so in \(lines.count - 1) more rows)"
            problems.append(
                Problem(
                    table.name, line: first, code: "bad-mark",
                    "the date or the AM/PM of this mark cannot be read" + more,
                    fix: "write the date as 16/11/2026 and AM or PM"))
        }
    }

    /// Lessons in rows (`Class,Subject,Teacher,Day name,Period,Room`); blank cells repeat those above.
    mutating func addLessons(_ table: RosterTable, _ columns: FlatColumns) {
        func column(_ field: RosterField) -> Int? { columns.pupil[field]?.first ?? columns.contacts[0]?[field]?.first }
        var above: (name: String, subject: String, teacher: String, code: String) = ("", "", "", "")
        for row in table.rows {
            let name = row.text(column(.className))
            if !name.isEmpty {
                above = (name, row.text(column(.subject)), row.text(column(.teacher)), row.text(column(.staffCode)))
            }
            if let subject = row.text(column(.subject)).orNil { above.subject = subject }
            if let teacher = row.text(column(.teacher)).orNil { above.teacher = teacher }
            if let code = row.text(column(.staffCode)).orNil { above.code = code }
            let period = row.text(column(.period))
            let written = periodColumn(period)
            let named = weekAndDay(row.text(column(.day)))
            guard !above.name.isEmpty, let day = written?.day ?? named?.day, !period.isEmpty else {
                problems.append(
                    Problem(
                        table.name, line: row.line, code: "bad-lesson",
                        "the class, the day or the period of this lesson is missing", fix: "export the timetable again")
                )
                continue
            }
            addClass(
                .init(
                    id: "cls:" + above.name, code: nil, name: above.name, kind: .teaching, subject: above.subject.orNil)
            )
            let week = Int(row.text(column(.week))) ?? written?.week ?? named?.week
            addLesson(
                .init(
                    classID: "cls:" + above.name, week: week, day: day, period: written?.period ?? period,
                    room: row.text(column(.room)).orNil,
                    staff: staffID(above.teacher, code: above.code)))
        }
    }

    /// The staff timetable as a grid: a column per period, two rows per teacher: classes, then rooms.
    mutating func addLessonGrid(_ table: RosterTable) {
        let periods = table.headers.enumerated().compactMap { i, header in periodColumn(header.written).map { (i, $0) }
        }
        let named = (0..<(periods.first?.0 ?? 0))
        var teacher: String?
        var classes: RosterTable.Row?
        func add(rooms: RosterTable.Row?) {
            guard let row = classes, let teacher else { return }
            for (column, period) in periods {
                guard let name = row.text(column).orNil else { continue }
                addClass(.init(id: "cls:" + name, code: nil, name: name, kind: .teaching))
                addLesson(
                    .init(
                        classID: "cls:" + name, week: period.week, day: period.day, period: period.period,
                        room: rooms?.text(column).orNil, staff: teacher))
            }
        }
        for row in table.rows {
            if let name = named.lazy.map({ row.text($0) }).first(where: { !$0.isEmpty }) {
                add(rooms: nil)
                teacher = staffID(name, code: "")
                classes = row
            } else {
                add(rooms: row)
                classes = nil
            }
        }
        add(rooms: nil)
    }

    private mutating func addLesson(_ lesson: Lesson) {
        if !lessons.contains(lesson) { lessons.append(lesson) }
    }

    private mutating func staffID(_ name: String, code: String) -> String? {
        if let code = code.orNil {
            addStaff(.init(id: "code:" + code, code: code, full: name))
            return "code:" + code
        }
        guard let name = name.orNil else { return nil }
        if let email = emailAddress(name) {
            addStaff(.init(id: "email:" + email, full: email, email: email))
            return "email:" + email
        }
        addStaff(.init(id: "name:" + name, full: name))
        return "name:" + name
    }
}
