extension Matcher {
    /// Each name of `Leela and Rohan Nair`, the family name shared where only the last gives it.
    func recogniseSeveral(_ reading: NameReading, _ query: MatchQuery) -> Link {
        let shared = reading.groups.last.flatMap { $0.count > 1 ? Array($0.dropFirst()) : nil } ?? []
        var candidates: [Pupil.Index] = []
        var named: [Pupil.Index] = []
        var staff: [Link] = []
        var namesAll = !reading.hasUnnamedOthers
        for group in reading.groups {
            var own = NameReading(kind: .person, words: group)
            own.isFromDevice = reading.isFromDevice
            let link = linkOfOne(own, shared, query)
            switch link.outcome {
            case .pupil:
                candidates.append(link.pupil!)
                named.append(link.pupil!)
            case .ambiguous:
                candidates += link.candidates
                namesAll = false
            case .otherClass: break
            case .staff: staff.append(link)
            default: namesAll = namesAll && !candidates.isEmpty
            }
        }
        guard !candidates.isEmpty else {
            if staff.count == reading.groups.count, let first = staff.first { return first }
            return Link(.uninvited, step: .severalNamesOfNobody)
        }
        var link = ambiguous(candidates, step: .severalNames(areAllClear: namesAll))
        link.named = Set(named).sorted()
        if reading.hasUnnamedOthers { link.mayHide = query.context.own.subtracting(link.named).sorted() }
        return link
    }

    /// `Leela` of `Leela and Rohan Nair` is looked for as `Leela Nair` first.
    private func linkOfOne(_ name: NameReading, _ shared: [String], _ query: MatchQuery) -> Link {
        if let first = name.words.first, name.words.count > 1, NameWords.kinds(of: first).contains(.title) {
            return recogniseTitled(
                NameReading(kind: .titled, words: Array(name.words.dropFirst()), title: first), query)
        }
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

    /// An account of the school's own domain that no list knows is never a stranger: its local part may spell a pupil or
    /// a colleague, a first name that only one pupil has may be that pupil's.
    func byAccountOfTheSchool(_ link: Link, _ query: MatchQuery) -> Link? {
        guard let email = query.email, school.settings.isSchoolAddress(email), link.decidedBy == nil,
            !link.isBarredContact, link.step != .notOnRoll, pupilsByEmail[email] == nil, staffByEmail[email] == nil,
            contactsByEmail[email] == nil
        else { return nil }
        var found = spelt(in: email, query)
        if link.outcome == .unnamed { return found.candidates.isEmpty && found.staff == nil ? nil : found }
        if found.candidates.isEmpty, found.staff == nil,
            let first = query.parts.main.words.first
        {
            found.candidates = bearers(of: first, query)
        }
        return found
    }

    /// The pupil of the class whose own first name this is, if it is one pupil's alone.
    func bearers(of first: String, _ query: MatchQuery) -> [Pupil.Index] {
        let found = namesakes(of: first, query)
        return found.count == 1 ? found : []
    }

    /// Pupils of the class whose own first name this is, letter by letter.
    func namesakes(of first: String, _ query: MatchQuery) -> [Pupil.Index] {
        let fits = fits([first], query.context.index, .letters).filter {
            $0.kind == .givenOnly && $0.given == .exact && $0.isOwnGiven
        }
        return pupils(fits, query.context)
    }

    /// `mariaeduarda.silva@`, `19zahmed@`, `smithj@`.
    private func spelt(in email: String, _ query: MatchQuery) -> Link {
        let local = email.utf8.prefix { $0 != .at }
        let words = local.split { !$0.isASCIILetter }.map { String(decoding: $0, as: UTF8.self) }
        var ways = [words]
        if let only = words.soleElement, only.utf8.count > 3 {
            ways.append([String(only.prefix(1)), String(only.dropFirst())])
            ways.append([String(only.dropLast()), String(only.suffix(1))])
        }
        for way in ways where !way.isEmpty {
            let link = recognisePerson(NameReading(kind: .person, words: way), query)
            let candidates = pupils(of: link).filter(query.context.own.contains)
            if link.outcome == .staff || !candidates.isEmpty {
                var open = ambiguous(candidates, step: .schoolAccount)
                open.staff = link.staff
                return open
            }
        }
        return ambiguous([], step: .schoolAccount)
    }

    /// A recorder or assistant, unless somebody of the class is called so, or it is a person of the school who writes
    /// what they do behind the name.
    func recogniseProgramme(_ reading: NameReading, _ query: MatchQuery) -> Link {
        if let link = personOfTheSchool(reading.wholeWords, query) { return link }
        if reading.isRole, reading.words.count > 1 {
            let name = WrittenName(reading.words)
            let isKnown =
                fits(name, query.context.index, .letters).contains(where: \.isExact)
                || fits(name, staffIndex, .letters).contains(where: \.isExact)
            if isKnown { return recognisePerson(NameReading(kind: .person, words: reading.words), query) }
        }
        return Link(.unnamed, step: .bot)
    }
}
