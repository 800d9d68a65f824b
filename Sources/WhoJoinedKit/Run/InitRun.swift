import DelimitedText
import HostSystem

/// `whojoined init DIR`: a school's folder with a commented `school.toml` and the school's own files, empty but for
/// their headers.
package struct InitRun: Sendable {
    package var options = RunOptions()
    package var folder: String
    package var name: String?
    package var preset = "none"

    package init(folder: String) { self.folder = folder }

    package func run() -> RunOutcome {
        RunOutcome(of: work)
    }

    private func work() throws -> RunOutcome {
        let root = HostPath(folder)
        let settings = SettingsTemplate.text(name: name ?? "Our School", preset: preset)
        do throws(SettingsRefusal) { _ = try readSettings(settings, file: "school.toml") } catch {
            throw RunFailure(.wrongUsage, error.problems.sortedForReaders.map(\.message))
        }
        let existing = try failing("this folder cannot be looked at", status: .cannotCreate) { () throws(SystemError) in
            try fileEntry(at: root.appending("school.toml"))
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
        if options.isQuiet { return outcome }
        for (name, _) in files {
            outcome.print(
                "\(options.isDryRun ? "would write" : "wrote") \(PlainText.clean(root.appending(name).text, limit: 300))"
            )
        }
        for line in InitRun.advice { outcome.print(line) }
        return outcome
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
            (layout.file, utf8Mark + Array((layout.columns.joined(separator: ",") + "\r\n").utf8))
        }
    }

    private static let advice = [
        "",
        "Next:",
        "  1. Put the MIS export of pupils (and contacts) into roster/.",
        "  2. Fill in timetable.csv, or remove it: then every export is a session of its class.",
        "  3. Look through school.toml: name, e-mail domains, policy.",
        "  4. Put participant exports into inbox/ and run: whojoined check",
    ]
}

/// The `school.toml` of `init`: every key with what it does, those that most schools leave alone commented out.
enum SettingsTemplate {
    static func text(name: String, preset: String) -> String {
        """
        # The settings of one school. Lines that begin with # are comments; take the # away to use one.
        # An unknown key is an error that names its line: nothing is silently ignored.

        [school]
        name = \(quoted(name))
        domains = []                         # the school's own e-mail domains: ["oakfield.sch.uk"]
        time-zone = "Europe/London"
        # date-order = "day-first"           # or "month-first": only for exports that cannot decide it themselves
        # hours = "08:30-16:00"              # when online sessions with pupils may be held
        # days-off = ["2026-12-21/2027-01-01", "2027-05-03"]
        retention-days = 365                 # how long sessions are remembered: whojoined purge

        [policy]
        preset = \(quoted(preset))           # zoom-primary, meet-primary or none: which rules are on

        # Any rule of the preset can be changed. A clause of your own policy is printed in the reports.
        # [rules.late]
        # on = true
        # after-minutes = 5
        # clause = "Video Conferencing Policy 5.1"

        # [rules.one-adult]
        # on = true
        # minimum = 2                        # adults of the school in the call
        # grace-seconds = 60                 # a gap this short is not reported
        # recording-suffices = false

        # [rules.camera-off]
        # on = true
        # minimum-share = 0.5

        # [rules.left-early]
        # on = true
        # before-minutes = 10

        # [rules.short-stay]
        # on = true
        # minimum-share = 0.5

        # [rules.came-and-went]
        # on = true
        # more-than = 3

        # [rules.unsupervised]
        # on = true
        # grace-seconds = 60

        # [rules.over-use]
        # on = true
        # minutes-per-week = 600

        # [rules.unapproved-platform]
        # on = true
        # pupils = ["zoom"]                  # zoom, meet, teams, schoolcloud
        # parents = ["schoolcloud", "teams"]
        # staff = ["teams"]

        # Messages are written by whojoined mail, and sent only with --send.
        # [mail]
        # sendmail = "/usr/sbin/sendmail"
        # from = "office@oakfield.sch.uk"
        # slt = ["head@oakfield.sch.uk"]
        # limit = 200                        # messages per run at most

        # [contacts]
        # ask-means-yes = false              # true: contacts of rosters that cannot say who may be written to may be

        # A school's own headers: what we call it, and what your export calls it.
        # [roster.columns]
        # legal-given = "Pupil first name"

        # [schedule.columns]
        # start = "Appointment time"

        """
    }

    private static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in PlainText.clean(text).unicodeScalars {
            if scalar == "\"" || scalar == "\\" { out += "\\" }
            out.unicodeScalars.append(scalar)
        }
        return out + "\""
    }
}
