/// One step: its name, what it goes by, and the answer where it has one.
struct MatchStep: Sendable {
    let name: String
    /// For `why` and CONTRIBUTING.md.
    let means: String
    let answer: @Sendable (Matcher, MatchQuery) -> Link?
}

/// The ladder: the first step that knows an answer gives it. Evidence against counts in every step.
let matchLadder: [MatchStep] = [
    MatchStep(name: "settled by a person", means: "a line of decisions.csv names this display name") { $0.settled($1) },
    MatchStep(
        name: "e-mail", means: "the address is one person's; only another pupil's full name beside it makes a doubt"
    ) { $0.byEmail($1) },
    MatchStep(
        name: "telephone",
        means: "a staff member's listed number; a family's number narrows the doubt to that family; never a pupil"
    ) { $0.byPhone($1) },
    MatchStep(
        name: "look-alike",
        means: "a pupil's name only after look-alike or invisible characters are folded: never counted"
    ) { $0.byLook($1) },
    MatchStep(name: "name", means: "the parts of the name against everybody: class, staff, contacts, other classes") {
        $0.byName($1)
    },
]

extension Matcher {
    func link(_ identity: EntrantIdentity, in context: MatchContext) -> Link {
        let email = switches.emails ? identity.email.map(comparableEmail).flatMap { $0.isEmpty ? nil : $0 } : nil
        if let link = exactNameFastPath(identity, email, in: context) { return link }
        let (clean, parts) = read(identity.displayName.text, originalName: identity.originalName?.text)
        let query = MatchQuery(identity: identity, clean: clean, parts: consume parts, context: context, email: email)
        for step in matchLadder {
            if var link = step.answer(self, query) {
                if link.step.isEmpty { link.step = step.name }
                return link
            }
        }
        return Link(
            .uninvited, step: "nobody", why: "The name fits nobody of the class, the staff, the contacts or the school."
        )
    }

    /// Most entrants: a plain full name that is exactly one pupil's of the class, and no address or that pupil's own.
    /// The answer is the ladder's; this only spares the way to it.
    private func exactNameFastPath(_ identity: EntrantIdentity, _ email: String?, in context: MatchContext) -> Link? {
        guard decisions.isEmpty, switches.emails, identity.originalName == nil, !identity.isPhone,
            let name = plainFullName(identity.displayName.text),
            let pupil = context.fullNames.owner(of: name[...])
        else { return nil }
        if let email {
            guard pupilsByEmail[email]?.only == pupil, isOnRoll(pupil, on: context.day) else { return nil }
            return Link(
                .pupil, pupil: pupil, certainty: .certain, step: "school e-mail",
                why: "The e-mail address is this pupil's.")
        }
        return Link(
            .pupil, pupil: pupil, certainty: .certain, step: "full name",
            why: "First and family name fit this pupil alone, letter by letter.")
    }

}
