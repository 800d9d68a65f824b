extension Matcher {
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
}
