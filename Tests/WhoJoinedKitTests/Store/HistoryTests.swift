import Foundation
import GRDB
import HostSystem
import Testing

@testable import WhoJoinedKit

struct HistoryTests {
    static let past = PastSession(
        key: "a1b2c3d4", day: Day(iso: "2026-11-16")!, start: Instant(seconds: 1_794_819_600), classText: "4B;4C", kind: .lesson, isScheduled: true,
        statuses: [PupilID("P1"): .joined, PupilID("P2"): .possible, PupilID("ü"): .noData], joined: 1, expected: 3, unsettled: 1,
        counts: [.nonJoiner: 1, .oneAdult: 2])
    static let session = StoredSession(
        past: past,
        findings: StoredFinding.record([
            StoredFinding(rule: .late, severity: .inform, pupil: "P1", name: "", from: Instant(seconds: 1), to: nil, detail: "five minutes")
        ]), exports: [ExportID(name: "zoom.csv", sha256: "ab")])
    static let export = StoredExport(
        name: "zoom.csv", sha256: "ab", stamp: FileStamp(size: 10, modified: 20, changed: 30), basis: "b",
        days: Day(iso: "2026-11-16")!...Day(iso: "2026-11-17")!, account: RowAccount(used: 3, flagged: 2, rejected: 1),
        problems: [Problem("zoom.csv", line: 4, code: "bad-time", "no time", fix: "export again")])
    static let meetings = MeetingExport(
        file: "zoom.csv", platform: .zoom, variant: "zoom/participants", dates: DateDecision(order: .monthFirst, decidedBy: "value>12 on line 9"),
        abilities: ExportAbilities(),
        meetings: [
            Meeting(
                id: "123", topic: nil, start: Instant(seconds: 1_794_819_600),
                participants: [
                    Participant(
                        displayName: DisplayName("Zoë"), originalName: nil, email: "z@school.example",
                        stays: [
                            Stay(joined: Instant(seconds: 1_794_819_600), left: Instant(seconds: 1_794_819_660), camera: .off, role: .presenter, line: 5),
                            Stay(joined: nil, left: nil, shownSeconds: 60, isExternal: false, isWaitingRoom: true, line: 6),
                        ])
                ])
        ], rowsRead: 2)

    private func week() -> ClosedRange<Day> { Day(iso: "2026-11-16")!...Day(iso: "2026-11-22")! }

    private func filled(_ path: HostPath) throws {
        let history = try History(at: path)
        try history.write { db in
            try History.add(export: HistoryTests.export.line, db)
            try History.put(StaysRow(HistoryTests.export.id, HistoryTests.export.days!, HistoryTests.meetings.record), db)
            try History.put(SessionRow(HistoryTests.session), db)
        }
        try history.close()
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
        #expect(export.days == HistoryTests.export.days && export.stamp == HistoryTests.export.stamp)
        let stays = try #require(try history.stays(in: week()).first)
        #expect(stays.export.record == HistoryTests.meetings.record)
        #expect("\(stays.export)" == "\(HistoryTests.meetings)")
    }

    @Test(arguments: [
        "UPDATE session SET record = 7", "UPDATE session SET key = x'00'", "UPDATE export SET problems = 1.5", "UPDATE stays SET sum = 'many'",
        "INSERT INTO message VALUES ('m', '2026-W47', 'a@home.example', 'sent', 'soon', 0)",
    ])
    func `a row with a value of another kind is an error, and not the end of the program`(change: String) throws {
        let temporary = try TemporaryFolder()
        let path = temporary.path.appending("history.sqlite")
        try filled(path)
        let history = try #require(try History.existing(path))
        try history.write { db in try db.execute(sql: change) }
        #expect(throws: RunFailure.self) {
            _ = try history.sessions(in: week())
            _ = try history.exports()
            _ = try history.stays(in: week())
            _ = try Outbox(history: history).states()
        }
    }

    @Test func `the file and its companions are the owner's alone`() throws {
        let temporary = try TemporaryFolder()
        let path = temporary.path.appending("history.sqlite")
        let history = try History(at: path)
        try history.write { db in try History.put(SessionRow(HistoryTests.session), db) }
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

    /// As the first form wrote it: every text in full, one checksum for a session.
    private func makeFirstForm(_ path: HostPath) throws {
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
        var files = RecordEncoder()
        files.put([ExportID]()) { $0.put($1.name) }
        var sum = RowSum()
        for text in ["a1b2c3d4", "4B"] { sum.add(text) }
        sum.add(Day(iso: "2026-11-16")!.number)
        for bytes in [record.bytes, findings.bytes, files.bytes] { sum.add(bytes) }
        let history = try History(at: path)
        try history.write { db in
            try db.execute(sql: "ALTER TABLE session DROP COLUMN findings_sum; PRAGMA user_version = 1")
            try db.execute(
                sql: "INSERT INTO session (key, day, class, record, findings, files, sum) VALUES (?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    "a1b2c3d4", Day(iso: "2026-11-16")!.number, "4B", Data(record.bytes), Data(findings.bytes), Data(files.bytes), sum.number,
                ])
        }
        try history.close()
    }

    @Test func `a history of the first form is brought up to date`() throws {
        let temporary = try TemporaryFolder()
        let path = temporary.path.appending("history.sqlite")
        try makeFirstForm(path)
        let refused = #expect(throws: RunFailure.self) { try History.reading(path) }
        #expect(refused?.messages.first?.contains("older") == true)
        try History(at: path).close()
        let session = try #require(try History.reading(path)?.sessions(in: week()).first)
        #expect(session.past.statuses == [PupilID("P1"): .joined, PupilID("P2"): .possible])
        #expect(session.past.counts == [.late: 1])
        #expect(try StoredFinding.findings(record: session.findings).map(\.detail) == ["five minutes"])
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

    @Test(arguments: [0, 1, 63, 64, 127, 128, -1, -64, -65, .max, .min, 1_794_819_600]) func `numbers of any size come back`(number: Int) throws {
        var encoder = RecordEncoder()
        encoder.put(number)
        var decoder = RecordDecoder(encoder.bytes)
        #expect(try decoder.number() == number)
    }

    @Test func `a cut record is an error and never a trap`() {
        let record = HistoryTests.meetings.record
        for count in 0..<record.count { #expect(throws: DamagedRecord.self) { try MeetingExport(record: Array(record[..<count])) } }
    }
}
