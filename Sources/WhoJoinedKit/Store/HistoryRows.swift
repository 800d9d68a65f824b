import Foundation
import GRDB
import HostSystem

/// An export as the history knows it: whether its file has changed, and what came of it.
struct StoredExport: Sendable {
    /// Relative to the inbox.
    var name: String
    var sha256: String
    var stamp: FileStamp
    /// Digest of everything else that the result depends on: roster, timetable, decisions, settings, options, version.
    var basis: String
    /// The days on which it shows somebody; `nil`: none.
    var days: ClosedRange<Day>?
    var account: RowAccount
    var problems: [Problem]
    /// What it tells of the dates of its host's other exports.
    var siblingOrders: [SiblingOrder]

    /// An export is told by its name and its content: a name alone is used again and again (`participants.csv`).
    var id: ExportID { ExportID(name: name, sha256: sha256) }

    init(
        name: String, sha256: String, stamp: FileStamp, basis: String, days: ClosedRange<Day>?, account: RowAccount, problems: [Problem],
        siblingOrders: [SiblingOrder] = []
    ) {
        self.name = name
        self.sha256 = sha256
        self.stamp = stamp
        self.basis = basis
        self.days = days
        self.account = account
        self.problems = problems
        self.siblingOrders = siblingOrders
    }

    fileprivate init(_ row: Row) throws {
        let problems = try Problem.problems(record: row[10])
        var from = RecordDecoder([UInt8](blob: row[13]))
        let orders = try from.list { (from: inout RecordDecoder) throws(DamagedRecord) in SiblingOrder(host: try from.text(), order: try from.value()) }
        self.init(
            name: row[0], sha256: row[1], stamp: FileStamp(size: row[2], modified: row[3], changed: row[4]), basis: row[5],
            days: StoredExport.days(row[6], row[7]), account: RowAccount(used: row[8], flagged: row[9], rejected: row[11]), problems: problems,
            siblingOrders: orders)
        guard row[12] == sum else { throw DamagedRecord() }
    }

    private static func days(_ first: Int?, _ last: Int?) -> ClosedRange<Day>? {
        guard let first, let last, first <= last else { return nil }
        return Day(number: first)...Day(number: last)
    }

    fileprivate static let columns = "name, sha256, size, modified, changed, basis, first_day, last_day, used, flagged, problems, rejected, sum, orders"

    fileprivate var arguments: StatementArguments {
        [
            name, sha256, stamp.size, stamp.modified, stamp.changed, basis, days?.lowerBound.number, days?.upperBound.number, account.used,
            account.flagged, Problem.record(problems).blob, account.rejected, sum, ordersRecord.blob,
        ]
    }

    private var ordersRecord: [UInt8] {
        var to = RecordEncoder()
        to.put(siblingOrders) {
            $0.put($1.host)
            $0.put($1.order.rawValue)
        }
        return to.bytes
    }

    private var sum: Int {
        var sum = RowSum()
        sum.add(name)
        sum.add(sha256)
        for number in [stamp.size, stamp.modified, stamp.changed, account.used, account.flagged, account.rejected] { sum.add(number) }
        sum.add(basis)
        sum.add(days?.lowerBound.number)
        sum.add(days?.upperBound.number)
        sum.add(Problem.record(problems))
        sum.add(ordersRecord)
        return sum.number
    }
}

struct ExportID: Hashable, Sendable {
    var name: String
    var sha256: String
}

/// A session as the history keeps it.
struct StoredSession: Sendable {
    var past: PastSession
    /// `StoredFinding.record`: only read where somebody asks for a pupil's story.
    var findings: [UInt8]
    var exports: [ExportID]
}

extension History {
    // MARK: Exports

    func exports() throws(RunFailure) -> [StoredExport] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT \(StoredExport.columns) FROM export ORDER BY name, sha256").map { try StoredExport($0) }
        }
    }

    static func put(_ export: StoredExport, _ db: Database) throws {
        let marks = Array(repeating: "?", count: 14).joined(separator: ", ")
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO export (\(StoredExport.columns)) VALUES (\(marks))").execute(arguments: export.arguments)
    }

    static func removeIfWithoutStays(_ id: ExportID, _ db: Database) throws {
        try db.cachedStatement(
            sql: "DELETE FROM export WHERE name = ?1 AND sha256 = ?2 AND NOT EXISTS (SELECT 1 FROM stays WHERE name = ?1 AND sha256 = ?2)"
        ).execute(arguments: [id.name, id.sha256])
    }

    // MARK: The rows of a week's exports

    /// Every stored export that shows somebody in these days, as it was read.
    func stays(in days: ClosedRange<Day>) throws(RunFailure) -> [(id: ExportID, export: MeetingExport)] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT name, sha256, first_day, last_day, record, sum FROM stays WHERE first_day <= ? AND last_day >= ? ORDER BY name, sha256",
                arguments: [days.upperBound.number, days.lowerBound.number]
            ).map { row in
                let id = ExportID(name: row[0], sha256: row[1])
                let bytes = [UInt8](blob: row[4])
                guard row[5] == History.staysSum(id, row[2], row[3], bytes) else { throw DamagedRecord() }
                return (id, try MeetingExport(record: bytes))
            }
        }
    }

    static func putStays(_ id: ExportID, _ days: ClosedRange<Day>, _ record: [UInt8], _ db: Database) throws {
        let (first, last) = (days.lowerBound.number, days.upperBound.number)
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO stays (name, sha256, first_day, last_day, record, sum) VALUES (?, ?, ?, ?, ?, ?)")
            .execute(arguments: [id.name, id.sha256, first, last, record.blob, staysSum(id, first, last, record)])
    }

    private static func staysSum(_ id: ExportID, _ first: Int, _ last: Int, _ record: [UInt8]) -> Int {
        var sum = RowSum()
        sum.add(id.name)
        sum.add(id.sha256)
        sum.add(first)
        sum.add(last)
        sum.add(record)
        return sum.number
    }

    // MARK: Sessions

    /// Sessions of these days, by day and key.
    /// - Parameter classes: as findings print them; `nil`: all.
    func sessions(in days: ClosedRange<Day>, classes: [String]? = nil) throws(RunFailure) -> [StoredSession] {
        try read { db in
            var arguments: StatementArguments = [days.lowerBound.number, days.upperBound.number]
            var condition = "day BETWEEN ? AND ?"
            if let classes {
                condition += " AND class IN (\(classes.map { _ in "?" }.joined(separator: ", ")))"
                arguments += StatementArguments(classes)
            }
            let rows = try Row.fetchCursor(db, sql: "SELECT \(StoredSession.columns) FROM session WHERE \(condition) ORDER BY day, key", arguments: arguments)
            var sessions: [StoredSession] = []
            while let row = try rows.next() { sessions.append(try StoredSession(row)) }
            return sessions
        }
    }

    static func put(_ session: StoredSession, _ db: Database) throws {
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO session (\(StoredSession.columns)) VALUES (?, ?, ?, ?, ?, ?, ?)")
            .execute(arguments: session.arguments)
    }

    static func removeSession(_ key: String, _ db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM session WHERE key = ?").execute(arguments: [key])
    }
}

extension StoredSession {
    fileprivate static let columns = "key, day, class, record, findings, files, sum"

    fileprivate init(_ row: Row) throws {
        let (record, findings, files) = ([UInt8](blob: row[3]), [UInt8](blob: row[4]), [UInt8](blob: row[5]))
        guard row[6] == StoredSession.sum([row[0], row[2]], row[1], [record, findings, files]) else { throw DamagedRecord() }
        var from = RecordDecoder(files)
        past = try PastSession(record: record)
        self.findings = findings
        exports = try from.list { (from: inout RecordDecoder) throws(DamagedRecord) in ExportID(name: try from.text(), sha256: try from.text()) }
    }

    fileprivate var arguments: StatementArguments {
        var files = RecordEncoder()
        files.put(exports) {
            $0.put($1.name)
            $0.put($1.sha256)
        }
        let record = past.record
        return [
            past.key, past.day.number, past.classText, record.blob, findings.blob, files.bytes.blob,
            StoredSession.sum([past.key, past.classText], past.day.number, [record, findings, files.bytes]),
        ]
    }

    private static func sum(_ texts: [String], _ day: Int, _ records: [[UInt8]]) -> Int {
        var sum = RowSum()
        for text in texts { sum.add(text) }
        sum.add(day)
        for record in records { sum.add(record) }
        return sum.number
    }
}

extension Problem {
    static func record(_ problems: [Problem]) -> [UInt8] {
        var to = RecordEncoder()
        to.put(problems) {
            $0.put($1.file)
            $0.put($1.line)
            $0.put($1.severity.rawValue)
            $0.put($1.code)
            $0.put($1.what)
            $0.put($1.fix)
        }
        return to.bytes
    }

    fileprivate static func problems(record: Data) throws(DamagedRecord) -> [Problem] {
        var from = RecordDecoder([UInt8](blob: record))
        return try from.list { (from: inout RecordDecoder) throws(DamagedRecord) in
            let (file, line, severity): (String, Int?, Severity) = (try from.text(), try from.optionalNumber(), try from.value())
            return Problem(file, line: line, code: try from.text(), try from.text(), fix: try from.text(), severity: severity)
        }
    }
}

extension [UInt8] {
    fileprivate init(blob: Data) { self = Array(blob) }
    fileprivate var blob: Data { Data(self) }
}
