/// Keys to compare what is no name.

func comparableEmail(_ text: String) -> String {
    func isCapital(_ byte: UInt8) -> Bool { byte.isASCIICapital }
    let bytes = text.utf8Span.span
    if bytes.indices.allSatisfy({ bytes[$0] > .space && !isCapital(bytes[$0]) }) { return text }
    return String(
        decoding: text.utf8.compactMap { $0 <= .space ? nil : isCapital($0) ? $0 | .caseBit : $0 }, as: UTF8.self)
}

/// The last nine digits: `07700 900123` and `+44 7700 900123` are one number. `nil` for less than a number.
func comparablePhone(_ text: String) -> String? {
    let digits = text.utf8.filter { $0.isASCIIDigit }
    return digits.count < 9 || text.utf8.contains(.asterisk) ? nil : String(decoding: digits.suffix(9), as: UTF8.self)
}

/// As typed, but for case and blanks at the ends: a look-alike is another name.
func settledKey(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let first = bytes.firstIndex { $0 > .space } ?? bytes.count
    let last = bytes.lastIndex { $0 > .space } ?? -1
    guard first <= last else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self).lowercased()
}
