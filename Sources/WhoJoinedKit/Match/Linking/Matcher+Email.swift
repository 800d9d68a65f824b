extension Matcher {
    func byEmail(_ query: MatchQuery) -> Link? {
        guard let email = query.email else { return nil }
        if let pupils = pupilsByEmail[email] { return byPupilEmail(query, pupils) }
        if let member = staffByEmail[email] {
            return Link(.staff, staff: member, certainty: .certain, step: .staffEmail)
        }
        guard let contacts = contactsByEmail[email] else { return nil }
        let children = contacts.filter { query.context.own.contains($0.pupil) }
        guard let first = children.first else {
            return Link(.uninvited, step: .contactEmailOfAnotherClass)
        }
        // A mother Anne and a daughter Ann: on the mother's account the nearer name counts, and only equally near is it
        // the child.
        let ownNames = PeopleIndex(
            contacts.map { comparableNames(of: school.roster.pupils[$0.pupil].contacts[$0.contact]) })
        for reading in query.parts.all where reading.kind == .person {
            let name = WrittenName(reading.words)
            let adult = fits(name, ownNames, .slips).filter { $0.kind == .full }.map(\.score).max()
            if let fit = fits(name, query.context.index, .slips).first(where: { fit in
                fit.kind == .full && children.contains { $0.pupil == query.context.pupils[fit.person] }
            }),
                adult.map({ fit.score >= $0 }) ?? true
            {
                return Link(
                    .pupil, pupil: query.context.pupils[fit.person], certainty: .probable,
                    step: .fullNameOnContactsAccount)
            }
        }
        return contactLink(first.pupil, first.contact, step: .contactEmail)
    }

    private func byPupilEmail(_ query: MatchQuery, _ pupils: [Pupil.Index]) -> Link? {
        let current = pupils.filter { isOnRoll($0, on: query.context.day) }
        guard let pupil = current.first else { return leaver(pupils[0]) }
        if current.count > 1 {
            let candidates = current.filter { query.context.own.contains($0) }
            let named = candidates.filter { isNamed($0, query) }
            guard let only = named.soleElement ?? candidates.soleElement else {
                return ambiguous(candidates.isEmpty ? current : candidates, step: .sharedEmail)
            }
            return Link(.pupil, pupil: only, certainty: .certain, step: .schoolEmailAndName)
        }
        if query.parts.main.kind == .several {
            let link = recognise(query.parts.main, query)
            if link.candidates.contains(pupil) { return link }
        }
        if !isNamed(pupil, query), let other = fullNameOf(anotherThan: pupil, query) {
            return ambiguous([pupil, other], step: .emailAgainstName)
        }
        let outcome: Outcome = query.context.own.contains(pupil) ? .pupil : .otherClass
        return Link(outcome, pupil: pupil, certainty: .certain, step: .schoolEmail)
    }

    /// The display name is this pupil's own, in full or with an initial.
    private func isNamed(_ pupil: Pupil.Index, _ query: MatchQuery) -> Bool {
        guard let place = query.context.pupils.firstIndex(of: pupil) else {
            return isNamed(0, of: PeopleIndex([pupilNames[pupil]]), query)
        }
        return isNamed(place, of: query.context.index, query)
    }

    private func isNamed(_ person: Int, of index: PeopleIndex, _ query: MatchQuery) -> Bool {
        query.parts.contains { reading in
            guard reading.words.count > 1 else { return false }
            func isFitting(_ fit: NameFit) -> Bool { fit.person == person && fit.kind >= .initialAndFamily }
            let name = WrittenName(reading.words)
            return fits(name, index, .letters).contains(where: isFitting)
                || fits(name, index, .slips).contains(where: isFitting)
        }
    }

    /// Another pupil whose full name is the display name: of the class in any spelling, of the school letter by letter.
    private func fullNameOf(anotherThan pupil: Pupil.Index, _ query: MatchQuery) -> Pupil.Index? {
        for reading in query.parts.all where reading.kind == .person && reading.words.count > 1 {
            let fits = fits(reading.words, query.context.index, .slips).filter {
                $0.kind == .full && $0.given > .slip && $0.family > .slip
            }
            if let best = fits.max(by: { $0.score < $1.score }) { return query.context.pupils[best.person] }
            let others = (pupilsByFullName[reading.fullName] ?? []).filter {
                isOnRoll($0, on: query.context.day)
            }
            if let other = others.first(where: { $0 != pupil }) { return other }
        }
        return nil
    }
}
