/// Whose full name it is, letter by letter: of a group's names in plain words, in both orders.
struct FullNames: Sendable {
    /// Words with single blanks.
    private var names: Set<[UInt8]> = []
    /// By a name's letters without blanks; `nil` where two people's names are the same but
    /// for the gaps between words.
    private var owners: [[UInt8]: Pupil.Index?] = [:]

    init(of pupils: [Pupil.Index], _ namesOfPupils: [PersonNames]) {
        for (pupil, known) in zip(pupils, namesOfPupils) {
            for given in known.givens {
                for family in known.families {
                    add(given + family, of: pupil)
                    add(family + given, of: pupil)
                }
            }
        }
    }

    private mutating func add(_ words: [String], of pupil: Pupil.Index) {
        names.insert(Array(words.joined(separator: " ").utf8))
        let letters = Array(words.joined().utf8)
        owners.updateValue(owners[letters, default: pupil] == pupil ? pupil : nil, forKey: letters)
    }

    /// The one person with this name; `nil` for nobody's and for that of several.
    /// - Parameter name: words of small ASCII letters with single blanks.
    func owner(of name: [UInt8]) -> Pupil.Index? {
        names.contains(name) ? owners[name.filter { $0 != .space }] ?? nil : nil
    }
}
