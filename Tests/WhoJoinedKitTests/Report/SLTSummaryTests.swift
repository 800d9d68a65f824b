import Foundation
import Testing

@testable import WhoJoinedKit

struct SLTSummaryTests {
    private static func html(_ sample: SampleWeek) throws -> String {
        text("slt-summary.html", in: reportsInTurn(sample.result))
    }

    @Test func `coverage comes first and says what is missing and until when`() throws {
        let page = text("slt-summary.txt", in: reportsInTurn(SampleWeek.full.result))
        #expect(page.contains("2 of 3 sessions checked; 1 without an export"))
        #expect(page.contains("Mary Whitmore                2 with, 1 without an export"))
        #expect(page.contains("may be\n            deleted from Fri 18 Dec 2026"))
        #expect(page.contains("range if every unnamed device were a pupil: 50% to 64%"))
        #expect(page.contains("fewer adults than the policy asks                      1           2"))
    }

    @Test func `no line of a text page is wider than 80 columns`() throws {
        var sample = SampleWeek.full
        sample.school.roster.pupils[1].main = PersonName(
            given: String(repeating: "A", count: 90), family: String(repeating: "李", count: 90))
        let files = reportsInTurn(sample.result)
        let result = sample.result
        let pages = files.filter { $0.path.contains(".txt") && !$0.path.contains("letters/") }.map {
            String(decoding: $0.bytes, as: UTF8.self)
        }
        for page in pages + result.sessions.map({ lessonPage(LessonFacts($0, ReportContext(result))) }) {
            for line in page.split(separator: "\n") where !line.contains("whojoined confirm") {
                #expect(PlainText.width(String(line)) <= 80, "\(line)")
            }
        }
    }

    @Test func `a removed pupil is on hold until a cleared line`() throws {
        var sample = SampleWeek.full
        let tuesday = SampleWeek.week.monday + 1
        sample.school.records.notes = [
            HostNote(
                day: tuesday, classText: "4B", kind: .removed, person: "yusuf ali", text: "shouting", by: "MWH",
                source: "notes.csv:2")
        ]
        #expect(
            text("slt-summary.txt", in: reportsInTurn(sample.result)).contains(
                "[ ] Ali, Yusuf   removed Tue 17 Nov (shouting). HOLD until you clear it."))
        #expect(
            lessonPage(LessonFacts(sample.sessions[1].judged, ReportContext(sample.result))).contains("do not admit"))
        sample.school.records.followUps = [FollowUpNote(day: tuesday, pupil: 5, kind: .cleared, by: "HT", outcome: "")]
        #expect(!text("slt-summary.txt", in: reportsInTurn(sample.result)).contains("HOLD"))
        for file in reportsInTurn(sample.result) where file.path.contains("parents.") || file.path.contains("letters/")
        {
            #expect(!String(decoding: file.bytes, as: UTF8.self).contains("shouting"))
        }
    }

    @Test func `who has not signed is asked before the next call, once and for SLT alone`() throws {
        var sample = SampleWeek.full
        #expect(!text("slt-summary.txt", in: reportsInTurn(sample.result)).contains("BEFORE THE NEXT CALL"))
        sample.school.records.agreementKinds = [.acceptableUse]
        sample.school.records.agreements = (1..<9).map {
            Agreement(holder: .pupil(Pupil.Index($0)), signedOn: SampleWeek.week.monday - 30)
        }
        let files = reportsInTurn(sample.result)
        let sentence = "1 of 9 pupils without the Acceptable Use agreement: Amelia Clarke (4B)"
        #expect(text("slt-summary.txt", in: files).contains("BEFORE THE NEXT CALL\n   \(sentence)"))
        #expect(text("slt-summary.html", in: files).contains(sentence))
        let row = #""not signed","acceptable-use","4B","","","","Amelia Clarke""#
        #expect(text("slt-summary.csv", in: files).contains(row))
        #expect(files.count { String(decoding: $0.bytes, as: UTF8.self).contains("Acceptable Use agreement:") } == 2)
    }

    @Test func `pupils who miss three or more are listed with the contact made`() throws {
        var sample = SampleWeek()
        sample.addPeople()
        for day in 0..<4 { sample.addLesson(day, present: [0, 1, 3, 4, 5, 6]) }
        sample.school.records.followUps = [
            FollowUpNote(day: SampleWeek.week.monday + 2, pupil: 2, kind: .tried, by: "MRO", outcome: "no answer")
        ]
        let page = text("slt-summary.txt", in: reportsInTurn(sample.result))
        #expect(page.contains("4    4 of 4   Nowak, Tomasz"))
        #expect(page.contains("tried x1"))
        #expect(page.contains("no earlier week"))
    }

    @Test func `a week without anything is said to be one`() throws {
        var sample = SampleWeek()
        sample.addPeople()
        let files = reportsInTurn(sample.result)
        #expect(text("slt-summary.txt", in: files).contains("No online session was expected"))
        #expect(files.contains { $0.path == "slt-summary.html" })
    }

    // MARK: HTML

    /// Elements and their attributes: `svg`, `svg@role` …
    private static func tags(_ html: String) -> Set<String> {
        var found = Set<String>()
        for tag in html.matches(of: /<([a-zA-Z][a-zA-Z0-9]*)((?:\s+[^\s=>\/]+(?:="[^"]*")?)*)\s*\/?>/) {
            found.insert(String(tag.1))
            for attribute in tag.2.matches(of: /\s([^\s=>\/"]+)(?:="[^"]*")?/) {
                found.insert("\(tag.1)@\(attribute.1)")
            }
        }
        return found
    }

    @Test func `a full week has no element or attribute that an empty one has not`() throws {
        var empty = SampleWeek()
        empty.addPeople()
        let (few, many) = (Self.tags(try Self.html(empty)), Self.tags(try Self.html(.full)))
        #expect(few.contains("svg@role") && few.contains("circle@cx") && few.contains("details"))
        #expect(many.subtracting(few) == [])
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</title><b x=y>", "<!--", "<\u{338}script>",
        "{{{main}}}",
    ])
    func `a name adds no element to the page`(name: String) throws {
        var sample = SampleWeek.full
        sample.sessions[1].session.entrants[5].entrant.displayName = DisplayName(name)
        sample.sessions[1].findings[6] = sample.sessions[1].findings[6].with(name: name)
        sample.school.roster.pupils[6].main = PersonName(given: name, family: name)
        sample.school.settings.name = name
        let page = try Self.html(sample)
        #expect(Self.tags(page).subtracting(Self.tags(try Self.html(.full))) == [])
        #expect(!page.contains("<script"))
        #expect(!page.contains("<!--"))
    }

    @Test func `the page is self-contained, small, and each picture has a title and a table`() throws {
        let page = try Self.html(.full)
        for word in ["http:", "https:", "src=", "<link", "@import", "url("] { #expect(!page.contains(word), "\(word)") }
        #expect(page.contains("default-src 'none'"))
        #expect(page.utf8.count < 1_000_000)
        let pictures = page.matches(of: #/<svg /#).count
        #expect(pictures >= 4)
        #expect(page.matches(of: #/<title id="/#).count == pictures)
        #expect(page.contains("Sam Carter (not invited)"))
        #expect(page.contains("Marked: fewer adults than the policy asks 09:41:00-10:00:00"))
    }

    @Test func `many sessions to look at stay under a megabyte`() throws {
        var sample = SampleWeek.full
        let judged = sample.sessions[1]
        for i in 0..<400 {
            var other = judged
            other.session.key = "x\(i)"
            sample.sessions.append(other)
        }
        #expect(try Self.html(sample).utf8.count < 1_000_000)
    }

    private static let browser = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// Only where a browser is installed: the page as it is laid out on a phone and on A4.
    @Test(.enabled(if: browser != nil), arguments: [390, 794])
    func `nothing overflows at phone and A4 width`(width: Int) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("whojoined-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        // The page itself forbids scripts: the copy that is measured has its own.
        let probe =
            "<script>document.body.dataset.wide = document.documentElement.scrollWidth - document.documentElement.clientWidth; document.body.dataset.pictures = document.querySelectorAll('svg[role=img] > title').length</script></body>"
        let page = try Self.html(.full).replacing("http-equiv=\"Content-Security-Policy\"", with: "name=\"x\"")
            .replacing("</body>", with: probe)
        let file = folder.appendingPathComponent("page.html")
        try Data(page.utf8).write(to: file)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Self.browser!)
        process.arguments = [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path)/profile",
            "--window-size=\(width),1000", "--dump-dom", file.absoluteString,
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let dom = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(dom.contains("data-wide=\"0\""), "wider than the window")
        #expect(dom.contains("data-pictures=\"4\""))
    }

    @Test func `a family that nobody reaches waits for SLT's decision, and what came of a call is said`() {
        var sample = SampleWeek()
        sample.addPeople()
        for i in 0..<3 { sample.addPast(weeks: 1, i, missing: [2]) }
        sample.addLesson(0, present: [0, 1, 3, 4, 5, 6])
        let monday = SampleWeek.week.monday
        func pages(_ kinds: [(FollowUpNote.Kind, String)]) -> [String] {
            sample.school.records.followUps = kinds.map {
                FollowUpNote(day: monday, pupil: 2, kind: $0.0, by: "OFF", outcome: $0.1)
            }
            let files = reportsInTurn(sample.result)
            return ["slt-summary.txt", "slt-summary.html", "slt-summary.csv"].map {
                text($0, in: files).split(whereSeparator: \.isWhitespace).joined(separator: " ")
            }
        }
        for page in pages([(.tried, "no answer"), (.tried, "left a message")]) {
            #expect(page.contains("SLT call: missed 1 of 1; Mon 16 Nov: tried by OFF: no answer"), "\(page)")
        }
        for page in pages([(.tried, "no answer"), (.contacted, "tablet lent")]) {
            #expect(!page.contains("SLT call: missed"))
            #expect(page.contains("tablet lent"), "\(page)")
        }
    }
}
