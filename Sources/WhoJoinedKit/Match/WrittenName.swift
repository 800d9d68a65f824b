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

/// What the parts of a written name sound and look like, and other names that they may mean.
struct NameVariations {
    struct Variation {
        var strict: Key
        var loose: Key
        var look: Key
        /// Of the `relatives`.
        var relatives: Range<Int>
    }

    struct Key {
        /// Of the `bytes`.
        var letters: Range<Int>
        var hash: UInt64
    }

    struct Relative {
        /// In `NameKnowledge`.
        var number: Int
        var hash: UInt64
        var rank: Rank
    }

    /// Beside the name's parts.
    private(set) var list: [Variation] = []
    private(set) var relatives: [Relative] = []
    /// Those of the name, then sounds and looks.
    private var bytes: [UInt8]

    init(of parts: [WrittenName.Part], in letters: [UInt8]) {
        bytes = letters
        bytes.reserveCapacity(letters.count * 8)
        list.reserveCapacity(parts.count)
        for part in parts {
            let sounds = SoundKey.append(of: part.letters, to: &bytes)
            let look = appendLook(of: part.letters, to: &bytes)
            let first = relatives.count
            if part.mayVary { addRelatives(of: part) }
            list.append(
                Variation(
                    strict: key(sounds.strict), loose: key(sounds.loose), look: key(look),
                    relatives: first..<relatives.count))
        }
    }

    subscript(range: Range<Int>) -> WordBytes { bytes[range] }

    private mutating func addRelatives(of part: WrittenName.Part) {
        NameKnowledge.forEachRelative(of: bytes[part.letters], hash: part.hash) { number, rank in
            relatives.append(
                Relative(number: number, hash: WordStore.hash(NameKnowledge.letters(of: number)), rank: rank))
        }
    }

    private func key(_ letters: Range<Int>) -> Key { Key(letters: letters, hash: WordStore.hash(bytes[letters])) }
}

/// Which words are names of somebody: the tables and everybody of the school.
struct OtherNames: Sendable {
    private var words = WordStore()
    private var areGiven: [Bool] = []
    private var areFamily: [Bool] = []

    init(of people: [PersonNames]) {
        for person in people {
            for word in person.givens.joined() { mark(word, isGiven: true) }
            for part in person.families { for word in [part.joined()] + part { mark(word, isGiven: false) } }
        }
    }

    private mutating func mark(_ word: String, isGiven: Bool) {
        let number = words.add(Array(word.utf8)[...])
        if number == areGiven.count {
            areGiven.append(false)
            areFamily.append(false)
        }
        if isGiven { areGiven[number] = true } else { areFamily[number] = true }
    }

    func isGiven(_ word: WordBytes, hash: UInt64) -> Bool {
        words.number(of: word, hash: hash).map { areGiven[$0] } == true || NameKnowledge.isGivenName(word, hash: hash)
    }

    func isFamily(_ word: WordBytes, hash: UInt64) -> Bool {
        words.number(of: word, hash: hash).map { areFamily[$0] } == true || NameKnowledge.isFamilyName(word, hash: hash)
    }

    func isGiven(_ word: String) -> Bool {
        let letters = Array(word.utf8)[...]
        return isGiven(letters, hash: WordStore.hash(letters))
    }
}
