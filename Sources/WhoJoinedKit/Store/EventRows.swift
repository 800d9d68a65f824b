import GRDB

/// The rows of the table `meeting_event`: what the logs tell of their meetings beside who was there.
struct EventRows {
    let db: Database
    let words: WordCache

    private static let events = RowTable(
        "meeting_event",
        [
            "export", "position", "meeting", "kind", "name", "at", "actor", "actor_email", "actor_is_external",
            "target",
            "target_email", "target_is_external", "count", "reason", "line",
        ])

    func add(of export: Int, to meetings: inout [Meeting]) throws {
        // A file of an earlier build has no such table until something is kept in it.
        guard try db.tableExists("meeting_event") else { return }
        let columns = EventRows.events.list
        let rows = try Row.fetchCursor(
            db.cachedStatement(sql: "SELECT \(columns) FROM meeting_event WHERE export = ? ORDER BY position"),
            arguments: [export])
        while let row = try rows.next() {
            let meeting: Int = try row.value(2)
            guard meetings.indices.contains(meeting) else { throw DamagedRecord() }
            meetings[meeting].events.append(try event(row))
        }
    }

    private func event(_ row: Row) throws -> MeetingEvent {
        guard let at = try row.moment(5) else { throw DamagedRecord() }
        return MeetingEvent(
            kind: try words.value(row, 3), name: try words.text(row, 4), at: at, actor: try account(row, 6),
            target: try account(row, 9), count: try row.value(12), reason: try words.text(row, 13),
            line: try row.value(14))
    }

    private func account(_ row: Row, _ column: Int) throws -> MeetingEvent.Account? {
        guard let name = try words.optionalText(row, column) else { return nil }
        return MeetingEvent.Account(
            name: name, email: try words.optionalText(row, column + 1), isExternal: try row.optionalFlag(column + 2))
    }

    func put(_ meetings: [Meeting], of export: Int) throws {
        let writer = try RowWriter(db, EventRows.events)
        var position = 0
        for (meeting, events) in meetings.map(\.events).enumerated() {
            for event in events {
                let (actor, target) = (event.actor, event.target)
                try writer.write(
                    export, position, meeting, words.number(of: event.kind.rawValue), words.number(of: event.name),
                    event.at.seconds, words.optionalNumber(of: actor?.name), words.optionalNumber(of: actor?.email),
                    actor?.isExternal, words.optionalNumber(of: target?.name), words.optionalNumber(of: target?.email),
                    target?.isExternal, event.count, words.number(of: event.reason), event.line)
                position += 1
            }
        }
    }
}
