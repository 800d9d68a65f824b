/// Applies the school's rules to linked sessions. Made once per run: it holds the school's files, indexed.
struct Judge: Sendable {
    let records: RecordIndex
    private let rules: [any Rule]
    private let weekly: [any WeeklyRule]

    /// - Parameter linked: every session of the run (a note may use a display name of one of them).
    init(_ school: School, matcher: Matcher, linked: [Session]) {
        records = RecordIndex(school, matcher: matcher, linked: linked)
        rules = RuleBook.rules.filter { school.settings.policy.isOn($0.id) }
        weekly = RuleBook.weekly.filter { school.settings.policy.isOn($0.id) }
    }

    /// The session with every rule that is on and applies to its kind.
    func judge(_ linked: Session) -> JudgedSession {
        var session = linked
        if session.lesson == nil { session.kind = kindOfUnscheduled(session) }
        if session.kind == .parentMeeting { for i in session.entrants.indices { session.entrants[i].link = session.entrants[i].link.asGuest } }
        let context = RuleContext(session, records: records)
        let found = rules.filter { $0.applies(to: session.kind) }.flatMap { $0.findings(in: context) }
        let times = context.presence.pupils.map { TimeInCall(pupil: $0.pupil, seconds: $0.spans.seconds, first: $0.spans.start, last: $0.spans.end) }
        return JudgedSession(
            session: session, results: context.results, findings: Finding.united(found), log: SessionLogEntry(context), timesInCall: times)
    }

    /// Pupils in it make a lesson, else contacts a meeting with parents, else it was staff (`rules.md` §2.2).
    /// Without a timetable an export of a class is its lesson, whoever came.
    private func kindOfUnscheduled(_ session: Session) -> SessionKind {
        if !records.school.timetable.exists, !session.classText.isEmpty { return .lesson }
        let present = session.entrants.filter { !$0.stays.isEmpty }
        let hasPupils = present.contains { entrant in
            switch entrant.link.outcome {
            case .pupil, .otherClass: true
            case .ambiguous: !entrant.link.candidates.isEmpty
            default: false
            }
        }
        if hasPupils { return .lesson }
        return present.contains { $0.link.outcome == .contact } ? .parentMeeting : .staffMeeting
    }

    /// Rules of the whole week: over-use and unable-to-access.
    func weeklyFindings(of sessions: [JudgedSession], past: [PastSession], week: Week) -> [Finding] {
        let context = WeekContext(sessions, past: past, records: records, week: week)
        return weekly.flatMap { $0.findings(in: context) }
    }
}

extension Link {
    /// Parents were asked to a meeting, and not all of them are on the roster: an unknown guest is unnamed, not uninvited
    /// (`rules.md` §2.6). Who must have no contact stays so, and what a person settled.
    fileprivate var asGuest: Link {
        guard outcome == .uninvited, !isBarredContact, decidedBy == nil else { return self }
        var link = self
        link.outcome = .unnamed
        link.why = "A guest of a meeting with parents, whom the data does not know."
        return link
    }
}

extension Finding {
    /// In the order of the rules, then names and times; what would read the same (two devices called iPad) is one line with all its rows.
    static func united(_ findings: [Finding]) -> [Finding] {
        struct Key: Hashable {
            var rule: RuleID
            var subject: Subject
            var pupil: Int?
            var staff: Int?
            var name: String
            var interval: Interval?
        }
        var (united, places) = ([Finding](), [Key: Int]())
        for finding in findings {
            let name = finding.pupil == nil && finding.staff == nil ? personKey(finding.name) : ""
            let key = Key(
                rule: finding.rule, subject: finding.subject, pupil: finding.pupil, staff: finding.staff, name: name, interval: finding.interval)
            if let place = places[key] {
                united[place].evidence += finding.evidence
                united[place].evidence.sortOnce()
                united[place].severity = max(united[place].severity, finding.severity)
            } else {
                places[key] = united.count
                united.append(finding)
            }
        }
        let ranks = united.map(\.rule.rank)
        func key(_ i: Int) -> (Int, String, Int, Int) { (ranks[i], united[i].name, united[i].interval?.start.seconds ?? 0, united[i].pupil ?? -1) }
        return united.indices.sorted { ranks[$0] == ranks[$1] ? key($0) < key($1) : ranks[$0] < ranks[$1] }.map { united[$0] }
    }
}

extension PastSession {
    /// Pupils were expected: by the timetable, or because the school has none.
    static func isExpected(_ session: Session, in school: School) -> Bool {
        session.kind.isForPupils && (session.lesson != nil || !school.timetable.exists)
    }

    init(_ judged: JudgedSession, in school: School) {
        let session = judged.session
        let expected = Set(session.expected)
        let counted = judged.results.lazy.filter { expected.contains($0.pupil) }.map(\.status)
        var counts: [RuleID: Int] = [:]
        for index in judged.findings.indices { counts[judged.findings[index].rule, default: 0] += 1 }
        let entrants = session.entrants
        let unsettled = entrants.indices.count {
            !entrants[$0].stays.isEmpty && (entrants[$0].link.outcome == .unnamed || entrants[$0].link.outcome == .ambiguous)
        }
        self.init(
            key: session.key, day: session.day, start: session.start, classText: session.classText, kind: session.kind,
            isScheduled: PastSession.isExpected(session, in: school),
            statuses: PupilStatuses(judged.results.map { (school.roster.pupils[$0.pupil].id, $0.status) }),
            joined: counted.count { $0 == .joined }, expected: counted.count { $0 == .joined || $0 == .nonJoiner || $0 == .possible },
            unsettled: unsettled,
            counts: counts)
    }
}
