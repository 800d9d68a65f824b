/// Whether day or month comes first in one file: the ladder of `exports.md` §2, decided once per file.
struct DateLadder {
    /// The undecided dates of the file, each once, and the line of the first.
    private var pairs: [RawTime.Date: Int] = [:]
    private var last = RawTime.Date.missing
    /// Dates that only one order can be, by order: how many rows, and the first line.
    private var dayFirst = (rows: 0, line: 0)
    private var monthFirst = (rows: 0, line: 0)
    private var style: TimeCell.Style = []
    /// What dates that need no decision look like.
    private var settled: TimeCell.Style = []

    mutating func note(_ cell: TimeCell, line: Int) {
        let date = cell.raw.date
        guard date.isUndecided else {
            settled.formUnion(cell.style.intersection([.monthName, .yearFirst]))
            return
        }
        style.formUnion(cell.style)
        if date.first > 12 {
            dayFirst = (dayFirst.rows + 1, dayFirst.rows == 0 ? line : dayFirst.line)
        } else if date.second > 12 {
            monthFirst = (monthFirst.rows + 1, monthFirst.rows == 0 ? line : monthFirst.line)
        }
        if date == last { return }
        last = date
        if pairs[date] == nil { pairs[date] = line }
    }

    /// - Returns: `nil` when nothing decides: the caller asks for `--date-order`.
    func decide(file: String, isTeams: Bool, hints: ReadingHints) -> DateDecision? {
        if pairs.isEmpty { return withoutPairs() }
        if let fixed = fixedByValue() { return fixed }
        if let order = hints.commandLineOrder {
            return DateDecision(order: order, isAmbiguous: true, decidedBy: "--date-order")
        }
        if let date = hints.date, let order = onlyReading(of: [date], allMustMatch: false) {
            return DateDecision(order: order, isAmbiguous: true, decidedBy: "--date")
        }
        if let order = onlyReading(of: hints.expectedDays, allMustMatch: true) {
            return DateDecision(order: order, isAmbiguous: true, decidedBy: "timetable")
        }
        if let order = onlyReading(of: Set(daysInFileName(file)), allMustMatch: false) {
            return DateDecision(order: order, isAmbiguous: true, decidedBy: "date in the file name")
        }
        if pairs.keys.allSatisfy({ $0.first == $0.second }) {
            return DateDecision(order: .dayFirst, isAmbiguous: true, decidedBy: "day and month are the same number")
        }
        if let order = hints.siblingOrder {
            return DateDecision(order: order, isAmbiguous: true, decidedBy: "another export of the same organiser")
        }
        if isTeams, let order = byClockStyle() { return order }
        if let order = hints.settingsOrder {
            return DateDecision(order: order, isAmbiguous: true, isWeak: true, decidedBy: "date-order in school.toml")
        }
        return nil
    }

    /// As many rows can only be day-first as can only be month-first: no order fits the file.
    var isContradictory: Bool { dayFirst.rows > 0 && dayFirst.rows == monthFirst.rows }
    /// The line to name when somebody must decide.
    var firstLine: Int? { isContradictory ? max(dayFirst.line, monthFirst.line) : pairs.values.min() }

    private func withoutPairs() -> DateDecision {
        if settled.contains(.monthName) { return DateDecision(order: .named, decidedBy: "month name") }
        if settled.contains(.yearFirst) { return DateDecision(order: .yearFirst, decidedBy: "ISO") }
        return DateDecision(order: .none, decidedBy: "no dates in the file")
    }

    /// Rule 2. Most rows win: one row in another order is a damaged row, not another order of the file.
    private func fixedByValue() -> DateDecision? {
        if isContradictory { return nil }
        if dayFirst.rows > monthFirst.rows {
            return DateDecision(order: .dayFirst, decidedBy: "value>12 on line \(dayFirst.line)")
        }
        if monthFirst.rows > 0 {
            return DateDecision(order: .monthFirst, decidedBy: "value>12 on line \(monthFirst.line)")
        }
        return nil
    }

    /// Rule 3: the days that are known from elsewhere equal exactly one reading.
    private func onlyReading(of days: Set<Day>, allMustMatch: Bool) -> DateDecision.Order? {
        if days.isEmpty || isContradictory { return nil }
        func fits(_ order: DateDecision.Order) -> Bool {
            let matches = pairs.keys.lazy.map { $0.day(order).map(days.contains) ?? false }
            return allMustMatch ? matches.allSatisfy { $0 } : matches.contains(true)
        }
        switch (fits(.dayFirst), fits(.monthFirst)) {
        case (true, false): return .dayFirst
        case (false, true): return .monthFirst
        default: return nil
        }
    }

    /// Rule 5: `3/9/2026, 9:05:00 AM` is American, `03/09/2026, 09:05:00` British or European. AM with leading zeros
    /// says nothing.
    private func byClockStyle() -> DateDecision? {
        if isContradictory { return nil }
        let isTwelveHour = style.contains(.meridiem)
        let isUnpadded = style.contains(.unpadded)
        if isTwelveHour && isUnpadded && !style.contains(.dots) {
            return DateDecision(
                order: .monthFirst, isAmbiguous: true, isWeak: true, decidedBy: "clock style (unpadded with AM/PM)")
        }
        if !isTwelveHour && !isUnpadded {
            return DateDecision(
                order: .dayFirst, isAmbiguous: true, isWeak: true, decidedBy: "clock style (padded, 24-hour)")
        }
        return nil
    }
}

/// The dates that a file's name holds: `2026-09-26`, `2025_06_23`, `20260926`, and both readings of `11-16-26` that
/// exist.
func daysInFileName(_ file: String) -> [Day] {
    let name = Array(file.utf8.split(separator: .slash).last ?? [])
    var numbers: [(value: Int, digits: Int, at: Int, end: Int)] = []
    var i = 0
    while i < name.count {
        guard name[i] >= .digitZero, name[i] <= .digitNine else {
            i += 1
            continue
        }
        let start = i
        var value = 0
        while i < name.count, name[i] >= .digitZero, name[i] <= .digitNine {
            if i - start < 9 { value = value * 10 + Int(name[i] - .digitZero) }
            i += 1
        }
        numbers.append((value, i - start, start, i))
    }
    var days: [Day] = []
    for number in numbers where number.digits == 8 {
        if let day = Day(year: number.value / 10_000, month: number.value / 100 % 100, day: number.value % 100) {
            days.append(day)
        }
    }
    guard numbers.count >= 3 else { return days }
    for k in 0..<numbers.count - 2 {
        let (a, b, c) = (numbers[k], numbers[k + 1], numbers[k + 2])
        guard b.at == a.end + 1, c.at == b.end + 1, name[a.end] == name[b.end],
            [.hyphen, .underscore, .fullStop, .space].contains(name[a.end]),
            b.digits <= 2
        else { continue }
        if a.digits == 4, c.digits <= 2, let day = Day(year: a.value, month: b.value, day: c.value) { days.append(day) }
        guard a.digits <= 2, c.digits == 4 || c.digits == 2 else { continue }
        let year = c.digits == 2 ? 2000 + c.value : c.value
        for (month, day) in [(b.value, a.value), (a.value, b.value)] {
            if let day = Day(year: year, month: month, day: day) { days.append(day) }
        }
    }
    return days
}
