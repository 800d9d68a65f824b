import GRDB

/// Who was on the roll when lessons of these classes were last judged.
struct FormerRoll: Sendable {
    struct Member: Sendable {
        var id: PupilID
        /// As lists print it.
        var name: String
    }

    /// `4B`, or `4B;4C`
    var classText: String
    var day: Day
    var pupils: [Member]
}

/// Sessions of which the roll is that of the class.
private let kindsOfWholeRolls = [SessionKind.lesson, .intervention, .assembly].map { "'\($0.rawValue)'" }
    .joined(separator: ", ")

extension History {
    /// The last one of each class, by class; also of a lesson without an export, and as a report had it.
    func formerRolls() throws(StoreError) -> [FormerRoll] {
        try read { db in
            let sessions = try Row.fetchCursor(
                db,
                sql: """
                    SELECT class, day, roll FROM session
                    WHERE kind IN (\(kindsOfWholeRolls)) ORDER BY day, is_current, start
                    """)
            var last: [String: (day: Day, roll: Int)] = [:]
            while let row = try sessions.next() { last[try row.value(0)] = (try row.day(1), try row.value(2)) }
            return try last.sorted { $0.key < $1.key }.map { classText, session in
                let people = try Row.fetchCursor(
                    db,
                    sql: """
                        SELECT code, name FROM roll_pupil JOIN person ON person.id = roll_pupil.person
                        WHERE roll = ? ORDER BY position
                        """, arguments: [session.roll])
                var pupils: [FormerRoll.Member] = []
                while let row = try people.next() {
                    pupils.append(.init(id: PupilID(try row.value(0)), name: try row.value(1)))
                }
                return FormerRoll(classText: classText, day: session.day, pupils: pupils)
            }
        }
    }

    /// The last day on which each pupil was on a roll for certain, as a report has it.
    func lastDaysOnRoll() throws(StoreError) -> [PupilID: Day] {
        try read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT person.code, max(session.day) FROM session
                    JOIN roll_pupil ON roll_pupil.roll = session.roll
                    JOIN person ON person.id = roll_pupil.person
                    JOIN status ON status.session = session.id AND status.position = roll_pupil.position
                    JOIN text ON text.id = status.status
                    WHERE session.position IS NOT NULL AND text.text <> 'possible'
                    AND (session.id, roll_pupil.position) NOT IN roll_doubt
                    GROUP BY person.code
                    """)
            var days: [PupilID: Day] = [:]
            while let row = try rows.next() { days[PupilID(try row.value(0))] = try row.day(1) }
            return days
        }
    }
}

/// Lessons in a row of one class, on the roll of which a pupil was.
struct FormerStay: Sendable {
    var classText: String
    var days: ClosedRange<Day>
}

extension History {
    /// Whoever stands on a roll.
    func pupilsOfRolls() throws(StoreError) -> [FormerRoll.Member] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT DISTINCT code, name FROM person WHERE id IN (SELECT person FROM roll_pupil)"
            ).map { FormerRoll.Member(id: PupilID(try $0.value(0)), name: try $0.value(1)) }
        }
    }

    /// When these were on the roll of which class, as lessons were judged; by id.
    func stays(
        ofPupils members: [FormerRoll.Member]
    ) throws(StoreError) -> [(member: FormerRoll.Member, stays: [FormerStay])] {
        let names = Dictionary(members.map { ($0.id, $0) }, uniquingKeysWith: { _, last in last })
        return try read { db in
            var rolls: [Int: [PupilID]] = [:]
            let people = try Row.fetchCursor(
                db, sql: "SELECT roll, code FROM roll_pupil JOIN person ON person.id = roll_pupil.person")
            while let row = try people.next() {
                let id = PupilID(try row.value(1))
                if names[id] != nil { rolls[try row.value(0), default: []].append(id) }
            }
            var (open, all): ([String: [PupilID: Int]], [PupilID: [FormerStay]]) = ([:], [:])
            let sessions = try Row.fetchCursor(
                db,
                sql: """
                    SELECT class, day, roll FROM session
                    WHERE position IS NOT NULL AND kind IN (\(kindsOfWholeRolls))
                    ORDER BY day, start, id
                    """)
            while let row = try sessions.next() {
                let (classText, day): (String, Day) = (try row.value(0), try row.day(1))
                var going: [PupilID: Int] = [:]
                for id in rolls[try row.value(2)] ?? [] {
                    if let at = open[classText]?[id] {
                        let first = all[id]![at].days.lowerBound
                        all[id]![at].days = first...day
                        going[id] = at
                    } else {
                        all[id, default: []].append(FormerStay(classText: classText, days: day...day))
                        going[id] = all[id]!.count - 1
                    }
                }
                open[classText] = going
            }
            return all.sorted { $0.key < $1.key }.compactMap { id, stays in names[id].map { ($0, stays) } }
        }
    }
}
