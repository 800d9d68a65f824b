extension Matcher {
    func recogniseTitled(_ reading: NameReading, _ query: MatchQuery) -> Link {
        let members = titledStaff(reading)
        if let member = members.first {
            return Link(.staff, staff: member, certainty: members.count == 1 ? .certain : .probable, step: .titledStaff)
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
            return contactLink(owner.pupil, owner.contact, step: .titledContact)
        }
        let pupils = fits(reading.words, query.context.index, .spellings).filter { $0.kind == .full }.map {
            query.context.pupils[$0.person]
        }
        if !pupils.isEmpty {
            return ambiguous(pupils, step: .titledPupil)
        }
        return Link(.uninvited, step: .titledStranger)
    }

    private func hasTitle(_ fit: NameFit, _ title: String, _ query: MatchQuery) -> Bool {
        let owner = query.context.contactOwners[fit.person]
        return comparableWords(school.roster.pupils[owner.pupil].contacts[owner.contact].title).first == title
    }

    /// Members of staff whom a titled name fits, those with the same title first.
    func titledStaff(_ reading: NameReading) -> [StaffMember.Index] {
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
        }.map { StaffMember.Index($0.person) }
    }

    /// A woman's title is no man's; `Dr`, `Prof` and no title agree with both.
    private func titlesAgree(_ written: String, _ known: String) -> Bool {
        let known = comparableWords(known).first ?? ""
        let (one, other) = (NameWords.kinds(of: written), NameWords.kinds(of: known))
        if one.contains(.womensTitle), other.contains(.mensTitle) { return false }
        return !(one.contains(.mensTitle) && other.contains(.womensTitle))
    }

    func recogniseRelative(_ reading: NameReading, _ query: MatchQuery) -> Link {
        var child = reading
        child.kind = .person
        let fits = classFits(child, WrittenName(child.words), query.context.index)
        let (kind, best) = bestOf(fits)
        guard !best.isEmpty, kind >= .givenOnly || kind == .familyOnly else {
            return Link(.uninvited, step: .relativeOfNobody)
        }
        let children = pupils(best, query.context)
        if let only = children.soleElement, kind != .familyOnly {
            return Link(.contact, pupil: only, certainty: .probable, step: .relative)
        }
        return ambiguous(children, step: .relativeOfSeveral)
    }

    func recogniseHousehold(_ reading: NameReading, _ query: MatchQuery) -> Link {
        var found = familyFits(reading.words, query)
        if found.isEmpty, reading.mayEndInPossessive, let last = reading.words.last {
            for ending in [1, 2] where found.isEmpty && last.utf8.count > ending + 1 {
                found = familyFits(reading.words.dropLast() + [String(last.dropLast(ending))], query)
            }
        }
        if found.isEmpty { return Link(.uninvited, step: .householdOfNobody) }
        return ambiguous(found, step: .household)
    }

    private func familyFits(_ words: [String], _ query: MatchQuery) -> [Pupil.Index] {
        let fits = fits(words, query.context.index, .slips).filter { $0.kind == .familyOnly || $0.kind == .full }
        let exact = fits.filter { $0.family > .soundsAlike }
        return Set((exact.isEmpty ? fits : exact).map { query.context.pupils[$0.person] }).sorted()
    }
}
