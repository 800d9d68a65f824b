import GRDB
import HostSystem

/// What a run of `week` adds to the history, and what it takes away.
///
/// Only rows of exports and sessions that are new, have changed or are gone are written or removed.
struct HistoryUpdate {
    let memory: WeekMemory
    let inbox: Inbox
    /// Exports that were not read.
    let known: [StoredExport]
    let remembered: [RememberedExport]
    /// Of all sessions of this run.
    let tallies: RowTallies
    let sessions: [StoredSession]
    let result: WeekResult
    let jobs: Int

    /// Puts it into the history, which is made if there is none; one that cannot be written stays as it was.
    func save() async throws(StoreError) {
        let stays = await stays()
        let read = readExports(withStays: Set(stays.map(\.id)))
        let exports = read + keptExports(besides: read)
        let sessions = await reportedSessions()
        let history = if let history = memory.history { history } else { try History(at: memory.path) }
        do throws(StoreError) {
            try history.write { db in
                let words = try WordCache(db)
                var update = ExportUpdate(db: db, words: words)
                try update.put(exports, stays, inPlaceOf: memory.exports.all)
                try sessionUpdate(db, words).put(sessions, exports: &update)
                try SchoolRows(db: db, words: words).put(
                    result.school, holds: Hold.open(in: result, until: nil), since: memory.oldest)
                if update.hasRemoved { try UnusedWords.remove(db) }
            }
            try history.close()
        } catch {
            try? history.close()
            if memory.history == nil { removeNewHistory() }
            throw error
        }
    }

    private func removeNewHistory() {
        for ending in ["", "-wal", "-shm"] {
            try? removeFile(memory.path.parent.appending(memory.path.name + Array(ending.utf8)))
        }
    }

    // MARK: Exports

    /// What the history is to know of the exports that were read now.
    /// - Parameter ids: exports whose rows this run keeps.
    private func readExports(withStays ids: Set<ExportID>) -> [StoredExport] {
        let knownByName = Dictionary(known.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
        return inbox.files.filter(\.isUsable).map { file in
            let same = file.sameAs.flatMap { knownByName[$0] }
            let export = StoredExport(
                name: file.name, sha256: file.sha256, stamp: file.stamp, basis: memory.basis,
                days: file.days ?? same?.days,
                tally: file.export.map(tallies.tally) ?? same?.tally ?? RowTally(), problems: file.problems,
                siblingOrders: file.siblingOrders)
            // What was read anew and is another has lost the rows that it had before.
            let old = memory.exports.first(file.name) { $0.sha256 == file.sha256 }
            let hasOld = old.map { $0.hasStays && $0.tellsTheSame(as: export) } ?? false
            return export.keepingStays(hasOld || ids.contains(export.id))
        }
    }

    /// The exports that were not opened, and those that have left the inbox but have rows here.
    private func keptExports(besides read: [StoredExport]) -> [StoredExport] {
        let present = Set((known + read).map(\.id))
        return known + memory.exports.all.filter { $0.hasStays && !present.contains($0.id) }
    }

    // MARK: Rows

    /// The rows of the week's exports, and of those that came late to a week that has its report: whoever is seen in one
    /// of them must not be missing when that report is made again and the export is gone.
    private func stays() async -> [StoredStays] {
        let (weeks, oldest) = (memory.reportedWeeks.union([memory.week]), memory.oldest)
        let files = inbox.files.filter { file in
            guard file.sameAs == nil, let days = file.days else { return false }
            return weeks.contains { days.overlaps($0.monday...$0.sunday) }
        }
        return await concurrentMap(files, jobs: jobs) { file -> StoredStays? in
            guard let export = file.export, let days = file.days, days.upperBound >= oldest,
                export.meetings.reduce(0, { $1.participants.reduce($0) { $0 + $1.stays.count } })
                    <= HistoryUpdate.mostStays
            else { return nil }
            return StoredStays(file.id, days, export)
        }.compactMap(\.self)
    }

    /// A lesson of 30 has some forty. What has more is no lesson, and is read again from its file.
    private static let mostStays = 50_000

    // MARK: Sessions

    /// What the history keeps of this run's sessions, those of its week with all that the report has of them.
    private func reportedSessions() async -> [(session: StoredSession, report: StoredReport?)] {
        let people = PersonBook(result.school.roster)
        let positions = Dictionary(
            result.sessions.enumerated().map { (ObjectIdentifier($1), $0) }, uniquingKeysWith: { a, _ in a })
        return await concurrentMap(sessions.filter { memory.isKept($0.past) }, jobs: jobs) { session in
            (
                session,
                session.judged.map {
                    StoredReport(session, $0, position: positions[ObjectIdentifier($0)] ?? 0, people: people)
                }
            )
        }
    }

    private func sessionUpdate(_ db: Database, _ words: WordCache) -> SessionUpdate {
        let replacing = ReplacedSessions(by: inbox.files, remembered)
        let replaced = memory.sessions.filter { memory.isKept($0) && replacing.contains($0) }
        let people = PersonBook(result.school.roster)
        return SessionUpdate(
            db: db, words: words, week: memory.week, people: people,
            replaced: Set(replaced.map { SessionUpdate.Key(day: $0.day, key: $0.key) }),
            ofWeek: result.weeklyFindings.map { StoredFinding($0, in: nil, of: people, withEvidence: true) })
    }
}
