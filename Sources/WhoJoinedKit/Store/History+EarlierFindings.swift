import DelimitedText
import GRDB

extension History {
    /// - Parameter day: names of unnamed entrants are told from this day on.
    func earlierFindings(since day: Day) throws(StoreError) -> EarlierFindings {
        let ofSessions = "finding f JOIN session s ON s.id = f.session JOIN text r ON r.id = f.rule"
        let since = "WHERE r.text = ? AND s.is_current AND s.day >= ?"
        return try read { db in
            var earlier = EarlierFindings()
            let names = "SELECT s.\"key\", n.text FROM \(ofSessions) JOIN text n ON n.id = f.name \(since)"
            for row in try Row.fetchAll(db, sql: names, arguments: [RuleID.unnamed.rawValue, day.iso]) {
                earlier.unnamed[try row.value(0), default: []].insert(unguarded(try row.value(1)))
            }
            let people = "SELECT s.\"key\", p.code FROM \(ofSessions) JOIN person p ON p.id = f.person \(since)"
            for row in try Row.fetchAll(db, sql: people, arguments: [RuleID.noAgreement.rawValue, day.iso]) {
                earlier.unsigned[try row.value(0), default: []].insert(try row.value(1))
            }
            let counts = """
                SELECT w.id, r.text, count(f.id) FROM week w LEFT JOIN finding f ON f.session IS NULL AND f.week = w.id
                LEFT JOIN text r ON r.id = f.rule WHERE w.sum IS NOT NULL GROUP BY w.id, r.text
                """
            for row in try Row.fetchAll(db, sql: counts) {
                let week = Week(of: Day(number: try row.value(0)))
                var known = earlier.ofWeeks[week] ?? [:]
                if let rule = (row[1] as String?).flatMap(RuleID.init(rawValue:)) { known[rule] = try row.value(2) }
                earlier.ofWeeks[week] = known
            }
            return earlier
        }
    }
}
