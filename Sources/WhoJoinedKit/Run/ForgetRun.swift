import DelimitedText
import HostSystem

/// `whojoined forget WHO`: erases one pupil from the history, the reports and the outbox.
///
/// The MIS export, the exports in `inbox/` and the school's own CSVs are the school's: the command says where the pupil
/// still stands, and a later `week` would read it there again.
package struct ForgetRun: Sendable {
    package var options = RunOptions()
    /// Any identifier (also a UPN) or a name.
    package var who: String

    package init(who: String) { self.who = who }

    package func run() -> RunOutcome {
        options.writing(work)
    }

    private func work(in folder: SchoolFolder) throws -> RunOutcome {
        let (school, pupil) = try PersonLookup(school: folder.read()).pupil(
            who, option: "WHO", orFormerIn: folder.reports)
        let history = options.isDryRun ? try History.reading(folder.history) : try History.existing(folder.history)
        let clock = try RunClock(options.now, zone: school.settings.zone)
        let reader = InboxReader(
            hints: try ReadingHints(school.settings, school.timetable.rows, options, week: clock.today.week),
            jobs: 1)
        let files = try folder.inboxListing(takesArriving: true).entries.map(reader.read)
        let eraser = try Eraser(
            pupil, of: school, history: history, exports: files.compactMap(\.export), reports: folder.reports)
        var counts = (history: 0, messages: 0, reports: 0)
        if let history {
            (counts.history, counts.messages) = try eraser.erase(from: history, isDryRun: options.isDryRun)
        }
        counts.reports = try eraser.erase(from: folder.reports, isDryRun: options.isDryRun)
        var outcome = RunOutcome()
        let verb = options.isDryRun ? "Would erase" : "Erased"
        outcome.print(
            "\(verb) \(PlainText.clean(school.roster.pupils[pupil].id.text)) from \(counts.history) records of the history, \(counts.messages) sent messages and \(counts.reports) files of reports/."
        )
        let remains = try remains(eraser, folder)
        for place in remains.found {
            outcome.print(
                "Still in \(place): that file is the school's own; take the pupil out there, or the next run reads them again."
            )
        }
        for place in remains.unread {
            outcome.print(
                "Not looked through: \(place), which cannot be read or is too big; see whether the pupil is named there."
            )
        }
        return outcome
    }

    private static let sizeLimit = 64 * 1_048_576

    /// The school's own files that name the pupil, and those of which that cannot be said.
    private func remains(_ eraser: Eraser, _ folder: SchoolFolder) throws(RunFailure) -> (
        found: [String], unread: [String]
    ) {
        var (found, unread): ([String], [String]) = ([], [])
        var folders = [(folder.path, "")]
        while let (path, name) = folders.popLast() {
            let entries = try failing("the school's folder cannot be looked at") { () throws(SystemError) in
                try folderEntries(path)
            }
            for entry in entries where entry.path.name.first != .fullStop {
                let own = name + HostPath(bytes: entry.path.name).text
                if entry.kind == .folder { folders.append((entry.path, own + "/")) }
                guard entry.kind == .file, !own.utf8.starts(with: "history.sqlite".utf8) else { continue }
                let place = PlainText.clean(own, limit: 200)
                let isReport = own.utf8.starts(with: "reports/".utf8)
                let rows = own.utf8.starts(with: "inbox/".utf8) ? eraser.rows(of: String(own.dropFirst(6))) : []
                switch try? look(at: entry.path, own, eraser) {
                case _ where !rows.isEmpty:
                    let lines = rows.prefix(10).map(String.init).joined(separator: ", ")
                    let more = rows.count > 10 ? " and \(rows.count - 10) more" : ""
                    found.append("\(place), row\(rows.count == 1 ? "" : "s") \(lines)\(more)")
                case .some(true) where !isReport || options.isDryRun == false: found.append(place)
                case .none: unread.append(place)
                default: break
                }
            }
        }
        return (found.sorted(), unread.sorted())
    }

    /// Whether a file names the pupil.
    /// - Throws: when nobody can say: it is too big, or neither text nor a workbook.
    private func look(at path: HostPath, _ name: String, _ eraser: Eraser) throws -> Bool {
        let bytes = try readOrdinaryFile(path, limit: ForgetRun.sizeLimit).bytes
        if name.utf8.starts(with: "reports/".utf8), !Eraser.isNoText(bytes) { return eraser.finds(in: bytes) }
        if let workbook = try workbookTables(bytes, name) {
            return workbook.sheets.contains { eraser.finds(in: $0.bytes) }
        }
        return eraser.finds(in: try decodeText(bytes).bytes)
    }
}
