extension Matcher {
    func recogniseTitled(_ reading: NameReading, _ query: MatchQuery) -> Link {
        // `Lord A`, where Lord is a pupil's first name.
        if fits([reading.title], query.context.index, .letters).contains(where: { $0.given == .exact && $0.isOwnGiven }
        ),
            let link = personOfTheSchool([reading.title] + reading.words, query)
        {
            return link
        }
        let contacts = titledContacts(reading, query)
        let namesakes = contacts.filter { hasTitle($0, reading.title, query) }
        let members = titledStaff(reading)
        if let member = members.first {
            let isSameTitle = staffTitle(member) == reading.title || staffTitle(member).isEmpty
            if !namesakes.isEmpty {
                return isSameTitle
                    ? staffOrContact(member, namesakes, query) : titledContact(namesakes, reading, query)
            }
            let children = isSameTitle ? [] : familyNamed(reading.words, query)
            if !children.isEmpty { return ambiguous(children, step: .titledStaffOrContact) }
            return Link(.staff, staff: member, certainty: members.count == 1 ? .certain : .probable, step: .titledStaff)
        }
        if let teacher = teacherByFirstName(reading.words, query) { return teacher }
        if !contacts.isEmpty { return titledContact(contacts, reading, query) }
        let children = childrenOfAdult(named: reading, query)
        if !children.isEmpty { return ambiguous(children, step: .titledContact) }
        let pupils = fits(reading.words, query.context.index, .spellings).filter { $0.kind == .full }.map {
            query.context.pupils[$0.person]
        }
        return pupils.isEmpty ? Link(.uninvited, step: .titledStranger) : ambiguous(pupils, step: .titledPupil)
    }

    /// Title and name of a member of staff and of a contact of the class: the slot's own teacher stays the teacher, and
    /// a person looks.
    private func staffOrContact(_ member: StaffMember.Index, _ contacts: [NameFit<ContactOwner>], _ query: MatchQuery)
        -> Link
    {
        let owners = contacts.map { query.context.contactOwners[$0.person] }
        let children = Set(owners.map(\.pupil)).sorted()
        var link = ambiguous(children, step: .titledStaffOrContact)
        if query.context.teachers.contains(member) {
            link = Link(.staff, staff: member, certainty: .probable, step: .titledStaffOrContact)
            (link.mayHide, link.needsALook) = (children, true)
        }
        link.mayBeStranger = owners.contains { isBarred($0.pupil, $0.contact) }
        return link
    }

    private func titledContact(_ fitting: [NameFit<ContactOwner>], _ reading: NameReading, _ query: MatchQuery) -> Link
    {
        // "Mrs Hussain" is the mother who bears that title, not the father whose title nobody wrote down.
        let titled = fitting.filter { hasTitle($0, reading.title, query) }
        let contacts = titled.isEmpty ? fitting : titled
        let owners = contacts.map { query.context.contactOwners[$0.person] }
        if let barred = owners.first(where: { isBarred($0.pupil, $0.contact) }) {
            return contactLink(barred.pupil, barred.contact, step: .titledContact)
        }
        let children = Set(owners.map(\.pupil)).sorted()
        let best = contacts.max { a, b in
            (a.kind, hasTitle(a, reading.title, query) ? 1 : 0) < (b.kind, hasTitle(b, reading.title, query) ? 1 : 0)
        }
        guard let best, children.count == 1 || best.kind == .full else {
            return ambiguous(children, step: .titledContact)
        }
        let owner = query.context.contactOwners[best.person]
        return contactLink(owner.pupil, owner.contact, step: .titledContact)
    }

    private func titledContacts(_ reading: NameReading, _ query: MatchQuery) -> [NameFit<ContactOwner>] {
        fits(reading.words, query.context.contacts, .letters).filter { fit in
            let owner = query.context.contactOwners[fit.person]
            return (fit.kind == .full || fit.kind == .initialAndFamily || fit.kind == .familyOnly)
                && titlesAgree(reading.title, school.roster.pupils[owner.pupil].contacts[owner.contact].title)
        }
    }

    /// `Mr Tadesse`, where the father is Tadesse Worku: a title and an adult's own first name.
    private func childrenOfAdult(named reading: NameReading, _ query: MatchQuery) -> [Pupil.Index] {
        fits(reading.words, query.context.contacts, .letters).compactMap { fit in
            let owner = query.context.contactOwners[fit.person]
            let title = school.roster.pupils[owner.pupil].contacts[owner.contact].title
            return fit.kind == .givenOnly && fit.given == .exact && titlesAgree(reading.title, title)
                ? owner.pupil : nil
        }
    }

    /// A title and a child's name beside each other, whichever stands in brackets: an adult of that child, or the child
    /// renamed; never staff alone, never the child alone.
    func titledBesideChild(_ query: MatchQuery) -> Link? {
        let parts = query.parts.all
        guard parts.count > 1, let titled = parts.first(where: { $0.kind == .titled }) else { return nil }
        var children = Set<Pupil.Index>()
        for part in parts where part.kind != .titled && part.kind != .blank {
            let link = recognise(part, query)
            if link.isBarredContact { return link }
            if link.outcome == .staff { return nil }
            children.formUnion(pupils(of: link))
        }
        if children.isEmpty { return nil }
        let owners = titledContacts(titled, query).map { query.context.contactOwners[$0.person] }.filter {
            children.contains($0.pupil)
        }
        if let owner = owners.first(where: { isBarred($0.pupil, $0.contact) }) ?? owners.first {
            return contactLink(owner.pupil, owner.contact, step: .titledBesideChild)
        }
        return ambiguous(children.sorted(), step: .titledBesideChild)
    }

    func isBarred(_ pupil: Pupil.Index, _ contact: Contact.Index) -> Bool {
        Matcher.isBarred(school.roster.pupils[pupil].contacts[contact])
    }

    static func isBarred(_ contact: Contact) -> Bool {
        contact.restriction == .courtOrder || contact.restriction == .noContact
    }

    /// Pupils of the class with this family name, letter by letter.
    func familyNamed(_ words: [String], _ query: MatchQuery) -> [Pupil.Index] {
        let fits = fits(words, query.context.index, .letters).filter {
            $0.kind == .familyOnly && $0.family >= .otherPart
        }
        return pupils(fits, query.context)
    }

    /// Pupils of the class with this family name for a man or a woman: `Nováková` of a Novák.
    func familyNamed(inOtherGender words: [String], _ query: MatchQuery) -> [Pupil.Index] {
        let name = WrittenName(words).joined
        return query.context.pupils.filter { pupil in
            pupilNames[pupil].families.contains { NameForm.differByEnding(name, WrittenName($0).joined) }
        }
    }

    /// The slot's own teacher by first name alone, with an initial or with a title, unless a pupil or a contact of the
    /// class has that first name.
    func teacherByFirstName(_ words: [String], _ query: MatchQuery) -> Link? {
        guard let first = words.first, words.count == 1 || words.count == 2 && words[1].utf8.count <= 2 else {
            return nil
        }
        let meant = query.context.teachers.filter { index in
            let member = school.roster.staff[index]
            guard comparableWords(member.given).joined() == first else { return false }
            return words.count == 1 || comparableWords(member.family).joined().utf8.starts(with: words[1].utf8)
        }
        guard let teacher = meant.first else { return nil }
        func bearers<Bearer>(_ index: PeopleIndex<Bearer>) -> [TypedIndex<Bearer>] {
            fits([first], index, .letters).filter { $0.kind == .givenOnly && $0.isOwnGiven }.map(\.person)
        }
        let pupils = bearers(query.context.index).map { query.context.pupils[$0] }
        let children = bearers(query.context.contacts).map { query.context.contactOwners[$0].pupil }
        if pupils.isEmpty, children.isEmpty {
            return Link(.staff, staff: teacher, certainty: .probable, step: .firstNameOfTeacher)
        }
        return ambiguous(pupils + children, step: .firstNameOfTeacherToo)
    }

    private func staffTitle(_ member: StaffMember.Index) -> String {
        comparableWords(school.roster.staff[member].title).first ?? ""
    }

    private func hasTitle(_ fit: NameFit<ContactOwner>, _ title: String, _ query: MatchQuery) -> Bool {
        let owner = query.context.contactOwners[fit.person]
        return comparableWords(school.roster.pupils[owner.pupil].contacts[owner.contact].title).first == title
    }

    /// Members of staff whom a titled name fits, those with the same title first. A subject, room or role behind the
    /// name takes nothing from it.
    func titledStaff(_ reading: NameReading, _ reach: NameReach = .letters) -> [StaffMember.Index] {
        var words = reading.words
        while true {
            let found = titledStaff(words, reading.title, reach)
            guard found.isEmpty, words.count > 1, SchoolWords.standBehindStaff(words[words.count - 1]) else {
                return found
            }
            words.removeLast()
        }
    }

    private func titledStaff(_ words: [String], _ title: String, _ reach: NameReach) -> [StaffMember.Index] {
        let fits = fits(words, staffIndex, reach).filter { fit in
            (fit.kind == .full || fit.kind == .initialAndFamily || fit.kind == .familyOnly)
                && fit.family >= (reach == .letters ? .exact : .variant)
                && titlesAgree(title, school.roster.staff[fit.person].title)
        }
        guard let kind = fits.map(\.kind).max() else { return [] }
        return fits.filter { $0.kind == kind }.sorted { a, b in
            let (first, second) = (
                comparableWords(school.roster.staff[a.person].title).first == title,
                comparableWords(school.roster.staff[b.person].title).first == title
            )
            return (first ? 0 : 1, -a.score, a.person) < (second ? 0 : 1, -b.score, b.person)
        }.map(\.person)
    }

    /// A woman's title is no man's; `Dr`, `Prof` and no title agree with both.
    private func titlesAgree(_ written: String, _ known: String) -> Bool {
        let known = comparableWords(known).first ?? ""
        let (one, other) = (NameWords.kinds(of: written), NameWords.kinds(of: known))
        if one.contains(.womensTitle), other.contains(.mensTitle) { return false }
        return !(one.contains(.mensTitle) && other.contains(.womensTitle))
    }

    func recogniseRelative(_ reading: NameReading, _ query: MatchQuery) -> Link {
        if let link = personOfTheSchool(reading.wholeWords, query) { return link }
        // `Wren, Oskar and Nan`, where Nan is a pupil.
        if reading.groups.contains(where: { $0.count == 1 && isRelativeAndPupil($0[0], query) }) {
            return recogniseSeveral(NameReading(kind: .several, words: reading.words, groups: reading.groups), query)
        }
        var child = reading
        child.kind = .person
        if reading.isRole {
            let link = recognisePerson(child, query)
            if link.outcome != .pupil, link.outcome != .otherClass { return link }
            return ambiguous(pupils(of: link), step: .roleBesideChild)
        }
        let fits = classFits(child, WrittenName(child.words), query.context.index)
        let (kind, best) = bestOf(fits)
        guard !best.isEmpty, kind >= .givenOnly || kind == .familyOnly else {
            let children = namedInGenitive(child.words, query)
            if !children.isEmpty { return ambiguous(children, step: .relativeOfSeveral) }
            if reading.wholeWords.count > 1, !reading.wholeWords.elementsEqual(reading.words), reading.mayBeName {
                return recognisePerson(NameReading(kind: .person, words: reading.wholeWords), query)
            }
            return Link(.uninvited, step: .relativeOfNobody)
        }
        let children = pupils(best, query.context)
        if let barred = barredRelative(reading.relation, of: children) { return barred }
        if let only = children.soleElement, kind != .familyOnly {
            return Link(.contact, pupil: only, certainty: .probable, step: .relative)
        }
        return ambiguous(children, step: .relativeOfSeveral)
    }

    /// `Mama Kuby`, `Tata Tomka`: Slavic tongues change the end of the child's first name.
    private func namedInGenitive(_ words: [String], _ query: MatchQuery) -> [Pupil.Index] {
        guard let word = words.soleElement, word.utf8.count > 2, "aiyu".contains(word.suffix(1)) else { return [] }
        let stem = String(word.dropLast())
        let nominatives = [stem, stem + "a", stem + "ia", stem.dropLast() + "e" + stem.suffix(1)]
        let named = nominatives.flatMap { fits([$0], query.context.index, .spellings) }
        return pupils(named.filter { $0.kind == .givenOnly && $0.isOwnGiven && $0.given >= .shortForm }, query.context)
    }

    private func isRelativeAndPupil(_ word: String, _ query: MatchQuery) -> Bool {
        NameWords.kinds(of: word).contains(.relative)
            && fits([word], query.context.index, .letters).contains { $0.given == .exact && $0.isOwnGiven }
    }

    /// `Jaxon's dad`, where every father on the list must have no contact.
    private func barredRelative(_ relation: NameReading.Relation?, of children: [Pupil.Index]) -> Link? {
        guard let relation, let child = children.soleElement else { return nil }
        let contacts = school.roster.pupils[child].contacts
        let meant = contacts.typedIndices.filter { index in
            comparableWords(contacts[index].relationship ?? "").contains { NameWords.relation(of: $0) == relation }
        }
        guard let first = meant.first, meant.allSatisfy({ isBarred(child, $0) }) else { return nil }
        return contactLink(child, first, step: .relative)
    }

    /// The roster is asked before the lists of words: `Nan C`, `A Bibi`, `An` are somebody's names here.
    func personOfTheSchool(_ words: [String], _ query: MatchQuery) -> Link? {
        guard !words.isEmpty else { return nil }
        let name = WrittenName(words)
        let isPupils = isMeant(name, in: query.context.index)
        let isAdults =
            words.count > 1 && (isMeant(name, in: query.context.contacts) || isMeant(name, in: staffIndex))
        guard isPupils || isAdults else { return nil }
        var link = recognisePerson(NameReading(kind: .person, words: words), query)
        if link.outcome == .uninvited { return nil }
        if words.count == 1, link.outcome == .pupil, NameWords.kinds(of: words[0]).contains(.relative) {
            link = ambiguous(pupils(of: link), step: .partOfFirstName)
        }
        return link
    }

    /// One word as a first or family name, several as a name with at least an initial, letter by letter.
    private func isMeant<Bearer>(_ name: WrittenName, in index: PeopleIndex<Bearer>) -> Bool {
        fits(name, index, .letters).contains { fit in
            let isGivenAlone = fit.kind == .givenOnly
            if name.wordCount == 1 {
                return isGivenAlone && fit.given >= .firstPart || fit.kind == .familyOnly && fit.family == .exact
            }
            return fit.kind >= .initialAndFamily && fit.weakest >= .firstPart || isGivenAlone && fit.given == .exact
        }
    }

    func recogniseHousehold(_ reading: NameReading, _ query: MatchQuery) -> Link {
        if let link = personOfTheSchool(reading.wholeWords, query) { return link }
        var found = familyFits(reading.words, query)
        if found.isEmpty, reading.mayEndInPossessive, let last = reading.words.last {
            for ending in [1, 2] where found.isEmpty && last.utf8.count > ending + 1 {
                found = familyFits(reading.words.dropLast() + [String(last.dropLast(ending))], query)
            }
        }
        if found.isEmpty { found = familyNamed(inOtherGender: reading.words, query) }
        if found.isEmpty { return Link(.uninvited, step: .householdOfNobody) }
        return ambiguous(found, step: .household)
    }

    private func familyFits(_ words: [String], _ query: MatchQuery) -> [Pupil.Index] {
        let fits = fits(words, query.context.index, .slips).filter { $0.kind == .familyOnly || $0.kind == .full }
        let exact = fits.filter { $0.family > .soundsAlike }
        return Set((exact.isEmpty ? fits : exact).map { query.context.pupils[$0.person] }).sorted()
    }
}
