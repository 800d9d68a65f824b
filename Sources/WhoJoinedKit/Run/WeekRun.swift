import HostSystem

/// `whojoined week`: reads the inbox, writes the week's reports, remembers what it learnt.
package struct WeekRun: Sendable {
    package var options = RunOptions()
    /// `2026-W47`; `nil`: the week of `ending`, else the current one.
    package var week: String?
    /// A day of the week, or `today`.
    package var ending: String?
    /// The folder that becomes the week's folder; `nil`: `reports/2026-W47`.
    package var out: String?
    /// What a person in front of a terminal is told while a long run works; silent by default, and so under cron.
    package var tell: @Sendable (String) -> Void = { _ in }

    package init() {}

    package func run() async -> RunOutcome {
        await RunOutcome(of: work)
    }

    private func work() async throws -> RunOutcome {
        let folder = SchoolFolder(options.school)
        let lock = try folder.lock(unless: options.isDryRun)
        defer { _ = lock }
        let school = try folder.read()
        let (templates, mistakes) = readTemplates()
        if !mistakes.isEmpty { throw RunFailure(.badSettings, mistakes.sortedForReaders.map(\.message)) }
        let clock = try RunClock(options.now, zone: school.settings.zone)
        let week = try chosenWeek(clock)
        let memory = try WeekMemory(
            HistoryContent(folder.history, isDryRun: options.isDryRun), school, options: options.aboutReading,
            week: week, today: clock.today)
        var (inbox, known) = try await readInbox(folder, school, memory, week: week)
        if known.isEmpty, !inbox.files.contains(where: \.isUsable), !inbox.allProblems.isEmpty {
            throw RunFailure(
                .nothingUsable, options.messages(of: (school.problems + inbox.allProblems).sortedForReaders, in: folder)
            )
        }
        if inbox.files.count > WeekRun.manyExports { tell("finding out who was who …") }
        let remembered = try memory.remembered(besides: inbox)
        let inputs = RunInputs(InboxReading(files: inbox.files, problems: inbox.problems), known)
        let past = memory.past(besides: inbox.files)
        let judged = await judgeWeek(
            week, by: SessionFinder(school), exports: inbox.takeExports(keeping: week.monday...week.sunday),
            remembered: remembered.map(\.export), past: past, now: clock.now,
            jobs: options.jobs)
        let accounts = RowTallies(judged.learnt)
        var result = judged.result()
        inputs.complete(&result, remembered, accounts)
        let target = out.map { HostPath($0) } ?? folder.reports(of: week)
        if options.isDryRun {
            return preview(result, await weekReports(result, templates: templates, jobs: options.jobs), target: target)
        }
        let reports = try ReportFolder(aside: target)
        try await reports.write(weekParts(result, templates, width: options.jobs * 4), jobs: options.jobs)
        do {
            try reports.flush()
            let reading = WeekMemory.Reading(inbox: inbox, known: known, remembered: remembered, accounts: accounts)
            try memory.keep(await memory.dayRecords(of: judged.learnt, from: reading, jobs: options.jobs))
        } catch {
            reports.discard()
            throw error
        }
        try reports.putInPlace()
        return outcome(result, target: target)
    }

    /// Fewer are done before a person has read the line.
    private static let manyExports = 500

    private func tellReading(_ count: Int) {
        if count > WeekRun.manyExports { tell("reading \(count) exports …") }
    }

    private func readInbox(
        _ folder: SchoolFolder, _ school: School, _ memory: WeekMemory, week: Week
    ) async throws -> (InboxReading, known: [StoredExport]) {
        let reader = InboxReader(
            hints: try ReadingHints(school.settings, school.timetable.rows, options, week: week), jobs: options.jobs)
        let (candidates, problems) = try InboxReader.list(folder.inbox, jobs: options.jobs)
        var (new, known) = await memory.known(candidates, jobs: options.jobs)
        tellReading(new.count)
        var readings = await reader.read(new.map { candidates[$0] }, siblings: known.flatMap(\.siblingOrders))
        while true {
            let again = memory.touched(known, by: readings)
            if again.isEmpty { break }
            known.removeAll { again.contains($0.name) }
            readings += await reader.read(
                candidates.filter { again.contains($0.name) },
                siblings: known.flatMap(\.siblingOrders) + readings.compactMap(\.read).flatMap(\.facts.siblingOrders))
            readings.sort { $0.file.name < $1.file.name }
        }
        var inbox = InboxReader.united(readings, known: memory.names(of: known))
        inbox.problems = problems
        return (inbox, known)
    }

    private func chosenWeek(_ clock: RunClock) throws(RunFailure) -> Week {
        if let week {
            guard let week = Week(iso: week) else {
                throw RunFailure(.wrongUsage, "--week: error: not an ISO week; fix: write it as 2026-W47")
            }
            return week
        }
        guard let ending, ending != "today" else { return clock.today.week }
        guard let day = Day(iso: ending) else {
            throw RunFailure(.wrongUsage, "--ending: error: not a date; fix: write it as 2026-11-20, or today")
        }
        return day.week
    }

    /// `--dry-run`: what would be written.
    private func preview(_ result: WeekResult, _ reports: [ReportFile], target: HostPath) -> RunOutcome {
        var outcome = outcome(result, target: target)
        outcome.output = []
        for file in reports {
            outcome.print(
                "would write \(PlainText.clean(target.appending(file.path).text, limit: 400)) (\(file.bytes.count) bytes)"
            )
        }
        outcome.print(result.account.line)
        return outcome
    }

    private func outcome(_ result: WeekResult, target: HostPath) -> RunOutcome {
        var outcome = RunOutcome(
            result.problems.hasErrors ? .someInputUnusable : .done,
            messages: options.messages(of: result.problems, in: SchoolFolder(options.school)))
        if let failOn = options.failOn, result.findingCount(where: { $0.severity >= failOn.severity }) > 0 {
            outcome.status = .findings
        }
        if options.isQuiet && outcome.status == .done { return RunOutcome() }
        switch options.format {
        case .text:
            for line in summary(result, target: target) { outcome.print(line) }
            outcome.print(result.account.line)
        // For a program: the account stands in run.json, or is a message.
        case .csv:
            outcome.output = findingsFile(ReportContext(result)).bytes
            outcome.messages.append(result.account.line)
        case .json: outcome.output = runRecord(result).bytes
        }
        return outcome
    }

    /// What a person at the terminal wants to know first; the rest is in the reports.
    private func summary(_ result: WeekResult, target: HostPath) -> [String] {
        let expected = result.sessions.count { $0.session.lesson != nil }
        let covered = result.sessions.count { $0.session.lesson != nil && $0.session.hasData }
        let unscheduled = result.sessions.count { $0.session.lesson == nil }
        var sessions = expected > 0 ? ["\(covered) of \(expected) expected sessions have an export"] : []
        if unscheduled > 0 || expected == 0 {
            sessions.append("\(counted(unscheduled, "session"))\(expected > 0 ? " not in the timetable" : "")")
        }
        let counts = [Severity.safeguarding, .followUp].map { severity in
            result.findingCount { $0.severity == severity }
        }
        return [
            "\(PlainText.clean(result.school.settings.name))   week \(result.week.iso)   \(result.now < result.school.settings.zone.interval(of: result.week.sunday).end ? "so far" : "ended")",
            sessions.joined(separator: "; "),
            "\(counted(counts[0], "safeguarding finding")), \(counts[1]) to follow up; see slt-summary.txt first",
            "Reports: \(PlainText.clean(target.text, limit: 300))",
        ]
    }
}

extension RunOptions.FailOn {
    var severity: Severity { self == .safeguarding ? .safeguarding : .followUp }
}

extension ReadingHints {
    /// - Throws: wrong usage, for an order or a date that is none.
    init(_ settings: SchoolSettings, _ rows: [Timetable.Row], _ options: RunOptions, week: Week) throws(RunFailure) {
        try self.init(options, settings)
        now = try RunClock(options.now, zone: zone).now
        jobs = options.jobs
        for row in rows {
            switch row.time {
            case .date(let day): expectedDays.insert(day)
            case .weekday(let weekday): expectedDays.insert(week.monday + (weekday - 1))
            }
        }
    }
}
