import Foundation
import GRDB
import HostSystem
import Testing

@testable import WhoJoinedKit

struct HistoryTests {
    static let past = PastSession(
        key: "a1b2c3d4", day: Day(iso: "2026-11-16")!, start: Instant(seconds: 1_794_819_600), classText: "4B;4C",
        kind: .lesson, isScheduled: true,
        statuses: [PupilID("P1"): .joined, PupilID("P2"): .possible, PupilID("ü"): .noData], joined: 1, expected: 3,
        unsettled: 1,
        counts: [.nonJoiner: 1, .oneAdult: 2])
    static let session = StoredSession(
        past: past,
        findings: StoredFinding.record([
            StoredFinding(
                rule: .late, severity: .inform, pupil: "P1", name: "", from: Instant(seconds: 1), to: nil,
                detail: "five minutes")
        ])[...], exports: [ExportID(name: "zoom.csv", sha256: "ab")])
    static let export = StoredExport(
        name: "zoom.csv", sha256: "ab", stamp: FileStamp(size: 10, modified: 20, changed: 30), basis: "b",
        days: Day(iso: "2026-11-16")!...Day(iso: "2026-11-17")!, account: RowTally(used: 3, flagged: 2, rejected: 1),
        problems: [Problem("zoom.csv", line: 4, code: "bad-time", "no time", fix: "export again")],
        siblingOrders: [SiblingOrder(host: "a@school.example", order: .dayFirst)], hasStays: true)
    static let meetings = MeetingExport(
        file: "zoom.csv", platform: .zoom, variant: "zoom/participants",
        dates: DateDecision(order: .monthFirst, decidedBy: "value>12 on line 9"),
        abilities: ExportAbilities(),
        meetings: [
            Meeting(
                id: "123", topic: nil, start: Instant(seconds: 1_794_819_600),
                participants: [
                    Participant(
                        displayName: DisplayName("Zoë"), originalName: nil, email: "z@school.example",
                        stays: [
                            Stay(
                                joined: Instant(seconds: 1_794_819_600), left: Instant(seconds: 1_794_819_660),
                                camera: .off, role: .presenter, line: 5),
                            Stay(
                                joined: nil, left: nil, shownSeconds: 60, isExternal: false, isWaitingRoom: true,
                                line: 6),
                        ])
                ])
        ], rowsRead: 2)

    private func week() -> ClosedRange<Day> { Day(iso: "2026-11-16")!...Day(iso: "2026-11-22")! }

    private static let dayRecords = {
        let stays = StoredStays(export.id, export.days!, meetings.record[...])
        return StoredSession.dayRecords([session], of: past.day.number)
            + [StoredExport.dayRecord([export], of: export.day), StoredStays.dayRecord([stays], of: stays.day)]
    }()

    private func filled(_ path: HostPath) throws {
        let history = try History(at: path)
        try history.write { db in try History.put(HistoryTests.dayRecords, db) }
        try history.close()
    }

    /// Every table is looked at, as the commands do between them.
    private func readAll(_ history: History) throws {
        _ = try history.sessions(in: week())
        _ = try history.exports()
        _ = try history.stays(in: week())
        _ = try Outbox(history: history).states()
    }

    @Test func `what is stored is what comes back`() throws {
        let temporary = try TemporaryFolder()
        let path = temporary.path.appending("history.sqlite")
        try filled(path)
        let history = try #require(try History.reading(path))
        let session = try #require(try history.sessions(in: week()).first)
        #expect("\(session)".count == "\(HistoryTests.session)".count)
        #expect(session.past.statuses == HistoryTests.past.statuses)
        #expect(session.past.counts == HistoryTests.past.counts)
        #expect(session.past.key == HistoryTests.past.key && session.past.start == HistoryTests.past.start)
        #expect(try StoredFinding.findings(record: session.findings).first?.detail == "five minutes")
        #expect(session.exports == [HistoryTests.export.id])
        let export = try #require(try history.exports().first)
        #expect(export.account == HistoryTests.export.account && export.problems == HistoryTests.export.problems)
        #expect(export.tellsTheSame(as: HistoryTests.export) && export.hasStays)
        #expect(try history.pastSessions(in: week(), of: ["4B;4C"]).map(\.statuses) == [HistoryTests.past.statuses])
        #expect(try history.pastSessions(in: week(), of: ["4B"]).isEmpty)
        let stays = try #require(try history.stays(in: week()).first)
        #expect(stays.export.record == HistoryTests.meetings.record)
        #expect("\(stays.export)" == "\(HistoryTests.meetings)")
    }

    @Test(arguments: [
        "UPDATE sheet SET record = 7 WHERE kind = 'sessions'",
        "UPDATE sheet SET record = x'00' WHERE kind = 'findings'",
        "UPDATE sheet SET record = x'' WHERE kind = 'exports'", "UPDATE sheet SET sum = 'many' WHERE kind = 'stays'",
        "UPDATE sheet SET sum = sum + 1 WHERE kind = 'stays'",
        "UPDATE sheet SET kind = 'session' WHERE kind = 'sessions'",
        "UPDATE sheet SET kind = x'00' WHERE kind = 'sessions'", "UPDATE sheet SET day = 0 WHERE kind = 'sessions'",
        "UPDATE sheet SET last_day = 0 WHERE kind = 'stays'", "UPDATE sheet SET entries = 2 WHERE kind = 'exports'",
        "UPDATE sheet SET head_sum = 1.5 WHERE kind = 'exports'", "DELETE FROM sheet WHERE kind = 'findings'",
        "INSERT INTO message VALUES ('m', '2026-W47', 'a@home.example', 'sent', 'soon', 0)",
    ])
    func `a row with another value is an error, and not the end of the program`(change: String) throws {
        let temporary = try TemporaryFolder()
        let path = temporary.path.appending("history.sqlite")
        try filled(path)
        let history = try #require(try History.existing(path))
        try readAll(history)
        try history.write { db in try db.execute(sql: change) }
        #expect(throws: RunFailure.self) { try readAll(history) }
    }

    @Test func `a dayRecord that is gone is missed`() throws {
        let temporary = try TemporaryFolder()
        let path = temporary.path.appending("history.sqlite")
        try filled(path)
        let history = try #require(try History.existing(path))
        try history.access { queue in
            try queue.write { db in try db.execute(sql: "DELETE FROM sheet WHERE kind = 'exports'") }
        }
        #expect(throws: RunFailure.self) { try history.check() }
    }

    @Test func `a dayRecord that says the same is not written again, and an empty one goes`() throws {
        let temporary = try TemporaryFolder()
        let path = temporary.path.appending("history.sqlite")
        try filled(path)
        let history = try #require(try History.existing(path))
        func rows() throws -> [Int] {
            try history.read { db in try Int.fetchAll(db, sql: "SELECT rowid FROM sheet ORDER BY rowid") }
        }
        let before = try rows()
        try history.write { db in try History.put(HistoryTests.dayRecords, db) }
        #expect(try rows() == before)
        try history.write { db in try History.put([StoredExport.dayRecord([], of: HistoryTests.export.day)], db) }
        #expect(try rows().count == before.count - 1)
        #expect(try history.exports().isEmpty)
        try history.check()
    }

    @Test func `the file and its companions are the owner's alone`() throws {
        let temporary = try TemporaryFolder()
        let path = temporary.path.appending("history.sqlite")
        let history = try History(at: path)
        try history.write { db in try History.put(HistoryTests.dayRecords, db) }
        for entry in try folderEntries(temporary.path) { #expect(entry.mode & 0o077 == 0, "\(entry.path.text)") }
        try history.close()
        #expect(try temporary.files() == ["history.sqlite"])
    }

    @Test func `a flipped byte is an error or changes nothing`() throws {
        let temporary = try TemporaryFolder()
        let path = temporary.path.appending("history.sqlite")
        try filled(path)
        let sound = try readOrdinaryFile(path, limit: 10_000_000).bytes
        var random = SeededGenerator(seed: 7)
        var errors = 0
        // Most of a small history is empty room.
        let places = sound.indices.filter { sound[$0] != 0 }
        for _ in 0..<60 {
            var bytes = sound
            bytes[places.randomElement(using: &random)!] ^= UInt8.random(in: 1...255, using: &random)
            try replaceFile(path, bytes, mode: 0o600)
            do {
                let history = try History(at: path)
                let session = try history.sessions(in: week())
                #expect(session.map(\.past.record) == [HistoryTests.past.record])
                #expect(try history.stays(in: week()).map(\.export.record) == [HistoryTests.meetings.record])
                #expect(try history.exports().map(\.account) == [HistoryTests.export.account])
            } catch {
                #expect(error.status != .done)
                errors += 1
            }
            for left in ["history.sqlite-wal", "history.sqlite-shm"] { try? removeFile(temporary.path.appending(left)) }
        }
        #expect(errors > 0)
    }

    /// A session as the first form wrote it: every text in full.
    private func firstSession() -> (record: [UInt8], findings: [UInt8]) {
        var record = RecordEncoder()
        record.put(1)
        record.put("a1b2c3d4")
        record.put(Day(iso: "2026-11-16")!.number)
        record.put(1_794_819_600)
        record.put("4B")
        record.put("lesson")
        record.put(true)
        record.put([("P1", 0), ("P2", 2)]) {
            $0.put($1.0)
            $0.put($1.1)
        }
        for number in [1, 2, 1] { record.put(number) }
        record.put(["late"]) {
            $0.put($1)
            $0.put(1)
        }
        var findings = RecordEncoder()
        findings.put(["P1"]) {
            for text in ["late", "inform", $1, ""] { $0.put(text) }
            $0.put(Instant(seconds: 1))
            $0.put(nil as Instant?)
            $0.put("five minutes")
        }
        return (record.bytes, findings.bytes)
    }

    /// As the second form wrote them: each text once.
    private func secondFindings() -> [UInt8] {
        var findings = RecordEncoder()
        findings.put(-2)
        findings.put(["P1"]) {
            for text in ["late", "inform", $1, ""] { $0.put(shared: text) }
            $0.put(Instant(seconds: 1))
            $0.put(nil as Instant?)
            $0.put(shared: "five minutes")
        }
        return findings.bytes
    }

    /// One stay as the first two forms wrote it: each value by itself; in the second each text once.
    private func earlierExport(_ form: Int) -> [UInt8] {
        var to = RecordEncoder()
        func put(_ text: String) { if form == 1 { to.put(text) } else { to.put(shared: text) } }
        to.put(form)
        to.put("zoom.csv")
        put("zoom")
        to.put("zoom/participants")
        put("mdy")
        for flag in [false, false] { to.put(flag) }
        to.put("value>12 on line 9")
        for flag in [true, false, false, false, false] { to.put(flag) }
        to.put(1)
        for text in ["123", nil] as [String?] { to.put(text) }
        for moment in [Instant(seconds: 1_794_819_600), nil] as [Instant?] { to.put(moment) }
        to.put(nil as Int?)
        to.put(nil as String?)
        to.put(false)
        to.put(1)
        to.put("Zoë")
        to.put(nil as String?)
        to.put(form == 1 ? "z@school.example" : "z" as String?)
        if form == 2 { put("@school.example") }
        to.put(false)
        to.put(1)
        for number in [1_794_819_600, 60, nil, nil] as [Int?] { to.put(number) }
        put("off")
        for flag in [nil, true] as [Bool?] { to.put(flag) }
        for flag in [false, false, true] { to.put(flag) }
        put("presenter")
        to.put(nil as Int?)
        to.put(5)
        to.put(0)
        for number in [1, 0, 0] { to.put(number) }
        to.put(true)
        to.put(0)
        to.put(nil as Instant?)
        return to.bytes
    }

    @Test(arguments: [1, 2]) func `rows of the first two forms are understood`(form: Int) throws {
        let export = try MeetingExport(record: earlierExport(form)[...])
        let participant = try #require(export.meetings.first?.participants.first)
        #expect(export.dates.order == .monthFirst && export.rowsRead == 1)
        #expect(participant.displayName.text == "Zoë" && participant.email == "z@school.example")
        let stay = try #require(participant.stays.first)
        #expect(
            stay.joined == Instant(seconds: 1_794_819_600) && stay.left == Instant(seconds: 1_794_819_660)
                && stay.line == 5)
        #expect(stay.camera == .off && stay.isExternal == nil && stay.isWaitingRoom == true && stay.role == .presenter)
    }

    private func sum(_ texts: [String], _ numbers: [Int], _ records: [[UInt8]]) -> Int {
        var sum = RowSum()
        for text in texts { sum.add(text) }
        for number in numbers { sum.add(number) }
        for record in records { sum.add(record) }
        return sum.number
    }

    private static let earlierTables = """
        DROP TABLE sheet; DROP TABLE tally;
        CREATE TABLE session (
            key TEXT PRIMARY KEY NOT NULL, day INTEGER NOT NULL, class TEXT NOT NULL, record BLOB NOT NULL, files BLOB NOT NULL,
            sum INTEGER NOT NULL, findings_sum INTEGER NOT NULL, findings BLOB NOT NULL
        );
        CREATE INDEX session_by_class ON session (class, day);
        CREATE TABLE export (
            name TEXT NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL, modified INTEGER NOT NULL, changed INTEGER NOT NULL,
            basis TEXT NOT NULL, first_day INTEGER, last_day INTEGER, used INTEGER NOT NULL, flagged INTEGER NOT NULL, rejected INTEGER NOT NULL,
            problems BLOB NOT NULL, orders BLOB NOT NULL, sum INTEGER NOT NULL, PRIMARY KEY (name, sha256)
        ) WITHOUT ROWID;
        CREATE TABLE stays (
            name TEXT NOT NULL, sha256 TEXT NOT NULL, first_day INTEGER NOT NULL, last_day INTEGER NOT NULL, record BLOB NOT NULL, sum INTEGER NOT NULL,
            PRIMARY KEY (name, sha256), FOREIGN KEY (name, sha256) REFERENCES export (name, sha256) ON DELETE CASCADE
        );
        CREATE TABLE tally (id INTEGER PRIMARY KEY CHECK (id = 1), sessions INTEGER NOT NULL, exports INTEGER NOT NULL, messages INTEGER NOT NULL);
        INSERT INTO tally VALUES (1, 1, 1, 0);
        """

    /// A history as the programs before wrote it: a row for each session, each export and each export's rows.
    private func makeEarlier(_ form: Int, _ path: HostPath) throws {
        let day = Day(iso: "2026-11-16")!.number
        let (record, findings) = form == 1 ? firstSession() : (HistoryTests.past.record, secondFindings())
        let text = form == 1 ? "4B" : "4B;4C"
        var files = RecordEncoder()
        files.put([HistoryTests.export.id]) {
            $0.put($1.name)
            $0.put($1.sha256)
        }
        let stays = HistoryTests.meetings.record
        let sums = (
            session: sum(
                ["a1b2c3d4", text], [day], form == 1 ? [record, findings, files.bytes] : [record, files.bytes]),
            findings: sum(["a1b2c3d4"], [day], [findings]), export: exportSum(day),
            stays: sum(["zoom.csv", "ab"], [day, day + 1], [stays])
        )
        let history = try History(at: path)
        try history.access { queue in
            try queue.write { db in
                try db.execute(sql: "\(HistoryTests.earlierTables) PRAGMA user_version = \(form)")
                try db.execute(
                    sql: "INSERT INTO session VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    arguments: [
                        "a1b2c3d4", day, text, Data(record), Data(files.bytes), sums.session, sums.findings,
                        Data(findings),
                    ])
                if form == 1 { try db.execute(sql: "ALTER TABLE session DROP COLUMN findings_sum") }
                try db.execute(
                    sql:
                        "INSERT INTO export VALUES ('zoom.csv', 'ab', 10, 20, 30, 'b', ?, ?, 3, 2, 1, x'00', x'00', ?)",
                    arguments: [day, day + 1, sums.export])
                try db.execute(
                    sql: "INSERT INTO stays VALUES ('zoom.csv', 'ab', ?, ?, ?, ?)",
                    arguments: [day, day + 1, Data(stays), sums.stays])
            }
        }
        try history.close()
    }

    private func exportSum(_ day: Int) -> Int {
        var sum = RowSum()
        for text in ["zoom.csv", "ab"] { sum.add(text) }
        for number in [10, 20, 30, 3, 2, 1] { sum.add(number) }
        sum.add("b")
        for number in [day, day + 1] { sum.add(number) }
        for record in [[0], [0]] as [[UInt8]] { sum.add(record) }
        return sum.number
    }

    @Test(arguments: [1, 2]) func `a history of an earlier form is brought up to date`(form: Int) throws {
        let temporary = try TemporaryFolder()
        let path = temporary.path.appending("history.sqlite")
        try makeEarlier(form, path)
        let refused = #expect(throws: RunFailure.self) { try History.reading(path) }
        #expect(refused?.messages.first?.contains("older") == true)
        try History(at: path).close()
        let history = try #require(try History.reading(path))
        try history.check()
        let session = try #require(try history.sessions(in: week()).first)
        #expect(
            session.past.statuses
                == (form == 1 ? [PupilID("P1"): .joined, PupilID("P2"): .possible] : HistoryTests.past.statuses))
        #expect(session.past.counts == (form == 1 ? [.late: 1] : HistoryTests.past.counts))
        #expect(session.exports == [HistoryTests.export.id])
        #expect(try StoredFinding.findings(record: session.findings).map(\.detail) == ["five minutes"])
        let export = try #require(try history.exports().first)
        #expect(
            export.days == HistoryTests.export.days && export.account == HistoryTests.export.account && export.hasStays)
        #expect(try history.stays(in: week()).map(\.export.record) == [HistoryTests.meetings.record])
    }

    @Test(arguments: [
        "UPDATE session SET record = 7", "UPDATE session SET day = day + 1", "UPDATE session SET findings = x'00'",
        "UPDATE export SET problems = 1.5",
        "UPDATE export SET used = 4", "UPDATE stays SET sum = 'many'", "UPDATE stays SET last_day = 0",
        "DELETE FROM session",
    ])
    func `a damaged history of an earlier form is an error and stays as it is`(change: String) throws {
        let temporary = try TemporaryFolder()
        let path = temporary.path.appending("history.sqlite")
        try makeEarlier(2, path)
        let earlier = try DatabaseQueue(path: path.text)
        try earlier.write { db in try db.execute(sql: change) }
        try earlier.close()
        let before = try readOrdinaryFile(path, limit: 10_000_000).bytes
        #expect(throws: RunFailure.self) { try History(at: path) }
        #expect(try readOrdinaryFile(path, limit: 10_000_000).bytes == before)
    }

    @Test func `a history of a newer program is refused, a link is not followed`() throws {
        let temporary = try TemporaryFolder()
        let path = temporary.path.appending("history.sqlite")
        let history = try History(at: path)
        try history.write { db in try db.execute(sql: "PRAGMA user_version = 99") }
        try history.close()
        let failure = #expect(throws: RunFailure.self) { try History(at: path) }
        #expect(failure?.status == .nothingUsable)
        #expect(failure?.messages.first?.contains("newer") == true)
    }

    @Test(arguments: [0, 1, 63, 64, 127, 128, -1, -64, -65, .max, .min, 1_794_819_600])
    func `numbers of any size come back`(number: Int) throws {
        var encoder = RecordEncoder()
        encoder.put(number)
        var decoder = RecordDecoder(encoder.bytes)
        #expect(try decoder.number() == number)
    }

    @Test func `a cut record is an error and never a trap`() {
        let record = HistoryTests.meetings.record
        for count in 0..<record.count {
            #expect(throws: DamagedRecord.self) { try MeetingExport(record: record[..<count]) }
        }
    }
}
