/// What the tables of names know, parsed at first use.
enum NameKnowledge {
    /// Spellings of one name, a line each.
    private static let variants = WordTable(Nicknames.variants)
    /// A name, then its short forms.
    private static let shortForms = WordTable(Nicknames.shortForms)
    private static let givenNames = WordTable(GivenNames.table)
    private static let families = WordTable(GivenNames.families)

    /// Also the names of the other tables; of the short forms only those that are no mere initials (`abs`).
    static func isGivenName(_ word: String) -> Bool {
        givenNames.contains(word) || variants.contains(word)
            || shortForms.places(of: word).contains { $0.isFirst || word.utf8.count > 3 }
    }

    static func isFamilyName(_ word: String) -> Bool { families.contains(word) }

    /// Other names that may mean the same person, with how surely: spelling variants, then short forms, then short forms of the same name.
    static func relatives(of name: String) -> [(name: String, rank: Rank)] {
        var result: [(String, Rank)] = otherSpellings(of: name).map { ($0, .variant) }
        let places = shortForms.places(of: name)
        for place in places where place.isFirst {
            for short in shortForms.line(of: place).dropFirst() { result.append((short, .longForm)) }
        }
        for place in places where !place.isFirst {
            let full = shortForms.line(of: place)[0]
            result.append((full, .shortForm))
            for place in shortForms.places(of: full) where place.isFirst {
                for short in shortForms.line(of: place).dropFirst() where short != name { result.append((short, .sharedForm)) }
            }
            // `Bex` for `Rebekah`, whose line is that of `Rebecca`.
            for other in otherSpellings(of: full) { result.append((other, .shortForm)) }
        }
        return result
    }

    private static func otherSpellings(of name: String) -> [String] {
        variants.places(of: name).flatMap { variants.line(of: $0).filter { $0 != name } }
    }

    /// Every three letters of the word (its ends count as letters) stand in several given names: `saof` and `jqck` do not.
    static func readsLikeName(_ word: String) -> Bool {
        var (first, second) = (26, 26)
        for byte in Array(word.utf8) + [0x20] {
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
        for byte in GivenNames.table.utf8 {
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
}
