/// One entrant before the ladder: what was typed, what can be read in it, and where.
struct MatchQuery {
    let identity: EntrantIdentity
    let clean: CleanName
    let parts: DisplayNameParts
    let context: MatchContext
    let email: String?
}

extension MatchQuery {
    func `in`(_ context: MatchContext) -> MatchQuery {
        MatchQuery(identity: identity, clean: clean, parts: parts, context: context, email: email)
    }
}
