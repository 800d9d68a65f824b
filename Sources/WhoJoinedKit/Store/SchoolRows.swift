import GRDB

/// The rows of the tables `clock`, `follow_up` and `hold`: what the school's own files say, as the last run found it.
struct SchoolRows {
    let db: Database
    let words: WordCache

    /// - Parameter oldest: what is older is past its retention.
    func put(_ school: School, holds: [Hold], since oldest: Day) throws {
        try put(school.settings.zone)
        try put(holds.filter { $0.day >= oldest }, of: school)
        let people = PersonBook(school.roster)
        let notes = school.records.followUps.filter { $0.day >= oldest }
        try put(
            notes.map { note in
                StoredFollowUp(
                    day: note.day.iso, person: try words.number(of: people.pupils[note.pupil]),
                    kind: note.kind.rawValue, by: note.by, outcome: note.outcome)
            })
    }

    private func put(_ zone: SchoolZone) throws {
        let known = try Row.fetchAll(db, sql: "SELECT since, ahead FROM clock ORDER BY since").map {
            [try $0.value(0) as Int, try $0.value(1) as Int]
        }
        if known == zone.table.map({ [$0.since, $0.ahead] }) { return }
        try db.execute(sql: "DELETE FROM clock")
        for (since, ahead) in zone.table {
            try db.execute(sql: "INSERT INTO clock (since, ahead) VALUES (?, ?)", arguments: [since, ahead])
        }
    }

    private func put(_ holds: [Hold], of school: School) throws {
        let people = PersonBook(school.roster)
        let new = try holds.sorted { ($0.day, $0.classText, $0.person) < ($1.day, $1.classText, $1.person) }.map {
            StoredHold(
                day: $0.day.iso, class: $0.classText,
                pupil: try $0.pupil.map { try words.number(of: people.pupils[$0]) },
                person: $0.person, text: $0.text)
        }
        if try StoredHold.order(Column("position")).fetchAll(db) == new { return }
        try StoredHold.deleteAll(db)
        for hold in new { try hold.insert(db) }
    }

    private func put(_ notes: [StoredFollowUp]) throws {
        let known = try StoredFollowUp.order(Column("position")).fetchAll(db)
        if known == notes { return }
        try StoredFollowUp.deleteAll(db)
        for note in notes { try note.insert(db) }
    }
}

/// A row of the table `follow_up`.
struct StoredFollowUp: Codable, FetchableRecord, PersistableRecord, Equatable {
    static let databaseTableName = "follow_up"

    var day: String
    /// Number of the pupil.
    var person: Int
    var kind: String
    var by: String
    var outcome: String
}

/// A row of the table `hold`.
struct StoredHold: Codable, FetchableRecord, PersistableRecord, Equatable {
    static let databaseTableName = "hold"

    var day: String
    var `class`: String
    /// Number of the pupil.
    var pupil: Int?
    var person: String
    var text: String
}

extension History {
    /// The removals that nobody had been cleared of when `week` ran last, as notes.
    func heldRemovals() throws(StoreError) -> [HostNote] {
        try read { db in
            // A file of an earlier build has no such table until something is kept in it.
            guard try db.tableExists(StoredHold.databaseTableName) else { return [] }
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT h.day, h.class, coalesce(p.code, h.person), h.text
                    FROM hold h LEFT JOIN person p ON p.id = h.pupil ORDER BY h.position
                    """)
            return try rows.map { row in
                HostNote(
                    day: try row.day(0), classText: try row.value(1), kind: .removed, person: try row.value(2),
                    text: try row.value(3), by: "", source: "history.sqlite")
            }
        }
    }
}
