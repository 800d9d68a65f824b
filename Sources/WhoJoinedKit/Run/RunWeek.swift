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

    package init() {}

    package func run() async -> RunOutcome {
        do throws(RunFailure) { return try await work() } catch { return error.outcome }
    }

    private func work() async throws(RunFailure) -> RunOutcome {
        let folder = SchoolFolder(options.school)
        let lock = options.isDryRun ? nil : try folder.lock()
        defer { _ = lock }
        let school = try folder.read()
        let clock = try RunClock(options.now, zone: school.settings.zone)
        let week = try chosenWeek(clock)
        let inbox = try await readInbox(of: folder, school, week: week)
        if inbox.candidates > 0, !inbox.hasUsable {
            throw RunFailure(.nothingUsable, (school.problems + inbox.problems).sortedForReaders.map(\.message))
        }
        var judged = await judgeWeek(week, of: school, exports: inbox.exports, past: [], now: clock.now, jobs: options.jobs)
        let accounts = RowAccounts(inbox.exports, flagged: flaggedRows(judged.learnt))
        judged.result.inputs = school.inputs + inputs(inbox, accounts)
        judged.result.account = judged.result.inputs.compactMap(\.account).reduce(RowAccount(), +)
        judged.result.problems = (school.problems + inbox.problems).sortedForReaders
        let target = out.map { HostPath($0) } ?? folder.reports(of: week)
        try publish(judged.result, to: target)
        return outcome(judged.result, target: target)
    }

    private func readInbox(of folder: SchoolFolder, _ school: School, week: Week) async throws(RunFailure) -> InboxReading {
        let hints = try ReadingHints(school, options, week: week)
        let reader = InboxReader(hints: hints, jobs: options.jobs)
        let (candidates, problems) = try reader.list(folder.inbox)
        var inbox = await reader.read(candidates)
        inbox.problems += problems
        inbox.candidates += problems.count
        return inbox
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

    private func flaggedRows(_ learnt: [LearntSession]) -> [String: Int] {
        var counts: [String: Int] = [:]
        for session in learnt { counts.merge(session.flagged, uniquingKeysWith: +) }
        return counts
    }

    private func inputs(_ inbox: InboxReading, _ accounts: RowAccounts) -> [InputFile] {
        inbox.files.map { file in
            InputFile(name: "inbox/\(file.name)", sha256: file.sha256, size: file.stamp.size, account: accounts.byFile[file.sameAs ?? file.name])
        }
    }

    private func publish(_ result: WeekResult, to target: HostPath) throws(RunFailure) {
        let files: [ReportFile]
        do { files = try weekReports(result) } catch {
            throw RunFailure(.badSettings, "Templates: error: a template is wrong: \(PlainText.clean("\(error)")); fix: mend or remove it")
        }
        if options.isDryRun { return }
        var folder = try ReportFolder(aside: target)
        try folder.write(files + [runRecord(result)])
        try folder.flush()
        try folder.putInPlace()
    }

    private func outcome(_ result: WeekResult, target: HostPath) -> RunOutcome {
        var outcome = RunOutcome(result.problems.hasErrors ? .someInputUnusable : .done, messages: result.problems.map(\.message))
        if let failOn = options.failOn, result.findings.contains(where: { $0.severity >= failOn.severity }) { outcome.status = .findings }
        if options.isQuiet && outcome.status == .done { return outcome }
        outcome.print(result.account.line)
        return outcome
    }
}

extension RunOptions.FailOn {
    var severity: Severity { self == .safeguarding ? .safeguarding : .followUp }
}

extension ReadingHints {
    /// - Throws: wrong usage, for an order or a date that is none.
    init(_ school: School, _ options: RunOptions, week: Week) throws(RunFailure) {
        self.init()
        zone = school.settings.zone
        settingsOrder = school.settings.dateOrder
        switch options.dateOrder {
        case nil: break
        case "day-first": commandLineOrder = .dayFirst
        case "month-first": commandLineOrder = .monthFirst
        default: throw RunFailure(.wrongUsage, "--date-order: error: neither day-first nor month-first; fix: give one of the two")
        }
        if let text = options.date {
            guard let day = Day(iso: text) else { throw RunFailure(.wrongUsage, "--date: error: not a date; fix: write it as 2026-11-20") }
            date = day
        }
        for row in school.timetable.rows {
            switch row.time {
            case .date(let day): expectedDays.insert(day)
            case .weekday(let weekday): expectedDays.insert(week.monday + (weekday - 1))
            }
        }
    }
}
