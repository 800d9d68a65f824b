/// What the tables of names know, parsed at first use.
enum NameKnowledge {
    /// Also the names of the other tables; of the short forms only those that are no mere initials (`abs`).
    static func isGivenName(_ word: WordBytes, hash: UInt64) -> Bool {
        tables.marks(of: word, hash: hash).contains(.given)
    }
    static func isFamilyName(_ word: WordBytes, hash: UInt64) -> Bool {
        tables.marks(of: word, hash: hash).contains(.family)
    }
    static func isGivenName(_ word: String) -> Bool {
        let letters = Array(word.utf8)[...]
        return isGivenName(letters, hash: WordStore.hash(letters))
    }

    /// The word of a relative's number.
    static func letters(of number: Int) -> WordBytes { tables.words[number] }

    /// Other names that may mean the same person, with how surely: spelling variants, then short forms, then short
    /// forms of the same name.
    /// - Parameter found: the other name's number, and how surely it is meant.
    static func forEachRelative(of word: WordBytes, hash: UInt64, _ found: (Int, Rank) -> Void) {
        guard let name = tables.words.number(of: word, hash: hash) else { return }
        tables.variants.forEachOther(than: name) { found($0, .variant) }
        tables.shortForms.forEachLine(of: name) { line in
            if line.first == Int32(name) { for short in line.dropFirst() { found(Int(short), .longForm) } }
        }
        tables.shortForms.forEachLine(of: name) { line in
            guard let full = line.first.map(Int.init), full != name else { return }
            found(full, .shortForm)
            tables.shortForms.forEachLine(of: full) { line in
                if line.first == Int32(full) {
                    for short in line.dropFirst() where short != Int32(name) { found(Int(short), .sharedForm) }
                }
            }
            // `Bex` for `Rebekah`, whose line is that of `Rebecca`.
            tables.variants.forEachOther(than: full) { found($0, .shortForm) }
        }
    }

    /// Every three letters of the word (its ends count as letters) stand in several given names: `saof` and `jqck` do
    /// not.
    static func readsLikeName(_ word: WordBytes) -> Bool {
        var (first, second) = (26, 26)
        for i in word.startIndex...word.endIndex {
            let byte = i < word.endIndex ? word[i] : .space
            let third = byte >= 0x61 && byte <= 0x7A ? Int(byte) - 0x61 : 26
            if second != 26, threeLetters[place(first, second, third)] < 6 { return false }
            (first, second) = (second, third)
        }
        return true
    }

    /// How many given names hold these three letters.
    private static let threeLetters: [UInt16] = {
        var counts = [UInt16](repeating: 0, count: 27 * 27 * 27)
        var (first, second) = (26, 26)
        for byte in Array(GivenNames.table.utf8) {
            let third = byte >= 0x61 && byte <= 0x7A ? Int(byte) - 0x61 : 26
            if second != 26 { counts[place(first, second, third)] += 1 }
            (first, second) = third == 26 ? (26, 26) : (second, third)
        }
        return counts
    }()

    private static func place(_ first: Int, _ second: Int, _ third: Int) -> Int {
        let head = first * 27 + second
        return head * 27 + third
    }

    private static let tables = NameTables()
}

/// The tables as numbers of words.
private struct NameTables {
    struct Marks: OptionSet {
        var rawValue: UInt8
        static let given = Marks(rawValue: 1)
        static let family = Marks(rawValue: 2)
    }

    private(set) var words = WordStore(reserving: 16_000)
    private var marks: [Marks] = []
    /// Spellings of one name, a line each.
    let variants: WordLines
    /// A name, then its short forms.
    let shortForms: WordLines

    init() {
        variants = WordLines(Nicknames.variants, in: &words)
        for _ in 0..<words.count { marks.append(.given) }
        shortForms = WordLines(Nicknames.shortForms, in: &words)
        while marks.count < words.count { marks.append([]) }
        for line in shortForms.all {
            for (i, word) in line.enumerated() where i == 0 || words[Int(word)].count > 3 {
                marks[Int(word)].insert(.given)
            }
        }
        for (table, mark) in [(GivenNames.table, Marks.given), (GivenNames.families, Marks.family)] {
            forEachWord(in: Array(table.utf8)) { word in
                let number = words.add(word)
                while marks.count <= number { marks.append([]) }
                marks[number].insert(mark)
            }
        }
    }

    func marks(of word: WordBytes, hash: UInt64) -> Marks { words.number(of: word, hash: hash).map { marks[$0] } ?? [] }
}

/// Words of ASCII between blanks and line ends.
private func forEachWord(in text: [UInt8], _ body: (WordBytes) -> Void, lineEnded: () -> Void = {}) {
    var start = 0
    for i in 0...text.count {
        let byte = i < text.count ? text[i] : .lineFeed
        if byte > .space { continue }
        if i > start { body(text[start..<i]) }
        if byte == .lineFeed { lineEnded() }
        start = i + 1
    }
}

/// Lines of words as their numbers, found by each of their words.
struct WordLines: Sendable {
    private var numbers: [Int32] = []
    private var ends: [Int] = []
    /// By the number of a word: its last place in `numbers`, 1-based, 0 for none; then from place to place backwards.
    private var lastPlaces: [Int32] = []
    private var placesBefore: [Int32] = []
    private var lineOfPlace: [Int32] = []

    /// - Parameter text: words of ASCII between blanks and line ends.
    init(_ text: String, in words: inout WordStore) {
        forEachWord(in: Array(text.utf8)) {
            append(words.add($0))
        } lineEnded: {
            if numbers.count > (ends.last ?? 0) { ends.append(numbers.count) }
        }
    }

    private mutating func append(_ number: Int) {
        while lastPlaces.count <= number { lastPlaces.append(0) }
        numbers.append(Int32(number))
        lineOfPlace.append(Int32(ends.count))
        placesBefore.append(lastPlaces[number])
        lastPlaces[number] = Int32(numbers.count)
    }

    var all: some Sequence<ArraySlice<Int32>> { ends.indices.lazy.map { line($0) } }

    private func line(_ index: Int) -> ArraySlice<Int32> { numbers[(index == 0 ? 0 : ends[index - 1])..<ends[index]] }

    /// Every line in which the word stands, the last first.
    func forEachLine(of word: Int, _ body: (ArraySlice<Int32>) -> Void) {
        guard word < lastPlaces.count else { return }
        var place = Int(lastPlaces[word])
        while place > 0 {
            body(line(Int(lineOfPlace[place - 1])))
            place = Int(placesBefore[place - 1])
        }
    }

    /// Every other word of these lines.
    func forEachOther(than word: Int, _ body: (Int) -> Void) {
        forEachLine(of: word) { for other in $0 where other != Int32(word) { body(Int(other)) } }
    }
}
