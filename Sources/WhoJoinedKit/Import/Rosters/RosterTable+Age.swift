extension RosterTable {
    /// The day of which the list speaks: a date above its headings, else one in its name, else when it was written to.
    var age: Day? {
        let texts = titles.flatMap(\.cells.texts)
        let dates = SlashDates(texts)
        return texts.lazy.compactMap { dateWithin($0, dates) }.first ?? dayOfListName(name, modified)
    }
}

/// `pupils 2026-11-02.csv`, `02.11.2026`, `Roll 2025-26`: the day, or the day of writing kept within the year.
func dayOfListName(_ name: String, _ modified: Day?) -> Day? {
    let file = name.split(separator: "/").last.map(String.init) ?? name
    let numbers = file.split { !($0.isASCII && $0.isNumber) }.map(String.init)
    func day(_ year: String, _ month: String, _ day: String) -> Day? {
        guard let year = Int(year), let month = Int(month), let day = Int(day), (2000..<2100).contains(year) else {
            return nil
        }
        return Day(year: year, month: month, day: day)
    }
    for i in numbers.indices {
        if numbers[i].utf8.count == 8, let found = dayOfColumn(numbers[i]), (2000..<2100).contains(found.year) {
            return found
        }
        guard i + 2 < numbers.count else { continue }
        let found = day(numbers[i], numbers[i + 1], numbers[i + 2]) ?? day(numbers[i + 2], numbers[i + 1], numbers[i])
        if let found { return found }
    }
    guard let at = numbers.firstIndex(where: { $0.utf8.count == 4 && (2000..<2100).contains(Int($0) ?? 0) }),
        let year = Int(numbers[at])
    else { return modified }
    let next = at + 1 < numbers.count ? Int(numbers[at + 1].suffix(2)) : nil
    let isSchoolYear = next == (year + 1) % 100
    let first = isSchoolYear ? Day(year: year, month: 9, day: 1) : Day(year: year, month: 1, day: 1)
    let last = isSchoolYear ? Day(year: year + 1, month: 8, day: 31) : Day(year: year, month: 12, day: 31)
    guard let first, let last else { return modified }
    return modified.map { Swift.min(Swift.max($0, first), last) } ?? last
}
