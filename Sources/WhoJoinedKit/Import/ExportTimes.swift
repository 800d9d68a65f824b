/// A time as an export writes it, before it is known whether day or month comes first.
struct RawTime: Hashable, Sendable {
    /// A day number, a pair still to be told apart, or no day at all.
    var date: Date
    /// Seconds since midnight.
    var seconds: Int32

    /// Packed into 32 bits: a file has millions of these.
    struct Date: Hashable, Sendable {
        private var packed: UInt32

        /// The cell is empty, or the file has no such column.
        static let missing = Date(packed: .max)
        /// A clock time alone; the day is known from elsewhere.
        static let clockOnly = Date(packed: .max - 1)

        init(day: Day) { packed = UInt32(clamping: day.number) }
        /// `first` and `second` in the order of the file.
        init(first: Int, second: Int, year: Int) {
            packed = 1 << 31 | UInt32(first) << 20 | UInt32(second) << 12 | UInt32(year)
        }
        private init(packed: UInt32) { self.packed = packed }

        /// The same for the same day of a file; for grouping only.
        var key: UInt32 { packed }

        var isUndecided: Bool { packed >= 1 << 31 && packed < .max - 1 }
        var first: Int { Int(packed >> 20 & 0xFF) }
        var second: Int { Int(packed >> 12 & 0xFF) }
        private var year: Int { Int(packed & 0xFFF) }

        /// `nil`: no calendar has this day in this order.
        func day(_ order: DateDecision.Order) -> Day? {
            guard isUndecided else { return packed < 1 << 31 ? Day(number: Int(packed)) : nil }
            return order == .monthFirst
                ? Day(year: year, month: first, day: second) : Day(year: year, month: second, day: first)
        }
    }

    static let missing = RawTime(date: .missing, seconds: 0)
    var isMissing: Bool { date == .missing }
    var isClockOnly: Bool { date == .clockOnly }
}

/// One cell read as a time.
struct TimeCell {
    /// How the cell's clock was written: evidence for `M/D` or `D/M` in Teams files (`exports.md` §2, rule 5).
    struct Style: OptionSet {
        let rawValue: UInt8
        static let meridiem = Style(rawValue: 1)
        static let unpadded = Style(rawValue: 2)
        static let dots = Style(rawValue: 4)
        static let monthName = Style(rawValue: 8)
        static let yearFirst = Style(rawValue: 16)
    }

    var raw: RawTime
    /// Minutes east of UTC when the cell names a zone.
    var zone: Int?
    var style: Style = []

    static let missing = TimeCell(raw: .missing)
}

/// Reads the time shapes that exports are written in: `MM/DD/YYYY hh:mm:ss AM`, `DD/MM/YYYY, HH:mm:ss`, ISO,
/// `Aug 12, 2026 10:00 AM`, `12 nov 2020, 10:15:30 CET`, `13/04/2021 à 09:01:31`, `9:58 AM`, with or without quotes and
/// `=`.
///
/// - Returns: `.missing` for an empty cell or `--`; `nil` for anything that is no time.
func readTime(_ bytes: [UInt8], _ range: Range<Int>) -> TimeCell? {
    if let common = commonTime(bytes, range) { return common }
    let cell = Cells.trimmed(bytes, range)
    if cell.isEmpty || cell.allSatisfy({ bytes[$0] == .hyphen }) { return .missing }
    if cell.count > 60 { return nil }
    var reader = TimeReader(bytes: bytes, range: cell)
    return reader.read()
}

/// The shape of nearly all rows, `NN/NN/NNNN NN:NN:NN XM`, without looking twice.
private func commonTime(_ bytes: [UInt8], _ range: Range<Int>) -> TimeCell? {
    let cell = bytes.span.extracting(range)
    guard cell.count == 22, cell[2] == .slash, cell[5] == .slash, cell[10] == .space, cell[13] == .colon,
        cell[16] == .colon,
        cell[19] == .space,
        cell[21] | .caseBit == 0x6D
    else { return nil }
    func two(_ tens: UInt8, _ ones: UInt8) -> Int {
        tens.isASCIIDigit && ones.isASCIIDigit
            ? Int(tens &- .digitZero) &* 10 &+ Int(ones &- .digitZero) : -1000
    }
    let (first, second) = (two(cell[0], cell[1]), two(cell[3], cell[4]))
    let year = two(cell[6], cell[7]) &* 100 &+ two(cell[8], cell[9])
    let (hour, minute, second60) = (two(cell[11], cell[12]), two(cell[14], cell[15]), two(cell[17], cell[18]))
    let half = cell[20] | .caseBit
    guard (1...31).contains(first), (1...31).contains(second), (1990...2099).contains(year), (1...12).contains(hour),
        (0...59).contains(minute), (0...59).contains(second60), half == .smallA || half == 0x70
    else { return nil }
    let seconds = (hour % 12 + (half == 0x70 ? 12 : 0)) * 3600 + minute * 60 + second60
    return TimeCell(
        raw: RawTime(date: RawTime.Date(first: first, second: second, year: year), seconds: Int32(seconds)),
        style: .meridiem)
}

private struct TimeReader {
    let bytes: [UInt8]
    var at: Int
    var end: Int
    var style: TimeCell.Style = []

    init(bytes: [UInt8], range: Range<Int>) {
        self.bytes = bytes
        at = range.lowerBound
        end = range.upperBound
        // Webex and Excel wrap a time as ="…" to keep it text.
        while at < end, [.equals, .quotationMark, .apostrophe].contains(bytes[at]) { at += 1 }
        while end > at, [.quotationMark, .apostrophe].contains(bytes[end - 1]) { end -= 1 }
    }

    mutating func read() -> TimeCell? {
        skipWeekday()
        guard at < end else { return nil }
        let date: RawTime.Date
        let start = at
        if let clock = readClock(), at == end || !isDigit(at) {
            return finish(date: .clockOnly, seconds: clock)
        }
        at = start
        style = []
        guard let found = readDate() else { return nil }
        date = found
        guard skipToClock(), let clock = readClock() else { return nil }
        return finish(date: date, seconds: clock)
    }

    private mutating func finish(date: RawTime.Date, seconds: (Int, Bool)) -> TimeCell? {
        guard let zone = readZone() else { return nil }
        if !seconds.1, seconds.0 >= 86_400 { return nil }
        return TimeCell(
            raw: RawTime(date: date, seconds: Int32(seconds.0)), zone: zone == .min ? nil : zone, style: style)
    }

    private func isDigit(_ i: Int) -> Bool { i < end && bytes[i].isASCIIDigit }
    private func isLetter(_ i: Int) -> Bool {
        i < end && (bytes[i] >= .beyondASCII || (bytes[i] | .caseBit) >= .smallA && (bytes[i] | .caseBit) <= .smallZ)
    }

    private mutating func number() -> (value: Int, digits: Int)? {
        var value = 0
        var digits = 0
        while isDigit(at), digits < 6 {
            value = value * 10 + Int(bytes[at] - .digitZero)
            digits += 1
            at += 1
        }
        return digits == 0 || digits == 6 ? nil : (value, digits)
    }

    private mutating func word() -> String {
        let start = at
        // A no-break space is a separator, not a letter.
        while isLetter(at), !(bytes[at] == 0xC2 && at + 1 < end && bytes[at + 1] == 0xA0), !isNarrowBlank(at) {
            at += 1
        }
        return Cells.folded(Cells.text(bytes, start..<at))
    }

    private func isNarrowBlank(_ i: Int) -> Bool {
        i + 2 < end && bytes[i] == 0xE2 && bytes[i + 1] == 0x80 && bytes[i + 2] == 0xAF
    }

    /// Blanks of any kind.
    private mutating func skipBlanks() { at = Cells.trimmed(bytes, at..<end).lowerBound }

    private mutating func skip(_ byte: UInt8) -> Bool {
        guard at < end, bytes[at] == byte else { return false }
        at += 1
        return true
    }

    /// `Tue, ` or `Tuesday ` before a date; a month name stays.
    private mutating func skipWeekday() {
        guard isLetter(at) else { return }
        let start = at
        let name = word()
        if monthNumber(name) != nil && !weekdays.contains(name) {
            at = start
            return
        }
        _ = skip(.fullStop)
        _ = skip(.comma)
        skipBlanks()
        if at >= end { at = start }
    }

    private mutating func readDate() -> RawTime.Date? {
        if isLetter(at) { return readMonthFirstName() }
        guard let first = number() else { return nil }
        guard at < end else { return nil }
        let separator = bytes[at]
        if separator == .slash || separator == .hyphen || separator == .fullStop {
            at += 1
            if isLetter(at) { return readNamedDay(first) }
            if separator == .fullStop, at < end, bytes[at] <= .space || bytes[at] >= .beyondASCII {
                skipBlanks()
                return readNamedDay(first)
            }
            guard let second = number(), skip(separator), let third = number() else { return nil }
            if separator == .fullStop { style.insert(.dots) }
            return numericDate(first, second, third)
        }
        return readNamedDay(first)
    }

    private mutating func numericDate(
        _ first: (value: Int, digits: Int), _ second: (value: Int, digits: Int), _ third: (value: Int, digits: Int)
    ) -> RawTime.Date? {
        if first.digits == 4 {
            style.insert(.yearFirst)
            guard third.digits <= 2, second.digits <= 2 else { return nil }
            return Day(year: first.value, month: second.value, day: third.value).map(RawTime.Date.init(day:))
        }
        guard first.digits <= 2, second.digits <= 2, third.digits == 4 || third.digits == 2 else { return nil }
        if first.digits == 1 || second.digits == 1 { style.insert(.unpadded) }
        let year = third.digits == 2 ? 2000 + third.value : third.value
        let date = RawTime.Date(first: min(first.value, 255), second: min(second.value, 255), year: min(year, 4095))
        return date.day(.monthFirst) == nil && date.day(.dayFirst) == nil ? nil : date
    }

    /// `12 nov 2020`, `12-Nov-2026`, `3 de março de 2026`, `3. März 2026`; the day is read.
    private mutating func readNamedDay(_ day: (value: Int, digits: Int)) -> RawTime.Date? {
        guard day.digits <= 2 else { return nil }
        skipBlanks()
        var name = word()
        if name == "de" || name == "of" {
            skipBlanks()
            name = word()
        }
        if ["st", "nd", "rd", "th"].contains(name) {
            skipBlanks()
            name = word()
        }
        guard let month = monthNumber(name) else { return nil }
        _ = skip(.fullStop)
        _ = skip(.comma)
        _ = skip(.hyphen)
        skipBlanks()
        if isLetter(at) {
            guard word() == "de" else { return nil }
            skipBlanks()
        }
        return namedDate(day.value, month)
    }

    /// `Aug 12, 2026`
    private mutating func readMonthFirstName() -> RawTime.Date? {
        guard let month = monthNumber(word()) else { return nil }
        _ = skip(.fullStop)
        skipBlanks()
        guard let day = number(), day.digits <= 2 else { return nil }
        _ = skip(.comma)
        skipBlanks()
        return namedDate(day.value, month)
    }

    private mutating func namedDate(_ day: Int, _ month: Int) -> RawTime.Date? {
        guard let year = number(), year.digits == 4 || year.digits == 2 else { return nil }
        style.insert(.monthName)
        return Day(year: year.digits == 2 ? 2000 + year.value : year.value, month: month, day: day).map(
            RawTime.Date.init(day:))
    }

    /// From the date to the first digit of the clock: `, `, ` `, `T`, ` à `, ` at `, ` às `.
    private mutating func skipToClock() -> Bool {
        let start = at
        while at < end, !isDigit(at) { at += 1 }
        // `15/03/2021-09:03` is a way to write it, `15/03/2021 -9:03` no time of day.
        if at - start > 1, bytes[at - 1] == .hyphen || bytes[at - 1] == .plus { return false }
        return at > start && at < end && at - start <= 8
    }

    /// `9:58`, `09:58:01`, `9:58:01.250`, `09h04`, with `AM`, `p.m.` … behind.
    /// - Returns: the seconds since midnight, and whether they came with AM or PM.
    private mutating func readClock() -> (Int, Bool)? {
        guard let hour = number(), hour.digits <= 2, at < end else { return nil }
        guard skip(.colon) || skip(0x68) || hasDotClock(hour) else { return nil }
        guard let minute = number(), minute.digits == 2, minute.value < 60 else { return nil }
        var second = (value: 0, digits: 2)
        if at + 2 < end, bytes[at] == .colon || bytes[at] == .fullStop && isDigit(at + 1) && isDigit(at + 2) {
            at += 1
            guard let read = number() else { return nil }
            second = read
            if second.digits != 2 || second.value > 59 { return nil }
        } else if at < end, bytes[at] == .colon {
            return nil
        }
        if at + 1 < end, bytes[at] == .fullStop, isDigit(at + 1) {
            at += 1
            while isDigit(at) { at += 1 }
        }
        if hour.digits == 1 { style.insert(.unpadded) }
        let base = minute.value * 60 + second.value
        guard let isAfternoon = readMeridiem() else {
            return hour.value < 24 ? (hour.value * 3600 + base, false) : nil
        }
        style.insert(.meridiem)
        guard hour.value <= 12 else { return nil }
        return ((hour.value % 12 + (isAfternoon ? 12 : 0)) * 3600 + base, true)
    }

    /// `14.05.10`: only when it is no date (`14.05.2021`).
    private mutating func hasDotClock(_ hour: (value: Int, digits: Int)) -> Bool {
        guard at + 5 < end, bytes[at] == .fullStop, isDigit(at + 1), isDigit(at + 2), bytes[at + 3] == .fullStop,
            isDigit(at + 4),
            isDigit(at + 5),
            !isDigit(at + 6), hour.digits <= 2, style.contains(.dots) || style.contains(.monthName)
        else { return false }
        at += 1
        return true
    }

    private mutating func readMeridiem() -> Bool? {
        let start = at
        skipBlanks()
        guard at < end else {
            at = start
            return nil
        }
        let letter = bytes[at] | .caseBit
        guard letter == .smallA || letter == 0x70 else {
            at = start
            return nil
        }
        at += 1
        _ = skip(.fullStop)
        skipBlanks()
        guard at < end, bytes[at] | .caseBit == 0x6D, !isLetter(at + 1) else {
            at = start
            return nil
        }
        at += 1
        _ = skip(.fullStop)
        return letter == 0x70
    }

    /// - Returns: minutes east of UTC; `.min` when the cell ends without a zone; `nil` for a rest that is none.
    private mutating func readZone() -> Int? {
        skipBlanks()
        if at == end { return .min }
        var hasParenthesis = false
        if skip(.openingParenthesis) { hasParenthesis = true }
        var minutes = Int.min
        if isLetter(at) {
            guard let named = zoneMinutes[word()] else { return nil }
            minutes = named
        }
        if at < end, bytes[at] == .plus || bytes[at] == .hyphen {
            let isWest = bytes[at] == .hyphen
            at += 1
            guard let hours = number() else { return nil }
            var value = hours.digits <= 2 ? hours.value * 60 : hours.value / 100 * 60 + hours.value % 100
            if skip(.colon) {
                guard let rest = number(), rest.digits == 2, rest.value < 60 else { return nil }
                value += rest.value
            }
            guard value <= 14 * 60, hours.digits != 3 else { return nil }
            minutes = (minutes == .min ? 0 : minutes) + (isWest ? -value : value)
        }
        if hasParenthesis { guard skip(.closingParenthesis) else { return nil } }
        skipBlanks()
        return at == end && minutes != .min ? minutes : nil
    }
}

private let weekdays: Set<String> = [
    "mon", "monday", "tue", "tues", "tuesday", "wed", "wednesday", "thu", "thur", "thurs", "thursday", "fri", "friday",
    "sat", "saturday",
    "sun", "sunday",
]

/// Zones that the admin consoles write. `BST` is British here, whatever it is in Brazil (`exports.md` §5.2).
private let zoneMinutes: [String: Int] = [
    "z": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 60, "west": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180,
    "msk": 180,
    "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
]

/// The month of a name or abbreviation in the languages of the exports that are known; `nil` for any other word.
func monthNumber(_ folded: String) -> Int? {
    guard folded.utf8.count >= 3 else { return nil }
    for (month, prefixes) in monthPrefixes.enumerated()
    where prefixes.contains(where: { folded.utf8.starts(with: $0.utf8) }) {
        return month + 1
    }
    return nil
}

/// English, German, French, Spanish, Italian, Portuguese, Polish, Dutch and Welsh.
private let monthPrefixes: [[String]] = [
    ["jan", "gen", "ene", "sty", "ion"], ["feb", "fev", "lut", "chw"], ["mar", "mrt", "mrz", "maw"],
    ["apr", "avr", "abr", "kwi", "ebr"], ["may", "mai", "mag", "maj", "mei"], ["jun", "juin", "giu", "cze", "meh"],
    ["jul", "juil", "lug", "lip", "gor"], ["aug", "aou", "ago", "sie", "aws"], ["sep", "set", "wrz", "med"],
    ["oct", "okt", "ott", "out", "paz", "hyd"], ["nov", "lis", "tac"], ["dec", "dez", "dic", "gru", "rha"],
]

/// A length of time as an export shows it.
enum ShownDuration: Equatable {
    case seconds(Int)
    /// Empty, or in words that are not known: the times say how long it was.
    case unknown
    /// Negative, not a number, or longer than any meeting: the row is damaged.
    case impossible
}

/// Reads `1h 2m 3s`, `1 hr 5 min`, `58 min`, `00:02:28`, `204 mins`, `2 h 44 m`, `2 godz. 19 min 19 s`; a bare number
/// is in `unit` seconds.
func readDuration(_ bytes: [UInt8], _ range: Range<Int>, unit: Int) -> ShownDuration {
    let cell = Cells.trimmed(bytes, range)
    if cell.isEmpty { return .unknown }
    if let number = Cells.count(bytes, cell) { return number * unit <= 864_000 ? .seconds(number * unit) : .impossible }
    if cell.count > 40 || bytes[cell.lowerBound] == .hyphen && cell.count > 2 { return .impossible }
    if cell.allSatisfy({ bytes[$0] == .hyphen }) { return .unknown }
    if cell.contains(where: { bytes[$0] == .colon }) { return colonDuration(bytes, cell) }
    return wordDuration(bytes, cell)
}

private func colonDuration(_ bytes: [UInt8], _ cell: Range<Int>) -> ShownDuration {
    let parts = bytes[cell].split(separator: .colon, omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Cells.count(bytes, $0.startIndex..<$0.endIndex) }
    guard numbers.count == parts.count else { return .impossible }
    switch numbers.count {
    case 3:
        return numbers[1] < 60 && numbers[2] < 60 && numbers[0] < 240
            ? .seconds(numbers[0] * 3600 + numbers[1] * 60 + numbers[2]) : .impossible
    // Hours and minutes, or minutes and seconds: the file does not say.
    case 2: return .unknown
    default: return .impossible
    }
}

private func wordDuration(_ bytes: [UInt8], _ cell: Range<Int>) -> ShownDuration {
    var total = 0
    var at = cell.lowerBound
    var hasNumber = false
    while at < cell.upperBound {
        let start = at
        while at < cell.upperBound, bytes[at] >= .digitZero, bytes[at] <= .digitNine { at += 1 }
        guard at > start, let value = Cells.count(bytes, start..<at) else { return hasNumber ? .unknown : .impossible }
        hasNumber = true
        let wordStart = at
        while at < cell.upperBound, !(bytes[at].isASCIIDigit) { at += 1 }
        guard let unit = unitSeconds(Cells.folded(Cells.text(bytes, Cells.trimmed(bytes, wordStart..<at)))) else {
            return .unknown
        }
        total += value * unit
    }
    return total <= 864_000 ? .seconds(total) : .impossible
}

private func unitSeconds(_ folded: String) -> Int? {
    let word = folded.utf8.prefix { $0.isASCIISmallLetter }
    switch word.first {
    // h, godz, uur, ore, awr
    case UInt8(ascii: "h"), UInt8(ascii: "g"), UInt8(ascii: "u"), UInt8(ascii: "o"), UInt8(ascii: "a"): return 3600
    case UInt8(ascii: "m"): return 60
    case UInt8(ascii: "s"): return word.starts(with: "st".utf8) ? 3600 : 1  // Std., Stunden
    default: return nil
    }
}
