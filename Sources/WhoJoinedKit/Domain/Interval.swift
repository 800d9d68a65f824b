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
    /// Seconds from the nearer end; 0 within.
    func distance(to moment: Instant) -> Int { max(start - moment, moment - end, 0) }
}

/// Half a minute and more is one more.
func roundedMinutes(_ seconds: Int) -> Int { (seconds + 30) / 60 }

/// `90 s`, `12 min`: who was removed after twenty seconds was not there for none, and a gap of 90 seconds was not two
/// minutes.
func lengthWords(_ seconds: Int) -> String { seconds < 120 ? "\(seconds) s" : "\(roundedMinutes(seconds)) min" }
