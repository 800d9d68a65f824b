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
        counts: [.nonJoiner: 1, .oneAdult: 2], exports: [ExportID(name: "zoom.csv", sha256: "ab")])
    static let session = StoredSession(
        past: past,
        findings: StoredFinding.record([
            StoredFinding(
                rule: .late, severity: .inform, pupil: "P1", name: "", from: Instant(seconds: 1), to: nil,
                detail: "five minutes")
        ])[...])
    static let export = StoredExport(
        name: "zoom.csv", sha256: "ab", stamp: FileStamp(size: 10, modified: 20, changed: 30), basis: "b",
        days: Day(iso: "2026-11-16")!...Day(iso: "2026-11-17")!, tally: RowTally(used: 3, flagged: 2, rejected: 1),
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
        #expect(session.past.exports == [HistoryTests.export.id])
        let export = try #require(try history.exports().first)
        #expect(export.tally == HistoryTests.export.tally && export.problems == HistoryTests.export.problems)
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
        #expect(throws: StoreError.self) { try readAll(history) }
    }

    @Test func `a day record that is gone is missed`() throws {
        let temporary = try TemporaryFolder()
        let path = temporary.path.appending("history.sqlite")
        try filled(path)
        let history = try #require(try History.existing(path))
        try history.access { queue in
            try queue.write { db in try db.execute(sql: "DELETE FROM sheet WHERE kind = 'exports'") }
        }
        #expect(throws: StoreError.self) { try history.check() }
    }

    @Test func `a day record that says the same is not written again, and an empty one goes`() throws {
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
                #expect(try history.exports().map(\.tally) == [HistoryTests.export.tally])
            } catch {
                errors += 1
            }
            for left in ["history.sqlite-wal", "history.sqlite-shm"] { try? removeFile(temporary.path.appending(left)) }
        }
        #expect(errors > 0)
    }

    @Test(arguments: [1, 2, 99]) func `a history of another form is refused and stays as it is`(form: Int) throws {
        let temporary = try TemporaryFolder()
        let path = temporary.path.appending("history.sqlite")
        try filled(path)
        let other = try DatabaseQueue(path: path.text)
        try other.write { db in try db.execute(sql: "PRAGMA user_version = \(form)") }
        try other.close()
        let before = try readOrdinaryFile(path, limit: 10_000_000).bytes
        for open in [History.init(at:), { try #require(try History.reading($0)) }] as [(HostPath) throws -> History] {
            let failure = #expect(throws: StoreError.self) { _ = try open(path) }
            #expect(failure?.kind == .unusable)
            #expect(failure?.message.contains(form == 99 ? "newer" : "does not know its form") == true)
        }
        #expect(try readOrdinaryFile(path, limit: 10_000_000).bytes == before)
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
