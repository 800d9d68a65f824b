import GRDB

extension History {
    /// How many exports are known, or sessions, also only those before a day.
    func count(_ kind: DaySums.Kind, before day: Day? = nil) throws(StoreError) -> Int {
        try read { db in
            try DaySums.check(kind, db)
            return try Int.fetchOne(
                db, sql: "SELECT coalesce(sum(entries), 0) FROM day_sum WHERE kind = ? AND day < ?",
                arguments: [kind.rawValue, day?.iso ?? "9999"]) ?? 0
        }
    }

    /// Looks at every row: that it is what it was, and that what it refers to is there.
    func verify() throws(StoreError) {
        try read { db in
            let isWhole = try Row.fetchOne(db, sql: "PRAGMA foreign_key_check") == nil
            guard isWhole, try RowSums(db).changed().isEmpty else { throw DamagedRecord() }
            _ = try ExportRows(db: db, words: WordCache(db)).all()
            _ = try StoredMessage.fetchAll(db)
        }
    }
}

/// The checksums of all sessions and of all exports' rows, worked out from what stands in the tables now.
struct RowSums {
    /// A sum that is another than the one that stands beside the rows.
    enum Change {
        case session(Int, sum: Int, findings: Int, report: Int?)
        case reading(Int, sum: Int)
        case week(Int, sum: Int)
    }

    private let db: Database
    private let words: WordCache

    init(_ db: Database) throws { (self.db, words) = (db, try WordCache(db)) }

    func changed() throws -> [Change] { try sessions() + readings() + weeks() }

    /// Writes them beside the rows, after something was taken out of these on purpose.
    /// - Returns: of how many sessions and exports the rows were others.
    func bringUpToDate() throws -> Int {
        let changes = try changed()
        for change in changes {
            switch change {
            case .session(let number, let sum, let findings, let report):
                try db.execute(
                    sql: "UPDATE session SET sum = ?, findings_sum = ?, report_sum = ? WHERE id = ?",
                    arguments: [sum, findings, report, number])
            case .reading(let number, let sum):
                try db.execute(sql: "UPDATE reading SET sum = ? WHERE export = ?", arguments: [sum, number])
            case .week(let number, let sum):
                try db.execute(sql: "UPDATE week SET sum = ? WHERE id = ?", arguments: [sum, number])
            }
        }
        return changes.count { if case .week = $0 { false } else { true } }
    }

    private func sessions() throws -> [Change] {
        let rows = SessionRows(db: db, words: words)
        let (findingRows, reportRows) = (FindingRows(db: db, words: words), ReportRows(db: db, words: words))
        return try rows.unchecked().compactMap { known in
            let findings = try findingRows.unchecked(of: known.number)
            let report = try known.position.map {
                try reportRows.unchecked(known.number, position: $0, rows, findings).sum
            }
            let sums = (known.past.sum, StoredFinding.sum(findings))
            if sums == (known.sum, known.findingsSum), report == known.reportSum { return nil }
            return .session(known.number, sum: sums.0, findings: sums.1, report: report)
        }
    }

    private func readings() throws -> [Change] {
        try ReadingRows(db: db, words: words).unchecked().compactMap { number, stays, sum in
            stays.sum == sum ? nil : .reading(number, sum: stays.sum)
        }
    }

    private func weeks() throws -> [Change] {
        let findings = FindingRows(db: db, words: words)
        return try Row.fetchAll(db, sql: "SELECT id, sum FROM week WHERE sum IS NOT NULL").compactMap { row in
            let (week, old): (Int, Int) = (try row.value(0), try row.value(1))
            let sum = StoredFinding.sumWithEvidence(try findings.all(ofWeek: week))
            return sum == old ? nil : .week(week, sum: sum)
        }
    }
}
