import Foundation
import GRDB
import HostSystem
import Testing

@testable import WhoJoinedKit

/// A folder of SampleData: a school's folder, what happened there (`STORY.md`) and what must come out (`expected/`).
struct Story: Sendable, CustomTestStringConvertible {
    var name: String
    var testDescription: String { name }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../SampleData")
        .standardizedFileURL
    static let all: [Story] = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { FileManager.default.fileExists(atPath: folder.appending(path: "\($0)/STORY.md").path) }
        .sorted().map(Story.init)

    /// Where the copies of this process's stories lie.
    static let schools = FileManager.default.temporaryDirectory.appending(path: "whojoined-\(UUID().uuidString)")

    var source: URL { Story.folder.appending(path: name) }
    var expected: URL { source.appending(path: "expected") }

    func expectation(_ file: String) throws -> [UInt8]? {
        let url = expected.appending(path: file)
        return FileManager.default.fileExists(atPath: url.path) ? Array(try Data(contentsOf: url)) : nil
    }

    /// The weeks that the story runs, in turn, each as `--week W --now T`; the last one is compared.
    func runs() throws -> [WeekRun] {
        let text = String(decoding: try expectation("arguments.txt") ?? [], as: UTF8.self)
        return text.split(separator: "\n").filter { !$0.hasPrefix("day ") }.map { line in
            let words = line.split(separator: " ").map(String.init)
            var run = WeekRun()
            for (option, value) in zip(words, words.dropFirst()) {
                switch option {
                case "--week": run.week = value
                case "--now": run.options.now = value
                default: break
                }
            }
            return run
        }
    }

    /// The runs of `day` that the story tells of, each as `day --now T`; all before the weeks.
    func days() throws -> [DayRun] {
        let text = String(decoding: try expectation("arguments.txt") ?? [], as: UTF8.self)
        return text.split(separator: "\n").filter { $0.hasPrefix("day --now ") }.map { line in
            var run = DayRun()
            run.options.now = String(line.dropFirst(10))
            return run
        }
    }

    /// The school's folder alone, in a place of its own; exports are old enough to have arrived.
    func copy() throws -> URL {
        let school = Self.schools.appending(path: "\(UUID().uuidString)/\(name)")
        try FileManager.default.createDirectory(
            at: school.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: source, to: school)
        for hidden in ["expected", "STORY.md"] {
            try FileManager.default.removeItem(at: school.appending(path: hidden))
        }
        for file in ordinaryFiles(below: school) where file.hasPrefix("inbox/") {
            let past = Date(timeIntervalSinceNow: -600)
            try FileManager.default.setAttributes(
                [.modificationDate: past], ofItemAtPath: school.appending(path: file).path)
        }
        return school
    }
}

extension Story {
    /// The story, run once for all tests that only read what it left behind.
    func played() async throws -> StoryResult { try await PlayedStories.shared.play(self) }
}

/// What has been played stays until the tests end.
private actor PlayedStories {
    static let shared = PlayedStories()

    private var plays: [String: Task<StoryResult, any Error>] = [:]

    init() { atexit { try? FileManager.default.removeItem(at: Story.schools) } }

    func play(_ story: Story) async throws -> StoryResult {
        let play = plays[story.name] ?? Task { try await StoryResult(story) }
        plays[story.name] = play
        return try await play.value
    }
}

extension WeekRun {
    /// The week's folder below `reports`, also where the story says `last`.
    var weekOfReports: String? { try? RunClock(options.now, zone: .london).week(week).iso }
}

/// A school with all days and weeks of a story run, in turn.
struct StoryResult {
    var school: URL
    /// The folders of its reports.
    var weeks: [String] = []
    /// What the last run printed.
    var outcome = RunOutcome()
    /// Path below the last week's folder → bytes; and below `reports` for the days.
    var report: [String: [UInt8]] = [:]

    init(_ story: Story) async throws {
        school = try story.copy()
        let reports = school.appending(path: "reports")
        var days: [String: [UInt8]] = [:]
        for var run in try story.days() {
            run.options.school = HostPath(school.path)
            _ = await run.run()
            days.merge(try bytes(below: reports)) { $1 }
        }
        for var run in try story.runs() {
            run.options.school = HostPath(school.path)
            outcome = await run.run()
            weeks.append(try #require(run.weekOfReports))
        }
        if let last = weeks.last { report = try bytes(below: reports.appending(path: last)) }
        report.merge(days) { own, _ in own }
    }

    /// The school's history, which nobody may change.
    func history() throws -> DatabaseQueue {
        var reading = Configuration()
        reading.readonly = true
        return try DatabaseQueue(path: school.appending(path: "history.sqlite").path, configuration: reading)
    }

    /// Rows of one kind of table over all classes, under one header.
    func united(_ name: String) -> [UInt8]? {
        let parts = report.keys.filter { $0 == name || $0.hasPrefix("classes/") && $0.hasSuffix("/" + name) }.sorted()
            .map { text($0) }
        guard let header = parts.first?.split(separator: "\r\n", maxSplits: 1).first else { return nil }
        let rows = parts.map { $0.split(separator: "\r\n", maxSplits: 1).dropFirst().joined() }
        return Array((header + "\r\n" + rows.joined()).utf8)
    }

    func text(_ file: String) -> String { String(decoding: report[file] ?? [], as: UTF8.self) }

    /// The files whose path fits the pattern; `*` stands for anything.
    func files(like pattern: String) -> [String] {
        let pieces = pattern.split(separator: "*", omittingEmptySubsequences: false)
        return report.keys.sorted().filter { path in
            guard pieces.count > 1 else { return path == pattern }
            var rest = path[...]
            guard rest.hasPrefix(pieces[0]), rest.hasSuffix(pieces[pieces.count - 1]) else { return false }
            for piece in pieces.dropFirst().dropLast() {
                guard let found = rest.firstRange(of: piece) else { return false }
                rest = rest[found.upperBound...]
            }
            return true
        }
    }
}

private func bytes(below folder: URL) throws -> [String: [UInt8]] {
    try Dictionary(
        uniqueKeysWithValues: ordinaryFiles(below: folder).map {
            ($0, Array(try Data(contentsOf: folder.appending(path: $0))))
        })
}

/// Paths of all files below a folder, sorted.
func ordinaryFiles(below folder: URL) -> [String] {
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return paths.sorted().filter {
        var isFolder: ObjCBool = false
        return unsafe FileManager.default.fileExists(atPath: folder.appending(path: $0).path, isDirectory: &isFolder)
            && !isFolder.boolValue
    }
}
