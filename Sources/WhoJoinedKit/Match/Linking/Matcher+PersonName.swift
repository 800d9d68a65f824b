extension Matcher {
    func recognisePerson(_ reading: NameReading, _ query: MatchQuery) -> Link? {
        let context = query.context
        let name = WrittenName(reading.words)
        let fits = classFits(reading, name, context.index)
        if let link = byClassFits(fits, reading, name, query) { return link }
        if let member = plainStaff(name) {
            return Link(
                .staff, staff: member, certainty: .probable, step: "staff name",
                why: "The full name of a member of staff.")
        }
        if let link = byContactName(name, query) { return link }
        if let link = byOtherClassName(reading, query) { return link }
        let near = fits.filter { $0.kind == .otherName }
        if !near.isEmpty, !reading.isFromDevice || reading.words.count > 1 {
            var link = ambiguous(
                near.map { context.pupils[$0.person] }, step: "near name",
                why:
                    "One letter from a pupil's name, but what is written is a name of its own: the pupil with a slip, or somebody else."
            )
            if near.allSatisfy(\.isLookAlike) {
                link.impersonation = .lookAlike
                link.step = "look-alike"
            }
            return link
        }
        if let link = fullNameAmongMore(fits, query) { return link }
        return nobody(reading, query)
    }

    /// A pupil's whole name with words beside it that are nobody's (`Leo Davies St Marys`): the pupil, or a longer name
    /// of another.
    private func fullNameAmongMore(_ fits: [NameFit], _ query: MatchQuery) -> Link? {
        let people = fits.filter { $0.kind == .leftovers && $0.given >= .variant && $0.family >= .variant }.map {
            query.context.pupils[$0.person]
        }
        return people.isEmpty
            ? nil
            : ambiguous(
                people, step: "full name and more",
                why: "A pupil's full name, with more words beside it: the pupil, or somebody with a longer name.")
    }

    /// Fits in the class: exact ones alone where there are any, else also spellings, short forms and slips.
    func classFits(_ reading: NameReading, _ name: WrittenName, _ index: PeopleIndex) -> [NameFit] {
        var exact = fits(name, index, .letters)
        if exact.contains(where: \.isExact) { return exact.filter { $0.kind == .full } }
        if reading.words.count == 1 || exact.allSatisfy({ $0.kind != .full }) { exact += index.gluedFits(name) }
        if exact.contains(where: \.isExact) { return exact.filter { $0.kind == .full } }
        if exact.contains(where: { isFirstNameAlone($0, name) }) { return exact }
        var wide = fits(name, index, .slips)
        wide += exact.filter { fit in
            fit.kind == .full && !wide.contains { $0.person == fit.person && $0.kind == .full }
        }
        if reading.mayEndInPossessive, !wide.contains(where: { $0.kind >= .givenOnly && $0.given > .slip }) {
            wide += fits(
                reading.words.dropLast() + [String(reading.words[reading.words.count - 1].dropLast())], index, .slips)
        }
        if !wide.contains(where: { $0.kind >= .givenOnly && ($0.given > .slip || $0.family > .slip) }) {
            wide += splitFits(reading.words, index)
        }
        return wide
    }

    /// One word, or a word and a letter, that is somebody's first name letter by letter: no spelling of another's comes
    /// near.
    private func isFirstNameAlone(_ fit: NameFit, _ name: WrittenName) -> Bool {
        fit.given == .exact
            && (fit.kind == .givenOnly && name.wordCount == 1 || fit.kind == .givenAndInitial && name.wordCount == 2)
    }

    /// `jwright` = J Wright, `akaur brar` = A Kaur Brar, `georgej` = George J: an initial glued to a name.
    private func splitFits(_ words: [String], _ index: PeopleIndex) -> [NameFit] {
        guard let first = words.first, first.utf8.count >= 3, words.count > 1 || first.utf8.count >= 4 else {
            return []
        }
        let initialFirst = fits(
            [String(first.prefix(1)), String(first.dropFirst())] + words.dropFirst(), index, .letters
        ).filter { $0.kind == .initialAndFamily }
        if !initialFirst.isEmpty || words.count > 1 { return initialFirst }
        return fits([String(first.dropLast()), String(first.suffix(1))], index, .letters).filter {
            $0.kind == .givenAndInitial
        }
    }

    private func byClassFits(_ fits: [NameFit], _ reading: NameReading, _ name: WrittenName, _ query: MatchQuery)
        -> Link?
    {
        let (kind, best) = bestOf(fits)
        guard let first = best.first, kind >= .givenOnly || kind == .familyOnly else { return nil }
        let context = query.context
        if kind == .familyOnly {
            if reading.words.count == 1, reading.isFromDevice == false, plainStaffFamily(name) {
                return ambiguous(
                    pupils(best, context), step: "family name",
                    why: "A family name alone: a pupil's or a member of staff's.")
            }
            return ambiguous(pupils(best, context), step: "family name", why: "A family name alone names no one pupil.")
        }
        let pupil = context.pupils[first.person]
        if best.contains(where: { context.pupils[$0.person] != pupil }) {
            let people = pupils(best, context)
            return ambiguous(
                people, step: kind == .full ? "same name" : "part of the name",
                why: "The name fits \(people.count) pupils of the class equally well.")
        }
        if let doubt = doubtAbout(first, kind, pupil, reading, name, query) { return doubt }
        let (step, why) = words(for: first)
        return Link(.pupil, pupil: pupil, certainty: first.isExact ? .certain : .probable, step: step, why: why)
    }

    func pupils(_ fits: [NameFit], _ context: MatchContext) -> [Int] {
        Set(fits.map { context.pupils[$0.person] }).sorted()
    }

    /// The best fits of the best kind, the best first; those nearly as good tie with it.
    func bestOf(_ fits: [NameFit]) -> (kind: NameFit.Kind, fits: [NameFit]) {
        var (kind, top) = (NameFit.Kind.leftovers, 0)
        for fit in fits where fit.kind >= kind {
            top = fit.kind > kind ? fit.score : max(top, fit.score)
            kind = fit.kind
        }
        // A first name alone that is one part of a compound is no better than another spelling of a whole one.
        let tie = kind != .givenOnly ? 24_000 : top >= Int(Rank.exact.value) * 1000 ? 30_000 : 60_000
        var best = fits.filter { $0.kind == kind && top - $0.score <= tie }
        if best.count > 1 { best.sort { $0.score > $1.score } }
        return (kind, best)
    }

    /// Who else it may be: evidence against the one pupil who fits best.
    private func doubtAbout(
        _ fit: NameFit, _ kind: NameFit.Kind, _ pupil: Int, _ reading: NameReading, _ name: WrittenName,
        _ query: MatchQuery
    ) -> Link? {
        let weakest = min(
            fit.given == .none ? .exact : fit.given, fit.family == .none || fit.family == .initial ? .exact : fit.family
        )
        if kind == .givenOnly, weakest <= .longForm {
            return ambiguous(
                [pupil], step: "part of a first name", why: "A first name alone, and only near to this pupil's.")
        }
        if kind == .givenOnly, weakest < .soundsAlike, reading.words.count == 1, otherNames.isGiven(reading.words[0]),
            !isHeadOfGiven(reading.words[0], pupil)
        {
            return ambiguous(
                [pupil], step: "short form alone",
                why: "A first name alone, which may be short for this pupil's or somebody else's own.")
        }
        if kind == .givenOnly, query.context.kind != .parentMeeting, let email = query.email,
            !school.settings.isSchoolAddress(email)
        {
            return ambiguous(
                [pupil], step: "first name, unknown account",
                why: "A first name alone, on an outside account that nobody knows.")
        }
        if kind == .initialAndFamily, let member = plainStaff(name) {
            return ambiguous(
                [pupil], step: "initial and family name",
                why:
                    "The initial and family name fit this pupil and \(school.roster.staff[member].title) \(school.roster.staff[member].family) of the staff."
            )
        }
        if kind == .full, fit.given == .longForm,
            fit.family < .variant || fit.family == .firstPart || fit.family == .otherPart
        {
            return ambiguous(
                [pupil], step: "long form", why: "The long form of the first name, and only a part of the family name.")
        }
        if kind == .full, weakest < .otherPart, weakest > .slip,
            let link = exactElsewhere(pupil, reading, name, query)
        {
            return link
        }
        if kind == .full, weakest <= .slip {
            if let member = plainStaff(name) {
                return Link(
                    .staff, staff: member, certainty: .probable, step: "staff name",
                    why: "The full name of a member of staff.")
            }
            if let link = byContactName(name, query) { return link }
            if let link = byOtherClassName(reading, query) { return link }
        }
        return nil
    }

    /// The name is somebody else's letter by letter, this pupil's only nearly: `Tom Hill` of 5C, where 4B has a Thomas
    /// Hill.
    private func exactElsewhere(_ pupil: Int, _ reading: NameReading, _ name: WrittenName, _ query: MatchQuery)
        -> Link?
    {
        if fits(name, staffIndex, .letters).contains(where: \.isExact) {
            return ambiguous(
                [pupil], step: "nearer name", why: "The full name of a member of staff, and nearly this pupil's.")
        }
        let others = (pupilsByFullName[reading.words.joined(separator: " ")] ?? []).filter {
            !query.context.own.contains($0) && isOnRoll($0, on: query.context.day)
        }
        return others.isEmpty
            ? nil
            : ambiguous(
                [pupil] + others, step: "nearer name",
                why: "The full name of a pupil of another class, and nearly this pupil's.")
    }

    private func isHeadOfGiven(_ word: String, _ pupil: Int) -> Bool {
        pupilNames[pupil].givens.contains { isHead(Array(word.utf8)[...], of: Array($0[0].utf8)[...]) }
    }

    // MARK: staff, contacts, other classes

    /// The member of staff with this full name or initial and family name, if there is one.
    private func plainStaff(_ name: WrittenName) -> Int? {
        guard name.wordCount > 1 else { return nil }
        let fits = fits(name, staffIndex, .spellings).filter { fit in
            fit.kind == .full && fit.given >= .variant && fit.family > .variant
                || fit.kind == .initialAndFamily && fit.family > .variant
        }
        return fits.max { $0.score < $1.score }?.person
    }

    private func plainStaffFamily(_ name: WrittenName) -> Bool {
        fits(name, staffIndex, .letters).contains { $0.kind == .familyOnly }
    }

    private func byContactName(_ name: WrittenName, _ query: MatchQuery) -> Link? {
        guard name.wordCount > 1, !query.context.contacts.isEmpty else { return nil }
        let fits = fits(name, query.context.contacts, .spellings).filter {
            $0.kind == .full && $0.given >= .shortForm && $0.family >= .variant
        }
        guard let best = fits.max(by: { $0.score < $1.score }) else { return nil }
        let owner = query.context.contactOwners[best.person]
        return contactLink(
            owner.pupil, owner.contact, step: "contact's name", why: "The name of a contact of a pupil of this class.")
    }

    private func byOtherClassName(_ reading: NameReading, _ query: MatchQuery) -> Link? {
        guard reading.words.count > 1 else { return nil }
        let pupils = (pupilsByFullName[reading.words.joined(separator: " ")] ?? []).filter {
            !query.context.own.contains($0)
        }
        if pupils.isEmpty { return nil }
        let current = pupils.filter { isOnRoll($0, on: query.context.day) }
        guard let pupil = current.first else { return leaver(pupils[0]) }
        let why =
            current.count == 1
            ? "The full name of a pupil of another class."
            : "The full name of \(current.count) pupils of other classes."
        return Link(
            .otherClass, pupil: pupil, certainty: current.count == 1 ? .certain : .probable, step: "other class",
            why: why)
    }
}
