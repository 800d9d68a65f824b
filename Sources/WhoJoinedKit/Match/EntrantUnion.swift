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
    private var places: [Key: Int] = [:]
    private var isSingle = true

    mutating func add(_ participants: [Participant], from export: Int) {
        if found.isEmpty, export == 0 {
            found.reserveCapacity(participants.count)
            for participant in participants { append(participant, export) }
            return
        }
        if isSingle {
            isSingle = false
            for (i, entrant) in found.enumerated() { places[key(entrant.displayName, entrant.originalName, entrant.email)] = i }
        }
        for participant in participants {
            let key = key(participant.displayName, participant.originalName, participant.email)
            if let place = places[key] {
                unite(participant, export, into: place)
            } else {
                places[key] = found.count
                append(participant, export)
            }
        }
    }

    /// With the name before a rename: `Player (Ana)` and `Player (Ben)` are two people.
    private func key(_ name: DisplayName, _ original: DisplayName?, _ email: String?) -> Key {
        Key(name: name.text, original: original?.text ?? "", email: email?.lowercased() ?? "")
    }

    private mutating func append(_ participant: Participant, _ export: Int) {
        var entrant = Entrant(
            displayName: participant.displayName, originalName: participant.originalName, email: participant.email, isPhone: participant.isPhone,
            stays: [], waiting: [], link: Link(.unnamed, step: "", why: ""))
        for stay in participant.stays { put(stay, export, into: &entrant) }
        found.append(entrant)
    }

    private func put(_ stay: Stay, _ export: Int, into entrant: inout Entrant) {
        let placed = PlacedStay(stay: stay, export: export)
        if stay.isWaitingRoom == true { entrant.waiting.append(placed) } else { entrant.stays.append(placed) }
    }

    /// A row that another export holds too is counted once; one export may well hold two equal rows (two devices).
    private mutating func unite(_ participant: Participant, _ export: Int, into place: Int) {
        func key(_ stay: Stay) -> RowKey {
            RowKey(joined: stay.joined?.seconds, left: stay.left?.seconds, shown: stay.joined == nil ? stay.shownSeconds : nil, isWaiting: stay.isWaitingRoom == true)
        }
        var known: [RowKey: Int] = [:]
        for placed in found[place].stays + found[place].waiting where placed.export != export { known[key(placed.stay), default: 0] += 1 }
        if found[place].email == nil { found[place].email = participant.email }
        for stay in participant.stays {
            if let count = known[key(stay)], count > 0 {
                known[key(stay)] = count - 1
                found[place].repeats.append(PlacedStay(stay: stay, export: export))
            } else {
                put(stay, export, into: &found[place])
            }
        }
    }

    /// By display name and e-mail within, stays by time; the order of the first export is kept, as its host saw it.
    func entrants() -> [Entrant] {
        var sorted = found
        for index in sorted.indices {
            func time(_ a: PlacedStay, _ b: PlacedStay) -> Bool {
                (a.stay.joined?.seconds ?? Int.max, a.stay.left?.seconds ?? Int.max, a.export, a.stay.line)
                    < (b.stay.joined?.seconds ?? Int.max, b.stay.left?.seconds ?? Int.max, b.export, b.stay.line)
            }
            if sorted[index].stays.count > 1 { sorted[index].stays.sort(by: time) }
            if sorted[index].waiting.count > 1 { sorted[index].waiting.sort(by: time) }
        }
        // Their places are sorted, not they: an entrant is a dozen references to hold and let go of at every step.
        let order = sorted.indices.sorted { a, b in
            let (name, other) = (sorted[a].displayName.text, sorted[b].displayName.text)
            return name == other ? (sorted[a].email ?? "", a) < (sorted[b].email ?? "", b) : name < other
        }
        return order.map { sorted[$0] }
    }
}
