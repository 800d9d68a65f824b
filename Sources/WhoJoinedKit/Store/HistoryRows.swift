import Foundation
import GRDB
import HostSystem

/// An export as the history knows it: whether its file has changed, and what came of it.
struct StoredExport: Sendable, Equatable {
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
        let (problems, orders) = (try row.blob(10), try row.blob(13))
        self.init(
            name: try row.value(0), sha256: try row.value(1),
            stamp: FileStamp(size: try row.value(2), modified: try row.value(3), changed: try row.value(4)), basis: try row.value(5),
            days: StoredExport.days(try row.value(6), try row.value(7)),
            account: RowAccount(used: try row.value(8), flagged: try row.value(9), rejected: try row.value(11)),
            problems: try Problem.problems(record: problems), siblingOrders: try SiblingOrder.orders(record: orders))
        guard try row.value(12) == sum(problems, orders) else { throw DamagedRecord() }
    }

    private static func days(_ first: Int?, _ last: Int?) -> ClosedRange<Day>? {
        guard let first, let last, first <= last else { return nil }
        return Day(number: first)...Day(number: last)
    }

    fileprivate static let columns = "name, sha256, size, modified, changed, basis, first_day, last_day, used, flagged, problems, rejected, sum, orders"

    var line: History.Line {
        let (problems, orders) = (Problem.record(problems), SiblingOrder.record(siblingOrders))
        return [
            name, sha256, stamp.size, stamp.modified, stamp.changed, basis, days?.lowerBound.number, days?.upperBound.number, account.used,
            account.flagged, problems.blob, account.rejected, sum(problems, orders), orders.blob,
        ]
    }

    private func sum(_ problems: [UInt8], _ orders: [UInt8]) -> Int {
        var sum = RowSum()
        sum.add(name)
        sum.add(sha256)
        for number in [stamp.size, stamp.modified, stamp.changed, account.used, account.flagged, account.rejected] { sum.add(number) }
        sum.add(basis)
        sum.add(days?.lowerBound.number)
        sum.add(days?.upperBound.number)
        sum.add(problems)
        sum.add(orders)
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

/// A session in the columns of its table.
struct SessionRow: Sendable {
    let key: String
    let day: Int
    let classText: String
    let record: [UInt8]
    let findings: [UInt8]
    let files: [UInt8]
    /// Of everything but the findings, and of those: most runs need only the rest.
    let sums: Sums

    struct Sums: Sendable, Equatable {
        var session: Int
        var findings: Int
    }

    init(_ session: StoredSession) {
        (key, day, classText) = (session.past.key, session.past.day.number, session.past.classText)
        (record, findings) = (session.past.record, session.findings)
        var to = RecordEncoder()
        to.put(session.exports) {
            $0.put($1.name)
            $0.put($1.sha256)
        }
        files = to.bytes
        sums = Sums(session: SessionRow.sum([key, classText], day, [record, files]), findings: SessionRow.sum([key], day, [findings]))
    }

    fileprivate init(_ row: Row) throws {
        (key, day, classText) = (try row.value(0), try row.value(1), try row.value(2))
        (record, files) = (try row.blob(3), try row.blob(4))
        sums = Sums(session: try row.value(5), findings: try row.value(6))
        findings = row.count > 7 ? try row.blob(7) : []
    }

    /// What a run needs that tells nobody's story.
    fileprivate static let columns = "key, day, class, record, files, sum, findings_sum"
    fileprivate static let allColumns = "\(columns), findings"

    var line: History.Line {
        [key, day, classText, record.blob, files.blob, sums.session, sums.findings, findings.blob]
    }

    fileprivate func past(_ rolls: inout Rolls) throws(DamagedRecord) -> PastSession {
        guard sums.session == SessionRow.sum([key, classText], day, [record, files]) else { throw DamagedRecord() }
        return try PastSession(record: record, rolls: &rolls)
    }

    fileprivate func exports() throws(DamagedRecord) -> [ExportID] {
        var from = RecordDecoder(files)
        return try from.list { (from: inout RecordDecoder) throws(DamagedRecord) in ExportID(name: try from.text(), sha256: try from.text()) }
    }

    fileprivate static func sum(_ texts: [String], _ day: Int, _ records: [[UInt8]]) -> Int {
        var sum = RowSum()
        for text in texts { sum.add(text) }
        sum.add(day)
        for record in records { sum.add(record) }
        return sum.number
    }
}

/// A session as a run that judges another week looks at it: without its findings.
struct KnownSession: Sendable {
    var past: PastSession
    var exports: [ExportID]
    var sums: SessionRow.Sums

    fileprivate init(_ row: SessionRow, _ rolls: inout Rolls) throws(DamagedRecord) {
        (past, exports, sums) = (try row.past(&rolls), try row.exports(), row.sums)
    }
}

/// The rows of an export in the columns of their table.
struct StaysRow: Sendable {
    let id: ExportID
    let days: ClosedRange<Day>
    let record: [UInt8]
    let sum: Int

    init(_ id: ExportID, _ days: ClosedRange<Day>, _ record: [UInt8]) {
        (self.id, self.days, self.record) = (id, days, record)
        sum = StaysRow.sum(id, days.lowerBound.number, days.upperBound.number, record)
    }

    fileprivate var arguments: StatementArguments {
        [id.name, id.sha256, days.lowerBound.number, days.upperBound.number, record.blob, sum]
    }

    fileprivate static func sum(_ id: ExportID, _ first: Int, _ last: Int, _ record: [UInt8]) -> Int {
        var sum = RowSum()
        sum.add(id.name)
        sum.add(id.sha256)
        sum.add(first)
        sum.add(last)
        sum.add(record)
        return sum.number
    }
}

extension History {
    /// The values of one line of a table, made on all cores, for the table itself has one writer.
    typealias Line = StatementArguments

    // MARK: Exports

    func exports() throws(RunFailure) -> [StoredExport] {
        try read { db in
            let rows = try Row.fetchCursor(db, sql: "SELECT \(StoredExport.columns) FROM export ORDER BY name, sha256")
            var exports: [StoredExport] = []
            while let row = try rows.next() { exports.append(try StoredExport(row)) }
            return exports
        }
    }

    /// One that is not there yet. What is to be written anew is removed before: with `OR REPLACE` SQLite copies every page that
    /// it writes, to be able to take back the half of a line.
    static func add(export line: Line, _ db: Database) throws {
        try db.cachedStatement(sql: "INSERT INTO export (\(StoredExport.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").execute(arguments: line)
    }

    /// With its rows.
    static func removeExport(_ id: ExportID, _ db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM export WHERE name = ? AND sha256 = ?").execute(arguments: [id.name, id.sha256])
    }

    static func removeIfWithoutStays(_ id: ExportID, _ db: Database) throws {
        try db.cachedStatement(
            sql: "DELETE FROM export WHERE name = ?1 AND sha256 = ?2 AND NOT EXISTS (SELECT 1 FROM stays WHERE name = ?1 AND sha256 = ?2)"
        ).execute(arguments: [id.name, id.sha256])
    }

    // MARK: The rows of a week's exports

    /// Every stored export that shows somebody in these days, as it was read.
    /// - Parameter skipped: exports whose rows nobody needs.
    func stays(
        in days: ClosedRange<Day>, besides skipped: (ExportID) -> Bool = { _ in false }
    ) throws(RunFailure) -> [(id: ExportID, export: MeetingExport)] {
        try read { db in
            let rows = try Row.fetchCursor(
                db, sql: "SELECT name, sha256, first_day, last_day, sum, record FROM stays WHERE first_day <= ? AND last_day >= ? ORDER BY name, sha256",
                arguments: [days.upperBound.number, days.lowerBound.number])
            var found: [(ExportID, MeetingExport)] = []
            while let row = try rows.next() {
                let id = ExportID(name: try row.value(0), sha256: try row.value(1))
                if skipped(id) { continue }
                let bytes = try row.blob(5)
                guard try row.value(4) == StaysRow.sum(id, try row.value(2), try row.value(3), bytes) else { throw DamagedRecord() }
                found.append((id, try MeetingExport(record: bytes)))
            }
            return found
        }
    }

    /// The checksums of all stored rows of these days.
    func staysSums(in days: ClosedRange<Day>) throws(RunFailure) -> [ExportID: Int] {
        try read { db in
            let rows = try Row.fetchCursor(
                db, sql: "SELECT name, sha256, sum FROM stays WHERE first_day <= ? AND last_day >= ?",
                arguments: [days.upperBound.number, days.lowerBound.number])
            var sums: [ExportID: Int] = [:]
            while let row = try rows.next() { sums[ExportID(name: try row.value(0), sha256: try row.value(1))] = try row.value(2) as Int }
            return sums
        }
    }

    static func put(_ stays: StaysRow, _ db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM stays WHERE name = ? AND sha256 = ?").execute(arguments: [stays.id.name, stays.id.sha256])
        try db.cachedStatement(sql: "INSERT INTO stays (name, sha256, first_day, last_day, record, sum) VALUES (?, ?, ?, ?, ?, ?)")
            .execute(arguments: stays.arguments)
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
            let rows = try Row.fetchCursor(db, sql: "SELECT \(SessionRow.allColumns) FROM session WHERE \(condition) ORDER BY day, key", arguments: arguments)
            var (sessions, rolls) = ([StoredSession](), Rolls())
            while let row = try rows.next() { sessions.append(try StoredSession(SessionRow(row), &rolls)) }
            return sessions
        }
    }

    /// All sessions without their findings, by day and key; taken apart on all cores.
    func knownSessions(jobs: Int) async throws(RunFailure) -> [KnownSession] {
        let rows = try read { db in
            let rows = try Row.fetchCursor(db, sql: "SELECT \(SessionRow.columns) FROM session ORDER BY day, key")
            var found: [SessionRow] = []
            while let row = try rows.next() { found.append(try SessionRow(row)) }
            return found
        }
        let parts = stride(from: 0, to: rows.count, by: 512).map { rows[$0..<min($0 + 512, rows.count)] }
        let known = await concurrentMap(parts, jobs: jobs) { part -> [KnownSession]? in
            var rolls = Rolls()
            return try? part.map { row throws(DamagedRecord) in try KnownSession(row, &rolls) }
        }
        if known.contains(where: { $0 == nil }) { throw History.damaged(path) }
        return known.flatMap { $0 ?? [] }
    }

    /// The sessions of a history of the first form.
    static func firstSessions(_ db: Database) throws -> [StoredSession] {
        var rolls = Rolls()
        return try Row.fetchAll(db, sql: "SELECT key, day, class, record, files, sum, 0, findings FROM session").map { row in
            let session = try SessionRow(row)
            guard session.sums.session == SessionRow.sum([session.key, session.classText], session.day, [session.record, session.findings, session.files])
            else { throw DamagedRecord() }
            return StoredSession(past: try PastSession(record: session.record, rolls: &rolls), findings: session.findings, exports: try session.exports())
        }
    }

    static func put(_ session: SessionRow, _ db: Database) throws {
        try removeSession(session.key, db)
        try add(session: session.line, db)
    }

    /// One that is not there yet.
    static func add(session line: Line, _ db: Database) throws {
        try db.cachedStatement(sql: "INSERT INTO session (\(SessionRow.allColumns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?)").execute(arguments: line)
    }

    static func removeSession(_ key: String, _ db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM session WHERE key = ?").execute(arguments: [key])
    }
}

extension StoredSession {
    fileprivate init(_ row: SessionRow, _ rolls: inout Rolls) throws(DamagedRecord) {
        guard row.sums.findings == SessionRow.sum([row.key], row.day, [row.findings]) else { throw DamagedRecord() }
        self.init(past: try row.past(&rolls), findings: row.findings, exports: try row.exports())
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

    fileprivate static func problems(record: [UInt8]) throws(DamagedRecord) -> [Problem] {
        var from = RecordDecoder(record)
        from.sharesTexts = false
        return try from.list { (from: inout RecordDecoder) throws(DamagedRecord) in
            let (file, line, severity): (String, Int?, Severity) = (try from.text(), try from.optionalNumber(), try from.value())
            return Problem(file, line: line, code: try from.text(), try from.text(), fix: try from.text(), severity: severity)
        }
    }
}

extension SiblingOrder {
    fileprivate static func record(_ orders: [SiblingOrder]) -> [UInt8] {
        var to = RecordEncoder()
        to.put(orders) {
            $0.put($1.host)
            $0.put($1.order.rawValue)
        }
        return to.bytes
    }

    fileprivate static func orders(record: [UInt8]) throws(DamagedRecord) -> [SiblingOrder] {
        var from = RecordDecoder(record)
        from.sharesTexts = false
        return try from.list { (from: inout RecordDecoder) throws(DamagedRecord) in SiblingOrder(host: try from.text(), order: try from.value()) }
    }
}

extension Row {
    /// A row of a damaged file may hold anything; GRDB's subscripts would end the program over it.
    func value<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ column: Int) throws -> Value { try decode(atIndex: column) }

    fileprivate func blob(_ column: Int) throws -> [UInt8] { Array(try value(column) as Data) }
}

extension [UInt8] {
    fileprivate var blob: Data { Data(self) }
}
