extension Matcher {
    /// A pupil's whole name with words beside it that are nobody's (`Leo Davies St Marys`): the pupil, or a longer name
    /// of another.
    func byFullNameAmongMore(_ person: PersonNameQuery) -> Link? {
        let people = person.fits.filter { $0.kind == .incomplete && $0.given >= .variant && $0.family >= .variant }
        return people.isEmpty ? nil : ambiguous(pupils(people, person.context), step: .fullNameAndMore)
    }

    func byNearName(_ person: PersonNameQuery) -> Link? {
        if person.reading.isFromDevice && person.reading.words.count == 1 { return nil }
        let near = doubtful(person.fits, person)
        let looksTheSame = !near.isEmpty && near.allSatisfy(\.isLookAlike)
        if !looksTheSame {
            let otherForms = doubtful(fits(person.name, person.context.index, .forms), person).filter(\.isOtherForm)
            if !otherForms.isEmpty { return ambiguous(pupils(near + otherForms, person.context), step: .otherForm) }
        }
        if near.isEmpty { return nil }
        var link = ambiguous(pupils(near, person.context), step: .nearName(looksTheSame: looksTheSame))
        if looksTheSame { link.impersonation = .lookAlike }
        return link
    }

    /// Both sides of a name, or the first name alone, with a doubt.
    private func doubtful(_ fits: [NameFit<Pupil.Index>], _ person: PersonNameQuery) -> [NameFit<Pupil.Index>] {
        // `Rhys E` is no Ethan Price turned round. The tables of names are opened only for such a fit.
        func isFirstNameFirst() -> Bool { person.reading.words.first.map(otherNames.isGiven) ?? false }
        let near = fits.filter {
            $0.kind == .otherName && !($0.familyFirst && $0.given == .initial && isFirstNameFirst())
        }
        if !near.isEmpty { return near }
        let alone = fits.filter { $0.isOwnGiven && $0.unmatchedWords == 0 && $0.family == .none }
        if person.name.wordCount > 1 { return alone.filter { $0.given == .otherForm } }
        // `Jaud` in a class with Jad and Joud.
        let isBetween = Set(alone.filter { $0.given == .otherName }.map(\.person)).count > 1
        return alone.filter {
            $0.given == .otherForm || $0.given == .headOfOtherName || isBetween && $0.given == .otherName
        }
    }

    /// Fits in the class: exact ones alone where there are any, else also spellings, short forms and slips.
    func classFits(_ reading: NameReading, _ name: WrittenName, _ index: PeopleIndex<Pupil.Index>) -> [NameFit<
        Pupil.Index
    >] {
        var exact = fits(name, index, .letters)
        if exact.contains(where: \.isExact) { return inOrder(exact.filter { $0.kind == .full }, reading) }
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
        if !wide.contains(where: { $0.kind >= .givenOnly && ($0.given > .slip || $0.family > .slip) }),
            !exact.contains(where: { $0.kind == .familyOnly && $0.family == .exact })
        {
            wide += splitFits(reading.words, index)
        }
        return wide
    }

    /// Those whose family name stands where the writer says that it does, if there are any.
    private func inOrder(_ fits: [NameFit<Pupil.Index>], _ reading: NameReading) -> [NameFit<Pupil.Index>] {
        guard let isFamilyFirst = reading.isFamilyFirst else { return fits }
        let agreeing = fits.filter { $0.familyFirst == isFamilyFirst }
        return agreeing.isEmpty ? fits : agreeing
    }

    /// One word, or a word and a letter, that is somebody's first name letter by letter: no spelling of another's comes
    /// near.
    private func isFirstNameAlone(_ fit: NameFit<Pupil.Index>, _ name: WrittenName) -> Bool {
        fit.given == .exact
            && (fit.kind == .givenOnly && name.wordCount == 1 || fit.kind == .givenAndInitial && name.wordCount == 2)
    }

    /// `jwright` = J Wright, `akaur brar` = A Kaur Brar, `georgej` = George J: an initial glued to a name.
    private func splitFits(_ words: [String], _ index: PeopleIndex<Pupil.Index>) -> [NameFit<Pupil.Index>] {
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

    func byClass(_ person: PersonNameQuery) -> Link? {
        let (kind, best) = bestOf(person.fits)
        guard let first = best.first, kind >= .givenOnly || kind == .familyOnly else { return nil }
        let (context, people) = (person.context, pupils(best, person.context))
        if let link = ownNameElsewhere(first, people, person) ?? familyNameOfOthers(best, person) { return link }
        if kind == .familyOnly {
            if isFirstNameNearFamilyName(best, person) { return nil }
            let isStaffToo =
                person.reading.words.count == 1 && !person.reading.isFromDevice && isFamilyNameOfStaff(person.name)
            return ambiguous(people, step: isStaffToo ? .familyNameAlsoStaff : .familyName)
        }
        let pupil = context.pupils[first.person]
        if people.count > 1 {
            return ambiguous(
                people, step: kind == .full ? .sameName(pupils: people.count) : .partOfName(pupils: people.count))
        }
        if kind == .givenOnly, first.given < .exact, person.name.wordCount == 1,
            let near = nearToOthersToo(first, person)
        {
            return near
        }
        if let doubt = doubtAbout(first, kind, pupil, person) { return doubt }
        return Link(.pupil, pupil: pupil, certainty: first.isExact ? .certain : .probable, step: first.step)
    }

    /// `Lucas` in a class with Lukas and Luke: what only comes near to a first name may be another's.
    private func nearToOthersToo(_ fit: NameFit<Pupil.Index>, _ person: PersonNameQuery) -> Link? {
        let near = person.fits.filter {
            $0.person != fit.person && $0.unmatchedWords == 0 && $0.family == .none && $0.given > .initial
        }
        if near.isEmpty { return nil }
        let people = pupils(near + [fit], person.context)
        return ambiguous(people, step: .partOfName(pupils: people.count))
    }

    func pupils(_ fits: [NameFit<Pupil.Index>], _ context: MatchContext) -> [Pupil.Index] {
        Set(fits.map { context.pupils[$0.person] }).sorted()
    }

    /// The best fits of the best kind, the best first; those nearly as good tie with it.
    func bestOf(_ fits: [NameFit<Pupil.Index>]) -> (kind: NameFitKind, fits: [NameFit<Pupil.Index>]) {
        // Parts of a name that are not the own first name come behind: a family name is its bearers' before it is
        // somebody's middle name.
        let own = fits.filter { !$0.isOfFurtherName }
        if own.count < fits.count, own.contains(where: { $0.kind > .incomplete && $0.kind != .otherName }) {
            let (kind, best) = bestOf(own)
            let (other, further) = bestOf(fits.filter(\.isOfFurtherName))
            return (kind, other >= kind && best.allSatisfy { !$0.isExact } ? best + further : best)
        }
        var (kind, top) = (NameFitKind.incomplete, 0)
        for fit in fits where fit.kind >= kind {
            top = fit.kind > kind ? fit.score : max(top, fit.score)
            kind = fit.kind
        }
        // A first name alone that is one part of a compound is no better than another spelling of a whole one.
        let tie = kind != .givenOnly ? 24_000 : top >= Int(Likeness.exact.value) * 1000 ? 30_000 : 60_000
        var best = fits.filter { $0.kind == kind && top - $0.score <= tie }
        // `R Owen`: Rhys Owen, or Owen Rees turned round.
        if kind == .givenAndInitial, best.allSatisfy(\.familyFirst) {
            best += fits.filter { $0.kind == .initialAndFamily && !$0.familyFirst && $0.family >= .firstPart }
        }
        if best.count > 1 { best.sort { $0.score > $1.score } }
        return (kind, best)
    }

    /// Who else it may be: evidence against the one pupil who fits best.
    private func doubtAbout(
        _ fit: NameFit<Pupil.Index>, _ kind: NameFitKind, _ pupil: Pupil.Index, _ person: PersonNameQuery
    ) -> Link? {
        let weakest = min(
            fit.given == .none ? .exact : fit.given, fit.family == .none || fit.family == .initial ? .exact : fit.family
        )
        if fit.given.isName, !fit.isOwnGiven { return ambiguous([pupil], step: .otherPartOfName) }
        if kind == .givenOnly, person.name.wordCount > 1, weakest < .soundsAlike {
            return ambiguous([pupil], step: .partOfFirstName)
        }
        if kind == .initialAndFamily, fit.family < .variant {
            return ambiguous([pupil], step: .initialAndNearFamilyName)
        }
        if kind == .full || kind == .givenAndInitial, fit.given < .otherPart,
            let link = classmatesOwnName(fit, pupil, person)
        {
            return link
        }
        if kind == .givenOnly, weakest <= .longForm {
            return ambiguous([pupil], step: .partOfFirstName)
        }
        if kind == .givenOnly, weakest < .soundsAlike, person.reading.words.count == 1,
            otherNames.isGiven(person.reading.words[0]),
            !isHeadOfGiven(person.reading.words[0], pupil)
        {
            return ambiguous([pupil], step: .shortFormAlone)
        }
        // Of four letters the sound alone says little: `Elen` is no `Elan`.
        if kind == .givenOnly, fit.given == .soundsAlike, person.name.joined.count <= 4 {
            return ambiguous([pupil], step: .nearName(looksTheSame: false))
        }
        if kind == .givenOnly, person.context.kind != .parentMeeting, let email = person.entrant.email,
            !school.settings.isSchoolAddress(email)
        {
            return ambiguous([pupil], step: .firstNameOnUnknownAccount)
        }
        if kind == .initialAndFamily, let index = memberOfStaff(person.name) {
            let member = school.roster.staff[index]
            return ambiguous([pupil], step: .initialAndFamilyNameAlsoStaff(name: "\(member.title) \(member.family)"))
        }
        if kind == .full, fit.given == .longForm,
            fit.family < .variant || fit.family == .firstPart || fit.family == .otherPart
        {
            return ambiguous([pupil], step: .longForm)
        }
        if kind == .full, weakest <= .slip {
            return byStaffName(person) ?? byContactName(person) ?? byOtherClassName(person)
        }
        return nil
    }

    /// The name is somebody else's letter by letter, these pupils' only nearly: `Tom Hill` of 5C, where 4B has a Thomas
    /// Hill. What is no more than a slip of a pupil's is not even that.
    private func ownNameElsewhere(
        _ first: NameFit<Pupil.Index>, _ pupils: [Pupil.Index], _ person: PersonNameQuery
    ) -> Link? {
        if person.name.wordCount < 2 || first.isExact { return nil }
        if first.kind == .full, first.weakest <= .slip { return byOtherClassName(person) }
        if fits(person.name, staffIndex, .letters).contains(where: \.isExact) {
            return ambiguous(pupils, step: .nearerName(of: .staff))
        }
        let others = (pupilsByFullName[person.reading.fullName] ?? []).filter {
            !person.context.own.contains($0) && isOnRoll($0, on: person.context.day)
        }
        return others.isEmpty
            ? nil
            : ambiguous(pupils + others, step: .nearerName(of: .pupilOfAnotherClass))
    }

    /// One word that is the family name of some, letter by letter, and no more than near to somebody's first name.
    private func familyNameOfOthers(_ best: [NameFit<Pupil.Index>], _ person: PersonNameQuery) -> Link? {
        guard person.name.wordCount == 1,
            best.allSatisfy({ $0.kind == .givenOnly && $0.given < .exact || $0.isOfFurtherName })
        else { return nil }
        let bearers = person.fits.filter { $0.kind == .familyOnly && $0.family == .exact }
        if bearers.isEmpty { return nil }
        let people = pupils(best.filter(\.isOwnGiven) + bearers, person.context)
        return ambiguous(people, step: .partOfName(pupils: people.count))
    }

    /// `Evan`, in a class with an Evans: a known first name is nobody's misspelt family name.
    private func isFirstNameNearFamilyName(_ best: [NameFit<Pupil.Index>], _ person: PersonNameQuery) -> Bool {
        guard let word = person.reading.words.soleElement else { return false }
        return best.allSatisfy { $0.family < .variant } && otherNames.isGiven(word) && !otherNames.isFamily(word)
    }

    /// `Ellie King`, near Danielle King, in a class with an Ellie Mason. A word of the pupil's own name says nothing of a
    /// classmate: `Yussuf Ahmed` is Yusuf Ahmed beside an Ahmed Rafi.
    private func classmatesOwnName(_ fit: NameFit<Pupil.Index>, _ pupil: Pupil.Index, _ person: PersonNameQuery)
        -> Link?
    {
        let own = Set(pupilNames[pupil].givens.joined()).union(pupilNames[pupil].families.joined())
        let bearers = Set(person.reading.words).subtracting(own).flatMap { word in
            fits([word], person.context.index, .letters).filter {
                $0.kind == .givenOnly && $0.given == .exact && $0.person != fit.person
            }
        }
        guard !bearers.isEmpty else { return nil }
        return ambiguous([pupil] + pupils(bearers, person.context), step: .nameOfClassmate)
    }

    private func isHeadOfGiven(_ word: String, _ pupil: Pupil.Index) -> Bool {
        pupilNames[pupil].givens.contains { isHead(Array(word.utf8)[...], of: Array($0[0].utf8)[...]) }
    }

    // MARK: staff, contacts, other classes

    /// The member of staff with this full name or initial and family name, if there is one.
    private func memberOfStaff(_ name: WrittenName) -> StaffMember.Index? {
        guard name.wordCount > 1 else { return nil }
        let fits = fits(name, staffIndex, .spellings).filter { fit in
            fit.kind == .full && fit.given >= .variant && fit.family > .variant
                || fit.kind == .initialAndFamily && fit.family > .variant
        }
        return fits.max { $0.score < $1.score }?.person
    }

    private func isFamilyNameOfStaff(_ name: WrittenName) -> Bool {
        fits(name, staffIndex, .letters).contains { $0.kind == .familyOnly }
    }

    func byTeachersFirstName(_ person: PersonNameQuery) -> Link? {
        guard !person.context.teachers.isEmpty, !person.reading.isFromDevice, !person.reading.isHandle else {
            return nil
        }
        return teacherByFirstName(person.reading.words, person.entrant)
    }

    /// The full name of a member of staff or of a contact, letter by letter, beats whatever only comes near to a
    /// pupil's.
    func byAdultsExactName(_ person: PersonNameQuery) -> Link? {
        guard person.name.wordCount > 1, !person.fits.contains(where: \.isExact) else { return nil }
        let contacts = fits(person.name, person.context.contacts, .letters).filter(\.isExact).map {
            person.context.contactOwners[$0.person]
        }
        if let barred = contacts.first(where: { isBarred($0.pupil, $0.contact) }) {
            return contactLink(barred.pupil, barred.contact, step: .contactName)
        }
        let staff = fits(person.name, staffIndex, .letters).filter(\.isExact)
        if let member = staff.max(by: { $0.score < $1.score }) {
            return Link(.staff, staff: member.person, certainty: .probable, step: .staffName)
        }
        let (kind, best) = bestOf(person.fits)
        guard let owner = contacts.first, kind == .full || kind >= .givenOnly && best.allSatisfy({ !$0.isOwnGiven }),
            let fit = best.first
        else { return nil }
        let isPartOnly = fit.given.isName && !fit.isOwnGiven || fit.weakest <= .slip
        return isPartOnly
            ? contactLink(owner.pupil, owner.contact, step: .contactName)
            : ambiguous(pupils(best, person.context) + [owner.pupil], step: .nameOfContactToo)
    }

    /// `Zuzia i Kacper`, `Jad, Joud`: nobody's name as a whole, and two pupils' with a word or a comma between.
    func byWordsThatJoin(_ person: PersonNameQuery) -> Link? {
        let words = person.reading.words
        var groups: [[String]] = []
        if let comma = person.reading.comma, comma > 0, comma < words.count {
            groups = [Array(words[..<comma]), Array(words[comma...])]
            // `Jones, Isabelle`: a family name first, and whoever that is.
            if groups.contains(where: { isFamilyNameAlone($0, person) }) { return nil }
        } else if words.count > 2,
            let at = words.indices.dropFirst().dropLast().first(where: { Matcher.joiners.contains(words[$0]) })
        {
            groups = [Array(words[..<at]), Array(words[(at + 1)...])]
        }
        guard !groups.isEmpty else { return byFirstNamesAlone(person) }
        var several = NameReading(kind: .several, words: words)
        (several.groups, several.isFromDevice) = (groups, person.reading.isFromDevice)
        let link = recogniseSeveral(several, person.entrant)
        return link.outcome == .ambiguous && link.candidates.count > 1 ? link : nil
    }

    private func isFamilyNameAlone(_ words: [String], _ person: PersonNameQuery) -> Bool {
        let fits = fits(WrittenName(words), person.context.index, .letters)
        return fits.contains { $0.kind == .familyOnly } && !fits.contains { $0.given.isName }
    }

    /// `Evie Alfie`: the first names of two or three pupils, and no family name that is known.
    private func byFirstNamesAlone(_ person: PersonNameQuery) -> Link? {
        let words = person.reading.words
        guard (2...3).contains(words.count), !otherNames.isFamily(words[words.count - 1]) else {
            return nil
        }
        let named = words.map { bearers(of: $0, person.entrant) }
        guard named.allSatisfy({ !$0.isEmpty }), Set(named.joined()).count == words.count else { return nil }
        return ambiguous(named.flatMap(\.self), step: .severalNames(areAllClear: false))
    }

    /// "And" in the languages of classrooms; collected 2026-11-29.
    private static let joiners: Set<String> = [
        "ac", "a", "agus", "is", "y", "e", "et", "und", "en", "i", "oraz", "si", "ve", "ile", "wa", "va", "aur", "te",
        "ar", "na",
        "ne", "n", "och", "og", "ir", "un", "ja", "es", "kai", "iyo", "ani", "with", "ta", "he", "edhe", "dhe",
    ]

    func byStaffName(_ person: PersonNameQuery) -> Link? {
        memberOfStaff(person.name).map { Link(.staff, staff: $0, certainty: .probable, step: .staffName) }
    }

    func byContactName(_ person: PersonNameQuery) -> Link? {
        guard person.name.wordCount > 1, !person.context.contacts.isEmpty else { return nil }
        let fits = fits(person.name, person.context.contacts, .spellings).filter {
            $0.kind == .full && $0.given >= .shortForm && $0.family >= .variant
        }
        guard let best = fits.max(by: { $0.score < $1.score }) else { return nil }
        let owner = person.context.contactOwners[best.person]
        return contactLink(owner.pupil, owner.contact, step: .contactName)
    }

    func byOtherClassName(_ person: PersonNameQuery) -> Link? {
        guard person.reading.words.count > 1 else { return nil }
        let pupils = (pupilsByFullName[person.reading.fullName] ?? []).filter {
            !person.context.own.contains($0)
        }
        if pupils.isEmpty { return nil }
        let current = pupils.filter { isOnRoll($0, on: person.context.day) }
        guard let pupil = current.first else { return leaver(pupils[0]) }
        return Link(
            .otherClass, pupil: pupil, certainty: current.count == 1 ? .certain : .probable,
            step: current.count == 1 ? .otherClass : .severalOfOtherClasses(pupils: current.count))
    }
}
