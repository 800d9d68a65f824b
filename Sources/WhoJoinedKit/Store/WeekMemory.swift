import HostSystem

/// What the history has to say to a run of `week`, and what it learns from it.
///
/// An export that has not changed since it was read, and whose days nothing new touches, is not opened again: its session,
/// its account and its problems are taken from here. So a week is folded from what is stored and what is new.
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

    init(_ stored: HistoryContent, _ school: School, _ options: RunOptions, week: Week, today: Day) {
        (path, history, exports) = (stored.path, stored.history, stored.exports)
        oldest = today - school.settings.retentionDays
        sessions = stored.sessions
        self.week = week
        basis = WeekMemory.basis(school, options)
        zone = school.settings.zone
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
        let (ofWeek, likely) = (week.monday...week.sunday, daysThatMayBeOfThisWeek)
        for candidate in candidates {
            let stored = exports.first(candidate.name) { $0.stamp == candidate.stamp && $0.basis == basis }
            if let stored, let days = stored.days, !days.overlaps(ofWeek), !likely.contains(days.lowerBound), !likely.contains(days.upperBound) {
                result.known.append(stored)
            } else {
                result.new.append(candidate)
            }
        }
        return result
    }

    /// Finds the names of those exports, which were not read, that have the same bytes as one that was.
    func names(of known: [StoredExport]) -> (_ sha256: String) -> String? {
        let known = Set(known.map(ObjectIdentifier.init))
        return { sha256 in exports.first(ofContent: sha256) { known.contains(ObjectIdentifier($0)) }?.name }
    }

    /// With day and month changed over they would be of this week: then this week's timetable may decide otherwise than the run
    /// of another week, which could only guess.
    private var daysThatMayBeOfThisWeek: [Day] { week.days.compactMap { Day(year: $0.year, month: $0.day, day: $0.month) } }

    /// Known exports that must be read after all: another export of their days is new, and may be of the same session.
    func touched(_ known: [StoredExport], by readings: [InboxReader.Reading]) -> Set<String> {
        if known.isEmpty { return [] }
        var days = Set<Day>()
        for reading in readings {
            guard let range = reading.read?.facts.days else { continue }
            for number in range.lowerBound.number...range.upperBound.number where !week.contains(Day(number: number)) { days.insert(Day(number: number)) }
        }
        if days.isEmpty { return [] }
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
    func past(besides inbox: InboxReading) -> [PastSession] {
        if sessions.isEmpty { return [] }
        let replacing = Replacing(inbox)
        let days = oldest..<max(oldest, week.monday)
        let places = sessions.indices.filter { days.contains(sessions[$0].past.day) && !replacing.replaces(sessions[$0]) }
        return places.map { sessions[$0].past }
    }

    // MARK: What is learnt

    /// The exports of a run, read now, known before or gone.
    struct Reading: Sendable {
        var inbox: InboxReading
        var known: [StoredExport]
        var remembered: [Remembered]
        var accounts: RowAccounts
    }

    /// Puts it all into the history; one that cannot be written stays as it was before the run.
    func learn(_ learnt: [LearntSession], from reading: Reading, jobs: Int) async throws(RunFailure) {
        var ids = Dictionary(reading.remembered.map { ($0.export.file, $0.id) }, uniquingKeysWith: { a, _ in a })
        for file in reading.inbox.files where file.sameAs == nil { ids[file.name] = file.id }
        let stays = await stays(of: reading.inbox, ids, jobs: jobs)
        let exports = storedExports(reading, withStays: Set(stays.map(\.id)))
        var sheets = await sheets(of: exports, jobs: jobs)
        sheets += try self.sheets(of: stays, exports)
        sheets += try await self.sheets(of: learnt, ids, reading, jobs: jobs)
        let history = if let history { history } else { try History(at: path) }
        do throws(RunFailure) {
            try history.write { db in try History.put(sheets, db) }
            try history.close()
        } catch {
            try? history.close()
            if self.history == nil { for ending in ["", "-wal", "-shm"] { try? removeFile(path.parent.appending(path.name + Array(ending.utf8))) } }
            throw error
        }
    }

    /// The rows of the week's exports.
    private func stays(of inbox: InboxReading, _ ids: [String: ExportID], jobs: Int) async -> [StoredStays] {
        let ofWeek = week.monday...week.sunday
        return await concurrentMap(inbox.exports, jobs: jobs) { read -> StoredStays? in
            let export = read.export
            guard let id = ids[export.file], let days = read.facts.days, days.overlaps(ofWeek), days.upperBound >= oldest else { return nil }
            // Not to be made only to be too big.
            if export.leastRecordSize > WeekMemory.sizeLimit { return nil }
            let record = export.record
            return record.count <= WeekMemory.sizeLimit ? StoredStays(id, days, record[...]) : nil
        }.compactMap(\.self)
    }

    /// A lesson of 30 has about 2 KB. What is bigger is no lesson, and is read again from its file.
    private static let sizeLimit = 1_048_576

    /// Every export that there is, and those that have left the inbox but have rows here.
    /// - Parameter ids: exports whose rows this run keeps.
    private func storedExports(_ reading: Reading, withStays ids: Set<ExportID>) -> [StoredExport] {
        var present = Set(reading.known.map(ObjectIdentifier.init))
        let read = readExports(reading).map { export in
            let old = exports.first(export.name) { $0.sha256 == export.sha256 }
            if let old { present.insert(ObjectIdentifier(old)) }
            // What was read anew and is another has lost the rows that it had before.
            let hasOld = old.map { $0.hasStays && $0.tellsTheSame(as: export) } ?? false
            return export.keepingStays(hasOld || ids.contains(export.id))
        }
        return reading.known + read + exports.all.filter { $0.hasStays && !present.contains(ObjectIdentifier($0)) }
    }

    private func readExports(_ reading: Reading) -> [StoredExport] {
        let (inbox, known, accounts) = (reading.inbox, reading.known, reading.accounts)
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

    private func sheets(of all: [StoredExport], jobs: Int) async -> [Sheet] {
        await concurrentMap(StoredExport.byDay(all, and: exports.all.lazy.map(\.day)), jobs: jobs) { StoredExport.sheet($0.exports, of: $0.day) }
    }

    /// The sheets on which this run puts rows, or takes them away.
    private func sheets(of stays: [StoredStays], _ all: [StoredExport]) throws(RunFailure) -> [Sheet] {
        var byDay = Dictionary(grouping: stays, by: \.day)
        let new = Dictionary(stays.map { ($0.id, $0.day) }, uniquingKeysWith: { a, _ in a })
        let kept = Set(all.lazy.filter(\.hasStays).map(\.id))
        let old = exports.all.filter(\.hasStays)
        for export in old where !kept.contains(export.id) || new[export.id].map({ $0 != export.day }) ?? false { byDay[export.day, default: []] += [] }
        // Only rows of exports that were not read anew must be looked up.
        let others = Set(old.lazy.filter { kept.contains($0.id) && new[$0.id] == nil && byDay[$0.day] != nil }.map(\.day))
        if let history, let first = others.min(), let last = others.max() {
            for sheet in try history.sheets([.stays], in: Day(number: first)...Day(number: last)) where others.contains(sheet.head.day) {
                let known = try history.decoding { () throws(DamagedRecord) in try sheet.list(StoredStays.init(from:)) }
                byDay[sheet.head.day]?.append(contentsOf: known.filter { kept.contains($0.id) && new[$0.id] == nil })
            }
        }
        return byDay.map { StoredStays.sheet($1, of: $0) }
    }

    /// The sheets of the days whose sessions this run has judged, or read anew without finding them again.
    private func sheets(
        of learnt: [LearntSession], _ ids: [String: ExportID], _ reading: Reading, jobs: Int
    ) async throws(RunFailure) -> [Sheet] {
        let replacing = Replacing(reading.inbox, reading.remembered)
        let new = learnt.filter { !$0.files.isEmpty && $0.past.day >= oldest }
        var byDay = Dictionary(grouping: new.map { $0.stored(ids) }, by: \.past.day)
        for session in sessions where session.past.day >= oldest && replacing.replaces(session) { byDay[session.past.day, default: []] += [] }
        if let history {
            let keys = Set(new.map(\.past.key))
            func stands(_ session: KnownSession) -> Bool { !keys.contains(session.past.key) && !replacing.replaces(session) }
            for day in Set(sessions.lazy.filter { byDay[$0.past.day] != nil && stands($0) }.map(\.past.day)) {
                let known = try history.sessions(in: day...day)
                byDay[day]?.append(contentsOf: known.filter { stands(KnownSession($0)) })
            }
        }
        return await concurrentMap(byDay.map { ($0.number, $1) }, jobs: jobs) { StoredSession.sheets($1, of: $0) }.flatMap(\.self)
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

    init(_ inbox: InboxReading, _ remembered: [WeekMemory.Remembered] = []) {
        byName.reserveCapacity(inbox.files.count)
        for file in inbox.files where file.isUsable { byName[file.name, default: New()].contents.append(file.sha256) }
        for facts in inbox.facts where facts.days != nil { byName[facts.file, default: New()].days = facts.days }
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
