/// A word of a display name with what stood around it.
struct RawWord {
    /// Lower-case letters, digits and lost letters; apostrophes are left out.
    var text: String
    /// The same, parted where a capital follows a small letter; empty where none does.
    var innerWords: [String] = []
    var kinds: NameWords.Kinds
    var isPossessive = false
    /// The sign after the word: `,` `&` `/` `+` `-` or a blank.
    var follower: UInt8 = 0x20
    var hasDigit = false
    var hasLetter = false
    var isUpper = true
    /// A hyphen or underscore joined it to the word before.
    var isJoined = false
    /// A nought or a one that stands for a letter.
    var hidesDigits = false

    var pieces: [String] { innerWords.isEmpty ? [text] : innerWords }

    /// The words of a name in plain letters (`CleanName`), in their order.
    static func words(of name: [UInt8]) -> [RawWord] {
        var result: [RawWord] = []
        var i = 0
        var isJoined = false
        while i < name.count {
            guard isWordByte(name[i]) else {
                let byte = name[i]
                if !result.isEmpty {
                    if byte == 0x2C || byte == 0x26 || byte == 0x2F || byte == 0x2B || byte == 0x5F { result[result.count - 1].follower = byte }
                    isJoined = (byte == 0x2D || byte == 0x5F) && i > 0 && isWordByte(name[i - 1])
                }
                i += 1
                continue
            }
            let start = i
            while i < name.count, isWordByte(name[i]) || isInnerSign(name, i) { i += 1 }
            if let word = RawWord(name[start..<i], isJoined: isJoined) { result.append(word) }
            isJoined = false
        }
        return result
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == CleanName.unreadable
    }

    /// An apostrophe or a question mark (a lost letter) inside or at the end of a word.
    private static func isInnerSign(_ name: [UInt8], _ i: Int) -> Bool {
        if name[i] == 0x27 { return true }
        return name[i] == 0x3F && i + 1 < name.count && name[i + 1] | 0x20 >= 0x61 && name[i + 1] | 0x20 <= 0x7A
    }

    private init?(_ written: WordBytes, isJoined: Bool) {
        var bytes = written
        let last = bytes.endIndex - 1
        if bytes.count > 2, bytes[last] | 0x20 == 0x73, bytes[last - 1] == 0x27 {
            bytes.removeLast(2)
            isPossessive = true
        } else if bytes.count > 2, bytes[last] == 0x27, bytes[last - 1] | 0x20 == 0x73 {
            isPossessive = true
        }
        self.isJoined = isJoined
        if let spelled = RawWord.lettersForDigits(bytes) {
            bytes = spelled
            (hidesDigits, hasDigit) = (true, true)
        }
        var letters: [UInt8] = []
        letters.reserveCapacity(bytes.count)
        var starts: [Int] = []
        var previousIsSmall = false
        for byte in bytes where byte != 0x27 {
            let isCapital = byte >= 0x41 && byte <= 0x5A
            let isSmall = byte >= 0x61 && byte <= 0x7A
            // `eVnkata`: a slip of the shift key is no second word.
            if isCapital, previousIsSmall, letters.count - (starts.last ?? 0) > 1 { starts.append(letters.count) }
            previousIsSmall = isSmall
            if isSmall { isUpper = false }
            if isSmall || isCapital || byte == CleanName.unreadable || byte == 0x3F { hasLetter = true } else { hasDigit = true }
            letters.append(byte == 0x3F ? CleanName.unreadable : isCapital ? byte | 0x20 : byte)
        }
        if letters.isEmpty { return nil }
        text = String(decoding: letters, as: UTF8.self)
        kinds = NameWords.kinds(of: letters[...])
        if !starts.isEmpty { innerWords = zip([0] + starts, starts + [letters.count]).map { String(decoding: letters[$0..<$1], as: UTF8.self) } }
    }

    /// A nought before a letter, or a one between letters, is read as the letter that it looks like; `nil` where there is none.
    private static func lettersForDigits(_ word: WordBytes) -> WordBytes? {
        var (digits, hasSmall) = (0, false)
        for byte in word {
            if byte >= 0x30 && byte <= 0x39 { digits += 1 } else if byte >= 0x61 { hasSmall = true }
        }
        guard digits == 1, hasSmall, word.count > 2 else { return nil }
        for i in word.indices.dropLast() where word[i] == 0x30 || word[i] == 0x31 {
            guard word[i + 1] > 0x39, i > word.startIndex || word[i + 1] >= 0x61 && word.count > 4 else { continue }
            var result = word
            result[i] = word[i] == 0x30 ? 0x6F : 0x6C
            return result
        }
        return nil
    }
}
