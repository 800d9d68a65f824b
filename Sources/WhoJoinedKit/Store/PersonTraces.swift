import HostSystem

/// Everything by which one pupil may be named: names, identifiers, addresses, and every display name that was theirs.
struct PersonTraces {
    /// What gives way in a text, and to what; the longest first.
    private(set) var needles: [(text: [UInt8], mark: [UInt8])] = []
    /// Parts of the name that nobody else of the school has: they give way where the pupil is named beside them.
    private(set) var companions: [(text: [UInt8], mark: [UInt8])] = []
    /// Display names that were the pupil's alone.
    private(set) var ownNames: Set<String> = []
    /// Rows of exports that are the pupil's alone, and those that speak of others too: file and lines.
    private(set) var rows: [String: Set<Int>] = [:]
    private(set) var sharedRows: [String: Set<Int>] = [:]

    static let mark = Array("[erased]".utf8)

    private let pupil: Pupil.Index
    private let school: School
    private let givenWords: Set<String>
    private let familyWords: Set<String>
    private let matcher: Matcher
    private var shared: [String: Set<Pupil.Index>] = [:]
    /// Display names that were somebody else's for certain.
    private var ofOthers: Set<String> = []

    init(of pupil: Pupil.Index, in school: School) {
        (self.pupil, self.school) = (pupil, school)
        let person = school.roster.pupils[pupil]
        let names = [person.display, person.main, person.legal, person.preferred].compactMap { $0 }
        givenWords = Set(names.flatMap { NameWord.all(in: $0.given).map(\.folded) }.filter { $0.utf8.count > 1 })
        familyWords = Set(names.flatMap { NameWord.all(in: $0.family).map(\.folded) }.filter { $0.utf8.count > 1 })
        matcher = Matcher(school)
        ownNames = Set(
            names.filter { !$0.given.isEmpty && !$0.family.isEmpty }.flatMap {
                ["\($0.given) \($0.family)", "\($0.family), \($0.given)", "\($0.family) \($0.given)"]
                    + ($0.middle.isEmpty ? [] : ["\($0.given) \($0.middle) \($0.family)"])
            })
    }

    // MARK: Gathering

    /// - Parameter exports: placed and linked.
    mutating func add(_ session: LinkedSession) {
        for entrant in session.entrants {
            let link = entrant.link
            let isOthers =
                [.pupil, .otherClass].contains(link.outcome) && link.pupil != pupil || link.outcome == .staff
            let meant = Set(link.candidates + link.named + (link.pupil.map { [$0] } ?? []))
            let names = [entrant.displayName.text, entrant.originalName?.text, entrant.nameInExport].compactMap { $0 }
            guard meant.contains(pupil) || link.outcome != .staff && names.contains(where: holdsWholeName) else {
                if isOthers { ofOthers.formUnion(names) } else { addStrangers(names) }
                continue
            }
            let others = meant.subtracting([pupil])
            for name in names { add(name, others) }
            if others.isEmpty, let email = entrant.email, isOwn(email) { ownNames.insert(email) }
            for placed in entrant.stays + entrant.waiting + entrant.repeats {
                let file = session.exports[placed.export].file
                if others.isEmpty {
                    rows[file, default: []].insert(placed.stay.line)
                } else {
                    sharedRows[file, default: []].insert(placed.stay.line)
                }
            }
        }
    }

    /// A line of an earlier report's entrants.csv.
    mutating func add(displayName: String, email: String, id: String, candidates: String) {
        let own = school.roster.pupils[pupil].id.text
        let meant = Set(candidates.split(separator: ";").map(String.init) + (id.isEmpty ? [] : [id]))
        guard meant.contains(own) || holdsWholeName(displayName) else {
            if id.isEmpty { addStrangers([displayName]) } else { ofOthers.insert(displayName) }
            return
        }
        let others = meant.subtracting([own])
        let pupils = school.roster.pupils.typedIndices.filter { others.contains(school.roster.pupils[$0].id.text) }
        if others.isEmpty {
            add(displayName, [])
            if !email.isEmpty, isOwn(email) { ownNames.insert(email) }
        } else if !pupils.isEmpty {
            add(displayName, Set(pupils))
        }
    }

    /// `Freya with mum`, where nobody else is called so: the word gives way, the stranger stays.
    private mutating func addStrangers(_ names: [String]) {
        for name in names where NameWord.all(in: name).contains(where: { isOwnWord($0.folded) }) {
            shared[name, default: []].formUnion([])
        }
    }

    private mutating func add(_ name: String, _ others: Set<Pupil.Index>) {
        if !others.isEmpty {
            shared[name, default: []].formUnion(others)
        } else if NameWord.all(in: name).contains(where: { isOwnWord($0.folded) }) || !matcher.isNameOfNobody(name) {
            // "iPad" is many people's.
            ownNames.insert(name)
        }
    }

    /// An address that the roster gives to nobody else.
    private func isOwn(_ email: String) -> Bool {
        let key = comparableEmail(email)
        return !school.roster.staff.contains { $0.email.map(comparableEmail) == key }
            && !school.roster.pupils.indexed().contains { index, other in
                index != pupil
                    && ([other.email] + other.contacts.map(\.email)).contains { $0.map(comparableEmail) == key }
            }
    }

    private func isOwnWord(_ word: String) -> Bool { givenWords.contains(word) || familyWords.contains(word) }

    /// The first and the family name, in whatever letters.
    private func holdsWholeName(_ name: String) -> Bool {
        let words = Set(NameWord.all(in: name).map(\.folded))
        return !words.isDisjoint(with: givenWords) && !words.isDisjoint(with: familyWords)
    }

    // MARK: Text

    /// To be called when all is gathered.
    mutating func prepare() {
        let person = school.roster.pupils[pupil]
        let ids = [
            person.id.text, person.ids.misID, person.ids.admissionNumber, person.ids.upn, person.ids.sourcedID,
            person.email, "F\(person.id.text)",
        ].compactMap { $0 }
        let contacts = person.contacts.flatMap { contact -> [String] in
            let isOwn = contact.email.map(self.isOwn) ?? true
            return isOwn ? [contact.email, contact.phone].compactMap { $0 } : []
        }
        ownNames.subtract(ofOthers)
        var marks: [String: [UInt8]] = [:]
        let wordsOfOthers = wordsOfOthers
        for (name, others) in shared {
            let text = masked(name, keeping: others, or: others.isEmpty ? wordsOfOthers : [])
            if text != name { marks[name] = Array(text.utf8) }
        }
        for text in ownNames.union(ids).union(contacts) { marks[text] = PersonTraces.mark }
        needles = PersonTraces.needles(marks, leastBytes: 3)
        let words = [person.display, person.main, person.legal, person.preferred].compactMap { $0 }
            .flatMap { NameWord.all(in: $0.given) + NameWord.all(in: $0.family) }
        companions = PersonTraces.needles(
            Dictionary(
                words.filter { !wordsOfOthers.contains($0.folded) }.map { ($0.text, PersonTraces.mark) },
                uniquingKeysWith: { a, _ in a }), leastBytes: 2)
    }

    /// As they are, as reports print them, and as a page of HTML has them.
    private static func needles(_ marks: [String: [UInt8]], leastBytes: Int) -> [(text: [UInt8], mark: [UInt8])] {
        var all: [[UInt8]: [UInt8]] = [:]
        for (text, mark) in marks {
            let clean = PlainText.copied(text)
            for shown in [text, clean, PlainText.html(clean)]
            where shown.utf8.count >= leastBytes {
                all[Array(shown.utf8)] = mark
            }
        }
        return all.map { ($0, $1) }.sorted {
            $0.0.count != $1.0.count ? $0.0.count > $1.0.count : $0.0.lexicographicallyPrecedes($1.0)
        }
    }

    /// The words of everybody else's names: pupils, staff, and contacts of others.
    private var wordsOfOthers: Set<String> {
        var texts: [String] = []
        for (index, other) in school.roster.pupils.indexed() where index != pupil {
            texts += [other.display, other.main, other.legal, other.preferred].compactMap { $0?.full }
            texts += other.contacts.flatMap { [$0.given, $0.family, $0.full] }
        }
        texts += school.roster.staff.flatMap { [$0.given, $0.family, $0.full] }
        return Set(texts.flatMap { NameWord.all(in: $0).map(\.folded) })
    }

    /// `Ada and Barty` → `[erased] and Barty`.
    private func masked(_ name: String, keeping others: Set<Pupil.Index>, or words: Set<String>) -> String {
        let kept = words.union(
            others.flatMap { other -> [String] in
                let person = school.roster.pupils[other]
                return [person.display, person.main, person.legal, person.preferred].compactMap { $0 }
                    .flatMap { NameWord.all(in: $0.full).map(\.folded) }
            })
        var text = name
        for word in NameWord.all(in: name).reversed() where isOwnWord(word.folded) && !kept.contains(word.folded) {
            text.replaceSubrange(word.range, with: "[erased]")
        }
        return text
    }
}
