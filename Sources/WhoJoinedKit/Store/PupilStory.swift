/// One pupil's sessions as the history tells them, oldest first.
struct PupilStory: Sendable {
    struct Lesson: Sendable {
        var day: Day
        var start: Instant
        var classText: String
        var status: PupilStatus
        var findings: [StoredFinding]
    }

    var id: PupilID
    var pupil: Pupil.Index
    var name: String
    var lessons: [Lesson] = []
    var followUps: [FollowUpNote] = []

    init(of pupil: Pupil.Index, in school: School, history: History?, days: ClosedRange<Day>) throws(StoreError) {
        self.pupil = pupil
        id = school.roster.pupils[pupil].id
        name = school.roster.pupils[pupil].display.full
        for session in try history?.sessions(in: days) ?? [] {
            let findings = session.findings.filter { $0.pupil == id.text }
            guard let status = session.past.statuses[id] ?? (findings.isEmpty ? nil : .noData) else { continue }
            lessons.append(
                Lesson(
                    day: session.past.day, start: session.past.start, classText: session.past.classText, status: status,
                    findings: findings))
        }
        lessons.sort { ($0.start, $0.classText) < ($1.start, $1.classText) }
        followUps = school.records.followUps.filter { $0.pupil == pupil }.sorted {
            ($0.day, $0.kind.rawValue) < ($1.day, $1.kind.rawValue)
        }
    }

    /// Without what the safeguarding lead alone may read.
    var forStaff: PupilStory {
        var story = self
        for i in story.lessons.indices { story.lessons[i].findings.removeAll(where: \.isForLeadAlone) }
        return story
    }

    var joined: Int { lessons.count { $0.status == .joined } }
    var expected: Int { lessons.count { [.joined, .nonJoiner, .possible].contains($0.status) } }
    var lastJoined: Day? { lessons.last { $0.status == .joined }?.day }
    /// Excused, uncertain and data-less sessions neither count nor break.
    var missedInARow: Int {
        lessons.reversed().filter { $0.status == .joined || $0.status == .nonJoiner }.prefix { $0.status == .nonJoiner }
            .count
    }

    func json(_ zone: SchoolZone) -> JSONValue {
        .object([
            ("id", .string(id.text)), ("name", .string(PlainText.clean(name))), ("joined", .int(joined)),
            ("expected", .int(expected)),
            ("lastJoined", JSONValue(lastJoined?.iso)), ("missedInARow", .int(missedInARow)),
            (
                "sessions",
                .array(
                    lessons.map { lesson in
                        .object([
                            ("date", .string(lesson.day.iso)), ("start", .string(zone.time(of: lesson.start).full)),
                            ("class", .string(PlainText.clean(lesson.classText))),
                            ("status", .string(lesson.status.rawValue)),
                            ("findings", .array(lesson.findings.map { $0.json(zone) })),
                        ])
                    })
            ),
            (
                "followUps",
                .array(
                    followUps.map { note in
                        .object([
                            ("date", .string(note.day.iso)), ("kind", .string(note.kind.rawValue)),
                            ("by", .string(PlainText.clean(note.by))),
                            ("outcome", .string(PlainText.clean(note.outcome, limit: 1000))),
                        ])
                    })
            ),
        ])
    }
}

extension StoredFinding {
    func json(_ zone: SchoolZone) -> JSONValue {
        .object([
            ("rule", .string(rule.rawValue)), ("severity", .string(severity.rawValue)),
            ("from", JSONValue(from.map { zone.time(of: $0).full })),
            ("to", JSONValue(to.map { zone.time(of: $0).full })), ("detail", .string(detailForPeople)),
        ])
    }
}
