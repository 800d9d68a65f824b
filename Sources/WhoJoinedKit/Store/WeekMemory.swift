import HostSystem

/// What the history has to say to a run of `week`, and what it learns from it.
///
/// An export that has not changed since it was read, and whose days nothing new touches, is not opened again: its
/// session, its account and its problems are taken from here. So a week is folded from what is stored and what is new.
struct WeekMemory {
    private let path: HostPath
    private let history: History?
    private let exports: KnownExports
    private let sessions: [KnownSession]
    private let week: Week
    private let basis: String
    /// What is older is past its retention: neither looked at nor stored.
    private let oldest: Day
    private let zone: SchoolZone

    /// - Parameter options: what the command line says of the reading of exports.
    init(_ stored: HistoryContent, _ school: School, options: [String], week: Week, today: Day) {
        (path, history, exports) = (stored.path, stored.history, stored.exports)
        oldest = today - school.settings.retentionDays
        sessions = stored.sessions
        self.week = week
        basis = WeekMemory.basis(school, options)
        zone = school.settings.zone
    }

    /// Digest of everything but the exports that results depend on.
    private static func basis(_ school: School, _ options: [String]) -> String {
        var lines = school.inputs.map { "\($0.name) \($0.sha256)" }.sorted()
        lines += [version, "\(PastSession.form)"] + options
        return sha256(Array(lines.joined(separator: "\n").utf8))
    }

    // MARK: What need not be read

    /// Splits the inbox into files to read, told by their places, and exports of other weeks that are known.
    func known(_ candidates: [InboxReader.Candidate], jobs: Int) async -> (new: [Int], known: [StoredExport]) {
        if exports.all.isEmpty { return (Array(candidates.indices), []) }
        let (ofWeek, likely) = (week.monday...week.sunday, daysThatMayBeOfThisWeek)
        let found = await concurrentMap(candidates, jobs: jobs) { [exports, basis] candidate -> StoredExport? in
            let stored = exports.first(candidate.name) { $0.stamp == candidate.stamp && $0.basis == basis }
            guard let stored, let days = stored.days, !days.overlaps(ofWeek) else { return nil }
            return likely.contains(days.lowerBound) || likely.contains(days.upperBound) ? nil : stored
        }
        return (found.indices.filter { found[$0] == nil }, found.compactMap(\.self))
    }

    /// Finds the names of those exports, which were not read, that have the same bytes as one that was.
    func names(of known: [StoredExport]) -> (_ sha256: String) -> String? {
        if known.isEmpty { return { _ in nil } }
        let known = Set(known.map(ObjectIdentifier.init))
        return { sha256 in exports.first(ofContent: sha256) { known.contains(ObjectIdentifier($0)) }?.name }
    }

    /// With day and month changed over they would be of this week: then this week's timetable may decide otherwise than
    /// the run of another week, which could only guess.
    private var daysThatMayBeOfThisWeek: [Day] {
        week.days.compactMap { Day(year: $0.year, month: $0.day, day: $0.month) }
    }

    /// Known exports that must be read after all: another export of their days is new, and may be of the same session.
    func touched(_ known: [StoredExport], by readings: [InboxReader.Reading]) -> Set<String> {
        if known.isEmpty { return [] }
        var days = Set<Day>()
        for reading in readings {
            guard let range = reading.read?.facts.days else { continue }
            for number in range.lowerBound.number...range.upperBound.number where !week.contains(Day(number: number)) {
                days.insert(Day(number: number))
            }
        }
        if days.isEmpty { return [] }
        return Set(
            known.filter { export in export.days.map { range in days.contains { range.contains($0) } } ?? false }.map(
                \.name))
    }

    /// An export of this week that has left the inbox.
    struct Remembered: Sendable {
        var id: ExportID
        var export: MeetingExport
        var account: RowTally
    }

    /// The rows of the week's exports that have left the inbox, unless a corrected file of the same name took their
    /// place. If that file cannot be used yet it may show more people than these rows do.
    func remembered(besides inbox: InboxReading) throws(StoreError) -> [Remembered] {
        guard let history else { return [] }
        let contents = Set(inbox.files.map(\.sha256))
        let unusable = Set(inbox.files.lazy.filter { !$0.isUsable }.map(\.name) + inbox.problems.map(\.file))
        let days = Dictionary(
            inbox.files.lazy.filter { $0.sameAs == nil }.map { ($0.name, $0.facts?.days) },
            uniquingKeysWith: { a, _ in a })
        var remembered: [Remembered] = []
        for (id, export) in try history.stays(in: week.monday...week.sunday, besides: { contents.contains($0.sha256) })
        {
            guard let stored = exports.first(id.name, where: { $0.sha256 == id.sha256 }) else { continue }
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
    func past(besides files: [InboxFile]) -> [PastSession] {
        if sessions.isEmpty { return [] }
        let replacing = Replacing(files)
        let days = oldest..<max(oldest, week.monday)
        let places = sessions.indices.filter {
            days.contains(sessions[$0].past.day) && !replacing.replaces(sessions[$0])
        }
        return places.map { sessions[$0].past }
    }

    // MARK: What is learnt

    /// The exports of a run, read now, known before or gone.
    struct Reading: Sendable {
        var inbox: InboxReading
        var known: [StoredExport]
        var remembered: [Remembered]
        var accounts: RowTallies
    }

    /// All that the history is to hold after the run, as far as it is new.
    func dayRecords(of learnt: [LearntSession], from reading: Reading, jobs: Int) async throws(StoreError)
        -> [DayRecord]
    {
        var ids = Dictionary(reading.remembered.map { ($0.export.file, $0.id) }, uniquingKeysWith: { a, _ in a })
        ids.reserveCapacity(ids.count + reading.inbox.files.count)
        for file in reading.inbox.files where file.sameAs == nil { ids[file.name] = file.id }
        let stays = await stays(of: reading.inbox, ids, jobs: jobs)
        let read = await readExports(reading, withStays: Set(stays.map(\.id)), jobs: jobs)
        let kept = keptExports(reading, besides: read)
        var dayRecords = await dayRecords(of: read.map(\.export), and: kept, jobs: jobs)
        dayRecords += try self.dayRecords(of: stays, read.map(\.export) + kept)
        return try await dayRecords + self.dayRecords(of: learnt, ids, reading, jobs: jobs)
    }

    /// Puts them into the history; one that cannot be written stays as it was before the run.
    func keep(_ dayRecords: [DayRecord]) throws(StoreError) {
        let history = if let history { history } else { try History(at: path) }
        do throws(StoreError) {
            try history.write { db in try History.put(dayRecords, db) }
            try history.close()
        } catch {
            try? history.close()
            if self.history == nil {
                for ending in ["", "-wal", "-shm"] {
                    try? removeFile(path.parent.appending(path.name + Array(ending.utf8)))
                }
            }
            throw error
        }
    }

    /// The rows of the week's exports.
    private func stays(of inbox: InboxReading, _ ids: [String: ExportID], jobs: Int) async -> [StoredStays] {
        let ofWeek = week.monday...week.sunday
        return await concurrentMap(inbox.exports, jobs: jobs) { read -> StoredStays? in
            let export = read.export
            guard let id = ids[export.file], let days = read.facts.days, days.overlaps(ofWeek),
                days.upperBound >= oldest
            else { return nil }
            // Not to be made only to be too big.
            if export.leastRecordSize > WeekMemory.sizeLimit { return nil }
            let record = export.record
            return record.count <= WeekMemory.sizeLimit ? StoredStays(id, days, record[...]) : nil
        }.compactMap(\.self)
    }

    /// A lesson of 30 has about 2 KB. What is bigger is no lesson, and is read again from its file.
    private static let sizeLimit = 1_048_576

    /// What the history is to know of the exports that were read now, each with what it knew of it.
    /// - Parameter ids: exports whose rows this run keeps.
    private func readExports(_ reading: Reading, withStays ids: Set<ExportID>, jobs: Int) async -> [(
        export: StoredExport, old: StoredExport?
    )] {
        let files = reading.inbox.files.filter(\.isUsable)
        // Only the same bytes under another name are known by that name.
        let hasCopies = files.contains { $0.sameAs != nil }
        let knownByName = Dictionary(
            hasCopies ? reading.known.map { ($0.name, $0) } : [], uniquingKeysWith: { a, _ in a })
        return await concurrentMap(files, jobs: jobs) { [exports, basis, accounts = reading.accounts] file in
            let same = file.sameAs.flatMap { knownByName[$0] }
            let export = StoredExport(
                name: file.name, sha256: file.sha256, stamp: file.stamp, basis: basis,
                days: file.facts?.days ?? same?.days,
                account: file.facts.map(accounts.account) ?? same?.account ?? RowTally(), problems: file.problems,
                siblingOrders: file.facts?.siblingOrders ?? [])
            let old = exports.first(file.name) { $0.sha256 == file.sha256 }
            // What was read anew and is another has lost the rows that it had before.
            let hasOld = old.map { $0.hasStays && $0.tellsTheSame(as: export) } ?? false
            return (export.keepingStays(hasOld || ids.contains(export.id)), old)
        }
    }

    /// The exports that were not opened, and those that have left the inbox but have rows here.
    private func keptExports(_ reading: Reading, besides read: [(export: StoredExport, old: StoredExport?)])
        -> [StoredExport]
    {
        let present = Set((reading.known.filter(\.hasStays) + read.compactMap(\.old)).map(ObjectIdentifier.init))
        return reading.known + exports.all.filter { $0.hasStays && !present.contains(ObjectIdentifier($0)) }
    }

    /// The day records of the days to which an export has come or of which one has gone; the others stay as they are.
    /// - Parameter kept: as they are stored.
    private func dayRecords(of read: [StoredExport], and kept: [StoredExport], jobs: Int) async -> [DayRecord] {
        // How many there were on each day and are no more.
        var gone: [Int: Int] = [:]
        for export in exports.all { gone[export.day, default: 0] += 1 }
        for export in kept { gone[export.day, default: 0] -= 1 }
        var byDay = Dictionary(grouping: read, by: \.day)
        for (day, count) in gone where count > 0 { byDay[day, default: []] += [] }
        for export in kept { byDay[export.day]?.append(export) }
        return await concurrentMap(Array(byDay), jobs: jobs) { StoredExport.dayRecord($0.value, of: $0.key) }
    }

    /// The day records on which this run puts rows, or takes them away.
    private func dayRecords(of stays: [StoredStays], _ all: [StoredExport]) throws(StoreError) -> [DayRecord] {
        var byDay = Dictionary(grouping: stays, by: \.day)
        let new = Dictionary(stays.map { ($0.id, $0.day) }, uniquingKeysWith: { a, _ in a })
        let kept = Set(all.lazy.filter(\.hasStays).map(\.id))
        let old = exports.all.filter(\.hasStays)
        for export in old where !kept.contains(export.id) || new[export.id].map({ $0 != export.day }) ?? false {
            byDay[export.day, default: []] += []
        }
        // Only rows of exports that were not read anew must be looked up.
        let others = Set(
            old.lazy.filter { kept.contains($0.id) && new[$0.id] == nil && byDay[$0.day] != nil }.map(\.day))
        if let history, let first = others.min(), let last = others.max() {
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

    /// The day records of the days whose sessions this run has judged, or read anew without finding them again.
    private func dayRecords(
        of learnt: [LearntSession], _ ids: [String: ExportID], _ reading: Reading, jobs: Int
    ) async throws(StoreError) -> [DayRecord] {
        let new = learnt.filter { !$0.files.isEmpty && $0.past.day >= oldest }
        var byDay = Dictionary(grouping: new, by: \.past.day)
        var standing: [Day: [StoredSession]] = [:]
        if let history, !sessions.isEmpty {
            let replacing = Replacing(reading.inbox.files, reading.remembered)
            let replaced = await concurrentMap(sessions, jobs: jobs) { replacing.replaces($0) }
            for place in sessions.indices where replaced[place] && sessions[place].past.day >= oldest {
                byDay[sessions[place].past.day, default: []] += []
            }
            let keys = Set(new.map(\.past.key))
            let kept = sessions.indices.filter {
                !replaced[$0] && byDay[sessions[$0].past.day] != nil && !keys.contains(sessions[$0].past.key)
            }
            let (days, left) = (Set(kept.map { sessions[$0].past.day }), Set(kept.map { sessions[$0].past.key }))
            for day in days {
                standing[day] = try history.sessions(in: day...day).filter { left.contains($0.past.key) }
            }
        }
        return await concurrentMap(byDay.map { ($0, $1) }, jobs: jobs) { [standing] day, new in
            StoredSession.dayRecords(new.map { $0.stored(ids) } + (standing[day] ?? []), of: day.number)
        }.flatMap(\.self)
    }
}

/// Which stored sessions the exports that a run has read take the place of.
private struct Replacing {
    private struct New {
        var contents: [String] = []
        /// Of the export that is read under this name now.
        var days: ClosedRange<Day>?
    }

    private var byName: [String: New] = [:]

    init(_ files: [InboxFile], _ remembered: [WeekMemory.Remembered] = []) {
        byName.reserveCapacity(files.count)
        for file in files where file.isUsable {
            byName[file.name] = New(contents: [file.sha256], days: file.sameAs == nil ? file.facts?.days : nil)
        }
        for old in remembered { byName[old.id.name, default: New()].contents.append(old.id.sha256) }
    }

    /// Its export was read again, or a corrected one of the same name was.
    func replaces(_ session: KnownSession) -> Bool {
        session.exports.contains { export in
            guard let new = byName[export.name] else { return false }
            return new.days?.contains(session.past.day) ?? false || new.contents.contains(export.sha256)
        }
    }
}

extension LearntSession {
    fileprivate func stored(_ ids: [String: ExportID]) -> StoredSession {
        StoredSession(
            past: past, findings: findings[...], exports: files.compactMap { ids[$0] })
    }
}
