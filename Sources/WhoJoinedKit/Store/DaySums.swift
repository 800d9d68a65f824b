import GRDB

/// A checksum for each day of rows: that none is missing and none is there twice. Whether each is what it was, its own
/// checksum says.
enum DaySums {
    enum Kind: String, CaseIterable { case export, reading, session, finding, report, week, message }

    /// - Parameter days: the rows of these; `nil`: all.
    /// - Throws: `DamagedRecord`
    static func check(_ kind: Kind, in days: ClosedRange<Day>? = nil, _ db: Database) throws {
        // An export may begin before the days that it shows.
        let (first, last) =
            kind == .reading ? ("", "9999") : (days?.lowerBound.iso ?? "", days?.upperBound.iso ?? "9999")
        func rows(_ table: String) -> String {
            "SELECT kind, day, entries, sum FROM \(table) WHERE kind = :kind AND day BETWEEN :first AND :last"
        }
        let arguments: StatementArguments = ["kind": kind.rawValue, "first": first, "last": last]
        for (one, other) in [("day_sum", "day_sum_now"), ("day_sum_now", "day_sum")] {
            let sql = "SELECT EXISTS (\(rows(one)) EXCEPT \(rows(other)))"
            if try Bool.fetchOne(db, sql: sql, arguments: arguments) ?? true { throw DamagedRecord() }
        }
    }

    /// Says what there is now.
    static func bringUpToDate(_ db: Database) throws {
        try db.execute(
            sql: """
                DELETE FROM day_sum WHERE (kind, day, entries, sum) NOT IN (SELECT kind, day, entries, sum FROM day_sum_now);
                INSERT INTO day_sum SELECT kind, day, entries, sum FROM day_sum_now WHERE (kind, day) NOT IN
                    (SELECT kind, day FROM day_sum)
                """)
    }
}
