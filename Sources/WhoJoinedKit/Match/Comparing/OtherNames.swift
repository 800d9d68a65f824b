/// Which words are names of somebody: the tables and everybody of the school.
struct OtherNames: Sendable {
    private var givens: Set<WordBytes> = []
    private var families: Set<WordBytes> = []

    init(of people: [PersonNames]) {
        for person in people {
            for word in person.givens.joined() { givens.insert(Array(word.utf8)[...]) }
            for part in person.families {
                for word in [part.joined()] + part { families.insert(Array(word.utf8)[...]) }
            }
        }
    }

    func isGiven(_ word: WordBytes) -> Bool { givens.contains(word) || NameKnowledge.isGivenName(word) }

    func isFamily(_ word: WordBytes) -> Bool { families.contains(word) || NameKnowledge.isFamilyName(word) }

    func isGiven(_ word: String) -> Bool { isGiven(Array(word.utf8)[...]) }
}
