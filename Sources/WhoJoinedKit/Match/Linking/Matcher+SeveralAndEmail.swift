extension Matcher {
    /// Each name of `Leela and Rohan Nair`, the family name shared where only the last gives it.
    func recogniseSeveral(_ reading: NameReading, _ query: MatchQuery) -> Link {
        let shared = reading.groups.last.flatMap { $0.count > 1 ? Array($0.dropFirst()) : nil } ?? []
        var candidates: [Pupil.Index] = []
        var namesAll = true
        for group in reading.groups {
            var own = NameReading(kind: .person, words: group)
            own.isFromDevice = reading.isFromDevice
            let link = linkOfOne(own, shared, query)
            switch link.outcome {
            case .pupil: candidates.append(link.pupil!)
            case .ambiguous:
                candidates += link.candidates
                namesAll = false
            case .otherClass: break
            default: namesAll = namesAll && !candidates.isEmpty
            }
        }
        guard !candidates.isEmpty else {
            return Link(.uninvited, step: .severalNamesOfNobody)
        }
        var link = ambiguous(candidates, step: .severalNames(areAllClear: namesAll))
        link.namesAllCandidates = namesAll
        return link
    }

    /// `Leela` of `Leela and Rohan Nair` is looked for as `Leela Nair` first.
    private func linkOfOne(_ name: NameReading, _ shared: [String], _ query: MatchQuery) -> Link {
        if name.words.count == 1, !shared.isEmpty {
            let link = recognisePerson(NameReading(kind: .person, words: name.words + shared), query)
            if link.outcome != .uninvited { return link }
        }
        return recognise(name, query)
    }

    func recogniseEmail(_ reading: NameReading, _ query: MatchQuery) -> Link {
        if let pupils = pupilsByEmail[reading.digits], let pupil = pupils.soleElement,
            isOnRoll(pupil, on: query.context.day)
        {
            return Link(
                query.context.own.contains(pupil) ? .pupil : .otherClass, pupil: pupil, certainty: .probable,
                step: .pupilEmailAsName)
        }
        if let member = staffByEmail[reading.digits] {
            return Link(.staff, staff: member, certainty: .probable, step: .staffEmailAsName)
        }
        var person = reading
        person.kind = .person
        var link = recognisePerson(person, query)
        if link.outcome == .pupil, let pupil = link.pupil {
            if reading.words.count == 1, link.step == .fits(.firstName, .letterByLetter) {
                return ambiguous([pupil], step: .firstNameInUnknownEmail)
            }
            if link.certainty == .certain { link.certainty = .probable }
        }
        return link
    }
}
