/// Lower case; `nil` unless it is one plain address: what stands here may be handed to a mail program.
func emailAddress(_ text: String) -> String? {
    let lower = text.lowercased()
    let bytes = Array(lower.utf8)
    guard let at = bytes.firstIndex(of: .at), (1...64).contains(at), bytes.count - at - 1 <= 253, bytes[0] != .hyphen
    else { return nil }
    var label = 0
    var hasDot = false
    for i in 0...bytes.count {
        if i == at || i == bytes.count || bytes[i] == .fullStop {
            let isOfDomain = label > at
            if i == label || isOfDomain && (bytes[label] == .hyphen || bytes[i - 1] == .hyphen) { return nil }
            hasDot = hasDot || isOfDomain && i < bytes.count
            label = i + 1
        } else if !(i < at ? isAddressSign(bytes[i]) : bytes[i].isASCIILetterOrDigit || bytes[i] == .hyphen) {
            return nil
        }
    }
    return hasDot ? lower : nil
}

private func isAddressSign(_ byte: UInt8) -> Bool {
    switch byte {
    case _ where byte.isASCIILetterOrDigit: true
    // _ + - ' & # ~ !
    case .underscore, .plus, .hyphen, .apostrophe, .ampersand, .numberSign, .tilde, .exclamationMark: true
    default: false
    }
}
