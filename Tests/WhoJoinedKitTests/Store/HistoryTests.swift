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
        findings: [
            StoredFinding(
                rule: .nonJoiner, severity: .followUp, subject: .pupil,
                person: StoredPerson(kind: .pupil, code: "P1", printed: "P1", name: "Ada"), name: "Ada",
                from: Instant(seconds: 1), to: nil, detail: "five minutes"),
            finding(.oneAdult), finding(.oneAdult),
        ])
    private static func finding(_ rule: RuleID) -> StoredFinding {
        StoredFinding(
            rule: rule, severity: .safeguarding, subject: .session, person: nil, name: "", from: nil, to: nil,
            detail: "'=one adult")
    }
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

    private static let stays = StoredStays(export.id, export.days!, meetings)

    /// As a run of W47 would, to which session and export are of another week.
    private func fill(_ history: History, exports: [StoredExport] = [export], old: [StoredExport] = []) throws {
        try history.write { db in
            let words = try WordCache(db)
            var update = ExportUpdate(db: db, words: words)
            try update.put(exports, exports.isEmpty ? [] : [HistoryTests.stays], inPlaceOf: old)
            try SessionUpdate(
                db: db, words: words, week: Week(iso: "2026-W50")!, people: PersonBook(Roster()), replaced: [],
                ofWeek: []
            ).put([(HistoryTests.session, nil)], exports: &update)
            if update.hasRemoved { try UnusedWords.remove(db) }
        }
    }

    private func filled(_ path: HostPath) throws {
        let history = try History(at: path)
        try fill(history)
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
        #expect(session.past.statuses == HistoryTests.past.statuses)
        #expect(session.past.counts == HistoryTests.past.counts)
        #expect(session.past.key == HistoryTests.past.key && session.past.start == HistoryTests.past.start)
        #expect(session.findings == HistoryTests.session.findings)
        #expect(session.past.exports == [HistoryTests.export.id])
        let export = try #require(try history.exports().first)
        #expect(export.tally == HistoryTests.export.tally && export.problems == HistoryTests.export.problems)
        #expect(export.tellsTheSame(as: HistoryTests.export) && export.hasStays)
        #expect(try history.pastSessions(in: week(), of: ["4B;4C"]).map(\.statuses) == [HistoryTests.past.statuses])
        #expect(try history.pastSessions(in: week(), of: ["4B"]).isEmpty)
        let stays = try #require(try history.stays(in: week()).first)
        #expect("\(stays.export)" == "\(HistoryTests.meetings)")
        try history.verify()
    }

    @Test func `names that differ only in how an accent is written come back as they were`() throws {
        let temporary = try TemporaryFolder()
        let history = try History(at: temporary.path.appending("history.sqlite"))
        let names = ["Zoe\u{308}", "Zo\u{EB}"]
        var export = HistoryTests.meetings
        export.meetings[0].participants = names.map {
            Participant(displayName: DisplayName($0), stays: [Stay(joined: nil, left: nil, line: 5)])
        }
        let stays = StoredStays(HistoryTests.export.id, week(), export)
        try history.write { db in
            let words = try WordCache(db)
            var update = ExportUpdate(db: db, words: words)
            try update.put([HistoryTests.export], [stays], inPlaceOf: [])
            let people = names.map { StoredPerson(kind: .pupil, code: "P1", printed: "P1", name: $0) }
            #expect(try Set(people.map(words.number)).count == 2)
        }
        try history.verify()
        let read = try #require(try history.stays(in: week()).first).export.meetings[0].participants
        #expect(read.map { Array($0.displayName.text.utf8) } == names.map { Array($0.utf8) })
    }

    @Test(arguments: [
        "UPDATE text SET text = 'excused' WHERE text = 'possible'", "UPDATE person SET code = 'P3' WHERE code = 'P2'",
        "UPDATE status SET status = 9999 WHERE position = 0", "DELETE FROM status WHERE position = 1",
        "UPDATE session SET day = '2026-11-17'", "UPDATE session SET day = 'Monday'",
        "UPDATE session SET week = week + 7", "UPDATE session SET joined = joined + 1",
        "UPDATE session SET sum = sum + 1", "UPDATE session SET is_current = 0", "DELETE FROM session",
        "DELETE FROM finding WHERE position = 1", "UPDATE finding SET detail = 'six minutes' WHERE position = 0",
        "UPDATE roll_pupil SET person = (SELECT max(id) FROM person)", "DELETE FROM roll_pupil WHERE position = 0",
        "DELETE FROM roll", "UPDATE export SET sha256 = 'cd'", "UPDATE export SET is_known = 0",
        "UPDATE export SET used = 4", "DELETE FROM export", "DELETE FROM problem", "UPDATE date_order SET host = 1",
        "UPDATE reading SET is_complete = 0", "UPDATE reading SET is_complete = 7",
        "UPDATE reading SET first_day = '2026-11-10'", "DELETE FROM reading", "DELETE FROM meeting",
        "UPDATE stay SET joined = joined + 1", "UPDATE stay SET meeting = 1", "UPDATE stay SET participant = 3",
        "UPDATE stay SET name = -1", "DELETE FROM stay WHERE position = 1", "DELETE FROM day_sum WHERE kind = 'export'",
        "UPDATE day_sum SET entries = entries + 1 WHERE kind = 'reading'",
        "INSERT INTO message VALUES ('m', '2026-W47', 'a@home.example', 'sent', 5, 0)",
    ])
    func `a row with another value, or none, is an error, and not the end of the program`(change: String) throws {
        let temporary = try TemporaryFolder()
        let path = temporary.path.appending("history.sqlite")
        try filled(path)
        let history = try #require(try History.existing(path))
        try readAll(history)
        try history.access { queue in try queue.write { db in try db.execute(sql: change) } }
        #expect(throws: StoreError.self) { try readAll(history) }
    }

    @Test func `a row that says the same is not written again, and one that is gone leaves no word`() throws {
        let temporary = try TemporaryFolder()
        let path = temporary.path.appending("history.sqlite")
        try filled(path)
        let history = try #require(try History.existing(path))
        func changes() throws -> Int { try history.read { db in db.totalChangesCount } }
        let before = try changes()
        try fill(history, old: try history.exports())
        #expect(try changes() == before)
        try fill(history, exports: [], old: try history.exports())
        #expect(try history.exports().isEmpty)
        #expect(try history.stays(in: week()).isEmpty)
        #expect(
            try history.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM text WHERE text = 'Zoë'") } == 0)
        try history.check()
        try history.verify()
    }

    @Test func `the file and its companions are the owner's alone`() throws {
        let temporary = try TemporaryFolder()
        let path = temporary.path.appending("history.sqlite")
        let history = try History(at: path)
        try fill(history)
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
                #expect(session.map(\.past.sum) == [HistoryTests.past.sum])
                #expect(try history.stays(in: week()).map { "\($0.export)" } == ["\(HistoryTests.meetings)"])
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

    @Test func `a text with a nought in it comes back the same each time`() throws {
        let temporary = try TemporaryFolder()
        let path = temporary.path.appending("history.sqlite")
        var export = HistoryTests.meetings
        export.meetings[0].participants[0].displayName = DisplayName("Z\0oë")
        export.meetings[0].topic = "\0"
        let history = try History(at: path)
        try history.write { db in
            var update = ExportUpdate(db: db, words: try WordCache(db))
            let days = HistoryTests.export.days!
            try update.put(
                [HistoryTests.export], [StoredStays(HistoryTests.export.id, days, export)], inPlaceOf: [])
        }
        let stays = try #require(try history.stays(in: week()).first)
        #expect(stays.export.meetings[0].participants[0].displayName.text == "Z\u{FFFD}oë")
        #expect(stays.export.meetings[0].topic == "\u{FFFD}")
    }
}
