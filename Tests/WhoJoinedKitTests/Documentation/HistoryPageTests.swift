import Foundation
import GRDB
import HostSystem
import Testing

@testable import WhoJoinedKit

/// The page on history.sqlite shows the tables as they are, and answers as they are given.
struct HistoryPageTests {
    private func page() throws -> String {
        try String(
            contentsOf: DocumentationTests.root.appending(path: "Sources/WhoJoinedKit/WhoJoinedKit.docc/History.md"),
            encoding: .utf8)
    }

    /// After all weeks of the story of four weeks.
    private func history() async throws -> DatabaseQueue {
        try await Story(name: "term-of-history").played().history()
    }

    @Test func `it shows every table and names every view`() async throws {
        let queue = try await history()
        let page = try page()
        let schema = try await queue.read { db in
            try Row.fetchAll(
                db, sql: "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name != 'grdb_migrations'"
            ).map { (type: try $0.value(0) as String, name: try $0.value(1) as String, sql: try $0.value(2) as String) }
        }
        #expect(schema.count > 30)
        for (type, name, sql) in schema {
            #expect(page.contains(type == "view" ? "| `\(name)` |" : sql + ";"), "\(name)")
        }
    }

    @Test func `its questions have the answers that it shows`() async throws {
        let queue = try await history()
        let blocks = try page().components(separatedBy: "```")
        let questions = blocks.indices.filter { blocks[$0].hasPrefix("sql\nSELECT") }
        #expect(questions.count == 3)
        for question in questions {
            let sql = String(blocks[question].dropFirst(4))
            let rows = try await queue.read { db in
                try Row.fetchAll(db, sql: sql).map { row in
                    row.databaseValues.map { "\($0)".trimmingCharacters(in: ["\""]) }.joined(separator: "|")
                }
            }
            #expect(rows.joined(separator: "\n") == blocks[question + 2].trimmingCharacters(in: .newlines))
        }
    }
}
