import DelimitedText
import HostSystem

/// What is past its time below reports/: whole week folders, lesson pages, and the rows of a week whose log must be kept
/// for longer than the rest.
struct ExpiredReports: Sendable {
    /// A week of which the log alone stays, with the rows that are not past their time.
    struct ShortenedWeek: Sendable {
        var folder: HostPath
        var log: [UInt8]
    }

    /// Folders of weeks and days, and lesson pages.
    private(set) var whole: [FileEntry] = []
    private(set) var shortened: [ShortenedWeek] = []
    private let settings: SchoolSettings
    private let today: Day
    private static let logName = "session-log.csv"
    private static let sizeLimit = 64 * 1_048_576

    var count: Int { whole.count + shortened.count }

    init(in folder: HostPath, _ settings: SchoolSettings, today: Day) throws(SystemError) {
        (self.settings, self.today) = (settings, today)
        guard try fileEntry(at: folder)?.kind == .folder else { return }
        let cutoff = today - settings.retentionDays
        for entry in try folderEntries(folder) {
            let name = String(decoding: entry.path.name, as: UTF8.self)
            // The reports of a week or day, and what was kept of them.
            let isKept = name.utf8.suffix(5).elementsEqual(KeptFiles.ending.utf8)
            let own = isKept ? String(name.dropLast(5)) : name
            if let week = Week(iso: own) {
                try look(at: entry, isPast: week.sunday < cutoff, isKept: isKept)
            }
            if let day = Day(ofReports: own), day < cutoff { whole.append(entry) }
            guard name == "lessons", entry.kind == .folder else { continue }
            for page in try folderEntries(entry.path) {
                let start = String(decoding: page.path.name.prefix(10), as: UTF8.self)
                if let day = Day(iso: start), day < cutoff { whole.append(page) }
            }
        }
    }

    private mutating func look(at entry: FileEntry, isPast: Bool, isKept: Bool) throws(SystemError) {
        guard !settings.retentionOfKinds.isEmpty, !isKept, let log = try log(in: entry.path) else {
            if isPast { whole.append(entry) }
            return
        }
        let rows = log.dropFirst()
        let standing = rows.filter { !isExpired($0, log[0]) }
        if standing.isEmpty, isPast || !rows.isEmpty {
            whole.append(entry)
        } else if isPast {
            let isWhole = standing.count == rows.count
            if isWhole, try !holdsMore(entry.path) { return }
            var writer = RecordWriter()
            for row in [log[0]] + standing { writer.write(row) }
            shortened.append(ShortenedWeek(folder: entry.path, log: writer.bytes))
        }
    }

    /// Other files than the log and the list of what was written.
    private func holdsMore(_ folder: HostPath) throws(SystemError) -> Bool {
        try folderEntries(folder).contains {
            !$0.path.name.elementsEqual(Self.logName.utf8) && !$0.path.name.elementsEqual(WrittenFiles.name.utf8)
        }
    }

    /// Header and rows; `nil`: there is none that can be read as one.
    private func log(in folder: HostPath) throws(SystemError) -> [[String]]? {
        let content: FileContent
        do throws(ReadingError) {
            content = try readOrdinaryFile(folder.appending(Self.logName), limit: Self.sizeLimit)
        } catch {
            if case .system(let failure) = error, !failure.isMissing { throw failure }
            return nil
        }
        guard let text = try? decodeText(content.bytes) else { return nil }
        let rows = records(in: text.bytes, delimiter: .comma).records.map(\.texts)
        guard let header = rows.first, header.contains("date"), header.contains("kind") else { return nil }
        return rows
    }

    private func isExpired(_ row: [String], _ header: [String]) -> Bool {
        func cell(_ name: String) -> String {
            header.firstIndex(of: name).flatMap { row.indices.contains($0) ? row[$0] : nil } ?? ""
        }
        guard let day = Day(iso: cell("date")) else { return false }
        let days = SessionKind(rawValue: cell("kind")).map(settings.retentionDays) ?? settings.retentionDays
        return day < today - days
    }

    func remove() throws(SystemError) {
        for entry in whole {
            if entry.kind == .folder { try removeFolder(entry.path) } else { try removeFile(entry.path) }
        }
        for week in shortened {
            var list = WrittenFiles()
            list.sums[HostPath(Self.logName)] = sha256(week.log)
            try replaceFile(week.folder.appending(Self.logName), week.log)
            try replaceFile(week.folder.appending(WrittenFiles.name), list.file.bytes)
            for entry in try folderEntries(week.folder)
            where !entry.path.name.elementsEqual(Self.logName.utf8)
                && !entry.path.name.elementsEqual(WrittenFiles.name.utf8)
            {
                if entry.kind == .folder { try removeFolder(entry.path) } else { try removeFile(entry.path) }
            }
        }
    }
}
