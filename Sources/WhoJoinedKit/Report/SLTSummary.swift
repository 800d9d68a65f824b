/// What SLT reads of a week, before it looks like anything: text, CSV and HTML are made of this.
struct SLTSummary: Sendable {
    /// Pages of single lessons that stand in the week's folder.
    var lessonPages: [LessonPageFile] = []

    /// A timetabled session without an export.
    struct Missing: Sendable {
        /// Index into `WeekResult.sessions`.
        var session: Int
        var teacher: String
        /// When the platform is likely to delete its own list; `nil`: not known.
        var deletion: Day?
    }

    struct Teacher: Sendable {
        var name: String
        var with = 0
        var without = 0
    }

    struct RuleCount: Sendable {
        var rule: RuleID
        var thisWeek: Int
        var lastWeek: Int
        /// The findings of this week with their sessions.
        var findings: [Finding]
    }

    struct NonJoiner: Sendable {
        var followUp: FollowUp
        var contactMade: String
        /// What came of it, in the words of followups.csv; empty: nothing is noted.
        var outcome: String
        var isWithheld: Bool
    }

    /// One week's share of pupils seen by name, and what it would be were every unsettled entrant a pupil.
    struct Share: Sendable {
        var week: Week
        var joined = 0
        var expected = 0
        var possible = 0

        var low: Double { expected == 0 ? 0 : Double(joined) / Double(expected) }
        var high: Double { expected == 0 ? 0 : Double(joined + possible) / Double(expected) }
        /// `low` in hundredths, as it is printed.
        var points: Int { hundredths(low) }

        fileprivate mutating func add(joined: Int, missing: Int, unsettled: Int) {
            self.joined += joined
            expected += joined + missing
            possible += min(missing, unsettled)
        }
    }

    struct ClassTrend: Sendable {
        var name: String
        var weeks: [Share]
    }

    struct Incomplete: Sendable {
        var session: Int
        var fields: [String]
    }

    /// Sessions whose log lacks the same.
    struct Gap: Sendable {
        /// `export, second staff`
        var fields: String
        var sessions: [String]
    }

    let context: ReportContext
    private let followUps: FollowUpList
    var scheduled = 0
    var checked = 0
    var unscheduled = 0
    /// Appointments on a platform that gives no list.
    var withoutList = 0
    /// As the timetable writes them.
    var classesWithoutPupils: [String] = []
    var missing: [Missing] = []
    var teachers: [Teacher] = []
    var safeguarding: [RuleCount] = []
    var others: [RuleCount] = []
    /// What was found of other rules and stands in no part of its own.
    private(set) var alsoFound: [RuleCount] = []
    var holds: [Hold] = []
    var toSettle: [Finding] = []
    var support: [Finding] = []
    /// Sessions in which nobody counts as missing.
    var doubtful: [Finding] = []
    /// Unnamed week after week, while the same pupil is missing.
    let devices: [RecurringDevice]
    var withheld: [FollowUp] = []
    /// Families whose step is SLT's: nobody has reached them, or much was missed since.
    var forSLT: [FollowUp] = []
    var nonJoiners: [NonJoiner] = []
    /// Pupils who missed fewer than three.
    var fewerMisses = 0
    /// Besides them, of whom it is not certain.
    var fewerPossible = 0
    var trend: [Share] = []
    var classes: [ClassTrend] = []
    /// The latest earlier week with lessons: what this one is compared with; `nil`: none is known.
    var comparedWeek: Week?
    var new: [String] = []
    var cleared: [String] = []
    var complete = 0
    var incomplete: [Incomplete] = []
    /// What the log lacks, said once with the sessions that lack it; the most first.
    private(set) var gaps: [Gap] = []
    /// Notes that say where a recording is that is past its time.
    var recordingsDue: [HostNote] = []
    /// Who has not signed yet, of what the school keeps a register of: asked before the next call.
    var registers: [Register] = []
    /// Everything that waits for a decision, by its cause.
    private(set) var decisions: [SLTDecision] = []

    init(_ context: ReportContext, _ followUps: FollowUpList, _ devices: [RecurringDevice]) {
        (self.context, self.devices) = (context, devices)
        let monday = context.result.week.monday
        comparedWeek = context.result.past.lazy.filter { $0.day < monday }.map(\.day).max()?.week
        self.followUps = followUps
        countCoverage()
        listClassesWithoutPupils()
        countRules()
        holds = context.holds
        toSettle = context.sltFindings.filter { $0.rule == .needsALook }
        let streaks = Dictionary(
            (followUps.families + followUps.withheld).map { ($0.pupil, $0.inARow) }, uniquingKeysWith: max)
        // The longest row of misses first.
        support = context.sltFindings.filter { $0.rule == .unableToAccess }.enumerated().map { place, finding in
            (finding, -(finding.pupil.flatMap { streaks[$0] } ?? 0), place)
        }.sorted { ($0.1, $0.2) < ($1.1, $1.2) }.map(\.0)
        doubtful = context.sltFindings.filter { $0.rule == .doubtfulSession }
        withheld = followUps.withheld
        forSLT = followUps.families.filter { $0.step >= .sltCall && !$0.isClosed }.worstFirst
        countLog()
        listRecordings()
        let today = context.zone.day(of: context.result.now)
        registers = context.school.registers(on: min(today, context.result.week.sunday)).filter { !$0.missing.isEmpty }
        decisions = SLTDecision.all(in: self)
    }

    /// Adds who does not join and how the weeks went: a term's lessons are read for it.
    mutating func addHistory() {
        listNonJoiners()
        addTrends()
    }

    /// A register that nobody keeps is not one that everybody has signed.
    var wordsOfRegisters: [String] {
        if !registers.isEmpty { return registers.map(\.sentence) }
        return Agreement.Kind.allCases.contains(where: context.school.keepsRegister)
            ? [SLTWords.nothingToSign] : [SLTWords.noRegister]
    }

    // MARK: coverage

    private mutating func countCoverage() {
        var byTeacher: [String: Teacher] = [:]
        for (index, judged) in context.result.sessions.enumerated() {
            let hasData = judged.session.hasData
            guard let lead = judged.session.lesson?.leadStaff else {
                unscheduled += context.school.timetable.exists ? 1 : 0
                if !context.school.timetable.exists {
                    (scheduled, checked) = (scheduled + 1, checked + (hasData ? 1 : 0))
                }
                continue
            }
            guard hasData || context.school.wantsExport(of: judged.session) else {
                withoutList += judged.log.heldElsewhere.isEmpty ? 0 : 1
                continue
            }
            if !hasData, context.school.settings.isDayOff(judged.session.day) { continue }
            let name = context.staffName(ofCell: lead)
            var teacher = byTeacher[name] ?? Teacher(name: name)
            scheduled += 1
            if hasData {
                checked += 1
                teacher.with += 1
            } else {
                teacher.without += 1
                let day = judged.session.day
                missing.append(
                    Missing(
                        session: index, teacher: name, deletion: judged.session.platform?.keepsListDays.map { day + $0 }
                    ))
            }
            byTeacher[name] = teacher
        }
        missing.sort {
            (context.result.sessions[$0.session].session.start, $0.session) > (
                context.result.sessions[$1.session].session.start, $1.session
            )
        }
        teachers = byTeacher.values.filter { $0.without > 0 }.sorted { (-$0.without, $0.name) < (-$1.without, $1.name) }
    }

    /// Lessons in which nobody is expected, because the roster has no pupil of their class.
    private mutating func listClassesWithoutPupils() {
        let texts = context.result.sessions.lazy.map(\.session).filter {
            $0.lesson != nil && $0.kind.isForPupils && !$0.kind.isOneToOne && $0.enrolled.isEmpty
        }.map(\.classText)
        classesWithoutPupils = Set(texts).subtracting([""]).sorted()
    }

    /// `4Z, 5Z`, as a sentence.
    var withoutPupils: String? {
        classesWithoutPupils.isEmpty ? nil : SLTWords.withoutPupils(classesWithoutPupils)
    }

    // MARK: rules

    /// What SLT reads first, in this order.
    static let safeguardingRules: [RuleID] = [
        .unsupervised, .oneAdult, .oneToOne, .uninvited, .otherClass, .adultPresent, .impersonation, .afterRemoval,
        .rejoinedAfterRemoval, .outOfHours, .pupilHost, .pupilRecorded, .recordingBot,
    ]

    /// Rules whose findings wait for a decision stand there and nowhere else on the page.
    private static let decisionRules: Set<RuleID> = [.needsALook, .unableToAccess, .doubtfulSession]

    var safeguardingCount: Int { safeguarding.reduce(0) { $0 + $1.thisWeek } }
    /// Rules of which neither this week nor the one before has anything, in one line; empty: each has something.
    var nothingOf: String {
        let silent = safeguarding.filter { $0.thisWeek + $0.lastWeek == 0 }.map(\.rule.words)
        return silent.isEmpty ? "" : SLTWords.nothingFound(of: silent)
    }
    var safeguardingShown: [RuleCount] { safeguarding.filter { $0.thisWeek + $0.lastWeek > 0 } }

    private mutating func countRules() {
        var findings: [RuleID: [Finding]] = [:]
        for finding in context.sltFindings { findings[finding.rule, default: []].append(finding) }
        var before: [RuleID: Int] = [:]
        var unsigned: Set<String> = []
        for session in context.result.past where session.day.week == comparedWeek {
            for (rule, count) in session.counts { before[rule, default: 0] += count }
            unsigned.formUnion(context.result.earlier.unsigned[session.key] ?? [])
        }
        before[.noAgreement] = unsigned.count
        if let ofWeek = comparedWeek.flatMap({ context.result.earlier.ofWeeks[$0] }) {
            before.merge(ofWeek) { $1 }
        }
        func count(_ rule: RuleID) -> RuleCount {
            let own = findings[rule] ?? []
            // What a pupil lacks is lacking once, in however many lessons.
            let count = rule == .noAgreement ? Set(own.compactMap(\.pupil)).count : own.count
            return RuleCount(rule: rule, thisWeek: count, lastWeek: before[rule] ?? 0, findings: own)
        }
        let policy = context.school.settings.policy
        safeguarding = Self.safeguardingRules.map(count).filter {
            policy.isOn($0.rule) || $0.thisWeek + $0.lastWeek > 0
        }
        others = RuleID.allCases.filter { !Self.safeguardingRules.contains($0) && $0 != .nonJoiner && $0 != .noExport }
            .map(count).filter { $0.thisWeek + $0.lastWeek > 0 }
        alsoFound = others.filter { !Self.decisionRules.contains($0.rule) }
    }

    // MARK: pupils

    private mutating func listNonJoiners() {
        let all = followUps.families + followUps.withheld
        let missed = all.indices.filter { !all[$0].misses.isEmpty }
        let often = missed.filter { all[$0].certainMisses.count >= 3 || all[$0].inARow >= 3 }
        let keys = often.map {
            (
                -all[$0].inARow, -all[$0].certainMisses.count, all[$0].classText, context.sortName(all[$0].pupil),
                all[$0].pupil
            )
        }
        nonJoiners = keys.indices.sorted { keys[$0] < keys[$1] }.map { position in
            let followUp = all[often[position]]
            let reached = reachedLately(followUp)
            return NonJoiner(
                followUp: followUp,
                contactMade: reached.map { SLTWords.reached(on: $0.day) } ?? contactTried(with: followUp.pupil),
                outcome: PlainText.clean(reached?.outcome ?? "", limit: 300),
                isWithheld: often[position] >= followUps.families.count)
        }
        let oftenPupils = Set(often.map { all[$0].pupil })
        let fewer = Set(missed.map { all[$0].pupil }).subtracting(oftenPupils)
        let certain = Set(missed.filter { all[$0].isCertain }.map { all[$0].pupil })
        fewerMisses = fewer.intersection(certain).count
        fewerPossible = fewer.subtracting(certain).count
        let before = oftenBefore()
        let back = joinedThisWeek()
        let now = Set(oftenPupils.map { context.pupilIDs[$0] })
        new = oftenPupils.filter { !before.contains(context.pupilIDs[$0]) }.map { context.sortName($0) }.sorted()
        cleared = context.pupilIDs.typedIndices.filter {
            before.contains(context.pupilIDs[$0]) && !now.contains(context.pupilIDs[$0]) && back.contains($0)
        }
        .map { context.sortName($0) }.sorted()
    }

    /// Within the last four weeks.
    private func isOfLate(_ note: FollowUpNote) -> Bool {
        note.day > context.result.week.sunday - 28 && note.day <= context.result.week.sunday
    }

    /// When the family was last reached.
    private func reachedLately(_ followUp: FollowUp) -> FollowUpNote? {
        followUp.ledger.last { $0.kind == .contacted && isOfLate($0) }
    }

    /// `no`, `tried x2`
    private func contactTried(with pupil: Pupil.Index) -> String {
        let tried = context.school.records.followUps.count { $0.pupil == pupil && $0.kind == .tried && isOfLate($0) }
        return tried > 0 ? SLTWords.tried(tried) : SharedWords.no
    }

    /// Of whom nothing was seen this week, nobody knows whether they are back.
    private func joinedThisWeek() -> Set<Pupil.Index> {
        var pupils: Set<Pupil.Index> = []
        for judged in context.result.sessions {
            for result in judged.results where result.status == .joined { pupils.insert(result.pupil) }
        }
        return pupils
    }

    /// Printed ids of those whom the week before listed, by the same measure: three certain misses in a class, in that
    /// week or in a row up to its end.
    private func oftenBefore() -> Set<String> {
        guard let comparedWeek else { return [] }
        let result = context.result
        var rows = MissRows(
            result.school, ClassMoves(result.past, result.sessions, of: result.school, on: result.week.sunday))
        for session in result.past where session.isScheduled && session.day <= comparedWeek.sunday {
            rows.count(session, isOfWeek: session.day.week == comparedWeek)
        }
        let listed = rows.ofWeek.filter { $0.value.atEnd >= 3 || $0.value.certain >= 3 }
        return Set(listed.keys.map { context.pupilIDs[$0.pupil] })
    }

    /// `4 of 5 sessions checked; 1 without an export.`
    var coverage: String {
        scheduled + unscheduled == 0
            ? SLTWords.nothingExpected
            : SLTWords.coverage(checked, of: scheduled, missing: missing.count, unscheduled: unscheduled)
    }

    /// `Prepared Sat 10 Oct 2026 08:00. Keep until Sun 10 Oct 2027.`
    var prepared: String {
        let now = context.zone.wallTime(of: context.result.now)
        return SLTWords.prepared(now, keepUntil: now.day + context.school.settings.retentionDays)
    }

    /// What the figures of "last week" are of, where that is not the week before.
    var comparison: String? {
        guard let comparedWeek else { return SLTWords.noEarlierWeek }
        return comparedWeek.monday == context.result.week.monday - 7 ? nil : SLTWords.otherLastWeek(comparedWeek)
    }

    // MARK: trends

    /// At most so many weeks are shown, this one last.
    static let weeksShown = 12

    private mutating func addTrends() {
        let monday = context.result.week.monday
        let none = (0..<Self.weeksShown).reversed().map { Share(week: Week(of: monday - 7 * $0)) }
        var total = none
        var byClass: [String: [Share]] = [:]
        func add(joined: Int, missing: Int, unsettled: Int, of classText: String, in week: Week) {
            let position = none.count - 1 - (monday.number - week.monday.number) / 7
            total[position].add(joined: joined, missing: missing, unsettled: unsettled)
            byClass[classText, default: none][position].add(joined: joined, missing: missing, unsettled: unsettled)
        }
        for session in context.result.past
        where session.day >= none[0].week.monday && session.day < monday && session.kind.isForPupils {
            var (joined, missing) = (0, 0)
            // Without data, or in doubt.
            if session.statuses.values.contains(.noData) { continue }
            for status in session.statuses.values {
                if status == .joined {
                    joined += 1
                } else if status == .nonJoiner || status == .possible {
                    missing += 1
                }
            }
            add(
                joined: joined, missing: missing, unsettled: session.unsettled, of: session.classText,
                in: session.day.week)
        }
        for judged in context.result.sessions where judged.session.kind.isForPupils && !judged.isDoubtful {
            let results = judged.results
            let joined = results.indices.count { results[$0].status == .joined }
            let missing = results.indices.count { results[$0].status == .nonJoiner || results[$0].status == .possible }
            add(
                joined: joined, missing: missing, unsettled: judged.unsettledCount, of: judged.session.classText,
                in: context.result.week)
        }
        trend = total.filter { $0.expected > 0 }
        classes = byClass.filter { !$0.key.isEmpty }.map { name, shares in
            ClassTrend(name: PlainText.clean(name), weeks: shares.filter { $0.expected > 0 })
        }
        .filter { !$0.weeks.isEmpty }
        .sorted { ($0.thisWeek(context.result.week) ?? 2, $0.name) < ($1.thisWeek(context.result.week) ?? 2, $1.name) }
    }

    // MARK: log

    /// While the note says where a recording is, it is still there.
    private mutating func listRecordings() {
        let days = context.school.settings.daysOfRecordings
        recordingsDue = context.school.records.notes.filter {
            $0.kind == .recorded && !$0.text.isEmpty && $0.day + days <= context.result.week.sunday
        }.sorted { ($0.day, $0.classText, $0.source) < ($1.day, $1.classText, $1.source) }
    }

    private mutating func countLog() {
        // A school that never ticks has not begun to: that each session lacks it would hide what else is missing.
        let ticks = context.school.records.notes.contains { $0.kind == .hostChecks }
        for (index, judged) in context.result.sessions.enumerated() {
            let isWanted =
                judged.session.hasData || judged.session.lesson == nil
                || context.school.wantsExport(of: judged.session)
            let fields =
                (judged.log.isComplete || !isWanted ? [] : [judged.session.hasData ? SLTWords.times : SLTWords.export])
                + missingLogFields(judged.log, withHostChecks: ticks)
            if fields.isEmpty { complete += 1 } else { incomplete.append(Incomplete(session: index, fields: fields)) }
        }
        gaps = Dictionary(grouping: incomplete) {
            $0.fields.joined(separator: ", ").replacing("_", with: " ")
        }.map { fields, own in
            Gap(fields: fields, sessions: own.map { context.title(of: context.result.sessions[$0.session].session) })
        }.sorted { (-$0.sessions.count, $0.fields) < (-$1.sessions.count, $1.fields) }
    }

    /// `2 SchoolCloud appointments and 1 telephone call`
    var heldElsewhere: String {
        let platforms = context.result.sessions.lazy.filter { !$0.session.hasData && !$0.log.heldElsewhere.isEmpty }
            .map { $0.session.lesson?.platform }
        let (schoolCloud, telephone) = (platforms.count { $0 == .schoolcloud }, platforms.count { $0 == .telephone })
        return SLTWords.appointments(
            schoolCloud: schoolCloud, telephone: telephone, others: platforms.count - schoolCloud - telephone)
    }

    /// Sessions that need a look: supervision, one-to-one, people who were not invited. Worst first.
    var sessionsToLookAt: [Int] {
        let order: [RuleID] = [
            .unsupervised, .oneToOne, .uninvited, .impersonation, .oneAdult, .otherClass, .adultPresent,
        ]
        return context.result.sessions.indices.compactMap { index -> (Int, Int)? in
            let ranks = context.result.sessions[index].staffFindings.lazy.compactMap { order.firstIndex(of: $0.rule) }
            return context.result.sessions[index].session.hasData ? ranks.min().map { ($0, index) } : nil
        }
        .sorted { $0 < $1 }.map(\.1)
    }
}

extension SLTSummary {
    /// `not invited; pupils without an adult`
    func rulesToLookAt(_ judged: JudgedSession) -> String {
        Set(judged.staffFindings.map(\.rule)).intersection(Self.safeguardingRules).sorted().map(\.words)
            .joined(separator: "; ")
    }
}

extension SLTSummary.ClassTrend {
    func thisWeek(_ week: Week) -> Double? { weeks.last { $0.week == week }?.low }
}

/// `93%` of a share; 99.6 is not 100.
func percent(_ share: Double) -> String { "\(hundredths(share))%" }

private func hundredths(_ share: Double) -> Int {
    let rounded = Int((share * 100).rounded())
    return share < 1 ? min(rounded, 99) : rounded
}
