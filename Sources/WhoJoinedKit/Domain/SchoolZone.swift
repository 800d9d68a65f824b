import Foundation

/// The school's time zone as a table of its changes, so that a time is converted without asking the system again.
///
/// The zone is a setting and never the machine's own.
struct SchoolZone: Sendable {
    let identifier: String
    /// From which moment which offset (seconds east of UTC) holds, ascending; the first is "since ever".
    private let changes: [(from: Int, offset: Int)]

    static let london = SchoolZone(identifier: "Europe/London")!

    /// - Returns: `nil` for a name that the machine's zone data does not have.
    static func named(_ identifier: String) -> SchoolZone? {
        identifier == london.identifier ? london : SchoolZone(identifier: identifier)
    }

    private init?(identifier: String) {
        guard let zone = TimeZone(identifier: identifier) else { return nil }
        self.identifier = identifier
        var table: [(from: Int, offset: Int)] = []
        var moment = Date(timeIntervalSince1970: 946_684_800)  // 2000-01-01; no export is older
        table.append((Int.min, zone.secondsFromGMT(for: moment)))
        while let change = zone.nextDaylightSavingTimeTransition(after: moment), table.count < 200 {
            moment = change
            table.append((Int(change.timeIntervalSince1970), zone.secondsFromGMT(for: change)))
        }
        changes = table
    }

    private init(identifier: String, changes: [(from: Int, offset: Int)]) {
        self.identifier = identifier
        self.changes = changes
    }

    /// All of it, ascending.
    var table: [(since: Int, ahead: Int)] { changes.map { ($0.from, $0.offset) } }

    func offset(at moment: Instant) -> Int { changes[position(of: moment)].offset }

    /// Which of `changes` holds.
    private func position(of moment: Instant) -> Int { changes.partitioned { $0.from <= moment.seconds } - 1 }

    func wallTime(of moment: Instant) -> WallTime {
        WallTime(civilSeconds: moment.seconds + offset(at: moment))
    }

    func day(of moment: Instant) -> Day { wallTime(of: moment).day }
    func time(of moment: Instant) -> ClockTime { wallTime(of: moment).time }

    /// How a wall-clock time stands in this zone: nearly always once, in the two nights of change twice or never.
    enum Reading { case once, twice, never }

    func reading(of wall: WallTime) -> Reading {
        let first = changes.indices.filter { i in
            let moment = wall.civilSeconds - changes[i].offset
            return moment >= changes[i].from && (i + 1 == changes.count || moment < changes[i + 1].from)
        }
        return first.isEmpty ? .never : first.count == 1 ? .once : .twice
    }

    /// The moment of a wall-clock time: the earlier one of two, and for a time that does not exist the one that
    /// the clock would show had it not been changed.
    func instant(of wall: WallTime) -> Instant {
        let civil = wall.civilSeconds
        let before = offset(at: Instant(seconds: civil - 86_400))
        let after = offset(at: Instant(seconds: civil + 86_400))
        if before == after { return Instant(seconds: civil - before) }
        let early = Instant(seconds: civil - before)
        if offset(at: early) == before { return early }
        let late = Instant(seconds: civil - after)
        return offset(at: late) == after ? late : early
    }

    func instant(of day: Day, _ time: ClockTime) -> Instant { instant(of: WallTime(day: day, time: time)) }

    /// The whole day `[00:00, 24:00)`.
    func interval(of day: Day) -> Interval {
        Interval(instant(of: day, ClockTime(seconds: 0)), instant(of: day + 1, ClockTime(seconds: 0)))
    }
}
