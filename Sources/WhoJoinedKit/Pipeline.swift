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

extension FoundSessions {
    /// Takes the week's sessions of remembered exports where there is no newer export of the same session.
    mutating func fill(from remembered: FoundSessions) {
        for session in remembered.ofWeek where !session.exports.isEmpty {
            if let same = ofWeek.firstIndex(where: { $0.key == session.key }) {
                if ofWeek[same].exports.isEmpty { ofWeek[same] = session }
            } else if !ofWeek.contains(where: { !$0.exports.isEmpty && $0.isSameMeeting(as: session) }) {
                ofWeek.append(session)
            }
        }
        ofWeek.sort { ($0.start, $0.classText, $0.key) < ($1.start, $1.classText, $1.key) }
    }
}

extension Session {
    /// At the same time, of the same class or under the same meeting ID: a corrected export of an unscheduled session.
    fileprivate func isSameMeeting(as other: Session) -> Bool {
        let isNamed = !classText.isEmpty && classText == other.classText || meetingID != nil && meetingID == other.meetingID
        return isNamed && Interval(start, end).overlaps(Interval(other.start, other.end))
    }
}

/// What is kept of one session when its rows are gone.
struct LearntSession: Sendable {
    var past: PastSession
    /// The exports that it was read from.
    var files: [String]
    /// `StoredFinding.record`
    var findings: [UInt8]
    /// Flagged rows by file: `RowAccounts`.
    var flagged: [String: Int]

    init(_ judged: JudgedSession, in school: School) {
        past = PastSession(judged, in: school)
        files = judged.session.exports.map(\.file)
        findings = StoredFinding.record(judged.findings.map { StoredFinding($0, in: school) })
        flagged = RowAccounts.flagged(in: judged.session)
    }
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
