import Foundation
import GRDB
import HostSystem

/// All that the history holds of one kind and one day, in one compact record: a term of exports and sessions is some
/// hundred rows.
struct DayRecord: Sendable {
    enum Kind: String, Sendable {
        /// `StoredExport`, by the first day on which it shows somebody.
        case exports
        /// `StoredStays`: of the exports of the weeks that were reported, by their first day.
        case stays
        /// `StoredSession` without its findings, by key.
        case sessions
        /// The findings of the day's sessions, in their order.
        case findings
    }

    /// What is known of a day record without its record.
    struct Head: Sendable, Equatable {
        let kind: Kind
        let day: Int
        /// Rows of one export may be of several days.
        let lastDay: Int
        let entries: Int
        /// `checksum` of the record.
        let sum: Int

        fileprivate var ownSum: Int {
            var sum = RowSum()
            sum.add(kind.rawValue)
            for number in [day, lastDay, entries, self.sum] { sum.add(number) }
            return sum.number
        }
    }

    let head: Head
    let record: [UInt8]

    /// - Parameter entries: 0: the day has nothing of this kind any more.
    init(_ kind: Kind, day: Int, lastDay: Int? = nil, entries: Int, record: [UInt8]) {
        head = Head(
            kind: kind, day: day, lastDay: lastDay ?? day, entries: entries,
            sum: Int(Int64(bitPattern: checksum(record))))
        self.record = record
    }

    fileprivate init(_ head: Head, stored record: [UInt8]) throws(DamagedRecord) {
        guard head.sum == Int(Int64(bitPattern: checksum(record))) else { throw DamagedRecord() }
        (self.head, self.record) = (head, record)
    }

    /// The entries of this day.
    static func list<Entry>(
        _ kind: Kind, day: Int, lastDay: Int? = nil, _ entries: [Entry], _ put: (inout RecordEncoder, Entry) -> Void
    ) -> DayRecord {
        var to = RecordEncoder()
        to.put(entries, put)
        return DayRecord(kind, day: day, lastDay: lastDay, entries: entries.count, record: to.bytes)
    }

    func list<Entry>(_ one: (inout RecordDecoder) throws(DamagedRecord) -> Entry) throws(DamagedRecord) -> [Entry] {
        var from = RecordDecoder(record)
        let entries = try from.list(one)
        guard entries.count == head.entries, from.isAtEnd else { throw DamagedRecord() }
        return entries
    }

    fileprivate static let schema = """
        CREATE TABLE sheet (
            kind TEXT NOT NULL, day INTEGER NOT NULL, last_day INTEGER NOT NULL, entries INTEGER NOT NULL CHECK (entries > 0),
            sum INTEGER NOT NULL, head_sum INTEGER NOT NULL, record BLOB NOT NULL
        );
        """
}

extension History {
    static let sheetSchema = DayRecord.schema

    /// Sheets of these kinds, by day.
    /// - Parameter days: day records that touch one of these; `nil`: all.
    func dayRecords(_ kinds: [DayRecord.Kind], in days: ClosedRange<Day>? = nil) throws(StoreError) -> [DayRecord] {
        try read { db in
            try History.heads(db).filter { _, head in
                kinds.contains(head.kind)
                    && days.map { head.day <= $0.upperBound.number && head.lastDay >= $0.lowerBound.number } ?? true
            }.sorted { $0.head.day < $1.head.day }.map { id, head in
                let row = try Row.fetchOne(
                    db.cachedStatement(sql: "SELECT record FROM sheet WHERE rowid = ?"), arguments: [id])
                guard let row else { throw DamagedRecord() }
                return try DayRecord(head, stored: try row.blob(0))
            }
        }
    }

    /// All are looked at whatever is asked for, and there is no index: a flipped day must not hide a day record.
    fileprivate static func heads(_ db: Database) throws -> [(id: Int, head: DayRecord.Head)] {
        let rows = try Row.fetchCursor(db, sql: "SELECT rowid, kind, day, last_day, entries, sum, head_sum FROM sheet")
        var heads: [(id: Int, head: DayRecord.Head)] = []
        while let row = try rows.next() {
            guard let kind = DayRecord.Kind(rawValue: try row.value(1)) else { throw DamagedRecord() }
            let head = DayRecord.Head(
                kind: kind, day: try row.value(2), lastDay: try row.value(3), entries: try row.value(4),
                sum: try row.value(5))
            guard try row.value(6) == head.ownSum else { throw DamagedRecord() }
            heads.append((try row.value(0), head))
        }
        return heads
    }

    /// Puts these in the place of those of their kind and day; what stands there already is left alone.
    static func put(_ dayRecords: [DayRecord], _ db: Database) throws {
        struct Key: Hashable {
            let kind: DayRecord.Kind
            let day: Int
        }
        let known = Dictionary(
            try heads(db).map { (Key(kind: $0.head.kind, day: $0.head.day), $0) }, uniquingKeysWith: { a, _ in a })
        for dayRecord in dayRecords {
            let (head, old) = (dayRecord.head, known[Key(kind: dayRecord.head.kind, day: dayRecord.head.day)])
            if old?.head == head { continue }
            if let old { try db.cachedStatement(sql: "DELETE FROM sheet WHERE rowid = ?").execute(arguments: [old.id]) }
            if head.entries == 0 { continue }
            try db.cachedStatement(
                sql:
                    "INSERT INTO sheet (kind, day, last_day, entries, sum, head_sum, record) VALUES (?, ?, ?, ?, ?, ?, ?)"
            )
            .execute(arguments: [
                head.kind.rawValue, head.day, head.lastDay, head.entries, head.sum, head.ownSum, Data(dayRecord.record),
            ])
        }
    }

    static func removeSessions(before day: Day, _ db: Database) throws {
        let kinds = [DayRecord.Kind.sessions, .findings].map(\.rawValue)
        try db.execute(
            sql: "DELETE FROM sheet WHERE kind IN (?, ?) AND day < ?", arguments: [kinds[0], kinds[1], day.number])
    }

    /// How many entries of this kind there are, also only those before a day.
    func count(_ kind: DayRecord.Kind, before day: Day? = nil) throws(StoreError) -> Int {
        try read { db in
            try History.heads(db).reduce(0) { count, row in
                row.head.kind == kind && day.map { row.head.day < $0.number } ?? true ? count + row.head.entries : count
            }
        }
    }
}

extension Row {
    /// A row of a damaged file may hold anything; GRDB's subscripts would end the program over it.
    func value<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ column: Int) throws -> Value {
        try decode(atIndex: column)
    }

    func blob(_ column: Int) throws -> [UInt8] { Array(try value(column) as Data) }
}
