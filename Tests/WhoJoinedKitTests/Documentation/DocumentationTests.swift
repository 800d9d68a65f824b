import Foundation
import HostSystem
import Testing

@testable import WhoJoinedKit

/// README.md and CONTRIBUTING.md name everything there is, and nothing that is not.
struct DocumentationTests {
    static let root = Story.folder.deletingLastPathComponent()

    private func text(_ path: String) throws -> String {
        try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
    }

    @Test func `README lists every rule`() throws {
        let readme = try text("README.md")
        for rule in RuleID.allCases { #expect(readme.contains("| `\(rule.rawValue)` |"), "\(rule.rawValue)") }
    }

    @Test func `README lists every setting of the rules and of the ladder, with what it may be`() throws {
        let rows = RuleBook.parameters.map { parameter in
            let allowed =
                switch parameter.kind {
                case .number(let range, let isWhole):
                    "\(SettingValue.number(range.lowerBound)) to \(SettingValue.number(range.upperBound))"
                        + (isWhole ? ", whole" : "")
                case .flag: "`true` or `false`"
                case .names: "a list of names"
                case .platforms: "any of `zoom`, `meet`, `teams`, `schoolcloud`, `webex`"
                }
            let section = parameter.section.path.joined(separator: ".")
            return "| `[\(section)]` | `\(parameter.key)` | `\(parameter.defaultSetting)` | \(allowed) |\n"
        }
        let table = "| section | key | if not set | may be |\n|---|---|---|---|\n" + rows.joined()
        #expect(try text("README.md").contains(table), "\(table)")
    }

    @Test func `README lists every command`() throws {
        let readme = try text("README.md")
        let tool = try text("Sources/whojoined/WhoJoined.swift")
        let sources = try ordinaryFiles(below: Self.root.appending(path: "Sources/whojoined")).map {
            try text("Sources/whojoined/\($0)")
        }
        let commands = sources.flatMap { names(after: "commandName: \"", in: $0) }.filter { $0 != "whojoined" }
        #expect(commands.count >= names(after: "Command.self", in: tool).count && !commands.isEmpty)
        for command in commands { #expect(readme.contains("`\(command)"), "\(command)") }
    }

    @Test func `README says of every format what it can tell`() throws {
        let readme = try text("README.md")
        for format in platformFormats { #expect(readme.contains("\"\(format.name)\""), "\(format)") }
    }

    @Test func `README names every layout of a roster`() throws {
        let readme = try text("README.md")
        for family in flatColumnMaps { #expect(readme.contains(family.name), "\(family.name)") }
        let names = [
            "oneroster": "OneRoster", "sds-v2.1": "V2.1", "sds-v1": "School Data Sync V1", "flat": "CSV reports",
            "linked-set": "Apple School Manager",
        ]
        for layout in rosterLayouts { #expect(readme.contains(try #require(names[layout.name])), "\(layout.name)") }
    }

    @Test func `README says of every rule in which presets it is on`() throws {
        let rows = try text("README.md").split(separator: "\n").filter { $0.hasPrefix("| `") }
        let presets = try ["zoom", "meet"].map { preset in
            let blocks = try text("Templates/\(preset)-primary.toml").components(separatedBy: "\n[rules.").dropFirst()
            return Set(blocks.filter { $0.contains("on = true") }.map { String($0.prefix { $0 != "]" }) })
        }
        for rule in RuleID.allCases {
            let row = try #require(rows.first { $0.hasPrefix("| `\(rule.rawValue)` |") })
            let word =
                switch (presets[0].contains(rule.rawValue), presets[1].contains(rule.rawValue)) {
                case (true, true): "all"
                case (true, false): "zoom"
                case (false, true): "meet"
                case (false, false): "none"
                }
            #expect(row.hasSuffix("| \(word) |"), "\(rule.rawValue)")
        }
    }

    @Test func `every folder and list that CONTRIBUTING speaks of is there`() throws {
        let contributing = try text("CONTRIBUTING.md")
        for top in ["SampleData", "Templates", "Tests/Bench", "Tests/Torture"] {
            #expect(contributing.contains("`\(top)`"))
            #expect(FileManager.default.fileExists(atPath: Self.root.appending(path: top).path), "\(top)")
        }
        let lists = [
            "platformFormats": "Import/Exports/PlatformFormats.swift",
            "flatColumnMaps": "Import/Rosters/FlatColumnMaps.swift",
            "rosterLayouts": "Import/Rosters/RosterLayouts.swift", "RuleBook": "Policy/RuleBook.swift",
            "matchLadder": "Match/Linking/MatchLadder.swift",
        ]
        for (list, file) in lists {
            #expect(contributing.contains("`\(list)"), "\(list)")
            #expect(try text("Sources/WhoJoinedKit/\(file)").contains(list), "\(list)")
        }
    }

    @Test func `README lists every exit code`() throws {
        let readme = try text("README.md")
        for code in [0, 3, 4, 64, 65, 66, 73, 74, 75, 78] {
            let status = try #require(ExitStatus(rawValue: Int32(code)))
            #expect(readme.contains("| \(status.rawValue)") || readme.contains(", \(status.rawValue) |"))
        }
    }

    @Test func `README shows a lesson's page as it is printed`() async throws {
        let story = Story(name: "zoom-week")
        let school = try story.copy()
        defer { try? FileManager.default.removeItem(at: school.deletingLastPathComponent()) }
        for var run in try story.runs() {
            run.options.school = HostPath(school.path)
            _ = await run.run()
        }
        var lesson = LessonRun()
        lesson.options.school = HostPath(school.path)
        lesson.options.now = "2026-10-07T10:30:00"
        lesson.exports = [school.appending(path: "inbox/wednesday/participants_81123456789_2026_10_07.csv").path]
        let page = String(decoding: await lesson.run().output, as: UTF8.self)
        #expect(try text("README.md").contains("```\n\(page)```"), "\(page)")
    }

    @Test func `every folder in the picture of the architecture is there, and every folder of the Kit is in it`() throws
    {
        let contributing = try text("CONTRIBUTING.md")
        let named = names(after: "`Sources/", in: contributing)
        #expect(named.count > 5)
        for folder in named {
            #expect(
                FileManager.default.fileExists(atPath: Self.root.appending(path: "Sources/\(folder)").path), "\(folder)"
            )
        }
        let kit = try FileManager.default.contentsOfDirectory(
            atPath: Self.root.appending(path: "Sources/WhoJoinedKit").path)
        for folder in kit where !folder.contains(".") { #expect(named.contains("WhoJoinedKit/\(folder)"), "\(folder)") }
    }

    @Test func `every rule and every setting of a preset has a clause`() throws {
        for preset in ["zoom-primary", "meet-primary"] {
            let blocks = try text("Templates/\(preset).toml").components(separatedBy: "\n[rules.").dropFirst()
            #expect(!blocks.isEmpty)
            for block in blocks { #expect(block.contains("clause = \""), "\(preset): \(block.prefix(30))") }
        }
    }

    /// What stands between each mark and the next quotation mark or backtick.
    private func names(after mark: String, in text: String) -> [String] {
        text.components(separatedBy: mark).dropFirst().map { String($0.prefix { $0 != "\"" && $0 != "`" }) }
    }
}
