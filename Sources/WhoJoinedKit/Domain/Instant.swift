/// A moment: whole seconds since 1970-01-01 00:00:00 UTC.
struct Instant: Hashable, Comparable, Sendable {
    var seconds: Int

    init(seconds: Int) { self.seconds = seconds }

    static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }
    static func - (a: Instant, b: Instant) -> Int { a.seconds - b.seconds }
    static func + (a: Instant, seconds: Int) -> Instant { Instant(seconds: a.seconds + seconds) }
    static func - (a: Instant, seconds: Int) -> Instant { Instant(seconds: a.seconds - seconds) }
}
