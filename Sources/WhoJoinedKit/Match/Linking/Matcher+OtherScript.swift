extension Matcher {
    func byOtherScript(_ query: MatchQuery) -> Link? {
        guard query.clean.isTransliterated else { return nil }
        var link = bestOfTransliterations(query)
        if query.clean.isHardToRead {
            let candidates = pupils(of: link).filter(query.context.own.contains)
            return candidates.isEmpty
                ? Link(.unnamed, step: .unreadableScript) : ambiguous(candidates, step: .transliterated)
        }
        if link.certainty == .certain { link.certainty = .probable }
        link.remarks.append(.transliterated)
        return link
    }

    private func bestOfTransliterations(_ query: MatchQuery) -> Link {
        let first = recognise(query.parts.main, query)
        guard !namesSomebody(first), let other = query.clean.alternative else { return first }
        let second = recognise(reader.read(other).main, query)
        return namesSomebody(second) || second.outcome == .ambiguous ? second : first
    }

    private func namesSomebody(_ link: Link) -> Bool {
        link.outcome == .pupil || link.outcome == .staff || link.outcome == .contact
    }
}
