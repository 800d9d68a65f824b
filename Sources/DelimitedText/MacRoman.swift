import ASCII

/// The code page in which Excel for Mac writes "CSV (Macintosh)".
package enum MacRoman {
    /// Takes the bytes as Mac Roman whatever they are.
    package static func decode(_ bytes: [UInt8]) -> DecodedText {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 16)
        for byte in bytes { text.append(contentsOf: UTF8.encode(scalar(byte))!) }
        return DecodedText(bytes: text, encoding: .macRoman)
    }

    private static func scalar(_ byte: UInt8) -> Unicode.Scalar {
        byte < .beyondASCII ? Unicode.Scalar(byte) : signs[Int(byte - .beyondASCII)]
    }

    /// The byte of a sign in Mac Roman; `nil` when it has none.
    package static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
        if scalar.isASCII { return UInt8(scalar.value) }
        return signs.firstIndex(of: scalar).map { .beyondASCII + UInt8($0) }
    }

    private static let signs = Array(
        ("ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰"
            + "ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ").unicodeScalars)

    /// Not UTF-8, and what stands above ASCII makes words as Mac Roman, but odd ones as Windows-1252: signs inside a word,
    /// capitals behind small letters, an š where only a vowel can be said.
    static func isLikely(_ bytes: [UInt8]) -> Bool {
        oddities(bytes).map { $0.letters > 0 && $0.onMac < $0.onWindows } ?? false
    }

    /// Letters of names stand there in either code page, other ones in each, and the words do not tell which was meant.
    package static func isAsLikelyAsWindows(_ bytes: [UInt8]) -> Bool {
        oddities(bytes).map { $0.letters > 0 && $0.onMac == $0.onWindows } ?? false
    }

    /// How many letters are others on a Macintosh, and how many signs make odd words in either code page; `nil` for what
    /// is neither. A capital with accent before an accented small letter is what is left of a letter of UTF-8 that was
    /// cut.
    static func oddities(_ bytes: [UInt8]) -> (letters: Int, onMac: Int, onWindows: Int)? {
        if isASCII(bytes.span) || String(validating: bytes, as: UTF8.self) != nil { return nil }
        var (oddOnMac, oddOnWindows, letters) = (0, 0, 0)
        for (i, byte) in bytes.enumerated() where byte >= .beyondASCII {
            let length = lengthOfUTF8(from: byte)
            if length > 1, i + length <= bytes.count, String(validating: bytes[i..<i + length], as: UTF8.self) != nil {
                return nil
            }
            if byte >= 0xE0, i + 1 < bytes.count, (0x80...0xBF).contains(bytes[i + 1]) { return nil }
            let (before, behind) = (i > 0 ? bytes[i - 1] : .space, i + 1 < bytes.count ? bytes[i + 1] : .space)
            if macLetters.contains(byte) { letters += 1 }
            if isOdd(Self.scalar(byte), between: before, behind) { oddOnMac += 1 }
            if isOdd(Windows1252.scalar(byte), between: before, behind) { oddOnWindows += 1 }
        }
        return (letters, oddOnMac, oddOnWindows)
    }

    /// How many signs make odd words where the bytes above ASCII are read so.
    static func oddWords(in bytes: [UInt8], as scalar: (UInt8) -> Unicode.Scalar) -> Int {
        bytes.indices.count { i in
            bytes[i] >= .beyondASCII
                && isOdd(
                    scalar(bytes[i]), between: i > 0 ? bytes[i - 1] : .space,
                    i + 1 < bytes.count ? bytes[i + 1] : .space)
        }
    }

    /// Letters of names that are no letters, or others, in Windows-1252.
    private static let macLetters = Set(Array(UInt8(0x80)...0x9F) + [0xA7, 0xAE, 0xAF, 0xBE, 0xBF])

    private static func isVowel(_ byte: UInt8) -> Bool { "aeiouy".utf8.contains(byte | .caseBit) }

    /// O’Brien, D’souza, Te’Ana and the teacher’s have one; Garc’a is García.
    private static func isOddApostrophe(between before: UInt8, _ behind: UInt8) -> Bool {
        before.isASCIISmallLetter && behind.isASCIISmallLetter && behind != UInt8(ascii: "s")
    }

    private static func isOdd(_ scalar: Unicode.Scalar, between before: UInt8, _ behind: UInt8) -> Bool {
        func isLetter(_ byte: UInt8) -> Bool {
            byte.isASCIISmallLetter || byte.isASCIICapital || byte >= .beyondASCII
        }
        if scalar == "\u{2019}" { return isOddApostrophe(between: before, behind) }
        let sounds = [before, behind].filter(\.isASCIILetter).map(isVowel)
        // Jörg and Dušan, Brûlé and Tomaž: the two code pages have a vowel where the other has a consonant.
        if "öû".unicodeScalars.contains(scalar), sounds.contains(true) { return true }
        if "šž".unicodeScalars.contains(scalar), sounds == [false, false] { return true }
        // Cœur and Raúl.
        if scalar == "œ" { return ![UInt8(ascii: "u"), UInt8(ascii: "i")].contains(behind | .caseBit) }
        if scalar == "ú", behind | .caseBit == UInt8(ascii: "u") { return true }
        if "“‘„«".unicodeScalars.contains(scalar) { return isLetter(before) }
        if "”»…".unicodeScalars.contains(scalar) { return isLetter(behind) }
        let isName = scalar.properties.isAlphabetic && !"ªºƒµıﬁﬂˆ˜".unicodeScalars.contains(scalar)
        if !isName { return isLetter(before) || isLetter(behind) }
        if !isLetter(before), !isLetter(behind) { return true }
        if scalar.properties.isUppercase {
            return before.isASCIISmallLetter || isLetter(before) && behind.isASCIISmallLetter
        }
        // What is a quotation mark or an apostrophe in Windows-1252: “Ann”, ‘ill’, Mother’s, the pupils’.
        if "ìëî".unicodeScalars.contains(scalar), !isLetter(before) { return true }
        if scalar == "î", !isLetter(behind) { return true }
        if scalar == "í", before | .caseBit == UInt8(ascii: "s"), !isLetter(behind) { return true }
        if scalar == "í", behind == UInt8(ascii: "s"), sounds.first == false { return true }
        return behind.isASCIICapital
    }
}
