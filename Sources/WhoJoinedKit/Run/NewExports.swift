/// The exports of the inbox that a run of `week` must read: those of the week, and those of other weeks that are new or
/// have changed.
struct NewExports: ExportSource {
    private let folder: SchoolFolder
    private let school: School
    private let memory: WeekMemory
    private let options: RunOptions
    private let tell: @Sendable (String) -> Void

    /// - Parameter tell: what a person in front of a terminal is told while a long run works.
    init(
        _ folder: SchoolFolder, _ school: School, _ memory: WeekMemory, _ options: RunOptions,
        tell: @escaping @Sendable (String) -> Void
    ) {
        (self.folder, self.school, self.memory, self.options, self.tell) = (folder, school, memory, options, tell)
    }

    /// Fewer are done before a person has read the line.
    private static let manyExports = 500

    /// - Throws: when there is nothing in the inbox that could be used.
    func read() async throws -> PipelineInput {
        let (inbox, known) = try await readInbox()
        if known.isEmpty, !inbox.files.contains(where: \.isUsable), !inbox.allProblems.isEmpty {
            let problems = (school.problems + inbox.allProblems).sortedForReaders
            throw RunFailure(.nothingUsable, options.messages(of: problems, in: folder))
        }
        if inbox.files.count > NewExports.manyExports { tell("finding out who was who …") }
        var input = PipelineInput(inbox, week: memory.week)
        input.known = known
        input.remembered = try memory.remembered(besides: inbox)
        input.elsewhere = try memory.thickerElsewhere(than: inbox)
        input.noted = try memory.exports(ofDays: school.records.notes.filter { $0.kind == .removed }.map(\.day))
        input.past = memory.past(besides: inbox.files)
        input.earlier = try memory.earlierFindings()
        return input
    }

    private func readInbox() async throws -> (Inbox, known: [StoredExport]) {
        let reader = InboxReader(
            hints: try ReadingHints(school.settings, school.timetable.rows, options, week: memory.week),
            jobs: options.jobs)
        let listing = try folder.inboxListing()
        var (new, known) = memory.known(listing.entries)
        if new.count > NewExports.manyExports { tell("reading \(new.count) exports …") }
        var files = await reader.read(new, siblings: known.flatMap(\.siblingOrders))
        while true {
            let again = memory.touched(known, by: files)
            if again.isEmpty { break }
            known.removeAll { again.contains($0.name) }
            files += await reader.read(
                listing.entries.filter { again.contains($0.name) },
                siblings: known.flatMap(\.siblingOrders) + files.flatMap(\.siblingOrders))
            files.sort { $0.name < $1.name }
        }
        return (Inbox(files, problems: listing.problems, known: memory.names(of: known)), known)
    }
}
