import Foundation
import Testing

@testable import WhoJoinedKit

/// A small sample of what `make torture` does with a million inputs.
struct MutationTests {
    static let exports: [[UInt8]] = Story.all.flatMap { story in
        let inbox = story.source.appending(path: "inbox")
        return ordinaryFiles(below: inbox).compactMap { try? Array(Data(contentsOf: inbox.appending(path: $0))) }
    }

    static let seeds: [[UInt8]] = {
        let folder = Story.folder.deletingLastPathComponent().appending(path: "Tests/Torture/Fuzz/seeds")
        return ordinaryFiles(below: folder).compactMap { try? Array(Data(contentsOf: folder.appending(path: $0))) }
    }()

    @Test(arguments: 0..<40)
    func `whatever the bytes are, the rows add up or the file is refused with a reason`(_ seed: Int) throws {
        #expect(!Self.exports.isEmpty)
        var generator = SeededGenerator(seed: UInt64(seed))
        for export in Self.exports { check(mutated(export, &generator)) }
    }

    @Test func `inputs that once broke a reader do so no more`() {
        #expect(!Self.seeds.isEmpty)
        for seed in Self.seeds { check(seed) }
    }

    private func check(_ bytes: [UInt8]) {
        do {
            let export = try readExport(bytes, file: "mutated.csv", hints: ReadingHints())
            #expect(export.rowsRead >= export.rowsRejected)
            for stay in export.meetings.flatMap(\.participants).flatMap(\.stays) {
                if let joined = stay.joined, let left = stay.left { #expect(joined <= left) }
            }
        } catch {
            #expect(!error.problems.isEmpty)
        }
    }

    /// Flips, cuts, doubles or moves a few bytes.
    private func mutated(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...6, using: &generator) where !bytes.isEmpty {
            let at = Int.random(in: 0..<bytes.count, using: &generator)
            let end = min(bytes.count, at + Int.random(in: 1...40, using: &generator))
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: bytes[at] = UInt8.random(in: 0...255, using: &generator)
            case 1: bytes.removeSubrange(at..<end)
            case 2: bytes.insert(contentsOf: bytes[at..<end], at: 0)
            case 3:
                bytes.insert(contentsOf: [0x22, 0x0D, 0x0A].prefix(Int.random(in: 1...3, using: &generator)), at: at)
            default: bytes.removeSubrange(at...)
            }
        }
        return bytes
    }
}
