import GRDB

/// The rows of the tables `clock` and `follow_up`: what the school's own files say, as the last run found it.
struct SchoolRows {
    let db: Database
    let words: WordCache

    /// - Parameter oldest: what is older is past its retention.
    func put(_ school: School, since oldest: Day) throws {
        try put(school.settings.zone)
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
