extension Matcher {
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

    func pupils(of link: Link) -> [Int] {
        link.candidates
            + (link.outcome == .pupil || link.outcome == .otherClass || link.outcome == .contact
                ? [link.pupil].compactMap { $0 } : [])
    }
}
