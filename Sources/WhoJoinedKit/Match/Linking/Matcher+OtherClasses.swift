extension Matcher {
    func byNamedClass(_ query: MatchQuery) -> Link? {
        guard let hint = query.parts.classHint, !query.context.classKeys.isEmpty,
            !query.context.classKeys.contains(hint)
        else { return nil }
        let code = ClassCode(hint)
        let context = context(
            pupils: school.roll(of: [code], on: query.context.day), classes: [code], day: query.context.day,
            kind: query.context.kind)
        let there = recognise(query.parts.main, query.in(context))
        if there.outcome == .pupil {
            return Link(.otherClass, pupil: there.pupil, certainty: there.certainty, step: .pupilOfNamedClass)
        }
        let here = recognise(query.parts.main, query)
        if there.outcome == .ambiguous, here.outcome != .pupil { return Link(.uninvited, step: .severalOfNamedClass) }
        return here.outcome == .pupil || here.outcome == .ambiguous
            ? ambiguous(pupils(of: here), step: .nameOfThisClassButAnotherNamed) : here
    }

    /// Nearly all in the call are of one other class: who is nobody here is looked for among them, and accused of nothing.
    func askInClassOfWrongLink(_ classText: String, _ session: inout LinkedSession) {
        let codes = classCodes(in: classText)
        let context = context(
            pupils: school.roll(of: codes, on: session.day), classes: codes, day: session.day, kind: session.kind)
        for index in session.entrants.typedIndices {
            let link = session.entrants[index].link
            guard link.outcome == .uninvited, link.saysNobody else { continue }
            let there = self.link(EntrantIdentity(session.entrants[index].entrant), in: context)
            switch there.outcome {
            case .pupil: session.entrants[index].link = ambiguous([there.pupil].compactMap(\.self), step: there.step)
            case .ambiguous, .contact: session.entrants[index].link = there
            case .uninvited where there.isBarredContact: session.entrants[index].link = there
            default: continue
            }
        }
    }

    func byNamedYear(_ query: MatchQuery) -> Link? {
        guard let year = query.parts.yearHint, !query.context.years.isEmpty, !query.context.years.contains(year)
        else { return nil }
        let others = (pupilsByFullName[query.parts.main.fullName] ?? []).filter { pupil in
            isOnRoll(pupil, on: query.context.day)
                && school.classes(of: pupil, on: query.context.day).contains { yearOfClass($0) == year }
        }
        if let pupil = others.first {
            return Link(.otherClass, pupil: pupil, certainty: .probable, step: .pupilOfNamedYear)
        }
        let here = recognise(query.parts.main, query)
        return here.outcome == .pupil ? ambiguous(pupils(of: here), step: .nameOfThisClassButAnotherYear) : nil
    }
}
