import ASCII
import Foundation
import Testing

@testable import WhoJoinedKit

/// What a page says has one home, `Report/Words`; elsewhere stands how it looks.
struct WordsHomeTests {
    private static let home = "Report/Words/"

    /// Texts of two words and more that are no prose.
    private static let allowed: [String: Set<String>] = [
        // A table's columns, which `contacted --from` reads back.
        "Report/CallSheet.swift": ["Cannot Tell", "In a Row", "So Far"],
        // What the head of a template says.
        "Report/TemplateHead.swift": ["right to left"],
    ]

    /// Where commands are made that are to be copied.
    private static let commands = "Report/Commands.swift"

    @Test func `no page has prose of its own`() throws {
        let pages = try SwiftSource.paths(below: "Report").filter { !$0.hasPrefix(Self.home) && $0 != Self.commands }
        #expect(pages.count > 40)
        var found: [String] = []
        for path in pages + ["Run/WhyPage.swift"] {
            for text in try SwiftSource(path: path).texts
            where isProse(text.string) && Self.allowed[path]?.contains(text.string) != true {
                found.append("\(path):\(text.line): \"\(text.string)\"")
            }
        }
        #expect(found.isEmpty, "these belong into \(Self.home):\n\(found.joined(separator: "\n"))")
    }

    /// Two words of letters, mark-up aside.
    private func isProse(_ text: String) -> Bool {
        let bare = text.replacing(/<[^>]*>?/, with: " ")
        return bare.split(whereSeparator: \.isWhitespace).count { part in
            let word = part.drop { "(\"'[".contains($0) }.reversed().drop { ".,;:!?)\"']".contains($0) }
            return word.count > 1 && word.allSatisfy { $0.isLetter || $0 == "'" }
        } > 1
    }

    @Test(arguments: [
        ("nobody was expected;  ", true), ("DO FIRST", true), ("<td>Last lessons</td>", true), (" and   more", true),
        ("slt-summary.csv", false), ("missed", false), ("<td class=\"t\" role=\"group\">", false), ("in_a_row", false),
        ("Content-Type: text/plain; charset=utf-8", false), ("    :  ", false),
    ]) func `prose is two words`(text: String, isProse: Bool) {
        #expect(self.isProse(text) == isProse)
    }

    @Test func `a text is read with what stands in what is put into it`() {
        let source = #"""
            let a = "One \(two("three four")) \"five\"" // "six"
            let b = """
                seven \
                eight
                """
            """#
        let texts = SwiftSource(Array(source.utf8)).texts
        #expect(texts.map(\.line) == [1, 1, 2])
        #expect(
            texts.map { $0.string.split(whereSeparator: \.isWhitespace).joined(separator: " ") } == [
                "One \"five\"", "three four", "seven eight",
            ])
    }

    @Test func `no words are without a page`() throws {
        let words = try SwiftSource.paths(below: "Report/Words")
        #expect(words.count > 10)
        let used = try Set(SwiftSource.paths().flatMap { try members(namedIn: SwiftSource(path: $0)) })
        for path in words {
            let lines = try SwiftSource(path: path).code.map { String(decoding: $0, as: UTF8.self) }
            let own = lines.joined(separator: "\n")
            var type = ""
            for line in lines {
                if let match = line.firstMatch(of: /^enum (\w+)/) { type = String(match.1) }
                guard let match = line.firstMatch(of: /^    static (?:let|func) (\w+)/), !type.isEmpty else { continue }
                if used.contains("\(type).\(match.1)") { continue }
                let isUsedHere = own.matches(of: try Regex("\\b\(match.1)\\b")).count > 1
                #expect(isUsedHere, "\(path): \(type).\(match.1)")
            }
        }
    }

    /// `Type.member`, as the code has them.
    private func members(namedIn source: SwiftSource) -> [String] {
        let code = source.code.joined(separator: [.lineFeed])
        let names = code.split { !$0.isASCIILetterOrDigit && $0 != .fullStop && $0 != .underscore }
        return names.flatMap { name in
            let parts = name.split(separator: .fullStop).map { String(decoding: $0, as: UTF8.self) }
            return zip(parts, parts.dropFirst()).map { "\($0).\($1)" }
        }
    }
}
