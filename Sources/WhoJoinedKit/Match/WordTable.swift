/// The words of a table of text, found by their bytes.
///
/// A `lesson` asks for thirty names of ten thousand: making a `String` of each to fill a `Set` took longer than all the rest
/// of the run, so the text stays as it is and only places in it are kept.
struct WordTable: Sendable {
    struct Word: Sendable {
        var bytes: Range<Int>
        /// Where its line starts: the first word's place.
        var line: Int
        var isFirst: Bool { bytes.lowerBound == line }
    }

    private let text: [UInt8]
    private var words: [Word] = []
    /// Open addressing: 1 + the place in `words`, 0 for none. A word that stands in several lines has several slots, in their order.
    private var slots: [Int32] = []

    /// - Parameter text: words of ASCII between blanks and line ends.
    init(_ text: String) {
        self.text = Array(text.utf8)
        var (start, line, isLineOpen) = (0, 0, false)
        for i in 0...self.text.count {
            let byte = i < self.text.count ? self.text[i] : 0x0A
            if byte > 0x20 { continue }
            if i > start {
                if !isLineOpen { line = start }
                isLineOpen = true
                words.append(Word(bytes: start..<i, line: line))
            }
            if byte == 0x0A { isLineOpen = false }
            start = i + 1
        }
        var size = 64
        while size < words.count * 2 { size *= 2 }
        slots = [Int32](repeating: 0, count: size)
        for (i, word) in words.enumerated() {
            var slot = hash(self.text[word.bytes])
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = Int32(i + 1)
        }
    }

    /// Every place of the word, in the order of the text.
    func places(of word: String) -> [Word] {
        var found: [Word] = []
        var slot = hash(word.utf8)
        while slots[slot] != 0 {
            let place = words[Int(slots[slot]) - 1]
            if place.bytes.count == word.utf8.count, text[place.bytes].elementsEqual(word.utf8) { found.append(place) }
            slot = (slot + 1) & (slots.count - 1)
        }
        return found
    }

    func contains(_ word: String) -> Bool {
        var slot = hash(word.utf8)
        while slots[slot] != 0 {
            let bytes = words[Int(slots[slot]) - 1].bytes
            if bytes.count == word.utf8.count, text[bytes].elementsEqual(word.utf8) { return true }
            slot = (slot + 1) & (slots.count - 1)
        }
        return false
    }

    /// All words of the line of a place.
    func line(of place: Word) -> [String] {
        let end = text[place.line...].firstIndex(of: 0x0A) ?? text.count
        return text[place.line..<end].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    }

    private func hash(_ bytes: some Sequence<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: hash ^ hash >> 29) & (slots.count - 1)
    }
}
