/// A group of people (a class, the staff, the contacts of a class) by every part of their names.
///
/// Parts are numbered: a name is looked up word by word, and what it may mean is then a matter of numbers. The person is
/// said as an index into the list of bearers whose names these are, and fits no other list.
struct PeopleIndex<Bearer>: Sendable {
    typealias Person = TypedIndex<Bearer>

    /// That a part is this person's, as one side of the name.
    private struct Holding {
        var person: Person
        var side: NameSide
        var likeness: Likeness
    }

    /// Given and family name of a person, which may be written as one word, either way round: `adildjoudi`.
    private struct Pair {
        var person: Person
        var first: Int
        var second: Int
        /// Of both together.
        var length: Int
        var letter: UInt8
    }

    private var parts = WordList()
    /// By part.
    private var shapes: [WordShape] = []
    private var holdings: [[Holding]] = []
    /// Parts by what they sound and look like.
    private var byStrictSound: [String: [Int]] = [:]
    private var byLooseSound: [String: [Int]] = [:]
    private var byLook: [String: [Int]] = [:]
    private var initials: [Initials] = []
    private var pairs: [Pair] = []
    private let forms = FormsOfParts()

    private struct Initials {
        var given: UInt32 = 0
        var family: UInt32 = 0
        /// Of middle names and later parts: what may stand beside the first.
        var further: UInt32 = 0
    }

    var isEmpty: Bool { initials.isEmpty }

    /// - Parameter names: in the order of the bearers.
    init(_ names: [PersonNames]) {
        for (i, name) in names.enumerated() { add(name, person: Person(i)) }
    }

    // MARK: building

    private mutating func add(_ name: PersonNames, person: Person) {
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
                further: letters(
                    name.middles.filter { !name.givens.contains($0) } + name.givens.map { Array($0.dropFirst()) })))
    }

    private mutating func addPair(_ first: Int, _ second: Int, of person: Person) {
        let (head, tail) = (shapes[first], shapes[second])
        pairs.append(
            Pair(
                person: person, first: first, second: second, length: Int(head.length) + Int(tail.length),
                letter: head.first))
    }

    /// - Returns: the whole in one word, then its words if there are several.
    private mutating func addSide(_ words: [String], _ side: NameSide, _ person: Person, whole: Likeness) -> [Int] {
        var found = [hold(words.joined(), person, side, whole)]
        guard words.count > 1 else { return found }
        for (i, word) in words.enumerated() where word.utf8.count > 1 {
            found.append(hold(word, person, side, min(whole, i == 0 ? .firstPart : .otherPart)))
        }
        return found
    }

    private mutating func hold(_ text: String, _ person: Person, _ side: NameSide, _ likeness: Likeness) -> Int {
        let part = parts.add(text)
        if part == shapes.count {
            let letters = parts[part]
            shapes.append(WordShape(letters))
            holdings.append([])
            let sound = SoundKey(of: letters)
            byStrictSound[sound.strict, default: []].append(part)
            byLooseSound[sound.loose, default: []].append(part)
            byLook[lookKey(of: letters), default: []].append(part)
        }
        holdings[part].append(Holding(person: person, side: side, likeness: likeness))
        return part
    }

    // MARK: finding

    /// People whose full name is these letters, written as one word or with other gaps.
    func gluedFits(_ name: WrittenName) -> [NameFit<Bearer>] {
        let letters = name.joined
        var people: [Person] = []
        for pair in pairs
        where pair.length == letters.count && pair.letter == letters.first && people.last != pair.person {
            let first = parts[pair.first]
            if letters.starts(with: first), letters.dropFirst(first.count).elementsEqual(parts[pair.second]) {
                people.append(pair.person)
            }
        }
        return people.map { NameFit(person: $0, given: .exact, family: .exact, isOwnGiven: true) }
    }

    /// Everybody whom the name fits in some way, in order of person.
    /// - Parameter knows: which words are names of other people.
    func fits(_ name: WrittenName, _ reach: NameReach, switches: MatchSwitches = .all, knows: OtherNames) -> [NameFit<
        Bearer
    >] {
        var hits: [NameHit<Bearer>] = []
        hits.reserveCapacity(8)
        var relations = Relations()
        let variations = reach > .letters ? name.variations : nil
        for at in name.parts.indices {
            let part = name.parts[at]
            let letters = part.letters
            relations.list.removeAll(keepingCapacity: true)
            if part.hasLostLetters {
                for known in parts.words.indices where fitsWithLostLetters(letters, parts[known]) {
                    relations.add(known, .restored, .restored)
                }
            } else {
                let same = parts.number(of: part.text)
                if reach == .forms { addForms(of: part, to: &relations) }
                guard let variations, part.mayVary else {
                    if let same { relations.add(same, .exact, .exact) }
                    for relation in relations.list { addHits(of: part, relation, to: &hits) }
                    continue
                }
                if let same { relations.add(same, .exact, .exact) }
                addSpellings(of: part, variations[at], switches, knows, to: &relations)
                if reach >= .slips {
                    addSlips(of: part, variations[at], switches, knows, to: &relations)
                }
            }
            for relation in relations.list { addHits(of: part, relation, to: &hits) }
        }
        return gathered(&hits, name)
    }

    private func addHits(of part: WrittenName.Part, _ relation: Relations.Relation, to hits: inout [NameHit<Bearer>]) {
        for holding in holdings[relation.part] {
            let likeness = min(holding.side == .given ? relation.given : relation.family, holding.likeness)
            // `Jo` is short for Joanna, not for the second half of Billie-Jo.
            if likeness == .none || holding.likeness <= .otherPart && likeness < .soundsAlike && likeness >= .headOfName
            {
                continue
            }
            hits.append(
                NameHit(
                    person: holding.person, part: relation.part, words: part.words, side: holding.side,
                    likeness: likeness, isOwnGiven: holding.side == .given && holding.likeness > .otherPart))
        }
    }

    private func gathered(_ hits: inout [NameHit<Bearer>], _ name: WrittenName) -> [NameFit<Bearer>] {
        if hits.count > 1 { hits.sort { $0.person < $1.person } }
        var result: [NameFit<Bearer>] = []
        result.reserveCapacity(hits.count)
        var i = 0
        while i < hits.count {
            let person = hits[i].person
            var end = i + 1
            while end < hits.count, hits[end].person == hits[i].person { end += 1 }
            let own = initials[person.position]
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
        typealias Relation = (part: Int, given: Likeness, family: Likeness)

        var list: [Relation] = []

        mutating func add(_ part: Int, _ given: Likeness, _ family: Likeness) {
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
        of part: WrittenName.Part, _ variation: NameVariations, _ switches: MatchSwitches, _ knows: OtherNames,
        to relations: inout Relations
    ) {
        let letters = part.letters
        if switches.sounds, letters.count >= 3 {
            // `Zhou` and `Zhu` sound alike and are two families; `Clark` and `Clarke` stand in the table of spellings.
            let isFamily = knows.isFamily(part.text)
            // `vv` for `w` sounds the same and is no spelling of it.
            func isSpelling(_ known: Int) -> Bool {
                parts[known].count == letters.count || !looksTheSame(letters, parts[known])
            }
            for known in byStrictSound[variation.sound.strict] ?? [] where isSpelling(known) {
                relations.add(known, .variant, isFamily ? .otherName : .variant)
            }
            for known in byLooseSound[variation.sound.loose] ?? [] where isSpelling(known) {
                let areBothNames = knows.isGiven(part.text) && NameKnowledge.isGivenName(parts.text(known))
                relations.add(known, areBothNames ? .otherName : .soundsAlike, isFamily ? .otherName : .soundsAlike)
            }
        }
        guard switches.nicknames else { return }
        for relative in variation.relatives {
            guard let known = parts.number(of: relative.name) else { continue }
            relations.add(known, relative.likeness, relative.likeness >= .variant ? relative.likeness : .none)
        }
    }

    /// Parts that are this name by a custom of names. With an initial glued to it (`O Riain`) it is in a table or none.
    private func addForms(of part: WrittenName.Part, to relations: inout Relations) {
        for (known, form) in forms.parts(like: part.letters, among: parts.words)
        where part.mayVary || form.side == .family && form.custom == .table {
            let isGiven = form.side == .given
            relations.add(known, isGiven ? .otherForm : .none, isGiven ? .none : .otherForm)
        }
    }

    /// Parts that look the same or are a slip away.
    private func addSlips(
        of part: WrittenName.Part, _ variation: NameVariations, _ switches: MatchSwitches, _ knows: OtherNames,
        to relations: inout Relations
    ) {
        let letters = part.letters
        guard letters.count >= 2 else { return }
        if part.isSingle, letters.count >= 3 {
            for known in byLook[variation.look] ?? [] where parts[known] != letters {
                relations.add(known, .lookAlike, .lookAlike)
            }
        }
        addNear(part, letters, switches, knows, to: &relations)
    }

    /// Slips, heads of names and look-alikes: one look at every part of the group's names.
    private func addNear(
        _ part: WrittenName.Part, _ letters: WordBytes, _ switches: MatchSwitches, _ knows: OtherNames,
        to relations: inout Relations
    ) {
        let shape = part.shape
        let length = Int(shape.length)
        let seeksHeads = part.isSingle && switches.nicknames
        let (isGiven, isFamily) = (knows.isGiven(part.text), knows.isFamily(part.text))
        let shapes = shapes.span
        for i in shapes.indices {
            let other = shapes[i]
            let difference = Int(other.length) - length
            if seeksHeads, difference >= 1, other.head == shape.head, isHead(letters, of: parts[i]) {
                relations.add(i, isGiven ? .headOfOtherName : .headOfName, .none)
            }
            // Two letters of a first name are no more than an initial.
            if length == 2, part.isSingle, (other.head ^ shape.head) >> 8 == 0, difference > 1, !isGiven {
                relations.add(i, .initial, .none)
            }
            // Two slips in two words are two words that differ.
            let allowed = part.isSingle && min(length, length + difference) >= 9 ? 2 : 1
            guard abs(difference) <= allowed, (shape.letters ^ other.letters).nonzeroBitCount <= 2 * allowed,
                switches.slips
            else { continue }
            let meant = parts[i]
            let distance = typingDistance(letters, meant)
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
            let likeness: Likeness =
                distance == 1 && !isLikelySlip(typed: letters, meant: meant)
                ? .otherName : min(length, meant.count) >= 4 ? .slip : .shortSlip
            guard switches.givenNames else {
                relations.add(i, likeness, likeness)
                continue
            }
            // Short given names lie close together: what reads like one is hardly a slip of another, unless two
            // letters are swapped or one is left out.
            let mayBeOther = difference <= 0 && shape.letters != other.letters
            let isOther = isGiven || length <= 5 && mayBeOther && NameKnowledge.readsLikeName(letters)
            relations.add(i, isOther ? .otherName : likeness, isFamily ? .otherName : likeness)
        }
    }
}
