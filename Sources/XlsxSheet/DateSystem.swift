import ASCII

/// From which day a workbook counts its dates; old Macs counted from 1904.
enum DateSystem: Sendable {
    case from1900, from1904

    /// The day after 31 December 9999.
    fileprivate var end: Int { self == .from1900 ? 2_958_466 : 2_957_004 }
}

/// A date, a time of day or both, as the number's value has them: a cell that shows only the time of a moment is still
/// that moment. `nil` when the number is no date that a spreadsheet can show.
///
/// - Parameter serial: days since the first day of the date system, to the nearest second.
func dateText(_ serial: Double, _ format: NumberFormat, _ system: DateSystem) -> String? {
    guard case .date(let showsDate, let showsTime) = format else { return durationText(serial) }
    guard serial >= 0, let seconds = wholeSeconds(serial), seconds < system.end * 86_400 else { return nil }
    let (day, second) = (seconds / 86_400, seconds % 86_400)
    // A time alone with whole days in it, from the time when spreadsheets have no dates, is a sum of hours.
    if !showsDate, day < 366 { return day == 0 ? timeOfDay(second) : durationText(serial) }
    var text: [UInt8] = []
    if day > 0 || system == .from1904 || !showsTime { appendDate(day, system, to: &text) }
    if second > 0 || showsTime {
        if !text.isEmpty { text.append(.space) }
        appendTime(second, to: &text)
    }
    return String(decoding: text, as: UTF8.self)
}

/// Hours that go on after 24, minutes and seconds.
func durationText(_ serial: Double) -> String? {
    guard let seconds = wholeSeconds(abs(serial)) else { return nil }
    let sign = serial < 0 && seconds > 0 ? "-" : ""
    var text: [UInt8] = []
    appendTime(seconds % 3600, to: &text)
    return sign + String(seconds / 3600) + String(decoding: text.dropFirst(2), as: UTF8.self)
}

private func wholeSeconds(_ serial: Double) -> Int? { serial < 10_000_000 ? Int((serial * 86_400).rounded()) : nil }

/// A date as ISO 8601 writes it in a cell of the type `d`: `2026-11-16T09:04:10Z` is 2026-11-16 09:04:10.
func isoDateText(_ text: String, _ format: NumberFormat) -> String {
    let parts = text.split(separator: "T", maxSplits: 1)
    guard parts.count == 2 else { return text }
    let time = parts[1].prefix { $0 == ":" || $0.isWholeNumber }
    if format == .date(hasDate: true, hasTime: false), time == "00:00:00" { return String(parts[0]) }
    return "\(parts[0]) \(time)"
}

/// Spreadsheets count a 29 February 1900, which never was, and a day 0 before the first: both as they are shown.
private func appendDate(_ day: Int, _ system: DateSystem, to text: inout [UInt8]) {
    switch (system, day) {
    case (.from1900, 0): text += Array("1900-01-00".utf8)
    case (.from1900, 60): text += Array("1900-02-29".utf8)
    // 1 January 1900 and 1 January 1904 in days since 1970.
    case (.from1900, _): appendDate(daysSince1970: day - (day < 60 ? 1 : 2) - 25_567, to: &text)
    case (.from1904, _): appendDate(daysSince1970: day - 24_107, to: &text)
    }
}

/// The civil date in the Gregorian calendar. Years run from March, so that a leap day is a year's last.
private func appendDate(daysSince1970 days: Int, to text: inout [UInt8]) {
    let sinceMarch0000 = days + 719_468
    let era = sinceMarch0000 / 146_097
    let dayOfEra = sinceMarch0000 % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    appendTwoDigits(year / 100, to: &text)
    appendTwoDigits(year % 100, to: &text)
    text.append(.hyphen)
    appendTwoDigits(month, to: &text)
    text.append(.hyphen)
    appendTwoDigits(day, to: &text)
}

private func timeOfDay(_ second: Int) -> String {
    var text: [UInt8] = []
    appendTime(second, to: &text)
    return String(decoding: text, as: UTF8.self)
}

private func appendTime(_ second: Int, to text: inout [UInt8]) {
    appendTwoDigits(second / 3600, to: &text)
    text.append(.colon)
    appendTwoDigits(second / 60 % 60, to: &text)
    text.append(.colon)
    appendTwoDigits(second % 60, to: &text)
}

private func appendTwoDigits(_ number: Int, to text: inout [UInt8]) {
    text.append(.digitZero + UInt8(number / 10))
    text.append(.digitZero + UInt8(number % 10))
}
