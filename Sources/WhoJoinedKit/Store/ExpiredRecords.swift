import GRDB
import HostSystem

/// What is older than the school's retention period: found first, then removed for good.
struct ExpiredRecords {
    let cutoff: Day
    /// How many of the history.
    var sessions = 0
    var exports: [ExportID] = []
    var messages: [String] = []
    let reports: ExpiredReports
    /// Files of the inbox that would be read into the history again.
    var inbox: [HostPath] = []
    /// The first day that is kept of each kind of session.
    private let oldest: [SessionKind: Day]

    var isEmpty: Bool {
        sessions == 0 && exports.isEmpty && messages.isEmpty && reports.count == 0 && inbox.isEmpty
    }

    init(_ history: History?, inbox: HostPath, reports: HostPath, _ settings: SchoolSettings, today: Day)
        throws(StoreError)
    {
        cutoff = today - settings.retentionDays
        oldest = Dictionary(
            uniqueKeysWithValues: SessionKind.allCases.map { ($0, today - settings.retentionDays(of: $0)) })
        self.reports = try storing("the reports cannot be looked at") { () throws(SystemError) in
            try ExpiredReports(in: reports, settings, today: today)
        }
        guard let history else { return }
        let midnight = settings.zone.instant(of: cutoff, ClockTime(seconds: 0)).seconds
        messages = try history.read { db in
            try StoredMessage.filter(Column("at") < midnight).order(Column("id")).fetchAll(db).map(\.id)
        }
        let known = try history.pastSessions()
        let expired = known.filter { settings.isExpired($0, today: today) }
        sessions = expired.count
        let standing = Set(known.filter { !settings.isExpired($0, today: today) }.flatMap(\.exports))
        let gone = Set(expired.flatMap(\.exports))
        let old = try history.exports().filter { export in
            !standing.contains(export.id)
                && (gone.contains(export.id) || export.days.map { $0.upperBound < cutoff } ?? false)
        }
        exports = old.map(\.id)
        for name in Set(old.map(\.name)).sorted() {
            let path = inbox.appending(name)
            let entry = try storing("the inbox cannot be looked at") { () throws(SystemError) in
                try fileEntry(at: path)
            }
            // Only the very file that was read; another of the same name stays.
            if let entry, entry.kind == .file, old.contains(where: { $0.name == name && $0.stamp == entry.stamp }) {
                self.inbox.append(path)
            }
        }
    }

    /// Removes everything but the inbox's files; the freed pages of the database are overwritten and given back.
    func remove(from history: History?) throws(StoreError) {
        if let history {
            let (cutoff, oldest) = (cutoff, oldest.sorted { $0.key.rawValue < $1.key.rawValue })
            try history.write { db in
                for (kind, day) in oldest {
                    try SessionRows.remove(where: "kind = ? AND day < ?", [kind.rawValue, day.iso], db)
                }
                let words = try WordCache(db)
                let rows = ExportRows(db: db, words: words)
                let numbers = try rows.numbers()
                for export in exports.compactMap({ numbers[$0] }) { try rows.remove(export) }
                for table in ["follow_up", "hold"] {
                    try db.execute(sql: "DELETE FROM \(table) WHERE day < ?", arguments: [cutoff.iso])
                }
                for id in messages { try db.execute(sql: "DELETE FROM message WHERE id = ?", arguments: [id]) }
                try UnusedWords.remove(db)
            }
            try history.vacuum()
        }
        try storing("an old report could not be removed") { () throws(SystemError) in
            try reports.remove()
        }
    }
}

extension SchoolSettings {
    /// It is past the time for which its kind is kept.
    func isExpired(_ session: PastSession, today: Day) -> Bool {
        session.day < today - retentionDays(of: session.kind)
    }
}

extension Day {
    /// In front of the date in the name of a day's folder.
    static let folderPrefix = "day-"

    /// `day-2026-11-16`
    init?(ofReports name: String) {
        guard name.utf8.starts(with: Day.folderPrefix.utf8),
            let day = Day(iso: String(name.dropFirst(Day.folderPrefix.count)))
        else { return nil }
        self = day
    }
}
