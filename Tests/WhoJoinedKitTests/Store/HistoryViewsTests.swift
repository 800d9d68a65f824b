import Foundation
import GRDB
import HostSystem
import Testing

@testable import WhoJoinedKit

/// The views of a history give the rows of the tables that the reports of each week have.
struct HistoryViewsTests {
    private static let views = [
        "pupils.csv": "pupils_csv", "entrants.csv": "entrants_csv", "findings.csv": "findings_csv",
        "session-log.csv": "session_log_csv",
    ]

    private func table(_ name: String, _ week: String, in school: URL) throws -> [[String]] {
        try cells(in: Array(try Data(contentsOf: school.appending(path: "reports/\(week)/\(name)"))))
    }

    @Test(arguments: Story.all)
    func `every week of a story stands in the history as in its tables`(_ story: Story) async throws {
        let played = try await story.played()
        let queue = try played.history()
        for week in played.weeks {
            for (name, view) in Self.views {
                let table = try table(name, week, in: played.school)
                let (columns, rows) = try await queue.read { db in
                    let rows = try Row.fetchAll(db, sql: "SELECT * FROM \(view) WHERE week = ?", arguments: [week])
                    return (
                        try db.columns(in: view).map(\.name).dropLast(),
                        try rows.map { row in try (0..<row.count - 1).map { try text(row, $0) } }
                    )
                }
                #expect(Array(columns) == table[0], "\(week)/\(name)")
                #expect(rows == Array(table.dropFirst()), "\(week)/\(name)")
            }
        }
        try #require(try History.reading(HostPath(played.school.appending(path: "history.sqlite").path))).verify()
    }

    @Test(.enabled(if: Self.tool != nil, "there is no sqlite3 on this machine"), arguments: Story.all)
    func `the tool sqlite3 tells the same`(_ story: Story) async throws {
        let played = try await story.played()
        let history = played.school.appending(path: "history.sqlite").path
        for week in played.weeks {
            for (name, view) in Self.views {
                let table = try table(name, week, in: played.school)
                let query = "SELECT * FROM \(view) WHERE week='\(week)'"
                let rows = try cells(in: try output(["-readonly", "-csv", history, query]))
                #expect(rows.map { $0.dropLast() } == table.dropFirst().map { $0[...] }, "\(week)/\(name)")
            }
        }
    }

    private func text(_ row: Row, _ column: Int) throws -> String {
        if let number: Int = try? row.decode(atIndex: column) { return String(number) }
        return try row.decode(atIndex: column)
    }

    static let tool = ["/usr/bin/sqlite3", "/usr/local/bin/sqlite3"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    private func output(_ arguments: [String]) throws -> [UInt8] {
        let process = Process()
        process.executableURL = URL(filePath: try #require(Self.tool))
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let bytes = Array(pipe.fileHandleForReading.readDataToEndOfFile())
        process.waitUntilExit()
        return bytes
    }

    @Test func `a week says what its report said, though today more is known`() async throws {
        let school = try SmallSchool()
        _ = await school.week("2026-W46")
        let before = try school.report("pupils.csv", week: "2026-W46")
        try school.folder.put("absences.csv", "Id,From,To,Reason\n102,2026-11-10,2026-11-10,ill\n")
        _ = await school.week()
        #expect(try school.report("pupils.csv", week: "2026-W46") == before)
        func rows(_ sql: String) throws -> [String] {
            let history = try #require(try History.reading(school.folder.path.appending("history.sqlite")))
            return try history.read { db in try String.fetchAll(db, sql: sql) }
        }
        let ofBen = "WHERE id = '102' AND week = '2026-W46'"
        #expect(try rows("SELECT status FROM pupils_csv \(ofBen)") == ["non-joiner"])
        #expect(try rows("SELECT status FROM lesson \(ofBen)") == ["excused"])
        _ = await school.week("2026-W46")
        #expect(try rows("SELECT status FROM pupils_csv \(ofBen)") == ["excused"])
        #expect(try rows("SELECT status FROM lesson \(ofBen)") == ["excused"])
    }

    @Test func `a history that was made again tells today what the kept one tells`() async throws {
        let school = try SmallSchool()
        _ = await school.week("2026-W46")
        _ = await school.week()
        let path = school.folder.path.appending("history.sqlite")
        func lessons() throws -> [String] {
            try #require(try History.reading(path)).read { db in
                try Row.fetchAll(db, sql: "SELECT * FROM lesson ORDER BY date, id").map(\.description)
            }
        }
        let kept = try lessons()
        try removeFile(path)
        _ = await school.week()
        #expect(try lessons() == kept && kept.count == 9)
    }
}
