@testable import WhoJoinedKit

/// An invented school's week, already judged: what the reports are tested on. Nothing is read from a file.
struct SampleWeek {
    static let week = Week(iso: "2026-W47")!
    static let zone = SchoolZone.london

    var school = School()
    var sessions: [SampleSession] = []
    var weekly: [Finding] = []
    var past: [PastSession] = []

    var result: WeekResult {
        var school = school
        school.indexRoster()
        return WeekResult(
            school: school, week: Self.week, now: Self.at(Self.week.monday + 5, 8, 0), sessions: sessions.map(\.judged),
            weeklyFindings: weekly, past: past,
            removals: RecordIndex(school, matcher: Matcher(school), linked: []).removals,
            inputs: [], tally: RowTally(used: 30, flagged: 2, rejected: 0), problems: [])
    }

    static func at(_ day: Day, _ hour: Int, _ minute: Int, _ second: Int = 0) -> Instant {
        zone.instant(of: day, ClockTime(hour: hour, minute: minute, second: second)!)
    }

    // MARK: people

    /// Pupils 0–6 are 4B's, 7 and 8 are 2A's. 0 and 7 are siblings, so are 3 and 4.
    static let names = [
        ("Amelia", "Clarke"), ("Aisha", "Khan"), ("Tomasz", "Nowak"), ("Finn", "Marsden"), ("Nell", "Marsden"),
        ("Yusuf", "Ali"),
        ("Toby", "Mistlin"), ("Grace", "Clarke"), ("Isla", "Scott"),
    ]

    mutating func addPeople() {
        school.settings.name = "Oakfield Primary"
        school.settings.policy.rules[.oneAdult] = Policy.Setting(isOn: true, clause: "Video Conferencing Policy 6.3")
        var roster = Roster()
        roster.staff = [
            StaffMember(code: "MWH", title: "Ms", given: "Mary", family: "Whitmore", full: "Mary Whitmore"),
            StaffMember(code: "OSE", title: "Mr", given: "Kofi", family: "Osei", full: "Kofi Osei"),
        ]
        roster.classes = [
            SchoolClass(id: "c1", code: ClassCode("4B"), name: "4B", kind: .registration),
            SchoolClass(id: "c2", code: ClassCode("2A"), name: "2A", kind: .registration),
        ]
        for (i, name) in Self.names.enumerated() {
            var pupil = Pupil(key: "mis:\(1000 + i)", id: PupilID("\(1000 + i)"))
            pupil.ids.upn = "X99940000000\(i)"
            pupil.main = PersonName(given: name.0, family: name.1)
            pupil.sen = i == 1 ? .plan : Pupil.SEN.none
            roster.pupils.append(pupil)
            roster.enrolments.append(Enrolment(pupil: Pupil.Index(i), classIndex: i < 7 ? 0 : 1))
        }
        roster.hasContacts = true
        roster.saysWhoMayBeContacted = true
        roster.pupils[0].contacts = [Self.contact("k1", "Mrs", "Joan", "Clarke", "Mother")]
        roster.pupils[7].contacts = [Self.contact("k1", "Mrs", "Joan", "Clarke", "Mother")]
        roster.pupils[1].contacts = [
            Self.contact("k2", "Mr", "Imran", "Khan", "Father", priority: 1),
            Self.contact("k3", "Mrs", "Sana", "Khan", "Mother", priority: 2),
        ]
        roster.pupils[1].contacts[0].restriction = .courtOrder
        roster.pupils[1].contacts[0].mayContact = false
        roster.pupils[2].language = "pl"
        roster.pupils[2].contacts = [Self.contact("k4", "Mrs", "Ewa", "Nowak", "Mother")]
        roster.pupils[3].contacts = [
            Self.contact("k5", "Mr", "Craig", "Marsden", "Father"),
            Self.contact("k6", "Mrs", "Esther", "Marsden", "Mother", priority: 2),
        ]
        roster.pupils[3].contacts[0].mayContact = false
        roster.pupils[4].contacts = [
            Self.contact("k5", "Mr", "Craig", "Marsden", "Father"),
            Self.contact("k6", "Mrs", "Esther", "Marsden", "Mother", priority: 2),
        ]
        roster.pupils[6].contacts = [Self.contact("k7", "Mr", "Roy", "Mistlin", "Father")]
        roster.pupils[6].contacts[0].mayContact = false
        school.roster = roster
        school.timetable.exists = true
        school.indexRoster()
    }

    static func contact(
        _ id: String, _ title: String, _ given: String, _ family: String, _ relationship: String, priority: Int = 1
    ) -> Contact {
        Contact(
            order: priority, id: id, priority: priority, title: title, given: given, family: family,
            full: "\(given) \(family)",
            relationship: relationship, parentalResponsibility: true, restriction: Contact.Restriction.none,
            mayContact: true,
            email: "\(given.lowercased()).\(family.lowercased())@family.example",
            phone: "+44 7700 9001\(id.utf8.last! - 0x30)\(priority)")
    }

    // MARK: sessions

    static func entrant(_ name: String, _ from: (Int, Int), _ to: (Int, Int), _ link: Link, on day: Day, line: Int)
        -> LinkedEntrant
    {
        let stay = Stay(joined: at(day, from.0, from.1), left: at(day, to.0, to.1), line: line)
        return LinkedEntrant(
            entrant: Entrant(
                displayName: DisplayName(name), stays: [PlacedStay(stay: stay, export: 0)], waiting: []),
            link: link)
    }

    static func pupilLink(_ pupil: Pupil.Index) -> Link {
        Link(.pupil, pupil: pupil, certainty: .certain, step: .fits(.fullName, .letterByLetter))
    }

    /// A lesson of 4B at 09:00 with these pupils and both members of staff, `others` besides; the rest of the class is
    /// missing.
    mutating func addLesson(
        _ weekday: Int, present: [Int], others: [(String, Link)] = [], possible: [Int] = [], findings: [Finding] = [],
        hasData: Bool = true
    ) {
        let day = Self.week.monday + weekday
        var entrants: [LinkedEntrant] = []
        if hasData {
            entrants.append(
                Self.entrant(
                    "Ms Whitmore", (8, 55), (10, 3),
                    Link(.staff, staff: 0, certainty: .certain, step: .titledStaff), on: day,
                    line: 2))
            entrants.append(
                Self.entrant(
                    "Kofi Osei", (8, 58), (9, 41),
                    Link(.staff, staff: 1, certainty: .certain, step: .staffName), on: day, line: 3)
            )
            for pupil in present {
                let name = Self.names[pupil]
                entrants.append(
                    Self.entrant(
                        "\(name.0) \(name.1)", (9, 1), (10, 0), Self.pupilLink(Pupil.Index(pupil)), on: day,
                        line: entrants.count + 2
                    ))
            }
            for (name, link) in others {
                entrants.append(Self.entrant(name, (9, 2), (10, 0), link, on: day, line: entrants.count + 2))
            }
        }
        let key = "s\(weekday)4b"
        let (start, end) = (Self.at(day, 9, 0), Self.at(day, 10, 0))
        let roll = (0..<7).map { Pupil.Index($0) }
        let session = LinkedSession(
            key: key, day: day, start: start, end: end, kind: .lesson, classText: "4B", classes: [ClassCode("4B")],
            subject: "Maths", platform: .zoom,
            meetingID: "81120403055",
            lesson: Lesson(
                meetingID: "81120403055", classText: "4B", classes: [ClassCode("4B")], subject: "Maths", kind: .lesson,
                day: day, start: start,
                end: end, leadStaff: "MWH", secondStaff: "OSE", platform: .zoom, source: "timetable.csv:2"),
            placedBy: "the meeting ID in the timetable",
            exports: hasData ? [Self.export(file: "4B \(day.iso).csv")] : [], entrants: entrants,
            enrolled: roll, expected: roll)
        let results = roll.map { pupil in
            if !hasData {
                return PupilResult(
                    pupil: pupil, status: .noData, joined: nil, left: nil, seconds: 0, stays: 0, reason: "")
            }
            if present.contains(pupil.position) {
                return PupilResult(
                    pupil: pupil, status: .joined, joined: Self.at(day, 9, 1), left: end, seconds: 3540, stays: 1,
                    reason: "")
            }
            return PupilResult(
                pupil: pupil, status: possible.contains(pupil.position) ? .possible : .nonJoiner, joined: nil,
                left: nil,
                seconds: 0, stays: 0, reason: "")
        }
        let missing = hasData ? results.filter { $0.status != .joined } : []
        let all =
            missing.map { Self.nonJoiner($0.pupil, session, isOnlyPossible: $0.status == .possible) }
            + findings.map { Self.placed($0, session) }
        sessions.append(
            SampleSession(
                session: session, results: results, findings: all,
                log: Self.log(session, joined: present.count, hasData: hasData)))
    }

    static func export(file: String) -> ExportSummary {
        ExportSummary(
            file: file, platform: .zoom, variant: "zoom/participants+meeting", abilities: ExportAbilities(),
            dates: DateDecision(order: .monthFirst, decidedBy: "value>12 on line 5"), isComplete: true)
    }

    static func nonJoiner(_ pupil: Pupil.Index, _ session: LinkedSession, isOnlyPossible: Bool) -> Finding {
        Finding(
            rule: .nonJoiner, severity: .followUp, audiences: [.parents, .slt], subject: .pupil, session: session.key,
            day: session.day,
            start: session.start, classText: session.classText, pupil: pupil,
            name: names[pupil.position].0 + " " + names[pupil.position].1,
            isOnlyPossible: isOnlyPossible,
            detail: isOnlyPossible ? "only possible: an unnamed device was in the call" : "no stay in the session",
            evidence: [])
    }

    static func finding(
        _ rule: RuleID, _ severity: Severity = .followUp, _ subject: Finding.Subject = .session,
        pupil: Pupil.Index? = nil,
        name: String = "", detail: String = "",
        interval: Interval? = nil, evidence: [Evidence] = []
    ) -> Finding {
        Finding(
            rule: rule, severity: severity, audiences: [.parents, .slt], subject: subject, session: "",
            day: week.monday, classText: "", pupil: pupil,
            name: name, interval: interval, detail: detail, evidence: evidence)
    }

    static func placed(_ finding: Finding, _ session: LinkedSession) -> Finding {
        Finding(
            rule: finding.rule, severity: finding.severity, audiences: finding.audiences, subject: finding.subject,
            session: session.key, day: session.day,
            start: session.start, classText: session.classText, pupil: finding.pupil, name: finding.name,
            interval: finding.interval.map {
                Interval(session.start + $0.start.seconds, session.start + $0.end.seconds)
            }, detail: finding.detail,
            evidence: finding.evidence)
    }

    static func log(_ session: LinkedSession, joined: Int, hasData: Bool) -> SessionLogEntry {
        SessionLogEntry(
            day: session.day, start: session.start, end: hasData ? session.end : nil, minutes: hasData ? 68 : nil,
            platform: .zoom,
            meetingID: "81120403055", classText: session.classText, kind: .lesson, reason: session.subject,
            leadStaff: hasData ? "MWH Mary Whitmore" : "",
            secondStaff: hasData ? "OSE Kofi Osei" : "", staffTimes: "", pupilsJoined: joined, othersPresent: 0,
            participants: joined + 2, recorded: "unknown",
            isOneToOne: false, approvedBy: "", parentPresent: "", whatWentWrong: "", isComplete: hasData,
            retainUntil: session.day + 365)
    }

    /// A past lesson of 4B, `weeks` weeks ago on that weekday.
    mutating func addPast(weeks: Int, _ weekday: Int, missing: [Int], counts: [RuleID: Int] = [:]) {
        let day = Self.week.monday + (weekday - 7 * weeks)
        let statuses = PupilStatuses(
            (0..<7).map { (PupilID("\(1000 + $0)"), missing.contains($0) ? PupilStatus.nonJoiner : .joined) })
        past.append(
            PastSession(
                key: "p\(weeks)\(weekday)", day: day, start: Self.at(day, 9, 0), classText: "4B", kind: .lesson,
                isScheduled: true, statuses: statuses,
                joined: 7 - missing.count, expected: 7, unsettled: 0, counts: counts))
        past.sort { $0.start < $1.start }
    }

    /// Three lessons and three weeks before them: an iPad on Monday, a stranger and one adult on Tuesday, nothing on
    /// Wednesday.
    static var full: SampleWeek {
        var sample = SampleWeek()
        sample.addPeople()
        for weeks in [3, 2, 1] {
            for weekday in [0, 1] {
                sample.addPast(
                    weeks: weeks, weekday, missing: weeks == 1 ? [1, 5] : [], counts: weeks == 1 ? [.oneAdult: 1] : [:])
            }
        }
        let iPad = Link(.unnamed, step: .device)
        sample.addLesson(
            0, present: [0, 2, 3, 4, 5], others: [("iPad", iPad)], possible: [1, 6],
            findings: [
                finding(
                    .unnamed, .followUp, .entrant, name: "iPad", detail: "a device's name says nothing of its user",
                    evidence: [Evidence(file: "4B 2026-11-16.csv", line: 9)])
            ])
        let gap = finding(
            .oneAdult, .safeguarding, detail: "Mr Osei left at 09:41; one adult and 4 pupils were in the call",
            interval: Interval(Instant(seconds: 41 * 60), Instant(seconds: 60 * 60)))
        let mo = Link(
            .ambiguous, candidates: [1], certainty: .possible, step: .shortFormAlone)
        let stranger = Link(.uninvited, step: .nobody)
        sample.addLesson(
            1, present: [0, 5], others: [("Mo", mo), ("Sam Carter", stranger)], possible: [1],
            findings: [
                gap,
                finding(.uninvited, .safeguarding, .entrant, name: "Sam Carter", detail: "on no list of the school"),
                finding(.needsALook, .followUp, .entrant, name: "Mo", detail: "could be Aisha Khan"),
            ])
        sample.addLesson(
            2, present: [], findings: [finding(.noExport, .followUp, detail: "no export of a scheduled session")],
            hasData: false)
        return sample
    }
}

/// A judged session of which a test may change every part.
struct SampleSession {
    var session: LinkedSession
    var results: [PupilResult]
    var findings: [Finding]
    var log: SessionLogEntry

    var judged: JudgedSession { JudgedSession(session: session, results: results, findings: findings, log: log) }
}

extension Finding {
    /// The same of another name or other rows.
    func with(name: String? = nil, evidence: [Evidence]? = nil) -> Finding {
        Finding(
            rule: rule, severity: severity, audiences: audiences, subject: subject, session: session, day: day,
            start: start, classText: classText,
            pupil: pupil, name: name ?? self.name, interval: interval, detail: detail,
            evidence: evidence ?? self.evidence)
    }
}

/// A week's reports, made one after the other.
func reportsInTurn(_ result: WeekResult) -> [ReportFile] {
    WeekReports(result).parts.flatMap { $0() }.sorted { $0.path < $1.path }
}
