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
