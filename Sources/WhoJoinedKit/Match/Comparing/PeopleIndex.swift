/// A group of people (a class, the staff, the contacts of a class) by every part of their names.
///
/// Parts are numbered: a name is looked up word by word, and what it may mean is then a matter of numbers.
struct PeopleIndex: Sendable {
    /// How far a written part may be from a part of a name.
    enum Reach: Int, Comparable {
        case letters, spellings, slips
        static func < (a: Reach, b: Reach) -> Bool { a.rawValue < b.rawValue }
    }

    /// Longer names are nobody's.
    static let wordLimit = 8

    enum Side: UInt8 { case given, family }

    /// That a part is this person's, as one side of the name.
    private struct Holding {
        var part: Int32
        var person: Int32
        var side: Side
        var rank: Rank
    }

    /// Given and family name of a person, which may be written as one word, either way round: `adildjoudi`.
    private struct Pair {
        var person: Int32
        var first: Int32
        var second: Int32
        /// Of both together.
        var length: Int
        var letter: UInt8
    }

    private var parts: WordStore
    private var shapes: [WordShape] = []
    /// By part, from `holdingStarts[part]` on.
    private var holdings: [Holding] = []
    private var holdingStarts: [Int32] = []
    private var byStrictSound: WordChains
    private var byLooseSound: WordChains
    private var byLook: WordChains
    private var initials: [Initials] = []
    private var pairs: [Pair] = []

    private struct Initials {
        var given: UInt32 = 0
        var family: UInt32 = 0
        /// Of middle names and later parts: what may stand beside the first.
        var further: UInt32 = 0
    }

    var isEmpty: Bool { initials.isEmpty }

    init(_ names: [PersonNames]) {
        let expected = 3 * names.count
        parts = WordStore(reserving: expected)
        (byStrictSound, byLooseSound, byLook) = (
            WordChains(reserving: expected), WordChains(reserving: expected), WordChains(reserving: expected)
        )
        shapes.reserveCapacity(expected)
        holdings.reserveCapacity(expected)
        initials.reserveCapacity(names.count)
        for (i, name) in names.enumerated() { add(name, person: Int32(i)) }
        sortHoldings()
    }

    // MARK: building

    private mutating func add(_ name: PersonNames, person: Int32) {
        let givens = name.givens.map { addSide($0, .given, person, whole: .exact) }
        for words in name.middles { _ = addSide(words, .given, person, whole: .otherPart) }
        let families = name.families.map { addSide($0, .family, person, whole: .exact) }
        for given in givens {
            for family in families {
                for first in given.prefix(2) {
                    for second in first == given[0] ? family[...] : family[..<1] { addPair(first, second, of: person) }
                }
                addPair(family[0], given[0], of: person)
            }
        }
        func letters(_ lists: some Sequence<[String]>) -> UInt32 {
            lists.joined().reduce(0) { $0 | ($1.utf8.first.map(letterBit) ?? 0) }
        }
        initials.append(
            Initials(
                given: letters(name.givens + name.middles), family: letters(name.families),
                further: letters(name.middles + name.givens.map { Array($0.dropFirst()) })))
    }

    private mutating func addPair(_ first: Int32, _ second: Int32, of person: Int32) {
        let (head, tail) = (shapes[Int(first)], shapes[Int(second)])
        pairs.append(
            Pair(
                person: person, first: first, second: second, length: Int(head.length) + Int(tail.length),
                letter: head.first))
    }

    /// - Returns: the whole in one word, then its words if there are several.
    private mutating func addSide(_ words: [String], _ side: Side, _ person: Int32, whole: Rank) -> [Int32] {
        var found = [hold(words.joined(), person, side, whole)]
        guard words.count > 1 else { return found }
        for (i, word) in words.enumerated() where word.utf8.count > 1 {
            found.append(hold(word, person, side, min(whole, i == 0 ? .firstPart : .otherPart)))
        }
        return found
    }

    private mutating func hold(_ text: String, _ person: Int32, _ side: Side, _ rank: Rank) -> Int32 {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(4 * text.utf8.count)
        bytes += text.utf8
        let letters = bytes.indices
        let part = parts.add(bytes[letters])
        if part == shapes.count {
            shapes.append(WordShape(bytes[letters]))
            let sounds = SoundKey.append(of: letters, to: &bytes)
            byStrictSound.append(under: bytes[sounds.strict])
            byLooseSound.append(under: bytes[sounds.loose])
            byLook.append(under: bytes[appendLook(of: letters, to: &bytes)])
        }
        holdings.append(Holding(part: Int32(part), person: person, side: side, rank: rank))
        return Int32(part)
    }

    /// By part, those of one part in the order in which they came.
    private mutating func sortHoldings() {
        holdingStarts = Array(repeating: 0, count: parts.count + 1)
        for holding in holdings { holdingStarts[Int(holding.part) + 1] += 1 }
        for part in 0..<parts.count { holdingStarts[part + 1] += holdingStarts[part] }
        var (next, sorted) = (holdingStarts, holdings)
        for holding in holdings {
            sorted[Int(next[Int(holding.part)])] = holding
            next[Int(holding.part)] += 1
        }
        holdings = sorted
    }

    // MARK: finding

    /// People whose full name is these letters, written as one word or with other gaps.
    func gluedFits(_ name: WrittenName) -> [NameFit] {
        let letters = name.joined
        var people: [Int] = []
        for pair in pairs
        where pair.length == letters.count && pair.letter == letters.first && people.last != Int(pair.person) {
            let first = parts[Int(pair.first)]
            if letters.starts(with: first), letters.dropFirst(first.count).elementsEqual(parts[Int(pair.second)]) {
                people.append(Int(pair.person))
            }
        }
        return people.map { NameFit(person: $0, given: .exact, family: .exact) }
    }

    /// Everybody whom the name fits in some way, in order of person.
    /// - Parameter knows: which words are names of other people.
    func fits(_ name: WrittenName, _ reach: Reach, switches: MatchSwitches = .all, knows: OtherNames) -> [NameFit] {
        var hits: [NameHit] = []
        hits.reserveCapacity(8)
        var relations = Relations()
        let variations = reach > .letters ? name.variations : nil
        for at in name.parts.indices {
            let part = name.parts[at]
            let letters = name[part.letters]
            relations.list.removeAll(keepingCapacity: true)
            if part.hasLostLetters {
                for known in 0..<parts.count where fitsWithLostLetters(letters, parts[known]) {
                    relations.add(known, .restored, .restored)
                }
            } else {
                let same = parts.number(of: letters, hash: part.hash)
                guard let variations, part.mayVary else {
                    if let same { addHits(of: part, (same, .exact, .exact), to: &hits) }
                    continue
                }
                if let same { relations.add(same, .exact, .exact) }
                addSpellings(of: part, letters, variations.list[at], in: variations, switches, knows, to: &relations)
                if reach == .slips {
                    addSlips(of: part, letters, variations.list[at], in: variations, switches, knows, to: &relations)
                }
            }
            for relation in relations.list { addHits(of: part, relation, to: &hits) }
        }
        return gathered(&hits, name)
    }

    private func addHits(of part: WrittenName.Part, _ relation: Relations.Relation, to hits: inout [NameHit]) {
        for i in Int(holdingStarts[relation.part])..<Int(holdingStarts[relation.part + 1]) {
            let holding = holdings[i]
            let rank = min(holding.side == .given ? relation.given : relation.family, holding.rank)
            // `Jo` is short for Joanna, not for the second half of Billie-Jo.
            if rank == .none || holding.rank <= .otherPart && rank < .soundsAlike && rank >= .headOfName { continue }
            hits.append(
                NameHit(
                    person: holding.person, part: holding.part, start: UInt8(part.start), end: UInt8(part.end),
                    side: holding.side, rank: rank))
        }
    }

    private func gathered(_ hits: inout [NameHit], _ name: WrittenName) -> [NameFit] {
        if hits.count > 1 { hits.sort { $0.person < $1.person } }
        var result: [NameFit] = []
        result.reserveCapacity(hits.count)
        var i = 0
        while i < hits.count {
            let person = Int(hits[i].person)
            var end = i + 1
            while end < hits.count, hits[end].person == hits[i].person { end += 1 }
            let own = initials[person]
            var cover = NameCover(
                initials: name.initials, hits: hits, range: i..<end, given: own.given, further: own.further,
                family: own.family)
            cover.extend(NameFit(person: person), from: 0)
            if let best = cover.best { result.append(best) }
            i = end
        }
        return result
    }

    // MARK: relations

    /// What a written part may be: how well a known part as a given name and how well as a family name, each part once.
    private struct Relations {
        typealias Relation = (part: Int, given: Rank, family: Rank)

        var list: [Relation] = []

        mutating func add(_ part: Int, _ given: Rank, _ family: Rank) {
            for i in list.indices where list[i].part == part {
                list[i].given = max(list[i].given, given)
                list[i].family = max(list[i].family, family)
                return
            }
            list.append((part, given, family))
        }
    }

    /// Parts that sound the same, and other forms of the name.
    private func addSpellings(
        of part: WrittenName.Part, _ letters: WordBytes, _ variation: NameVariations.Variation,
        in variations: NameVariations, _ switches: MatchSwitches,
        _ knows: OtherNames, to relations: inout Relations
    ) {
        if switches.sounds, letters.count >= 3 {
            // `Zhou` and `Zhu` sound alike and are two families; `Clark` and `Clarke` stand in the table of spellings.
            let isFamily = knows.isFamily(letters, hash: part.hash)
            // `vv` for `w` sounds the same and is no spelling of it.
            func isSpelling(_ known: Int) -> Bool {
                parts[known].count == letters.count || !looksTheSame(letters, parts[known])
            }
            byStrictSound.forEach(under: variations[variation.strict.letters], hash: variation.strict.hash) {
                if isSpelling($0) { relations.add($0, .variant, isFamily ? .otherName : .variant) }
            }
            byLooseSound.forEach(under: variations[variation.loose.letters], hash: variation.loose.hash) {
                guard isSpelling($0) else { return }
                let areBothNames = knows.isGiven(letters, hash: part.hash) && isGivenName($0)
                relations.add($0, areBothNames ? .otherName : .soundsAlike, isFamily ? .otherName : .soundsAlike)
            }
        }
        guard switches.nicknames else { return }
        for relative in variations.relatives[variation.relatives] {
            guard let known = parts.number(of: NameKnowledge.letters(of: relative.number), hash: relative.hash) else {
                continue
            }
            relations.add(known, relative.rank, relative.rank >= .variant ? relative.rank : .none)
        }
    }

    /// Parts that look the same or are a slip away.
    private func addSlips(
        of part: WrittenName.Part, _ letters: WordBytes, _ variation: NameVariations.Variation,
        in variations: NameVariations, _ switches: MatchSwitches,
        _ knows: OtherNames, to relations: inout Relations
    ) {
        guard letters.count >= 2 else { return }
        if part.isSingle, letters.count >= 3 {
            byLook.forEach(under: variations[variation.look.letters], hash: variation.look.hash) {
                if parts[$0] != letters { relations.add($0, .lookAlike, .lookAlike) }
            }
        }
        addNear(part, letters, switches, knows, to: &relations)
    }

    private func isGivenName(_ part: Int) -> Bool {
        NameKnowledge.isGivenName(parts[part], hash: WordStore.hash(parts[part]))
    }

    /// Slips, heads of names and look-alikes: one look at every part of the group's names.
    private func addNear(
        _ part: WrittenName.Part, _ letters: WordBytes, _ switches: MatchSwitches, _ knows: OtherNames,
        to relations: inout Relations
    ) {
        let shape = part.shape
        let length = Int(shape.length)
        let seeksHeads = part.isSingle && switches.nicknames
        let shapes = shapes.span
        for i in shapes.indices {
            let other = shapes[i]
            let difference = Int(other.length) - length
            if seeksHeads, difference >= 1, other.head == shape.head, isHead(letters, of: parts[i]) {
                relations.add(i, knows.isGiven(letters, hash: part.hash) ? .otherName : .headOfName, .none)
            }
            let allowed = min(length, length + difference) >= 9 ? 2 : 1
            guard abs(difference) <= allowed, (shape.letters ^ other.letters).nonzeroBitCount <= 2 * allowed,
                switches.slips
            else { continue }
            let meant = parts[i]
            let distance = typingDistance(letters, meant, limit: allowed)
            guard distance > 0, distance <= allowed else { continue }
            // `Iy` may be Ivy or somebody else; of two letters no more can be said.
            if min(length, meant.count) < 3 {
                if difference != 0, min(length, meant.count) == 2 { relations.add(i, .otherName, .none) }
                continue
            }
            if looksTheSame(letters, meant) {
                relations.add(i, .lookAlike, .lookAlike)
                continue
            }
            let rank: Rank =
                distance == 1 && !isLikelySlip(typed: letters, meant: meant)
                ? .otherName : min(length, meant.count) >= 4 ? .slip : .shortSlip
            guard switches.givenNames else {
                relations.add(i, rank, rank)
                continue
            }
            // Short given names lie close together: what reads like one is hardly a slip of another.
            let isOther = knows.isGiven(letters, hash: part.hash) || length <= 5 && NameKnowledge.readsLikeName(letters)
            relations.add(i, isOther ? .otherName : rank, knows.isFamily(letters, hash: part.hash) ? .otherName : rank)
        }
    }
}
