/// What there is to say of one lesson, before anybody has decided how it looks: for the page as text and as HTML.
struct LessonFacts: Sendable {
    /// Something unsafe, or found besides: its parts in order.
    struct Item: Sendable {
        var rule: RuleID
        var what: String
        /// `09:41-10:00`; empty where the rule has no times.
        var times = ""
        /// `19 min`
        var length = ""
        var who = ""
        var detail = ""
        /// The school's own clause, at the last item of a rule.
        var clause = ""
    }

    /// Somebody who was not seen by name.
    struct Miss: Sendable {
        var name: String
        /// The last five lessons, oldest first: `J - ? e`.
        var marks: String
        /// `no`, `yes`, or `yes: dentist`.
        var absence: String
        /// `2 in a row, may be here, SEND`
        var notes: String
    }

    let judged: JudgedSession
    let session: LinkedSession
    let context: ReportContext
    /// Those who were expected or came: not the rest of a class whose pupil had a one-to-one.
    let results: [PupilResult]
    /// Certain and possible misses.
    let missing: [PupilResult]
    let bounds: Bounds
    /// Who was not seen, by family name, known absences among them.
    private(set) var misses: [Miss] = []

    init(_ judged: JudgedSession, _ context: ReportContext) {
        self.judged = judged
        session = judged.session
        self.context = context
        let expected = Set(judged.session.expected)
        results = judged.results.filter { expected.contains($0.pupil) || $0.status != .excused }
        missing = judged.results.filter { $0.status == .nonJoiner || $0.status == .possible }
        bounds = Bounds(judged)
        misses = listMisses()
    }

    /// `4B  Maths`
    var name: String {
        [session.classText.isEmpty ? LessonWords.noClass : session.classText, session.subject].map {
            PlainText.clean($0)
        }
        .filter { !$0.isEmpty }.joined(separator: "  ")
    }

    /// `Wed 7 Oct 2026, 09:00-09:45`
    var times: String {
        "\(session.day.shortWithYear), \(context.time(session.start))-\(context.time(session.end))"
    }

    /// Why nobody should be called missing on this lesson's word, if so.
    var doubts: [String] {
        var doubts = judged.staffFindings.filter { $0.rule == .doubtfulSession }.prefix(1).map {
            LessonWords.inDoubt(context.text($0.detail, limit: 600))
        }
        if !session.isWhole {
            doubts.append(LessonWords.damaged)
        }
        return doubts
    }

    // MARK: what is unsafe, and what else was found

    var unsafe: [Item] {
        let unsafe = judged.staffFindings.filter { $0.severity == .safeguarding }
        return unsafe.enumerated().map { i, finding in
            var item = item(finding)
            let isLast = i + 1 == unsafe.count || unsafe[i + 1].rule != finding.rule
            if isLast { item.clause = PlainText.clean(context.school.settings.policy.clause(finding.rule), limit: 300) }
            return item
        }
    }

    var alsoFound: [Item] {
        let shown: Set<RuleID> = [
            .nonJoiner, .late, .needsALook, .unnamed, .cameraUnknown, .cameraOff, .doubtfulSession,
        ]
        return judged.staffFindings.filter { $0.severity != .safeguarding && !shown.contains($0.rule) }.map(item)
    }

    /// What the platform's log tells, a line for each.
    var log: [String] {
        SessionEvents(session, context.school).lines.map { context.text($0, limit: 300) }
    }

    // MARK: the host's checks

    /// `[x] muted`; `nil`: the policy asks for none and none is noted.
    var hostTicks: [String]? {
        guard judged.log.wantsHostChecks || judged.log.hostTicks != nil else { return nil }
        return HostCheck.allCases.map {
            "[\(judged.log.hostTicks?.contains($0) == true ? "x" : " ")] \($0.rawValue)"
        }
    }

    var hasNoTicks: Bool { judged.log.hostTicks == nil }

    /// The command that notes them; `nil`: all are ticked, or the class cannot stand in a command.
    var commandForTicks: String? {
        judged.log.hostTicks?.count ?? 0 < HostCheck.allCases.count
            ? Commands.noteTicks(of: session, start: context.time(session.start)) : nil
    }

    private func item(_ finding: Finding) -> Item {
        var item = Item(rule: finding.rule, what: finding.rule.words.capitalised)
        if let span = finding.interval {
            item.times = "\(context.time(span.start))-\(context.time(span.end))"
            item.length = lengthWords(span.seconds)
        }
        if !finding.isOfSession { item.who = context.name(of: finding) }
        item.detail = context.text(finding.detail, limit: 600)
        return item
    }

    /// Who must not be admitted and is of this class, or was here.
    var holds: [Hold] { context.holds.filter(isHere) }

    /// `removed Mon 9 Nov, and in this lesson 09:00-09:45`
    func words(of hold: Hold) -> String {
        let here = session.entrants.filter { entrant in
            !entrant.stays.isEmpty && hold.day < session.day
                && (hold.pupil.map { entrant.link.pupil == $0 } ?? entrant.isCalled(personKey(hold.person)))
                && entrant.link.outcome != .contact
        }
        let times = here.map { context.times(of: $0) }
        return LessonWords.removed(on: hold.day, here: times)
    }

    private func isHere(_ hold: Hold) -> Bool {
        guard hold.day <= session.day else { return false }
        if let pupil = hold.pupil {
            return session.enrolled.contains(pupil) || session.entrants.contains { $0.link.pupil == pupil }
        }
        return hold.classKeys.contains { key in session.classes.contains { $0.key == key } }
    }

    // MARK: who was there

    struct Count: Sendable {
        var number: Int
        var words: String
        var note = ""
    }

    /// The call meets no lesson of the timetable.
    var isUnplaced: Bool { session.lesson == nil && context.school.timetable.exists }

    /// Empty where nobody was expected.
    var counts: [Count] {
        if results.isEmpty { return [] }
        var rows = [Count(number: results.count, words: LessonWords.onRoster)]
        let joined = results.count { $0.status == .joined }
        let late = judged.staffFindings.count { $0.rule == .late }
        rows.append(
            Count(
                number: joined, words: SharedWords.seen,
                note: late > 0 ? LessonWords.onTime(joined - late, late: late) : ""))
        let unsure = session.entrants.count { $0.link.outcome == .ambiguous && !$0.onlyWaited }
        if unsure > 0 {
            rows.append(Count(number: unsure, words: LessonWords.toSettle(unsure), note: LessonWords.seeBelow))
        }
        let excused = results.count { $0.status == .excused }
        if excused > 0 { rows.append(Count(number: excused, words: LessonWords.excused)) }
        let dataless = results.count { $0.status == .noData }
        if dataless > 0 { rows.append(Count(number: dataless, words: LessonWords.noRecord)) }
        rows.append(Count(number: missing.count, words: SharedWords.notSeen))
        return rows
    }

    var nobodyExpected: String {
        LessonWords.nobodyExpected(entrants: session.entrants.count { !$0.onlyWaited })
    }

    /// `nearest lesson in the timetable: 4B Maths, Mon 16 Nov 09:00 (timetable.csv:2)`
    var nearestLesson: String? {
        guard isUnplaced, let nearest = session.nearest else { return nil }
        let name = [nearest.classText, nearest.subject].map { PlainText.clean($0) }.filter { !$0.isEmpty }
        return LessonWords.nearest(
            name.joined(separator: " "), at: "\(nearest.day.short) \(context.time(nearest.start))", "\(nearest.source)")
    }

    /// `between 4 and 5 did not join: "Freya" is not settled`; `nil` where it is one number, or nothing can be said.
    var range: String? {
        guard !missing.isEmpty, !judged.isDoubtful, bounds.low != bounds.high else { return nil }
        let unsettled = session.entrants.filter { isUnsettled($0) }
        let names = unsettled.prefix(3).map { "\"\(context.shown($0))\"" }
        return LessonWords.range(bounds, names, of: unsettled.count)
    }

    // MARK: who was not seen

    private func listMisses() -> [Miss] {
        let excused = results.filter { $0.status == .excused }
        let all = missing + excused
        guard !all.isEmpty else { return [] }
        let history = ClassHistory(context.result, context.classes, pupils: Set(all.map(\.pupil)))
        let outcomes = outcomes
        return all.sorted { context.rosterName($0.pupil) < context.rosterName($1.pupil) }.map {
            miss($0, history, outcome: outcomes[$0.pupil])
        }
    }

    /// How the families of those missing were tried or reached from the lesson's day on: the last of it. On a screen that
    /// others see it is nobody's business.
    private var outcomes: [Pupil.Index: String] {
        let notes = context.school.records.followUps.filter { $0.kind != .cleared && $0.day >= session.day }
        if context.isForScreen || notes.isEmpty || missing.isEmpty { return [:] }
        let book = FamilyBook(context.school)
        let last = Dictionary(grouping: notes) { book.familyOf[$0.pupil] }.compactMapValues { own in
            own.max { $0.day < $1.day }?.words
        }
        return Dictionary(
            missing.compactMap { result in last[book.familyOf[result.pupil]].map { (result.pupil, $0) } },
            uniquingKeysWith: { first, _ in first })
    }

    private func miss(_ result: PupilResult, _ history: ClassHistory, outcome: String?) -> Miss {
        let own = context.classes.ownClass(of: result.pupil, inSession: index)
        let line = history.statuses(of: result.pupil, inClass: own).filter { $0.start <= session.start }
        let inARow = streak(line.map(\.status))
        var absence = result.status == .excused ? SharedWords.yes : SharedWords.no
        if result.status == .excused && !result.furtherReason.isEmpty {
            absence += ": \(context.text(result.furtherReason, limit: 40))"
        }
        var notes = inARow > 1 ? [SharedWords.inARow(inARow)] : []
        if result.status == .possible && bounds.low < bounds.high { notes.append(LessonWords.maybeHere) }
        if context.isSEND(result.pupil) { notes.append(SharedWords.send) }
        if let outcome { notes.append(outcome) }
        return Miss(
            name: context.sortName(result.pupil),
            marks: line.prefix(5).map { mark($0.status) }.reversed().joined(separator: " "), absence: absence,
            notes: notes.joined(separator: ", "))
    }

    private var index: Int { context.result.sessions.firstIndex { $0.session.key == session.key } ?? 0 }

    private func mark(_ status: PupilStatus) -> String {
        switch status {
        case .joined: "J"
        case .nonJoiner: "-"
        case .excused: "e"
        case .possible, .noData: "?"
        }
    }

    /// Misses in a row up to this lesson; what cannot tell neither counts nor breaks.
    private func streak(_ newestFirst: [PupilStatus]) -> Int {
        newestFirst.prefix { $0 != .joined }.count { $0 == .nonJoiner }
    }

    /// When the door of the lesson closed, where the school has the rule.
    var lock: Instant? {
        guard context.school.settings.policy.isOn(.late) else { return nil }
        return session.start + context.school.settings.policy[LateRule.afterMinutes].seconds
    }

    /// When each came who came late, first come first.
    var late: [(time: String, name: String)] {
        judged.staffFindings.filter { $0.rule == .late }.sorted {
            ($0.interval?.end.seconds ?? 0, $0.name) < ($1.interval?.end.seconds ?? 0, $1.name)
        }.map { finding in
            (
                context.fullTime(finding.interval?.end),
                finding.pupil.map { context.sortName($0) } ?? context.name(of: finding)
            )
        }
    }

    // MARK: names

    var namesToConfirm: [LinkedEntrant] {
        session.entrants.filter { $0.link.outcome == .ambiguous && !$0.onlyWaited && !$0.link.namesAllCandidates }
    }

    func candidates(of entrant: LinkedEntrant) -> String { judged.couldBe(entrant.link.candidates, context) }

    var unnamed: [LinkedEntrant] { session.entrants.filter { $0.link.outcome == .unnamed && !$0.onlyWaited } }

    var placeOfUnnamed: String {
        LessonWords.placeOfUnnamed(missing: missing.count)
    }

    // MARK: the rest

    var camera: String {
        let off = judged.staffFindings.filter { $0.rule == .cameraOff }
        let canTell =
            session.exports.contains { $0.abilities.camera }
            || session.entrants.contains { WhoJoinedKit.camera(of: $0.stays) != .unknown }
        if !off.isEmpty { return LessonWords.cameraOff(off.map { context.name(of: $0) }) }
        return canTell ? LessonWords.cameraOn : LessonWords.cameraUnknown
    }

    /// `Mary Whitmore 08:55-10:03 (left last)`, `Kofi Osei 08:58-09:41`
    var staffTimes: [String] {
        let staff = session.entrants.filter { $0.link.outcome == .staff && !$0.onlyWaited }
        guard !staff.isEmpty else { return [LessonWords.noStaff] }
        let ends = Set(staff.compactMap { $0.stays.compactMap(\.stay.left).max() })
        // Of several who left at once nobody was last.
        let last = ends.count > 1 ? ends.max() : nil
        return staff.map { entrant in
            let name = entrant.link.staff.map { context.staffNames[$0] } ?? context.shown(entrant)
            let isLast = last != nil && entrant.stays.compactMap(\.stay.left).max() == last
            return "\(name) \(context.times(of: entrant))\(isLast ? LessonWords.leftLast : "")"
        }
    }

    /// What the page rests on.
    var evidence: [String] {
        let stays = session.entrants.reduce(0) { $0 + $1.stays.count }
        let people = session.entrants.count { !$0.onlyWaited }
        let read = LessonWords.read(
            entrants: people, stays: stays, exports: session.exports.count,
            placedBy: PlainText.clean(session.placedBy))
        return [read]
            + session.exports.filter(\.dates.isAmbiguous).map { export in
                LessonWords.dates(export.dates.order, PlainText.clean(export.dates.decidedBy))
            }
    }
}
