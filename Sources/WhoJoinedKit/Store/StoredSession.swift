/// A session as the history keeps it.
struct StoredSession: Sendable {
    var past: PastSession
    /// `StoredFinding.record`: only read where somebody asks for a pupil's story.
    var findings: ArraySlice<UInt8>
    var exports: [ExportID]

    /// The day records of a day's sessions and of their findings, for most runs need only the first.
    static func dayRecords(_ sessions: [StoredSession], of day: Int) -> [DayRecord] {
        // Their places are sorted, not they.
        let places = sessions.indices.sorted { sessions[$0].past.key < sessions[$1].past.key }
        return [
            .list(.sessions, day: day, places) {
                $0.put(raw: sessions[$1].past.record[...])
                $0.put(sessions[$1].exports) { $1.encode(to: &$0) }
            }, .list(.findings, day: day, places) { $0.put(raw: sessions[$1].findings) },
        ]
    }
}

/// A session as a run that judges another week looks at it: without its findings. By reference, for a term of them is
/// passed on.
final class KnownSession: Sendable {
    let past: PastSession
    let exports: [ExportID]

    fileprivate init(from: inout RecordDecoder, _ rolls: inout Rolls) throws(DamagedRecord) {
        past = try PastSession(record: try from.raw(), rolls: &rolls)
        exports = try ExportID.list(&from)
    }

    /// The sessions of a day, by key.
    static func list(_ dayRecord: DayRecord, _ rolls: inout Rolls) throws(DamagedRecord) -> [KnownSession] {
        let sessions = try dayRecord.list { (from: inout RecordDecoder) throws(DamagedRecord) in
            try KnownSession(from: &from, &rolls)
        }
        guard sessions.allSatisfy({ $0.past.day.number == dayRecord.head.day }) else { throw DamagedRecord() }
        return sessions
    }
}

extension History {
    /// All sessions without their findings, by day and key.
    func knownSessions() throws(StoreError) -> [KnownSession] {
        let dayRecords = try dayRecords([.sessions])
        return try decoding { () throws(DamagedRecord) in
            var (sessions, rolls) = ([KnownSession](), Rolls())
            for dayRecord in dayRecords { sessions += try KnownSession.list(dayRecord, &rolls) }
            return sessions
        }
    }

    /// Sessions of these days with their findings, by day and key.
    func sessions(in days: ClosedRange<Day>) throws(StoreError) -> [StoredSession] {
        let dayRecords = try dayRecords([.sessions, .findings], in: days)
        return try decoding { () throws(DamagedRecord) in
            var (sessions, rolls) = ([StoredSession](), Rolls())
            let (known, findings) = (
                dayRecords.filter { $0.head.kind == .sessions }, dayRecords.filter { $0.head.kind == .findings }
            )
            guard known.map(\.head.day) == findings.map(\.head.day) else { throw DamagedRecord() }
            for (known, findings) in zip(known, findings) {
                let records = try findings.list { (from: inout RecordDecoder) throws(DamagedRecord) in try from.raw() }
                let known = try KnownSession.list(known, &rolls)
                guard known.count == records.count else { throw DamagedRecord() }
                sessions += zip(known, records).map { StoredSession(past: $0.past, findings: $1, exports: $0.exports) }
            }
            return sessions
        }
    }

    /// The same with their findings taken apart.
    func sessionsWithFindings(
        in days: ClosedRange<Day>
    ) throws(StoreError) -> [(session: StoredSession, findings: [StoredFinding])] {
        let sessions = try sessions(in: days)
        return try decoding { () throws(DamagedRecord) in
            try sessions.map { session throws(DamagedRecord) in
                (session, try StoredFinding.findings(record: session.findings))
            }
        }
    }

    /// Sessions of these classes, as findings print them, by day and key.
    func pastSessions(in days: ClosedRange<Day>, of classes: Set<String>) throws(StoreError) -> [PastSession] {
        let dayRecords = try dayRecords([.sessions], in: days)
        return try decoding { () throws(DamagedRecord) in
            var (sessions, rolls) = ([PastSession](), Rolls())
            for dayRecord in dayRecords {
                _ = try dayRecord.list { (from: inout RecordDecoder) throws(DamagedRecord) in
                    let (record, _) = (try from.raw(), try ExportID.list(&from))
                    if classes.contains(try PastSession.classText(record: record)) {
                        sessions.append(try PastSession(record: record, rolls: &rolls))
                    }
                }
            }
            return sessions
        }
    }
}
