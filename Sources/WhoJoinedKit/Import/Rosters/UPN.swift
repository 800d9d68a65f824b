/// The unique pupil number with its check letter.
enum UPN {
    private static let letters = Array("ABCDEFGHJKLMNPQRTUVWXYZ".utf8)

    /// White space and lower case are tidied first.
    static func tidied(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 > .space && $0 < .delete }) { return text.uppercased() }
        return String(text.uppercased().unicodeScalars.filter { !$0.properties.isWhitespace })
    }

    /// A letter, eleven digits, a digit or a letter: only the check letter may be wrong. Anything else is no UPN that
    /// was mistyped, but a spoilt cell.
    static func hasForm(_ tidied: String) -> Bool {
        let bytes = Array(tidied.utf8)
        func isLetter(_ byte: UInt8) -> Bool { byte.isASCIICapital }
        func isDigit(_ byte: UInt8) -> Bool { byte.isASCIIDigit }
        return bytes.count == 13 && isLetter(bytes[0]) && bytes[1...11].allSatisfy(isDigit)
            && (isDigit(bytes[12]) || isLetter(bytes[12]))
    }

    static func status(_ tidied: String) -> Pupil.UPNStatus {
        if tidied.isEmpty { return .none }
        let bytes = Array(tidied.utf8)
        guard bytes.count == 13, let check = letters.firstIndex(of: bytes[0]) else { return .bad }
        var sum = 0
        for (i, byte) in bytes.enumerated().dropFirst() {
            if byte.isASCIIDigit {
                sum += Int(byte - .digitZero) * (i + 1)
            } else if i == 12, let value = letters.firstIndex(of: byte) {
                sum += value * (i + 1)
            } else {
                return .bad
            }
        }
        return sum % 23 != check ? .bad : bytes[12].isASCIIDigit ? .ok : .temporary
    }
}
