import HostSystem

/// What the history has to say to a run of `week`.
///
/// An export that has not changed since it was read, and whose days nothing new touches, is not opened again: its
/// session, its account and its problems are taken from here. So a week is folded from what is stored and what is new.
struct WeekMemory: Sendable {
    let path: HostPath
    /// `nil`: there is none yet.
    let history: History?
    let exports: KnownExports
    /// By day and key.
    let sessions: [PastSession]
    /// As reports had them, where they are judged otherwise today or had no export: their rolls are of then.
    private let outdated: [PastSession]
    let reportedWeeks: Set<Week>
    private(set) var week: Week
    /// Digest of everything but the exports that results depend on.
    let basis: String
    /// What is older is past its retention: neither looked at nor stored.
    let oldest: Day
    private let settings: SchoolSettings
    private let today: Day
    private let zone: SchoolZone

    /// - Parameters:
    ///   - isDryRun: then the history is only looked at; otherwise the caller holds the folder's lock.
    ///   - options: what the command line says of the reading of exports.
    init(
        _ path: HostPath, isDryRun: Bool, of school: School, options: [String], week: Week, today: Day
    ) throws(StoreError) {
        self.path = path
        history = isDryRun ? try History.reading(path) : try History.existing(path)
        exports = KnownExports(try history?.exports() ?? [])
        sessions = try history?.pastSessions() ?? []
        outdated = try history?.outdatedSessions() ?? []
        reportedWeeks = try history?.reportedWeeks() ?? []
        self.week = week
        let inputs = school.inputs.map { "\($0.name) \($0.sha256)" }.sorted()
        let lines = inputs + [version, "\(History.formVersion)"] + options
        basis = sha256(Array(lines.joined(separator: "\n").utf8))
        settings = school.settings
        self.today = today
        oldest = today - settings.longestRetention
        zone = school.settings.zone
    }

    /// Who was on each roll when its sessions were judged.
    var rollsOfThen: RollsOfThen {
        RollsOfThen((outdated + sessions).sortedByStart, week: week, today: today)
    }

    /// The same for a run of another week.
    func of(_ week: Week) -> WeekMemory {
        var other = self
        other.week = week
        return other
    }

    /// Splits the inbox into files to read and exports of other weeks that are known.
    func known(_ entries: [InboxEntry]) -> (new: [InboxEntry], known: [StoredExport]) {
        let (ofWeek, likely) = (week.monday...week.sunday, daysThatMayBeOfThisWeek)
        var (new, known): ([InboxEntry], [StoredExport]) = ([], [])
        for entry in entries {
            let stored = exports.first(entry.name) { $0.stamp == entry.stamp && $0.basis == basis }
            if let stored, let days = stored.days, !days.overlaps(ofWeek), !likely.contains(days.lowerBound),
                !likely.contains(days.upperBound)
            {
                known.append(stored)
            } else {
                new.append(entry)
            }
        }
        return (new, known)
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
    func touched(_ known: [StoredExport], by files: [InboxFile]) -> Set<String> {
        if known.isEmpty { return [] }
        var days = Set<Day>()
        for file in files {
            guard let range = file.days else { continue }
            for number in range.lowerBound.number...range.upperBound.number where !week.contains(Day(number: number)) {
                days.insert(Day(number: number))
            }
        }
        if days.isEmpty { return [] }
        return Set(
            known.filter { export in export.days.map { range in days.contains { range.contains($0) } } ?? false }.map(
                \.name))
    }

    /// The rows of the week's exports that have left the inbox, unless a corrected file of the same name took their
    /// place. If that file cannot be used yet it may show more people than these rows do.
    func remembered(besides inbox: Inbox) throws(StoreError) -> [RememberedExport] {
        try remembered(besides: inbox, in: week.monday...week.sunday)
    }

    /// The rows of exports that have left the inbox, of the days of other weeks of which exports were read now: as far as
    /// one of these is a thinner copy.
    func thickerElsewhere(than inbox: Inbox) throws(StoreError) -> [RememberedExport] {
        let days = inbox.files.lazy.filter { $0.sameAs == nil }.compactMap(\.days)
        guard let first = days.map(\.lowerBound).min(), let last = days.map(\.upperBound).max() else { return [] }
        return try remembered(besides: inbox, in: first...last).filter { old in
            guard let days = old.export.days(in: zone), !days.overlaps(week.monday...week.sunday) else { return false }
            return old.isThicker
        }
    }

    private func remembered(
        besides inbox: Inbox, in span: ClosedRange<Day>
    ) throws(StoreError) -> [RememberedExport] {
        guard let history else { return [] }
        let contents = Set(inbox.files.map(\.sha256))
        let unusable = Set(inbox.files.lazy.filter { !$0.isUsable }.map(\.name) + inbox.problems.map(\.file))
        let days = Dictionary(
            inbox.files.lazy.filter { $0.sameAs == nil }.map { ($0.name, $0.days) },
            uniquingKeysWith: { a, _ in a })
        var remembered: [RememberedExport] = []
        for (id, export) in try history.stays(in: span, besides: { contents.contains($0.sha256) }) {
            guard let stored = exports.first(id.name, where: { $0.sha256 == id.sha256 }) else { continue }
            var export = export
            if unusable.contains(id.name) { export.isComplete = false }
            let old = export.days(in: zone)
            func isOfSameDays(_ new: ClosedRange<Day>?) -> Bool { new.map { old?.overlaps($0) ?? false } ?? false }
            // Comparing people costs most: of a term of exports hardly any is of these days.
            let isThicker = inbox.files.contains { file in
                isOfSameDays(file.days) && file.export?.isThinnerCopy(of: export) ?? false
            }
            if let new = days[id.name] {
                if !isThicker, isOfSameDays(new) { continue }
                // One name for two exports: evidence must say which is meant.
                export.file += " (earlier)"
            }
            remembered.append(
                RememberedExport(id: id, export: export, tally: stored.tally, isThicker: isThicker))
        }
        return remembered
    }

    /// The exports of some days, as far as their rows are kept.
    func exports(ofDays days: [Day]) throws(StoreError) -> [MeetingExport] {
        var exports: [MeetingExport] = []
        guard let history else { return [] }
        for day in Set(days).sorted() where !week.contains(day) {
            exports += try history.stays(in: day...day).map(\.export)
        }
        return exports
    }

    /// It is not past the time for which its kind is kept.
    func isKept(_ session: PastSession) -> Bool { !settings.isExpired(session, today: today) }

    func earlierFindings() throws(StoreError) -> EarlierFindings {
        try history?.earlierFindings(since: week.monday - 7 * RecurringDevice.weeksBack) ?? EarlierFindings()
    }

    /// Sessions of earlier weeks that this run does not judge itself.
    func past(besides files: [InboxFile]) -> [PastSession] {
        let replaced = ReplacedSessions(by: files)
        return sessions.filter { $0.day < week.monday && isKept($0) && !replaced.contains($0) }
    }
}
