/// One entrant before the ladder: what was typed, what can be read in it, and where. Read at first use: most names are
/// known before anybody reads them.
final class MatchQuery {
    let identity: EntrantIdentity
    let context: MatchContext
    /// Comparable; `nil` for none.
    let email: String?
    private let matcher: Matcher
    private lazy var reading = matcher.read(identity.displayName.text, originalName: identity.originalName?.text)

    var clean: CleanName { reading.clean }
    var parts: DisplayNameParts { reading.parts }

    init(_ identity: EntrantIdentity, in context: MatchContext, matcher: Matcher) {
        (self.identity, self.context, self.matcher) = (identity, context, matcher)
        let email = matcher.switches.emails ? identity.email.map(comparableEmail) : nil
        self.email = email?.isEmpty == true ? nil : email
    }

    func `in`(_ context: MatchContext) -> MatchQuery { MatchQuery(identity, in: context, matcher: matcher) }
}

/// A person's name as it was read in a display name or in a part of one.
struct PersonNameQuery {
    let reading: NameReading
    let name: WrittenName
    /// How it fits the pupils of the class.
    let fits: [NameFit<Pupil.Index>]
    let entrant: MatchQuery

    var context: MatchContext { entrant.context }
}
