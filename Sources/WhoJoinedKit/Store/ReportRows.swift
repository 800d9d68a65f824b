import GRDB

/// The rows of the tables `entrant`, `entrant_candidate`, `entrant_row` and `session_log`.
struct ReportRows {
    let db: Database
    let words: WordCache

    private static let entrants = RowTable(
        "entrant",
        [
            "session", "position", "files", "name", "email", "outcome", "person", "certainty", "joined", "left",
            "minutes",
            "stays", "camera", "why",
        ])
    private static let candidates = RowTable("entrant_candidate", ["session", "entrant", "position", "person"])
    private static let rows = RowTable("entrant_row", ["session", "entrant", "position", "file", "line"])
    private static let logs = RowTable(
        "session_log",
        [
            "session", "start", "end", "minutes", "pupils_joined", "others_present", "participants", "platform",
            "meeting_id", "class", "kind", "reason", "lead_staff", "second_staff", "staff_times", "recorded",
            "one_to_one", "approved_by", "parent_present", "what_went_wrong", "complete", "retain_until", "host_checks",
            "recording_place", "held",
        ])

    private static func select(_ columns: [String], from table: String, orderedBy order: String) -> String {
        let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
        return "SELECT \(names) FROM \(table) WHERE session = ? ORDER BY \(order)"
    }

    // MARK: Reading

    /// What the tables have, whatever its checksum is.
    func unchecked(_ session: Int, position: Int, _ sessions: SessionRows, _ findings: [StoredFinding]) throws
        -> StoredReport
    {
        let head = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT roll, is_doubtful FROM session WHERE id = ?"), arguments: [session])
        guard let head else { throw DamagedRecord() }
        return StoredReport(
            position: position, isDoubtful: try head.flag(1),
            statuses: try statuses(of: session, try sessions.people(ofRoll: try head.value(0))),
            entrants: try entrants(of: session), log: try log(of: session), evidence: findings.map(\.evidence))
    }

    private func statuses(of session: Int, _ people: [Int: StoredPerson]) throws -> [(
        person: StoredPerson, row: StoredStatus
    )] {
        let columns = ["position", "status", "joined", "left", "minutes", "stays", "reason"]
        let rows = try Row.fetchAll(
            db.cachedStatement(sql: ReportRows.select(columns, from: "status", orderedBy: "position")),
            arguments: [session])
        return try rows.map { row in
            guard let person = people[try row.value(0)] else { throw DamagedRecord() }
            var status = StoredStatus(try words.value(row, 1))
            (status.joined, status.left) = (try row.moment(2), try row.moment(3))
            (status.minutes, status.stays) = (try row.value(4), try row.value(5))
            status.reason = try words.optionalText(row, 6) ?? ""
            return (person, status)
        }
    }

    private func entrants(of session: Int) throws -> [StoredReport.Entrant] {
        let candidates = try candidates(of: session)
        let evidence = try evidence(of: session)
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: ReportRows.select(ReportRows.entrants.columns, from: "entrant", orderedBy: "position")),
            arguments: [session])
        return try rows.map { row in
            let position: Int = try row.value(1)
            return StoredReport.Entrant(
                files: try words.text(row, 2), name: try words.text(row, 3), email: try words.text(row, 4),
                outcome: try words.value(row, 5), person: try words.optionalPerson(row, 6),
                candidates: candidates[position] ?? [], certainty: try words.value(row, 7), joined: try row.moment(8),
                left: try row.moment(9), minutes: try row.value(10), stays: try row.value(11),
                camera: try words.value(row, 12), why: try words.text(row, 13),
                evidence: EvidenceText(printed: evidence[position] ?? []))
        }
    }

    private func candidates(of session: Int) throws -> [Int: [StoredPerson]] {
        let sql = ReportRows.select(["entrant", "person"], from: "entrant_candidate", orderedBy: "entrant, position")
        var candidates: [Int: [StoredPerson]] = [:]
        for row in try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [session]) {
            candidates[try row.value(0), default: []].append(try words.person(try row.value(1)))
        }
        return candidates
    }

    private func evidence(of session: Int) throws -> [Int: [EvidenceText.Row]] {
        let sql = ReportRows.select(["entrant", "file", "line"], from: "entrant_row", orderedBy: "entrant, position")
        var evidence: [Int: [EvidenceText.Row]] = [:]
        for row in try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [session]) {
            evidence[try row.value(0), default: []].append(
                EvidenceText.Row(file: try words.text(row, 1), line: try row.value(2)))
        }
        return evidence
    }

    private func log(of session: Int) throws -> StoredReport.Log {
        let sql = ReportRows.select(ReportRows.logs.columns, from: "session_log", orderedBy: "session")
        guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [session]),
            let start = try row.moment(1)
        else { throw DamagedRecord() }
        return StoredReport.Log(
            start: start, end: try row.moment(2), minutes: try row.value(3),
            texts: try (7..<ReportRows.logs.columns.count).map { try row.value($0) },
            counts: try (4...6).map { try row.value($0) })
    }

    // MARK: Writing

    func put(_ report: StoredReport, of session: Int) throws {
        let log = report.log
        try RowWriter(db, ReportRows.logs).write(
            parts: [session, log.start.seconds, log.end?.seconds, log.minutes], StatementArguments(log.counts),
            StatementArguments(log.texts.map(\.storable)))
        let rows = try RowWriter(db, ReportRows.entrants)
        let candidates = try RowWriter(db, ReportRows.candidates)
        let evidence = try RowWriter(db, ReportRows.rows)
        for (entrant, row) in report.entrants.enumerated() {
            try rows.write(
                session, entrant, words.number(of: row.files), words.number(of: row.name), words.number(of: row.email),
                words.number(of: row.outcome.rawValue), row.person.map { try words.number(of: $0) },
                words.number(of: row.certainty.rawValue), row.joined?.seconds, row.left?.seconds, row.minutes,
                row.stays, words.number(of: row.camera.rawValue), words.number(of: row.why))
            for (position, person) in row.candidates.enumerated() {
                try candidates.write(session, entrant, position, words.number(of: person))
            }
            for (position, row) in row.evidence.rows.enumerated() {
                try evidence.write(session, entrant, position, words.number(of: row.file), row.line)
            }
        }
    }

    /// The session is in no report any more.
    func remove(of session: Int) throws {
        let findings = "SELECT id FROM finding WHERE session = ?"
        try db.execute(sql: "DELETE FROM finding_row WHERE finding IN (\(findings))", arguments: [session])
        for table in ["entrant", "entrant_candidate", "entrant_row", "session_log"] {
            try db.execute(sql: "DELETE FROM \(table) WHERE session = ?", arguments: [session])
        }
        try db.execute(
            sql: "UPDATE session SET position = NULL, report_sum = NULL WHERE id = ?", arguments: [session])
    }
}
