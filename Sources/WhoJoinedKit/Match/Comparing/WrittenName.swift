/// A name as it was written, ready to be looked up in many indices.
///
/// Its parts are its words and up to four neighbouring words written as one (`Mc Donald`).
final class WrittenName {
    /// Longer names are nobody's.
    private static let wordLimit = 8

    /// A word, or several neighbouring ones as one.
    struct Part {
        var words: Range<Int>
        var text: String
        var letters: WordBytes
        var shape: WordShape
        var hasLostLetters: Bool
        /// An initial glued to a name would pass for a slip of it.
        var mayVary: Bool
        var isSingle: Bool { words.count == 1 }
    }

    /// Of each word that is a single letter: its bit.
    let initials: [UInt32]
    let parts: [Part]
    /// All letters as one word.
    let joined: WordBytes
    /// Beside the parts. Made at first use: most names are found by their letters.
    private(set) lazy var variations = parts.map { NameVariations(of: $0) }

    var wordCount: Int { initials.count }

    init(_ words: [String]) {
        let letters = Array(words.joined().utf8)
        var ends: [Int] = [0]
        for word in words { ends.append(ends[ends.count - 1] + word.utf8.count) }
        initials = words.indices.map { ends[$0 + 1] - ends[$0] == 1 ? letterBit(letters[ends[$0]]) : 0 }
        parts = words.count <= WrittenName.wordLimit ? WrittenName.parts(of: letters, between: ends) : []
        joined = letters[...]
    }

    private static func parts(of bytes: [UInt8], between ends: [Int]) -> [Part] {
        let wordCount = ends.count - 1
        var parts: [Part] = []
        for start in 0..<wordCount {
            var hasInitial = false
            for end in (start + 1)...min(wordCount, start + 4) {
                if ends[end] - ends[end - 1] == 1 { hasInitial = true }
                let letters = bytes[ends[start]..<ends[end]]
                guard letters.count > 1 || wordCount == 1 else { continue }
                parts.append(
                    Part(
                        words: start..<end, text: String(decoding: letters, as: UTF8.self), letters: letters,
                        shape: WordShape(letters),
                        hasLostLetters: letters.contains(CleanName.unreadable),
                        mayVary: end == start + 1 || !hasInitial))
            }
        }
        return parts
    }
}
