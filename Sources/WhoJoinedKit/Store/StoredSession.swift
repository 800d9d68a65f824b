/// A session as the history keeps it.
struct StoredSession: Sendable {
    var past: PastSession
    /// `StoredFinding.record`: only taken apart where somebody asks for a pupil's story.
    var findings: ArraySlice<UInt8>

    /// - Parameters:
    ///   - exports: by their names.
    ///   - rolls: of this run, so that the lessons of one class share theirs.
    init(_ judged: JudgedSession, of school: School, exports: [String: ExportID], rolls: RollCache) {
        past = PastSession(judged, of: school, rolls)
        past.exports = judged.session.exports.compactMap { exports[$0.file] }
        let pupils = school.roster.pupils
        findings = StoredFinding.record(judged.findings.map { StoredFinding($0, of: pupils) })[...]
    }

    init(past: PastSession, findings: ArraySlice<UInt8>) { (self.past, self.findings) = (past, findings) }

    /// The day records of a day's sessions and of their findings, for most runs need only the first.
    static func dayRecords(_ sessions: [StoredSession], of day: Int) -> [DayRecord] {
        let sessions = sessions.sorted { $0.past.key < $1.past.key }
        return [
            .list(.sessions, day: day, sessions) {
                $0.put(raw: $1.past.record[...])
                $0.put($1.past.exports) { $1.put(in: &$0) }
            }, .list(.findings, day: day, sessions) { $0.put(raw: $1.findings) },
        ]
    }
}

extension [StoredSession] {
    /// By start, then key. The history finds a session by its key; two of different days may have the same by chance.
    func inOrderWithOwnKeys(besides known: some Sequence<String>) -> [StoredSession] {
        var keys = Set(known)
        return sorted { PastSession.isBefore($0.past, $1.past) }.map { session in
            var session = session
            session.past.key = distinctKey(session.past.key, &keys)
            return session
        }
    }
}

extension PastSession {
    fileprivate init(_ judged: JudgedSession, of school: School, _ rolls: RollCache) {
        let session = judged.session
        // Of a session in doubt only what was seen is remembered.
        let results = judged.isDoubtful ? judged.results.map(\.ofDoubtfulSession) : judged.results
        var (joined, counted) = (0, 0)
        for result in results where session.expected.hasSorted(result.pupil) {
            switch result.status {
            case .joined: (joined, counted) = (joined + 1, counted + 1)
            case .nonJoiner, .possible: counted += 1
            case .excused, .noData: break
            }
        }
        let unsettled = session.entrants.typedIndices.reduce(0) { count, index in
            let outcome = session.entrants[index].link.outcome
            return session.entrants[index].stays.isEmpty || outcome != .unnamed && outcome != .ambiguous
                ? count : count + session.entrants[index].link.atOnce
        }
        var counts: [RuleID: Int] = [:]
        for finding in judged.findings { counts[finding.rule, default: 0] += 1 }
        self.init(
            key: session.key, day: session.day, start: session.start, classText: session.classText, kind: session.kind,
            isScheduled: school.expectsPupils(in: session), statuses: rolls.statuses(of: results),
            joined: joined, expected: counted, unsettled: unsettled, counts: counts)
    }
}

extension PupilResult {
    fileprivate var ofDoubtfulSession: PupilResult {
        var result = self
        if status == .possible { result.status = .noData }
        return result
    }
}

extension DayRecord {
    /// The day's sessions, by key.
    /// - Parameter classes: only sessions of these, for a teacher need not wait for the others; `nil`: all.
    func sessions(of classes: Set<String>? = nil, sharing rolls: inout Rolls) throws(DamagedRecord) -> [PastSession] {
        try list { (from: inout RecordDecoder) throws(DamagedRecord) -> PastSession? in
            let (record, exports) = (try from.raw(), try ExportID.list(&from))
            if let classes, !classes.contains(try PastSession.classText(record: record)) { return nil }
            var past = try PastSession(record: record, rolls: &rolls)
            guard past.day.number == head.day else { throw DamagedRecord() }
            past.exports = exports
            return past
        }.compactMap(\.self)
    }
}

extension History {
    /// Sessions by day and key, without their findings.
    /// - Parameter classes: only sessions of these, as findings print them; `nil`: all.
    func pastSessions(
        in days: ClosedRange<Day>? = nil, of classes: Set<String>? = nil
    ) throws(StoreError) -> [PastSession] {
        let dayRecords = try dayRecords([.sessions], in: days)
        return try decoding { () throws(DamagedRecord) in
            var (sessions, rolls) = ([PastSession](), Rolls())
            for dayRecord in dayRecords { sessions += try dayRecord.sessions(of: classes, sharing: &rolls) }
            return sessions
        }
    }

    /// Sessions of these days with their findings, by day and key.
    func sessions(in days: ClosedRange<Day>) throws(StoreError) -> [StoredSession] {
        let dayRecords = try dayRecords([.sessions, .findings], in: days)
        return try decoding { () throws(DamagedRecord) in
            var (sessions, rolls) = ([StoredSession](), Rolls())
            let ofSessions = dayRecords.filter { $0.head.kind == .sessions }
            let ofFindings = dayRecords.filter { $0.head.kind == .findings }
            guard ofSessions.map(\.head.day) == ofFindings.map(\.head.day) else { throw DamagedRecord() }
            for (known, findings) in zip(ofSessions, ofFindings) {
                let known = try known.sessions(sharing: &rolls)
                let findings = try findings.list { (from: inout RecordDecoder) throws(DamagedRecord) in try from.raw() }
                guard known.count == findings.count else { throw DamagedRecord() }
                sessions += zip(known, findings).map { StoredSession(past: $0, findings: $1) }
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
}
