import GRDB

/// The rows of the tables `finding` and `finding_row`.
struct FindingRows {
    let db: Database
    let words: WordCache

    private static let table = RowTable(
        "finding",
        [
            "id", "week", "session", "position", "class", "rule", "severity", "subject", "person", "name", "from", "to",
            "minutes", "detail", "audience",
        ])
    private static let evidence = RowTable("finding_row", ["finding", "position", "file", "line"])

    private static func select(_ condition: String) -> String {
        "SELECT \(table.list) FROM finding WHERE \(condition) ORDER BY position"
    }

    /// The findings of a session, in their order.
    /// - Throws: `DamagedRecord` when they are not what they were.
    func all(of session: SessionRows.Known, withEvidence: Bool = false) throws -> [StoredFinding] {
        let findings = try list("session = ?", [session.number], withEvidence: withEvidence)
        guard StoredFinding.sum(findings) == session.findingsSum else { throw DamagedRecord() }
        return findings
    }

    func unchecked(of session: Int) throws -> [StoredFinding] {
        try list("session = ?", [session], withEvidence: true)
    }

    /// Those of a week as a whole.
    func all(ofWeek week: Int) throws -> [StoredFinding] {
        try list("session IS NULL AND week = ?", [week], withEvidence: true)
    }

    private func list(_ condition: String, _ arguments: StatementArguments, withEvidence: Bool) throws
        -> [StoredFinding]
    {
        let rows = try Row.fetchAll(
            db.cachedStatement(sql: FindingRows.select(condition)), arguments: arguments)
        return try rows.map { row in
            var finding = StoredFinding(
                rule: try words.value(row, 5), severity: try words.value(row, 6), subject: try words.value(row, 7),
                person: try words.optionalPerson(row, 8), name: try words.text(row, 9),
                classText: try words.optionalText(row, 4), from: try row.moment(10), to: try row.moment(11),
                minutes: try row.value(12), detail: try row.value(13), audience: try words.text(row, 14))
            if withEvidence { finding.evidence = try evidence(of: try row.value(0)) }
            return finding
        }
    }

    private func evidence(of finding: Int) throws -> EvidenceText {
        let rows = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT file, line FROM finding_row WHERE finding = ? ORDER BY position"),
            arguments: [finding])
        return EvidenceText(
            printed: try rows.map { EvidenceText.Row(file: try words.text($0, 0), line: try $0.value(1)) })
    }

    /// - Parameter session: `nil`: they are of the week as a whole.
    func put(_ findings: [StoredFinding], of session: Int?, in week: Week) throws {
        if findings.isEmpty { return }
        let rows = try RowWriter(db, FindingRows.table)
        let evidence = try RowWriter(db, FindingRows.evidence)
        var number = try Int.fetchOne(db.cachedStatement(sql: "SELECT max(id) FROM finding")) ?? 0
        for (position, finding) in findings.enumerated() {
            number += 1
            try rows.write(
                number, week.monday.number, session, position, words.optionalNumber(of: finding.classText),
                words.number(of: finding.rule.rawValue), words.number(of: finding.severity.rawValue),
                words.number(of: finding.subject.rawValue), finding.person.map { try words.number(of: $0) },
                words.number(of: finding.name), finding.from?.seconds, finding.to?.seconds, finding.minutes,
                finding.detail.storable, words.number(of: finding.audience))
            for (position, row) in finding.evidence.rows.enumerated() {
                try evidence.write(number, position, words.number(of: row.file), row.line)
            }
        }
    }
}
