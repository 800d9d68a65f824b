/// What the tables of names know, parsed at first use.
enum NameKnowledge {
    /// Also the names of the other tables; of the short forms only those that are no mere initials (`abs`).
    static func isGivenName(_ word: String) -> Bool {
        givens.contains(word) || variants.contains(word)
            || shortForms.lines(with: word).contains { $0[0] == word || word.utf8.count > 3 }
    }
    static func isFamilyName(_ word: String) -> Bool { families.contains(word) }

    /// Other names that may mean the same person, with how surely: spelling variants, then short forms, then short
    /// forms of the same name.
    static func relatives(of word: String) -> [(name: String, likeness: Likeness)] {
        var found = variants.others(than: word).map { ($0, Likeness.variant) }
        let lines = shortForms.lines(with: word)
        for line in lines where line[0] == word { found += line.dropFirst().map { ($0, Likeness.longForm) } }
        for full in lines.map({ $0[0] }) where full != word {
            found.append((full, .shortForm))
            for line in shortForms.lines(with: full) where line[0] == full {
                found += line.dropFirst().filter { $0 != word }.map { ($0, Likeness.sharedForm) }
            }
            // `Bex` for `Rebekah`, whose line is that of `Rebecca`.
            found += variants.others(than: full).map { ($0, Likeness.shortForm) }
        }
        return found
    }

    /// Every three letters of the word (its ends count as letters) stand in several given names: `saof` and `jqck` do
    /// not.
    static func readsLikeName(_ word: WordBytes) -> Bool {
        var (first, second) = (wordEnd, wordEnd)
        for byte in word + [.space] {
            let third = letterNumber(byte)
            if second != wordEnd, threeLetters[position(first, second, third)] < 6 { return false }
            (first, second) = (second, third)
        }
        return true
    }

    /// How many given names hold these three letters.
    private static let threeLetters: [UInt16] = {
        var counts = [UInt16](repeating: 0, count: 27 * 27 * 27)
        var (first, second) = (wordEnd, wordEnd)
        for byte in Array(GivenNames.table.utf8) {
            let third = letterNumber(byte)
            if second != wordEnd { counts[position(first, second, third)] += 1 }
            (first, second) = third == wordEnd ? (wordEnd, wordEnd) : (second, third)
        }
        return counts
    }()

    private static let wordEnd = 26

    private static func letterNumber(_ byte: UInt8) -> Int { byte.isASCIISmallLetter ? Int(byte - .smallA) : wordEnd }

    private static func position(_ first: Int, _ second: Int, _ third: Int) -> Int {
        (first * 27 + second) * 27 + third
    }

    // Each is made when the first word is looked up in it: a lesson seldom needs all.
    private static let givens = wordSet(GivenNames.table)
    private static let families = wordSet(GivenNames.families)
    /// Spellings of one name, a line each.
    private static let variants = NameLines(Nicknames.variants)
    /// A name, then its short forms.
    private static let shortForms = NameLines(Nicknames.shortForms)
}

/// Lines of names, found by each of their names.
private struct NameLines {
    let lines: [[String]]
    /// The last first.
    private let positions: [String: [Int]]

    func contains(_ name: String) -> Bool { positions[name] != nil }

    init(_ table: String) {
        lines = linesOfWords(table)
        var positions = [String: [Int]](minimumCapacity: table.utf8.count / 6)
        for position in lines.indices.reversed() {
            for name in lines[position] { positions[name, default: []].append(position) }
        }
        self.positions = positions
    }

    func lines(with name: String) -> [[String]] { (positions[name] ?? []).map { lines[$0] } }

    /// Every other name of these lines.
    func others(than name: String) -> [String] { lines(with: name).flatMap { $0.filter { $0 != name } } }
}
