import GRDB

/// The rows of the tables `session`, `session_export`, `status`, `roll`, `roll_pupil` and `roll_doubt`.
final class SessionRows {
    /// A session that the history has, and where.
    struct Known {
        let number: Int
        let past: PastSession
        let sum: Int
        let findingsSum: Int
        let reportSum: Int?
        let position: Int?
    }

    let db: Database
    let words: WordCache
    private var rolls: [Int: StoredRoll] = [:]
    private var rollNumbers: [[Int]: Int] = [:]
    /// Positions in the roll, by session.
    private var doubts: [Int: [Int]] = [:]
    private var nextRoll = 1

    init(db: Database, words: WordCache) { (self.db, self.words) = (db, words) }

    static let table = RowTable(
        "session",
        [
            "id", "week", "position", "is_current", "key", "day", "start", "class", "printed_class", "kind",
            "is_scheduled",
            "is_doubtful", "roll", "joined", "expected", "unsettled", "sum", "findings_sum", "report_sum",
        ])
    private static let exports = RowTable("session_export", ["session", "position", "export"])
    private static let statuses = RowTable(
        "status", ["session", "position", "status", "joined", "left", "minutes", "stays", "reason"])
    private static let doubtsOfRolls = RowTable("roll_doubt", ["session", "position"])
    private static let pupilsOfRolls = RowTable("roll_pupil", ["roll", "position", "person"])

    // MARK: Reading

    /// Sessions as they are known today, by day and key.
    /// - Parameter classes: only sessions of these, as findings print them; `nil`: all.
    func all(in days: ClosedRange<Day>? = nil, of classes: Set<String>? = nil) throws -> [Known] {
        try list(
            "is_current AND day BETWEEN ? AND ?", [days?.lowerBound.iso ?? "", days?.upperBound.iso ?? "9999"],
            of: classes)
    }

    /// Sessions as their week's report had them, and that are judged otherwise today or had no export.
    func outdated(in days: ClosedRange<Day>? = nil) throws -> [Known] {
        try list(
            "NOT is_current AND day BETWEEN ? AND ?", [days?.lowerBound.iso ?? "", days?.upperBound.iso ?? "9999"])
    }

    /// Every session, whatever its checksum is.
    func unchecked() throws -> [Known] { try list("true", [], isChecked: false) }

    private func list(
        _ condition: String, _ arguments: StatementArguments, of classes: Set<String>? = nil, isChecked: Bool = true
    ) throws -> [Known] {
        if rolls.isEmpty { try readRolls() }
        let rows = try Row.fetchCursor(
            db, sql: "SELECT \(SessionRows.table.list) FROM session WHERE \(condition) ORDER BY day, \"key\"",
            arguments: arguments)
        let parts = try SessionParts(db, words)
        var sessions: [Known] = []
        while let row = try rows.next() {
            if let classes, !classes.contains(try row.value(7)) { continue }
            let known = try known(row, parts)
            guard !isChecked || known.sum == known.past.sum else { throw DamagedRecord() }
            sessions.append(known)
        }
        return sessions
    }

    private func known(_ row: Row, _ parts: SessionParts) throws -> Known {
        let (number, isDoubtful): (Int, Bool) = (try row.value(0), try row.flag(11))
        guard let roll = rolls[try row.value(12)] else { throw DamagedRecord() }
        let day = try row.day(5)
        guard day.week.monday.number == (try row.value(1)) else { throw DamagedRecord() }
        let past = PastSession(
            key: try row.value(4), day: day, start: Instant(seconds: try row.value(6)), classText: try row.value(7),
            kind: try row.word(9), isScheduled: try row.flag(10),
            statuses: try parts.statuses(of: number, roll, isDoubtful: isDoubtful), joined: try row.value(13),
            expected: try row.value(14), unsettled: try row.value(15), counts: try parts.counts(of: number),
            exports: try parts.exports(of: number), rollDoubts: roll.ids(at: doubts[number] ?? []))
        return Known(
            number: number, past: past, sum: try row.value(16),
            findingsSum: try row.value(17), reportSum: try row.value(18), position: try row.value(2))
    }

    /// The pupils of a session's roll by their positions.
    func people(ofRoll number: Int) throws -> [Int: StoredPerson] {
        if rolls.isEmpty { try readRolls() }
        guard let roll = rolls[number] else { throw DamagedRecord() }
        return Dictionary(zip(roll.positions, roll.people), uniquingKeysWith: { a, _ in a })
    }

    private func readRolls() throws {
        rolls = Dictionary(
            uniqueKeysWithValues: try Int.fetchAll(db, sql: "SELECT id FROM roll").map { ($0, StoredRoll()) })
        nextRoll = (rolls.keys.max() ?? 0) + 1
        let rows = try Row.fetchCursor(db, sql: "SELECT roll, position, person FROM roll_pupil ORDER BY roll, position")
        var (people, at): ([Int], Int?) = ([], nil)
        func end() { if let at { rollNumbers[people] = at } }
        while let row = try rows.next() {
            let (roll, position, person): (Int, Int, Int) = (try row.value(0), try row.value(1), try row.value(2))
            if roll != at {
                end()
                (people, at) = ([], roll)
            }
            people.append(person)
            guard rolls[roll]?.add(position, try words.person(person)) != nil else { throw DamagedRecord() }
        }
        end()
        for number in rolls.keys { rolls[number]?.sort() }
        let doubted = try Row.fetchCursor(db, sql: "SELECT session, position FROM roll_doubt")
        while let row = try doubted.next() { doubts[try row.value(0), default: []].append(try row.value(1)) }
    }

    /// Pupils of any roll, once a session was read.
    var everybody: Set<PupilID> { rolls.values.reduce(into: []) { $0.formUnion($1.roll.ids) } }

    // MARK: Writing

    /// The roll with these people, made if there is none.
    private func number(ofRoll people: [StoredPerson]) throws -> Int {
        if nextRoll == 1 { try readRolls() }
        let numbers = try people.map { try words.number(of: $0) }
        if let known = rollNumbers[numbers] { return known }
        let number = nextRoll
        nextRoll += 1
        try db.execute(sql: "INSERT INTO roll (id) VALUES (?)", arguments: [number])
        let row = try RowWriter(db, SessionRows.pupilsOfRolls)
        for (position, person) in numbers.enumerated() {
            try row.write(number, position, person)
        }
        rollNumbers[numbers] = number
        return number
    }

    /// - Parameters:
    ///   - report: what the report of its week has of it; `nil`: it is of another week.
    ///   - exports: their numbers.
    func put(
        _ session: StoredSession, number: Int, report: StoredReport?, people: PersonBook?, exports: [Int]
    ) throws {
        let past = session.past
        let ids = past.statuses.roll.ids
        let roll = report?.statuses.map(\.person) ?? ids.map { people?.pupil($0) ?? StoredPerson(pupil: $0) }
        try putWeek(past.day.week)
        try RowWriter(db, SessionRows.table).write(
            number, past.day.week.monday.number, report?.position, !past.exports.isEmpty, past.key.storable,
            past.day.iso, past.start.seconds, past.classText.storable,
            storedCell(PlainText.clean(past.classText)).storable, past.kind.rawValue, past.isScheduled,
            report?.isDoubtful ?? false, self.number(ofRoll: roll), past.joined, past.expected, past.unsettled,
            past.sum, StoredFinding.sum(session.findings), report?.sum)
        try putDoubts(past.rollDoubts, among: roll, of: number)
        let links = try RowWriter(db, SessionRows.exports)
        for (position, export) in exports.enumerated() {
            try links.write(number, position, export)
        }
        try putStatuses(report?.statuses.map(\.row) ?? past.statuses.values.map { StoredStatus($0) }, of: number)
        try FindingRows(db: db, words: words).put(session.findings, of: number, in: past.day.week)
        try report.map { try ReportRows(db: db, words: words).put($0, of: number) }
    }

    func putWeek(_ week: Week) throws {
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO week (id, week) VALUES (?, ?)").execute(
            arguments: [week.monday.number, week.iso])
    }

    private func putDoubts(_ doubts: [PupilID], among roll: [StoredPerson], of session: Int) throws {
        if doubts.isEmpty { return }
        let rows = try RowWriter(db, SessionRows.doubtsOfRolls)
        for (position, person) in roll.enumerated() where doubts.hasSorted(PupilID(person.code)) {
            try rows.write(session, position)
        }
    }

    private func putStatuses(_ statuses: [StoredStatus], of session: Int) throws {
        let rows = try RowWriter(db, SessionRows.statuses)
        for (position, status) in statuses.enumerated() {
            try rows.write(
                session, position, words.number(of: status.status.rawValue), status.joined?.seconds,
                status.left?.seconds, status.minutes, status.stays,
                words.optionalNumber(of: status.reason.isEmpty ? nil : status.reason))
        }
    }

    /// Removes sessions with all that belongs to them.
    /// - Parameter condition: of the table `session`.
    static func remove(where condition: String, _ arguments: StatementArguments, _ db: Database) throws {
        let chosen = "(SELECT id FROM session WHERE \(condition))"
        try db.execute(
            sql: "DELETE FROM finding_row WHERE finding IN (SELECT id FROM finding WHERE session IN \(chosen))",
            arguments: arguments)
        for table in [
            "finding", "entrant", "entrant_candidate", "entrant_row", "session_log", "status", "session_export",
            "roll_doubt",
        ] { try db.execute(sql: "DELETE FROM \(table) WHERE session IN \(chosen)", arguments: arguments) }
        try db.execute(sql: "DELETE FROM session WHERE \(condition)", arguments: arguments)
    }
}

/// One pupil in one session, as the table `status` has it.
struct StoredStatus: Sendable {
    var status: PupilStatus
    var joined: Instant?
    var left: Instant?
    var minutes: Int?
    var stays: Int?
    var reason = ""

    init(_ status: PupilStatus) { self.status = status }

    init(_ result: PupilResult) {
        (status, joined, left) = (result.status, result.joined, result.left)
        (minutes, stays, reason) = (result.shownMinutes, result.shownStays, storedCell(result.shownReason))
    }

    func add(to sum: inout RowSum) {
        sum.add(status.rawValue)
        sum.add(joined)
        sum.add(left)
        sum.add(minutes)
        sum.add(stays)
        sum.add(reason)
    }
}

/// A roll as the tables have it.
private struct StoredRoll {
    private(set) var positions: [Int] = []
    private(set) var people: [StoredPerson] = []
    private(set) var roll = PupilStatuses.Roll([])
    /// Which position stands at each position of `roll`.
    private(set) var order: [Int] = []

    mutating func add(_ position: Int, _ person: StoredPerson) {
        positions.append(position)
        people.append(person)
    }

    /// Ascending.
    func ids(at places: [Int]) -> [PupilID] {
        if places.isEmpty { return [] }
        let wanted = Set(places)
        return zip(positions, people).filter { wanted.contains($0.0) }.map { PupilID($0.1.code) }.sorted()
    }

    mutating func sort() {
        let sorted = PupilStatuses.Roll.sorted(people.map { PupilID($0.code) })
        (roll, order) = (sorted.roll, sorted.order.map { positions[$0] })
    }
}

/// What other tables have of a session.
private struct SessionParts {
    private let statusRows: Statement
    private let countRows: Statement
    private let exportRows: Statement
    private let words: WordCache

    init(_ db: Database, _ words: WordCache) throws {
        self.words = words
        statusRows = try db.cachedStatement(
            sql: "SELECT position, status FROM status WHERE session = ? ORDER BY position")
        countRows = try db.cachedStatement(sql: "SELECT rule, count(*) FROM finding WHERE session = ? GROUP BY rule")
        exportRows = try db.cachedStatement(
            sql: """
                SELECT e.name, e.sha256 FROM session_export s JOIN export e ON e.id = s.export
                WHERE s.session = ? ORDER BY s.position
                """)
    }

    func statuses(of session: Int, _ roll: StoredRoll, isDoubtful: Bool) throws -> PupilStatuses {
        var values: [Int: PupilStatus] = [:]
        let rows = try Row.fetchCursor(statusRows, arguments: [session])
        while let row = try rows.next() {
            let status: PupilStatus = try words.value(row, 1)
            // Of a session in doubt only what was seen is remembered.
            values[try row.value(0)] = isDoubtful && status == .possible ? .noData : status
        }
        guard values.count == roll.positions.count else { throw DamagedRecord() }
        return PupilStatuses(
            roll: roll.roll,
            values: try roll.order.map { position throws(DamagedRecord) in
                guard let value = values[position] else { throw DamagedRecord() }
                return value
            })
    }

    func counts(of session: Int) throws -> [RuleID: Int] {
        var counts: [RuleID: Int] = [:]
        let rows = try Row.fetchCursor(countRows, arguments: [session])
        while let row = try rows.next() { counts[try words.value(row, 0)] = try row.value(1) }
        return counts
    }

    func exports(of session: Int) throws -> [ExportID] {
        let rows = try Row.fetchCursor(exportRows, arguments: [session])
        var exports: [ExportID] = []
        while let row = try rows.next() {
            exports.append(ExportID(name: try row.value(0), sha256: try row.value(1)))
        }
        return exports
    }
}
