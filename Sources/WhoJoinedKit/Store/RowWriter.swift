import GRDB

/// A table that rows are put into, with its columns in the order of their cells.
struct RowTable {
    let columns: [String]
    /// The columns as a statement names them.
    let list: String
    fileprivate let insertion: String

    init(_ name: String, _ columns: [String]) {
        self.columns = columns
        let positions = Array(repeating: "?", count: columns.count).joined(separator: ", ")
        list = columns.map { "\"\($0)\"" }.joined(separator: ", ")
        insertion = "INSERT INTO \(name) (\(list)) VALUES (\(positions))"
    }
}

/// Rows of one table, put in one after the other by one statement.
struct RowWriter {
    private let statement: Statement

    init(_ db: Database, _ table: RowTable) throws { statement = try db.cachedStatement(sql: table.insertion) }

    /// - Parameter cells: of the row, in the order of its columns. Each is bound as what it is: GRDB's arguments box every
    ///   cell of a row first, which took as long as SQLite itself.
    func write<each Cell: StatementBinding>(_ cells: repeat each Cell) throws {
        // Of no arguments: what makes the statement ready for the next row.
        statement.setUncheckedArguments([])
        var column: CInt = 0
        for cell in repeat each cells {
            column += 1
            let code = unsafe cell.bind(to: statement.sqliteStatement, at: column)
            guard code == 0 else { throw DatabaseError(resultCode: ResultCode(rawValue: code), sql: statement.sql) }
        }
        try statement.execute()
    }

    /// A row of which some columns are a list.
    /// - Parameter parts: of the row, in the order of its columns.
    func write(parts: StatementArguments...) throws {
        statement.setUncheckedArguments(parts.reduce([], +))
        try statement.execute()
    }
}

extension String {
    /// SQLite ends a text at its first nought byte.
    var storable: String {
        utf8.contains(0)
            ? String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 })) : self
    }
}

extension String? {
    var storable: String? { self?.storable }
}
