import HostSystem
import Testing

@testable import WhoJoinedKit

/// The lesson's page as HTML, filed, linked, and on a screen that others see.
struct LessonPagesTests {
    private static func lesson(_ school: SmallSchool, _ change: (inout LessonRun) -> Void = { _ in }) async
        -> RunOutcome
    {
        var run = LessonRun()
        run.options = school.options
        run.exports = [school.folder.path.appending("inbox/mon.csv").text]
        change(&run)
        return await run.run()
    }

    private static func school() throws -> SmallSchool {
        try .withTwoOfEachName(
            ["Ada Ashby", "Cleo", "iPad", "<script>alert(1)</script>", "Eve 'onload=x' &amp; Co"])
    }

    @Test func `the HTML is one page without script or outside resource, and every name is escaped`() async throws {
        let page = await Self.lesson(try Self.school()) { $0.options.format = .html }.text
        #expect(page.hasPrefix("<!doctype html>"))
        #expect(page.contains("default-src 'none'"))
        for word in ["<script", "http:", "https:", "src=", "@import", "url(", "'onload"] {
            #expect(!page.contains(word), "\(word)")
        }
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(page.components(separatedBy: "<svg").count == 2)
        #expect(page.contains("role=\"img\" aria-labelledby=\"callt calld\"><title id=\"callt\">"))
        #expect(page.contains("<desc id=\"calld\">2 members of staff"))
        #expect(page.contains("<summary>The same in words</summary>"))
    }

    @Test func `the door, pupils and strangers are in the picture`() async throws {
        let school = try Self.school()
        try school.folder.put(
            "school.toml", try school.folder.text("school.toml") + "\n[rules.late]\non = true\nclause = \"5.1\"\n")
        let page = await Self.lesson(school) { $0.options.format = .html }.text
        #expect(page.contains("door closed 09:05"))
        for look in ["class=\"staff\"", "class=\"pupil\"", "class=\"guest\"", "class=\"open\"", "class=\"lock\""] {
            #expect(page.contains(look), "\(look)")
        }
    }

    @Test func `saved pages stay through week, are linked, and a second week changes nothing`() async throws {
        let school = try Self.school()
        let saved = await Self.lesson(school) { $0.isSaved = true }.text.split(separator: "\n").compactMap {
            $0.hasPrefix("Saved: ") ? String($0.dropFirst(7)) : nil
        }
        #expect(saved.count == 2 && saved.allSatisfy { $0.hasPrefix("reports/2026-W47/lessons/2026-11-16_0900_4B_") })
        _ = await school.week()
        let first = try school.folder.files("reports")
        #expect(saved.allSatisfy(first.contains))
        #expect(!first.contains { $0.contains(".kept") }, "\(first)")
        let link = saved.first { $0.hasSuffix(".html") }.map { $0.dropFirst("reports/2026-W47/".count) } ?? ""
        #expect(try school.report("slt-summary.html").contains("<a href=\"\(link)\">4B Maths, Mon 16 Nov 09:00</a>"))
        let before = try saved.map { try school.folder.text($0) }
        _ = await school.week()
        #expect(try school.folder.files("reports") == first)
        #expect(try saved.map { try school.folder.text($0) } == before)
    }

    @Test func `a page whose export is elsewhere stays as it is, and one that was edited is kept`() async throws {
        let school = try Self.school()
        let elsewhere = school.folder.path.appending("down.csv")
        try renameEntry(school.folder.path.appending("inbox/mon.csv"), to: elsewhere)
        let saved = await Self.lesson(school) {
            $0.isSaved = true
            $0.exports = [elsewhere.text]
        }.text.split(separator: "\n").filter { $0.hasPrefix("Saved: ") }.map { String($0.dropFirst(7)) }
        let before = try saved.map { try school.folder.text($0) }
        _ = await school.week()
        #expect(try saved.map { try school.folder.text($0) } == before)
        let text = try #require(saved.last)
        try school.folder.put(text, "my own words")
        _ = await school.week()
        let all = try school.folder.files("reports")
        let kept = try #require(all.first { $0.contains(".kept/") })
        #expect(try school.folder.text(kept) == "my own words")
    }

    @Test func `saving before any week has run makes no report that is foreign`() async throws {
        let school = try Self.school()
        _ = await Self.lesson(school) { $0.isSaved = true }
        #expect(await school.week().status == .done)
        let all = try school.folder.files("reports")
        #expect(!all.contains { $0.contains(".kept") })
    }

    @Test func `on a screen nobody is named`() async throws {
        let school = try Self.school()
        for format in [RunOptions.Format.text, .html] {
            let page = await Self.lesson(school) {
                $0.isForScreen = true
                $0.options.format = format
            }.text
            for name in ["Ada", "Ashby", "Birch", "Cleo", "Cedar", "Dale", "Okafor", "Reed"] {
                #expect(!page.contains(name), "\(format): \(name)")
            }
            #expect(page.contains("A.A.") || format == .text)
            #expect(page.contains("C.D.") && page.contains("iPad"))
        }
        #expect(await Self.lesson(school) { ($0.isForScreen, $0.options.format) = (true, .csv) }.status == .wrongUsage)
    }

    @Test func `the page ends with the way to settle its names, and its commands name an export that is elsewhere`()
        async throws
    {
        let school = try Self.school()
        #expect(await Self.lesson(school).text.contains("\n  whojoined settle --week 2026-W47 --class 4B\n"))
        let elsewhere = school.folder.path.appending("down.csv")
        try renameEntry(school.folder.path.appending("inbox/mon.csv"), to: elsewhere)
        let page = await Self.lesson(school) { $0.exports = [elsewhere.text] }.text
        #expect(page.contains("\n  whojoined settle '\(elsewhere.text)'\n"))
        #expect(page.contains("--from '\(elsewhere.text)'\n"))
    }

    @Test func `a page of HTML is of one lesson; of several each is filed`() async throws {
        let school = try Self.school()
        func both(_ isSaved: Bool) async -> RunOutcome {
            await Self.lesson(school) {
                $0.options.format = .html
                $0.isSaved = isSaved
                $0.exports += [school.folder.path.appending("inbox/tue.csv").text]
            }
        }
        let refused = await both(false)
        #expect(refused.status == .wrongUsage && refused.messages[0].contains("of 2 lessons"))
        let saved = await both(true)
        #expect(saved.output.isEmpty && saved.messages.count { $0.hasPrefix("Saved: ") } == 4)
    }

    @Test func `a page is as wide as the terminal`() async throws {
        let school = try Self.school()
        let page = await Self.lesson(school) { $0.options.columns = 44 }.text
        let lines = page.split(separator: "\n").filter { !$0.contains("whojoined ") && !$0.hasPrefix("NOT SEEN") }
        let widest = lines.dropFirst(1).dropLast().map { PlainText.width(String($0)) }.max() ?? 0
        #expect(widest <= 44, "\(page)")
    }

    @Test func `confirm without a name lists what is open`() async throws {
        let school = try Self.school()
        var run = OpenNamesRun()
        run.options = school.options
        run.week = "2026-W47"
        let list = await run.run().text
        #expect(
            list.contains("4B Maths, Mon 16 Nov 09:00\n") && list.contains("whojoined confirm iPad --class 4B --as ID"))
        run.options.format = .csv
        #expect(await run.run().text.contains("\"iPad\",\"\",\"unnamed\",\"102;103;104;105;106\""))
        run.week = "2026-W40"
        run.options.format = .text
        #expect(await run.run().text == "No name is open in 2026-W40.\n")
    }
}
