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
        do throws(RunFailure) { return try await work() } catch { return error.outcome }
    }

    private func work() async throws(RunFailure) -> RunOutcome {
        let folder = SchoolFolder(options.school)
        let lock = try folder.lock(unless: options.isDryRun)
        defer { _ = lock }
        async let content = outcomeOf { () async throws(RunFailure) in
            try await HistoryContent(folder.history, isDryRun: options.isDryRun, jobs: options.jobs)
        }
        async let listing = Result { () throws(RunFailure) in try InboxReader.list(folder.inbox, jobs: options.jobs) }
        async let texts = readTemplates()
        let reader = try folder.open()
        // The roster, names to compare and the timetable by days are made while the exports are read.
        async let rest = Result { () throws(RunFailure) in SessionFinder(try reader.readRest()) }
        let found = await listing
        var early = await lookEarly(folder, reader, found)
        let finder = try await rest.get()
        let school = finder.school
        let (templates, mistakes) = await texts
        if !mistakes.isEmpty { throw RunFailure(.badSettings, mistakes.sortedForReaders.map(\.message)) }
        let clock = try RunClock(options.now, zone: school.settings.zone)
        let week = try chosenWeek(clock)
        var stored = try await content.get()
        try await stored.bringUpToDate(jobs: options.jobs)
        let memory = WeekMemory(stored, school, options, week: week, today: clock.today)
        var (inbox, known) = try await readInbox(school, memory, week: week, try found.get(), &early)
        if known.isEmpty, !inbox.files.contains(where: \.isUsable), !inbox.allProblems.isEmpty {
            throw RunFailure(
                .nothingUsable, options.messages(of: (school.problems + inbox.allProblems).sortedForReaders, in: folder)
            )
        }
        if inbox.files.count > WeekRun.manyExports { tell("finding out who was who …") }
        let remembered = try memory.remembered(besides: inbox)
        let (files, misfits) = (inbox.files, inbox.problems)
        async let inputs = RunInputs(InboxReading(files: files, problems: misfits), known)
        let judged = await judgeWeek(
            week, by: finder, exports: inbox.takeExports(keeping: week.monday...week.sunday),
            remembered: remembered.map(\.export),
            past: memory.past(besides: files), now: clock.now, jobs: options.jobs)
        async let weekly = judged.result()
        let accounts = RowTallies(judged.learnt)
        let target = out.map { HostPath($0) } ?? folder.reports(of: week)
        if options.isDryRun {
            var result = await weekly
            await inputs.complete(&result, remembered, accounts)
            return preview(result, await weekReports(result, templates: templates, jobs: options.jobs), target: target)
        }
        let reading = WeekMemory.Reading(inbox: inbox, known: known, remembered: remembered, accounts: accounts)
        let reports = try ReportFolder(aside: target)
        // What the history is to hold is made while one core looks at the week as a whole, and kept while the reports
        // are made.
        let learning = Task {
            await outcomeOf { () async throws(RunFailure) in
                let dayRecords = try await memory.dayRecords(of: judged.learnt, from: reading, jobs: options.jobs)
                try memory.keep(dayRecords)
                return dayRecords
            }
        }
        var result = await weekly
        await inputs.complete(&result, remembered, accounts)
        async let outcome = outcome(result, target: target)
        let parts = weekParts(result, templates, width: options.jobs * 4)
        let dayRecords = try await put(parts, into: reports, learning)
        Leftovers.keep(judged, reading, memory, finder, parts, dayRecords, await inputs)
        return await outcome
    }

    /// Builds the reports aside while the history is written and kept, then puts them in place by one rename: whatever
    /// fails leaves the old ones whole. A history that is ahead of its reports is what a killed run leaves too, and the
    /// next run judges the week again.
    /// - Returns: what the history has learnt.
    private func put(
        _ parts: WeekParts, into folder: ReportFolder, _ learning: Task<Result<[DayRecord], RunFailure>, Never>
    ) async throws(RunFailure) -> [DayRecord] {
        do throws(RunFailure) { try await folder.write(parts, jobs: options.jobs) } catch {
            _ = await learning.value
            throw error
        }
        async let flushed = folder.flushed()
        let dayRecords: [DayRecord]
        do throws(RunFailure) { dayRecords = try await learning.value.get() } catch {
            _ = await flushed
            folder.discard()
            throw error
        }
        try await flushed.get()
        try folder.putInPlace()
        return dayRecords
    }

    /// Fewer are done before a person has read the line.
    private static let manyExports = 500

    /// Reads the exports that no history can know, while the roster is. What goes wrong here does so again, and is
    /// said, in its turn.
    /// - Returns: one for each file of the inbox; empty: none was looked at.
    private func lookEarly(
        _ folder: SchoolFolder, _ school: SchoolReader, _ listing: Result<InboxReader.Listing, RunFailure>
    ) async -> [InboxReader.Reading?] {
        guard options.jobs > 1, case .success(let (candidates, _)) = listing,
            let clock = try? RunClock(options.now, zone: school.settings.zone),
            let week = try? chosenWeek(clock), let rows = school.timetableRows,
            let hints = try? ReadingHints(school.settings, rows, options, week: week)
        else { return [] }
        // Nobody can set back the time of an inode's last change, and a run writes the history after it has read the
        // exports.
        let written = (try? fileEntry(at: folder.history))?.stamp.changed ?? .min
        let count = candidates.count { $0.stamp.changed > written }
        if count == 0 { return [] }
        tellReading(count)
        return await concurrentMap(candidates, jobs: options.jobs) {
            $0.stamp.changed > written ? InboxReader.readOne($0, hints) : nil
        }
    }

    private func tellReading(_ count: Int) {
        if count > WeekRun.manyExports { tell("reading \(count) exports …") }
    }

    private func readInbox(
        _ school: School, _ memory: WeekMemory, week: Week, _ listing: InboxReader.Listing,
        _ early: inout [InboxReader.Reading?]
    ) async throws(RunFailure) -> (InboxReading, known: [StoredExport]) {
        let reader = InboxReader(
            hints: try ReadingHints(school.settings, school.timetable.rows, options, week: week), jobs: options.jobs)
        let candidates = listing.candidates
        var (new, known) = await memory.known(candidates, jobs: options.jobs)
        tellReading(new.count { early.isEmpty || early[$0] == nil })
        let looks = early.isEmpty ? [] : new.map { early[$0] }
        // A term of rows is held once.
        early = []
        var readings = await reader.read(
            new.map { candidates[$0] }, early: consume looks, siblings: known.flatMap(\.siblingOrders))
        while true {
            let again = memory.touched(known, by: readings)
            if again.isEmpty { break }
            let new = candidates.filter { again.contains($0.name) }
            known.removeAll { again.contains($0.name) }
            readings += await reader.read(
                new,
                siblings: known.flatMap(\.siblingOrders) + readings.compactMap(\.read).flatMap(\.facts.siblingOrders))
            readings.sort { $0.file.name < $1.file.name }
        }
        var inbox = InboxReader.united(readings, known: memory.names(of: known))
        inbox.problems = listing.problems
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
