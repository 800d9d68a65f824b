/// Unites the participants of several exports: one entrant per display name and e-mail, every row once.
struct EntrantUnion {
    private struct Key: Hashable {
        var name: String
        var original: String
        var email: String
    }

    private struct RowKey: Hashable {
        var joined: Int?
        var left: Int?
        var shown: Int?
        var isWaiting: Bool
    }

    private var found: [Entrant] = []
    private var positions: [Key: Int] = [:]

    mutating func add(_ participants: [Participant], from export: Int) {
        for participant in participants {
            let key = key(participant)
            if let position = positions[key] {
                unite(participant, export, into: position)
            } else {
                positions[key] = found.count
                found.append(entrant(participant, export))
            }
        }
    }

    /// With the name before a rename: `Player (Ana)` and `Player (Ben)` are two people.
    private func key(_ participant: Participant) -> Key {
        Key(
            name: participant.displayName.text, original: participant.originalName?.text ?? "",
            email: participant.email?.lowercased() ?? "")
    }

    private func entrant(_ participant: Participant, _ export: Int) -> Entrant {
        var entrant = Entrant(
            displayName: participant.displayName, originalName: participant.originalName, email: participant.email,
            isPhone: participant.isPhone,
            stays: [], waiting: [])
        entrant.stays.reserveCapacity(participant.stays.count)
        for stay in participant.stays { put(stay, export, into: &entrant) }
        return entrant
    }

    private func put(_ stay: Stay, _ export: Int, into entrant: inout Entrant) {
        let placed = PlacedStay(stay: stay, export: export)
        if stay.isWaitingRoom == true { entrant.waiting.append(placed) } else { entrant.stays.append(placed) }
    }

    /// A row that another export holds too is counted once; one export may well hold two equal rows (two devices).
    private mutating func unite(_ participant: Participant, _ export: Int, into position: Int) {
        func key(_ stay: Stay) -> RowKey {
            RowKey(
                joined: stay.joined?.seconds, left: stay.left?.seconds,
                shown: stay.joined == nil ? stay.shownSeconds : nil, isWaiting: stay.isWaitingRoom == true)
        }
        var known: [RowKey: Int] = [:]
        for placed in found[position].stays + found[position].waiting where placed.export != export {
            known[key(placed.stay), default: 0] += 1
        }
        if found[position].email == nil { found[position].email = participant.email }
        for stay in participant.stays {
            if let count = known[key(stay)], count > 0 {
                known[key(stay)] = count - 1
                found[position].repeats.append(PlacedStay(stay: stay, export: export))
            } else {
                put(stay, export, into: &found[position])
            }
        }
    }

    /// By display name and e-mail within, stays by time; the order of the first export is kept, as its host saw it.
    func entrants() -> [Entrant] {
        // Their places are sorted: an entrant is a dozen references to move.
        let order = found.indices.sorted { a, b in
            let (first, second) = (found[a].displayName.text, found[b].displayName.text)
            return first == second ? found[a].email ?? "" < found[b].email ?? "" : first < second
        }
        var entrants = order.map { found[$0] }
        for index in entrants.indices {
            func time(_ a: PlacedStay, _ b: PlacedStay) -> Bool {
                (a.stay.joined?.seconds ?? Int.max, a.stay.left?.seconds ?? Int.max, a.export, a.stay.line)
                    < (b.stay.joined?.seconds ?? Int.max, b.stay.left?.seconds ?? Int.max, b.export, b.stay.line)
            }
            if entrants[index].stays.count > 1 { entrants[index].stays.sort(by: time) }
            if entrants[index].waiting.count > 1 { entrants[index].waiting.sort(by: time) }
        }
        return entrants
    }
}
