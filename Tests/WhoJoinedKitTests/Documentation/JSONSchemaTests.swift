import Foundation
import HostSystem
import Testing

@testable import WhoJoinedKit

/// What commands write as JSON is what whojoined.schema.json says.
struct JSONSchemaTests {
    private let schema: JSONSchema

    init() throws {
        schema = try JSONSchema(Data(contentsOf: PictureTests.folder.appending(path: "whojoined.schema.json")))
    }

    private func check(_ name: String, _ bytes: [UInt8]) throws {
        #expect(!bytes.isEmpty, "\(name): nothing was written")
        let breaches = try schema.breaches(of: name, in: bytes)
        #expect(breaches.isEmpty, "\(name):\n\(breaches.prefix(5).joined(separator: "\n"))")
    }

    @Test(arguments: ["zoom-week", "term-of-history"])
    func `each command's document is as its definition says`(_ name: String) async throws {
        let story = Story(name: name)
        let school = try story.copy()
        defer { try? FileManager.default.removeItem(at: school.deletingLastPathComponent()) }
        var options = RunOptions()
        options.school = HostPath(school.path)
        options.format = .json
        var last = WeekRun()
        for run in try story.runs() {
            last = run
            options.now = run.options.now
            last.options = options
            try check("run", await last.run().output)
        }
        let week = try #require(last.week)
        let report = school.appending(path: "reports/\(week)")
        try check("run", Array(Data(contentsOf: report.appending(path: "run.json"))))

        var lesson = LessonRun()
        lesson.options = options
        lesson.exports = ordinaryFiles(below: school).filter { $0.hasPrefix("inbox/") }.prefix(1)
            .map { school.appending(path: $0).path }
        try check("lesson", await lesson.run().output)

        var problems = CheckRun()
        problems.options = options
        try check("check", await problems.run().output)

        var open = OpenNamesRun()
        open.options = options
        open.week = week
        try check("openNames", await open.run().output)

        let pupils = try Self.column("id", of: report.appending(path: "pupils.csv"))
        for pupil in Set(pupils).sorted().prefix(4) {
            var why = WhyRun(who: pupil)
            why.options = options
            why.week = week
            try check("why", await why.run().output)

            var history = HistoryRun()
            history.options = options
            history.pupil = pupil
            try check("pupilHistory", await history.run().output)
            history.isEverything = true
            try check("subjectAccess", await history.run().output)
        }
        var classes = HistoryRun()
        classes.options = options
        try check("classWeeks", await classes.run().output)
    }

    @Test func `the families of the day are as their definition says`() async throws {
        let story = Story(name: "office-morning")
        let school = try story.copy()
        defer { try? FileManager.default.removeItem(at: school.deletingLastPathComponent()) }
        for var run in try story.days() {
            run.options.school = HostPath(school.path)
            run.options.format = .json
            try check("day", await run.run().output)
        }
    }

    @Test(arguments: Story.all)
    func `what inspect reads of an export or a roster is as its definition says`(_ story: Story) throws {
        let files = ordinaryFiles(below: story.source).filter { $0.hasPrefix("inbox/") || $0 == "school.toml" }
        for (name, path) in files.map({ ("export", $0) }) + [("roster", "roster")] {
            var inspect = InspectRun()
            inspect.path = story.source.appending(path: path).path
            inspect.options.format = .json
            try check(name, inspect.run().output)
        }
    }

    @Test func `the words of statuses and outcomes are those of the program`() throws {
        func words(_ name: String) -> [String] { schema.definitions[name]?["enum"]?.words ?? [] }
        #expect(Set(words("status")) == Set(PupilStatus.allCases.map(\.rawValue)))
        #expect(Set(words("outcome")) == Set(Outcome.allCases.map(\.rawValue)))
        #expect(Set(words("severity")) == Set(RuleBook.rules.map(\.severity.rawValue)))
    }

    private static func column(_ name: String, of file: URL) throws -> [String] {
        let rows = try cells(in: Array(Data(contentsOf: file)))
        let at = try #require(rows.first?.firstIndex(of: name))
        return rows.dropFirst().map { $0[at] }
    }
}
