/// Which words are names of somebody: the tables and everybody of the school.
struct OtherNames: Sendable {
    private var words = WordStore()
    private var areGiven: [Bool] = []
    private var areFamily: [Bool] = []

    init(of people: [PersonNames]) {
        for person in people {
            for word in person.givens.joined() { mark(word, isGiven: true) }
            for part in person.families { for word in [part.joined()] + part { mark(word, isGiven: false) } }
        }
    }

    private mutating func mark(_ word: String, isGiven: Bool) {
        let number = words.add(Array(word.utf8)[...])
        if number == areGiven.count {
            areGiven.append(false)
            areFamily.append(false)
        }
        if isGiven { areGiven[number] = true } else { areFamily[number] = true }
    }

    func isGiven(_ word: WordBytes, hash: UInt64) -> Bool {
        words.number(of: word, hash: hash).map { areGiven[$0] } == true || NameKnowledge.isGivenName(word, hash: hash)
    }

    func isFamily(_ word: WordBytes, hash: UInt64) -> Bool {
        words.number(of: word, hash: hash).map { areFamily[$0] } == true || NameKnowledge.isFamilyName(word, hash: hash)
    }

    func isGiven(_ word: String) -> Bool {
        let letters = Array(word.utf8)[...]
        return isGiven(letters, hash: WordStore.hash(letters))
    }
}
