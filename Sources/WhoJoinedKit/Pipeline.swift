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
    // A note may use a display name of a session of its day, whatever the week.
    let noted = Set(school.records.notes.filter { $0.kind == .removed && !$0.person.isEmpty }.map(\.day))
    var named: [Session] = []
    if !noted.isEmpty {
        named = await concurrentMap(others, jobs: jobs) { exports in
            finder.place(exports.map(\.export)).meetings.filter { noted.contains($0.day) }.map { finder.linkedSession(of: $0) }
        }.flatMap(\.self)
        named = await linked.ofWeek + linked.ofOtherWeeks + named
    }
    let judge = Judge(school, matcher: finder.matcher, linked: named)  // Policy
    // Of other weeks only what is learnt is kept, and their rows only until then: a small machine has no room for a term of entrants.
    let ofOthers = await concurrentMap(consume others, jobs: jobs) { exports in
        let placed = finder.place(exports.map(\.export))
        return (learnt: placed.meetings.map { judge.learn(from: finder.linkedSession(of: $0)) }, problems: placed.problems)
    }
    let found = await linked
    let ofAllDays = await concurrentMap(found.ofOtherWeeks, jobs: jobs) { judge.learn(from: $0) }
    let ofOtherWeeks = LearntSession.inOrder(ofAllDays + ofOthers.flatMap(\.learnt), keysBesides: found.ofWeek)
    let problems = found.problems + ofOthers.flatMap(\.problems)
    // Later weeks are learnt but not looked at: a report of an old week says today what it said then.
    async let before = (past() + ofOtherWeeks.lazy.map(\.past).filter { $0.day < week.monday }).inOrder
    let sessions = await concurrentMap(found.ofWeek, jobs: jobs) { judge.judge($0) }
    let earlier = await before
    async let weekly = judge.weeklyFindings(of: sessions, past: earlier, week: week)
    let ofThisWeek = await concurrentMap(sessions, jobs: jobs) { judge.learn(from: $0) }
    let result = WeekResult(
        school: school, week: week, now: now, sessions: sessions,
        weeklyFindings: await weekly,
        past: earlier, inputs: [], account: RowAccount(), problems: school.problems + problems)
    return JudgedWeek(result: result, learnt: ofOtherWeeks + ofThisWeek)
}

/// A week's result and what the history learns from the run.
struct JudgedWeek: Sendable {
    var result: WeekResult
    var learnt: [LearntSession]
}
