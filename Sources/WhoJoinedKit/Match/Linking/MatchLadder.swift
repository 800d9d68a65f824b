/// A question about an entrant, and its answer where it has one.
typealias MatchCheck<Query> = @Sendable (Matcher) -> (Query) -> Link?

/// The order of judgement. The first check that knows an answer gives it; every check weighs what speaks against it.
let matchLadder: [MatchCheck<MatchQuery>] =
    [
        // Most entrants: a plain full name that is one pupil's of the class, and no address or that pupil's own. The
        // checks below would answer the same, at many times the cost.
        Matcher.byPlainFullName,
        // A line of decisions.csv settles this display name.
        Matcher.byDecision,
    ] + evidenceLadder

/// What the export and the lists say by themselves, before anybody has settled anything.
let evidenceLadder: [MatchCheck<MatchQuery>] = [
    // The address is one person's. Only another pupil's full name beside it makes a doubt.
    Matcher.byEmail,
    // A staff member's listed number. A family's number narrows the doubt to that family; it never names a pupil.
    Matcher.byTelephone,
    // A pupil's name only after look-alike or invisible characters are folded: never counted.
    Matcher.byLookAlike,
    // The name gives another class or another year than the session's.
    Matcher.byNamedClass,
    Matcher.byNamedYear,
    // The name is in another script: what can be transliterated is a hint.
    Matcher.byOtherScript,
    // The brackets stand inside the name: `Ezekiel (Jake) Tomlinson`.
    Matcher.byNameAroundBrackets,
    // The name, weighed against what stands in brackets or stood there before a rename. Always has an answer.
    Matcher.byName,
]

/// The order in which a person's name is looked for.
let personNameLadder: [MatchCheck<PersonNameQuery>] = [
    // The slot's own teacher by first name, and adults whose full name it is letter by letter.
    Matcher.byTeachersFirstName,
    Matcher.byAdultsExactName,
    // One pupil of the class, or several whom it fits as well: by kind of fit, then by how near it comes.
    Matcher.byClass,
    // The full name of a member of staff, of a contact of this class, of a pupil of another class.
    Matcher.byStaffName,
    Matcher.byContactName,
    Matcher.byOtherClassName,
    // A letter from a pupil's name, but a name of its own.
    Matcher.byNearName,
    // A pupil's full name with words beside it that are nobody's.
    Matcher.byFullNameAmongMore,
    // Several names with a word or a comma between.
    Matcher.byWordsThatJoin,
]

extension Matcher {
    func link(_ identity: EntrantIdentity, in context: MatchContext) -> Link {
        let query = MatchQuery(identity, in: context, matcher: self)
        var link = firstAnswer(of: matchLadder, to: query) ?? Link(.uninvited, step: .nobody)
        if link.outcome == .uninvited || link.outcome == .unnamed && link.step != .bot {
            link = byAccountOfTheSchool(link, query) ?? link
        }
        if link.outcome == .uninvited, link.saysNobody, mayStandInUnreadRow(query) {
            link = ambiguous([], step: .unreadRow)
        }
        if let pupil = link.pupil, link.decidedBy == nil, school.roster.pupils[pupil].isLost(on: query.context.day),
            link.outcome == .pupil || link.outcome == .otherClass
        {
            link = ambiguous([pupil], step: .lostFromRoster)
        }
        if link.outcome == .staff { link.hasOutsideMark = query.parts.hasOutsideMark }
        return markingBarred(link, query)
    }

    /// A contact who must keep away, by any sign, whatever a person has written down.
    func barred(_ query: MatchQuery) -> Link? {
        guard let link = firstAnswer(of: evidenceLadder, to: query), link.isBarredContact else { return nil }
        return link
    }

    /// All words of the name stand in one row of a list that could not be used.
    private func mayStandInUnreadRow(_ query: MatchQuery) -> Bool {
        if unreadWords.isEmpty { return false }
        return query.parts.all.contains { reading in
            reading.kind == .person && reading.words.count > 1
                && unreadWords.contains { $0.isSuperset(of: reading.words) }
        }
    }

    /// One reading of a name against everybody.
    func recognise(_ reading: NameReading, _ query: MatchQuery) -> Link {
        switch reading.kind {
        case .blank: Link(.unnamed, step: .noName)
        case .device: personOfTheSchool(reading.wholeWords, query) ?? Link(.unnamed, step: .device)
        case .generic: personOfTheSchool(reading.wholeWords, query) ?? Link(.unnamed, step: .genericName)
        case .bot: recogniseProgramme(reading, query)
        case .phone: Link(.unnamed, step: .telephone)
        case .relative: recogniseRelative(reading, query)
        case .household: recogniseHousehold(reading, query)
        case .several: recogniseSeveral(reading, query)
        case .titled: recogniseTitled(reading, query)
        case .email: recogniseEmail(reading, query)
        case .person: recognisePerson(reading, query)
        }
    }

    func recognisePerson(_ reading: NameReading, _ query: MatchQuery) -> Link {
        let name = WrittenName(reading.words)
        let fits = classFits(reading, name, query.context.index)
        let person = PersonNameQuery(reading: reading, name: name, fits: fits, entrant: query)
        return firstAnswer(of: personNameLadder, to: person) ?? nobody(reading, query)
    }

    private func firstAnswer<Query>(of checks: [MatchCheck<Query>], to query: Query) -> Link? {
        for check in checks {
            if let link = check(self)(query) { return link }
        }
        return nil
    }

    func byPlainFullName(_ query: MatchQuery) -> Link? {
        guard decisions.isEmpty, switches.emails, query.identity.originalName == nil, !query.identity.isPhone,
            let name = plainFullName(query.identity.displayName.text),
            let pupil = query.context.fullNames.owner(of: name)
        else { return nil }
        guard let email = query.email else {
            return Link(.pupil, pupil: pupil, certainty: .certain, step: .fits(.fullName, .letterByLetter))
        }
        guard pupilsByEmail[email]?.soleElement == pupil, isOnRoll(pupil, on: query.context.day) else { return nil }
        return Link(.pupil, pupil: pupil, certainty: .certain, step: .schoolEmail)
    }
}
