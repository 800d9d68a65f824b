/// A word's bytes: lower-case ASCII letters.
typealias WordBytes = ArraySlice<UInt8>

/// Words, each once, numbered in the order in which they came; found by their bytes.
///
/// A `String` of each in a `Set` took longer to make and to ask than all the rest of a run.
struct WordStore: Sendable {
    private var letters: [UInt8] = []
    private var ends: [Int32] = []
    /// Open addressing: 1 + the number of the word, 0 for none.
    private var slots: [Int32]

    var count: Int { ends.count }

    /// - Parameter words: about as many are expected.
    init(reserving words: Int = 16) {
        var size = 32
        while size < words * 2 { size *= 2 }
        slots = Array(repeating: 0, count: size)
        letters.reserveCapacity(words * 7)
        ends.reserveCapacity(words)
    }

    subscript(number: Int) -> WordBytes { letters[(number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])] }

    /// - Parameter hash: of these bytes, by `WordStore.hash`.
    func number(of word: WordBytes, hash: UInt64) -> Int? {
        let slot = slot(of: word, hash: hash)
        return slots[slot] == 0 ? nil : Int(slots[slot]) - 1
    }

    func number(of word: String) -> Int? {
        let bytes = Array(word.utf8)[...]
        return number(of: bytes, hash: WordStore.hash(bytes))
    }

    /// The word's number, a new one if it was not there.
    mutating func add(_ word: WordBytes, hash: UInt64) -> Int {
        let slot = slot(of: word, hash: hash)
        if slots[slot] != 0 { return Int(slots[slot]) - 1 }
        letters += word
        ends.append(Int32(letters.count))
        slots[slot] = Int32(ends.count)
        if ends.count * 2 > slots.count { grow() }
        return ends.count - 1
    }

    mutating func add(_ word: WordBytes) -> Int { add(word, hash: WordStore.hash(word)) }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        for number in ends.indices {
            let word = self[number]
            slots[slot(of: word, hash: WordStore.hash(word))] = Int32(number + 1)
        }
    }

    /// Where the word is, or the empty slot where it would be.
    private func slot(of word: WordBytes, hash: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: hash ^ hash >> 29) & (slots.count - 1)
        while slots[slot] != 0, !isWord(Int(slots[slot]) - 1, word) { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }

    private func isWord(_ number: Int, _ word: WordBytes) -> Bool {
        let start = number == 0 ? 0 : Int(ends[number - 1])
        guard Int(ends[number]) - start == word.count else { return false }
        var (i, j) = (start, word.startIndex)
        while j < word.endIndex {
            if letters[i] != word[j] { return false }
            (i, j) = (i + 1, j + 1)
        }
        return true
    }

    static func hash(_ word: WordBytes) -> UInt64 {
        var hash = emptyHash
        for byte in word { hash = mixed(hash, byte) }
        return hash
    }

    static func hash(_ word: Span<UInt8>) -> UInt64 {
        var hash = emptyHash
        for i in word.indices { hash = mixed(hash, word[i]) }
        return hash
    }

    private static let emptyHash: UInt64 = 0xCBF2_9CE4_8422_2325
    private static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
}

/// Numbers (of an index's words) under keys that several may share, in the order in which they came.
struct WordChains: Sendable {
    private var keys: WordStore
    private var firsts: [Int32] = []
    private var lasts: [Int32] = []
    /// By number: the next of the same key, -1 for the last.
    private var nexts: [Int32] = []

    init(reserving words: Int) {
        keys = WordStore(reserving: words)
        firsts.reserveCapacity(words)
        lasts.reserveCapacity(words)
        nexts.reserveCapacity(words)
    }

    /// The numbers must come in order, without gaps.
    mutating func append(under key: WordBytes) {
        let number = Int32(nexts.count)
        nexts.append(-1)
        let chain = keys.add(key)
        if chain == firsts.count {
            firsts.append(number)
            lasts.append(number)
        } else {
            nexts[Int(lasts[chain])] = number
            lasts[chain] = number
        }
    }

    func forEach(under key: WordBytes, hash: UInt64, _ body: (Int) -> Void) {
        guard let chain = keys.number(of: key, hash: hash) else { return }
        var number = firsts[chain]
        while number >= 0 {
            body(Int(number))
            number = nexts[Int(number)]
        }
    }
}
