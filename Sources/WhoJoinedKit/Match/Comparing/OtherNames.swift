/// Which words are names of somebody: the tables and everybody of the school.
struct OtherNames: Sendable {
    private var givens: Set<String> = []
    private var families: Set<String> = []

    init(of people: [PersonNames]) {
        for person in people {
            givens.formUnion(person.givens.joined())
            for part in person.families { families.formUnion([part.joined()] + part) }
        }
    }

    func isGiven(_ word: String) -> Bool { givens.contains(word) || NameKnowledge.isGivenName(word) }

    func isFamily(_ word: String) -> Bool { families.contains(word) || NameKnowledge.isFamilyName(word) }
}
