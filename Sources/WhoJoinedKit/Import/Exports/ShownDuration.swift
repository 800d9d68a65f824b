/// A length of time as an export shows it.
enum ShownDuration: Equatable {
    case seconds(Int)
    /// Empty, or in words that are not known: the times say how long it was.
    case unknown
    /// Negative, not a number, or longer than any meeting: the row is damaged.
    case impossible
}

/// Reads `1h 2m 3s`, `1 hr 5 min`, `58 min`, `00:02:28`, `204 mins`, `2 h 44 m`, `2 godz. 19 min 19 s`; a bare number
/// is in `unit` seconds, and of minutes it may have a fraction.
func readDuration(_ bytes: [UInt8], _ range: Range<Int>, unit: Int) -> ShownDuration {
    let cell = Cells.trimmed(bytes, range)
    if cell.isEmpty { return .unknown }
    if let number = Cells.count(bytes, cell) { return number * unit <= 864_000 ? .seconds(number * unit) : .impossible }
    if unit == 60, let seconds = decimalMinutes(bytes, cell) {
        return seconds <= 864_000 ? .seconds(seconds) : .impossible
    }
    if cell.count > 40 || bytes[cell.lowerBound] == .hyphen && cell.count > 2 { return .impossible }
    if cell.allSatisfy({ bytes[$0] == .hyphen }) { return .unknown }
    if cell.contains(where: { bytes[$0] == .colon }) { return colonDuration(bytes, cell) }
    return wordDuration(bytes, cell)
}

/// The seconds of `46,5` and `46.50` minutes.
func decimalMinutes(_ bytes: [UInt8], _ cell: Range<Int>) -> Int? {
    guard let point = cell.firstIndex(where: { bytes[$0] == .comma || bytes[$0] == .fullStop }),
        let whole = Cells.count(bytes, cell.lowerBound..<point),
        let fraction = Cells.count(bytes, point + 1..<cell.upperBound)
    else { return nil }
    let parts = (point + 1..<cell.upperBound).reduce(1) { power, _ in power * 10 }
    return whole * 60 + (fraction * 60 + parts / 2) / parts
}

private func colonDuration(_ bytes: [UInt8], _ cell: Range<Int>) -> ShownDuration {
    let parts = bytes[cell].split(separator: .colon, omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Cells.count(bytes, $0.startIndex..<$0.endIndex) }
    guard numbers.count == parts.count else { return .impossible }
    switch numbers.count {
    case 3:
        return numbers[1] < 60 && numbers[2] < 60 && numbers[0] < 240
            ? .seconds(numbers[0] * 3600 + numbers[1] * 60 + numbers[2]) : .impossible
    // Hours and minutes, or minutes and seconds: the file does not say.
    case 2: return .unknown
    default: return .impossible
    }
}

private func wordDuration(_ bytes: [UInt8], _ cell: Range<Int>) -> ShownDuration {
    var total = 0
    var at = cell.lowerBound
    var hasNumber = false
    while at < cell.upperBound {
        let start = at
        while at < cell.upperBound, bytes[at] >= .digitZero, bytes[at] <= .digitNine { at += 1 }
        guard at > start, let value = Cells.count(bytes, start..<at) else {
            // `ساعة واحدة و36 دقيقة`: an hour in words.
            return hasNumber || bytes[start] >= .beyondASCII ? .unknown : .impossible
        }
        hasNumber = true
        let wordStart = at
        while at < cell.upperBound, !(bytes[at].isASCIIDigit) { at += 1 }
        guard let unit = unitSeconds(Cells.folded(Cells.text(bytes, Cells.trimmed(bytes, wordStart..<at)))) else {
            return .unknown
        }
        total += value * unit
    }
    return total <= 864_000 ? .seconds(total) : .impossible
}

private func unitSeconds(_ folded: String) -> Int? {
    if let known = otherUnits.first(where: { folded.hasPrefix($0.word) }) { return known.seconds }
    let word = folded.utf8.prefix { $0.isASCIISmallLetter }
    switch word.first {
    // h, godz, uur, ore, awr
    case UInt8(ascii: "h"), UInt8(ascii: "g"), UInt8(ascii: "u"), UInt8(ascii: "o"), UInt8(ascii: "a"): return 3600
    case UInt8(ascii: "m"): return 60
    case UInt8(ascii: "s"): return word.starts(with: "st".utf8) ? 3600 : 1  // Std., Stunden
    default: return nil
    }
}

/// Units that the first letter does not tell, longer words first.
private let otherUnits: [(word: String, seconds: Int)] = [
    ("saat", 3600), ("sa", 3600), ("dakika", 60), ("dk", 60), ("時間", 3600), ("小时", 3600), ("小時", 3600),
    ("시간", 3600), ("分", 60), ("분", 60), ("秒", 1), ("초", 1), ("ч", 3600), ("м", 60), ("с", 1), ("год", 3600),
    ("хв", 60), ("t", 3600), ("perc", 60), ("ωρ", 3600), ("ώρ", 3600), ("λεπ", 60), ("δευ", 1), ("ชั่วโมง", 3600),
    ("ชม", 3600), ("นาที", 60), ("วินาที", 1), ("gio", 3600), ("phut", 60), ("giay", 1), ("ساعة", 3600),
    ("دقيقة", 60), ("ثانية", 1), ("val", 3600), ("jam", 3600), ("menit", 60), ("detik", 1),
]
