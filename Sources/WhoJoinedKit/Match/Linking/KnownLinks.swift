import Synchronization

/// Links given in one context so far: of 41,000 entrants of a week 16,000 were new to their class (2026-11-22).
final class KnownLinks: Sendable {
    private let answers = Mutex(Answers())

    /// Gives every entrant whose identity is known its link.
    /// - Returns: the places of the others.
    func answer(_ entrants: inout [Entrant]) -> [Int] {
        answers.withLock { known in
            var others: [Int] = []
            for i in entrants.indices {
                if let place = known.place(of: EntrantIdentity(entrants[i])) {
                    entrants[i].link = known.links[place]
                } else {
                    others.append(i)
                }
            }
            return others
        }
    }

    /// The links that the entrants at these places were given.
    func remember(_ places: [Int], of entrants: [Entrant]) {
        if places.isEmpty { return }
        answers.withLock { known in for i in places { known.add(EntrantIdentity(entrants[i]), entrants[i].link) } }
    }
}

/// Links by identity. A dictionary would hash and move whole identities and links whenever it grew: a tenth of a week's
/// page faults.
private struct Answers {
    /// Twice a class's week; a term of strangers fills no memory.
    private static let limit = 512

    private struct Slot {
        var hash: UInt16 = 0
        /// In `identities` and `links`, -1 for none.
        var place: Int16 = -1
    }

    private(set) var links: [Link] = []
    private var identities: [EntrantIdentity] = []
    /// Open addressing, never more than half full.
    private var slots = Array(repeating: Slot(), count: 2 * limit)

    func place(of identity: EntrantIdentity) -> Int? {
        let place = slots[slot(of: identity, Answers.hash(identity))].place
        return place < 0 ? nil : Int(place)
    }

    mutating func add(_ identity: EntrantIdentity, _ link: Link) {
        let hash = Answers.hash(identity)
        let slot = slot(of: identity, hash)
        guard slots[slot].place < 0, links.count < Answers.limit else { return }
        if links.isEmpty {
            // Room that is not used is never touched.
            identities.reserveCapacity(Answers.limit)
            links.reserveCapacity(Answers.limit)
        }
        slots[slot] = Slot(hash: UInt16(truncatingIfNeeded: hash), place: Int16(links.count))
        identities.append(identity)
        links.append(link)
    }

    /// Where the identity is, or the empty slot where it would be.
    private func slot(of identity: EntrantIdentity, _ hash: UInt64) -> Int {
        let (slots, identities) = (slots.span, identities.span)
        let short = UInt16(truncatingIfNeeded: hash)
        var slot = Int(truncatingIfNeeded: hash >> 16) & (slots.count - 1)
        while slots[slot].place >= 0, slots[slot].hash != short || identities[Int(slots[slot].place)] != identity {
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    /// Of the name: it nearly always tells one entrant of a class from another.
    private static func hash(_ identity: EntrantIdentity) -> UInt64 {
        WordStore.hash(identity.displayName.text.utf8Span.span)
    }
}
