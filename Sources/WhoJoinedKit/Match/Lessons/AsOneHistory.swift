/// Teams' list can be downloaded several times in one lesson, each time from the lesson's beginning: the downloads are
/// one history, and what a later one knows of a presence holds for all.
func asOneHistory(_ pieces: [MeetingPiece]) -> [MeetingPiece] {
    let lists = pieces.indices.filter { pieces[$0].source.variant == "teams/event-list" }
    guard lists.count > 1 else { return pieces }
    struct Joining: Hashable {
        var name: DisplayName
        var at: Instant
    }
    func lastMoment(_ index: Int) -> Int { pieces[index].source.lastMoment?.seconds ?? 0 }
    var known: Set<Joining> = []
    var result = pieces
    // The newest download first: what the others tell of the same joining is older.
    for index in lists.sorted(by: { (lastMoment($0), $0) > (lastMoment($1), $1) }) {
        for person in result[index].participants.indices {
            let name = result[index].participants[person].displayName
            result[index].participants[person].stays.removeAll { stay in
                stay.joined.map { known.contains(Joining(name: name, at: $0)) } ?? false
            }
        }
        for participant in pieces[index].participants {
            for stay in participant.stays {
                if let joined = stay.joined { known.insert(Joining(name: participant.displayName, at: joined)) }
            }
        }
        result[index].participants.removeAll { $0.stays.isEmpty }
    }
    return result
}
