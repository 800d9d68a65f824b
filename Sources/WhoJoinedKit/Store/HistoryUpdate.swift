import HostSystem

/// What a run of `week` adds to the history, and what it takes away.
///
/// Only the records of days on which something is new, has changed or is gone are made anew.
struct HistoryUpdate {
    let memory: WeekMemory
    let inbox: Inbox
    /// Exports that were not read.
    let known: [StoredExport]
    let remembered: [RememberedExport]
    /// Of all sessions of this run.
    let tallies: RowTallies
    let sessions: [StoredSession]
    let jobs: Int

    /// Puts it into the history, which is made if there is none; one that cannot be written stays as it was.
    func save() async throws(StoreError) {
        let dayRecords = try await dayRecords()
        let history = if let history = memory.history { history } else { try History(at: memory.path) }
        do throws(StoreError) {
            try history.write { db in try History.put(dayRecords, db) }
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

    private func dayRecords() async throws(StoreError) -> [DayRecord] {
        let stays = await stays()
        let read = readExports(withStays: Set(stays.map(\.id)))
        let kept = keptExports(besides: read)
        return exportRecords(read, kept) + (try stayRecords(stays, of: read + kept)) + (try sessionRecords())
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

    /// Of the days to which an export has come or of which one has gone.
    private func exportRecords(_ read: [StoredExport], _ kept: [StoredExport]) -> [DayRecord] {
        var gone: [Int: Int] = [:]
        for export in memory.exports.all { gone[export.day, default: 0] += 1 }
        for export in kept { gone[export.day, default: 0] -= 1 }
        var byDay = Dictionary(grouping: read, by: \.day)
        for (day, count) in gone where count > 0 { byDay[day, default: []] += [] }
        for export in kept { byDay[export.day]?.append(export) }
        return byDay.map { StoredExport.dayRecord($1, of: $0) }
    }

    // MARK: Rows

    /// The rows of the week's exports.
    private func stays() async -> [StoredStays] {
        let (ofWeek, oldest) = (memory.week.monday...memory.week.sunday, memory.oldest)
        let files = inbox.files.filter { $0.sameAs == nil && ($0.days?.overlaps(ofWeek) ?? false) }
        return await concurrentMap(files, jobs: jobs) { file -> StoredStays? in
            guard let export = file.export, let days = file.days, days.upperBound >= oldest,
                export.leastRecordSize <= HistoryUpdate.sizeLimit
            else { return nil }
            let record = export.record
            return record.count <= HistoryUpdate.sizeLimit ? StoredStays(file.id, days, record[...]) : nil
        }.compactMap(\.self)
    }

    /// A lesson of 30 has about 2 KB. What is bigger is no lesson, and is read again from its file.
    private static let sizeLimit = 1_048_576

    /// Of the days on which this run puts rows, or takes them away.
    /// - Parameter all: the exports that the history is to know.
    private func stayRecords(_ stays: [StoredStays], of all: [StoredExport]) throws(StoreError) -> [DayRecord] {
        var byDay = Dictionary(grouping: stays, by: \.day)
        let new = Dictionary(stays.map { ($0.id, $0.day) }, uniquingKeysWith: { a, _ in a })
        let kept = Set(all.lazy.filter(\.hasStays).map(\.id))
        let old = memory.exports.all.filter(\.hasStays)
        for export in old where !kept.contains(export.id) || new[export.id].map({ $0 != export.day }) ?? false {
            byDay[export.day, default: []] += []
        }
        // Only rows of exports that were not read anew must be looked up.
        let others = Set(
            old.lazy.filter { kept.contains($0.id) && new[$0.id] == nil && byDay[$0.day] != nil }.map(\.day))
        if let history = memory.history, let first = others.min(), let last = others.max() {
            for dayRecord in try history.dayRecords([.stays], in: Day(number: first)...Day(number: last))
            where others.contains(dayRecord.head.day) {
                let known = try history.decoding { () throws(DamagedRecord) in
                    try dayRecord.list(StoredStays.init(from:))
                }
                byDay[dayRecord.head.day]?.append(
                    contentsOf: known.filter { kept.contains($0.id) && new[$0.id] == nil })
            }
        }
        return byDay.map { StoredStays.dayRecord($1, of: $0) }
    }

    // MARK: Sessions

    /// Of the days whose sessions this run has judged, or has read anew without finding them again.
    private func sessionRecords() throws(StoreError) -> [DayRecord] {
        let new = sessions.filter { !$0.past.exports.isEmpty && $0.past.day >= memory.oldest }
        var byDay = Dictionary(grouping: new, by: \.past.day)
        if let history = memory.history {
            let replacing = ReplacedSessions(by: inbox.files, remembered)
            let isReplaced = memory.sessions.map(replacing.contains)
            for (session, isReplaced) in zip(memory.sessions, isReplaced)
            where isReplaced && session.day >= memory.oldest {
                byDay[session.day, default: []] += []
            }
            let keys = Set(new.map(\.past.key))
            let standing = zip(memory.sessions, isReplaced).filter { session, isReplaced in
                !isReplaced && byDay[session.day] != nil && !keys.contains(session.key)
            }.map(\.0)
            let standingKeys = Set(standing.map(\.key))
            for day in Set(standing.map(\.day)) {
                byDay[day]! += try history.sessions(in: day...day).filter { standingKeys.contains($0.past.key) }
            }
        }
        return byDay.flatMap { StoredSession.dayRecords($1, of: $0.number) }
    }
}
