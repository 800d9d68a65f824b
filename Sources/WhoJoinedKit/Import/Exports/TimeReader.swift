/// Reads the time shapes that exports are written in: `MM/DD/YYYY hh:mm:ss AM`, `DD/MM/YYYY, HH:mm:ss`, ISO,
/// `Aug 12, 2026 10:00 AM`, `12 nov 2020, 10:15:30 CET`, `13/04/2021 à 09:01:31`, `9:58 AM`, with or without quotes and
/// `=`.
///
/// - Returns: `.missing` for an empty cell or `--`; `nil` for anything that is no time.
func readTime(_ bytes: [UInt8], _ range: Range<Int>) -> TimeCell? {
    let cell = Cells.trimmed(bytes, range)
    if cell.isEmpty || cell.allSatisfy({ bytes[$0] == .hyphen }) { return .missing }
    if cell.count > 90 { return nil }
    var reader = TimeReader(bytes: bytes, range: cell)
    if let time = reader.read() { return time }
    guard let plain = plainClock(Cells.text(bytes, cell)).map({ Array($0.utf8) }) else { return nil }
    reader = TimeReader(bytes: plain, range: 0..<plain.count)
    return reader.read()
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
        let start = at
        skipWeekday()
        if let time = readDateAndClock() { return time }
        // `mar. 17 nov. 2026`: what is a month's name too was the day of the week.
        (at, style) = (start, [])
        skipWord()
        return at > start ? readDateAndClock() : nil
    }

    private mutating func readDateAndClock() -> TimeCell? {
        guard at < end else { return nil }
        let date: RawTime.Date
        let start = at
        if let clock = readClock(), at == end || !isDigit(at) {
            let behind = at
            if let time = finish(date: .clockOnly, seconds: clock) { return time }
            // `08:55, 16 Nov 2026`
            at = behind
            _ = skip(.comma)
            skipBlanks()
            return readDate().flatMap { finish(date: $0, seconds: clock) }
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
        i < end && (bytes[i] >= .beyondASCII || bytes[i].isASCIILetter)
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
        while isLetter(at), !isNoBreakSpace(at) { at += 1 }
        return Cells.folded(Cells.text(bytes, start..<at))
    }

    /// A no-break space, the narrow one too, is a separator and not a letter.
    private func isNoBreakSpace(_ i: Int) -> Bool {
        let rest = bytes[i..<end]
        return rest.starts(with: "\u{A0}".utf8) || rest.starts(with: "\u{202F}".utf8)
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
        at = start
        if monthNumber(name) == nil || weekdays.contains(name) { skipWord() }
    }

    /// The rest of a word, and what is written behind the name of a day. At the end of the cell there was none.
    private mutating func skipWord() {
        let start = at
        _ = word()
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
            return Day(year: christianYear(first.value), month: second.value, day: third.value).map(
                RawTime.Date.init(day:))
        }
        guard first.digits <= 2, second.digits <= 2, third.digits == 4 || third.digits == 2 else { return nil }
        if first.digits == 1 || second.digits == 1 { style.formUnion([.unpadded, .shortDatePart]) }
        if first.digits == 2 && first.value < 10 || second.digits == 2 && second.value < 10 {
            style.insert(.zeroBeforeDatePart)
        }
        let year = third.digits == 2 ? 2000 + third.value : christianYear(third.value)
        let date = RawTime.Date(first: min(first.value, 255), second: min(second.value, 255), year: min(year, 4095))
        return date.day(.monthFirst) == nil && date.day(.dayFirst) == nil ? nil : date
    }

    /// `12 nov 2020`, `12-Nov-2026`, `3 de março de 2026`, `3. März 2026`; the day is read. In `2026. nov. 16.` the year.
    private mutating func readNamedDay(_ day: (value: Int, digits: Int)) -> RawTime.Date? {
        if day.digits == 4 { return readYearFirstName(day.value) }
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

    private mutating func readYearFirstName(_ year: Int) -> RawTime.Date? {
        skipBlanks()
        guard let month = monthNumber(word()) else { return nil }
        _ = skip(.fullStop)
        _ = skip(.hyphen)
        skipBlanks()
        guard let day = number(), day.digits <= 2 else { return nil }
        _ = skip(.fullStop)
        style.insert(.monthName)
        return Day(year: christianYear(year), month: month, day: day.value).map(RawTime.Date.init(day:))
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
        return Day(
            year: year.digits == 2 ? 2000 + year.value : christianYear(year.value), month: month, day: day
        ).map(RawTime.Date.init(day:))
    }

    /// Thai programs count years from the Buddha: 2569 is 2026.
    private func christianYear(_ year: Int) -> Int { (2500..<2700).contains(year) ? year - 543 : year }

    /// From the date to the first digit of the clock: `, `, ` `, `T`, ` à `, ` at `, ` às `.
    private mutating func skipToClock() -> Bool {
        let start = at
        while at < end, !isDigit(at) { at += 1 }
        // `15/03/2021-09:03` is a way to write it, `15/03/2021 -9:03` no time of day.
        if at - start > 1, bytes[at - 1] == .hyphen || bytes[at - 1] == .plus { return false }
        guard at > start, at < end, at - start <= 8 else { return false }
        if bytes[start..<at].allSatisfy({ $0 < .beyondASCII && !$0.isASCIILetter }) { return true }
        // `上午8:55` and `PM 1:46`: what stands before the clock may be half of it.
        let words = Cells.folded(Cells.text(bytes, start..<at)).utf8.filter {
            $0.isASCIISmallLetter || $0 >= .beyondASCII
        }
        return words.isEmpty || wordsBeforeClock.contains(String(decoding: words, as: UTF8.self))
    }

    /// `9:58`, `09:58:01`, `9:58:01.250`, `09h04`, with `AM`, `p.m.` … behind.
    /// - Returns: the seconds since midnight, and whether they came with AM or PM.
    private mutating func readClock() -> (Int, Bool)? {
        guard let hour = number(), hour.digits <= 2, at < end else { return nil }
        guard skip(.colon) || skip(UInt8(ascii: "h")) || hasDotClock(hour) else { return nil }
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
            style.insert(.twentyFourHour)
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
        let letter = bytes[at].loweredASCII
        let isSmall = letter == bytes[at]
        guard letter == .smallA || letter == UInt8(ascii: "p") else {
            at = start
            return nil
        }
        at += 1
        _ = skip(.fullStop)
        skipBlanks()
        guard at < end, bytes[at].loweredASCII == UInt8(ascii: "m"), !isLetter(at + 1) else {
            at = start
            return nil
        }
        at += 1
        _ = skip(.fullStop)
        style.insert(isSmall ? .smallMeridiem : .capitalMeridiem)
        return letter == UInt8(ascii: "p")
    }

    /// - Returns: minutes east of UTC; `.min` when the cell ends without a zone; `nil` for a rest that is none.
    private mutating func readZone() -> Int? {
        skipBlanks()
        if at == end { return .min }
        var hasParenthesis = false
        if skip(.openingParenthesis) { hasParenthesis = true }
        var minutes = Int.min
        if isLetter(at) {
            let name = word()
            if sharedZoneNames.contains(name) {
                skipBlanks()
                if hasParenthesis { guard skip(.closingParenthesis) else { return nil } }
                return at == end ? .min : nil
            }
            guard let named = zoneMinutes[name] else { return nil }
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

/// Between a date and a clock; `t` is that of ISO.
private let wordsBeforeClock: Set<String> = [
    "t", "a", "at", "as", "um", "kl", "klo", "om", "alle", "ore", "v", "г", "r",
]

private let weekdays: Set<String> = [
    "mon", "monday", "tue", "tues", "tuesday", "wed", "wednesday", "thu", "thur", "thurs", "thursday", "fri", "friday",
    "sat", "saturday",
    "sun", "sunday",
]

/// Zones that the admin consoles write.
private let zoneMinutes: [String: Int] = [
    "z": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 60, "cet": 60, "cest": 120, "mez": 60, "mesz": 120, "eet": 120,
    "eest": 180, "msk": 180, "est": -300, "edt": -240, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
]

/// Names that several zones bear: British, Brazilian or Bangladeshi; Indian, Irish or Israeli. The school's own zone is
/// meant.
private let sharedZoneNames: Set<String> = [
    "bst", "ist", "cst", "ast", "adt", "sst", "gst", "wst", "ect", "act", "amt", "mt", "pt", "ct", "et",
]

/// The month of a name or abbreviation in the languages of the exports that are known; `nil` for any other word.
func monthNumber(_ folded: String) -> Int? {
    guard folded.utf8.count >= 3 else { return nil }
    var found: (month: Int, length: Int)?
    for (month, prefixes) in monthPrefixes.enumerated() {
        for prefix in prefixes where prefix.utf8.count > found?.length ?? 0 && folded.utf8.starts(with: prefix.utf8) {
            found = (month + 1, prefix.utf8.count)
        }
    }
    return found?.month
}

/// English, German, French, Spanish, Italian, Portuguese, Polish, Dutch, Welsh, Romanian, Turkish, Czech, Hungarian,
/// Danish, Swedish, Finnish, Russian, Ukrainian and Greek. Of two that fit the longer is meant.
private let monthPrefixes: [[String]] = [
    ["jan", "gen", "ene", "sty", "ion", "ian", "oca", "led", "tammi", "янв", "січ", "ιαν"],
    ["feb", "fev", "lut", "chw", "sub", "uno", "helmi", "фев", "лют", "φεβ"],
    ["mar", "mrt", "mrz", "maw", "bre", "maalis", "мар", "бер", "μαρ"],
    ["apr", "avr", "abr", "kwi", "ebr", "nis", "dub", "huhti", "апр", "кві", "απρ"],
    ["may", "mai", "mag", "maj", "mei", "kve", "touko", "май", "мая", "трав", "μαι", "μαΐ", "μαϊ"],
    ["jun", "juin", "giu", "cze", "meh", "iun", "haz", "cervna", "cvn", "kesa", "июн", "черв", "ιουν"],
    ["jul", "juil", "lug", "lip", "gor", "iul", "tem", "cervenc", "cvc", "heina", "июл", "лип", "ιουλ"],
    ["aug", "aou", "ago", "sie", "aws", "agu", "srp", "elo", "авг", "серп", "αυγ"],
    ["sep", "set", "wrz", "med", "eyl", "zari", "szept", "syys", "сен", "вер", "σεπ"],
    ["oct", "okt", "ott", "out", "paz", "hyd", "eki", "rij", "loka", "окт", "жов", "οκτ"],
    ["nov", "lis", "tac", "noi", "kas", "marras", "ноя", "лист", "νοε"],
    ["dec", "dez", "dic", "gru", "rha", "ara", "pros", "joulu", "дек", "груд", "δεκ"],
]
