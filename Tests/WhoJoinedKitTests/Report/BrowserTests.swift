import HostSystem
import Testing

@testable import WhoJoinedKit

/// Every page that a browser shows, in a browser.
struct BrowserTests {
    private static let hasTools = OutsideTools.chromium != nil && OutsideTools.axe != nil

    /// A page by its name, of a week in which there is something of everything, with names as long as they come.
    private static func page(_ name: String) throws -> String {
        if name == "letter" {
            return letterPage("\u{2068}Ada Ashby\u{2069} آن لائن سبق", title: "آن لائن اسباق", language: "ur")
        }
        var sample = SampleWeek.full
        for weeks in 4...14 { sample.addPast(weeks: weeks, 0, missing: [2], counts: [.uninvited: 1]) }
        sample.school.roster.pupils[1].main = PersonName(
            given: String(repeating: "Wolfeschlegelstein", count: 4), family: String(repeating: "李", count: 40))
        sample.school.records.notes = [
            HostNote(
                day: SampleWeek.week.monday, classText: "4B", kind: .removed, person: "Yusuf Ali", text: "shouting",
                by: "MWH", source: "notes.csv:2")
        ]
        let result = sample.result
        if name == "SLT's page" { return text("slt-summary.html", in: reportsInTurn(result)) }
        let facts = LessonFacts(result.sessions[name == "a calm lesson" ? 0 : 1], ReportContext(result))
        return String(decoding: lessonHTML(facts, template: ReportTemplates.builtIn.page), as: UTF8.self)
    }

    private static let pages = ["SLT's page", "a calm lesson", "a lesson with a stranger", "letter"]

    @Test(
        .enabled(if: hasTools, "Chromium, or PyPI's axe-core-python or axe-selenium-python, is not installed"),
        arguments: pages, [(320, false), (320, true), (800, false), (800, true)])
    func `nothing is cut on a telephone and nobody is kept out`(name: String, look: (width: Int, isDark: Bool)) throws {
        let axe = try #require(OutsideTools.axe)
        let folder = try TemporaryFolder()
        let page = try BrowserPage(
            try Self.page(name), width: look.width, isDark: look.isDark, axe: axe, in: folder)
        #expect(page.width == look.width)
        #expect(page.overflow == 0 && page.cut.isEmpty, "\(page.cut)")
        #expect(page.violations.isEmpty, "\(page.violations)")
        #expect(page.passes > 5, "axe-core looked at hardly anything")
    }

    @Test(.enabled(if: OutsideTools.chromium != nil, "headless Chromium is not installed"), arguments: pages)
    func `Chromium draws each page on a screen and on paper`(name: String) throws {
        let folder = try TemporaryFolder()
        try folder.put("page.html", try Self.page(name))
        let files = ["shot.png", "paper.pdf"].map { folder.path.appending($0) }
        _ = try BrowserPage.run(
            ["--window-size=800,1000", "--screenshot=\(files[0].text)"], on: "page.html", in: folder)
        _ = try BrowserPage.run(["--print-to-pdf=\(files[1].text)"], on: "page.html", in: folder)
        let (shot, paper) = try (bytes(files[0]), bytes(files[1]))
        #expect(Array(shot[16..<20]) == [0, 0, 3, 32], "it is 800 wide")
        #expect(paper.starts(with: "%PDF".utf8))
    }

    private func bytes(_ file: HostPath) throws -> [UInt8] { try readOrdinaryFile(file, limit: 50_000_000).bytes }
}
