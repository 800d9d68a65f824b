extension Matcher {
    func ambiguous(_ candidates: [Int], step: String, why: String) -> Link {
        Link(.ambiguous, candidates: Set(candidates).sorted(), certainty: .possible, step: step, why: why)
    }

    func contactLink(_ pupil: Int, _ contact: Int, step: String, why: String) -> Link {
        let person = school.roster.pupils[pupil].contacts[contact]
        if person.restriction == .courtOrder || person.restriction == .noContact {
            var link = Link(
                .uninvited, certainty: .certain, step: step,
                why: "Somebody who must have no contact with a pupil of this class.")
            link.isBarredContact = true
            return link
        }
        return Link(.contact, pupil: pupil, certainty: .probable, step: step, why: why)
    }

    func leaver(_ pupil: Int) -> Link {
        Link(.uninvited, step: "not on roll", why: "A former or future pupil: not on roll on that day.")
    }
}
