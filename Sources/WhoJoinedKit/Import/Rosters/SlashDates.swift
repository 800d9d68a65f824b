/// How the slash dates of one file are written: a second part above 12 (and no first one) makes them month first.
struct SlashDates {
    var isMonthFirst = false

    init() {}

    /// - Parameter monthFirst: what holds where no date tells.
    init(_ texts: some Sequence<String>, orMonthFirst monthFirst: Bool = false) {
        var (firstAbove, secondAbove) = (false, false)
        for text in texts where text.utf8.contains(.slash) {
            let parts = text.utf8.prefix { $0 != .space }.split(separator: .slash)
            guard parts.count == 3, let a = Int(Substring(parts[0])), let b = Int(Substring(parts[1])) else { continue }
            firstAbove = firstAbove || a > 12
            secondAbove = secondAbove || b > 12
        }
        isMonthFirst = !firstAbove && (secondAbove || monthFirst)
    }

    /// ISO, D/M/Y (also with `.` or `-`), `D Mon YYYY`, a weekday before it; what follows the date (a time) is left
    /// alone.
    func day(_ text: String) -> Day? {
        if text.utf8.count == 10, let day = Day(iso: text) { return day }
        var words = text.utf8.split { $0 == .space || $0 == .comma }[...]
        if let first = words.first, first.allSatisfy({ $0 >= .capitalA }), isWeekday(first) {
            words = words.dropFirst()
        }
        guard let first = words.first else { return nil }
        if first.count == 10 || first.dropFirst(10).first == UInt8(ascii: "T"),
            let day = Day(iso: String(Substring(first.prefix(10))))
        {
            return day
        }
        for separator in "/.-".utf8 {
            let parts = first.split(separator: separator, omittingEmptySubsequences: false)
            if parts.count == 3 { return day(parts) }
        }
        return words.count >= 3 ? day(Array(words.prefix(3))) : nil
    }

    private func isWeekday(_ word: Substring.UTF8View) -> Bool {
        let lower = String(Substring(word)).lowercased()
        return lower.utf8.count >= 3 && Day.weekdayNames.contains { $0.lowercased().utf8.starts(with: lower.utf8) }
    }

    private func day(_ parts: [Substring.UTF8View]) -> Day? {
        func number(_ part: Substring.UTF8View) -> Int? {
            part.count <= 4 && part.allSatisfy { $0.isASCIIDigit } ? Int(Substring(part)) : nil
        }
        // `16th` is 16.
        guard let first = number(parts[0]) ?? number(parts[0].dropLast(2)), let year = number(parts[2]) else {
            return nil
        }
        if parts[0].count == 4, let month = number(parts[1]), parts[2].count <= 2 {
            return Day(year: first, month: month, day: year)
        }
        let fullYear = parts[2].count == 2 ? 2000 + year : year
        if let second = number(parts[1]) {
            return isMonthFirst
                ? Day(year: fullYear, month: first, day: second) : Day(year: fullYear, month: second, day: first)
        }
        let name = String(Substring(parts[1])).lowercased()
        guard name.utf8.count >= 3,
            let month = Day.monthNames.firstIndex(where: { $0.lowercased().utf8.starts(with: name.utf8) })
        else { return nil }
        return Day(year: fullYear, month: month + 1, day: first)
    }
}
