import Foundation
import HostSystem
import Testing

@testable import WhoJoinedKit

/// `history-0.1.0.sqlite` was written by whojoined 0.1.0 in the folder of `SmallSchool`: W46 and W47 were reported, and
/// two messages sent.
struct HistoryOf010Tests {
    private static let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "history-0.1.0.sqlite")

    private func school() throws -> (SmallSchool, old: [UInt8]) {
        let school = try SmallSchool()
        let old = Array(try Data(contentsOf: Self.file))
        try school.folder.put("history.sqlite", old)
        return (school, old)
    }

    private func bytes(_ school: SmallSchool, _ name: String) throws -> [UInt8]? {
        let path = school.folder.path.appending(name)
        return try fileEntry(at: path) == nil ? nil : readOrdinaryFile(path, limit: 10_000_000).bytes
    }

    @Test func `commands that only look read it and leave it as it is`() async throws {
        let (school, old) = try school()
        var history = HistoryRun()
        history.options = school.options
        history.pupil = "103"
        #expect((await history.run()).text.contains("joined 1, did not join 2"))
        #expect((await school.week { $0.options.isDryRun = true }).status == .done)
        #expect(try bytes(school, "history.sqlite") == old)
        #expect(try bytes(school, "history.sqlite.0.1.0") == nil)
    }

    @Test func `a run carries it over and keeps the file until the next purge`() async throws {
        let (school, old) = try school()
        for name in ["mon.csv", "tue.csv", "tue-w46.csv"] {
            try removeFile(school.folder.path.appending("inbox/\(name)"))
        }
        let outcome = await school.week()
        #expect(outcome.status == .done, "\(outcome.messages)")
        #expect(try school.statuses() == school.all)
        #expect(try bytes(school, "history.sqlite.0.1.0") == old)
        let history = try #require(try History.reading(school.folder.path.appending("history.sqlite")))
        try history.verify()
        #expect(try Outbox(history: history).states().values.map(\.rawValue) == ["sent", "sent"])
        #expect(try history.pastSessions().map(\.joined) == [1, 2, 2])
        try history.close()
        _ = await school.week()
        #expect(try bytes(school, "history.sqlite.0.1.0") == old)
        var purge = PurgeRun()
        purge.options = school.options
        #expect(purge.run().status == .done)
        #expect(try bytes(school, "history.sqlite.0.1.0") == nil)
        #expect(try bytes(school, "history.sqlite") != nil)
    }

    @Test func `a pupil who is forgotten stands in neither`() async throws {
        let (school, _) = try school()
        var run = ForgetRun(who: "103")
        run.options = school.options
        #expect(run.run().status == .done)
        #expect(try bytes(school, "history.sqlite.0.1.0") == nil)
        let left = try #require(try bytes(school, "history.sqlite"))
        for trace in ["Cleo", "Cedar"] { #expect(left.firstRange(of: Array(trace.utf8)) == nil, "\(trace)") }
    }

    @Test func `a damaged one is refused and stays as it is`() async throws {
        let (school, old) = try school()
        var random = SeededGenerator(seed: 3)
        for _ in 0..<20 {
            var broken = old
            let position = broken.indices.filter { broken[$0] != 0 && $0 > 100 }.randomElement(using: &random)!
            broken[position] ^= UInt8.random(in: 1...255, using: &random)
            try school.folder.put("history.sqlite", broken)
            let outcome = await school.week()
            if outcome.status == .nothingUsable {
                #expect(try bytes(school, "history.sqlite") == broken)
            } else {
                #expect(try school.statuses() == school.all, "\(position)")
            }
            for left in ["-wal", "-shm", ".0.1.0"] {
                try? removeFile(school.folder.path.appending("history.sqlite\(left)"))
            }
        }
    }
}
