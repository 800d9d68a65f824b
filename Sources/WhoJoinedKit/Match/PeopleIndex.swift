/// The names of one person in comparable words: every given name and every family name by which the school knows them.
struct PersonNames: Sendable {
    var givens: [[String]] = []
    var middles: [[String]] = []
    var families: [[String]] = []

    mutating func add(given: String, middle: String = "", family: String) {
        func put(_ text: String, in list: inout [[String]]) {
            let words = comparableWords(text)
            if !words.isEmpty, !list.contains(words) { list.append(words) }
        }
        put(given, in: &givens)
        put(middle, in: &middles)
        put(family, in: &families)
    }
}

/// Lower-case ASCII words of a roster's name: accents, apostrophes and capitals are gone, hyphens part.
func comparableWords(_ text: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    for byte in CleanName(text).bytes {
        if byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A {
            word.append(byte | 0x20)
        } else if byte != 0x27, !word.isEmpty {
            words.append(String(decoding: word, as: UTF8.self))
            word = []
        }
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
}

/// How a written name fits one person, part by part.
struct NameFit: Sendable {
    var person: Int
    /// `.none`: that side is not written at all.
    var given = Rank.none
    var family = Rank.none
    /// Words of the written name that are no part of the person's.
    var leftovers = 0
    var familyFirst = false

    enum Kind: Int, Sendable, Comparable {
        case leftovers, familyOnly, otherName, givenOnly, initialAndFamily, givenAndInitial, full
        static func < (a: Kind, b: Kind) -> Bool { a.rawValue < b.rawValue }
    }

    var kind: Kind {
        if leftovers > 0 { return .leftovers }
        let hasOther = given == .otherName || family == .otherName || given == .lookAlike || family == .lookAlike
        if hasOther { return given != .none && family != .none ? .otherName : .leftovers }
        if given.isName, family.isName { return .full }
        if given.isName, family == .initial { return .givenAndInitial }
        if given == .initial, family.isName { return .initialAndFamily }
        if given.isName { return .givenOnly }
        return family.isName ? .familyOnly : .leftovers
    }

    var isLookAlike: Bool { given == .lookAlike || family == .lookAlike }

    /// The weaker side first, then both together: which of two fits of one kind is the better.
    var score: Int {
        let named = [given, family].filter { $0 != .none && $0 != .initial }
        let weakest = Int(named.min()?.value ?? 0)
        return weakest * 1000 + Int(given.value) + Int(family.value) - (familyFirst ? 1 : 0)
    }
}

/// A group of people (a class, the staff, the contacts of a class) by every part of their names.
struct PeopleIndex: Sendable {
    private enum Side: UInt8 { case given, family }

    private struct Holding { var person: Int32; var side: Side; var rank: Rank }

    private struct Unit {
        var text: String
        var holdings: [Holding] = []
    }

    /// What tells at a glance that two words are far apart.
    private struct Shape {
        var letters: UInt32
        var first: UInt8
        var length: Int

        init(_ word: String) { (letters, first, length) = (letterSet(word), word.utf8.first ?? 0, word.utf8.count) }
    }

    private(set) var names: [PersonNames]
    private var units: [Unit] = []
    /// Beside `units`, without their references: a search looks at all of them.
    private var shapes: [Shape] = []
    private var byText: [String: Int32] = [:]
    private var byStrictSound: [String: [Int32]] = [:]
    private var byLooseSound: [String: [Int32]] = [:]
    private var byLook: [String: [Int32]] = [:]
    /// Given and family name in one word, either way round: `adildjoudi`.
    private var glued: [String: [Int32]] = [:]
    /// `given family` in lower case → the person; -1 when it is more than one's.
    private var byFullName: [String: Int32] = [:]
    private var givenInitials: [UInt32] = []
    private var familyInitials: [UInt32] = []
    /// Of middle names and later parts: what may stand beside the first.
    private var furtherInitials: [UInt32] = []

    var isEmpty: Bool { names.isEmpty }

    init(_ names: [PersonNames]) {
        self.names = names
        for (i, name) in names.enumerated() {
            add(name, person: Int32(i))
        }
    }

    // MARK: building

    private mutating func add(_ name: PersonNames, person: Int32) {
        var initials: (given: UInt32, family: UInt32) = (0, 0)
        for words in name.givens { initials.given |= addSide(words, .given, person, whole: .exact) }
        for words in name.middles { initials.given |= addSide(words, .given, person, whole: .otherPart) }
        for words in name.families { initials.family |= addSide(words, .family, person, whole: .exact) }
        let further = name.middles.flatMap { $0 } + name.givens.flatMap { $0.dropFirst() }
        furtherInitials.append(further.reduce(0) { $0 | letterBit($1) })
        givenInitials.append(initials.given)
        familyInitials.append(initials.family)
        for given in name.givens {
            for family in name.families {
                let full = (given + family).joined(separator: " ")
                if let other = byFullName[full], other != person { byFullName[full] = -1 } else { byFullName[full] = person }
                glued[given.joined() + family.joined(), default: []].append(person)
                glued[family.joined() + given.joined(), default: []].append(person)
                if given.count > 1 { glued[given[0] + family.joined(), default: []].append(person) }
                if family.count > 1 { for part in family { glued[given.joined() + part, default: []].append(person) } }
            }
        }
    }

    private mutating func addSide(_ words: [String], _ side: Side, _ person: Int32, whole: Rank) -> UInt32 {
        let holding = Holding(person: person, side: side, rank: whole)
        hold(words.joined(), holding)
        var initials = letterBit(words[0])
        guard words.count > 1 else { return initials }
        for (i, word) in words.enumerated() {
            initials |= letterBit(word)
            if word.utf8.count > 1 { hold(word, Holding(person: person, side: side, rank: min(whole, i == 0 ? .firstPart : .otherPart))) }
        }
        return initials
    }

    private mutating func hold(_ text: String, _ holding: Holding) {
        let id: Int32
        if let known = byText[text] {
            id = known
        } else {
            id = Int32(units.count)
            byText[text] = id
            units.append(Unit(text: text))
            shapes.append(Shape(text))
            let sounds = SoundKey.keys(of: text)
            byStrictSound[sounds.strict, default: []].append(id)
            byLooseSound[sounds.loose, default: []].append(id)
            byLook[look(of: text), default: []].append(id)
        }
        units[Int(id)].holdings.append(holding)
    }

    func holds(_ word: String) -> Bool { byText[word] != nil }
    func isGiven(_ word: String) -> Bool { byText[word].map { units[Int($0)].holdings.contains { $0.side == .given } } ?? false }
    func isFamily(_ word: String) -> Bool { byText[word].map { units[Int($0)].holdings.contains { $0.side == .family } } ?? false }

    // MARK: finding

    /// What a written part may be: a unit, how well as a given name and how well as a family name.
    private struct Relation { var unit: Int32; var given: Rank; var family: Rank }

    /// The one person with exactly this full name, in lower case with single blanks.
    func person(fullName: String) -> Int? { byFullName[fullName].flatMap { $0 < 0 ? nil : Int($0) } }

    /// People whose full name is these letters, written as one word or with other gaps.
    func gluedFits(_ words: [String]) -> [NameFit] {
        (glued[words.joined()] ?? []).map { NameFit(person: Int($0), given: .exact, family: .exact) }
    }

    /// Everybody whom the words fit in some way, in order of person.
    /// - Parameter wide: also spelling variants, short forms and slips; `knows` says which words are names of other people.
    func fits(_ words: [String], wide: Bool, switches: MatchSwitches = .all, knows: OtherNames) -> [NameFit] {
        guard !words.isEmpty, words.count <= 8 else { return [] }
        var hits: [Hit] = []
        for start in words.indices {
            var text = ""
            for end in start..<min(words.count, start + 4) {
                text += words[end]
                guard text.utf8.count > 1 || words.count == 1 else { continue }
                // An initial glued to a name would pass for a slip of it.
                let isWide = wide && (end == start || words[start...end].allSatisfy { $0.utf8.count > 1 })
                for relation in relations(of: text, wide: isWide, isSingle: end == start, switches: switches, knows: knows) {
                    for holding in units[Int(relation.unit)].holdings {
                        var rank = min(holding.side == .given ? relation.given : relation.family, holding.rank)
                        // `Jo` is short for Joanna, not for the second half of Billie-Jo.
                        if holding.rank <= .otherPart, rank < .soundsAlike, rank >= .headOfName { rank = .none }
                        if rank != .none { hits.append(Hit(person: holding.person, start: UInt8(start), end: UInt8(end + 1), side: holding.side, rank: rank)) }
                    }
                }
            }
        }
        return gathered(hits, words)
    }

    private struct Hit { var person: Int32; var start: UInt8; var end: UInt8; var side: Side; var rank: Rank }

    private func gathered(_ hits: [Hit], _ words: [String]) -> [NameFit] {
        let sorted = hits.sorted { $0.person < $1.person }
        var result: [NameFit] = []
        var i = 0
        while i < sorted.count {
            var end = i
            while end < sorted.count, sorted[end].person == sorted[i].person { end += 1 }
            var best: NameFit?
            cover(words, from: 0, with: sorted[i..<end], NameFit(person: Int(sorted[i].person)), &best)
            if let best { result.append(best) }
            i = end
        }
        return result
    }

    /// Every way in which a person's parts cover the words; the best stays.
    private func cover(_ words: [String], from: Int, with hits: ArraySlice<Hit>, _ fit: NameFit, _ best: inout NameFit?) {
        if from == words.count {
            guard fit.given != .none || fit.family != .none else { return }
            if let known = best,
                (known.kind, known.leftovers == 0 ? known.score : -known.leftovers * 1000 + known.score / 1000) >= (
                    fit.kind, fit.leftovers == 0 ? fit.score : -fit.leftovers * 1000 + fit.score / 1000
                )
            {
                return
            }
            best = fit
            return
        }
        for hit in hits where Int(hit.start) == from {
            var next = fit
            if hit.side == .given {
                next.given = next.given == .none ? hit.rank : min(next.given, hit.rank)
            } else {
                if next.given == .none, next.family == .none { next.familyFirst = true }
                next.family = next.family == .none ? hit.rank : min(next.family, hit.rank)
            }
            cover(words, from: Int(hit.end), with: hits, next, &best)
        }
        if words[from].utf8.count == 1 {
            let bit = letterBit(words[from])
            let person = fit.person
            if (fit.given == .none ? givenInitials[person] : furtherInitials[person]) & bit != 0 {
                var next = fit
                if next.given == .none { next.given = .initial }
                cover(words, from: from + 1, with: hits, next, &best)
            }
            if familyInitials[person] & bit != 0 {
                var next = fit
                if next.family == .none { next.family = .initial }
                if next.given == .none { next.familyFirst = true }
                cover(words, from: from + 1, with: hits, next, &best)
            }
        }
        if fit.leftovers < 2 {
            var next = fit
            next.leftovers += 1
            cover(words, from: from + 1, with: hits, next, &best)
        }
    }

    private func relations(of text: String, wide: Bool, isSingle: Bool, switches: MatchSwitches, knows: OtherNames) -> [Relation] {
        var result: [Relation] = []
        func add(_ unit: Int32, _ given: Rank, _ family: Rank) {
            if let i = result.firstIndex(where: { $0.unit == unit }) {
                result[i].given = max(result[i].given, given)
                result[i].family = max(result[i].family, family)
            } else {
                result.append(Relation(unit: unit, given: given, family: family))
            }
        }
        if text.utf8.contains(CleanName.unreadable) {
            for (i, unit) in units.enumerated() where fitsWithLostLetters(text, unit.text) { add(Int32(i), .restored, .restored) }
            return result
        }
        if let unit = byText[text] { add(unit, .exact, .exact) }
        guard wide else { return result }
        if switches.sounds {
            let sounds = SoundKey.keys(of: text)
            for unit in byStrictSound[sounds.strict] ?? [] { add(unit, .variant, .variant) }
            let alike = byLooseSound[sounds.loose] ?? []
            let isGiven = !alike.isEmpty && knows.isGiven(text)
            for unit in alike {
                let areBothNames = isGiven && NameKnowledge.isGivenName(units[Int(unit)].text)
                add(unit, areBothNames ? .otherName : .soundsAlike, .soundsAlike)
            }
        }
        if switches.nicknames {
            for relative in NameKnowledge.relatives(of: text) {
                if let unit = byText[relative.name] { add(unit, relative.rank, relative.rank >= .variant ? relative.rank : .none) }
            }
        }
        guard text.utf8.count >= 3 else { return result }
        if isSingle { for unit in byLook[look(of: text)] ?? [] where units[Int(unit)].text != text { add(unit, .lookAlike, .lookAlike) } }
        addNear(text, isSingle: isSingle, switches: switches, knows: knows, to: add)
        return result
    }

    /// Slips, heads of names and look-alikes: one look at every part of the group's names.
    private func addNear(_ text: String, isSingle: Bool, switches: MatchSwitches, knows: OtherNames, to add: (Int32, Rank, Rank) -> Void) {
        let shape = Shape(text)
        let length = shape.length
        var isKnownGiven: Bool?
        var isKnownFamily: Bool?
        for (i, other) in shapes.enumerated() {
            let difference = other.length - length
            let changed = (shape.letters ^ other.letters).nonzeroBitCount
            if switches.nicknames, isSingle, other.first == shape.first, difference >= 1, isHead(text, of: units[i].text) {
                if isKnownGiven == nil { isKnownGiven = knows.isGiven(text) }
                add(Int32(i), isKnownGiven == true ? .otherName : .headOfName, .none)
            }
            let allowed = min(length, other.length) >= 9 ? 2 : 1
            guard switches.slips, other.length >= 3, abs(difference) <= allowed, changed <= 2 * allowed, units[i].text != text else { continue }
            let meant = units[i].text
            let distance = typingDistance(text, meant, limit: allowed)
            guard distance <= allowed else { continue }
            if looksTheSame(text, meant) {
                add(Int32(i), .lookAlike, .lookAlike)
                continue
            }
            if isKnownGiven == nil { isKnownGiven = knows.isGiven(text) }
            if isKnownFamily == nil { isKnownFamily = knows.isFamily(text) }
            let rank: Rank = distance == 1 && !isLikelySlip(typed: text, meant: meant) ? .otherName : min(length, other.length) >= 4 ? .slip : .shortSlip
            // Short given names lie close together: what reads like one is hardly a slip of another.
            let isOther = switches.givenNames && (isKnownGiven == true || length <= 5 && NameKnowledge.readsLikeName(text))
            add(Int32(i), isOther ? .otherName : rank, switches.givenNames && isKnownFamily == true ? .otherName : rank)
        }
    }
}

/// Which words are names of somebody else: the tables and everybody of the school.
struct OtherNames: Sendable {
    var givens: Set<String> = []
    var families: Set<String> = []
    func isGiven(_ word: String) -> Bool { givens.contains(word) || NameKnowledge.isGivenName(word) }
    func isFamily(_ word: String) -> Bool { families.contains(word) || NameKnowledge.isFamilyName(word) }
}

/// Groups of steps that a test can leave out, to show what each is worth.
struct MatchSwitches: Sendable {
    var sounds = true
    var nicknames = true
    var slips = true
    var givenNames = true
    var brackets = true
    var emails = true
    var looks = true
    /// A name wholly in full-width or mathematical letters is a look-alike too (`rules.md` §3.11, `promises.md` 24).
    var fancyFontsAreLooks = true
    static let all = MatchSwitches()
}

// MARK: letters

private func letterBit(_ word: String) -> UInt32 {
    guard let first = word.utf8.first, first >= 0x61, first <= 0x7A else { return 0 }
    return 1 << UInt32(first - 0x61)
}

private func letterSet(_ word: String) -> UInt32 {
    word.utf8.reduce(0) { $1 >= 0x61 && $1 <= 0x7A ? $0 | 1 << UInt32($1 - 0x61) : $0 }
}

/// `fel` of `felicia`, `robbie` of `robert`: at least three letters, a pet ending taken off.
func isHead(_ text: String, of name: String) -> Bool {
    let short = Array(text.utf8)
    let long = name.utf8
    guard short.count >= 3 else { return false }
    if long.starts(with: short) { return long.count >= short.count + 2 }
    if long.count < short.count { return false }
    var stem = short[...]
    if stem.suffix(2).elementsEqual("ie".utf8) {
        stem = stem.dropLast(2)
    } else if let last = stem.last, last == 0x79 || last == 0x69 {
        stem = stem.dropLast()
    } else {
        return false
    }
    if stem.count > 2, stem[stem.count - 1] == stem[stem.count - 2] { stem = stem.dropLast() }
    return stem.count >= 3 && long.starts(with: stem)
}

/// Changed, missing, added or swapped letters between two words, at most `limit` + 1.
func typingDistance(_ a: String, _ b: String, limit: Int) -> Int {
    let a = Array(a.utf8), b = Array(b.utf8)
    if abs(a.count - b.count) > limit { return limit + 1 }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    var row = last
    for i in 1...max(1, a.count) where i <= a.count {
        row[0] = i
        var least = i
        for j in 1...max(1, b.count) where j <= b.count {
            var cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
            if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { cost = min(cost, beforeLast[j - 2] + 1) }
            row[j] = cost
            least = min(least, cost)
        }
        if least > limit { return limit + 1 }
        (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[b.count]
}

/// `lmaan` looks like `Imaan`, `Jarnes` like `James`. An `i` and an `l` that changed places are a slip.
func looksTheSame(_ a: String, _ b: String) -> Bool {
    let first = Array(a.utf8), second = Array(b.utf8)
    if first.count == second.count {
        let changed = first.indices.filter { first[$0] != second[$0] }
        return changed.count == 1 && Set([first[changed[0]], second[changed[0]]]) == [0x69, 0x6C]
    }
    return a != b && unligatured(first) == unligatured(second)
}

/// Equal for words that look the same however many letters were exchanged: `Begurn` and `Begum`, `lqbai` and `Iqbal`.
private func look(of word: String) -> String {
    String(decoding: unligatured(Array(word.utf8)).map { $0 == 0x6C ? 0x69 : $0 }, as: UTF8.self)
}

/// `rn` as `m`, `vv` as `w`.
private func unligatured(_ word: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for byte in word {
        if byte == 0x6E, result.last == 0x72 {
            result[result.count - 1] = 0x6D
        } else if byte == 0x76, result.last == 0x76 {
            result[result.count - 1] = 0x77
        } else {
            result.append(byte)
        }
    }
    return result
}

/// A finger slips to a neighbouring key, swaps two letters, leaves one out or strikes one twice. Any other letter in the place of
/// one was meant: `Layba` is no slip of `Layla`.
func isLikelySlip(typed: String, meant: String) -> Bool {
    let a = Array(typed.utf8), b = Array(meant.utf8)
    if a.count < b.count { return true }
    let start = zip(a, b).prefix { $0 == $1 }.count
    if a.count == b.count {
        if start + 1 < a.count, a[start] == b[start + 1], a[start + 1] == b[start] { return true }
        return start < a.count && areNeighbours(a[start], b[start])
    }
    guard start < a.count else { return true }
    let beside: [UInt8] = [start > 0 ? a[start - 1] : 0, start + 1 < a.count ? a[start + 1] : 0]
    return beside.contains { $0 == a[start] || areNeighbours($0, a[start]) }
}

private let keyRows: [[UInt8]] = [Array("qwertyuiop".utf8), Array("asdfghjkl".utf8), Array("zxcvbnm".utf8)]

private let keyPlaces: [(row: Int, column: Int)] = (0..<26).map { letter in
    for (row, keys) in keyRows.enumerated() {
        if let column = keys.firstIndex(of: UInt8(0x61 + letter)) { return (row, column) }
    }
    return (9, 9)
}

/// Keys that touch on a British or American keyboard.
private func areNeighbours(_ a: UInt8, _ b: UInt8) -> Bool {
    guard a >= 0x61, a <= 0x7A, b >= 0x61, b <= 0x7A else { return false }
    let (x, y) = (keyPlaces[Int(a) - 0x61], keyPlaces[Int(b) - 0x61])
    if x.row == y.row { return abs(x.column - y.column) == 1 }
    let (upper, lower) = x.row < y.row ? (x, y) : (y, x)
    return lower.row - upper.row == 1 && (upper.column == lower.column || upper.column == lower.column + 1)
}

/// Each run of lost letters stands for none to as many letters as were lost.
private func fitsWithLostLetters(_ pattern: String, _ name: String) -> Bool {
    let p = Array(pattern.utf8), n = Array(name.utf8)
    let lost = p.count { $0 == CleanName.unreadable }
    guard lost < p.count - 1, n.count <= p.count, n.count >= p.count - lost else { return false }
    func fits(_ i: Int, _ j: Int) -> Bool {
        if i == p.count { return j == n.count }
        if p[i] == CleanName.unreadable { return (j < n.count && fits(i + 1, j + 1)) || fits(i + 1, j) }
        return j < n.count && p[i] == n[j] && fits(i + 1, j + 1)
    }
    return lost <= 6 && fits(0, 0)
}
