extension Matcher {
    func byOtherClass(_ hint: String, _ query: MatchQuery) -> Link {
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

    func byOtherYear(_ year: String, _ query: MatchQuery) -> Link? {
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

    func byOtherScript(_ query: MatchQuery) -> Link {
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
}
