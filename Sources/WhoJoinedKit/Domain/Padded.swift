func padded(_ number: Int, _ width: Int) -> String {
    if width == 2 && twoDigits.indices.contains(number) { return twoDigits[number] }
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

/// `00` … `99`: nearly every number of a day or a clock.
private let twoDigits = (0..<100).map { $0 < 10 ? "0\($0)" : "\($0)" }
