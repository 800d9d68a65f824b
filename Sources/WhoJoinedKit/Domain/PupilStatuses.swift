/// What became of every pupil of one session, by the pupil's printed id.
///
/// A term holds half a million of them: sessions of one class share their roll, and a status is a byte.
struct PupilStatuses: Sendable {
    /// The pupils of a session, told by their printed ids, ascending and each once.
    final class Roll: Sendable {
        let ids: [PupilID]
        init(_ ids: [PupilID]) { self.ids = ids }
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
        var (ids, values) = ([PupilID](), [PupilStatus]())
        ids.reserveCapacity(statuses.count)
        values.reserveCapacity(statuses.count)
        for place in statuses.indices.sorted(by: { (statuses[$0].0, $0) < (statuses[$1].0, $1) }) where ids.last != statuses[place].0 {
            ids.append(statuses[place].0)
            values.append(statuses[place].1)
        }
        self.init(roll: Roll(ids), values: values)
    }

    subscript(id: PupilID) -> PupilStatus? {
        get { place(of: id).map { values[$0] } }
        set {
            var all = zip(roll.ids, values).filter { $0.0 != id }
            if let newValue { all.append((id, newValue)) }
            self = PupilStatuses(all)
        }
    }

    private func place(of id: PupilID) -> Int? {
        let place = roll.ids.partitioned { $0 < id }
        return place < roll.ids.count && roll.ids[place] == id ? place : nil
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

extension [Int] {
    /// For ascending numbers only.
    func hasSorted(_ number: Int) -> Bool {
        let place = partitioned { $0 < number }
        return place < count && self[place] == number
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
