extension Matcher {
    func byLookAlike(_ query: MatchQuery) -> Link? {
        let isFancy = query.clean.isDressedThroughout && switches.fancyFontsAreLooks
        let isLookAlike = query.clean.isDisguised || isFancy || query.parts.contains(where: \.hidesDigits)
        let dotlessI = query.clean.dotlessI
        guard switches.looks, isLookAlike || dotlessI == .possible || dotlessI == .impossible else { return nil }
        var candidates = Set<Pupil.Index>()
        for link in query.parts.all.map({ recognise($0, query) })
        where link.outcome == .pupil || link.outcome == .ambiguous || link.outcome == .otherClass {
            candidates.formUnion(link.candidates)
            if let pupil = link.pupil { candidates.insert(pupil) }
        }
        let own = candidates.filter(query.context.own.contains).sorted()
        guard !own.isEmpty else { return nil }
        if !isLookAlike, own.allSatisfy(isWrittenInTurkish) { return nil }
        if !isLookAlike, dotlessI == .possible {
            return ambiguous(own, step: .dotlessI)
        }
        var link = ambiguous(own, step: .lookAlike)
        link.impersonation = .lookAlike
        return link
    }

    private func isWrittenInTurkish(_ pupil: Pupil.Index) -> Bool {
        let person = school.roster.pupils[pupil]
        return [person.main, person.legal, person.preferred].contains { $0.map(TurkishSpelling.isAtHome) ?? false }
    }
}
