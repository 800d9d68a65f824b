/// The unique pupil number with its check letter.
enum UPN {
    enum Status: String, Sendable { case ok, temporary, bad, duplicate, none }

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

    static func status(_ tidied: String) -> Status {
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

extension UPN {
    /// The text with `[UPN]` for whatever has the form of one: the whole text, blanks and hyphens aside, a word in it, or
    /// a part of a longer word whose check letter is right.
    static func masked(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        guard scalars.count >= 13 else { return text }
        let signs = scalars.filter { !$0.properties.isWhitespace && !"-\u{2010}\u{2011}.".unicodeScalars.contains($0) }
        if hasForm(signs[...]) { return mark }
        var out = String.UnicodeScalarView()
        var at = 0
        while at < scalars.count {
            if isMasked(scalars, at) {
                out.append(contentsOf: mark.unicodeScalars)
                at += 13
            } else {
                out.append(scalars[at])
                at += 1
            }
        }
        return String(out)
    }

    private static let mark = "[UPN]"

    private static func isMasked(_ scalars: [Unicode.Scalar], _ at: Int) -> Bool {
        guard at + 13 <= scalars.count, hasForm(scalars[at..<at + 13]) else { return false }
        let neighbours = [at - 1, at + 13].filter(scalars.indices.contains).map { scalars[$0].properties }
        if neighbours.allSatisfy({ !$0.isAlphabetic && $0.numericType == nil }) { return true }
        let status = status(folded(scalars[at..<at + 13]))
        return status == .ok || status == .temporary
    }

    private static func hasForm(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        // Asked at every place of every file's name that is printed: nearly always the second sign decides.
        scalars.count == 13 && scalars.dropFirst().prefix(11).allSatisfy(isDigit) && hasForm(folded(scalars))
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar) || ("\u{FF10}"..."\u{FF19}").contains(scalar)
    }

    /// In capitals; full-width letters and digits as plain ones.
    private static func folded(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var out = String.UnicodeScalarView()
        for scalar in scalars {
            let isWide = (0xFF01...0xFF5E).contains(scalar.value)
            out.append(isWide ? Unicode.Scalar(scalar.value - 0xFEE0)! : scalar)
        }
        return String(out).uppercased()
    }
}
