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
        /// Certain or possible misses within 28 days.
        var missedLately = 0
    }

    private let context: ReportContext
    /// By class number: indices of past sessions, ascending.
    private var past: [Int: [Int]] = [:]
    /// By pupil: session and status in this week; for the pupils in question only.
    private var thisWeek: [[(session: Int, status: PupilStatus)]]

    init(_ context: ReportContext, pupils: Set<Int>) {
        self.context = context
        thisWeek = Array(repeating: [], count: context.pupilIDs.count)
        if pupils.isEmpty { return }
        var isInQuestion = [Bool](repeating: false, count: thisWeek.count)
        for pupil in pupils {
            isInQuestion[pupil] = true
            thisWeek[pupil].reserveCapacity(32)
        }
        for (index, judged) in context.result.sessions.enumerated() {
            guard context.school.expectsPupils(in: judged.session) else { continue }
            let (results, expected) = (judged.results, judged.session.expected)
            // Both ascend.
            var next = 0
            for place in results.indices {
                let pupil = results[place].pupil
                while next < expected.count, expected[next] < pupil { next += 1 }
                if isInQuestion[pupil], next < expected.count, expected[next] == pupil {
                    thisWeek[pupil].append((index, results[place].status))
                }
            }
        }
        // A lesson's page has the week's earlier lessons from the history; a week's report judges them itself.
        let judged = Set(context.result.sessions.map(\.session.key))
        var numbers: [String: [Int]] = [:]
        for (index, session) in context.result.past.enumerated()
        where session.isScheduled && !judged.contains(session.key) {
            let own = numbers[session.classText] ?? context.classNumbers(in: session.classText)
            numbers[session.classText] = own
            for number in own { past[number, default: []].append(index) }
        }
    }

    /// Statuses of one pupil in one class, newest first.
    func statuses(of pupil: Int, inClass text: String) -> [(day: Day, start: Instant, status: PupilStatus)] {
        guard let number = context.classNumber(of: text) else { return [] }
        let sessions = context.result.sessions
        var statuses: [(day: Day, start: Instant, status: PupilStatus)] = []
        for (index, status) in thisWeek[pupil] where context.sessionClassNumbers[index].contains(number) {
            statuses.append((sessions[index].session.day, sessions[index].session.start, status))
        }
        var search = PupilStatuses.Search(context.school.roster.pupils[pupil].id)
        for index in past[number] ?? [] {
            if let status = search.status(in: context.result.past[index].statuses) {
                statuses.append((context.result.past[index].day, context.result.past[index].start, status))
            }
        }
        // A class's lessons of one week come in order, and turned round they are.
        if zip(statuses, statuses.dropFirst()).allSatisfy({ $0.start < $1.start }) { return statuses.reversed() }
        return statuses.sorted { $0.start > $1.start }
    }

    func record(of pupil: Int, inClass text: String) -> Record {
        var record = Record()
        var isStreak = true
        let monday = context.result.week.monday
        for (day, _, status) in statuses(of: pupil, inClass: text) {
            if day >= monday && (status == .joined || status == .nonJoiner || status == .possible) {
                record.expectedThisWeek += 1
            }
            if (status == .nonJoiner || status == .possible) && day > context.result.week.sunday - 28 {
                record.missedLately += 1
            }
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
