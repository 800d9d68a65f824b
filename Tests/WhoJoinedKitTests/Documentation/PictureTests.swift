import Foundation
import HostSystem
import Testing

@testable import WhoJoinedKit

/// README's pictures are the beginnings of real pages of SampleData, as SVG. `make pictures` draws them anew.
struct PictureTests {
    static let folder = DocumentationTests.root.appending(path: "Sources/WhoJoinedKit/WhoJoinedKit.docc/Resources")

    @Test func `the pictures show the pages as they are printed`() async throws {
        let school = try await Story(name: "zoom-week").played().school
        let summary = try String(
            contentsOf: school.appending(path: "reports/2026-W41/slt-summary.html"), encoding: .utf8)
        try check("slt-summary", picture(of: summary, until: "</section>", 2, closing: "</main>", height: 565))

        var lesson = LessonRun()
        lesson.options.school = HostPath(school.path)
        lesson.options.now = "2026-10-07T10:30:00"
        lesson.options.format = .html
        lesson.exports = [school.appending(path: "inbox/wednesday/participants_81123456789_2026_10_07.csv").path]
        let page = String(decoding: await lesson.run().output, as: UTF8.self)
        try check("lesson", picture(of: page, until: "</figure>", 1, closing: "</section></main>", height: 540))
    }

    private func check(_ name: String, _ picture: String) throws {
        let file = Self.folder.appending(path: "\(name).svg")
        if StoryTests.isRewriting {
            try picture.write(to: file, atomically: true, encoding: .utf8)
            Issue.record("\(name).svg was drawn anew: look at it before you commit it")
        }
        #expect(picture.contains("</h1>"))
        #expect(try String(contentsOf: file, encoding: .utf8) == picture, "\(name).svg is old: make pictures")
    }

    /// A page of HTML down to the `count`th mark, as a picture of the given height in pixels.
    private func picture(
        of page: String, until mark: String, _ count: Int, closing: String, height: Int
    ) throws -> String {
        func inside(_ tag: String) throws -> String {
            let rest = try #require(page.components(separatedBy: "<\(tag)>").dropFirst().first)
            return rest.components(separatedBy: "</\(tag)>")[0]
        }
        let parts = try inside("body").components(separatedBy: mark)
        #expect(parts.count > count, "the page has no \(count) \(mark)")
        let body = (parts.prefix(count).joined(separator: mark) + mark + closing)
            .replacingOccurrences(of: "<svg ", with: "<svg xmlns=\"http://www.w3.org/2000/svg\" ")
        let style = "width: 776px; height: \(height)px; overflow: hidden; background: var(--paper)"
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="776" height="\(height)" style="\(style)">
            <style>\(try inside("style"))</style>
            <foreignObject width="776" height="\(height)">
            <body xmlns="http://www.w3.org/1999/xhtml">\(body)</body>
            </foreignObject>
            </svg>

            """
    }
}
