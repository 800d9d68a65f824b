/// The whole flow on one screen: importer -> matcher -> policy -> reports.
///
/// Sessions are independent of each other: `concurrentMap` over them is all the concurrency there is, and its
/// results come back in the order of its input.
func judgeWeek(_ week: Week, of school: School, exports: [MeetingExport], past: [PastSession], now: Instant, jobs: Int) async -> WeekResult {
    let matcher = Matcher(school)
    let found = findSessions(in: exports, of: school, week: week, now: now, matcher: matcher)  // Match
    let judged = await concurrentMap(found.ofWeek, jobs: jobs) { session in
        judge(matcher.link(session), of: school, past: past)  // Match, Policy
    }
    let others = await concurrentMap(found.ofOtherWeeks, jobs: jobs) { session in
        PastSession(judge(matcher.link(session), of: school, past: []), in: school)
    }
    let all = (past + others).sorted { ($0.start, $0.key) < ($1.start, $1.key) }
    return WeekResult(
        school: school, week: week, now: now, sessions: judged,
        weeklyFindings: weeklyFindings(of: judged, past: all, of: school, week: week),
        past: all, inputs: [], account: RowAccount(), problems: school.problems)
}

/// Maps in parallel, at most `jobs` at a time; results in the order of the input.
func concurrentMap<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], jobs: Int, _ transform: @escaping @Sendable (Input) -> Output
) async -> [Output] {
    let width = max(1, min(jobs, inputs.count))
    if width == 1 { return inputs.map(transform) }
    let chunk = (inputs.count + width * 8 - 1) / (width * 8)
    return await withTaskGroup(of: (Int, [Output]).self) { group in
        var results: [Int: [Output]] = [:]
        var next = 0
        func start() {
            guard next < inputs.count else { return }
            let range = next..<min(next + chunk, inputs.count)
            next = range.upperBound
            group.addTask { (range.lowerBound, inputs[range].map(transform)) }
        }
        for _ in 0..<width { start() }
        while let (at, outputs) = await group.next() {
            results[at] = outputs
            start()
        }
        return results.keys.sorted().flatMap { results[$0]! }
    }
}
