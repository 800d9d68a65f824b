import GRDB
import HostSystem

/// The rows of the tables `export`, `problem` and `date_order`.
struct ExportRows {
    let db: Database
    let words: WordCache

    private static let table = RowTable(
        "export",
        [
            "id", "name", "sha256", "is_known", "size", "modified", "changed", "basis", "first_day", "last_day", "used",
            "flagged", "rejected", "sum",
        ])
    private static let problems = RowTable(
        "problem", ["export", "position", "file", "line", "severity", "code", "what", "fix"])
    private static let dateOrders = RowTable("date_order", ["export", "position", "host", "date_order"])

    // MARK: Reading

    /// All exports that are known, by name and content.
    func all() throws -> [StoredExport] {
        let (problems, orders, readings) = (try problems(), try orders(), try readings())
        let rows = try Row.fetchCursor(db, sql: "SELECT \(ExportRows.table.list) FROM export WHERE is_known")
        var exports: [StoredExport] = []
        while let row = try rows.next() {
            let id: Int = try row.value(0)
            let export = StoredExport(
                name: try row.value(1), sha256: try row.value(2),
                stamp: FileStamp(size: try row.value(4), modified: try row.value(5), changed: try row.value(6)),
                basis: try words.text(row, 7), days: try ExportRows.days(row, 8),
                tally: RowTally(used: try row.value(10), flagged: try row.value(11), rejected: try row.value(12)),
                problems: problems[id] ?? [], siblingOrders: orders[id] ?? [], hasStays: readings.contains(id))
            guard try row.value(13) == export.sum else { throw DamagedRecord() }
            exports.append(export)
        }
        return exports.sorted { $0.id < $1.id }
    }

    static func days(_ row: Row, _ column: Int) throws -> ClosedRange<Day>? {
        guard let first = try row.optionalDay(column), let last = try row.optionalDay(column + 1) else { return nil }
        guard first <= last else { throw DamagedRecord() }
        return first...last
    }

    private func problems() throws -> [Int: [Problem]] {
        var problems: [Int: [Problem]] = [:]
        let rows = try Row.fetchCursor(
            db, sql: "SELECT export, file, line, severity, code, what, fix FROM problem ORDER BY export, position")
        while let row = try rows.next() {
            problems[try row.value(0), default: []].append(
                Problem(
                    try words.text(row, 1), line: try row.value(2), code: try words.text(row, 4),
                    try words.text(row, 5), fix: try words.text(row, 6), severity: try words.value(row, 3)))
        }
        return problems
    }

    private func orders() throws -> [Int: [SiblingOrder]] {
        var orders: [Int: [SiblingOrder]] = [:]
        let rows = try Row.fetchCursor(
            db, sql: "SELECT export, host, date_order FROM date_order ORDER BY export, position")
        while let row = try rows.next() {
            orders[try row.value(0), default: []].append(
                SiblingOrder(host: try words.text(row, 1), order: try words.value(row, 2)))
        }
        return orders
    }

    private func readings() throws -> Set<Int> { try Set(Int.fetchCursor(db, sql: "SELECT export FROM reading")) }

    /// Every export that the table names, known or gone.
    func numbers() throws -> [ExportID: Int] {
        var numbers: [ExportID: Int] = [:]
        let rows = try Row.fetchCursor(db, sql: "SELECT id, name, sha256 FROM export")
        while let row = try rows.next() {
            numbers[ExportID(name: try row.value(1), sha256: try row.value(2))] = try row.value(0)
        }
        return numbers
    }

    // MARK: Writing

    func put(_ export: StoredExport, number: Int) throws {
        try clear(number)
        try db.cachedStatement(sql: "DELETE FROM export WHERE id = ?").execute(arguments: [number])
        try write(export, number, isKnown: true)
        let problems = try RowWriter(db, ExportRows.problems)
        for (position, problem) in export.problems.enumerated() {
            try problems.write(
                number, position, words.number(of: problem.file), problem.line,
                words.number(of: problem.severity.rawValue), words.number(of: problem.code),
                words.number(of: problem.what), words.number(of: problem.fix))
        }
        let orders = try RowWriter(db, ExportRows.dateOrders)
        for (position, order) in export.siblingOrders.enumerated() {
            try orders.write(
                number, position, words.number(of: order.host), words.number(of: order.order.rawValue))
        }
    }

    /// An export of which nothing is left but that a session was read from it.
    func putName(_ id: ExportID, number: Int) throws {
        let empty = StoredExport(
            name: id.name, sha256: id.sha256, stamp: FileStamp(size: 0, modified: 0, changed: 0), basis: "",
            days: nil, tally: RowTally(), problems: [])
        try write(empty, number, isKnown: false)
    }

    private func write(_ export: StoredExport, _ number: Int, isKnown: Bool) throws {
        try RowWriter(db, ExportRows.table).write(
            number, export.name, export.sha256, isKnown, export.stamp.size, export.stamp.modified,
            export.stamp.changed, words.number(of: export.basis), export.days?.lowerBound.iso,
            export.days?.upperBound.iso, export.tally.used, export.tally.flagged, export.tally.rejected, export.sum)
    }

    private func clear(_ number: Int) throws {
        for table in ["problem", "date_order"] {
            try db.cachedStatement(sql: "DELETE FROM \(table) WHERE export = ?").execute(arguments: [number])
        }
    }

    /// Forgets an export but for its name.
    func remove(_ number: Int) throws {
        try clear(number)
        try ReadingRows(db: db, words: words).remove(number)
        try db.execute(sql: "UPDATE export SET is_known = 0 WHERE id = ?", arguments: [number])
    }

    /// Names of exports that no session was read from.
    static func removeUnused(_ db: Database) throws {
        try db.execute(
            sql: "DELETE FROM export WHERE NOT is_known AND id NOT IN (SELECT export FROM session_export)")
    }
}
