extension Matcher {
    func byNameAroundBrackets(_ query: MatchQuery) -> Link? {
        guard let joined = query.parts.joined else { return nil }
        let link = recognise(joined, query)
        return link.outcome == .pupil ? link : nil
    }

    func byName(_ query: MatchQuery) -> Link? {
        if let link = titledBesideChild(query) { return link }
        let main = query.parts.main
        var link = recognise(main, query)
        if let guessed = byGuess(link, query) { link = guessed }
        for other in query.parts.others where other.kind != .blank {
            link = weigh(link, main, against: recognise(other, query), other, query)
        }
        return link
    }

    /// Nobody is called as the words stand: without a remark, or parted from a class or a device, they may name somebody.
    private func byGuess(_ link: Link, _ query: MatchQuery) -> Link? {
        guard link.saysNobody, !query.parts.guesses.isEmpty else { return nil }
        for guess in query.parts.guesses {
            var found = recognise(guess.reading, query)
            let mayBeName = guess.leftOut.contains {
                otherNames.isFamily($0) || otherNames.isGiven($0)
            }
            let isOfAnotherClass =
                guess.classHint.map { !query.context.classKeys.isEmpty && !query.context.classKeys.contains($0) }
                ?? false
            if found.outcome == .pupil, mayBeName || guess.isDoubtful || isOfAnotherClass {
                found = ambiguous(pupils(of: found), step: .fullNameAndMore)
            }
            if !found.saysNobody { return lowered(found, .guessed) }
            if found.outcome == .unnamed { return found }
        }
        return nil
    }

    /// The name outside the brackets and the one inside (or before the rename) are one person, or it is a doubt.
    private func weigh(
        _ link: Link, _ reading: NameReading, against second: Link, _ other: NameReading, _ query: MatchQuery
    ) -> Link {
        if link.isBarredContact { return link }
        if second.isBarredContact { return second }
        switch (link.outcome, second.outcome) {
        case (_, .unnamed): return link
        case (.unnamed, _):
            return second.outcome == .uninvited
                ? link : lowered(second, .nameInBrackets)
        case (.pupil, .pupil), (.otherClass, .otherClass), (.staff, .staff):
            if link.pupil == second.pupil, link.staff == second.staff {
                return link.certainty == .certain ? link : second.certainty == .certain ? second : link
            }
            return ambiguous(pupils(of: link) + pupils(of: second), step: .twoPeopleInBrackets)
        case (.pupil, .ambiguous):
            if let pupil = link.pupil, second.candidates.contains(pupil) { return link }
            return ambiguous(pupils(of: link) + second.candidates, step: .twoNames)
        case (.ambiguous, .pupil):
            if let pupil = second.pupil, link.candidates.contains(pupil) { return second }
            return ambiguous(pupils(of: second) + link.candidates, step: .twoNames)
        case (.pupil, .contact):
            if second.pupil == link.pupil, other.kind == .relative { return second }
            return second.pupil == link.pupil
                ? lowered(link, .contactsAccount)
                : ambiguous(pupils(of: link) + pupils(of: second), step: .twoPeople)
        case (.pupil, .uninvited): return strangerBeside(link, other, query)
        case (.uninvited, .pupil):
            if reading.kind == .person, reading.words.count < 2 || reading.isHandle {
                return lowered(second, .pupilInBrackets)
            }
            return ambiguous(pupils(of: second), step: .pupilInBrackets)
        case (.uninvited, .uninvited), (.uninvited, .otherClass), (.uninvited, .ambiguous):
            return second.outcome == .uninvited ? link : second
        case (.staff, _), (.contact, _): return link
        default:
            let both = pupils(of: link) + pupils(of: second)
            return both.isEmpty
                ? link
                : ambiguous(both, step: .twoPeopleInBrackets)
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
            return lowered(link, .familysAccount)
        }
        return ambiguous([pupil], step: .strangerInBrackets)
    }

    private func lowered(_ link: Link, _ remark: MatchStep.Remark) -> Link {
        var link = link
        if link.certainty == .certain { link.certainty = .probable }
        link.remarks.append(remark)
        return link
    }

    func pupils(of link: Link) -> [Pupil.Index] {
        link.candidates
            + (link.outcome == .pupil || link.outcome == .otherClass || link.outcome == .contact
                ? [link.pupil].compactMap { $0 } : [])
    }
}
