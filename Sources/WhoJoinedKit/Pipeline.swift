/// The whole flow on one screen: importer -> matcher -> policy -> reports.
///
/// Sessions are independent of each other: `concurrentMap` over them is all the concurrency there is, and its
/// results come back in the order of its input.
/// - Parameters:
///   - remembered: exports that have left the inbox: they fill sessions that no other export is of.
///   - past: what the history knows of sessions whose exports are not among these.
func judgeWeek(
    _ week: Week, of school: School, exports: [MeetingExport], remembered: [MeetingExport] = [], past: [PastSession] = [], now: Instant, jobs: Int
) async -> JudgedWeek {
    let matcher = Matcher(school)
    var found = findSessions(in: exports, of: school, week: week, now: now, matcher: matcher)  // Match
    if !remembered.isEmpty { found.fill(from: findSessions(in: remembered, of: school, week: week, now: now, matcher: matcher)) }
    let linked = await concurrentMap(found.ofWeek, jobs: jobs) { matcher.link($0) }
    // A note may use a display name of a session of its day, whatever the week.
    let noted = Set(school.records.notes.map(\.day))
    let judge = Judge(school, matcher: matcher, linked: linked + found.ofOtherWeeks.filter { noted.contains($0.day) }.map(matcher.link))  // Policy
    let judged = await concurrentMap(linked, jobs: jobs) { judge.judge($0) }
    // Of other weeks only what is learnt is kept: a term of entrants is more than a small machine has room for.
    let others = await concurrentMap(found.ofOtherWeeks, jobs: jobs) { LearntSession(judge.judge(matcher.link($0)), in: school) }
    // Later weeks are learnt but not looked at: a report of an old week says today what it said then.
    let before = (past + others.map(\.past)).filter { $0.day < week.monday }.sorted { ($0.start, $0.key) < ($1.start, $1.key) }
    let result = WeekResult(
        school: school, week: week, now: now, sessions: judged,
        weeklyFindings: judge.weeklyFindings(of: judged, past: before, week: week),
        past: before, inputs: [], account: RowAccount(), problems: school.problems + found.problems)
    return JudgedWeek(result: result, learnt: judged.map { LearntSession($0, in: school) } + others)
}

/// A week's result and what the history learns from the run.
struct JudgedWeek: Sendable {
    var result: WeekResult
    var learnt: [LearntSession]
}
