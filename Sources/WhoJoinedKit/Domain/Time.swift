/// A moment: whole seconds since 1970-01-01 00:00:00 UTC.
struct Instant: Hashable, Comparable, Sendable {
    var seconds: Int

    init(seconds: Int) { self.seconds = seconds }

    static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }
    static func - (a: Instant, b: Instant) -> Int { a.seconds - b.seconds }
    static func + (a: Instant, seconds: Int) -> Instant { Instant(seconds: a.seconds + seconds) }
    static func - (a: Instant, seconds: Int) -> Instant { Instant(seconds: a.seconds - seconds) }
}

/// A calendar day of the proleptic Gregorian calendar.
struct Day: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    var number: Int

    init(number: Int) { self.number = number }

    /// `nil` for a day that no calendar has (29 February 2021) or a year outside 1990…2099: an invented time is
    /// refused.
    init?(year: Int, month: Int, day: Int) {
        guard (1990...2099).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        let (y, m) = month <= 2 ? (year - 1, month + 9) : (year, month - 3)
        let era = y / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * m + 2) / 5 + day - 1
        number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
        if self.day != day || self.month != month { return nil }
    }

    private var civil: (year: Int, month: Int, day: Int) {
        let z = number + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let m = (5 * dayOfYear + 2) / 153
        return (yearOfEra + era * 400 + (m >= 10 ? 1 : 0), m < 10 ? m + 3 : m - 9, dayOfYear - (153 * m + 2) / 5 + 1)
    }

    var year: Int { civil.year }
    var month: Int { civil.month }
    var day: Int { civil.day }
    /// 1 = Monday … 7 = Sunday.
    var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }
    var isWeekend: Bool { weekday > 5 }
    var week: Week { Week(of: self) }
    /// `2026-11-16`
    var iso: String {
        let c = civil
        return padded(c.year, 4) + "-" + padded(c.month, 2) + "-" + padded(c.day, 2)
    }
    /// `Mon 16 Nov`
    var short: String {
        let c = civil
        return "\(Day.shortWeekdayNames[weekday - 1]) \(c.day) \(Day.shortMonthNames[c.month - 1])"
    }
    /// `Mon 16 Nov 2026`
    var shortWithYear: String { "\(short) \(year)" }
    /// `Monday 16 November`
    var long: String {
        let c = civil
        return "\(Day.weekdayNames[weekday - 1]) \(c.day) \(Day.monthNames[c.month - 1])"
    }

    static let weekdayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    static let shortWeekdayNames = weekdayNames.map { String($0.prefix(3)) }
    static let shortMonthNames = monthNames.map { String($0.prefix(3)) }

    static func < (a: Day, b: Day) -> Bool { a.number < b.number }
    static func + (a: Day, days: Int) -> Day { Day(number: a.number + days) }
    static func - (a: Day, days: Int) -> Day { Day(number: a.number - days) }

    /// `YYYY-MM-DD` only.
    init?(iso text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
            let y = Int(parts[0]), let m = Int(parts[1]), let d = Int(parts[2])
        else { return nil }
        self.init(year: y, month: m, day: d)
    }
}

/// An ISO week: Monday to Sunday.
struct Week: Hashable, Comparable, Sendable {
    /// Its Monday.
    var monday: Day

    init(of day: Day) { monday = day - (day.weekday - 1) }

    /// `2026-W47`
    init?(iso text: String) {
        let parts = text.split(separator: "-W", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
            let year = Int(parts[0]), let week = Int(parts[1]), week >= 1,
            let january4 = Day(year: year, month: 1, day: 4)
        else { return nil }
        self.init(of: january4 + 7 * (week - 1))
        if iso != text { return nil }
    }

    var iso: String {
        let thursday = monday + 3
        let first = Week(of: Day(year: thursday.year, month: 1, day: 4) ?? thursday).monday
        return "\(padded(thursday.year, 4))-W\(padded((monday.number - first.number) / 7 + 1, 2))"
    }

    var sunday: Day { monday + 6 }
    var days: [Day] { (0..<7).map { monday + $0 } }
    func contains(_ day: Day) -> Bool { day >= monday && day <= sunday }

    static func < (a: Week, b: Week) -> Bool { a.monday < b.monday }
}

/// A time of day: seconds since midnight on the wall clock, 0 ..< 86,400.
struct ClockTime: Hashable, Comparable, Sendable {
    var seconds: Int

    init(seconds: Int) { self.seconds = seconds }

    init?(hour: Int, minute: Int, second: Int = 0) {
        guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else { return nil }
        seconds = hour * 3600 + minute * 60 + second
    }

    /// `9:00`, `09:00` or `09:00:30`.
    init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3,
            parts.allSatisfy({ (1...2).contains($0.utf8.count) && $0.utf8.allSatisfy { $0 >= 48 && $0 <= 57 } }),
            let h = Int(parts[0]), let m = Int(parts[1])
        else { return nil }
        self.init(hour: h, minute: m, second: parts.count == 3 ? Int(parts[2]) ?? 0 : 0)
    }

    /// `09:04`
    var short: String { String(decoding: digits[..<5], as: UTF8.self) }
    /// `09:04:10`
    var full: String { String(decoding: digits, as: UTF8.self) }

    private var digits: [UInt8] {
        func two(_ number: Int) -> (UInt8, UInt8) {
            (.digitZero + UInt8(truncatingIfNeeded: number / 10), .digitZero + UInt8(truncatingIfNeeded: number % 10))
        }
        let (hour, minute, second) = (two(seconds / 3600), two(seconds / 60 % 60), two(seconds % 60))
        return [hour.0, hour.1, .colon, minute.0, minute.1, .colon, second.0, second.1]
    }

    static func < (a: ClockTime, b: ClockTime) -> Bool { a.seconds < b.seconds }
}

/// A day and a time as a clock on the wall showed them, in no zone yet.
struct WallTime: Hashable, Comparable, Sendable {
    var day: Day
    var time: ClockTime

    /// `2026-11-16T09:04:10`
    var iso: String { "\(day.iso)T\(time.full)" }
    /// Seconds since 1970 as if the wall clock were UTC: only for differences and for `SchoolZone`.
    var civilSeconds: Int { day.number * 86_400 + time.seconds }

    init(day: Day, time: ClockTime) {
        self.day = day
        self.time = time
    }

    init(civilSeconds: Int) {
        let days = civilSeconds >= 0 ? civilSeconds / 86_400 : (civilSeconds - 86_399) / 86_400
        self.init(day: Day(number: days), time: ClockTime(seconds: civilSeconds - days * 86_400))
    }

    static func < (a: WallTime, b: WallTime) -> Bool { a.civilSeconds < b.civilSeconds }
}

/// A span of time `[start, end)`.
struct Interval: Hashable, Sendable {
    var start: Instant
    var end: Instant

    init(_ start: Instant, _ end: Instant) {
        self.start = start
        self.end = end
    }

    var seconds: Int { max(0, end - start) }
    func overlaps(_ other: Interval) -> Bool { start < other.end && other.start < end }
    func contains(_ moment: Instant) -> Bool { start <= moment && moment < end }
}

/// Half a minute and more is one more.
func roundedMinutes(_ seconds: Int) -> Int { (seconds + 30) / 60 }

func padded(_ number: Int, _ width: Int) -> String {
    if width == 2 && twoDigits.indices.contains(number) { return twoDigits[number] }
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

/// `00` … `99`: nearly every number of a day or a clock.
private let twoDigits = (0..<100).map { $0 < 10 ? "0\($0)" : "\($0)" }
