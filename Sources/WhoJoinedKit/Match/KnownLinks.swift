import Synchronization

/// Answers of one scene so far: of 41,000 entrants of a week 16,000 were new to their class (2026-11-22).
final class KnownLinks: Sendable {
    private let answers = Mutex(Answers())

    /// Gives every entrant whose badge is known its link.
    /// - Returns: the places of the others.
    func answer(_ entrants: inout [Entrant]) -> [Int] {
        answers.withLock { known in
            var others: [Int] = []
            for i in entrants.indices {
                if let place = known.place(of: Badge(entrants[i])) {
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
        answers.withLock { known in for i in places { known.add(Badge(entrants[i]), entrants[i].link) } }
    }
}

/// Links by badge. A dictionary would hash and move whole badges and links whenever it grew: a tenth of a week's page
/// faults.
private struct Answers {
    /// Twice a class's week; a term of strangers fills no memory.
    private static let limit = 512

    private struct Slot {
        var hash: UInt16 = 0
        /// In `badges` and `links`, -1 for none.
        var place: Int16 = -1
    }

    private(set) var links: [Link] = []
    private var badges: [Badge] = []
    /// Open addressing, never more than half full.
    private var slots = Array(repeating: Slot(), count: 2 * limit)

    func place(of badge: Badge) -> Int? {
        let place = slots[slot(of: badge, Answers.hash(badge))].place
        return place < 0 ? nil : Int(place)
    }

    mutating func add(_ badge: Badge, _ link: Link) {
        let hash = Answers.hash(badge)
        let slot = slot(of: badge, hash)
        guard slots[slot].place < 0, links.count < Answers.limit else { return }
        if links.isEmpty {
            // Room that is not used is never touched.
            badges.reserveCapacity(Answers.limit)
            links.reserveCapacity(Answers.limit)
        }
        slots[slot] = Slot(hash: UInt16(truncatingIfNeeded: hash), place: Int16(links.count))
        badges.append(badge)
        links.append(link)
    }

    /// Where the badge is, or the empty slot where it would be.
    private func slot(of badge: Badge, _ hash: UInt64) -> Int {
        let (slots, badges) = (slots.span, badges.span)
        let short = UInt16(truncatingIfNeeded: hash)
        var slot = Int(truncatingIfNeeded: hash >> 16) & (slots.count - 1)
        while slots[slot].place >= 0, slots[slot].hash != short || badges[Int(slots[slot].place)] != badge {
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    /// Of the name: it nearly always tells one entrant of a class from another.
    private static func hash(_ badge: Badge) -> UInt64 { WordStore.hash(badge.displayName.text.utf8Span.span) }
}
