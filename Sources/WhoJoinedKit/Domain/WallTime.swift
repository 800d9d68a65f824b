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
