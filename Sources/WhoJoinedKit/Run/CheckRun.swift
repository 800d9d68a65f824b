import HostSystem

/// `whojoined check`: reads everything, writes nothing, lists every problem with its fix.
package struct CheckRun: Sendable {
    package var options = RunOptions()
    package var week: String?

    /// A class list changes every few weeks; one this old has missed somebody.
    static let staleDays = 60

    package init() {}

    package func run() async -> RunOutcome {
        await RunOutcome(of: work)
    }

    private func work() async throws -> RunOutcome {
        let folder = SchoolFolder(options.school)
        let (templates, mistakes) = readTemplates()
        var school = try folder.read()
        let clock = try RunClock(options.now, zone: school.settings.zone)
        try school.restoreFormerPupils(from: History.reading(folder.history), today: clock.today)
        guard let week = week.map({ Week(iso: $0) }) ?? clock.today.week else {
            throw RunFailure(.wrongUsage, "--week: error: not an ISO week; fix: write it as 2026-W47")
        }
        let source = try WholeInbox(folder, &school, options, week: week, today: clock.today)
        let run = try await Pipeline(school, now: clock.now, jobs: options.jobs).run(source)
        let (result, inbox) = (run.result, run.input.inbox)
        var problems =
            mistakes + templates.letters.notes(on: school) + result.problems + inbox.allProblems
            + evidenceNotes(school, exports: inbox.exports)
        problems += school.roster.summaries
        problems += try staleRosters(folder) + coverageHoles(result)
        try checkHistory(folder)
        problems += school.policyProblems(on: clock.today)
        problems += try failing("the school's folder cannot be looked at") { () throws(SystemError) in
            try WeakSettings(school, in: folder).problems()
        }
        return outcome(problems.sortedForReaders, result, files: inbox.files.count, today: clock.today)
    }

    private func staleRosters(_ folder: SchoolFolder) throws(RunFailure) -> [Problem] {
        let roster = folder.path.appending("roster")
        let entries = try failing("the roster cannot be looked at") { () throws(SystemError) in
            try fileEntry(at: roster)?.kind == .folder ? try folderEntries(roster) : []
        }
        return entries.filter { $0.kind == .file && !isPassingFile($0.path.name) }.compactMap { entry in
            let days = (Machine.clock() - entry.stamp.modified) / 86_400_000_000_000
            guard days > CheckRun.staleDays else { return nil }
            return Problem(
                "roster/\(HostPath(bytes: entry.path.name).text)", code: "stale",
                "not changed for \(days) days; new pupils would be taken for strangers",
                fix: "export it from the MIS again", severity: .warning)
        }
    }

    /// Expected sessions of the week that are over and without an export.
    private func coverageHoles(_ result: WeekResult) -> [Problem] {
        let zone = result.school.settings.zone
        return result.sessions.filter { session in session.findings.contains { $0.rule == .noExport } }.map { judged in
            let session = judged.session
            let lead = session.lesson.map(\.leadStaff).flatMap { $0.isEmpty ? nil : " (\($0))" } ?? ""
            return Problem(
                "inbox", code: "no-export",
                "no export of \(session.classText) on \(session.day.short) at \(zone.time(of: session.start).short)\(lead)",
                fix: "download it before the platform deletes it", severity: .warning)
        }
    }

    private func checkHistory(_ folder: SchoolFolder) throws(StoreError) {
        guard let history = try History.existing(folder.history) else { return }
        try history.close()
    }

    private static func table(_ problems: [Problem]) -> [UInt8] {
        commandTable(["file", "line", "severity", "code", "what", "fix"]) { writer in
            for problem in problems {
                writer.write([
                    PlainText.clean(problem.file, limit: 400), problem.line.map(String.init) ?? "",
                    problem.severity.rawValue, problem.code,
                    PlainText.clean(problem.what, limit: 400), PlainText.clean(problem.fix, limit: 400),
                ])
            }
        }
    }

    private func outcome(_ problems: [Problem], _ result: WeekResult, files: Int, today: Day) -> RunOutcome {
        var outcome = RunOutcome(problems.hasErrors ? .someInputUnusable : .done)
        switch options.format {
        case .json: outcome.print(JSONValue.array(problems.map(\.json)).text(pretty: true))
        case .csv: outcome.output = CheckRun.table(problems)
        case .text, .html:
            for message in options.messages(of: problems, in: SchoolFolder(options.school)) { outcome.print(message) }
            if options.isQuiet { return outcome }
            let roster = result.school.roster
            outcome.print(
                "Read \(counted(roster.pupils.count, "pupil")), \(roster.staff.count) staff, \(counted(roster.classes.count, "class", "classes")), "
                    + "\(counted(result.school.timetable.rows.count, "timetable row")), \(counted(files, "export"))."
            )
            for register in result.school.registers(on: today) where !register.missing.isEmpty {
                outcome.print(register.sentence)
            }
            let counts = [Problem.Severity.error, .warning, .note].map { severity in
                (severity, problems.count { $0.severity == severity })
            }
            let words = counts.filter { $0.1 > 0 }.map { "\($0.1) \($0.0.rawValue)\($0.1 == 1 ? "" : "s")" }
            outcome.print(
                words.isEmpty
                    ? "No problems. Nothing was written." : "\(words.joined(separator: ", ")). Nothing was written.")
        }
        return outcome
    }
}
