import GRDB

/// Brings the rows of sessions up to date.
///
/// A week keeps what its report said: when one of its sessions is judged otherwise by the run of another week, both
/// stand, and the later one is what is known today.
struct SessionUpdate {
    typealias Key = PastSession.Place

    /// A session that stands in the tables, as far as it must be known here.
    private struct Standing {
        let number: Int
        let key: Key
        let isCurrent: Bool
        let isOfWeek: Bool
        let reportPosition: Int?
        let sum: Int
        let findingsSum: Int
        let reportSum: Int?

        init(_ row: Row, week: Week) throws {
            number = try row.value(0)
            key = Key(day: try row.day(1), key: try row.value(2))
            isCurrent = try row.flag(3)
            (reportPosition, sum) = (try row.value(4), try row.value(5))
            (findingsSum, reportSum) = (try row.value(6), try row.value(7))
            isOfWeek = week.contains(key.day)
        }
    }

    let db: Database
    let words: WordCache
    /// The one that is reported now.
    let week: Week
    let people: PersonBook
    /// Sessions whose exports were read again, or replaced.
    let replaced: Set<Key>
    /// The findings of the week as a whole.
    let ofWeek: [StoredFinding]

    func put(
        _ sessions: [(session: StoredSession, report: StoredReport?)], exports: inout ExportUpdate
    ) throws {
        let sql = """
            SELECT id, day, "key", is_current, position, sum, findings_sum, report_sum FROM session
            WHERE is_current OR week = ?
            """
        let standing = try Row.fetchAll(db, sql: sql, arguments: [week.monday.number]).map {
            try Standing($0, week: week)
        }
        let new = sessions.filter { !$0.session.past.exports.isEmpty || $0.report != nil }
        let days = Set(new.map(\.session.past.day)).union(replaced.map(\.day))
        let keys = Set(new.map(\.session.past.key))
        let leaving = standing.filter { old in
            old.isOfWeek && old.reportPosition != nil
                || old.isCurrent
                    && (replaced.contains(old.key) || days.contains(old.key.day) && keys.contains(old.key.key))
        }
        let known = Dictionary(grouping: leaving, by: \.key)
        var stay: Set<Int> = []
        var coming: [(session: StoredSession, report: StoredReport?)] = []
        for (session, report) in new {
            let same = try known[session.past.place]?.first {
                try isSame($0, session, report)
            }
            if let same { stay.insert(same.number) } else { coming.append((session, report)) }
        }
        for old in leaving where !stay.contains(old.number) {
            exports.hasRemoved = true
            try leave(old, isReplaced: replaced.contains(old.key) || keys.contains(old.key.key))
        }
        try insert(coming, exports: &exports)
        try putWeek(&exports)
    }

    /// What stands there already says the same; only its position in the report may be another.
    private func isSame(_ old: Standing, _ session: StoredSession, _ report: StoredReport?) throws -> Bool {
        guard old.isCurrent == !session.past.exports.isEmpty, old.sum == session.past.sum,
            old.findingsSum == StoredFinding.sum(session.findings)
        else { return false }
        guard let report else { return true }
        guard old.reportSum == report.sum else { return false }
        if old.reportPosition != report.position {
            try db.execute(
                sql: "UPDATE session SET position = ? WHERE id = ?", arguments: [report.position, old.number])
        }
        return true
    }

    private func leave(_ old: Standing, isReplaced: Bool) throws {
        if old.reportPosition != nil && !old.isOfWeek {
            try db.execute(sql: "UPDATE session SET is_current = 0 WHERE id = ?", arguments: [old.number])
        } else if old.isCurrent && !isReplaced {
            // It stands in the week's report no longer, and is what is known of it all the same.
            try ReportRows(db: db, words: words).remove(of: old.number)
        } else {
            try SessionRows.remove(where: "id = ?", [old.number], db)
        }
    }

    private func insert(
        _ sessions: [(session: StoredSession, report: StoredReport?)], exports: inout ExportUpdate
    ) throws {
        let rows = SessionRows(db: db, words: words)
        var number = try Int.fetchOne(db, sql: "SELECT max(id) FROM session") ?? 0
        for (session, report) in sessions {
            number += 1
            try rows.put(
                session, number: number, report: report, people: people,
                exports: exports.numbers(of: session.past.exports))
        }
    }

    private func putWeek(_ exports: inout ExportUpdate) throws {
        try SessionRows(db: db, words: words).putWeek(week)
        let sum = StoredFinding.sumWithEvidence(ofWeek)
        let number = week.monday.number
        let old = try Int.fetchOne(db, sql: "SELECT sum FROM week WHERE id = ?", arguments: [number])
        if sum == old { return }
        if old != nil { exports.hasRemoved = true }
        let chosen = "session IS NULL AND week = ?"
        try db.execute(
            sql: "DELETE FROM finding_row WHERE finding IN (SELECT id FROM finding WHERE \(chosen))",
            arguments: [number])
        try db.execute(sql: "DELETE FROM finding WHERE \(chosen)", arguments: [number])
        try FindingRows(db: db, words: words).put(ofWeek, of: nil, in: week)
        try db.execute(sql: "UPDATE week SET sum = ? WHERE id = ?", arguments: [sum, number])
    }
}
