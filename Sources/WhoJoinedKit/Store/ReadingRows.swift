import GRDB
import HostSystem

/// The rows of exports as they were read: the tables `reading`, `meeting`, `stay` and `meeting_event`.
struct ReadingRows {
    let db: Database
    let words: WordCache

    private static let readings = RowTable(
        "reading",
        [
            "export", "platform", "variant", "date_order", "is_ambiguous", "is_weak", "decided_by", "has_times",
            "has_camera", "has_waiting_room", "has_consent", "has_external", "rows_read", "rows_rejected",
            "rows_without_stay", "is_complete", "warnings", "last_moment", "file", "first_day", "last_day", "sum",
        ])
    private static let meetings = RowTable(
        "meeting",
        [
            "export", "position", "number", "topic", "start", "end", "zone_offset", "host_email",
            "is_number_from_file_name",
        ])
    private static let stays = RowTable(
        "stay",
        [
            "export", "position", "meeting", "participant", "name", "original_name", "email", "is_phone", "line",
            "joined",
            "left", "shown_seconds", "camera_seconds", "camera", "is_external", "is_waiting_room", "role",
            "has_consented", "is_join_approximate", "zone_offset",
        ])

    // MARK: Reading

    /// Exports that show somebody in these days; `nil`: all.
    func all(
        in days: ClosedRange<Day>?, besides skipped: (ExportID) -> Bool = { _ in false }
    ) throws -> [StoredStays] {
        let columns = ReadingRows.readings.columns.map { "r.\($0)" }.joined(separator: ", ")
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT \(columns), e.name, e.sha256 FROM reading r JOIN export e ON e.id = r.export
                WHERE r.first_day <= ? AND r.last_day >= ?
                """,
            arguments: [days?.upperBound.iso ?? "9999", days?.lowerBound.iso ?? ""])
        return try rows.compactMap { row in
            let count = ReadingRows.readings.columns.count
            let id = ExportID(name: try row.value(count), sha256: try row.value(count + 1))
            if skipped(id) { return nil }
            let stays = try stays(row, id)
            guard try row.value(count - 1) == stays.sum else { throw DamagedRecord() }
            return stays
        }.sorted { $0.id < $1.id }
    }

    /// All, whatever their checksums are.
    func unchecked() throws -> [(number: Int, stays: StoredStays, sum: Int)] {
        let columns = ReadingRows.readings.columns.map { "r.\($0)" }.joined(separator: ", ")
        return try Row.fetchAll(
            db, sql: "SELECT \(columns), e.name, e.sha256 FROM reading r JOIN export e ON e.id = r.export"
        ).map { row in
            let count = ReadingRows.readings.columns.count
            let id = ExportID(name: try row.value(count), sha256: try row.value(count + 1))
            return (try row.value(0), try stays(row, id), try row.value(count - 1))
        }
    }

    private func stays(_ row: Row, _ id: ExportID) throws -> StoredStays {
        let number: Int = try row.value(0)
        let warnings: String = try row.value(16)
        var export = MeetingExport(
            file: try row.value(18), platform: try row.word(1), variant: try row.value(2),
            dates: DateDecision(
                order: try row.word(3), isAmbiguous: try row.flag(4), isWeak: try row.flag(5),
                decidedBy: try row.value(6)),
            abilities: ExportAbilities(
                times: try row.flag(7), camera: try row.flag(8), waitingRoom: try row.flag(9),
                consent: try row.flag(10), external: try row.flag(11)), meetings: try meetings(of: number))
        export.rowsRead = try row.value(12)
        export.rowsRejected = try row.value(13)
        export.rowsWithoutStay = try row.value(14)
        export.isComplete = try row.flag(15)
        export.warnings = warnings.split(separator: "\n").map(String.init)
        export.lastMoment = try row.moment(17)
        guard let days = try ExportRows.days(row, 19) else { throw DamagedRecord() }
        return StoredStays(id, days, export)
    }

    private func meetings(of export: Int) throws -> [Meeting] {
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: "SELECT \(ReadingRows.meetings.list) FROM meeting WHERE export = ? ORDER BY position"
            ),
            arguments: [export])
        var meetings: [Meeting] = []
        while let row = try rows.next() {
            guard try row.value(1) == meetings.count else { throw DamagedRecord() }
            var meeting = Meeting(
                id: try row.value(2), topic: try row.value(3), start: try row.moment(4), end: try row.moment(5),
                hostEmail: try row.value(7))
            meeting.zoneOffsetMinutes = try row.value(6)
            meeting.isIDFromFileName = try row.flag(8)
            meetings.append(meeting)
        }
        try addPeople(of: export, to: &meetings)
        try EventRows(db: db, words: words).add(of: export, to: &meetings)
        return meetings
    }

    private func addPeople(of export: Int, to meetings: inout [Meeting]) throws {
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: "SELECT \(ReadingRows.stays.list) FROM stay WHERE export = ? ORDER BY position"),
            arguments: [export])
        while let row = try rows.next() {
            let (meeting, participant): (Int, Int?) = (try row.value(2), try row.value(3))
            guard meetings.indices.contains(meeting) else { throw DamagedRecord() }
            let name = DisplayName(try words.text(row, 4))
            guard let participant else {
                meetings[meeting].notAttended.append((name, try words.optionalText(row, 6)))
                continue
            }
            let known = meetings[meeting].participants.count
            if participant == known {
                meetings[meeting].participants.append(
                    Participant(
                        displayName: name, originalName: try words.optionalText(row, 5).map { DisplayName($0) },
                        email: try words.optionalText(row, 6), isPhone: try row.flag(7), stays: []))
            } else if participant != known - 1 {
                throw DamagedRecord()
            }
            if let stay = try stay(row) { meetings[meeting].participants[participant].stays.append(stay) }
        }
    }

    private func stay(_ row: Row) throws -> Stay? {
        guard let line: Int = try row.value(8) else { return nil }
        return Stay(
            joined: try row.moment(9), left: try row.moment(10), shownSeconds: try row.value(11),
            cameraSeconds: try row.value(12), camera: try words.optionalValue(row, 13) ?? .unknown,
            isExternal: try row.optionalFlag(14), isWaitingRoom: try row.optionalFlag(15),
            hasConsented: try row.flag(17), isJoinApproximate: try row.flag(18),
            role: try words.optionalValue(row, 16), zoneOffsetMinutes: try row.value(19), line: line)
    }

    // MARK: Writing

    func put(_ stays: StoredStays, number: Int) throws {
        try remove(number)
        let export = stays.export
        let abilities = export.abilities
        try RowWriter(db, ReadingRows.readings).write(
            number, export.platform.rawValue, export.variant.storable, export.dates.order.rawValue,
            export.dates.isAmbiguous, export.dates.isWeak, export.dates.decidedBy.storable, abilities.times,
            abilities.camera, abilities.waitingRoom, abilities.consent, abilities.external, export.rowsRead,
            export.rowsRejected, export.rowsWithoutStay, export.isComplete,
            export.warnings.joined(separator: "\n").storable, export.lastMoment?.seconds, export.file.storable,
            stays.days.lowerBound.iso, stays.days.upperBound.iso, stays.sum)
        let writer = try RowWriter(db, ReadingRows.meetings)
        var people = PeopleWriter(
            export: number, words: words, rows: try RowWriter(db, ReadingRows.stays))
        for (position, meeting) in export.meetings.enumerated() {
            try writer.write(
                number, position, meeting.id.storable, meeting.topic.storable, meeting.start?.seconds,
                meeting.end?.seconds, meeting.zoneOffsetMinutes, meeting.hostEmail.storable, meeting.isIDFromFileName)
            try people.write(meeting, position: position)
        }
        try EventRows(db: db, words: words).put(export.meetings, of: number)
    }

    func remove(_ number: Int) throws {
        for table in ["meeting_event", "stay", "meeting", "reading"] {
            try db.cachedStatement(sql: "DELETE FROM \(table) WHERE export = ?").execute(arguments: [number])
        }
    }
}

/// The rows of the table `stay` of one export.
private struct PeopleWriter {
    let export: Int
    let words: WordCache
    let rows: RowWriter
    private var position = 0

    init(export: Int, words: WordCache, rows: RowWriter) {
        (self.export, self.words, self.rows) = (export, words, rows)
    }

    mutating func write(_ meeting: Meeting, position: Int) throws {
        for (number, participant) in meeting.participants.enumerated() {
            let person = PersonCells(
                number: number, name: try words.number(of: participant.displayName.text),
                originalName: try words.optionalNumber(of: participant.originalName?.text),
                email: try words.optionalNumber(of: participant.email), isPhone: participant.isPhone)
            if participant.stays.isEmpty { try write(person, nil, in: position) }
            for stay in participant.stays { try write(person, stay, in: position) }
        }
        for (name, email) in meeting.notAttended {
            let person = PersonCells(
                name: try words.number(of: name.text), email: try words.optionalNumber(of: email), isPhone: false)
            try write(person, nil, in: position)
        }
    }

    private mutating func write(_ person: PersonCells, _ stay: Stay?, in meeting: Int) throws {
        let camera = stay.flatMap { $0.camera == .unknown ? nil : $0.camera.rawValue }
        try rows.write(
            export, position, meeting, person.number, person.name, person.originalName, person.email, person.isPhone,
            stay?.line, stay?.joined?.seconds, stay?.left?.seconds, stay?.shownSeconds, stay?.cameraSeconds,
            words.optionalNumber(of: camera), stay?.isExternal, stay?.isWaitingRoom,
            words.optionalNumber(of: stay?.role?.rawValue), stay?.hasConsented ?? false,
            stay?.isJoinApproximate ?? false, stay?.zoneOffsetMinutes)
        position += 1
    }
}

/// What all stays of one person have, as the table `stay` refers to it.
private struct PersonCells {
    /// `nil`: invited and never there.
    var number: Int?
    let name: Int
    var originalName: Int?
    let email: Int?
    let isPhone: Bool
}
