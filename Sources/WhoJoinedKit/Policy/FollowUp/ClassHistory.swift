/// The last sessions of the classes in question, oldest first: of this week and of the weeks before.
struct ClassHistory: Sendable {
    struct Record: Sendable {
        var expectedThisWeek = 0
        /// Misses in a row up to the last session that can tell; excused, uncertain and data-less ones neither count
        /// nor break.
        var inARow = 0
        var streakStart: Day?
        /// Days of the streak's misses.
        var missedDays: [Day] = []
        var lastJoined: Day?
        /// Certain misses within `repeated-within-days`.
        var missedLately = 0
    }

    private let result: WeekResult
    private let classes: ClassBook
    private let moves: ClassMoves
    /// By `ClassCode.key`: indices of past sessions, ascending.
    private var past: [String: [Int]] = [:]
    /// Session and status in this week; for the pupils in question only.
    private var thisWeek: SideTable<Pupil, [(session: Int, status: PupilStatus)]>

    init(_ result: WeekResult, _ classes: ClassBook, pupils: Set<Pupil.Index>) {
        (self.result, self.classes) = (result, classes)
        thisWeek = SideTable(for: result.school.roster.pupils, repeating: [])
        moves = ClassMoves(
            pupils.isEmpty ? [] : result.past, result.sessions, of: result.school, on: result.week.sunday)
        if pupils.isEmpty { return }
        let sessions = result.sessions
        for index in sessions.indices where result.school.expectsPupils(in: sessions[index].session) {
            for pupil in sessions[index].results
            where pupils.contains(pupil.pupil) && sessions[index].session.expected.hasSorted(pupil.pupil) {
                thisWeek[pupil.pupil].append(
                    (index, sessions[index].isDoubtful && pupil.status == .possible ? .noData : pupil.status))
            }
        }
        // A lesson's page has the week's earlier lessons from the history; a week's report judges them itself.
        let judged = Set(sessions.map(\.session.key))
        for (index, session) in result.past.enumerated() where session.isScheduled && !judged.contains(session.key) {
            for code in classCodes(in: session.classText) { past[code.key, default: []].append(index) }
        }
    }

    /// Statuses of one pupil in one class and in those that it goes on from, newest first.
    func statuses(of pupil: Pupil.Index, inClass text: String) -> [(day: Day, start: Instant, status: PupilStatus)] {
        let (own, keys) = (ClassCode(text).key, moves.keys(of: ClassCode(text), for: pupil))
        func isOfOwn(_ key: String, on day: Day) -> Bool {
            key == own || keys.contains(key) && moves.successor(of: ClassCode(key), for: pupil, on: day).key == own
        }
        var statuses: [(day: Day, start: Instant, status: PupilStatus)] = []
        for (index, status) in thisWeek[pupil] {
            let session = result.sessions[index].session
            if classes.sessionKeys[index].contains(where: { isOfOwn($0, on: session.day) }) {
                statuses.append((session.day, session.start, status))
            }
        }
        var search = PupilStatuses.Search(result.school.roster.pupils[pupil].id)
        // Two classes together have one lesson.
        let lessons = keys.count == 1 ? past[own] ?? [] : Set(keys.flatMap { past[$0] ?? [] }).sorted()
        for lesson in lessons.lazy.map({ result.past[$0] }) {
            func isOwn() -> Bool { classCodes(in: lesson.classText).contains { isOfOwn($0.key, on: lesson.day) } }
            guard keys.count == 1 || isOwn(), let status = search.status(in: lesson.statuses) else { continue }
            statuses.append((lesson.day, lesson.start, status))
        }
        return statuses.sorted { $0.start > $1.start }
    }

    func record(of pupil: Pupil.Index, inClass text: String) -> Record {
        var record = Record()
        var isStreak = true
        let monday = result.week.monday
        let lately = result.week.sunday - result.school.settings.policy[FollowUpLadder.repeatedWithinDays]
        for (day, _, status) in statuses(of: pupil, inClass: text) {
            if day >= monday && (status == .joined || status == .nonJoiner || status == .possible) {
                record.expectedThisWeek += 1
            }
            if status == .nonJoiner && day > lately { record.missedLately += 1 }
            if status == .joined {
                isStreak = false
                if record.lastJoined == nil { record.lastJoined = day }
            } else if status == .nonJoiner && isStreak {
                record.inARow += 1
                record.streakStart = day
                record.missedDays.append(day)
            }
        }
        return record
    }
}
