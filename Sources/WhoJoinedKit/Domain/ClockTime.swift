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
