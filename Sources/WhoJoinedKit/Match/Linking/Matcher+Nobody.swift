extension Matcher {
    func nobody(_ reading: NameReading, _ query: MatchQuery) -> Link {
        let words = reading.words
        if reading.isFromDevice {
            return Link(.unnamed, step: .deviceOfNobody)
        }
        if reading.isInitials || words.count == 1 && words[0].utf8.count <= 2 { return initials(reading, query) }
        let hasGivenName = words.contains { $0.utf8.count > 2 && otherNames.isGiven($0) }
        if reading.isHandle || (words.count > 1 && reading.isOneWord), !hasGivenName {
            return Link(.unnamed, step: .handle)
        }
        return Link(.uninvited, step: words.count == 1 ? .firstNameOfNobody : .nobody)
    }

    /// `J.P.`, `zg`: the pupils with these initials, never one for certain.
    private func initials(_ reading: NameReading, _ query: MatchQuery) -> Link {
        let letters = reading.words.flatMap { Array($0.utf8) }
        guard letters.count > 1 else { return Link(.unnamed, step: .oneInitial) }
        let found = query.context.pupils.filter { pupil in
            let names = pupilNames[pupil]
            return names.givens.contains { $0[0].utf8.first == letters[0] }
                && names.families.contains { words in words.contains { $0.utf8.first == letters[letters.count - 1] } }
        }
        return found.isEmpty
            ? Link(.unnamed, step: .initialsOfNobody)
            : ambiguous(found, step: .initials)
    }
}
