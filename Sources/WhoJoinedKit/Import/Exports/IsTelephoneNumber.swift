/// Digits, `+`, `*` and spaces, six or more, or Zoom's `Call-In User_1`.
func isTelephoneNumber(_ text: String) -> Bool {
    let bytes = text.utf8.span
    guard bytes.count >= 6 else { return false }
    func isDigit(_ byte: UInt8) -> Bool { byte.isASCIIDigit }
    if bytes[0].loweredASCII == UInt8(ascii: "c") {
        let folded = Cells.folded(text).utf8
        let prefix = "call-in user_".utf8
        return folded.starts(with: prefix) && folded.count > prefix.count
            && folded.dropFirst(prefix.count).allSatisfy(isDigit)
    }
    var hasDigit = false
    for i in bytes.indices {
        if isDigit(bytes[i]) {
            hasDigit = true
        } else if bytes[i] != .asterisk, bytes[i] != .space, bytes[i] != .plus {
            return false
        }
    }
    return hasDigit
}
