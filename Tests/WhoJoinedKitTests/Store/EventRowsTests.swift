import Foundation
import GRDB
import HostSystem
import Testing

@testable import WhoJoinedKit

/// What a log tells beside who was there, and who is on hold, outlive the files that said so.
struct EventRowsTests {
    @Test func `a week that is made again without its log says what it said`() async throws {
        let story = Story(name: "meet-doors")
        let school = try story.copy()
        defer { try? FileManager.default.removeItem(at: school.deletingLastPathComponent()) }
        var run = try #require(try story.runs().first)
        run.options.school = HostPath(school.path)
        _ = await run.run()
        let reports = school.appending(path: "reports/\(try #require(run.week))")
        func findings() throws -> [String] {
            try MailPacks.rows(Array(Data(contentsOf: reports.appending(path: "findings.csv")))).map {
                "\($0["date"]!) \($0["start"]!) \($0["rule"]!) \($0["id"]!) \($0["name"]!) \($0["detail"]!)"
            }
        }
        let before = try findings()
        let ofLog: Set = [
            "recorded-without-approval", "pupil-presented", "pupil-recorded", "abuse-report", "admitted-late",
        ]
        #expect(before.contains { line in ofLog.contains { line.contains(" \($0) ") } })
        try FileManager.default.removeItem(at: school.appending(path: "inbox"))
        try FileManager.default.createDirectory(at: school.appending(path: "inbox"), withIntermediateDirectories: true)
        _ = await run.run()
        #expect(try findings() == before)
    }

    @Test func `every event comes back as it was read`() throws {
        let folder = try TemporaryFolder()
        let history = try History(at: folder.path.appending("history.sqlite"))
        let moment = Instant(seconds: 1_794_819_600)
        var export = MeetingExport(
            file: "log.csv", platform: .meet, variant: "meet/log", dates: DateDecision(order: .none, decidedBy: ""),
            abilities: ExportAbilities(), meetings: [Meeting(id: "a"), Meeting(id: "b")])
        export.meetings[1].events = MeetingEvent.Kind.allCases.map { kind in
            MeetingEvent(
                kind: kind, name: "said as \(kind.rawValue)", at: moment,
                actor: MeetingEvent.Account(name: "Zoë", email: "z@school.example", isExternal: false),
                target: kind == .poll ? nil : MeetingEvent.Account(), count: 3, reason: "noise", line: 7)
        }
        let days = Day(iso: "2026-11-16")!...Day(iso: "2026-11-16")!
        let id = ExportID(name: "log.csv", sha256: "ab")
        try history.write { db in
            let words = try WordCache(db)
            var update = ExportUpdate(db: db, words: words)
            let known = StoredExport(
                name: id.name, sha256: id.sha256, stamp: FileStamp(size: 1, modified: 1, changed: 1), basis: "",
                days: days, tally: RowTally(), problems: [], hasStays: true)
            try update.put([known], [StoredStays(id, days, export)], inPlaceOf: [])
        }
        let read = try #require(try history.stays(in: days).first).export
        #expect(read.meetings.map(\.events) == export.meetings.map(\.events))
        #expect(
            StoredStays(id, days, export).sum
                != StoredStays(
                    id, days,
                    MeetingExport(
                        file: "log.csv", platform: .meet, variant: "meet/log",
                        dates: DateDecision(order: .none, decidedBy: ""),
                        abilities: ExportAbilities(), meetings: [Meeting(id: "a"), Meeting(id: "b")])
                ).sum)
        try history.close()
    }

    @Test func `a history of before these tables is read as it is, and gets them when something is kept`() async throws
    {
        let school = try SmallSchool()
        _ = await school.week()
        let path = school.folder.path.appending("history.sqlite")
        let queue = try DatabaseQueue(path: path.text)
        try await queue.write { db in
            try db.execute(
                sql: """
                    DROP TABLE meeting_event; DROP TABLE hold;
                    DELETE FROM grdb_migrations WHERE identifier = 'events-and-holds'
                    """)
        }
        try queue.close()
        let history = try #require(try History.reading(path))
        #expect(try history.stays(in: Day(iso: "2026-11-16")!...Day(iso: "2026-11-22")!).count == 2)
        #expect(try history.heldRemovals().isEmpty)
        try history.close()
        try school.folder.put(
            "notes.csv", "Date,Start,Class,Kind,Person,At,Text,By\n2026-11-16,09:00,4B,removed,Ben Birch,09:12,,MOK\n")
        #expect((await school.week()).status == .done)
        #expect(try #require(try History.reading(path)).heldRemovals().map(\.person) == ["102"])
    }

    @Test func `a hold outlives notes.csv and every report`() async throws {
        let school = try SmallSchool()
        try school.folder.put(
            "notes.csv",
            "Date,Start,Class,Kind,Person,At,Text,By\n2026-11-16,09:00,4B,removed,Ben,09:12,noise,MOK\n")
        _ = await school.week()
        try removeFile(school.folder.path.appending("notes.csv"))
        try removeFolder(school.folder.path.appending("reports"))
        let outcome = await school.week()
        #expect(outcome.messages.contains { $0.contains("notes.csv: warning: no removal of 2026-11-16 in 4B") })
        #expect(try school.report("slt-summary.txt").contains("Birch, Ben   removed"))
    }
}
