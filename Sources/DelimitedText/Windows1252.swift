import ASCII

/// The code page in which a spreadsheet saves a file again.
package enum Windows1252 {
    /// Takes the bytes as Windows-1252 whatever they are; the five undefined codes become control characters.
    package static func decode(_ bytes: [UInt8]) -> DecodedText {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 16)
        for byte in bytes { text.append(contentsOf: UTF8.encode(scalar(byte))!) }
        return DecodedText(bytes: text, encoding: .windows1252)
    }

    /// What a byte is in Windows-1252; the five undefined codes are control characters.
    static func scalar(_ byte: UInt8) -> Unicode.Scalar {
        signs.indices.contains(Int(byte) - Int(UInt8.beyondASCII))
            ? signs[Int(byte) - Int(UInt8.beyondASCII)] : Unicode.Scalar(byte)
    }

    /// The byte of a sign in Windows-1252; `nil` when it has none.
    package static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
        if let place = signs.firstIndex(of: scalar) { return .beyondASCII + UInt8(place) }
        let byte = UInt8(exactly: scalar.value)
        return byte.flatMap { Self.scalar($0) == scalar ? $0 : nil }
    }

    /// From 0x80 on, where Windows-1252 and Unicode differ.
    private static let signs = Array(
        "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

    /// Not UTF-8, and what stands above ASCII reads as letters of Windows-1252.
    ///
    /// A file with even one well-formed UTF-8 letter is UTF-8 with damaged lines: taking it as Windows-1252 would
    /// turn every right name in it into a wrong one. ÿ and þ and the undefined codes are damage rather than letters of a
    /// name.
    package static func isLikely(_ bytes: [UInt8]) -> Bool {
        if isASCII(bytes.span) { return false }
        if String(validating: bytes, as: UTF8.self) != nil { return false }
        var i = 0
        while i < bytes.count {
            let byte = bytes[i]
            if byte < .beyondASCII {
                i += 1
                continue
            }
            if neverInNames.contains(byte) { return false }
            // A capital behind a small letter is the first byte of a letter that was cut; ED A0…BF is half of a surrogate
            // pair.
            if i > 0, bytes[i - 1].isASCIISmallLetter, (0xC2...0xDE).contains(byte) { return false }
            if byte == 0xED, i + 2 < bytes.count, (0xA0...0xBF).contains(bytes[i + 1]),
                (0x80...0xBF).contains(bytes[i + 2])
            {
                return false
            }
            if byte >= 0xC0, i + 1 < bytes.count, isOddBehindLetter(bytes[i + 1]) { return false }
            let length = lengthOfUTF8(from: byte)
            if length > 1, i + length <= bytes.count, String(validating: bytes[i..<i + length], as: UTF8.self) != nil {
                return false
            }
            i += 1
        }
        return true
    }

    /// The undefined codes, þ and ÿ.
    private static let neverInNames: Set<UInt8> = [0x81, 0x8D, 0x8F, 0x90, 0x9D, 0xFE, 0xFF]

    /// Continuation bytes that nobody writes behind a letter in Windows-1252: `E2 82` is half a euro sign, `E9 92` is "é’".
    private static func isOddBehindLetter(_ byte: UInt8) -> Bool {
        let usual: Set<UInt8> = [
            0x85, 0x8A, 0x8C, 0x8E, 0x92, 0x93, 0x94, 0x96, 0x97, 0x9A, 0x9C, 0x9E, 0xA0, 0xAB, 0xAE, 0xB0, 0xB4, 0xB7,
            0xBB,
        ]
        return (0x80...0xBF).contains(byte) && !usual.contains(byte)
    }
}
