import Synchronization

/// What became of every pupil of one session, by the pupil's printed id.
///
/// A term holds half a million of them: sessions of one class share their roll, and a status is a byte.
struct PupilStatuses: Sendable {
    /// The pupils of a session, told by their printed ids, ascending and each once.
    final class Roll: Sendable {
        let ids: [PupilID]

        init(_ ids: [PupilID]) { self.ids = ids }

        /// The roll of these, and where each of its ids stands among them.
        static func sorted(_ ids: [PupilID]) -> (roll: Roll, order: [Int]) {
            let order = order(of: ids)
            return (Roll(order.map { ids[$0] }), order)
        }

        /// Where the ids of a roll stand among these: ascending, each once, the first of equal ones.
        fileprivate static func order(of ids: [PupilID]) -> [Int] {
            let positions = ids.indices.sorted { (ids[$0], $0) < (ids[$1], $1) }
            return positions.enumerated().filter { $0.offset == 0 || ids[positions[$0.offset - 1]] != ids[$0.element] }
                .map(
                    \.element)
        }
    }

    private(set) var roll: Roll
    /// One for each pupil of the roll.
    private(set) var values: [PupilStatus]

    /// - Parameter values: one for each pupil of the roll.
    init(roll: Roll, values: [PupilStatus]) {
        precondition(roll.ids.count == values.count)
        (self.roll, self.values) = (roll, values)
    }

    /// - Parameter statuses: in any order; of a pupil who is there twice the first counts.
    init(_ statuses: [(PupilID, PupilStatus)]) {
        let positions = Roll.order(of: statuses.map(\.0))
        self.init(roll: Roll(positions.map { statuses[$0].0 }), values: positions.map { statuses[$0].1 })
    }

    subscript(id: PupilID) -> PupilStatus? {
        get { position(of: id).map { values[$0] } }
        set {
            var all = zip(roll.ids, values).filter { $0.0 != id }
            if let newValue { all.append((id, newValue)) }
            self = PupilStatuses(all)
        }
    }

    private func position(of id: PupilID) -> Int? {
        let position = roll.ids.partitioned { $0 < id }
        return position < roll.ids.count && roll.ids[position] == id ? position : nil
    }

    /// One pupil in the sessions of a class, which mostly share their roll: looked up once for each.
    struct Search {
        private let id: PupilID
        private var roll: Roll?
        private var position: Int?

        init(_ id: PupilID) { self.id = id }

        mutating func status(in statuses: PupilStatuses) -> PupilStatus? {
            if statuses.roll !== roll { (roll, position) = (statuses.roll, statuses.position(of: id)) }
            return position.map { statuses.values[$0] }
        }
    }
}

extension Array {
    /// How many elements at the front are before something, where all that are stand before all that are not.
    func partitioned(_ isBefore: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension Array where Element: Comparable {
    /// Ascending, each once.
    mutating func sortOnce() {
        if count < 2 { return }
        sort()
        var kept = 1
        for index in 1..<count where self[index] != self[kept - 1] {
            if index != kept { self[kept] = self[index] }
            kept += 1
        }
        removeLast(count - kept)
    }
}

extension Array where Element: Comparable {
    /// For ascending elements only.
    func hasSorted(_ element: Element) -> Bool {
        let position = partitioned { $0 < element }
        return position < count && self[position] == element
    }
}

/// The rolls of the sessions of one run, each made once: a class's lessons share theirs.
final class RollCache: Sendable {
    private let ids: SideTable<Pupil, PupilID>
    /// By the pupils of the results: the roll, and which result stands at each of its places.
    private let made = Mutex<[[Pupil.Index]: (roll: PupilStatuses.Roll, positions: [Int])]>([:])

    init(of pupils: [Pupil]) { ids = SideTable(for: pupils, \.id) }

    func statuses(of results: [PupilResult]) -> PupilStatuses {
        let pupils = results.indices.map { results[$0].pupil }
        let (roll, positions) = made.withLock { made in
            if let known = made[pupils] { return known }
            let ids = pupils.map { self.ids[$0] }
            let positions = PupilStatuses.Roll.order(of: ids)
            let new = (roll: PupilStatuses.Roll(positions.map { ids[$0] }), positions: positions)
            made[pupils] = new
            return new
        }
        return PupilStatuses(roll: roll, values: positions.map { results[$0].status })
    }
}

extension PupilStatuses: Equatable {
    static func == (a: PupilStatuses, b: PupilStatuses) -> Bool { a.roll.ids == b.roll.ids && a.values == b.values }
}

extension PupilStatuses: Sequence {
    func makeIterator() -> Zip2Sequence<[PupilID], [PupilStatus]>.Iterator { zip(roll.ids, values).makeIterator() }
}

extension PupilStatuses: ExpressibleByDictionaryLiteral {
    init(dictionaryLiteral elements: (PupilID, PupilStatus)...) { self.init(elements) }
}
