/// The one way from exports to findings, which `lesson`, `week`, `check` and `why` all go. Each line of `run` is a stage,
/// with the folder that it is the work of.
///
/// Exports are independent of each other, and so are sessions: `concurrentMap` over them is all the concurrency there
/// is, and its results come back in the order of its input.
struct Pipeline: Sendable {
    let school: School
    let finder: SessionFinder
    let now: Instant
    let jobs: Int
    /// What each session can tell is asked too: for the ledger of clauses.
    var weighsEvidence = false

    /// - Parameter classCode: every export is then a session of this class.
    init(_ school: School, only classCode: ClassCode? = nil, now: Instant, jobs: Int) {
        (self.school, self.now, self.jobs) = (school, now, jobs)
        finder = SessionFinder(school, only: classCode)
    }

    func run(_ source: some ExportSource) async throws -> PipelineResult {
        await run(try await source.read())  // Import
    }

    func run(_ input: PipelineInput) async -> PipelineResult {
        let placed = await finder.place(input.exports, jobs: jobs)  // Match: which lesson is it?
        let finder = finder.knowingDays(of: placed.meetings)
        let linked = await link(placed.meetings, input, finder)  // Match: who is each entrant?
        let judge = await judge(linked, placed.meetings, input, finder)  // Policy: the school's rules
        let sessions = await concurrentMap(linked, jobs: jobs) { judge.judge($0) }
        let others = await keep(placed.meetings, by: judge, outside: input, finder)  // Store: other weeks
        let past = input.past(with: others.map(\.session.past))
        let weekly = input.isOfWholeWeek ? judge.weeklyFindings(of: sessions, past: past, week: input.week) : []
        let result = WeekResult(
            school: school, week: input.week, now: now, sessions: sessions, weeklyFindings: weekly, past: past,
            earlier: input.earlier(with: others.map(\.session)), removals: judge.records.removals, inputs: [],
            tally: RowTally(),
            problems: school.problems + placed.problems + (input.isOfWholeWeek ? judge.records.unknownStaff : [])
                + judge.records.problems { day in sessions.contains { $0.session.day == day } })
        return PipelineResult(input, result, others: others, strangers: placed.strangers)
    }

    /// The sessions that are asked for, linked: those of the week, with the lessons that have no export, or those of the
    /// exports.
    private func link(_ meetings: [PlacedMeeting], _ input: PipelineInput, _ finder: SessionFinder) async
        -> [LinkedSession]
    {
        func linked(_ meetings: [PlacedMeeting]) async -> [LinkedSession] {
            await concurrentMap(meetings, jobs: jobs) { finder.linkedSession(of: $0) }.inOrderWithOwnKeys
        }
        let week = input.week
        guard input.isOfWholeWeek else {
            var all = await linked(meetings)
            all.noteWhoIsElsewhere(of: school.roster.pupils)
            return all.filter { week.contains($0.day) } + all.filter { !week.contains($0.day) }
        }
        let ofWeek = meetings.filter { week.contains($0.day) }
        var sessions = await linked(ofWeek + finder.lessonsWithoutExport(in: week, until: now, besides: ofWeek))
        if !input.remembered.isEmpty {
            let gone = finder.place(input.remembered.filter { !$0.isThicker }.map(\.export)).meetings
                .filter { week.contains($0.day) }
            sessions.fill(from: await linked(gone))
        }
        sessions.noteWhoIsElsewhere(of: school.roster.pupils)
        return sessions
    }

    /// A note may use a display name of a session of its day, whatever the week.
    private func judge(
        _ linked: [LinkedSession], _ meetings: [PlacedMeeting], _ input: PipelineInput, _ finder: SessionFinder
    ) async -> Judge {
        let noted = Set(school.records.notes.filter { $0.kind == .removed && !$0.person.isEmpty }.map(\.day))
        let days = noted.subtracting(linked.map(\.day))
        let read = meetings.filter { days.contains($0.day) }
        let missing = days.subtracting(read.map(\.day))
        let stored = input.noted.isEmpty || missing.isEmpty ? [] : finder.place(input.noted).meetings
        let others = await concurrentMap(read + stored.filter { missing.contains($0.day) }, jobs: jobs) {
            finder.linkedSession(of: $0)
        }
        return Judge(
            school, matcher: finder.matcher, linked: linked.filter { noted.contains($0.day) } + others,
            weighsEvidence: weighsEvidence)
    }

    /// What the history keeps of the sessions of other weeks. Their rows are let go of day by day: a small machine has no
    /// room for a term of entrants.
    private func keep(
        _ meetings: [PlacedMeeting], by judge: Judge, outside input: PipelineInput, _ finder: SessionFinder
    ) async -> [PipelineResult.Kept] {
        guard input.isOfWholeWeek else { return [] }
        let (ids, rolls) = (input.exportIDs, RollCache(of: school.roster.pupils))
        let people = PersonBook(school.roster)
        let days = Dictionary(grouping: meetings.filter { !input.week.contains($0.day) }, by: \.day)
        return await concurrentMap(days.sorted { $0.key < $1.key }.map(\.value), jobs: jobs) { ofDay in
            var sessions = ofDay.map { finder.linkedSession(of: $0) }
            sessions.noteWhoIsElsewhere(of: school.roster.pupils)
            return sessions.map { linked -> PipelineResult.Kept in
                let judged = judge.judge(linked)
                let session = StoredSession(
                    judged, of: school, exports: ids, rolls: rolls, people: people, isReported: false)
                return (session, RowTallies([judged]))
            }
        }.flatMap(\.self)
    }
}

/// Where a command's exports come from.
protocol ExportSource: Sendable {
    func read() async throws -> PipelineInput
}
