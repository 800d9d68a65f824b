import GRDB

/// What no table refers to any more: words, people, rolls, weeks and names of exports.
enum UnusedWords {
    static func remove(_ db: Database) throws {
        try ExportRows.removeUnused(db)
        try db.execute(
            sql: """
                DELETE FROM finding_row WHERE finding IN (
                    SELECT id FROM finding WHERE session IS NULL AND week NOT IN (SELECT week FROM session));
                DELETE FROM finding WHERE session IS NULL AND week NOT IN (SELECT week FROM session);
                DELETE FROM week WHERE id NOT IN (SELECT week FROM session);
                DELETE FROM roll_pupil WHERE roll NOT IN (SELECT roll FROM session);
                DELETE FROM roll WHERE id NOT IN (SELECT roll FROM session)
                """)
        for table in ["person", "text"] {
            let used = try references(to: table, db).map {
                "SELECT \"\($0.column)\" FROM \($0.table) WHERE \"\($0.column)\" IS NOT NULL"
            }
            try db.execute(
                sql: "DELETE FROM \(table) WHERE id NOT IN (\(used.joined(separator: " UNION ")))")
        }
    }

    /// The columns that hold numbers of rows of this table, as the schema declares them.
    private static func references(to table: String, _ db: Database) throws -> [(table: String, column: String)] {
        let sql = """
            SELECT m.name, f."from" FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) f
            WHERE m.type = 'table' AND f."table" = ? ORDER BY 1, 2
            """
        return try Row.fetchAll(db, sql: sql, arguments: [table]).map { (try $0.value(0), try $0.value(1)) }
    }
}
