/// What an entrant shows of itself. The ladder goes by nothing else, so equal identities in one context have equal
/// answers.
struct EntrantIdentity: Hashable, Sendable {
    let displayName: DisplayName
    let originalName: DisplayName?
    let email: String?
    let isPhone: Bool

    init(_ entrant: Entrant) {
        (displayName, originalName, email, isPhone) = (
            entrant.displayName, entrant.originalName, entrant.email, entrant.isPhone
        )
    }

    init(_ participant: Participant) {
        (displayName, originalName, email, isPhone) = (
            participant.displayName, participant.originalName, participant.email, participant.isPhone
        )
    }

    /// The names under which a person may have settled who this is; both together, as entrants.csv prints them, say more
    /// than the new one alone.
    var settledNames: [String] {
        originalName == nil ? [displayName.text] : [displayName.inExport(renamedFrom: originalName), displayName.text]
    }

    /// The name nearly always tells one entrant of a class from another.
    func hash(into hasher: inout Hasher) { hasher.combine(displayName.text) }

    /// By bytes: Swift takes composed and decomposed letters for equal, a tower of accents is a disguise in one form
    /// alone.
    static func == (a: EntrantIdentity, b: EntrantIdentity) -> Bool {
        func isSame(_ a: String?, _ b: String?) -> Bool {
            guard let a, let b, a == b else { return a == nil && b == nil }
            return a.utf8Span.isKnownASCII && b.utf8Span.isKnownASCII || a.utf8.elementsEqual(b.utf8)
        }
        return isSame(a.displayName.text, b.displayName.text) && isSame(a.email, b.email)
            && isSame(a.originalName?.text, b.originalName?.text) && a.isPhone == b.isPhone
    }
}
