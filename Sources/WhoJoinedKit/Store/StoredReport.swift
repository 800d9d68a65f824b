/// What the report of its week has of a session beyond what is remembered: the rows of its tables.
struct StoredReport: Sendable {
    struct Entrant: Sendable {
        var files: String
        var name: String
        var email: String
        var outcome: Outcome
        var person: StoredPerson?
        var candidates: [StoredPerson]
        var certainty: Link.Certainty
        var joined: Instant?
        var left: Instant?
        var minutes: Int?
        var stays: Int
        var camera: Camera
        var why: String
        var evidence: EvidenceText
    }

    /// One line of session-log.csv, its texts as cells.
    struct Log: Sendable {
        var start: Instant
        var end: Instant?
        var minutes: Int?
        /// As in `SessionLogRow`.
        var texts: [String]
        var counts: [Int?]
    }

    /// Where the session stands in the report.
    var position: Int
    var isDoubtful: Bool
    var statuses: [(person: StoredPerson, row: StoredStatus)]
    var entrants: [Entrant]
    var log: Log
    /// The rows that its findings rest on.
    var evidence: [EvidenceText]

    init(_ session: StoredSession, _ judged: JudgedSession, position: Int, people: PersonBook) {
        self.position = position
        isDoubtful = judged.isDoubtful
        statuses = judged.results.map { (people.pupils[$0.pupil], StoredStatus($0)) }
        entrants = EntrantRow.all(of: judged.session).map { Entrant($0, people) }
        let row = SessionLogRow(judged)
        log = Log(
            start: row.start, end: row.end, minutes: row.minutes, texts: row.texts.map(storedCell), counts: row.counts)
        evidence = session.findings.map(\.evidence)
    }

    init(
        position: Int, isDoubtful: Bool, statuses: [(person: StoredPerson, row: StoredStatus)], entrants: [Entrant],
        log: Log, evidence: [EvidenceText]
    ) {
        (self.position, self.isDoubtful, self.statuses) = (position, isDoubtful, statuses)
        (self.entrants, self.log, self.evidence) = (entrants, log, evidence)
    }

    /// Checksum of all but the position.
    var sum: Int {
        var sum = RowSum()
        sum.add(isDoubtful)
        for (person, status) in statuses {
            person.add(to: &sum)
            status.add(to: &sum)
        }
        for entrant in entrants { entrant.add(to: &sum) }
        sum.add(log.start)
        sum.add(log.end)
        sum.add(log.minutes)
        for text in log.texts { sum.add(text) }
        for count in log.counts { sum.add(count) }
        for evidence in evidence { evidence.add(to: &sum) }
        return sum.number
    }
}

extension StoredReport.Entrant {
    init(_ row: EntrantRow, _ people: PersonBook) {
        self.init(
            files: storedCell(row.files), name: storedCell(row.name), email: storedCell(row.email),
            outcome: row.link.outcome,
            person: row.link.shownPupil.map { people.pupils[$0] } ?? row.link.shownStaff.map { people.staff[$0] },
            candidates: row.link.shownCandidates.map { people.pupils[$0] }, certainty: row.link.certainty,
            joined: row.presence.joined, left: row.presence.left, minutes: row.presence.minutes,
            stays: row.presence.stays, camera: row.presence.camera, why: storedCell(row.why), evidence: row.evidence)
    }

    fileprivate func add(to sum: inout RowSum) {
        for text in [files, name, email, outcome.rawValue, certainty.rawValue, camera.rawValue, why] { sum.add(text) }
        person?.add(to: &sum)
        for candidate in candidates { candidate.add(to: &sum) }
        sum.add(joined)
        sum.add(left)
        sum.add(minutes)
        sum.add(stays)
        evidence.add(to: &sum)
    }
}

extension EvidenceText {
    func add(to sum: inout RowSum) {
        sum.add(rows.count)
        for row in rows {
            sum.add(row.file)
            sum.add(row.line)
        }
    }
}
