/// How a session that has been judged is kept: what streaks and trends need, in one compact record.
extension PastSession {
    /// Raised when the form below changes.
    static let formVersion = 2

    var record: [UInt8] {
        var to = RecordEncoder()
        to.put(PastSession.formVersion)
        to.put(key)
        to.put(day.number)
        to.put(start.seconds)
        to.put(classText)
        to.put(shared: kind.rawValue)
        to.put(isScheduled)
        to.put(raw: statuses.roll.record[...])
        to.put(raw: statuses.values.map { UInt8(PastSession.codes.firstIndex(of: $0) ?? 0) }[...])
        to.put(joined)
        to.put(expected)
        to.put(unsettled)
        to.put(counts.sorted { $0.key < $1.key }) {
            $0.put(shared: $1.key.rawValue)
            $0.put($1.value)
        }
        return to.bytes
    }

    /// - Parameter rolls: those of sessions that were read before.
    init(record: ArraySlice<UInt8>, rolls: inout Rolls) throws(DamagedRecord) {
        var from = RecordDecoder(record)
        guard try from.number() == PastSession.formVersion else { throw DamagedRecord() }
        let key = try from.text()
        let day = Day(number: try from.number())
        let start = Instant(seconds: try from.number())
        let classText = try from.text()
        let kind: SessionKind = try from.value()
        let isScheduled = try from.flag()
        let statuses = try PastSession.statuses(&from, of: classText, &rolls)
        let numbers = (joined: try from.number(), expected: try from.number(), unsettled: try from.number())
        let counts = try from.list { (from: inout RecordDecoder) throws(DamagedRecord) in
            let rule: RuleID = try from.value()
            return (rule, try from.number())
        }
        self.init(
            key: key, day: day, start: start, classText: classText, kind: kind, isScheduled: isScheduled,
            statuses: statuses, joined: numbers.joined, expected: numbers.expected,
            unsettled: numbers.unsettled, counts: Dictionary(counts, uniquingKeysWith: { a, _ in a }))
    }

    /// Of a record whose rest is not looked at.
    static func classText(record: ArraySlice<UInt8>) throws(DamagedRecord) -> String {
        var from = RecordDecoder(record)
        (_, _, _, _) = (try from.number(), try from.text(), try from.number(), try from.number())
        return try from.text()
    }

    /// In this order they are numbered in the history: only ever add at the end.
    private static let codes: [PupilStatus] = [.joined, .nonJoiner, .possible, .excused, .noData]

    private static func status(_ code: Int) throws(DamagedRecord) -> PupilStatus {
        guard codes.indices.contains(code) else { throw DamagedRecord() }
        return codes[code]
    }

    private static func statuses(_ from: inout RecordDecoder, of classText: String, _ rolls: inout Rolls)
        throws(DamagedRecord) -> PupilStatuses
    {
        let roll = try rolls.roll(try from.raw(), of: classText)
        var values: [PupilStatus] = []
        values.reserveCapacity(roll.ids.count)
        for code in try from.raw() { values.append(try status(Int(code))) }
        guard values.count == roll.ids.count else { throw DamagedRecord() }
        return PupilStatuses(roll: roll, values: values)
    }
}

/// The rolls of the sessions that are being read, each once.
struct Rolls: Sendable {
    /// A class mostly has one roll, or a few one after the other.
    private var known: [String: (record: ArraySlice<UInt8>, roll: PupilStatuses.Roll)] = [:]

    mutating func roll(_ record: ArraySlice<UInt8>, of classText: String) throws(DamagedRecord) -> PupilStatuses.Roll {
        if let known = known[classText], known.record == record { return known.roll }
        var from = RecordDecoder(record)
        let ids = try from.list { (from: inout RecordDecoder) throws(DamagedRecord) in PupilID(try from.text()) }
        guard zip(ids, ids.dropFirst()).allSatisfy({ $0 < $1 }) else { throw DamagedRecord() }
        let roll = PupilStatuses.Roll(ids)
        known[classText] = (record, roll)
        return roll
    }
}

extension PupilStatuses.Roll {
    /// One block, equal in all sessions of a roll.
    fileprivate var record: [UInt8] {
        var to = RecordEncoder()
        to.put(ids) { $0.put($1.text) }
        return to.bytes
    }
}
