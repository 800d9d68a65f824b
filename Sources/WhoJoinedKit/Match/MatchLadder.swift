/// What an entrant shows of itself. The ladder goes by nothing else, so equal identities in one context have equal
/// answers.
struct EntrantIdentity: Equatable, Sendable {
    let displayName: DisplayName
    let originalName: DisplayName?
    let email: String?
    let isPhone: Bool

    init(_ entrant: Entrant) {
        (displayName, originalName, email, isPhone) = (
            entrant.displayName, entrant.originalName, entrant.email, entrant.isPhone
        )
    }

    /// By bytes: Swift takes composed and decomposed letters for equal, a tower of accents is a disguise in one form
    /// alone.
    static func == (a: EntrantIdentity, b: EntrantIdentity) -> Bool {
        func isSame(_ a: String?, _ b: String?) -> Bool {
            guard let a, let b, a == b else { return a == nil && b == nil }
            return a.utf8Span.isKnownASCII && b.utf8Span.isKnownASCII || a.utf8.elementsEqual(b.utf8)
        }
        return isSame(a.displayName.text, b.displayName.text) && isSame(a.email, b.email)
            && isSame(a.originalName?.text, b.originalName?.text) && a.isPhone == b.isPhone
    }
}

/// One entrant before the ladder: what was typed, what can be read in it, and where.
struct MatchQuery {
    let identity: EntrantIdentity
    let clean: CleanName
    let parts: DisplayNameParts
    let context: MatchContext
    let email: String?
}

/// One step: its name, what it goes by, and the answer where it has one.
struct MatchStep: Sendable {
    let name: String
    /// For `why` and CONTRIBUTING.md.
    let means: String
    let answer: @Sendable (Matcher, MatchQuery) -> Link?
}

/// The ladder: the first step that knows an answer gives it. Evidence against counts in every step.
let matchLadder: [MatchStep] = [
    MatchStep(name: "settled by a person", means: "a line of decisions.csv names this display name") { $0.settled($1) },
    MatchStep(
        name: "e-mail", means: "the address is one person's; only another pupil's full name beside it makes a doubt"
    ) { $0.byEmail($1) },
    MatchStep(
        name: "telephone",
        means: "a staff member's listed number; a family's number narrows the doubt to that family; never a pupil"
    ) { $0.byPhone($1) },
    MatchStep(
        name: "look-alike",
        means: "a pupil's name only after look-alike or invisible characters are folded: never counted"
    ) { $0.byLook($1) },
    MatchStep(name: "name", means: "the parts of the name against everybody: class, staff, contacts, other classes") {
        $0.byName($1)
    },
]

extension Matcher {
    func link(_ identity: EntrantIdentity, in context: MatchContext) -> Link {
        let email = switches.emails ? identity.email.map(comparableEmail).flatMap { $0.isEmpty ? nil : $0 } : nil
        if let link = exactNameFastPath(identity, email, in: context) { return link }
        let (clean, parts) = read(identity.displayName.text, originalName: identity.originalName?.text)
        let query = MatchQuery(identity: identity, clean: clean, parts: consume parts, context: context, email: email)
        for step in matchLadder {
            if var link = step.answer(self, query) {
                if link.step.isEmpty { link.step = step.name }
                return link
            }
        }
        return Link(
            .uninvited, step: "nobody", why: "The name fits nobody of the class, the staff, the contacts or the school."
        )
    }

    /// Most entrants: a plain full name that is exactly one pupil's of the class, and no address or that pupil's own.
    /// The answer is the ladder's; this only spares the way to it.
    private func exactNameFastPath(_ identity: EntrantIdentity, _ email: String?, in context: MatchContext) -> Link? {
        guard decisions.isEmpty, switches.emails, identity.originalName == nil, !identity.isPhone,
            let name = plainFullName(identity.displayName.text),
            let pupil = context.fullNames.owner(of: name[...])
        else { return nil }
        if let email {
            guard pupilsByEmail[email]?.only == pupil, isOnRoll(pupil, on: context.day) else { return nil }
            return Link(
                .pupil, pupil: pupil, certainty: .certain, step: "school e-mail",
                why: "The e-mail address is this pupil's.")
        }
        return Link(
            .pupil, pupil: pupil, certainty: .certain, step: "full name",
            why: "First and family name fit this pupil alone, letter by letter.")
    }

    // MARK: decisions.csv

    /// A name copied out of our lists holds `[U+202E]` or `…` where the export's holds what may not be shown.
    ///
    /// Names that only lost something on the way there are not looked for: what was settled for the plain name is not
    /// settled for its look-alike.
    private func shownDecisions(_ name: String) -> [Decision] {
        if name.utf8.allSatisfy({ $0 >= .space && $0 < .delete }) && name.utf8.count <= PlainText.nameLimit {
            return []
        }
        let shown = PlainText.clean(name)
        let isMarked =
            shown.utf8.split(separator: .openingBracket).contains { $0.starts(with: "U+".utf8) }
            || shown.unicodeScalars.last == "…"
        return isMarked ? decisions[settledKey(shown)] ?? [] : []
    }

    func settled(_ query: MatchQuery) -> Link? {
        if decisions.isEmpty { return nil }
        let lines =
            decisions[settledKey(query.identity.displayName.text)] ?? shownDecisions(query.identity.displayName.text)
        let fitting = lines.filter { line in
            (line.email.map { comparableEmail($0) == query.email } ?? true)
                && (line.classCode.map { query.context.classKeys.contains($0.key) } ?? true)
        }
        guard
            let line = fitting.max(by: {
                ($0.email == nil ? 0 : 2) + ($0.classCode == nil ? 0 : 1) <= ($1.email == nil ? 0 : 2)
                    + ($1.classCode == nil ? 0 : 1)
            })
        else {
            return nil
        }
        let why = "\(line.by.isEmpty ? "Somebody" : line.by) settled this name in \(line.source)."
        var link: Link
        switch line.isA {
        case .pupil:
            guard let pupil = line.pupil else { return nil }
            link = Link(
                query.context.own.contains(pupil) ? .pupil : .otherClass, pupil: pupil, certainty: .certain, step: "",
                why: why)
        case .staff:
            link = Link(.staff, staff: line.staff ?? staff(named: line.id), certainty: .certain, step: "", why: why)
        case .contact:
            link =
                barredContact(query, of: line.pupil)
                ?? Link(.contact, pupil: line.pupil, certainty: .certain, step: "", why: why)
        case .unnamed: link = Link(.unnamed, step: "", why: why)
        case .uninvited: link = Link(.uninvited, certainty: .certain, step: "", why: why)
        }
        link.decidedBy = line.source
        return link
    }

    /// A decision says who somebody is; that this contact of the pupil must have none is the roster's word.
    private func barredContact(_ query: MatchQuery, of pupil: Int?) -> Link? {
        guard let pupil else { return nil }
        let contacts = school.roster.pupils[pupil].contacts
        let name = settledKey(query.identity.displayName.text)
        let meant = contacts.indices.first { index in
            contacts[index].email.map { comparableEmail($0) == query.email } ?? false
                || settledKey(contacts[index].full) == name
                || settledKey("\(contacts[index].given) \(contacts[index].family)") == name
        }
        guard let meant else { return nil }
        let link = contactLink(pupil, meant, step: "", why: "")
        return link.isBarredContact ? link : nil
    }

    // MARK: e-mail and telephone

    func byEmail(_ query: MatchQuery) -> Link? {
        guard let email = query.email else { return nil }
        if let pupils = pupilsByEmail[email] { return byPupilEmail(query, pupils) }
        if let member = staffByEmail[email] {
            return Link(
                .staff, staff: member, certainty: .certain, step: "staff e-mail",
                why: "The e-mail address is on the staff list.")
        }
        guard let contacts = contactsByEmail[email] else { return nil }
        let children = contacts.filter { query.context.own.contains($0.pupil) }
        guard let first = children.first else {
            return Link(
                .uninvited, step: "contact's e-mail",
                why: "The e-mail address is a contact's of a pupil who is not in this class.")
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
                    step: "full name on a contact's account",
                    why: "The child's own full name, on the account of one of its contacts.")
            }
        }
        return contactLink(
            first.pupil, first.contact, step: "contact's e-mail",
            why: "The e-mail address is a contact's of a pupil of this class.")
    }

    private func byPupilEmail(_ query: MatchQuery, _ pupils: [Int]) -> Link? {
        let current = pupils.filter { isOnRoll($0, on: query.context.day) }
        guard let pupil = current.first else { return leaver(pupils[0]) }
        if current.count > 1 {
            let candidates = current.filter { query.context.own.contains($0) }
            let named = candidates.filter { isNamed($0, query) }
            guard let only = named.only ?? candidates.only else {
                return ambiguous(
                    candidates.isEmpty ? current : candidates, step: "shared e-mail",
                    why: "The e-mail address belongs to more than one pupil.")
            }
            return Link(
                .pupil, pupil: only, certainty: .certain, step: "school e-mail",
                why: "The e-mail address is this pupil's, and the name agrees.")
        }
        if query.parts.main.kind == .several, let link = recognise(query.parts.main, query),
            link.candidates.contains(pupil)
        {
            return link
        }
        if !isNamed(pupil, query), let other = fullNameOf(anotherThan: pupil, query) {
            return ambiguous(
                [pupil, other], step: "e-mail against name",
                why:
                    "The e-mail address is one pupil's, the display name another's in full. Either may have been there."
            )
        }
        let outcome: Outcome = query.context.own.contains(pupil) ? .pupil : .otherClass
        return Link(
            outcome, pupil: pupil, certainty: .certain, step: "school e-mail",
            why: "The e-mail address is this pupil's.")
    }

    /// The display name is this pupil's own, in full or with an initial.
    private func isNamed(_ pupil: Int, _ query: MatchQuery) -> Bool {
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
    private func fullNameOf(anotherThan pupil: Int, _ query: MatchQuery) -> Int? {
        for reading in query.parts.all where reading.kind == .person && reading.words.count > 1 {
            let fits = fits(reading.words, query.context.index, .slips).filter {
                $0.kind == .full && $0.given > .slip && $0.family > .slip
            }
            if let best = fits.max(by: { $0.score < $1.score }) { return query.context.pupils[best.person] }
            let others = (pupilsByFullName[reading.words.joined(separator: " ")] ?? []).filter {
                isOnRoll($0, on: query.context.day)
            }
            if let other = others.first(where: { $0 != pupil }) { return other }
        }
        return nil
    }

    func byPhone(_ query: MatchQuery) -> Link? {
        guard query.identity.isPhone || query.parts.main.kind == .phone else { return nil }
        let number = comparablePhone(query.identity.displayName.text)
        if let member = number.flatMap({ staffByPhone[$0] }) {
            return Link(
                .staff, staff: member, certainty: .certain, step: "", why: "The telephone number is on the staff list.")
        }
        var link = Link(.unnamed, step: "", why: "A telephone number names nobody.")
        if let family = number.flatMap({ pupilsByContactPhone[$0] })?.filter(query.context.own.contains),
            !family.isEmpty
        {
            link.candidates = Set(family).sorted()
            link.why = "A telephone number of a pupil's family: it may be that family's child or an adult."
        }
        return link
    }

    // MARK: look-alikes

    func byLook(_ query: MatchQuery) -> Link? {
        let isFancy = query.clean.isDressedThroughout && switches.fancyFontsAreLooks
        let isLookAlike = query.clean.isDisguised || isFancy || query.parts.contains(where: \.hidesDigits)
        let dotlessI = query.clean.dotlessI
        guard switches.looks, isLookAlike || dotlessI == .possible || dotlessI == .impossible else { return nil }
        var candidates = Set<Int>()
        for reading in [query.parts.main] + query.parts.others {
            guard let link = recognise(reading, query),
                link.outcome == .pupil || link.outcome == .ambiguous || link.outcome == .otherClass
            else { continue }
            candidates.formUnion(link.candidates)
            if let pupil = link.pupil { candidates.insert(pupil) }
        }
        let own = candidates.filter(query.context.own.contains).sorted()
        guard !own.isEmpty else { return nil }
        if !isLookAlike, own.allSatisfy(isWrittenInTurkish) { return nil }
        if !isLookAlike, dotlessI == .possible {
            return ambiguous(
                own, step: "dotless i",
                why: "The name has a dotless i: a Turkish spelling of this pupil's name, or another name.")
        }
        var link = ambiguous(
            own, step: "",
            why:
                "The name equals a pupil's only after folding look-alike or invisible characters. It may be the pupil or somebody posing as one."
        )
        link.impersonation = .lookAlike
        return link
    }

    private func isWrittenInTurkish(_ pupil: Int) -> Bool {
        let person = school.roster.pupils[pupil]
        return [person.main, person.legal, person.preferred].contains { $0.map(TurkishSpelling.isAtHome) ?? false }
    }

    // MARK: names

    /// Outside and inside brackets apart, then both together.
    func byName(_ query: MatchQuery) -> Link? {
        let parts = query.parts
        if let hint = parts.classHint, !query.context.classKeys.contains(hint), !query.context.classKeys.isEmpty {
            return byOtherClass(hint, query)
        }
        if let year = parts.yearHint, !query.context.years.isEmpty, !query.context.years.contains(year),
            let link = byOtherYear(year, query)
        {
            return link
        }
        if query.clean.isTransliterated { return byOtherScript(query) }
        if let joined = parts.joined, let link = recognise(joined, query), link.outcome == .pupil { return link }
        guard var link = recognise(parts.main, query) else { return nil }
        for other in parts.others where other.kind != .blank {
            guard let second = recognise(other, query) else { continue }
            link = weigh(link, parts.main, against: second, other, query)
        }
        return link
    }

    /// The name outside the brackets and the one inside (or before the rename) are one person, or it is a doubt.
    private func weigh(
        _ link: Link, _ reading: NameReading, against second: Link, _ other: NameReading, _ query: MatchQuery
    ) -> Link {
        switch (link.outcome, second.outcome) {
        case (_, .unnamed): return link
        case (.unnamed, _):
            return second.outcome == .uninvited
                ? link : lowered(second, "The name stands in brackets or before a rename.")
        case (.pupil, .pupil), (.otherClass, .otherClass), (.staff, .staff):
            if link.pupil == second.pupil, link.staff == second.staff {
                return link.certainty == .certain ? link : second.certainty == .certain ? second : link
            }
            return ambiguous(
                pupils(of: link) + pupils(of: second), step: "two names",
                why: "Two different people are named, outside and inside the brackets.")
        case (.pupil, .ambiguous):
            if second.candidates.contains(link.pupil ?? -1) { return link }
            return ambiguous(
                pupils(of: link) + second.candidates, step: "two names", why: "Two different names are given.")
        case (.ambiguous, .pupil):
            if link.candidates.contains(second.pupil ?? -1) { return second }
            return ambiguous(
                pupils(of: second) + link.candidates, step: "two names", why: "Two different names are given.")
        case (.pupil, .contact):
            if second.pupil == link.pupil, other.kind == .relative { return second }
            return second.pupil == link.pupil
                ? lowered(link, "The account carries the name of one of the child's contacts.")
                : ambiguous(
                    pupils(of: link) + pupils(of: second), step: "two names", why: "Two different people are named.")
        case (.pupil, .uninvited): return strangerBeside(link, other, query)
        case (.uninvited, .pupil):
            if reading.words.count < 2 || reading.isHandle {
                return lowered(second, "The pupil's name stands in brackets or before a rename.")
            }
            return ambiguous(
                pupils(of: second), step: "two names",
                why: "A pupil's name in brackets or before a rename, and a stranger's name beside it.")
        case (.uninvited, .uninvited), (.uninvited, .otherClass), (.uninvited, .ambiguous):
            return second.outcome == .uninvited ? link : second
        case (.staff, _), (.contact, _): return link
        default:
            let both = pupils(of: link) + pupils(of: second)
            return both.isEmpty
                ? link
                : ambiguous(
                    both, step: "two names", why: "Two different people are named, outside and inside the brackets.")
        }
    }

    /// A pupil's name with somebody else's in brackets: a relative with the same family name is a borrowed account; any
    /// other name is a doubt.
    private func strangerBeside(_ link: Link, _ other: NameReading, _ query: MatchQuery) -> Link {
        guard let pupil = link.pupil else { return link }
        if other.kind == .email || other.isHandle
            || (other.words.count == 1 && !NameKnowledge.isGivenName(other.words[0]))
        {
            return link
        }
        let families = Set(pupilNames[pupil].families.flatMap { $0 + [$0.joined()] })
        if other.words.count > 1, other.words.contains(where: families.contains) {
            return lowered(link, "The account carries the name of somebody of the same family name.")
        }
        return ambiguous(
            [pupil], step: "two names", why: "The pupil's name, with a stranger's name in brackets or before a rename.")
    }

    private func lowered(_ link: Link, _ why: String) -> Link {
        var link = link
        if link.certainty == .certain { link.certainty = .probable }
        link.why += " " + why
        return link
    }

    private func pupils(of link: Link) -> [Int] {
        link.candidates
            + (link.outcome == .pupil || link.outcome == .otherClass || link.outcome == .contact
                ? [link.pupil].compactMap { $0 } : [])
    }

    // MARK: other classes and scripts

    private func byOtherClass(_ hint: String, _ query: MatchQuery) -> Link {
        let code = ClassCode(hint)
        let context = context(
            pupils: school.roll(of: [code], on: query.context.day), classes: [code], day: query.context.day,
            kind: query.context.kind)
        let there = recognise(query.parts.main, query.in(context))
        let here = recognise(query.parts.main, query)
        if let there, there.outcome == .pupil {
            return Link(
                .otherClass, pupil: there.pupil, certainty: there.certainty, step: "class in the name",
                why: "The name gives another class, and a pupil of that class has this name.")
        }
        if let there, there.outcome == .ambiguous, here?.outcome != .pupil {
            return Link(
                .uninvited, step: "class in the name",
                why: "The name gives another class, where more than one pupil fits.")
        }
        if let here, here.outcome == .pupil || here.outcome == .ambiguous {
            return ambiguous(
                pupils(of: here), step: "class in the name",
                why: "A pupil of this class has the name, but another class is given with it.")
        }
        return here
            ?? Link(.uninvited, step: "class in the name", why: "The name gives another class and fits nobody there.")
    }

    private func byOtherYear(_ year: String, _ query: MatchQuery) -> Link? {
        let words = query.parts.main.words
        let others = (pupilsByFullName[words.joined(separator: " ")] ?? []).filter { pupil in
            isOnRoll(pupil, on: query.context.day)
                && school.classes(of: pupil, on: query.context.day).contains { yearOfClass($0) == year }
        }
        if let pupil = others.first {
            return Link(
                .otherClass, pupil: pupil, certainty: .probable, step: "year in the name",
                why: "The name gives another year, and a pupil there has it.")
        }
        guard let here = recognise(query.parts.main, query), here.outcome == .pupil else { return nil }
        return ambiguous(
            pupils(of: here), step: "year in the name",
            why: "A pupil of this class has the name, but another year is given with it.")
    }

    private func byOtherScript(_ query: MatchQuery) -> Link {
        var found: Link?
        var readings = [query.parts]
        if let other = query.clean.alternative { readings.append(reader.read(other)) }
        for parts in readings {
            guard let link = recognise(parts.main, query) else { continue }
            if link.outcome == .pupil || link.outcome == .staff || link.outcome == .contact {
                found = link
                break
            }
            if found == nil || link.outcome == .ambiguous { found = link }
        }
        guard var link = found else {
            return Link(.unnamed, step: "another script", why: "The name is in another script and cannot be read here.")
        }
        if query.clean.isHardToRead {
            let candidates = pupils(of: link).filter(query.context.own.contains)
            if candidates.isEmpty {
                return Link(
                    .unnamed, step: "another script", why: "The name is in another script and cannot be read here.")
            }
            return ambiguous(candidates, step: "another script", why: "Transliterated, the name may be this pupil's.")
        }
        if link.certainty == .certain { link.certainty = .probable }
        link.why += " The name was transliterated from another script."
        return link
    }

    // MARK: small answers

    func ambiguous(_ candidates: [Int], step: String, why: String) -> Link {
        Link(.ambiguous, candidates: Set(candidates).sorted(), certainty: .possible, step: step, why: why)
    }

    func contactLink(_ pupil: Int, _ contact: Int, step: String, why: String) -> Link {
        let person = school.roster.pupils[pupil].contacts[contact]
        if person.restriction == .courtOrder || person.restriction == .noContact {
            var link = Link(
                .uninvited, certainty: .certain, step: step,
                why: "Somebody who must have no contact with a pupil of this class.")
            link.isBarredContact = true
            return link
        }
        return Link(.contact, pupil: pupil, certainty: .probable, step: step, why: why)
    }

    func leaver(_ pupil: Int) -> Link {
        Link(.uninvited, step: "not on roll", why: "A former or future pupil: not on roll on that day.")
    }
}

extension MatchQuery {
    func `in`(_ context: MatchContext) -> MatchQuery {
        MatchQuery(identity: identity, clean: clean, parts: parts, context: context, email: email)
    }
}
