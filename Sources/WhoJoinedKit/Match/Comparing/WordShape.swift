/// What tells at a glance that two words are far apart.
struct WordShape: Sendable {
    var letters: UInt32 = 0
    /// The first three letters.
    var head: UInt32 = 0
    var length: UInt8

    var first: UInt8 { UInt8(truncatingIfNeeded: head >> 16) }

    init(_ word: WordBytes) {
        for i in 0..<3 { head = head << 8 | (i < word.count ? UInt32(word[word.startIndex + i]) : 0) }
        length = UInt8(clamping: word.count)
        for byte in word { letters |= letterBit(byte) }
    }
}

/// A bit for each letter of the alphabet, none for anything else.
func letterBit(_ byte: UInt8) -> UInt32 { byte.isASCIISmallLetter ? 1 << UInt32(byte - .smallA) : 0 }

/// `fel` of `felicia`, `robbie` of `robert`: at least three letters, a pet ending taken off. The first three are the
/// same in any case.
func isHead(_ short: WordBytes, of long: WordBytes) -> Bool {
    guard short.count >= 3 else { return false }
    if long.starts(with: short) { return long.count >= short.count + 2 }
    if long.count < short.count { return false }
    var stem = short
    guard let last = stem.popLast() else { return false }
    if last == UInt8(ascii: "e"), stem.last == UInt8(ascii: "i") {
        stem.removeLast()
    } else if last != UInt8(ascii: "y"), last != UInt8(ascii: "i") {
        return false
    }
    if let end = stem.last, stem.count > 2, stem[stem.endIndex - 2] == end { stem.removeLast() }
    return stem.count >= 3 && long.starts(with: stem)
}
