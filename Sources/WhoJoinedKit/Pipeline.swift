/// The whole flow on one screen: importer -> matcher -> policy -> reports.
///
/// Sessions are independent of each other: `concurrentMap` over them is all the concurrency there is, and its
/// results come back in the order of its input.
/// - Parameters:
///   - remembered: exports that have left the inbox: they fill sessions that no other export is of.
///   - past: what the history knows of sessions of earlier weeks whose exports are not among these.
func judgeWeek(
    _ week: Week, by finder: SessionFinder, exports: consuming [ReadExport], remembered: [MeetingExport] = [],
    past: @escaping @Sendable @autoclosure () -> [PastSession] = [], now: Instant, jobs: Int
) async -> JudgedWeek {
    let school = finder.school
    let (ofWeek, others) = groupedByDays(exports, of: week)
    exports = []
    async let linked = finder.linkedSessions(in: ofWeek, remembered, week: week, now: now, jobs: jobs)  // Match
    let placed = await finder.place(consume others, jobs: jobs)
    var problems = placed.problems
    // A note may use a display name of a session of its day, whatever the week.
    let noted = Set(school.records.notes.filter { $0.kind == .removed && !$0.person.isEmpty }.map(\.day))
    var named: [LinkedSession] = []
    if !noted.isEmpty {
        named = await concurrentMap(placed.meetings.filter { noted.contains($0.day) }, jobs: jobs) {
            finder.linkedSession(of: $0)
        }
        named = await linked.ofWeek + linked.ofOtherWeeks + named
    }
    let judge = Judge(school, matcher: finder.matcher, linked: named)  // Policy
    let rolls = RollCache(of: school.roster.pupils)
    // Of other weeks only what is learnt is kept, and their rows only until then: a small machine has no room for a
    // term of entrants.
    let ofOthers = await concurrentMap((consume placed).meetings, jobs: jobs) {
        LearntSession(judge.judge(finder.linkedSession(of: $0)), of: school, rolls: rolls)
    }
    let found = await linked
    problems = found.problems + problems
    let ofAllDays = await concurrentMap(found.ofOtherWeeks, jobs: jobs) {
        LearntSession(judge.judge($0), of: school, rolls: rolls)
    }
    async let judged = concurrentMap(found.ofWeek, jobs: jobs) { linked in
        let session = judge.judge(linked)
        return (session: session, learnt: LearntSession(session, of: school, rolls: rolls))
    }
    let learnt = LearntSession.inOrder(ofAllDays + ofOthers, keysBesides: found.ofWeek)
    // Later weeks are learnt but not looked at: a report of an old week says today what it said then.
    let before = (past() + learnt.lazy.map(\.past).filter { $0.day < week.monday }).inOrder
    return JudgedWeek(
        week: week, now: now, sessions: await judged.map(\.session), past: before, problems: school.problems + problems,
        learnt: learnt + (await judged).map(\.learnt), judge: judge)
}

/// A week's sessions, judged, and what the history learns from the run.
struct JudgedWeek: Sendable {
    fileprivate let week: Week
    fileprivate let now: Instant
    fileprivate let sessions: [JudgedSession]
    fileprivate let past: [PastSession]
    fileprivate let problems: [Problem]
    let learnt: [LearntSession]
    fileprivate let judge: Judge

    /// With the rules of the whole week, which are looked at one after the other.
    func result() -> WeekResult {
        WeekResult(
            school: judge.records.school, week: week, now: now, sessions: sessions,
            weeklyFindings: judge.weeklyFindings(of: sessions, past: past, week: week),
            past: past, inputs: [], account: RowTally(), problems: problems)
    }
}
