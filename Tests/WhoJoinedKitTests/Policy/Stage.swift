@testable import WhoJoinedKit

/// One session on a stage of our own: class 4B (pupils 0-3), another class (pupil 4), two members of staff; Monday 16
/// November 2026, 09:00-09:45.
struct Stage {
    static let monday = Day(iso: "2026-11-16")!
    var school = School()
    var session: LinkedSession
    var export = ExportAbilities(times: true, camera: true, waitingRoom: false, consent: false, external: false)

    /// - Parameter rules: the `[rules]` of school.toml; by default every rule of both presets is on.
    init(_ rules: String = "", kind: SessionKind = .lesson, isScheduled: Bool = true, on day: Day = Stage.monday) {
        let all = RuleID.allCases.map { "[rules.\($0.rawValue)]\non = true\n" }.filter {
            !rules.contains($0.split(separator: "\n")[0])
        }.joined()
        let text =
            "[school]\ndomains = [\"oak.example\"]\nhours = \"08:30-16:00\"\ndays-off = [\"2026-11-18\"]\n\(rules)\n\(all)"
        school.settings = try! readSettings(text)
        let names = ["Ann Able", "Ben Best", "Cat Cole", "Dan Dale", "Eve Else"]
        for (index, name) in names.enumerated() {
            let parts = name.split(separator: " ").map { String($0) }
            var pupil = Pupil(key: "mis:p\(index)", id: PupilID("p\(index)"))
            pupil.main = PersonName(given: parts[0], family: parts[1])
            school.roster.pupils.append(pupil)
        }
        school.roster.classes = [
            SchoolClass(id: "4B", code: ClassCode("4B"), name: "4B", kind: .registration),
            SchoolClass(id: "5C", code: ClassCode("5C"), name: "5C"),
        ]
        school.roster.enrolments = (0..<5).map { Enrolment(pupil: Pupil.Index($0), classIndex: $0 < 4 ? 0 : 1) }
        school.roster.staff = [StaffMember(code: "MDA", full: "Mo Daly"), StaffMember(code: "IOK", full: "Ife Oke")]
        school.timetable.exists = true
        school.indexRoster()
        let zone = school.settings.zone
        let (start, end) = (zone.instant(of: day, ClockTime("09:00")!), zone.instant(of: day, ClockTime("09:45")!))
        let lesson = Lesson(
            meetingID: "81", classText: "4B", classes: [ClassCode("4B")], subject: "Maths", kind: kind, day: day,
            start: start, end: end, leadStaff: "MDA",
            secondStaff: "", platform: nil, source: "timetable.csv:2")
        session = LinkedSession(
            key: "00000000", day: day, start: start, end: end, kind: kind, classText: "4B", classes: [ClassCode("4B")],
            subject: "Maths", platform: .zoom,
            meetingID: "81", lesson: isScheduled ? lesson : nil, placedBy: "", exports: [], entrants: [],
            enrolled: [0, 1, 2, 3],
            expected: isScheduled && kind.isForPupils ? [0, 1, 2, 3] : [])
        session.exports = [summary("a.csv")]
    }

    private func summary(_ file: String) -> ExportSummary {
        ExportSummary(
            file: file, platform: .zoom, variant: "zoom/participants", abilities: export,
            dates: DateDecision(order: .none, decidedBy: ""), isComplete: true,
            hostEmail: nil, meetingID: "81", topic: nil, lastMoment: nil)
    }

    func at(_ time: String) -> Instant { school.settings.zone.instant(of: session.day, ClockTime(time)!) }

    /// `08:58:00-09:45:00`, or `09:00-` for one who is still there
    func stay(_ text: String) -> Stay {
        var stay = Stay(line: session.entrants.reduce(2) { $0 + $1.stays.count + $1.waiting.count })
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { String($0) }
        stay.joined = parts[0].isEmpty ? nil : at(parts[0])
        stay.left = parts[1].isEmpty ? nil : at(parts[1])
        return stay
    }

    mutating func add(
        _ name: String, _ link: Link, _ times: [String], waiting: [String] = [], email: String? = nil,
        original: String? = nil,
        _ change: (inout Stay) -> Void = { _ in }
    ) {
        func placed(_ text: String, _ offset: Int) -> PlacedStay {
            var stay = stay(text)
            stay.line += offset
            change(&stay)
            return PlacedStay(stay: stay, export: 0)
        }
        let stays = times.enumerated().map { placed($1, $0) }
        var waits = waiting.enumerated().map { placed($1, stays.count + $0) }
        for index in waits.indices { waits[index].stay.isWaitingRoom = true }
        session.entrants.append(
            LinkedEntrant(
                entrant: Entrant(
                    displayName: DisplayName(name), originalName: original.map(DisplayName.init), email: email,
                    stays: stays, waiting: waits),
                link: link))
    }

    mutating func pupil(
        _ index: Pupil.Index, _ times: String..., waiting: [String] = [], email: String? = nil, original: String? = nil,
        _ change: (inout Stay) -> Void = { _ in }
    ) {
        let link = Link(index < 4 ? .pupil : .otherClass, pupil: index, certainty: .certain, step: .ofNoMatter)
        add(
            school.roster.pupils[index].display.full, link, times, waiting: waiting, email: email, original: original,
            change)
    }

    mutating func staff(_ index: StaffMember.Index, _ times: String..., email: String? = nil) {
        add(
            school.roster.staff[index].full, Link(.staff, staff: index, certainty: .certain, step: .ofNoMatter), times,
            email: email)
    }

    mutating func unnamed(
        _ times: String..., name: String = "iPad", candidates: [Pupil.Index] = [],
        _ change: (inout Stay) -> Void = { _ in }
    ) {
        add(name, Link(.unnamed, candidates: candidates, step: .ofNoMatter), times, change)
    }

    mutating func other(
        _ outcome: Outcome, _ name: String, _ times: String..., pupil: Pupil.Index? = nil,
        candidates: [Pupil.Index] = [],
        email: String? = nil
    ) {
        add(name, Link(outcome, pupil: pupil, candidates: candidates, step: .ofNoMatter), times, email: email)
    }

    /// Two adults and all four pupils for the whole lesson.
    mutating func ordinary(without absent: Int...) {
        staff(0, "08:55-09:50")
        staff(1, "08:55-09:50")
        for index in 0..<4 where !absent.contains(index) {
            pupil(Pupil.Index(index), "08:58-09:45") { $0.camera = .on }
        }
    }

    mutating func note(
        _ kind: HostNote.Kind, _ person: String = "", at: String? = nil, to: String? = nil, text: String = "",
        day: Day? = nil, start: String? = "09:00"
    ) {
        school.records.notes.append(
            HostNote(
                day: day ?? session.day, start: start.flatMap { ClockTime($0) }, classText: "4B", kind: kind,
                person: person, from: at.flatMap { ClockTime($0) },
                to: to.flatMap { ClockTime($0) }, text: text, by: "MDA",
                source: "notes.csv:\(school.records.notes.count + 2)"))
    }

    /// A row of the log, from line 100 on. An empty name: the log names nobody.
    mutating func event(
        _ kind: MeetingEvent.Kind, at time: String, by name: String, _ email: String?, _ actor: Link?,
        of target: String = "", _ link: Link? = nil, count: Int? = nil
    ) {
        var event = MeetingEvent(kind: kind, name: "", at: at(time), line: 100 + session.events.count)
        if actor != nil { event.actor = MeetingEvent.Account(name: name, email: email) }
        if link != nil { event.target = MeetingEvent.Account(name: target) }
        event.count = count
        session.events.append(PlacedEvent(event: event, export: 0, actor: actor, target: link))
    }

    mutating func approve(
        _ kind: Approval.Kind, _ pupil: Pupil.Index? = nil, from: String = "2026-11-16", to: String = "2026-11-16",
        parent: Bool? = nil
    ) {
        school.records.approvals.append(
            Approval(
                kind: kind, pupil: pupil, classCode: nil, from: Day(iso: from)!, to: Day(iso: to)!, approvedBy: "Head",
                parentPresent: parent, reason: ""))
    }

    /// - Parameter weighing: with what the session can tell.
    func judged(weighing: Bool = false) -> JudgedSession {
        var session = session
        for index in session.exports.indices
        where session.exports[index].abilities == ExportAbilities(times: true, camera: true) {
            session.exports[index].abilities = export
        }
        return Judge(school, matcher: Matcher(school), linked: [session], weighsEvidence: weighing).judge(session)
    }

    /// Rules are tried one by one, also on stages with too few people for a lesson: which of them a session in doubt
    /// leaves out is tested in DoubtfulSessionTests.
    func findings(_ rule: RuleID) -> [Finding] {
        let judged = judged()
        guard judged.isDoubtful, rule != .nonJoiner, DoubtfulSessionRule.leftOut.contains(rule) else {
            return judged.findings.filter { $0.rule == rule }
        }
        let records = RecordIndex(school, matcher: Matcher(school), linked: [judged.session])
        let context = RuleContext(judged.session, records: records)
        return Finding.united(RuleBook.rules.filter { $0.id == rule }.flatMap { $0.findings(in: context) })
    }

    /// `09:20:00-09:21:01` for findings with times, the subject's id or name for others.
    func said(_ rule: RuleID) -> [String] {
        findings(rule).map { finding in
            let who =
                finding.pupil.map { "p\($0.position)" } ?? finding.staff.map { school.roster.staff[$0].code }
                ?? (finding.subject == .session ? "session" : finding.name)
            // Of these it is only said how long they were there.
            let isAboutEntrant = [.uninvited, .otherClass, .adultPresent, .unnamed].contains(rule)
            guard let span = finding.interval, !isAboutEntrant else { return who }
            let zone = school.settings.zone
            return "\(who) \(zone.time(of: span.start).full)-\(zone.time(of: span.end).full)"
        }
    }

    func status(_ pupil: Pupil.Index) -> PupilStatus? { judged().results.first { $0.pupil == pupil }?.status }
}

extension MatchStep {
    /// Rules go by outcomes, never by the step that led there.
    static let ofNoMatter = MatchStep.twoNames
}
