import GRDB

/// A session as the history keeps it.
struct StoredSession: Sendable {
    var past: PastSession
    var findings: [StoredFinding]
    /// Of a session of the run's own week: what its report is made of.
    var judged: JudgedSession?

    /// - Parameters:
    ///   - exports: by their names.
    ///   - rolls: of this run, so that the lessons of one class share theirs.
    ///   - isReported: the run reports its week.
    init(
        _ judged: JudgedSession, of school: School, exports: [String: ExportID], rolls: RollCache, people: PersonBook,
        isReported: Bool
    ) {
        past = PastSession(judged, of: school, rolls)
        past.exports = judged.session.exports.compactMap { exports[$0.file] }
        let classText = storedCell(PlainText.clean(judged.session.classText))
        findings = judged.findings.map {
            StoredFinding($0, in: classText, of: people, withEvidence: isReported)
        }
        if isReported { self.judged = judged }
    }

    init(past: PastSession, findings: [StoredFinding]) { (self.past, self.findings) = (past, findings) }
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
            joined: joined, expected: counted, unsettled: unsettled, counts: counts,
            rollDoubts: results.filter { $0.status != .joined && session.rollDoubt(of: $0.pupil, school) != nil }.map {
                school.roster.pupils[$0.pupil].id
            }.sorted())
    }
}

extension PupilResult {
    fileprivate var ofDoubtfulSession: PupilResult {
        var result = self
        if status == .possible { result.status = .noData }
        return result
    }
}

extension PastSession {
    /// Checksum of all of it.
    var sum: Int {
        var sum = RowSum()
        for text in [key, classText, kind.rawValue] { sum.add(text) }
        for number in [day.number, start.seconds, joined, expected, unsettled, statuses.values.count] {
            sum.add(number)
        }
        sum.add(isScheduled)
        for (id, status) in statuses {
            sum.add(id.text)
            sum.add(status.rawValue)
        }
        for id in rollDoubts { sum.add(id.text) }
        for (rule, count) in counts.sorted(by: { $0.key < $1.key }) {
            sum.add(rule.rawValue)
            sum.add(count)
        }
        for export in exports {
            sum.add(export.name)
            sum.add(export.sha256)
        }
        return sum.number
    }
}

extension History {
    /// Sessions by day and key, without their findings.
    /// - Parameter classes: only sessions of these, as findings print them; `nil`: all.
    func pastSessions(
        in days: ClosedRange<Day>? = nil, of classes: Set<String>? = nil
    ) throws(StoreError) -> [PastSession] {
        try read { db in
            try DaySums.check(.session, in: days, db)
            return try SessionRows(db: db, words: WordCache(db)).all(in: days, of: classes).map(\.past)
        }
    }

    /// How lessons of these days were judged, with all that is known of their weeks.
    func rollsOfThen(of days: ClosedRange<Day>, today: Day) throws(StoreError) -> RollsOfThen {
        let weeks = days.lowerBound.week.monday...days.upperBound.week.sunday
        return try read { db in
            try DaySums.check(.session, in: weeks, db)
            let rows = SessionRows(db: db, words: try WordCache(db))
            var sessions = try (rows.outdated(in: weeks) + rows.all(in: weeks)).map(\.past)
            if sessions.contains(where: { !$0.rollDoubts.isEmpty }) {
                // Whether a doubt stands the rolls before and after say.
                try DaySums.check(.session, in: nil, db)
                sessions = try (rows.outdated() + rows.all()).map(\.past)
            }
            sessions = sessions.sortedByStart
            return RollsOfThen(sessions, others: rows.everybody, week: days.lowerBound.week, today: today)
        }
    }

    /// Sessions of reports that are judged otherwise today, or had no export.
    func outdatedSessions() throws(StoreError) -> [PastSession] {
        try read { db in try SessionRows(db: db, words: WordCache(db)).outdated().map(\.past) }
    }

    /// The weeks of which reports were written.
    func reportedWeeks() throws(StoreError) -> Set<Week> {
        try read { db in
            let mondays = try Int.fetchAll(db, sql: "SELECT DISTINCT week FROM session WHERE position IS NOT NULL")
            return Set(mondays.map { Week(of: Day(number: $0)) })
        }
    }

    /// Sessions of these days with their findings, by day and key.
    func sessions(in days: ClosedRange<Day>) throws(StoreError) -> [StoredSession] {
        try read { db in
            for kind in [DaySums.Kind.session, .finding] { try DaySums.check(kind, in: days, db) }
            let words = try WordCache(db)
            let findings = FindingRows(db: db, words: words)
            return try SessionRows(db: db, words: words).all(in: days).map { known in
                StoredSession(past: known.past, findings: try findings.all(of: known))
            }
        }
    }
}
