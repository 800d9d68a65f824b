/// Pupils by any identifier and by any full name of the roster: for the person cells of notes.csv.
struct PersonFinder {
    private let school: School
    private var byID: [String: Pupil.Index] = [:]
    private var byName: [String: [Pupil.Index]] = [:]

    init(_ school: School) {
        self.school = school
        for (index, pupil) in school.roster.pupils.indexed() {
            let ids = [
                pupil.id.text, pupil.ids.upn, pupil.ids.admissionNumber, pupil.ids.misID, pupil.ids.sourcedID,
                pupil.email,
            ]
            for id in ids { if let id, !id.isEmpty { byID[id.lowercased()] = index } }
            var names: Set<String> = []
            for name in [pupil.display, pupil.main, pupil.legal, pupil.preferred] {
                guard let name, !name.given.isEmpty, !name.family.isEmpty else { continue }
                names.insert(personKey(name.full))
                names.insert(personKey("\(name.family), \(name.given)"))
                names.insert(personKey("\(name.given) \(name.middle) \(name.family)"))
            }
            for name in names { byName[name, default: []].append(index) }
        }
    }

    func pupil(_ person: String, classes: [ClassCode], on day: Day) -> Pupil.Index? {
        if let pupil = byID[person.lowercased()] { return pupil }
        let called = byName[personKey(person)] ?? PersonLookup(school: school).pupilsMeant(by: person)
        if called.isEmpty { return nil }
        let roll = Set(school.roll(of: classes, on: day))
        let own = called.filter(roll.contains)
        if own.count == 1 { return own[0] }
        return own.isEmpty && called.count == 1 ? called[0] : nil
    }

    /// By a part of the name that one pupil of the classes alone has: `Barty`, `Finch B.`
    func pupil(loosely person: String, classes: [ClassCode], on day: Day) -> Pupil.Index? {
        let words = NameWord.all(in: person).map(\.folded)
        guard !words.isEmpty, words.contains(where: { $0.utf8.count > 1 }) else { return nil }
        let called = school.roll(of: classes, on: day).filter { index in
            let pupil = school.roster.pupils[index]
            return [pupil.display, pupil.main, pupil.legal, pupil.preferred].contains { name in
                var own = name.map { NameWord.all(in: $0.full).map(\.folded) } ?? []
                return words.allSatisfy { word in
                    let at = own.firstIndex { $0 == word || word.utf8.count == 1 && $0.utf8.first == word.utf8.first }
                    if let at { own.remove(at: at) }
                    return at != nil
                }
            }
        }
        return Set(called).soleElement
    }
}
