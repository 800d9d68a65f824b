/// All exports of the inbox, those that arrived this minute too: for commands that write nothing.
struct WholeInbox: ExportSource {
    private let folder: SchoolFolder
    private let school: School
    private let memory: WeekMemory
    private let options: RunOptions

    /// - Parameter school: told by what the history knows how lessons of the past were judged.
    init(_ folder: SchoolFolder, _ school: inout School, _ options: RunOptions, week: Week, today: Day)
        throws(StoreError)
    {
        memory = try WeekMemory(
            folder.history, isDryRun: true, of: school, options: options.aboutReading, week: week, today: today)
        school.rollsOfThen = memory.rollsOfThen
        (self.folder, self.school, self.options) = (folder, school, options)
    }

    func read() async throws -> PipelineInput {
        let reader = InboxReader(
            hints: try ReadingHints(school.settings, school.timetable.rows, options, week: memory.week),
            jobs: options.jobs)
        let listing = try folder.inboxListing(takesArriving: true)
        let inbox = Inbox(await reader.read(listing.entries), problems: listing.problems)
        var input = PipelineInput(inbox, week: memory.week)
        // `week` knows them still, so they are not missing.
        input.remembered = try memory.remembered(besides: inbox)
        input.noted = try memory.exports(ofDays: school.records.notes.filter { $0.kind == .removed }.map(\.day))
        input.past = memory.past(besides: inbox.files)
        input.earlier = try memory.earlierFindings()
        return input
    }
}
