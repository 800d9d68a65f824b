/// One reading of a name against everybody: the class, the staff, the contacts, the other classes.
extension Matcher {
    func recognise(_ reading: NameReading, _ query: MatchQuery) -> Link? {
        switch reading.kind {
        case .blank: return Link(.unnamed, step: "no name", why: "The name is empty or holds no letters.")
        case .device: return Link(.unnamed, step: "device", why: "The name of a device names nobody.")
        case .generic: return Link(.unnamed, step: "generic name", why: "A word that names nobody.")
        case .bot: return Link(.unnamed, step: "bot", why: "A note-taking or recording programme, not a person.")
        case .phone: return Link(.unnamed, step: "telephone", why: "A telephone number names nobody.")
        case .relative: return recogniseRelative(reading, query)
        case .household: return recogniseHousehold(reading, query)
        case .several: return recogniseSeveral(reading, query)
        case .titled: return recogniseTitled(reading, query)
        case .email: return recogniseEmail(reading, query)
        case .person: return recognisePerson(reading, query)
        }
    }

    // MARK: a person's name

    private func recognisePerson(_ reading: NameReading, _ query: MatchQuery) -> Link? {
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
    private func classFits(_ reading: NameReading, _ name: WrittenName, _ index: PeopleIndex) -> [NameFit] {
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

    private func pupils(_ fits: [NameFit], _ context: MatchContext) -> [Int] {
        Set(fits.map { context.pupils[$0.person] }).sorted()
    }

    /// The best fits of the best kind, the best first; those nearly as good tie with it.
    private func bestOf(_ fits: [NameFit]) -> (kind: NameFit.Kind, fits: [NameFit]) {
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

    // MARK: adults

    private func recogniseTitled(_ reading: NameReading, _ query: MatchQuery) -> Link? {
        let members = titledStaff(reading)
        if let member = members.first {
            return Link(
                .staff, staff: member, certainty: members.count == 1 ? .certain : .probable, step: "titled name",
                why: "Title and name of a member of staff.")
        }
        let contacts = fits(reading.words, query.context.contacts, .letters).filter { fit in
            let owner = query.context.contactOwners[fit.person]
            return (fit.kind == .full || fit.kind == .initialAndFamily || fit.kind == .familyOnly)
                && titlesAgree(reading.title, school.roster.pupils[owner.pupil].contacts[owner.contact].title)
        }
        let children = Set(contacts.map { query.context.contactOwners[$0.person].pupil })
        if children.count == 1 || contacts.contains(where: { $0.kind == .full }),
            let best = contacts.max(by: {
                ($0.kind, hasTitle($0, reading.title, query) ? 1 : 0) < (
                    $1.kind, hasTitle($1, reading.title, query) ? 1 : 0
                )
            })
        {
            let owner = query.context.contactOwners[best.person]
            return contactLink(
                owner.pupil, owner.contact, step: "contact's titled name",
                why: "Title and name of a contact of a pupil of this class.")
        }
        let pupils = fits(reading.words, query.context.index, .spellings).filter { $0.kind == .full }.map {
            query.context.pupils[$0.person]
        }
        if !pupils.isEmpty {
            return ambiguous(
                pupils, step: "titled name",
                why: "A pupil's full name with a title: the pupil, or an adult of the same name.")
        }
        return Link(
            .uninvited, step: "titled name",
            why: "A title and a name that is not on the staff list: an adult nobody has named.")
    }

    private func hasTitle(_ fit: NameFit, _ title: String, _ query: MatchQuery) -> Bool {
        let owner = query.context.contactOwners[fit.person]
        return comparableWords(school.roster.pupils[owner.pupil].contacts[owner.contact].title).first == title
    }

    /// Members of staff whom a titled name fits, those with the same title first.
    func titledStaff(_ reading: NameReading) -> [Int] {
        let fits = fits(reading.words, staffIndex, .slips).filter { fit in
            (fit.kind == .full || fit.kind == .initialAndFamily || fit.kind == .familyOnly) && fit.family >= .variant
                && titlesAgree(reading.title, school.roster.staff[fit.person].title)
        }
        guard let kind = fits.map(\.kind).max() else { return [] }
        return fits.filter { $0.kind == kind }.sorted { a, b in
            let (first, second) = (
                comparableWords(school.roster.staff[a.person].title).first == reading.title,
                comparableWords(school.roster.staff[b.person].title).first == reading.title
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

    private func recogniseRelative(_ reading: NameReading, _ query: MatchQuery) -> Link? {
        var child = reading
        child.kind = .person
        let fits = classFits(child, WrittenName(child.words), query.context.index)
        let (kind, best) = bestOf(fits)
        guard !best.isEmpty, kind >= .givenOnly || kind == .familyOnly else {
            return Link(.uninvited, step: "relative", why: "Somebody's relative, but of no pupil of this class.")
        }
        let children = pupils(best, query.context)
        if let only = children.only, kind != .familyOnly {
            return Link(
                .contact, pupil: only, certainty: .probable, step: "relative", why: "Named as a relative of this pupil."
            )
        }
        return ambiguous(children, step: "relative", why: "Named as a relative of a pupil; more than one fits.")
    }

    private func recogniseHousehold(_ reading: NameReading, _ query: MatchQuery) -> Link? {
        var found = familyFits(reading.words, query)
        if found.isEmpty, reading.mayEndInPossessive, let last = reading.words.last {
            for ending in [1, 2] where found.isEmpty && last.utf8.count > ending + 1 {
                found = familyFits(reading.words.dropLast() + [String(last.dropLast(ending))], query)
            }
        }
        if found.isEmpty { return Link(.uninvited, step: "household", why: "A family of no pupil of this class.") }
        return ambiguous(found, step: "household", why: "A whole family's name: the child may be there, or an adult.")
    }

    private func familyFits(_ words: [String], _ query: MatchQuery) -> [Int] {
        let fits = fits(words, query.context.index, .slips).filter { $0.kind == .familyOnly || $0.kind == .full }
        let exact = fits.filter { $0.family > .soundsAlike }
        return Set((exact.isEmpty ? fits : exact).map { query.context.pupils[$0.person] }).sorted()
    }

    /// Each name of `Leela and Rohan Nair`, the family name shared where only the last gives it.
    private func recogniseSeveral(_ reading: NameReading, _ query: MatchQuery) -> Link? {
        let shared = reading.groups.last.flatMap { $0.count > 1 ? Array($0.dropFirst()) : nil } ?? []
        var candidates: [Int] = []
        var namesAll = true
        for group in reading.groups {
            var own = NameReading(kind: .person, words: group)
            own.isFromDevice = reading.isFromDevice
            var link: Link?
            if group.count == 1, !shared.isEmpty {
                link = recognisePerson(NameReading(kind: .person, words: group + shared), query)
                if link?.outcome == .uninvited { link = nil }
            }
            link = link ?? recognise(own, query)
            switch link?.outcome {
            case .pupil: candidates.append(link?.pupil ?? 0)
            case .ambiguous:
                candidates += link?.candidates ?? []
                namesAll = false
            case .otherClass: break
            default: namesAll = namesAll && !candidates.isEmpty
            }
        }
        guard !candidates.isEmpty else {
            return Link(.uninvited, step: "several names", why: "Several names, none of them of this class.")
        }
        var link = ambiguous(
            candidates, step: "several names",
            why: namesAll
                ? "One device for several children; those of the class are named."
                : "Several names on one device; not all of them are clear.")
        link.namesAllCandidates = namesAll
        return link
    }

    private func recogniseEmail(_ reading: NameReading, _ query: MatchQuery) -> Link? {
        if let pupils = pupilsByEmail[reading.digits], let pupil = pupils.only, isOnRoll(pupil, on: query.context.day) {
            return Link(
                query.context.own.contains(pupil) ? .pupil : .otherClass, pupil: pupil, certainty: .probable,
                step: "e-mail as name",
                why: "The display name is this pupil's school address.")
        }
        if let member = staffByEmail[reading.digits] {
            return Link(
                .staff, staff: member, certainty: .probable, step: "e-mail as name",
                why: "The display name is an address of the staff list.")
        }
        var person = reading
        person.kind = .person
        guard var link = recognisePerson(person, query) else { return nil }
        if link.outcome == .pupil, let pupil = link.pupil {
            if reading.words.count == 1, link.step == "first name" {
                return ambiguous(
                    [pupil], step: "e-mail as name", why: "A first name alone in an address that nobody knows.")
            }
            if link.certainty == .certain { link.certainty = .probable }
        }
        return link
    }

    // MARK: nobody

    private func nobody(_ reading: NameReading, _ query: MatchQuery) -> Link? {
        let words = reading.words
        if reading.isFromDevice {
            return Link(.unnamed, step: "device", why: "A device, and no pupil of the class has the name it carries.")
        }
        if reading.isInitials || words.count == 1 && words[0].utf8.count <= 2 { return initials(reading, query) }
        let hasGivenName = words.contains { $0.utf8.count > 2 && otherNames.isGiven($0) }
        if reading.isHandle || (words.count > 1 && reading.isOneWord), !hasGivenName {
            return Link(.unnamed, step: "handle", why: "A made-up name that names nobody.")
        }
        return Link(
            .uninvited, step: "nobody",
            why: words.count == 1
                ? "A first name that nobody of the class has."
                : "The name fits nobody of the class, the staff, the contacts or the school.")
    }

    /// `J.P.`, `zg`: the pupils with these initials, never one for certain.
    private func initials(_ reading: NameReading, _ query: MatchQuery) -> Link {
        let letters = reading.words.flatMap { Array($0.utf8) }
        guard letters.count > 1 else { return Link(.unnamed, step: "initials", why: "One letter names nobody.") }
        let found = query.context.pupils.filter { pupil in
            let names = pupilNames[pupil]
            return names.givens.contains { $0[0].utf8.first == letters[0] }
                && names.families.contains { words in words.contains { $0.utf8.first == letters[letters.count - 1] } }
        }
        return found.isEmpty
            ? Link(.unnamed, step: "initials", why: "Initials of no pupil of the class.")
            : ambiguous(found, step: "initials", why: "Initials only.")
    }

    // MARK: words for people

    /// The step's name and a sentence for a teacher. Whole literals: put together they were allocated for every name.
    private func words(for fit: NameFit) -> (step: String, why: String) {
        switch (fit.kind, fit.nearness) {
        case (.full, .letters): ("full name", "First and family name fit this pupil alone, letter by letter.")
        case (.full, .part):
            (
                "full name, part of a compound",
                "First and family name fit this pupil alone, by one part of a compound name."
            )
        case (.full, .restored):
            (
                "full name, lost letters",
                "First and family name fit this pupil alone, but for letters that were lost on the way."
            )
        case (.full, .spelling):
            ("full name, spelling variant", "First and family name fit this pupil alone, in another spelling.")
        case (.full, .shortForm):
            ("full name, short form", "First and family name fit this pupil alone, by a short form.")
        case (.full, .slip):
            ("full name, typing slip", "First and family name fit this pupil alone, but for a typing slip.")
        case (.givenAndInitial, .letters):
            ("first name and initial", "First name and initial fit this pupil alone, letter by letter.")
        case (.givenAndInitial, .part):
            (
                "first name and initial, part of a compound",
                "First name and initial fit this pupil alone, by one part of a compound name."
            )
        case (.givenAndInitial, .restored):
            (
                "first name and initial, lost letters",
                "First name and initial fit this pupil alone, but for letters that were lost on the way."
            )
        case (.givenAndInitial, .spelling):
            (
                "first name and initial, spelling variant",
                "First name and initial fit this pupil alone, in another spelling."
            )
        case (.givenAndInitial, .shortForm):
            ("first name and initial, short form", "First name and initial fit this pupil alone, by a short form.")
        case (.givenAndInitial, .slip):
            (
                "first name and initial, typing slip",
                "First name and initial fit this pupil alone, but for a typing slip."
            )
        case (.initialAndFamily, .letters):
            ("initial and family name", "Initial and family name fit this pupil alone, letter by letter.")
        case (.initialAndFamily, .part):
            (
                "initial and family name, part of a compound",
                "Initial and family name fit this pupil alone, by one part of a compound name."
            )
        case (.initialAndFamily, .restored):
            (
                "initial and family name, lost letters",
                "Initial and family name fit this pupil alone, but for letters that were lost on the way."
            )
        case (.initialAndFamily, .spelling):
            (
                "initial and family name, spelling variant",
                "Initial and family name fit this pupil alone, in another spelling."
            )
        case (.initialAndFamily, .shortForm):
            ("initial and family name, short form", "Initial and family name fit this pupil alone, by a short form.")
        case (.initialAndFamily, .slip):
            (
                "initial and family name, typing slip",
                "Initial and family name fit this pupil alone, but for a typing slip."
            )
        case (_, .letters): ("first name", "The only pupil of the class with this first name, letter by letter.")
        case (_, .part):
            (
                "first name, part of a compound",
                "The only pupil of the class with this first name, by one part of a compound name."
            )
        case (_, .restored):
            (
                "first name, lost letters",
                "The only pupil of the class with this first name, but for letters that were lost on the way."
            )
        case (_, .spelling):
            ("first name, spelling variant", "The only pupil of the class with this first name, in another spelling.")
        case (_, .shortForm):
            ("first name, short form", "The only pupil of the class with this first name, by a short form.")
        case (_, .slip):
            ("first name, typing slip", "The only pupil of the class with this first name, but for a typing slip.")
        }
    }
}

extension NameFit {
    /// How near the weaker side comes to the name on the roster.
    fileprivate enum Nearness { case letters, part, restored, spelling, shortForm, slip }

    fileprivate var nearness: Nearness {
        switch weakest {
        case .exact: .letters
        case .firstPart, .otherPart: .part
        case .restored: .restored
        case .variant, .soundsAlike: .spelling
        case .shortForm, .sharedForm, .longForm, .headOfName: .shortForm
        default: .slip
        }
    }
}
