import DelimitedText
import HostSystem

/// `whojoined day`: the families to reach now, of lessons since the last run or of one day, in `reports/day-2026-11-16/`.
package struct DayRun: Sendable {
    package var options = RunOptions()
    /// `2026-11-16` or `today`; `nil`: since the last run.
    package var on: String?

    package init() {}

    package func run() async -> RunOutcome { await RunOutcome(of: work) }

    /// What has not been looked at for longer is the week's list to say.
    private static let longest = 7

    private func work() async throws -> RunOutcome {
        let folder = SchoolFolder(options.school)
        let lock = try folder.lock(unless: options.isDryRun)
        defer { _ = lock }
        let school = try folder.read()
        let clock = try RunClock(options.now, zone: school.settings.zone)
        let window = (clock.today - (DayRun.longest - 1))...clock.today
        let earlier = on == nil ? try EarlierLists(in: folder.reports, within: window) : EarlierLists()
        let days = try chosenDays(clock.today, since: earlier.firstDay)
        let result = try await judged(days, folder, school, clock)
        let list = DayList(result, in: days)
        let new = list.without(earlier.rows(besides: nil))
        let (today, target) = (days.upperBound, folder.reports(of: days.upperBound))
        // What was on the list of the same day before and is not reached stays on it.
        var kept: [KeptFiles.File] = []
        if !options.isDryRun, !(new.isEmpty && earlier.has(today)) {
            kept = try publish(list.without(earlier.rows(besides: today)), in: target)
        }
        let left = list.families.count - new.families.count
        var outcome = outcome(new, unreached: left, target, of: result)
        outcome.messages += kept.messages(in: folder)
        return outcome
    }

    private func chosenDays(_ today: Day, since first: Day?) throws(RunFailure) -> ClosedRange<Day> {
        guard let on else { return (first ?? today)...today }
        if on == "today" { return today...today }
        guard let day = Day(iso: on) else {
            throw RunFailure(.wrongUsage, "--on: error: not a date; fix: write it as 2026-11-20, or today")
        }
        return day...day
    }

    /// The lessons of the week's days; of the week before too, if the days begin there.
    private func judged(
        _ days: ClosedRange<Day>, _ folder: SchoolFolder, _ school: School, _ clock: RunClock
    ) async throws -> WeekResult {
        var result = try await judged(days.upperBound.week, folder, school, clock)
        if days.lowerBound.week != days.upperBound.week {
            let before = try await judged(days.lowerBound.week, folder, school, clock)
            result.sessions = before.sessions + result.sessions
            result.problems = (before.problems + result.problems).sortedForReaders
        }
        return result
    }

    private func judged(
        _ week: Week, _ folder: SchoolFolder, _ school: School, _ clock: RunClock
    ) async throws -> WeekResult {
        var school = school
        let memory = try WeekMemory(
            folder.history, isDryRun: true, of: school, options: options.aboutReading, week: week, today: clock.today)
        try school.restoreFormerPupils(from: memory.history, today: clock.today)
        school.rollsOfThen = memory.rollsOfThen
        let pipeline = Pipeline(school, now: clock.now, jobs: options.jobs)
        return try await pipeline.run(NewExports(folder, school, memory, options, tell: { _ in })).resultWithInputs()
    }

    /// - Returns: what somebody had written in the folder of the same day, and where it is now.
    private func publish(_ list: DayList, in target: HostPath) throws(StoreError) -> [KeptFiles.File] {
        var reports = try ReportFolder(aside: target)
        try reports.write(list.files)
        try reports.flush()
        try reports.putInPlace()
        return reports.moved
    }

    private func outcome(
        _ list: DayList, unreached: Int, _ target: HostPath, of result: WeekResult
    ) -> RunOutcome {
        var outcome = RunOutcome(
            result.problems.hasErrors ? .someInputUnusable : .done,
            messages: options.messages(of: result.problems, in: SchoolFolder(options.school)))
        if options.failOn == .followUp, !list.families.isEmpty { outcome.status = .findings }
        if list.isEmpty && options.isQuiet && outcome.status == .done { return RunOutcome() }
        switch options.format {
        case .text, .html:
            let remark =
                "Of earlier lists \(counted(unreached, "family", "families")) not reached yet: the call sheets in reports/day-*."
            outcome.output = list.page(remarks: unreached > 0 ? [remark] : [])
            if !list.isEmpty {
                let sheet = PlainText.clean(target.appending("\(CallSheet.stem).xlsx").text, limit: 300)
                outcome.print("\(options.isDryRun ? "Would write" : "Call sheet"): \(sheet)")
                outcome.print("Filled in, it is read back with: whojoined contacted --from FILE")
            }
        case .csv: outcome.output = list.table
        case .json: outcome.print(list.json.text(pretty: true))
        }
        return outcome
    }
}

/// What earlier runs of `day` have listed, by the day of the list.
private struct EarlierLists {
    private var rows: [Day: Set<DayList.Row>] = [:]
    /// From here on lessons are looked at again: an export may have come late. `nil`: there was no run before.
    private(set) var firstDay: Day?

    init() {}

    /// - Parameter window: older lists are not looked at, nor the days before it.
    init(in reports: HostPath, within window: ClosedRange<Day>) throws(RunFailure) {
        let entries = try failing("the reports cannot be looked at") { () throws(SystemError) in
            try fileEntry(at: reports)?.kind == .folder ? try folderEntries(reports) : []
        }
        for entry in entries where entry.kind == .folder {
            guard let day = Day(ofReports: String(decoding: entry.path.name, as: UTF8.self)), day <= window.upperBound
            else { continue }
            if window.contains(day) { rows[day] = Self.rows(of: entry.path) }
            firstDay = min(firstDay ?? day, day)
        }
        firstDay = firstDay.map { max($0, window.lowerBound) }
    }

    /// Without its table everything is listed anew: once too often is better than not at all.
    private static func rows(of folder: HostPath) -> Set<DayList.Row> {
        let bytes = (try? readOrdinaryFile(folder.appending("day.csv"), limit: 64 * 1_048_576).bytes) ?? []
        let columns = ["date", "id"]
        let table = SchoolTable(bytes, file: "day.csv", columns: columns, required: columns)
        return Set(table.rows.map { DayList.Row(date: $0["date"], id: $0["id"]) })
    }

    func has(_ day: Day) -> Bool { rows[day] != nil }

    func rows(besides day: Day?) -> Set<DayList.Row> { Set(rows.filter { $0.key != day }.values.joined()) }
}
