import HostSystem

/// What the history has to say to a run of `week`, and what it learns from it.
///
/// An export that has not changed since it was read, and whose days nothing new touches, is not opened again: its session,
/// its account and its problems are taken from here. So a week is folded from what is stored and what is new.
struct WeekMemory {
    private let path: HostPath
    private let history: History?
    private let byName: [String: [StoredExport]]
    private let sessions: [StoredSession]
    private let week: Week
    private let basis: String
    /// What is older is past its retention: neither looked at nor stored.
    private let oldest: Day
    private let zone: SchoolZone

    init(_ folder: SchoolFolder, _ school: School, _ options: RunOptions, week: Week, today: Day) throws(RunFailure) {
        path = folder.history
        history = options.isDryRun ? try History.reading(path) : try History.existing(path)
        byName = Dictionary(grouping: try history?.exports() ?? [], by: \.name)
        oldest = today - school.settings.retentionDays
        sessions = try history?.sessions(in: oldest...max(oldest, Day(number: 60_000))) ?? []
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
        let ofWeek = week.monday...week.sunday
        for candidate in candidates {
            let stored = byName[candidate.name]?.first { $0.stamp == candidate.stamp && $0.basis == basis }
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
        for (id, export) in try history.stays(in: week.monday...week.sunday) {
            guard !contents.contains(id.sha256), let stored = byName[id.name]?.first(where: { $0.sha256 == id.sha256 }) else { continue }
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
        let replacing = Replacing(inbox)
        return sessions.filter { $0.past.day < week.monday && !replacing.replaces($0) }.map(\.past)
    }

    // MARK: What is learnt

    /// Stores the run in one transaction.
    func learn(
        _ learnt: [LearntSession], from inbox: InboxReading, _ remembered: [Remembered], known: [StoredExport], accounts: RowAccounts
    ) throws(RunFailure) {
        let history = if let history { history } else { try History(at: path) }
        var replacing = Replacing(inbox)
        replacing.ids.formUnion(remembered.map(\.id))
        var ids = Dictionary(remembered.map { ($0.export.file, $0.id) }, uniquingKeysWith: { a, _ in a })
        for file in inbox.files where file.sameAs == nil { ids[file.name] = file.id }
        let new = learnt.filter { !$0.files.isEmpty && $0.past.day >= oldest }.map { $0.stored(ids) }
        let keys = Set(new.map(\.past.key))
        let gone = sessions.filter { replacing.replaces($0) && !keys.contains($0.past.key) }
        let exports = storedExports(inbox, known: known, accounts)
        try history.write { db in
            for session in gone { try History.removeSession(session.past.key, db) }
            for session in new { try History.put(session, db) }
            let kept = Set(exports.map(\.id) + known.map(\.id) + remembered.map(\.id))
            // An export that has left the inbox is of use only while it has rows of its own here.
            for old in byName.values.joined() where !kept.contains(old.id) { try History.removeIfWithoutStays(old.id, db) }
            for export in exports { try History.put(export, db) }
            for export in inbox.exports {
                guard let id = ids[export.file], let days = export.days(in: zone), days.overlaps(week.monday...week.sunday), days.upperBound >= oldest
                else { continue }
                let record = export.record
                if record.count <= WeekMemory.sizeLimit { try History.putStays(id, days, record, db) }
            }
        }
        try history.close()
    }

    /// A lesson of 30 has about 2 KB. What is bigger is no lesson, and is read again from its file.
    private static let sizeLimit = 1_048_576

    private func storedExports(_ inbox: InboxReading, known: [StoredExport], _ accounts: RowAccounts) -> [StoredExport] {
        let facts = Dictionary(inbox.facts.map { ($0.file, $0) }, uniquingKeysWith: { a, _ in a })
        let knownByName = Dictionary(known.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
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
    func replaces(_ session: StoredSession) -> Bool {
        session.exports.contains { ids.contains($0) || days[$0.name]?.contains(session.past.day) ?? false }
    }
}

extension LearntSession {
    fileprivate func stored(_ ids: [String: ExportID]) -> StoredSession {
        StoredSession(
            past: past, findings: findings, exports: files.compactMap { ids[$0] })
    }
}
