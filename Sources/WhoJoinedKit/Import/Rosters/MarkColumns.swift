/// Where the marks of a table stand, whatever the MIS has made of it: a mark in each row, or a column for each session.
struct MarkColumns: Sendable {
    /// A column of marks; what its heading does not say, the row says.
    struct Session: Sendable {
        var column: Int
        var day: Day?
        var half: AttendanceMark.Half?
    }

    private(set) var sessions: [Session] = []
    /// Of a table with a mark in each row.
    private(set) var mark: Int?
    private(set) var date: Int?
    private(set) var half: Int?
    /// The half stands under a heading such as Session.
    private var isSession = false
    /// Headings that name a day of which nobody can tell the year.
    private(set) var withoutYear: [Int] = []

    /// `nil`: the table has no marks.
    init?(_ table: RosterTable, _ columns: FlatColumns) {
        guard columns.hasPupilID || columns.hasPupilNames else { return nil }
        let keys = table.headers.map(\.key)
        func column(_ names: Set<String>) -> Int? { keys.firstIndex(where: names.contains) }
        (date, half) = (column(MarkColumns.dateNames), column(MarkColumns.halfNames))
        isSession = half.map { table.headers[$0].words.contains("session") } ?? false
        let labels = MarkLabels(table)
        for i in table.headers.indices where !columns.isKnown(i) && i != date && i != half {
            guard let label = labels.label(of: i) else { continue }
            if label.isWithoutYear { withoutYear.append(i) }
            if label.day != nil || label.isWithoutYear || label.half != nil && date != nil {
                sessions.append(Session(column: i, day: label.day, half: label.half))
            }
        }
        let isCertain = sessions.contains { $0.day != nil && $0.half != nil } || !withoutYear.isEmpty
        if !sessions.isEmpty, isCertain && columns.hasPupilID || holdsMarks(table, sessions.map(\.column)) { return }
        sessions = []
        mark = column(MarkColumns.markNames) ?? markInWords(table, columns)
        if let mark, date != nil, columns.has(.mark) && columns.hasPupilID || holdsMarks(table, [mark]) { return }
        return nil
    }

    private static let markNames: Set<String> = [
        "mark", "marks", "attendancemark", "attendancecode", "markcode", "code", "attendance", "absencecode",
        "sessionmark", "registermark", "attendancetype", "attendancestatus", "absencetype", "reasoncode",
        "absencereasoncode",
    ]
    private static let dateNames: Set<String> = [
        "date", "markdate", "attendancedate", "sessiondate", "registerdate", "day", "dateofsession", "sessionstart",
        "absencedate", "dateofabsence", "lessondate",
    ]
    private static let halfNames: Set<String> = [
        "ampm", "amorpm", "session", "sessionname", "event", "eventname", "lessonevent", "register", "registername",
        "markperiod", "sessiontype", "period", "time",
    ]

    /// `Attendance Code Description`, `Reason for absence`: a column of marks under a heading in words.
    private func markInWords(_ table: RosterTable, _ columns: FlatColumns) -> Int? {
        let words: Set<String> = [
            "mark", "marks", "code", "codes", "attendance", "absence", "reason", "description", "meaning", "register",
        ]
        return table.headers.indices.first { i in
            i != date && i != half && !columns.isKnown(i) && !words.isDisjoint(with: table.headers[i].words)
                && holdsMarks(table, [i])
        }
    }

    /// Not fewer than half of the filled cells are marks: scores, names and dates are none.
    private func holdsMarks(_ table: RosterTable, _ columns: [Int]) -> Bool {
        let cells = table.rows.prefix(200).flatMap { row in columns.map { row.text($0) } }.filter { !$0.isEmpty }
        return !cells.isEmpty
            && 2 * cells.count { WrittenMark.pair($0) != nil || WrittenMark($0).isKnown } >= cells.count
    }

    /// The day and the half that hold for a cell; no half means the whole day.
    func session(_ session: Session, _ row: RosterTable.Row, _ dates: SlashDates) -> (
        day: Day, half: AttendanceMark.Half?
    )? {
        guard let day = session.day ?? dates.day(row.text(date)) else { return nil }
        if let known = session.half { return (day, known) }
        if let half, let written = row.text(half).orNil {
            return (markHalf(written) ?? (isSession ? numberedHalf(written) : nil)).map { (day, $0) }
        }
        let time = dateAndTime(row.text(session.day == nil ? date : nil), dates)?.time
        guard let time, time.seconds > 0 else { return (day, nil) }
        return (day, time.seconds < 12 * 3600 ? .am : .pm)
    }
}

/// The headings of a table with what stands above them: a date over AM and PM, `Tue 17 Nov AM`, `Monday` of a week
/// that a title names.
private struct MarkLabels {
    struct Label {
        var day: Day?
        var half: AttendanceMark.Half?
        var isWithoutYear = false
    }

    private enum WrittenDay {
        case known(Day)
        /// Nothing tells of which year.
        case withoutYear
    }

    private let headers: [String]
    /// By column, as far to the right as it holds.
    private var above: [String] = []
    private let dates: SlashDates
    /// A day near which those without a year are.
    private var near: Day?
    private var monday: Day?

    init(_ table: RosterTable) {
        headers = table.headers.map(\.written)
        let texts = table.titles.map(\.cells.texts)
        dates = SlashDates(texts.flatMap { $0 } + headers)
        let titled = texts.flatMap { $0 }.compactMap { [dates] in dateWithin($0, dates) }
        near = titled.first ?? table.modified
        monday = titled.first?.week.monday
        let rows = texts.map { cells in cells.indices.filter { $0 > 0 && day(cells[$0]) != nil } }
        guard let best = rows.indices.max(by: { rows[$0].count < rows[$1].count }), !rows[best].isEmpty else { return }
        var last = ""
        for i in headers.indices {
            if i < texts[best].count, !tidied(texts[best][i]).isEmpty { last = tidied(texts[best][i]) }
            above.append(last)
        }
    }

    func label(of column: Int) -> Label? {
        var label = Label()
        let (half, rest) = withoutHalf(headers[column])
        label.half = half
        let upper = withoutHalf(column < above.count ? above[column] : "")
        label.half = label.half ?? upper.half
        let written = rest.isEmpty ? upper.rest : rest
        if written.isEmpty { return half == nil ? nil : label }
        if written.utf8.contains(.colon) { return nil }  // a time of day: a row of an export
        switch day(written) {
        case .known(let day): label.day = day
        case .withoutYear: label.isWithoutYear = true
        case nil: return nil
        }
        return label
    }

    /// The words that name the morning or the afternoon, and what else there is.
    private func withoutHalf(_ text: String) -> (half: AttendanceMark.Half?, rest: String) {
        let marks: [UInt8] = [.openingParenthesis, .closingParenthesis, .comma]
        let words = text.utf8.split { $0 == .space || $0 == .underscore || marks.contains($0) }.map {
            String(Substring($0))
        }
        var half: AttendanceMark.Half?
        var rest: [String] = []
        for word in words {
            switch word.uppercased() {
            case "AM", "MORNING": half = .am
            case "PM", "AFTERNOON": half = .pm
            case "REGISTRATION", "REG", "SESSION", "MARK", "REGISTER", "-": if half == nil { rest.append(word) }
            default: rest.append(word)
            }
        }
        return (half, half != nil && rest.count == 1 && day(rest[0]) == nil ? "" : rest.joined(separator: " "))
    }

    private func day(_ text: String) -> WrittenDay? {
        if let day = dates.day(text) { return .known(day) }
        let parts = text.utf8.split { [.space, .comma, .slash, .hyphen, .fullStop].contains($0) }.map {
            String(Substring($0))
        }
        let weekdays = parts.compactMap { part in part.utf8.first.map(\.isASCIIDigit) == true ? nil : weekday(part) }
        let others = parts.filter { $0.utf8.first.map(\.isASCIIDigit) == true || weekday($0) == nil }
        if others.isEmpty, weekdays.count == 1, let only = weekdays.first, let monday {
            return .known(monday + (only - 1))
        }
        guard others.count == 2, let (month, day) = monthAndDay(others[0], others[1]) else { return nil }
        return near.flatMap { nearest(month, day, weekdays.first, to: $0) }.map { .known($0) } ?? .withoutYear
    }

    private func monthAndDay(_ first: String, _ second: String) -> (Int, Int)? {
        func number(_ text: String) -> Int? {
            Int(text) ?? (["st", "nd", "rd", "th"].contains(text.lowercased().suffix(2)) ? Int(text.dropLast(2)) : nil)
        }
        func month(_ text: String) -> Int? {
            let key = text.lowercased()
            guard key.utf8.count >= 3 else { return nil }
            return Day.monthNames.firstIndex { $0.lowercased().utf8.starts(with: key.utf8) }.map { $0 + 1 }
        }
        if let day = number(first), let month = month(second) { return (month, day) }
        if let month = month(first), let day = number(second) { return (month, day) }
        guard let a = number(first), let b = number(second) else { return nil }
        let (day, month) = dates.isMonthFirst || b > 12 ? (b, a) : (a, b)
        return (1...12).contains(month) && (1...31).contains(day) ? (month, day) : nil
    }

    /// The year nearest to a known day; with a weekday, the nearest in which it fits.
    private func nearest(_ month: Int, _ day: Int, _ weekday: Int?, to known: Day) -> Day? {
        let reach = weekday == nil ? 1 : 6
        return (known.year - reach...known.year + reach).compactMap { Day(year: $0, month: month, day: day) }
            .filter { weekday == nil || $0.weekday == weekday }
            .min { abs($0.number - known.number) < abs($1.number - known.number) }
    }
}

/// A date somewhere in a title: `Week commencing 16/11/2026`.
func dateWithin(_ text: String, _ dates: SlashDates) -> Day? {
    let words = tidied(text).split(separator: " ").map(String.init)
    return words.indices.lazy.compactMap { dates.day(words[$0...].joined(separator: " ")) }.first
}

/// `AM Registration`, `Morning`, `(PM)`, `08:50`: which half of the day.
func markHalf(_ text: String) -> AttendanceMark.Half? {
    let words = Header(text).words
    let isMorning = words.contains { ["am", "a", "morning"].contains($0) }
    let isAfternoon = words.contains { ["pm", "p", "afternoon"].contains($0) }
    if let time = clockTime(text) { return time.seconds < 12 * 3600 ? .am : .pm }
    return isMorning == isAfternoon ? nil : isMorning ? .am : .pm
}

/// Of the two sessions of a day: `1`, `Session 2`.
private func numberedHalf(_ text: String) -> AttendanceMark.Half? {
    switch Header(text).words.last {
    case "1": .am
    case "2": .pm
    default: nil
    }
}

/// A mark as it stands in a cell: `I`, `I - Illness`, `Illness (I)`, or in words.
struct WrittenMark: Sendable, Hashable {
    var code: String
    var category: MarkCategory

    var isKnown: Bool { category != .local }

    init(_ text: String) {
        let (code, category) = WrittenMark.read(text)
        self.code = category == .local ? code : code.uppercased()
        self.category = category
    }

    private static func read(_ text: String) -> (String, MarkCategory) {
        func known(_ code: String) -> (String, MarkCategory)? {
            let category = MarkCategory(code: code)
            return code.utf8.count <= 2 && category != .local && !code.isEmpty ? (code, category) : nil
        }
        if text.isEmpty { return (text, .noMark) }
        if let found = known(text) { return found }
        let signs = Array(" :-=(,.\u{2013}\u{2014}".unicodeScalars)
        let parts = text.unicodeScalars.split { signs.contains($0) || $0 == ")" }.map { String($0) }
        let meaning = Header(text).words
        if let first = parts.first, parts.count > 1, let found = known(first) {
            // `I Illness`, but not a sentence that happens to begin with such a letter in lower case.
            let rest = text.unicodeScalars.dropFirst(first.unicodeScalars.count)
            let isSigned = rest.first != " " || rest.dropFirst().first.map { signs.contains($0) } == true
            if isSigned || !first.utf8.contains(where: \.isASCIISmallLetter) { return found }
        }
        if text.utf8.last == .closingParenthesis, parts.count > 1, let last = parts.last, let found = known(last) {
            return found
        }
        return words[meaning.joined(separator: " ")].map { ($0, MarkCategory(code: $0)) } ?? (text, .local)
    }

    /// Morning and afternoon in one cell: `/\`, `II`, `I M`, `C1/`; `nil` when there is one mark.
    static func pair(_ text: String) -> (am: WrittenMark, pm: WrittenMark)? {
        let words = text.split { $0 == " " || $0 == "," || $0 == ";" || $0 == "|" }.map(String.init)
        if words.count == 2, words.allSatisfy({ $0.utf8.count <= 2 }) {
            return (WrittenMark(words[0]), WrittenMark(words[1]))
        }
        if words.count != 1 || WrittenMark(text).isKnown || text.utf8.count > 5 { return nil }
        var codes: [String] = []
        var rest = text[...]
        while !rest.isEmpty {
            guard let length = [2, 1].first(where: { rest.count >= $0 && isCode(String(rest.prefix($0))) }) else {
                return nil
            }
            codes.append(String(rest.prefix(length)))
            rest = rest.dropFirst(length)
        }
        if codes.count == 3, codes[1] == "/" { codes.remove(at: 1) }
        return codes.count == 2 ? (WrittenMark(codes[0]), WrittenMark(codes[1])) : nil
    }

    private static func isCode(_ text: String) -> Bool { MarkCategory(code: text) != .local }

    /// The meanings of the regulations, as registers write them in full.
    private static let words: [String: String] = [
        "illness": "I", "ill": "I", "sick": "I", "sickness": "I", "unwell": "I",
        "illness not medical or dental appointment": "I", "illness not medical or dental appointments": "I",
        "illness not medical or dental etc appointments": "I",
        "medical": "M", "dental": "M", "medical appointment": "M", "dental appointment": "M",
        "medical or dental appointment": "M", "medical dental appointment": "M", "medical dental appointments": "M",
        "medical or dental appointments": "M", "leave of absence": "C", "authorised absence": "C",
        "other authorised circumstances": "C", "other authorised absence": "C", "authorised": "C", "excluded": "E",
        "suspended": "E", "exclusion": "E", "suspension": "E", "religious observance": "R", "study leave": "S",
        "traveller absence": "T", "mobile child": "T", "interview": "J1", "job interview": "J1",
        "unauthorised absence": "O", "unauthorised": "O", "absent": "O", "holiday not granted": "G",
        "unauthorised holiday": "G", "holiday not agreed": "G", "no reason yet": "N", "no reason": "N",
        "no reason yet provided for absence": "N", "late": "L", "present": "/", "present am": "/", "present pm": "\\",
        "late before registers closed": "L", "late after registers closed": "U",
        "no mark": "-", "missing": "-", "unable to attend": "Y7", "school closed": "#", "not required to attend": "X",
        "not required": "X",
    ]
}

/// A heading of a register that no other list has: it tells where the headings are.
func isRegisterHeading(_ header: Header) -> Bool { registerHeadings.contains(header.key) }

private let registerHeadings: Set<String> = [
    "sessionstart", "sessiondate", "attendancedate", "absencedate", "registerdate", "markdate", "code", "mark",
    "marks", "markcode", "attendancecode", "attendancemark", "absencecode", "reasoncode", "registermark", "ampm",
]

/// A heading that only lists of marks have: `17/11/2026 AM`, `AM`, `Tue 17 Nov`.
func isMarkHeading(_ header: Header) -> Bool {
    if ["am", "pm", "morning", "afternoon"].contains(header.key) { return true }
    if !header.written.utf8.contains(where: \.isASCIIDigit) || header.written.utf8.contains(.colon) { return false }
    var written = header.written
    if let last = header.words.last, ["am", "pm"].contains(last) { written = String(written.dropLast(2)) }
    return SlashDates().day(written) != nil || SlashDates([written]).day(written) != nil || isDayAndMonth(header.words)
}

/// `Mon 16 Nov AM`: a weekday, a day and a month.
private func isDayAndMonth(_ words: [String]) -> Bool {
    let words = words.filter { !["am", "pm", "st", "nd", "rd", "th"].contains($0) }
    func isName(_ word: String, of names: [String]) -> Bool {
        word.utf8.count >= 3 && names.contains { $0.lowercased().utf8.starts(with: word.utf8) }
    }
    return words.count == 3 && isName(words[0], of: Day.weekdayNames) && words.contains { Int($0) != nil }
        && words.dropFirst().contains { isName($0, of: Day.monthNames) }
}
