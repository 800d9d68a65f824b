/// The school's ladder of following up (policy W 6.6), from history and followups.csv.
enum FollowUpStep: String, Sendable, Comparable {
    case checkIn = "check in"
    case firstMiss = "first miss"
    case repeated
    case support
    case sltCall = "SLT call"
    case homeVisit = "home visit"

    private static let order: [FollowUpStep] = [.checkIn, .firstMiss, .repeated, .support, .sltCall, .homeVisit]
    static func < (a: FollowUpStep, b: FollowUpStep) -> Bool { order.firstIndex(of: a)! < order.firstIndex(of: b)! }
}

/// One pupil of one class whom the school follows up with the family this week: a line of parents.csv.
struct FollowUp: Sendable {
    struct Miss: Sendable {
        /// Index into `WeekResult.sessions`.
        var session: Int
        var isOnlyPossible: Bool
    }

    var classText: String
    var pupil: Int
    var family: Int
    var misses: [Miss] = []
    /// Sessions of the other reasons, by rule.
    var others: [RuleID: [Int]] = [:]
    var sessionsExpected = 0
    var inARow = 0
    var lastJoined: Day?
    var step = FollowUpStep.checkIn
    var contact = FamilyBook.Choice.personDecides

    fileprivate mutating func add(_ rule: RuleID, isOnlyPossible: Bool, in session: Int) {
        if rule == .nonJoiner {
            misses.append(Miss(session: session, isOnlyPossible: isOnlyPossible))
        } else if others[rule]?.last != session {
            others[rule, default: []].append(session)
        }
    }

    /// In the order of the rules; nothing that is not for parents.
    var reasons: [RuleID] { ((misses.isEmpty ? [] : [.nonJoiner]) + others.keys).sorted() }
    var certainMisses: [Miss] { misses.filter { !$0.isOnlyPossible } }
    /// At least one missed session is certain, or it is about something else that is.
    var isCertain: Bool { misses.isEmpty || !certainMisses.isEmpty }
}

/// What families are to be asked this week, and which may not be.
struct FollowUpList: Sendable {
    /// By class, family, name: what parents.* holds.
    var families: [FollowUp] = []
    /// Nobody may be contacted: for SLT alone.
    var withheld: [FollowUp] = []
    let book: FamilyBook

    init(_ context: ReportContext) {
        book = FamilyBook(context.school)
        let found = Self.found(context, book)
        var listed = [[Int]](repeating: [], count: book.members.count)
        for followUp in found { listed[followUp.family].append(followUp.pupil) }
        for family in listed.indices { listed[family].sortOnce() }
        for var followUp in Self.withHistory(found, context) {
            followUp.contact = book.choice(for: followUp.pupil, listed: listed[followUp.family])
            if followUp.contact == .nobody { withheld.append(followUp) } else { families.append(followUp) }
        }
    }

    /// What may be said to a family: this, and nothing else.
    static let reasons: Set<RuleID> = [.nonJoiner, .cameraOff, .late, .outsideAccount, .noAgreement]

    /// By class, then pupil.
    private static func found(_ context: ReportContext, _ book: FamilyBook) -> [FollowUp] {
        var found: [FollowUp] = []
        // Where those of a pupil stand: of one class, nearly always.
        var places = [[Int]](repeating: [], count: book.familyOf.count)
        let lateFrom = Int(context.result.school.settings.policy.number(.late, "parents-from"))
        var lateCount: [Int: Int] = [:]
        for finding in context.findings where finding.rule == .late {
            if let pupil = finding.pupil { lateCount[pupil, default: 0] += 1 }
        }
        for index in context.result.sessions.indices {
            let judged = context.result.sessions[index]
            for finding in judged.findings where finding.subject == .pupil && reasons.contains(finding.rule) {
                let rule = finding.rule
                guard let pupil = finding.pupil, finding.audiences.contains(.parents) || rule == .late else { continue }
                // Once is no matter for a family; an arrival at the door that nobody opened is none at all.
                if rule == .late && lateCount[pupil, default: 0] < lateFrom { continue }
                if rule == .nonJoiner && judged.pupilsNotAdmitted.contains(pupil) { continue }
                let classText = context.ownClass(of: pupil, inSession: index)
                let own = places[pupil].first { found[$0].classText == classText } ?? found.count
                if own == found.count {
                    found.append(FollowUp(classText: classText, pupil: pupil, family: book.familyOf[pupil]))
                    places[pupil].append(own)
                }
                found[own].add(rule, isOnlyPossible: finding.isOnlyPossible, in: index)
            }
        }
        return found.indices.sorted { (found[$0].classText, found[$0].pupil) < (found[$1].classText, found[$1].pupil) }
            .map { found[$0] }
    }

    /// Adds what sessions of this week and of earlier ones say of each pupil in the class, and the step.
    private static func withHistory(_ followUps: [FollowUp], _ context: ReportContext) -> [FollowUp] {
        let history = ClassHistory(context, pupils: Set(followUps.map(\.pupil)))
        let supported = Set(
            context.result.weeklyFindings.lazy.filter { $0.rule == .unableToAccess }.compactMap(\.pupil))
        let notes = Dictionary(grouping: context.school.records.followUps, by: \.pupil)
        return followUps.map { found in
            var followUp = found
            let record = history.record(of: found.pupil, inClass: found.classText)
            followUp.sessionsExpected = record.expectedThisWeek
            followUp.inARow = record.inARow
            followUp.lastJoined = record.lastJoined
            let since = record.streakStart ?? context.result.week.monday
            followUp.step = step(
                followUp, record, needsSupport: supported.contains(found.pupil),
                notes: (notes[found.pupil] ?? []).filter { $0.day >= since })
            return followUp
        }
    }

    private static func step(
        _ followUp: FollowUp, _ record: ClassHistory.Record, needsSupport: Bool, notes: [FollowUpNote]
    ) -> FollowUpStep {
        if followUp.misses.isEmpty { return .checkIn }
        let tried = notes.count { $0.kind == .tried }
        let reached = notes.filter { $0.kind == .contacted }.map(\.day)
        if record.inARow >= 10 || record.inARow >= 3 && tried >= 3 && reached.isEmpty { return .homeVisit }
        // Reached, offered help, and still three missed since: a matter for SLT.
        if let first = reached.min(), record.missedDays.count(where: { $0 > first }) >= 3 { return .sltCall }
        if record.inARow >= 3 || needsSupport { return .support }
        return record.missedLately > 1 ? .repeated : .firstMiss
    }
}

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
            guard
                PastSession.isExpected(
                    judged.session.kind, isInTimetable: judged.session.lesson != nil, in: context.school)
            else { continue }
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
