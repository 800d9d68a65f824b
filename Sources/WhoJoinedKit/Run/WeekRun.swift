import HostSystem

/// `whojoined week`: reads the inbox, writes the week's reports, remembers what it learnt.
package struct WeekRun: Sendable {
    package var options = RunOptions()
    /// `2026-W47`; `nil`: the week of `ending`, else the current one.
    package var week: String?
    /// An old week is judged by today's roll, not by that of then.
    package var isByTodaysRoll = false
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
        var school = try folder.read()
        let (templates, mistakes) = readTemplates()
        if !mistakes.isEmpty { throw RunFailure(.badSettings, mistakes.sortedForReaders.map(\.message)) }
        let clock = try RunClock(options.now, zone: school.settings.zone)
        let week = try chosenWeek(clock, school.settings)
        let memory = try WeekMemory(
            folder.history, isDryRun: options.isDryRun, of: school, options: options.aboutReading, week: week,
            today: clock.today)
        try school.addLostHolds(from: memory.history, until: week)
        school.quietenLines(about: Set(memory.sessions.everybody.map { PersonLookup.key($0.text) }))
        if !isByTodaysRoll {
            try school.restoreFormerPupils(from: memory.history, today: clock.today)
            school.rollsOfThen = memory.rollsOfThen
        }
        let pipeline = Pipeline(school, now: clock.now, jobs: options.jobs)
        let run = try await pipeline.run(NewExports(folder, school, memory, options, tell: tell))
        var result = run.resultWithInputs()
        result.problems = (result.problems + templates.letters.notes(on: school)).sortedForReaders
        let target = out.map { HostPath($0) } ?? folder.reports(of: week)
        if options.isDryRun {
            let reports = WeekReports(result, templates, try LessonPages(in: target))
            return preview(result, await reports.files(jobs: options.jobs), reports.summary, target: target)
        }
        let aside = try ReportFolder(target, of: week, isStated: out != nil, folder)
        let reports = WeekReports(result, templates, try LessonPages(in: target))
        let kept = try await publish(reports, result, run, memory, in: aside)
        var outcome = outcome(result, reports.summary, target: target)
        outcome.messages += kept.messages(in: folder)
        outcome.messages +=
            PastChanges(
                of: run.pastSessions, against: memory.sessions, inReportsOf: memory.reportedWeeks, before: week
            ).messages
        if let hint = hintOfOtherWeeks(run), !options.isQuiet, options.format == .text { outcome.messages.append(hint) }
        return outcome
    }

    /// Nothing of this week is there, but exports of others are.
    private func hintOfOtherWeeks(_ run: PipelineResult) -> String? {
        if run.result.sessions.contains(where: \.session.hasData) { return nil }
        let days = run.storedSessions.filter { !$0.past.exports.isEmpty }.map(\.past.day)
        let known = run.input.known.compactMap(\.days?.lowerBound)
        let weeks = Set((days + known).map(\.week.iso)).subtracting([run.input.week.iso]).sorted()
        guard let latest = weeks.last else { return nil }
        return
            "No export is of \(run.input.week.iso). The inbox has exports of \(weeks.suffix(3).joined(separator: ", ")): whojoined week --week \(latest)"
    }

    /// Builds the reports aside, writes the history, then puts the reports in place by one rename: whatever fails leaves
    /// the old ones whole. A history that is ahead of its reports is what a killed run leaves too, and the next run
    /// judges the week again.
    private func publish(
        _ reports: WeekReports, _ result: WeekResult, _ run: PipelineResult, _ memory: WeekMemory,
        in folder: consuming ReportFolder
    ) async throws(StoreError) -> [KeptFiles.File] {
        let outbox = OutboxFolder(of: folder.target)
        let sent = try outbox.sentFiles(memory.history.map { Outbox(history: $0) })
        try await folder.write(reports.parts, jobs: options.jobs)
        try folder.write(outbox.files(sent))
        try folder.flush()
        do throws(StoreError) {
            try await HistoryUpdate(
                memory: memory, inbox: run.input.inbox, known: run.input.known,
                remembered: run.input.remembered + run.input.elsewhere,
                tallies: run.tallies, sessions: run.storedSessions, result: result, jobs: options.jobs
            ).save()
        } catch {
            folder.discard()
            throw error
        }
        try folder.putInPlace()
        return folder.moved
    }

    private func chosenWeek(_ clock: RunClock, _ settings: SchoolSettings) throws(RunFailure) -> Week {
        let isUnsaid = week == nil && ending == nil && settings.reportsLastFullWeek
        if isUnsaid { return try clock.week("last") }
        if week != nil { return try clock.week(week) }
        guard let ending, ending != "today" else { return clock.today.week }
        guard let day = Day(iso: ending) else {
            throw RunFailure(.wrongUsage, "--ending: error: not a date; fix: write it as 2026-11-20, or today")
        }
        return day.week
    }

    /// `--dry-run`: what would be written.
    private func preview(_ result: WeekResult, _ files: [ReportFile], _ summary: SLTSummary, target: HostPath)
        -> RunOutcome
    {
        var outcome = outcome(result, summary, target: target)
        outcome.output = []
        for file in files {
            outcome.print(
                "would write \(PlainText.clean(target.appending(file.path).text, limit: 400)) (\(file.bytes.count) bytes)"
            )
        }
        outcome.print(result.tally.line)
        return outcome
    }

    private func outcome(_ result: WeekResult, _ summary: SLTSummary, target: HostPath) -> RunOutcome {
        var outcome = RunOutcome(
            result.problems.hasErrors ? .someInputUnusable : .done,
            messages: options.messages(of: result.problems, in: SchoolFolder(options.school)))
        if let failOn = options.failOn, result.findingCount(where: { $0.severity >= failOn.severity }) > 0 {
            outcome.status = .findings
        }
        if options.isQuiet && outcome.status == .done { return RunOutcome() }
        switch options.format {
        case .text, .html:
            for line in lines(result, summary, target: target) { outcome.print(line) }
            outcome.print(result.tally.line)
        // For a program: the account stands in run.json, or is a message.
        case .csv:
            outcome.output = findingsTable(ReportContext(result))
            outcome.messages.append(result.tally.line)
        case .json: outcome.output = runRecord(result).bytes
        }
        return outcome
    }

    /// What a person at the terminal wants to know first, in the numbers of SLT's page; the rest is in the reports.
    private func lines(_ result: WeekResult, _ summary: SLTSummary, target: HostPath) -> [String] {
        let isOver = result.now >= result.school.settings.zone.interval(of: result.week.sunday).end
        let forLead = result.findingCount { $0.audiences.isForLeadAlone }
        return [
            "\(PlainText.clean(result.school.settings.name))   week \(result.week.iso)   \(isOver ? "ended" : "so far")",
            summary.coverage,
            "\(counted(summary.safeguardingCount, "safeguarding finding")), \(summary.decisionCount) for SLT to decide; see slt-summary.txt first",
        ] + (forLead > 0 ? ["\(forLead) for the safeguarding lead alone; see dsl.txt"] : []) + [
            "Reports: \(PlainText.clean(target.text, limit: 300))"
        ]
    }
}

extension RunOptions.FailOn {
    var severity: Severity { self == .safeguarding ? .safeguarding : .followUp }
}
