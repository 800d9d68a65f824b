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
