extension Matcher {
    func ambiguous(_ candidates: [Pupil.Index], step: MatchStep) -> Link {
        Link(.ambiguous, candidates: Set(candidates).sorted(), certainty: .possible, step: step)
    }

    func contactLink(_ pupil: Pupil.Index, _ contact: Contact.Index, step: MatchStep) -> Link {
        if isBarred(pupil, contact) {
            var link = Link(.uninvited, certainty: .certain, step: step)
            (link.isBarredContact, link.mayHide) = (true, [pupil])
            return link
        }
        return Link(.contact, pupil: pupil, certainty: .probable, step: step)
    }

    func leaver(_ pupil: Pupil.Index) -> Link {
        Link(.uninvited, step: .notOnRoll)
    }
}

extension Link {
    /// The words are nobody's name.
    var saysNobody: Bool {
        guard decidedBy == nil, !isBarredContact, candidates.isEmpty else { return false }
        return outcome == .uninvited && step != .notOnRoll || outcome == .unnamed && step != .bot
    }
}
