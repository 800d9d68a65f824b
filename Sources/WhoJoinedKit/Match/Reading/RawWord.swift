/// A word of a display name with what stood around it.
struct RawWord {
    /// Lower-case letters, digits and lost letters; apostrophes are left out.
    var text: String
    /// The same, parted where a capital follows a small letter; empty where none does.
    var innerWords: [String] = []
    var kinds: NameWords.Kinds
    var isPossessive = false
    /// The sign after the word: `,` `&` `/` `+` `-` or a blank.
    var follower: UInt8 = .space
    var hasDigit = false
    var hasLetter = false
    var isUpper = true
    /// A hyphen or underscore joined it to the word before.
    var isJoined = false
    /// A nought or a one that stands for a letter.
    var hidesDigits = false

    var pieces: [String] { innerWords.isEmpty ? [text] : innerWords }

    /// Nothing but a part of somebody's name.
    var isPlain: Bool {
        kinds.isEmpty && hasLetter && !hasDigit && !isPossessive && (follower == .space || follower == .comma)
    }

    /// The words of a name in plain letters (`CleanName`), in their order.
    static func words(of name: [UInt8]) -> [RawWord] {
        var result: [RawWord] = []
        result.reserveCapacity(4)
        var letters: [UInt8] = []
        letters.reserveCapacity(name.count)
        var i = 0
        var isJoined = false
        while i < name.count {
            guard isWordByte(name[i]) else {
                let byte = name[i]
                if !result.isEmpty {
                    if byte == .comma || byte == .ampersand || byte == .slash || byte == .plus || byte == .underscore {
                        result[result.count - 1].follower = byte
                    }
                    isJoined = (byte == .hyphen || byte == .underscore) && i > 0 && isWordByte(name[i - 1])
                }
                i += 1
                continue
            }
            let start = i
            while i < name.count, isWordByte(name[i]) || isInnerSign(name, i) { i += 1 }
            if let word = word(at: start..<i, of: name, isJoined: isJoined, letters: &letters) { result.append(word) }
            isJoined = false
        }
        return result
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte.isASCIIDigit || byte == CleanName.unreadable
    }

    /// An apostrophe or a question mark (a lost letter) inside or at the end of a word.
    private static func isInnerSign(_ name: [UInt8], _ i: Int) -> Bool {
        if name[i] == .apostrophe { return true }
        return name[i] == .questionMark && i + 1 < name.count && name[i + 1].isASCIILetter
    }

    /// - Parameter letters: holds them while the word is made.
    private static func word(at range: Range<Int>, of name: [UInt8], isJoined: Bool, letters: inout [UInt8]) -> RawWord?
    {
        var (range, isPossessive) = (range, false)
        let last = range.upperBound - 1
        if range.count > 2, name[last] | .caseBit == UInt8(ascii: "s"), name[last - 1] == .apostrophe {
            range = range.lowerBound..<last - 1
            isPossessive = true
        } else if range.count > 2, name[last] == .apostrophe, name[last - 1] | .caseBit == UInt8(ascii: "s") {
            isPossessive = true
        }
        // `Elif'in iPhone'u`: whose it is, in Turkish.
        if !isPossessive, let sign = name[range].lastIndex(of: .apostrophe), sign > range.lowerBound + 1,
            turkishEndings.contains(Array(name[(sign + 1)..<range.upperBound]).map(\.loweredASCII))
        {
            (range, isPossessive) = (range.lowerBound..<sign, true)
        }
        let digit = digitForLetter(in: name, range)
        var (hasDigit, hasLetter, isUpper) = (digit != nil, false, true)
        var starts: [Int] = []
        var previousIsSmall = false
        letters.removeAll(keepingCapacity: true)
        for i in range where name[i] != .apostrophe {
            let byte = i == digit ? letter(for: name[i]) : name[i]
            let isCapital = byte.isASCIICapital
            let isSmall = byte.isASCIISmallLetter
            // `eVnkata`: a slip of the shift key is no second word.
            if isCapital, previousIsSmall, letters.count - (starts.last ?? 0) > 1 { starts.append(letters.count) }
            previousIsSmall = isSmall
            if isSmall { isUpper = false }
            if isSmall || isCapital || byte == CleanName.unreadable || byte == .questionMark {
                hasLetter = true
            } else {
                hasDigit = true
            }
            letters.append(byte == .questionMark ? CleanName.unreadable : isCapital ? byte | .caseBit : byte)
        }
        if letters.isEmpty { return nil }
        let innerWords =
            starts.isEmpty
            ? [] : zip([0] + starts, starts + [letters.count]).map { String(decoding: letters[$0..<$1], as: UTF8.self) }
        let text = String(decoding: letters, as: UTF8.self)
        return RawWord(
            text: text, innerWords: innerWords, kinds: NameWords.kinds(of: text), isPossessive: isPossessive,
            hasDigit: hasDigit, hasLetter: hasLetter, isUpper: isUpper, isJoined: isJoined, hidesDigits: digit != nil)
    }

    private static let turkishEndings = Set(["in", "un", "nin", "nun"].map { Array($0.utf8) })

    /// Where a nought before a letter, or a one between letters, is to be read as the letter that it looks like.
    private static func digitForLetter(in name: [UInt8], _ word: Range<Int>) -> Int? {
        var (digits, hasSmall) = (0, false)
        for i in word {
            if name[i].isASCIIDigit { digits += 1 } else if name[i] >= .smallA { hasSmall = true }
        }
        guard digits == 1, hasSmall, word.count > 2 else { return nil }
        return word.dropLast().first { i in
            (name[i] == .digitZero || name[i] == UInt8(ascii: "1")) && name[i + 1] > .digitNine
                && (i > word.lowerBound || name[i + 1] >= .smallA && word.count > 4)
        }
    }

    private static func letter(for digit: UInt8) -> UInt8 { UInt8(ascii: digit == .digitZero ? "o" : "l") }
}
