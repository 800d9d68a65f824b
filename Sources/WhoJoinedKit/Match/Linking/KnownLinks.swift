import Synchronization

/// Links given in one context so far: of 41,000 entrants of a week 16,000 were new to their class (2026-11-22).
final class KnownLinks: Sendable {
    /// Twice a class's week; a term of strangers fills no memory.
    private static let limit = 512

    private let links = Mutex<[EntrantIdentity: Link]>([:])

    func link(of identity: EntrantIdentity, orElse decide: () -> Link) -> Link {
        if let known = links.withLock({ $0[identity] }) { return known }
        let link = decide()
        links.withLock { if $0.count < KnownLinks.limit { $0[identity] = link } }
        return link
    }
}
