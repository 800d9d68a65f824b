extension Matcher {
    func byEmail(_ query: MatchQuery) -> Link? {
        guard let email = query.email else { return nil }
        if let pupils = pupilsByEmail[email] {
            return bySharedAddress(query, pupils, email) ?? byPupilEmail(query, pupils)
        }
        if let member = staffByEmail[email] {
            return barredOwner(of: contactsNamed(as: member, email), query.context) ?? byStaffEmail(query, member)
        }
        guard let contacts = contactsByEmail[email] else { return nil }
        if let barred = barredOwner(of: contacts, query.context) { return barred }
        let children = contacts.filter { query.context.own.contains($0.pupil) }
        guard let first = children.first else {
            return Link(.uninvited, step: .contactEmailOfAnotherClass)
        }
        // A mother Anne and a daughter Ann: on the mother's account the nearer name counts, and only equally near is it
        // the child.
        let ownNames = PeopleIndex<ContactOwner>(
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
        if let other = nameOfSomebodyElse(query, pupils: Set(children.map(\.pupil)), contacts: contacts) {
            return ambiguous(other, step: .emailAgainstAdultsName)
        }
        return contactLink(first.pupil, first.contact, step: .contactEmail)
    }

    /// A member of staff who is a parent too; an office's address that stands for somebody's own makes nobody a parent.
    private func contactsNamed(as member: StaffMember.Index, _ email: String) -> [ContactOwner] {
        let name = comparableNames(of: school.roster.staff[member])
        return (contactsByEmail[email] ?? []).filter { owner in
            let own = comparableNames(of: school.roster.pupils[owner.pupil].contacts[owner.contact])
            return own.families == name.families && own.givens == name.givens
        }
    }

    /// Any sign of a contact who must have none with a child of this class comes first, whatever name is shown. Where a
    /// permitted contact of the child has the same address or number, a person looks.
    ///
    /// - Parameter sign: what they own.
    func barredOwner(of contacts: [ContactOwner], _ context: MatchContext, by sign: MatchStep = .contactEmail) -> Link?
    {
        let here = contacts.filter { context.own.contains($0.pupil) }
        guard let barred = here.first(where: { isBarred($0.pupil, $0.contact) }) else { return nil }
        let name = comparableNames(of: school.roster.pupils[barred.pupil].contacts[barred.contact])
        let isShared = here.contains { owner in
            let other = comparableNames(of: school.roster.pupils[owner.pupil].contacts[owner.contact])
            return owner.pupil == barred.pupil && !isBarred(owner.pupil, owner.contact)
                && (other.givens != name.givens || other.families != name.families)
        }
        guard isShared else {
            var link = contactLink(barred.pupil, barred.contact, step: sign)
            link.mayHide = Set(here.filter { isBarred($0.pupil, $0.contact) }.map(\.pupil)).sorted()
            return link
        }
        var link = ambiguous([barred.pupil], step: sign == .contactEmail ? .sharedEmail : .familyTelephone)
        link.mayBeStranger = true
        return link
    }

    /// The list gives one address to a pupil and to an adult: it is who bears the name.
    private func bySharedAddress(_ query: MatchQuery, _ pupils: [Pupil.Index], _ email: String) -> Link? {
        let member = staffByEmail[email]
        let contacts = contactsByEmail[email] ?? []
        guard member != nil || !contacts.isEmpty, !pupils.contains(where: { isNamed($0, query) }) else { return nil }
        if let barred = barredOwner(of: contacts, query.context) { return barred }
        if let member, isNamed(member, query) {
            var link = Link(.staff, staff: member, certainty: .probable, step: .staffEmail)
            link.mayHide = pupils
            return link
        }
        let named = contacts.first { owner in
            isNamed(
                TypedIndex(0),
                of: PeopleIndex<ContactOwner>([
                    comparableNames(of: school.roster.pupils[owner.pupil].contacts[owner.contact])
                ]),
                query)
        }
        if named != nil { return ambiguous(pupils, step: .emailAgainstAdultsName) }
        return nil
    }

    private func byStaffEmail(_ query: MatchQuery, _ member: StaffMember.Index) -> Link {
        let staff = Link(.staff, staff: member, certainty: .certain, step: .staffEmail)
        if isNamed(member, query) { return staff }
        for reading in query.parts.all where reading.kind == .person && reading.words.count > 1 {
            let here = fits(reading.words, query.context.index, .letters).filter(\.isExact)
            var others = pupils(here, query.context)
            if others.isEmpty {
                others = (pupilsByFullName[reading.fullName] ?? []).filter { isOnRoll($0, on: query.context.day) }
            }
            if !others.isEmpty { return ambiguous(others, step: .emailAgainstName) }
        }
        return staff
    }

    /// The display name is this member's, in full, with a title or by a first name.
    func isNamed(_ member: StaffMember.Index, _ query: MatchQuery) -> Bool {
        let index = PeopleIndex<StaffMember>([comparableNames(of: school.roster.staff[member])])
        return query.parts.contains { reading in
            reading.kind == .titled && titledStaff(reading).contains(member)
                || fits(reading.words, index, .letters).contains { $0.kind >= .givenOnly }
        }
    }

    /// Whoever else's full or titled name stands on this account: the owners whose absence is in doubt.
    private func nameOfSomebodyElse(
        _ query: MatchQuery, pupils owners: Set<Pupil.Index>,
        contacts: [ContactOwner] = []
    ) -> [Pupil.Index]? {
        let ownNames = PeopleIndex<ContactOwner>(
            contacts.map { comparableNames(of: school.roster.pupils[$0.pupil].contacts[$0.contact]) })
        for reading in query.parts.all {
            if reading.kind == .titled {
                let own = fits(reading.words, ownNames, .letters)
                if own.isEmpty, !titledStaff(reading).isEmpty { return owners.sorted() }
                continue
            }
            guard reading.kind == .person, reading.words.count > 1 else { continue }
            if fits(reading.words, ownNames, .slips).contains(where: { $0.kind == .full }) { continue }
            if fits(reading.words, staffIndex, .letters).contains(where: \.isExact) { return owners.sorted() }
            let adults = fits(reading.words, query.context.contacts, .letters).filter(\.isExact)
            if !adults.isEmpty { return owners.sorted() }
            let here = pupils(fits(reading.words, query.context.index, .letters).filter(\.isExact), query.context)
            if !here.isEmpty, owners.isDisjoint(with: here) { return owners.union(here).sorted() }
        }
        return nil
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
        if !isNamed(pupil, query) {
            if let other = fullNameOf(anotherThan: pupil, query) {
                return ambiguous([pupil, other], step: .emailAgainstName)
            }
            if let open = nameOfSomebodyElse(query, pupils: [pupil]) {
                return ambiguous(open, step: .emailAgainstAdultsName)
            }
        }
        let outcome: Outcome = query.context.own.contains(pupil) ? .pupil : .otherClass
        return Link(outcome, pupil: pupil, certainty: .certain, step: .schoolEmail)
    }

    /// The display name is this pupil's own, in full or with an initial.
    private func isNamed(_ pupil: Pupil.Index, _ query: MatchQuery) -> Bool {
        guard let position = query.context.pupils.firstIndex(of: pupil) else {
            return isNamed(TypedIndex(0), of: PeopleIndex<Pupil.Index>([pupilNames[pupil]]), query)
        }
        return isNamed(TypedIndex(position), of: query.context.index, query)
    }

    private func isNamed<Bearer>(_ person: TypedIndex<Bearer>, of index: PeopleIndex<Bearer>, _ query: MatchQuery)
        -> Bool
    {
        query.parts.contains { reading in
            guard reading.words.count > 1 else { return false }
            func isFitting(_ fit: NameFit<Bearer>) -> Bool { fit.person == person && fit.kind >= .initialAndFamily }
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
