/// A day as an export or a spreadsheet writes it in a column of dates: 46220, 20260722, `Jul 22, 2026`.
func dayOfColumn(_ text: String) -> Day? {
    let text = wholeNumber(text)
    if text.utf8.count == 5, let serial = Int(text), (20_000..<70_000).contains(serial) {
        return Day(year: 2000, month: 1, day: 1).map { Day(number: $0.number + serial - 36_526) }
    }
    if text.utf8.count == 8, text.utf8.allSatisfy({ $0.isASCIIDigit }) {
        let parts = (text.prefix(4), text.dropFirst(4).prefix(2), text.suffix(2))
        return Day(iso: "\(parts.0)-\(parts.1)-\(parts.2)")
    }
    let words = text.split { $0 == " " || $0 == "," }.map(String.init)
    if words.count >= 3, Int(words[0]) == nil, Int(words[1]) != nil {
        return SlashDates().day("\(words[1]) \(words[0]) \(words[2])")
    }
    return nil
}

/// What databases and spreadsheets write where there is no date: `00/00/0000`, `30/12/1899`, `9999-12-31`, `n/a`.
func isNoDate(_ text: String) -> Bool {
    let numbers = text.utf8.split { !$0.isASCIIDigit }
    if numbers.isEmpty {
        return wordsForNoDate.contains(text.lowercased())
    }
    return numbers.allSatisfy { $0.allSatisfy { $0 == .digitZero } }
        || numbers.contains { number in number.count == 4 && yearsOfNoDate.contains(String(Substring(number))) }
}

private let wordsForNoDate = ["-", "--", "\u{2013}", "\u{2014}", "n/a", "na", "none", "null", "nil", "//"]
private let yearsOfNoDate: Set<String> = ["0000", "0001", "1899", "1900", "1901", "9999"]
