/// The pupils whom the entrants of a meeting may be: by them a roll tells whose lesson it is.
struct NamedPupils: Sendable {
    /// Of each entrant with a full name or a known e-mail, staff left out: the pupils on roll of that name; none for a
    /// stranger.
    private(set) var entrants: [[Pupil.Index]] = []
    private(set) var count = 0

    mutating func add(_ pupils: [Pupil.Index]) {
        if !pupils.isEmpty { entrants.append(pupils) }
        count += 1
    }

    mutating func leaveOutStaff() { count -= 1 }

    func count(in roll: [Pupil.Index]) -> Int { entrants.count { $0.contains(where: roll.hasSorted) } }

    /// Those who may be one pupil only.
    private func countOfSure(in roll: [Pupil.Index]) -> Int {
        entrants.count { $0.count == 1 && roll.hasSorted($0[0]) }
    }

    /// The only one of these rolls, each ascending, that the entrants fit well.
    ///
    /// Well: at least three pupils and half of all who are named, and twice as many as of any other; where several
    /// rolls hold most of them, the one that is filled twice as well as the others, as a group's of which nobody is
    /// missing beside its year's.
    func soleFitting(of rolls: [[Pupil.Index]]) -> Int? {
        let counts = rolls.map(count(in:))
        let enough = min(3, max(1, count))
        guard let most = counts.max(), most >= enough, 2 * most >= count else { return nil }
        let near = counts.indices.filter { 2 * counts[$0] > most }
        if near.count == 1 { return near[0] }
        func filled(_ index: Int) -> Double {
            Double(counts[index]) / Double(count + rolls[index].count - counts[index])
        }
        let best = near.max { filled($0) < filled($1) }!
        return countOfSure(in: rolls[best]) >= enough
            && near.allSatisfy { $0 == best || 2 * filled($0) <= filled(best) } ? best : nil
    }
}
