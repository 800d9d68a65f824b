/// Whether day or month comes first in one file: decided once per file.
struct DateLadder {
    /// The undecided dates of the file, each once, and the line of the first.
    private var pairs: [RawTime.Date: Int] = [:]
    private var last = RawTime.Date.missing
    /// Rows whose dates only one order can be, by order: how many, the first line and the last.
    private var dayFirst = Rows()
    private var monthFirst = Rows()
    /// Rows whose dates can be either, and mean another day in each.
    private var open = Rows()
    private var style: TimeCell.Style = []
    /// What dates that need no decision look like.
    private var settled: TimeCell.Style = []

    private struct Rows {
        var count = 0
        var line = 0
        private var last = 0

        mutating func add(_ line: Int) {
            if line == last { return }
            if count == 0 { self.line = line }
            count += 1
            last = line
        }
    }

    mutating func note(_ cell: TimeCell, line: Int) {
        let date = cell.raw.date
        guard date.isUndecided else {
            settled.formUnion(cell.style.intersection([.monthName, .yearFirst]))
            return
        }
        style.formUnion(cell.style)
        if date.first > 12 {
            dayFirst.add(line)
        } else if date.second > 12 {
            monthFirst.add(line)
        } else if date.first != date.second {
            open.add(line)
        }
        if date == last { return }
        last = date
        if pairs[date] == nil { pairs[date] = line }
    }

    /// The steps of the ladder, the first that decides.
    ///
    /// - Parameter clockTells: the platform writes times as the user's own language does, so their style says
    ///   something.
    /// - Returns: `nil` when nothing decides: the caller asks for `--date-order`.
    func decide(file: String, clockTells: Bool, hints: ReadingHints) -> DateDecision? {
        if pairs.isEmpty { return withoutPairs() }
        if let fixed = fixedByValue() { return fixed }
        if isContradictory { return nil }
        if let order = withoutTheFuture(hints.now) {
            return DateDecision(order: order, isAmbiguous: true, decidedBy: "the other reading lies in the future")
        }
        if let date = hints.date, let order = onlyReading(of: [date], allMustMatch: false) {
            return DateDecision(order: order, isAmbiguous: true, decidedBy: "--date")
        }
        if let order = onlyReading(of: Set(daysInFileName(file)), allMustMatch: false) {
            return DateDecision(order: order, isAmbiguous: true, decidedBy: "date in the file name")
        }
        // Of another week it may expect what the export is not of.
        if let order = onlyReading(of: hints.expectedDays, allMustMatch: true) {
            return DateDecision(order: order, isAmbiguous: true, decidedBy: "timetable")
        }
        if pairs.keys.allSatisfy({ $0.first == $0.second }) {
            return DateDecision(order: .dayFirst, isAmbiguous: true, decidedBy: "day and month are the same number")
        }
        if let order = hints.siblingOrder {
            return DateDecision(order: order, isAmbiguous: true, decidedBy: "another export of the same organiser")
        }
        if isAmericanByItself {
            return DateDecision(
                order: .monthFirst, isAmbiguous: true, isWeak: true,
                decidedBy: "clock style (no zero before day or month, capital AM/PM)")
        }
        if let order = hints.commandLineOrder {
            return DateDecision(order: order, isAmbiguous: true, decidedBy: "--date-order")
        }
        if let order = hints.settingsOrder {
            return DateDecision(order: order, isAmbiguous: true, isWeak: true, decidedBy: "date-order in school.toml")
        }
        return clockTells ? byClockStyle() : nil
    }

    /// As many rows can only be day-first as can only be month-first: no order fits the file.
    var isContradictory: Bool { dayFirst.count > 0 && dayFirst.count == monthFirst.count }
    /// The line to name when somebody must decide.
    var firstLine: Int? { isContradictory ? max(dayFirst.line, monthFirst.line) : pairs.values.min() }

    private func withoutPairs() -> DateDecision {
        if settled.contains(.monthName) { return DateDecision(order: .named, decidedBy: "month name") }
        if settled.contains(.yearFirst) { return DateDecision(order: .yearFirst, decidedBy: "ISO") }
        return DateDecision(order: .none, decidedBy: "no dates in the file")
    }

    /// Most rows win, but one row against several others is a damaged row and says nothing of the file.
    private func fixedByValue() -> DateDecision? {
        if isContradictory { return nil }
        let isDayFirst = dayFirst.count > monthFirst.count
        let (most, fewest) = isDayFirst ? (dayFirst, monthFirst) : (monthFirst, dayFirst)
        if most.count == 0 || most.count == 1 && fewest.count + open.count > 1 { return nil }
        return DateDecision(
            order: isDayFirst ? .dayFirst : .monthFirst, decidedBy: "value>12 on line \(most.line)")
    }

    /// One order reads some date as later than tomorrow, the other none.
    private func withoutTheFuture(_ now: Instant?) -> DateDecision.Order? {
        guard let now else { return nil }
        let tomorrow = now.seconds / 86_400 + 1
        func isFuture(_ order: DateDecision.Order) -> Bool {
            pairs.keys.contains { $0.day(order).map { $0.number > tomorrow } ?? false }
        }
        switch (isFuture(.dayFirst), isFuture(.monthFirst)) {
        case (false, true): return .dayFirst
        case (true, false): return .monthFirst
        default: return nil
        }
    }

    /// Rule 3: the days that are known from elsewhere equal exactly one reading.
    private func onlyReading(of days: Set<Day>, allMustMatch: Bool) -> DateDecision.Order? {
        if days.isEmpty { return nil }
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

    /// `3/12/26, 9:05:00 AM` and `11/5/2026`: American programs write no zero before day and month, and a capital AM.
    /// Other English ones write one of the two otherwise.
    private var isAmericanByItself: Bool {
        style.isSuperset(of: [.capitalMeridiem, .shortDatePart])
            && style.isDisjoint(with: [.smallMeridiem, .twentyFourHour, .zeroBeforeDatePart, .dots])
    }

    /// The last resort of schools that have set no order: `03/09/2026, 09:05:00` is European, a capital AM American.
    private func byClockStyle() -> DateDecision? {
        if style.contains(.twentyFourHour), style.isDisjoint(with: [.meridiem, .unpadded]) {
            return DateDecision(
                order: .dayFirst, isAmbiguous: true, isWeak: true, decidedBy: "clock style (padded, 24-hour)")
        }
        if style.contains(.capitalMeridiem), style.isDisjoint(with: [.smallMeridiem, .twentyFourHour, .dots]) {
            return DateDecision(
                order: .monthFirst, isAmbiguous: true, isWeak: true, decidedBy: "clock style (capital AM/PM)")
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
