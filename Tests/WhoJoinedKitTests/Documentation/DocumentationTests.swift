import Foundation
import Testing

@testable import WhoJoinedKit

/// README.md and CONTRIBUTING.md name everything there is, and nothing that is not.
struct DocumentationTests {
    static let root = Story.folder.deletingLastPathComponent()

    private func text(_ path: String) throws -> String { try String(contentsOf: Self.root.appending(path: path), encoding: .utf8) }

    @Test func `README lists every rule`() throws {
        let readme = try text("README.md")
        for rule in RuleID.allCases { #expect(readme.contains("| `\(rule.rawValue)` |"), "\(rule.rawValue)") }
    }

    @Test func `README lists every command`() throws {
        let readme = try text("README.md")
        let tool = try text("Sources/whojoined/WhoJoined.swift")
        let sources = try ordinaryFiles(below: Self.root.appending(path: "Sources/whojoined")).map { try text("Sources/whojoined/\($0)") }
        let commands = sources.flatMap { names(after: "commandName: \"", in: $0) }.filter { $0 != "whojoined" }
        #expect(commands.count >= names(after: "Command.self", in: tool).count && !commands.isEmpty)
        for command in commands { #expect(readme.contains("`\(command)"), "\(command)") }
    }

    @Test func `README names the platform of every format`() throws {
        let readme = try text("README.md")
        let formats = ordinaryFiles(below: Self.root.appending(path: "Sources/WhoJoinedKit/Import/Platforms"))
        #expect(!formats.isEmpty)
        for format in formats {
            let platform = format.prefix { $0.isLetter && ($0.isLowercase || $0 == format.first) }
            #expect(readme.contains("| \(platform) |"), "\(format)")
        }
    }

    @Test func `README lists every exit code`() throws {
        let readme = try text("README.md")
        for code in [0, 3, 4, 64, 65, 66, 73, 74, 75, 78] {
            let status = try #require(ExitStatus(rawValue: Int32(code)))
            #expect(readme.contains("| \(status.rawValue)") || readme.contains(", \(status.rawValue) |"))
        }
    }

    @Test func `every folder in the picture of the architecture is there, and every folder of the Kit is in it`() throws {
        let contributing = try text("CONTRIBUTING.md")
        let named = names(after: "`Sources/", in: contributing)
        #expect(named.count > 5)
        for folder in named { #expect(FileManager.default.fileExists(atPath: Self.root.appending(path: "Sources/\(folder)").path), "\(folder)") }
        let kit = try FileManager.default.contentsOfDirectory(atPath: Self.root.appending(path: "Sources/WhoJoinedKit").path)
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
