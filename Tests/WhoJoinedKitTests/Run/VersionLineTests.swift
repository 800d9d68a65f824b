import Foundation
import Testing

@testable import WhoJoinedKit

struct VersionLineTests {
    @Test func `the version stands first, and the lists have real days that are past`() throws {
        #expect(versionLine.split(separator: " ").first.map(String.init) == version)
        let today = Date.now.ISO8601Format().prefix(10)
        for day in [Nicknames.day, Programmes.day] {
            #expect(try #require(Day(iso: day)).iso == day && day <= today)
            #expect(versionLine.contains(day))
        }
    }

    @Test func `CHANGELOG has a section for this version, below what is not released`() throws {
        let text = try String(
            contentsOf: DocumentationTests.root.appending(path: "CHANGELOG.md"), encoding: .utf8)
        let heads = text.components(separatedBy: "\n## ").dropFirst().map { $0.prefix { $0 != "\n" } }
        #expect(heads.first == "Unreleased")
        #expect(try #require(heads.dropFirst().first).hasPrefix("\(version) - "))
        for head in heads.dropFirst() { #expect(Day(iso: String(head.suffix(10))) != nil, "\(head)") }
    }
}
