import ASCII

/// Adds the text of a cell as a person reads it: without blanks around it, and with the signs that XML cannot hold
/// written `_x000D_` in the file.
func appendCellText(_ bytes: Span<UInt8>, to text: inout [UInt8]) {
    if hasEscape(bytes) {
        appendTrimmed(unescaped(bytes).span, to: &text)
    } else {
        appendTrimmed(bytes, to: &text)
    }
}

private func appendTrimmed(_ bytes: Span<UInt8>, to text: inout [UInt8]) {
    var (start, end) = (0, bytes.count)
    while start < end, bytes[start] <= .space { start += 1 }
    while start < end, bytes[end - 1] <= .space { end -= 1 }
    append(bytes.extracting(start..<end), to: &text)
}

/// Nothing but blanks that stand between words, no-break spaces among them.
func isBlank(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first else { return true }
    guard first == 0xC2 else { return false }
    return String(decoding: text, as: UTF8.self).unicodeScalars.allSatisfy { $0.properties.isWhitespace }
}

private func hasEscape(_ bytes: Span<UInt8>) -> Bool {
    for i in bytes.indices where bytes[i] == .underscore && escapedUnit(bytes, at: i) != nil { return true }
    return false
}

/// The code of `_x000D_` that starts here.
private func escapedUnit(_ bytes: Span<UInt8>, at start: Int) -> UInt16? {
    guard start + 6 < bytes.count, bytes[start] == .underscore, bytes[start + 1] == UInt8(ascii: "x"),
        bytes[start + 6] == .underscore, bytes[start + 2].isASCIILetterOrDigit
    else {
        return nil
    }
    return UInt16(string(bytes.extracting(start + 2..<start + 6)), radix: 16)
}

/// Each run of escapes is UTF-16 of its own. What they stand for is not looked at again: `_x005F_x0041_` is the text
/// `_x0041_`.
private func unescaped(_ bytes: Span<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    var units: [UInt16] = []
    var i = 0
    while i < bytes.count {
        if let unit = escapedUnit(bytes, at: i) {
            if unit != 0 { units.append(unit) }
            i += 7
            continue
        }
        text += String(decoding: units, as: UTF16.self).utf8
        units.removeAll()
        text.append(bytes[i])
        i += 1
    }
    return text + String(decoding: units, as: UTF16.self).utf8
}
