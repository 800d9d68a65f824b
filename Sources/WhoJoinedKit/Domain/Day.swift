/// A calendar day of the proleptic Gregorian calendar.
struct Day: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    var number: Int

    init(number: Int) { self.number = number }

    /// `nil` for a day that no calendar has (29 February 2021) or a year outside 1990…2099: an invented time is
    /// refused.
    init?(year: Int, month: Int, day: Int) {
        guard (1990...2099).contains(year), (1...12).contains(month),
            (1...Day.length(ofMonth: month, in: year)).contains(day)
        else { return nil }
        let (y, m) = month <= 2 ? (year - 1, month + 9) : (year, month - 3)
        let era = y / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * m + 2) / 5 + day - 1
        number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// Of the years from 1990 to 2099, every fourth of which is a leap year.
    private static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
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
    /// `Monday`
    var weekdayName: String { Day.weekdayNames[weekday - 1] }
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
