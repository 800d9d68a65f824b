import ASCII
import DelimitedText
import HostSystem

/// `whojoined init DIR`: a school's folder with a commented `school.toml` and the school's own files, empty but for
/// their headers.
package struct InitRun: Sendable {
    package var options = RunOptions()
    package var folder: String
    package var name: String?
    package var preset = "none"
    /// `--default`: commands that are told of no school go to this one, also where it is there already.
    package var isDefault = false

    package init(folder: String) { self.folder = folder }

    package func run() -> RunOutcome {
        RunOutcome(of: work)
    }

    private func work() throws -> RunOutcome {
        let root = HostPath(folder)
        let settings = SettingsTemplate.text(name: name ?? "Our School", preset: preset)
        do throws(SettingsRefusal) {
            _ = try readSettings(settings, file: "school.toml", parameters: RuleBook.parameters)
        } catch {
            throw RunFailure(.wrongUsage, error.problems.sortedForReaders.map(\.message))
        }
        let existing = try failing("this folder cannot be looked at", status: .cannotCreate) { () throws(SystemError) in
            try fileEntry(at: root.appending("school.toml"))
        }
        if existing != nil, isDefault {
            var outcome = RunOutcome()
            try makeDefault(root, &outcome)
            return outcome
        }
        if existing != nil {
            throw RunFailure(
                .cannotCreate,
                "\(PlainText.clean(root.appending("school.toml").text, limit: 200)): error: there is a school here already; fix: nothing was changed, choose another folder"
            )
        }
        let files = [("school.toml", Array(settings.utf8))] + InitRun.tables
        var outcome = RunOutcome()
        if !options.isDryRun { try write(files, to: root) }
        if isDefault { try makeDefault(root, &outcome) }
        if options.isQuiet { return outcome }
        for (name, _) in files {
            outcome.print(
                "\(options.isDryRun ? "would write" : "wrote") \(PlainText.clean(root.appending(name).text, limit: 300))"
            )
        }
        for line in InitRun.advice { outcome.print(line) }
        return outcome
    }

    private func makeDefault(_ root: HostPath, _ outcome: inout RunOutcome) throws(RunFailure) {
        let file = options.isDryRun ? DefaultSchool.ofAccount : try DefaultSchool.write(root)
        guard let file, !options.isQuiet else { return }
        outcome.print(
            "\(options.isDryRun ? "would write" : "wrote") \(PlainText.clean(file.text, limit: 300)): whojoined goes to this school from any folder"
        )
    }

    private func write(_ files: [(String, [UInt8])], to root: HostPath) throws(RunFailure) {
        try failing("the school's folder could not be made", status: .cannotCreate) { () throws(SystemError) in
            try createFolders(root)
            for name in ["roster", "inbox"] { try createFolders(root.appending(name)) }
            for (name, bytes) in files where try fileEntry(at: root.appending(name)) == nil {
                try createFile(root.appending(name), bytes, flush: true)
            }
            try flushFolder(root)
        }
    }

    /// Headers only: a file without lines says nothing, and nobody is accused for it.
    private static var tables: [(String, [UInt8])] {
        let staff = SchoolCSV.Layout(
            file: "roster/staff.csv",
            columns: ["Staff Code", "Title", "Forename", "Surname", "Email", "Phone", "Personal Meeting ID"])
        return (SchoolCSV.Layout.all + [staff]).map { layout in
            (layout.file, ByteOrderMark.utf8 + Array((layout.columns.joined(separator: ",") + "\r\n").utf8))
        }
    }

    private static let advice = [
        "",
        "Next:",
        "  1. Put the MIS export of pupils (and contacts) into roster/.",
        "  2. Fill in timetable.csv, or remove it: then every export is a session of its class.",
        "  3. Look through school.toml: name, e-mail domains, policy.",
        "  4. Put participant exports into inbox/ and run: whojoined check",
        "  5. Families to reach now: whojoined day. The week's reports: whojoined week",
    ]
}
