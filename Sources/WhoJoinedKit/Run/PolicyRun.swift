/// `whojoined policy`: the school's own policy as a ledger, of one week or of the term so far.
package struct PolicyRun: Sendable {
    package var options = RunOptions()
    /// `2026-W47` or `last`; `nil`: the current one.
    package var week: String?
    /// From the first week of the term to that week.
    package var isOfTerm = false

    package init() {}

    package func run() async -> RunOutcome {
        await RunOutcome(of: work)
    }

    private func work() async throws -> RunOutcome {
        guard options.format == .text || options.format == .csv else {
            throw RunFailure(.wrongUsage, "--format: error: the ledger is text or a table; fix: --format text or csv")
        }
        let folder = SchoolFolder(options.school)
        var school = try folder.read()
        let clock = try RunClock(options.now, zone: school.settings.zone)
        try school.restoreFormerPupils(from: History.reading(folder.history), today: clock.today)
        let last = try clock.week(week)
        let weeks = isOfTerm ? school.settings.weeksOfTerm(until: last) : [last]
        var inbox = try TermInbox(folder, school, options, weeks: weeks, today: clock.today)
        var ledger = ClauseLedger(
            Preset(rawValue: school.settings.policy.preset)?.clauses ?? [], school.settings.policy)
        var problems: [Problem] = []
        for week in weeks {
            var ofThen = school
            ofThen.rollsOfThen = inbox.rollsOfThen(in: week)
            var pipeline = Pipeline(ofThen, now: clock.now, jobs: options.jobs)
            pipeline.weighsEvidence = true
            let run = await pipeline.run(try await inbox.of(week))
            ledger.add(run.result)
            inbox.remember(run)
            problems += run.result.problems
        }
        problems += inbox.problems
        let report = PolicyReport(
            school: school, days: weeks[0].monday...last.sunday, today: clock.today, ledger: ledger,
            lacks: lacksOfEvidence(school, exports: inbox.exports))
        var outcome = RunOutcome(
            problems.hasErrors ? .someInputUnusable : .done,
            messages: options.messages(
                of: problems.filter { $0.severity != .note }.sortedForReaders.withoutRepeats, in: folder))
        outcome.output = options.format == .csv ? report.table : report.text
        return outcome
    }
}

extension [Problem] {
    /// Each once, though several weeks have met it; in order.
    fileprivate var withoutRepeats: [Problem] {
        var said: Set<String> = []
        return filter { said.insert($0.message).inserted }
    }
}

extension SchoolSettings {
    /// So many school days off in a row end a term.
    private static let daysOfBreak = 8

    /// Since the last long break of `days-off`, or since 1 September, January or April, whichever is later.
    func weeksOfTerm(until week: Week) -> [Week] {
        let year = week.sunday.year
        let starts = [(year - 1, 9), (year, 1), (year, 4), (year, 9)].compactMap {
            Day(year: $0.0, month: $0.1, day: 1)
        }
        let season = starts.last { $0 <= week.sunday } ?? week.monday
        let first = Swift.max(season, firstDayAfterBreak(before: week.monday) ?? season)
        let from = Swift.min(first.week.monday, week.monday)
        return stride(from: from.number, through: week.monday.number, by: 7).map { Week(of: Day(number: $0)) }
    }

    /// The first school day after the last long break of the year before.
    private func firstDayAfterBreak(before monday: Day) -> Day? {
        var (off, back) = (0, monday)
        for number in stride(from: monday.number - 1, to: monday.number - 366, by: -1) {
            let day = Day(number: number)
            if day.isWeekend { continue }
            if isDayOff(day) {
                off += 1
                if off == Self.daysOfBreak { return back }
            } else {
                (off, back) = (0, day)
            }
        }
        return nil
    }
}
