import HostSystem

/// What the history has to say to a run of `week`, and what it learns from it.
///
/// An export that has not changed since it was read, and whose days nothing new touches, is not opened again: its session,
/// its account and its problems are taken from here. So a week is folded from what is stored and what is new.
struct WeekMemory {
    private let path: HostPath
    private let history: History?
    /// By name, then content.
    private let exports: [StoredExport]
    /// Where those of one name stand.
    private let byName: [String: Range<Int>]
    private let sessions: [KnownSession]
    private let week: Week
    private let basis: String
    /// What is older is past its retention: neither looked at nor stored.
    private let oldest: Day
    private let zone: SchoolZone

    init(_ stored: HistoryContent, _ school: School, _ options: RunOptions, week: Week, today: Day) {
        (path, history, exports) = (stored.path, stored.history, stored.exports)
        byName = WeekMemory.places(exports)
        oldest = today - school.settings.retentionDays
        sessions = stored.sessions
        self.week = week
        basis = WeekMemory.basis(school, options)
        zone = school.settings.zone
    }

    private static func places(_ exports: [StoredExport]) -> [String: Range<Int>] {
        var places: [String: Range<Int>] = [:]
        places.reserveCapacity(exports.count)
        for (place, export) in exports.enumerated() { places[export.name] = (places[export.name]?.lowerBound ?? place)..<place + 1 }
        return places
    }

    private func stored(_ name: String, where fits: (StoredExport) -> Bool) -> StoredExport? {
        byName[name].flatMap { exports[$0].first(where: fits) }
    }

    /// Digest of everything but the exports that results depend on.
    private static func basis(_ school: School, _ options: RunOptions) -> String {
        var lines = school.inputs.map { "\($0.name) \($0.sha256)" }.sorted()
        lines += [version, "\(PastSession.form)", options.dateOrder ?? "", options.date ?? ""]
        return sha256(Array(lines.joined(separator: "\n").utf8))
    }

    // MARK: What need not be read

    /// Splits the inbox into files to read and exports of other weeks that are known.
    func known(_ candidates: [InboxReader.Candidate]) -> (new: [InboxReader.Candidate], known: [StoredExport]) {
        var result: (new: [InboxReader.Candidate], known: [StoredExport]) = ([], [])
        let ofWeek = week.monday...week.sunday
        for candidate in candidates {
            let stored = stored(candidate.name) { $0.stamp == candidate.stamp && $0.basis == basis }
            if let stored, let days = stored.days, !days.overlaps(ofWeek), !mayBeOfThisWeek(days) {
                result.known.append(stored)
            } else {
                result.new.append(candidate)
            }
        }
        return result
    }

    /// With day and month changed over it would be of this week: then this week's timetable may decide otherwise than the run
    /// of another week, which could only guess.
    private func mayBeOfThisWeek(_ days: ClosedRange<Day>) -> Bool {
        [days.lowerBound, days.upperBound].contains { day in
            Day(year: day.year, month: day.day, day: day.month).map(week.contains) ?? false
        }
    }

    /// Known exports that must be read after all: another export of their days is new, and may be of the same session.
    func touched(_ known: [StoredExport], by readings: [InboxReader.Reading]) -> Set<String> {
        var days = Set<Day>()
        for reading in readings {
            guard let range = reading.facts?.days else { continue }
            for number in range.lowerBound.number...range.upperBound.number where !week.contains(Day(number: number)) { days.insert(Day(number: number)) }
        }
        if days.isEmpty || known.isEmpty { return [] }
        return Set(known.filter { export in export.days.map { range in days.contains { range.contains($0) } } ?? false }.map(\.name))
    }

    /// An export of this week that has left the inbox.
    struct Remembered: Sendable {
        var id: ExportID
        var export: MeetingExport
        var account: RowAccount
    }

    /// The rows of the week's exports that have left the inbox, unless a corrected file of the same name took their place. If that
    /// file cannot be used yet it may show more people than these rows do.
    func remembered(besides inbox: InboxReading) throws(RunFailure) -> [Remembered] {
        guard let history else { return [] }
        let contents = Set(inbox.files.map(\.sha256))
        let unusable = Set(inbox.files.lazy.filter { !$0.isUsable }.map(\.name) + inbox.problems.map(\.file))
        let days = Dictionary(inbox.facts.map { ($0.file, $0.days) }, uniquingKeysWith: { a, _ in a })
        var remembered: [Remembered] = []
        for (id, export) in try history.stays(in: week.monday...week.sunday, besides: { contents.contains($0.sha256) }) {
            guard let stored = stored(id.name, where: { $0.sha256 == id.sha256 }) else { continue }
            var export = export
            if unusable.contains(id.name) { export.isComplete = false }
            if let new = days[id.name] {
                if let new, let old = export.days(in: zone), new.overlaps(old) { continue }
                // One name for two exports: evidence must say which is meant.
                export.file += " (earlier)"
            }
            remembered.append(Remembered(id: id, export: export, account: stored.account))
        }
        return remembered
    }

    /// Sessions of earlier weeks that this run does not judge itself.
    func past(besides inbox: InboxReading) -> [PastSession] {
        if sessions.isEmpty { return [] }
        let replacing = Replacing(inbox)
        let days = oldest..<max(oldest, week.monday)
        let places = sessions.indices.filter { days.contains(sessions[$0].past.day) && !replacing.replaces(sessions[$0]) }
        return places.map { sessions[$0].past }
    }

    // MARK: What is learnt

    /// What a run has to write; what stands in the history already is left alone.
    struct Lessons: Sendable {
        var sessions: [History.Line] = []
        var exports: [History.Line] = []
        var stays: [StaysRow] = []
        /// Sessions that are written anew or that another has taken the place of.
        var oldSessions: [String] = []
        /// Exports that are written anew.
        var oldExports: [ExportID] = []
        /// Exports that have left the inbox.
        var goneExports: [ExportID] = []
    }

    /// The exports of a run, read now, known before or gone.
    struct Reading: Sendable {
        var inbox: InboxReading
        var known: [StoredExport]
        var remembered: [Remembered]
        var accounts: RowAccounts
    }

    /// Puts it all into the history but for the last step: the history is to be kept or abandoned.
    func learn(_ learnt: [LearntSession], from reading: Reading, jobs: Int) async throws(RunFailure) -> History {
        try prepare(try await lessons(learnt, from: reading, jobs: jobs))
    }

    private func lessons(_ learnt: [LearntSession], from reading: Reading, jobs: Int) async throws(RunFailure) -> Lessons {
        let (inbox, known, remembered) = (reading.inbox, reading.known, reading.remembered)
        var replacing = Replacing(inbox)
        replacing.ids.formUnion(remembered.map(\.id))
        var ids = Dictionary(remembered.map { ($0.export.file, $0.id) }, uniquingKeysWith: { a, _ in a })
        for file in inbox.files where file.sameAs == nil { ids[file.name] = file.id }
        let (names, sums) = (ids, Dictionary(sessions.map { ($0.past.key, $0.sums) }, uniquingKeysWith: { a, _ in a }))
        let rows = await concurrentMap(learnt, jobs: jobs) { session -> (key: String, line: History.Line?)? in
            if session.files.isEmpty || session.past.day < oldest { return nil }
            let row = SessionRow(session.stored(names))
            return (row.key, sums[row.key] == row.sums ? nil : row.line)
        }
        var lessons = Lessons()
        lessons.sessions = rows.compactMap { $0?.line }
        let (keys, changed) = (Set(rows.compactMap { $0?.key }), Set(rows.compactMap { $0?.line == nil ? nil : $0?.key }))
        lessons.oldSessions = sessions.filter { session in
            let key = session.past.key
            return changed.contains(key) || !keys.contains(key) && session.past.day >= oldest && replacing.replaces(session)
        }.map(\.past.key)
        let all = storedExports(inbox, known: known, reading.accounts)
        let new = all.filter { export in stored(export.name, where: { $0 == export }) == nil }
        lessons.exports = await concurrentMap(new, jobs: jobs) { $0.line }
        lessons.oldExports = new.map(\.id).filter { id in stored(id.name, where: { $0.sha256 == id.sha256 }) != nil }
        // An export that has left the inbox is of use only while it has rows of its own here.
        let kept = Set(all.map(\.id) + known.map(\.id) + remembered.map(\.id))
        lessons.goneExports = exports.map(\.id).filter { !kept.contains($0) }
        lessons.stays = try await stays(of: inbox, ids, besides: Set(new.map(\.id)), jobs: jobs)
        return lessons
    }

    /// - Parameter changed: exports that are written anew: their rows go with the old line of the export.
    private func stays(
        of inbox: InboxReading, _ ids: [String: ExportID], besides changed: Set<ExportID>, jobs: Int
    ) async throws(RunFailure) -> [StaysRow] {
        let ofWeek = week.monday...week.sunday
        let rows = await concurrentMap(inbox.exports, jobs: jobs) { export -> StaysRow? in
            guard let id = ids[export.file], let days = export.days(in: zone), days.overlaps(ofWeek), days.upperBound >= oldest else { return nil }
            // Not to be made only to be too big.
            if export.leastRecordSize > WeekMemory.sizeLimit { return nil }
            let record = export.record
            return record.count <= WeekMemory.sizeLimit ? StaysRow(id, days, record) : nil
        }
        let sums = try history?.staysSums(in: ofWeek) ?? [:]
        return rows.compactMap(\.self).filter { changed.contains($0.id) || sums[$0.id] != $0.sum }
    }

    private func prepare(_ lessons: Lessons) throws(RunFailure) -> History {
        let history = if let history { history } else { try History(at: path) }
        try history.prepare { db in
            for key in lessons.oldSessions { try History.removeSession(key, db) }
            for session in lessons.sessions { try History.add(session: session, db) }
            for id in lessons.goneExports { try History.removeIfWithoutStays(id, db) }
            for id in lessons.oldExports { try History.removeExport(id, db) }
            for export in lessons.exports { try History.add(export: export, db) }
            for stays in lessons.stays { try History.put(stays, db) }
        }
        return history
    }

    func keep(_ history: History) throws(RunFailure) {
        do throws(RunFailure) {
            try history.commit()
            try history.close()
        } catch {
            abandon(history)
            throw error
        }
    }

    /// Leaves the history as it was before the run; one that the run has made goes again.
    func abandon(_ history: History) {
        try? history.abandon()
        try? history.close()
        if self.history != nil { return }
        for ending in ["", "-wal", "-shm"] { try? removeFile(path.parent.appending(path.name + Array(ending.utf8))) }
    }

    /// A lesson of 30 has about 2 KB. What is bigger is no lesson, and is read again from its file.
    private static let sizeLimit = 1_048_576

    private func storedExports(_ inbox: InboxReading, known: [StoredExport], _ accounts: RowAccounts) -> [StoredExport] {
        let facts = Dictionary(inbox.facts.map { ($0.file, $0) }, uniquingKeysWith: { a, _ in a })
        // Only the same bytes under another name are known by that name.
        let hasCopies = inbox.files.contains { $0.sameAs != nil }
        let knownByName = Dictionary(hasCopies ? known.map { ($0.name, $0) } : [], uniquingKeysWith: { a, _ in a })
        return inbox.files.filter(\.isUsable).map { file in
            let same = file.sameAs ?? file.name
            return StoredExport(
                name: file.name, sha256: file.sha256, stamp: file.stamp, basis: basis,
                days: facts[same]?.days ?? knownByName[same]?.days,
                account: accounts.byFile[same] ?? knownByName[same]?.account ?? RowAccount(), problems: file.problems,
                siblingOrders: facts[same]?.siblingOrders ?? [])
        }
    }
}

/// Which stored sessions the exports that a run has read take the place of.
private struct Replacing {
    var ids: Set<ExportID>
    /// The days of the new export, by its file's name.
    private let days: [String: ClosedRange<Day>]

    init(_ inbox: InboxReading) {
        ids = Set(inbox.files.filter(\.isUsable).map(\.id))
        days = Dictionary(inbox.facts.compactMap { facts in facts.days.map { (facts.file, $0) } }, uniquingKeysWith: { a, _ in a })
    }

    /// Its export was read again, or a corrected one of the same name was.
    func replaces(_ session: KnownSession) -> Bool {
        session.exports.contains { ids.contains($0) || days[$0.name]?.contains(session.past.day) ?? false }
    }
}

extension LearntSession {
    fileprivate func stored(_ ids: [String: ExportID]) -> StoredSession {
        StoredSession(
            past: past, findings: findings, exports: files.compactMap { ids[$0] })
    }
}
