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
        let eraser = try Eraser(pupil, of: school, history: history)
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
                if entry.kind == .folder { if own != "reports" { folders.append((entry.path, own + "/")) } }
                guard entry.kind == .file, !own.utf8.starts(with: "history.sqlite".utf8) else { continue }
                let place = PlainText.clean(own, limit: 200)
                do throws(ReadingError) {
                    if eraser.finds(in: try readOrdinaryFile(entry.path, limit: ForgetRun.sizeLimit).bytes) {
                        found.append(place)
                    }
                } catch {
                    unread.append(place)
                }
            }
        }
        return (found.sorted(), unread.sorted())
    }
}
