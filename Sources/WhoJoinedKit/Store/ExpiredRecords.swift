import GRDB
import HostSystem

/// What is older than the school's retention period: found first, then removed for good.
struct ExpiredRecords {
    let cutoff: Day
    /// How many of the history.
    var sessions = 0
    var exports: [ExportID] = []
    var messages: [String] = []
    /// Folders of weeks and days and lesson pages under reports/.
    var reports: [FileEntry] = []
    /// Files of the inbox that would be read into the history again.
    var inbox: [HostPath] = []

    var isEmpty: Bool { sessions == 0 && exports.isEmpty && messages.isEmpty && reports.isEmpty && inbox.isEmpty }

    init(_ history: History?, inbox: HostPath, reports: HostPath, before cutoff: Day, zone: SchoolZone)
        throws(StoreError)
    {
        self.cutoff = cutoff
        if let history {
            let midnight = zone.instant(of: cutoff, ClockTime(seconds: 0)).seconds
            sessions = try history.count(.session, before: cutoff)
            messages = try history.read { db in
                try StoredMessage.filter(Column("at") < midnight).order(Column("id")).fetchAll(db).map(\.id)
            }
            let old = try history.exports().filter { $0.days.map { $0.upperBound < cutoff } ?? false }
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
        self.reports = try ExpiredRecords.reports(in: reports, before: cutoff)
    }

    private static func reports(in folder: HostPath, before cutoff: Day) throws(StoreError) -> [FileEntry] {
        try storing("the reports cannot be looked at") { () throws(SystemError) in
            guard try fileEntry(at: folder)?.kind == .folder else { return [] }
            var old: [FileEntry] = []
            for entry in try folderEntries(folder) {
                let name = String(decoding: entry.path.name, as: UTF8.self)
                // The reports of a week or day, and what was kept of them.
                let own = name.utf8.suffix(5).elementsEqual(KeptFiles.ending.utf8) ? String(name.dropLast(5)) : name
                if let week = Week(iso: own), week.sunday < cutoff { old.append(entry) }
                if let day = Day(ofReports: own), day < cutoff { old.append(entry) }
                guard name == "lessons", entry.kind == .folder else { continue }
                for page in try folderEntries(entry.path) {
                    let start = String(decoding: page.path.name.prefix(10), as: UTF8.self)
                    if let day = Day(iso: start), day < cutoff { old.append(page) }
                }
            }
            return old
        }
    }

    /// Removes everything but the inbox's files; the freed pages of the database are overwritten and given back.
    func remove(from history: History?) throws(StoreError) {
        if let history {
            let cutoff = cutoff
            try history.write { db in
                try SessionRows.remove(where: "day < ?", [cutoff.iso], db)
                let words = try WordShelf(db)
                let rows = ExportRows(db: db, words: words)
                let numbers = try rows.numbers()
                for export in exports.compactMap({ numbers[$0] }) { try rows.remove(export) }
                try db.execute(sql: "DELETE FROM follow_up WHERE day < ?", arguments: [cutoff.iso])
                for id in messages { try db.execute(sql: "DELETE FROM message WHERE id = ?", arguments: [id]) }
                try UnusedWords.remove(db)
            }
            try history.vacuum()
        }
        try storing("an old report could not be removed") { () throws(SystemError) in
            for entry in reports {
                if entry.kind == .folder { try removeFolder(entry.path) } else { try removeFile(entry.path) }
            }
        }
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
