/// What the tables of names know, parsed at first use.
enum NameKnowledge {
    /// Spellings of one name → the number of their line.
    private static let variantLines = Nicknames.variants.split(separator: "\n")
    private static let variantGroups: [String: [Int32]] = {
        var groups: [String: [Int32]] = [:]
        for (number, line) in variantLines.enumerated() {
            for name in line.split(separator: " ") { groups[String(name), default: []].append(Int32(number)) }
        }
        return groups
    }()

    private static let shortToFull: [String: [String]] = pairs.short
    private static let fullToShort: [String: [String]] = pairs.full
    private static let pairs: (short: [String: [String]], full: [String: [String]]) = {
        var short: [String: [String]] = [:]
        var full: [String: [String]] = [:]
        for line in Nicknames.shortForms.split(separator: "\n") {
            let names = line.split(separator: " ").map(String.init)
            guard let name = names.first else { continue }
            full[name, default: []] += names.dropFirst()
            for form in names.dropFirst() { short[form, default: []].append(name) }
        }
        return (short, full)
    }()

    private static let givenNames: Set<String> = {
        var names = Set(GivenNames.table.split { $0 == " " || $0 == "\n" }.map(String.init))
        names.formUnion(variantGroups.keys)
        names.formUnion(fullToShort.keys)
        names.formUnion(shortToFull.keys.filter { $0.utf8.count > 3 })
        return names
    }()

    private static let families = Set(GivenNames.families.split { $0 == " " || $0 == "\n" }.map(String.init))

    static func isGivenName(_ word: String) -> Bool { givenNames.contains(word) }
    static func isFamilyName(_ word: String) -> Bool { families.contains(word) }

    /// Other names that may mean the same person, with how surely: spelling variants, then short forms, then short forms of the same name.
    static func relatives(of name: String) -> [(name: String, rank: Rank)] {
        var result: [(String, Rank)] = []
        for line in variantGroups[name] ?? [] {
            for other in variantLines[Int(line)].split(separator: " ") where other != name { result.append((String(other), .variant)) }
        }
        for short in fullToShort[name] ?? [] { result.append((short, .longForm)) }
        for full in shortToFull[name] ?? [] {
            result.append((full, .shortForm))
            for short in fullToShort[full] ?? [] where short != name { result.append((short, .sharedForm)) }
            // `Bex` for `Rebekah`, whose line is that of `Rebecca`.
            for line in variantGroups[full] ?? [] {
                for other in variantLines[Int(line)].split(separator: " ") { result.append((String(other), .shortForm)) }
            }
        }
        return result
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
