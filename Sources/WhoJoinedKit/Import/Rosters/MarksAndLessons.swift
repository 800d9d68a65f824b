/// Categories of the codes of regulation 10 of SI 2024/208, as `formats/rosters.md` §9 lists them.
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

/// A column of a wide mark grid: `09/10/2026 AM`.
func markColumn(_ header: String, _ dates: SlashDates) -> (day: Day, half: AttendanceMark.Half)? {
    if !header.utf8.contains(where: { $0.isASCIIDigit }) { return nil }
    var words = header.utf8.split { $0 == .space || $0 == .underscore }.map { String(Substring($0)) }
    guard words.count >= 2, let at = words.firstIndex(where: { ["AM", "PM"].contains($0.uppercased()) }),
        let half = AttendanceMark.Half(rawValue: words[at].uppercased())
    else {
        return nil
    }
    words.remove(at: at)
    if words.contains(where: { $0.utf8.contains(.colon) }) { return nil }  // a time of day: a row of an export
    return dates.day(words.joined(separator: " ")).map { ($0, half) }
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

extension RosterDocument {
    /// Marks in rows (`UPN,Mark,Mark date,AM/PM`) or in one column per session. Blank pupil cells go on with the pupil
    /// above.
    mutating func addMarks(_ table: RosterTable, _ columns: FlatColumns) {
        let wide = SlashDates(table.headers.map(\.written))
        let sessions = table.headers.enumerated().compactMap { i, header in
            markColumn(header.written, wide).map { (i, $0.day, $0.half) }
        }
        let dated = columns.pupil[.markDate]?.first
        let dates = SlashDates(table.rows.lazy.map { $0.text(dated) })
        var ref: String?
        for row in table.rows {
            if let own = markOwner(row, columns) { ref = own }
            guard let ref else { continue }
            func add(_ text: String, _ day: Day, _ half: AttendanceMark.Half) {
                let category = MarkCategory(code: text)
                let code = category == .local ? text : text.uppercased()
                marks.append(
                    .init(
                        ref: ref, day: day, half: half, code: code.orNil, category: category, line: row.line,
                        file: table.name))
            }
            if !sessions.isEmpty {
                for (column, day, half) in sessions { add(row.text(column), day, half) }
            } else if let day = dates.day(row.text(dated)), let half = markHalf(row.text(columns.pupil[.half]?.first)) {
                add(row.text(columns.pupil[.mark]?.first), day, half)
            } else {
                problems.append(
                    Problem(
                        table.name, line: row.line, code: "bad-mark",
                        "the date or the AM/PM of this mark cannot be read",
                        fix: "write the date as 16/11/2026 and AM or PM"))
            }
        }
    }

    private func markOwner(_ row: RosterTable.Row, _ columns: FlatColumns) -> String? {
        for (field, prefix) in [(RosterField.misID, "mis:"), (.admissionNumber, "adm:"), (.upn, "upn:")] {
            for column in columns.pupil[field] ?? [] {
                let text = field == .upn ? UPN.tidied(row.text(column)) : row.text(column)
                if !text.isEmpty { return prefix + text }
            }
        }
        return nil
    }

    private func markHalf(_ text: String) -> AttendanceMark.Half? {
        switch text.uppercased() {
        case "AM", "A", "MORNING", "AM SESSION": .am
        case "PM", "P", "AFTERNOON", "PM SESSION": .pm
        default: nil
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
            addStaff(.init(id: "email:" + email, full: "", email: email))
            return "email:" + email
        }
        addStaff(.init(id: "name:" + name, full: name))
        return "name:" + name
    }
}
