import GRDB
import HostSystem

/// What a history of an earlier form holds, laid on day records. It had a row for each session, each export and each
/// export's rows; the first form had one checksum for all columns of a session.
struct EarlierForm {
    let db: Database
    /// `user_version`
    let form: Int

    static let counts = """
        SELECT (SELECT count(*) FROM session) = sessions AND (SELECT count(*) FROM export) = exports
            AND (SELECT count(*) FROM message) = messages AS isSound FROM tally WHERE id = 1
        """

    /// Takes the place of the tables with day records, within the caller's transaction.
    func bringUpToDate() throws {
        let dayRecords = try self.dayRecords()
        try db.execute(
            sql:
                "DROP TABLE stays; DROP TABLE export; DROP TABLE session; DROP TABLE tally; DROP TABLE IF EXISTS grdb_migrations"
        )
        try db.execute(sql: History.sheetSchema)
        try History.put(dayRecords, db)
    }

    private func dayRecords() throws -> [DayRecord] {
        let stays = try self.stays()
        let exports = try self.exports(withStays: Set(stays.map(\.id)))
        return StoredExport.byDay(exports, and: []).map { StoredExport.dayRecord($0.exports, of: $0.day) }
            + Dictionary(grouping: stays, by: \.day).map { StoredStays.dayRecord($1, of: $0) }
            + Dictionary(grouping: try sessions(), by: \.past.day.number).flatMap {
                StoredSession.dayRecords($1, of: $0)
            }
    }

    private func sessions() throws -> [StoredSession] {
        var rolls = Rolls()
        let sums = form == 1 ? "0" : "findings_sum"
        return try Row.fetchAll(db, sql: "SELECT key, day, class, record, findings, files, sum, \(sums) FROM session")
            .map { row in
                let (key, day, classText): (String, Int, String) = (
                    try row.value(0), try row.value(1), try row.value(2)
                )
                let (record, findings, files) = (try row.blob(3), try row.blob(4), try row.blob(5))
                var (sum, ofFindings) = (RowSum(), RowSum())
                for text in [key, classText] { sum.add(text) }
                sum.add(day)
                for bytes in form == 1 ? [record, findings, files] : [record, files] { sum.add(bytes) }
                ofFindings.add(key)
                ofFindings.add(day)
                ofFindings.add(findings)
                guard try row.value(6) == sum.number, try row.value(7) == (form == 1 ? 0 : ofFindings.number) else {
                    throw DamagedRecord()
                }
                var from = RecordDecoder(files)
                return StoredSession(
                    past: try PastSession(record: record[...], rolls: &rolls), findings: findings[...],
                    exports: try ExportID.list(&from))
            }
    }

    private func exports(withStays ids: Set<ExportID>) throws -> [StoredExport] {
        let columns =
            "name, sha256, size, modified, changed, used, flagged, rejected, basis, first_day, last_day, problems, orders, sum"
        return try Row.fetchAll(db, sql: "SELECT \(columns) FROM export").map { row in
            let (name, sha256, basis): (String, String, String) = (try row.value(0), try row.value(1), try row.value(8))
            let numbers = try (2...7).map { try row.value($0) as Int }
            let (first, last): (Int?, Int?) = (try row.value(9), try row.value(10))
            let (problems, orders) = (try row.blob(11), try row.blob(12))
            var sum = RowSum()
            for text in [name, sha256] { sum.add(text) }
            for number in numbers { sum.add(number) }
            sum.add(basis)
            for day in [first, last] { sum.add(day) }
            for bytes in [problems, orders] { sum.add(bytes) }
            guard try row.value(13) == sum.number else { throw DamagedRecord() }
            var from = RecordDecoder(orders)
            from.sharesTexts = false
            return StoredExport(
                name: name, sha256: sha256,
                stamp: FileStamp(size: numbers[0], modified: numbers[1], changed: numbers[2]), basis: basis,
                days: try StoredExport.days(first, last),
                account: RowTally(used: numbers[3], flagged: numbers[4], rejected: numbers[5]),
                problems: try Problem.problems(record: problems[...]), siblingOrders: try SiblingOrder.list(&from),
                hasStays: ids.contains(ExportID(name: name, sha256: sha256)))
        }
    }

    private func stays() throws -> [StoredStays] {
        try Row.fetchAll(db, sql: "SELECT name, sha256, first_day, last_day, record, sum FROM stays").map { row in
            let (id, record) = (ExportID(name: try row.value(0), sha256: try row.value(1)), try row.blob(4))
            let (first, last): (Int, Int) = (try row.value(2), try row.value(3))
            var sum = RowSum()
            for text in [id.name, id.sha256] { sum.add(text) }
            for day in [first, last] { sum.add(day) }
            sum.add(record)
            guard try row.value(5) == sum.number, let days = try StoredExport.days(first, last) else {
                throw DamagedRecord()
            }
            return StoredStays(id, days, record[...])
        }
    }
}
