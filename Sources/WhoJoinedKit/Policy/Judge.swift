/// Applies the school's rules to linked sessions. Made once per run: it holds the school's files, indexed.
struct Judge: Sendable {
    let records: RecordIndex
    private let rules: [any Rule]
    private let weekly: [any WeeklyRule]
    /// It is asked too of what each session can tell: no report of a week needs it.
    private let weighsEvidence: Bool

    /// - Parameter linked: every session of the run (a note may use a display name of one of them).
    init(_ school: School, matcher: Matcher, linked: [LinkedSession], weighsEvidence: Bool = false) {
        self.weighsEvidence = weighsEvidence
        records = RecordIndex(school, matcher: matcher, linked: linked)
        rules = RuleBook.rules.filter { school.settings.policy.isOn($0.id) }
        weekly = RuleBook.weekly.filter { school.settings.policy.isOn($0.id) }
    }

    /// The session with every rule that is on and applies to its kind.
    func judge(_ linked: LinkedSession) -> JudgedSession {
        var session = linked
        if session.lesson == nil { session.kind = kindOfUnscheduled(session) }
        if session.kind == .parentMeeting {
            for i in session.entrants.indices { session.entrants[i].link = session.entrants[i].link.asGuest }
        }
        let context = RuleContext(session, records: records)
        let findings = rules.filter {
            $0.applies(to: session.kind) && !(context.isDoubtful && DoubtfulSessionRule.leftOut.contains($0.id))
        }.flatMap { $0.findings(in: context) }
        let times = context.presence.pupils.map {
            TimeInCall(pupil: $0.pupil, seconds: $0.spans.seconds, first: $0.spans.start, last: $0.spans.end)
        }
        return JudgedSession(
            session: session, results: context.results, findings: Finding.united(findings),
            log: SessionLogEntry(context), timesInCall: times, isDoubtful: context.isDoubtful,
            telling: weighsEvidence ? telling(context) : [:])
    }

    private func telling(_ context: RuleContext) -> [RuleID: Bool] {
        var telling: [RuleID: Bool] = [:]
        for rule in rules where rule.applies(to: context.session.kind) {
            guard let canTell = rule.canTell(in: context) else { continue }
            telling[rule.id] = canTell && !(context.isDoubtful && DoubtfulSessionRule.leftOut.contains(rule.id))
        }
        return telling
    }

    /// Pupils in it make a lesson, else contacts a meeting with parents, else it was staff. Without a timetable an
    /// export of a class is its lesson, whoever came.
    private func kindOfUnscheduled(_ session: LinkedSession) -> SessionKind {
        if !records.school.timetable.exists, !session.classText.isEmpty { return .lesson }
        let present = session.entrants.filter { !$0.stays.isEmpty }
        // A list of calls has it, and nobody's name.
        if present.isEmpty, !session.classText.isEmpty { return .lesson }
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
    /// Parents were asked to a meeting, and not all of them are on the roster: an unknown guest is unnamed, not
    /// uninvited. Who must have no contact stays so, and what a person settled.
    fileprivate var asGuest: Link {
        guard outcome == .uninvited, !isBarredContact, decidedBy == nil else { return self }
        var link = self
        link.outcome = .unnamed
        link.isUnknownGuest = true
        return link
    }
}

extension Finding {
    /// In the order of the rules, then names and times; what would read the same (two devices called iPad) is one line
    /// with all its rows.
    static func united(_ findings: [Finding]) -> [Finding] {
        struct Key: Hashable {
            var rule: RuleID
            var subject: Subject
            var pupil: Pupil.Index?
            var staff: StaffMember.Index?
            var name: String
            var interval: Interval?

            init(_ finding: Finding) {
                (rule, subject, pupil, staff, interval) = (
                    finding.rule, finding.subject, finding.pupil, finding.staff, finding.interval
                )
                name = pupil == nil && staff == nil ? personKey(finding.name) : ""
            }
        }
        var (positions, kept, repeats) = ([Key: Int](minimumCapacity: findings.count), [Int](), [Int: [Int]]())
        kept.reserveCapacity(findings.count)
        for index in findings.indices {
            let key = Key(findings[index])
            if let position = positions[key] {
                repeats[position, default: []].append(index)
            } else {
                positions[key] = index
                kept.append(index)
            }
        }
        let ranks = findings.map(\.rule.rank)
        func key(_ i: Int) -> (String, Int, Int) {
            (findings[i].name, findings[i].interval?.start.seconds ?? 0, findings[i].pupil?.position ?? -1)
        }
        kept.sort { ranks[$0] == ranks[$1] ? key($0) < key($1) : ranks[$0] < ranks[$1] }
        return kept.map { position in
            repeats[position].map { others in Finding(findings[position], unitedWith: others.map { findings[$0] }) }
                ?? findings[position]
        }
    }
}
