/// The inbox, read once and handed out week by week: each gets what `week` would judge it by.
struct TermInbox {
    private let memory: WeekMemory
    private let school: School
    private let options: RunOptions
    private let folder: SchoolFolder
    private let weeks: [Week]
    private var whole: Inbox?
    /// Sessions of the weeks that were judged, and of those before them.
    private var past: [PastSession]?

    /// - Parameter weeks: those that will be asked for, at least one.
    init(_ folder: SchoolFolder, _ school: School, _ options: RunOptions, weeks: [Week], today: Day) throws(StoreError)
    {
        (self.folder, self.school, self.options, self.weeks) = (folder, school, options, weeks)
        memory = try WeekMemory(
            folder.history, isDryRun: true, of: school, options: options.aboutReading, week: weeks[0], today: today)
    }

    var problems: [Problem] { whole?.allProblems ?? [] }
    var exports: [MeetingExport] { whole?.exports ?? [] }

    /// Who was on each roll when the sessions of that week were judged.
    func rollsOfThen(in week: Week) -> RollsOfThen { memory.of(week).rollsOfThen }

    /// The exports of that week; for the first that is asked for also the earlier ones, which streaks need.
    mutating func of(_ week: Week) async throws -> PipelineInput {
        let inbox = try await read()
        let memory = memory.of(week)
        let files = inbox.files.filter { file in
            guard let days = file.days else { return false }
            return days.lowerBound <= week.sunday && (past == nil || days.upperBound >= week.monday)
        }
        var input = PipelineInput(Inbox(files), week: week)
        input.remembered = try memory.remembered(besides: inbox)
        input.noted = try memory.exports(ofDays: school.records.notes.filter { $0.kind == .removed }.map(\.day))
        input.past = past ?? memory.past(besides: inbox.files)
        return input
    }

    mutating func remember(_ run: PipelineResult) {
        let week = run.input.week
        past = run.result.past + run.storedSessions.map(\.past).filter { week.contains($0.day) }
    }

    private mutating func read() async throws -> Inbox {
        if let whole { return whole }
        var hints = try ReadingHints(school.settings, school.timetable.rows, options, week: weeks[0])
        for week in weeks.dropFirst() {
            hints.expectedDays.formUnion(
                try ReadingHints(school.settings, school.timetable.rows, options, week: week).expectedDays)
        }
        let listing = try folder.inboxListing(takesArriving: true)
        let inbox = Inbox(
            await InboxReader(hints: hints, jobs: options.jobs).read(listing.entries), problems: listing.problems)
        whole = inbox
        return inbox
    }
}
