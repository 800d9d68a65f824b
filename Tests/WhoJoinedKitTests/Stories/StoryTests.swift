import Foundation
import HostSystem
import Testing

@testable import WhoJoinedKit

/// Every folder of SampleData is run as a school's technician would run it and compared with its `expected/`.
///
/// `make golden` rewrites what is expected and then fails, so that no green test wrote its own answer.
struct StoryTests {
    static let isRewriting = ProcessInfo.processInfo.environment["WHOJOINED_GOLDEN"] == "rewrite"
    static let tables = [
        "findings.csv", "entrants.csv", "pupils.csv", "session-log.csv", "parents.csv", "slt.csv", "slt-summary.csv",
        "call-sheet.csv",
    ]

    @Test(arguments: Story.all)
    func `a story ends as it is told`(_ story: Story) async throws {
        let result = try await story.played()
        #expect(!result.report.isEmpty, "no report: \(result.outcome.messages)")
        if Self.isRewriting { return try rewrite(story, result) }
        for table in Self.tables {
            guard let expected = try story.expectation(table) else { continue }
            let report = try #require(result.united(table), "\(table) is not there")
            let differences = try ExpectedTable(expected).differences(from: report)
            #expect(differences.isEmpty, "\(story.name)/\(table):\n\(differences.joined(separator: "\n"))")
        }
        for file in try texts(story) {
            #expect(
                result.text(file) == String(decoding: try #require(try story.expectation(file)), as: UTF8.self),
                "\(story.name)/\(file)")
        }
        try checkWords(story, result)
        try checkAccount(story, result)
    }

    @Test(arguments: Story.all)
    func `no report of a story holds a UPN`(_ story: Story) async throws {
        let result = try await story.played()
        let roster = try ordinaryFiles(below: story.source).filter { $0.hasPrefix("roster/") }.map {
            Array(try Data(contentsOf: story.source.appending(path: $0)))
        }
        let numbers = Set(roster.flatMap(uniquePupilNumbers))
        for (file, bytes) in result.report {
            #expect(uniquePupilNumbers(in: bytes).allSatisfy { !numbers.contains($0) }, "\(story.name)/\(file)")
        }
        #expect(!result.report.isEmpty)
    }

    @Test(arguments: Story.all)
    func `running a story twice changes nothing`(_ story: Story) async throws {
        let first = try await story.played()
        let second = try await StoryResult(story)
        #expect(first.report == second.report)
        #expect(!first.report.isEmpty)
    }

    @Test(arguments: Story.all)
    func `the policy of a story stands clause by clause as it is printed`(_ story: Story) async throws {
        guard let expected = try story.expectation("policy.txt"), let last = try story.runs().last else { return }
        let school = try story.copy()
        defer { try? FileManager.default.removeItem(at: school.deletingLastPathComponent()) }
        var run = PolicyRun()
        run.options = last.options
        run.options.school = HostPath(school.path)
        run.week = last.week
        let printed = await run.run().output
        if Self.isRewriting {
            try Data(printed).write(to: story.expected.appending(path: "policy.txt"))
            Issue.record("expected/policy.txt of \(story.name) was rewritten: read its diff before you commit it")
        } else {
            #expect(printed == expected, "\(String(decoding: printed, as: UTF8.self))")
        }
    }

    private func texts(_ story: Story) throws -> [String] {
        ordinaryFiles(below: story.expected).filter {
            $0.hasSuffix(".txt") && !["arguments.txt", "account.txt", "policy.txt"].contains($0)
        }
    }

    /// `words.csv`: words that must be `present` in some file that fits, or `absent` from all of them.
    private func checkWords(_ story: Story, _ result: StoryResult) throws {
        guard let words = try story.expectation("words.csv") else { return }
        for row in try cells(in: words).dropFirst() {
            let fitting = result.files(like: row[0])
            let isThere = fitting.contains { result.text($0).contains(row[1]) }
            #expect(isThere == (row[2] == "present"), "\(story.name)/\(row[0]): \"\(row[1])\" must be \(row[2])")
        }
    }

    private func checkAccount(_ story: Story, _ result: StoryResult) throws {
        guard let expected = try story.expectation("account.txt") else { return }
        let printed = String(decoding: result.outcome.output, as: UTF8.self).split(separator: "\n").last ?? ""
        #expect(printed == String(decoding: expected, as: UTF8.self).trimmingCharacters(in: .newlines))
    }

    private func rewrite(_ story: Story, _ result: StoryResult) throws {
        for table in Self.tables {
            guard let expected = try story.expectation(table), let report = result.united(table) else { continue }
            try Data(try ExpectedTable(expected).rewritten(from: report)).write(
                to: story.expected.appending(path: table))
        }
        for file in try texts(story) {
            try Data(result.report[file] ?? []).write(to: story.expected.appending(path: file))
        }
        Issue.record("expected/ of \(story.name) was rewritten: read its diff before you commit it")
    }
}

/// Everything that looks like a UPN: a capital letter and twelve digits (the last may be a letter).
func uniquePupilNumbers(in bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    guard bytes.count >= 13 else { return [] }
    return (0...bytes.count - 13).map { bytes[$0..<$0 + 13] }.filter { candidate in
        (0x41...0x5A).contains(candidate.first!)
            && candidate.dropFirst().dropLast().allSatisfy { (0x30...0x39).contains($0) }
    }
}
