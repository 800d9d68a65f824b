/// A name as it was written, ready to be looked up in many indices: what its words are, sound like and may be short
/// for.
///
/// Its parts are its words and up to four neighbouring words written as one (`Mc Donald`).
final class WrittenName {
    /// A word, or several neighbouring ones as one.
    struct Part {
        var start: Int
        var end: Int
        /// All ranges are of the name's `bytes`.
        var letters: Range<Int>
        var hash: UInt64
        var shape: WordShape
        var hasLostLetters: Bool
        /// An initial glued to a name would pass for a slip of it.
        var mayVary: Bool
        var isSingle: Bool { end - start == 1 }
    }

    let wordCount: Int
    let letterCount: Int
    /// Of each word that is a single letter: its bit.
    let initials: [UInt32]
    let parts: [Part]
    private let bytes: [UInt8]
    /// Made at first use: most names are found by their letters.
    private(set) lazy var variations = NameVariations(of: parts, in: bytes)

    init(_ words: [String]) {
        var (bytes, starts, initials) = ([UInt8](), [Int](), [UInt32]())
        bytes.reserveCapacity(48)
        starts.reserveCapacity(words.count + 1)
        initials.reserveCapacity(words.count)
        for word in words {
            starts.append(bytes.count)
            bytes += word.utf8
            let isInitial = bytes.count == starts[starts.count - 1] + 1
            initials.append(isInitial ? letterBit(bytes[bytes.count - 1]) : 0)
        }
        starts.append(bytes.count)
        (wordCount, letterCount) = (words.count, bytes.count)
        parts = words.count <= PeopleIndex.wordLimit ? WrittenName.parts(of: bytes, between: starts) : []
        (self.initials, self.bytes) = (initials, bytes)
    }

    private static func parts(of bytes: [UInt8], between starts: [Int]) -> [Part] {
        let wordCount = starts.count - 1
        var parts: [Part] = []
        parts.reserveCapacity(wordCount * 3)
        for start in 0..<wordCount {
            var hasInitial = false
            for end in (start + 1)...min(wordCount, start + 4) {
                if starts[end] - starts[end - 1] == 1 { hasInitial = true }
                let range = starts[start]..<starts[end]
                guard range.count > 1 || wordCount == 1 else { continue }
                let letters = bytes[range]
                parts.append(
                    Part(
                        start: start, end: end, letters: range, hash: WordStore.hash(letters),
                        shape: WordShape(letters),
                        hasLostLetters: letters.contains(CleanName.unreadable), mayVary: end == start + 1 || !hasInitial
                    ))
            }
        }
        return parts
    }

    subscript(range: Range<Int>) -> WordBytes { bytes[range] }

    /// All letters as one word.
    var joined: WordBytes { bytes[...] }
}
