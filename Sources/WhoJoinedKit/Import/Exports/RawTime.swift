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
    /// How the cell's clock was written: evidence for `M/D` or `D/M`.
    struct Style: OptionSet {
        let rawValue: UInt16
        static let meridiem = Style(rawValue: 1)
        static let unpadded = Style(rawValue: 2)
        static let dots = Style(rawValue: 4)
        static let monthName = Style(rawValue: 8)
        static let yearFirst = Style(rawValue: 16)
        static let capitalMeridiem = Style(rawValue: 32)
        static let smallMeridiem = Style(rawValue: 64)
        static let twentyFourHour = Style(rawValue: 128)
        /// A day or month below ten without a zero before it, and with one.
        static let shortDatePart = Style(rawValue: 256)
        static let zeroBeforeDatePart = Style(rawValue: 512)
    }

    var raw: RawTime
    /// Minutes east of UTC when the cell names a zone.
    var zone: Int?
    var style: Style = []

    static let missing = TimeCell(raw: .missing)
}
