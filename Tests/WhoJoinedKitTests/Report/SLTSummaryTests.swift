import Testing

@testable import WhoJoinedKit

struct SLTSummaryTests {
    private static func html(_ sample: SampleWeek) throws -> String {
        text("slt-summary.html", in: reportsInTurn(sample.result))
    }

    @Test func `the limits of the data are said first, and what is missing until when`() throws {
        let page = text("slt-summary.txt", in: reportsInTurn(SampleWeek.full.result))
        #expect(page.split(separator: "\n")[2] == "2 of 3 sessions checked; 1 without an export.")
        #expect(page.contains("Mary Whitmore                2 with, 1 without an export"))
        #expect(page.contains("may be\n            deleted from Fri 18 Dec 2026"))
        #expect(page.contains("range if every unnamed device were a pupil: 50% to 64%"))
        #expect(page.contains("fewer adults than the policy asks for                  1           2"))
    }

    // MARK: the headline

    /// The box that both pages begin with, its lines as one.
    private static func headlines(_ sample: SampleWeek) throws -> [String] {
        let files = reportsInTurn(sample.result)
        let frame = String(repeating: "=", count: 80)
        let txt = String(text("slt-summary.txt", in: files).split(separator: frame)[1])
        let page = text("slt-summary.html", in: files)
        let box = String(try #require(page.firstMatch(of: #/(?s)<section class="box".*?</section>/#)).output)
        return [txt, box.replacing(#/<[^>]*>/#, with: " ")].map { (lines: String) -> String in
            let words = lines.split(whereSeparator: \.isWhitespace).filter { $0 != "*" }
            return words.joined(separator: " ")
        }
    }

    @Test func `both pages begin with what needs senior leaders`() throws {
        for box in try Self.headlines(.full) {
            #expect(
                box.lowercased().hasPrefix(
                    "what needs you 1 person not invited, but in a call: Sam Carter (4B Tue 17 Nov 09:00) [1]"
                        .lowercased()), "\(box)")
            #expect(box.contains("1 more safeguarding finding: fewer adults than the policy asks for 1 [1]"))
            #expect(box.contains("Seen by name: 50% of those expected, down 21 points on last week (71%)."))
            #expect(
                box.contains(
                    "Nothing found of: on hold, back after a removal, pupils without an adult, one-to-ones, lessons in doubt, pupils new on the list, help needed. 1 session could not be looked at."
                ), "\(box)")
        }
    }

    @Test func `a week of which nothing could be looked at finds nothing, and says why`() throws {
        var sample = SampleWeek()
        sample.addPeople()
        sample.addLesson(0, present: [], hasData: false)
        for box in try Self.headlines(sample) {
            #expect(box.contains("Nothing that was found needs you."))
            #expect(box.contains("No lesson could be looked at, so nothing can be said."))
            #expect(!box.contains("Nothing found of"))
        }
    }

    @Test func `a pupil who is found again is named once, strangers of one name are two`() throws {
        var sample = SampleWeek.full
        for day in 0..<2 {
            for (rule, pupil, name) in [
                (RuleID.afterRemoval, 5 as Pupil.Index?, "Yusuf Ali"), (.uninvited, nil, "Ann Roe"),
            ] {
                let finding = SampleWeek.finding(rule, .safeguarding, .pupil, pupil: pupil, name: name)
                sample.sessions[day].findings.append(SampleWeek.placed(finding, sample.sessions[day].session))
            }
        }
        for box in try Self.headlines(sample) {
            #expect(
                box.contains(
                    "2 times when somebody came back after a removal: Yusuf Ali (4B Mon 16 Nov 09:00, 4B Tue 17 Nov 09:00) [1]"
                ), "\(box)")
            #expect(box.contains("Ann Roe (4B Mon 16 Nov 09:00)") && box.contains("Ann Roe (4B Tue 17 Nov 09:00)"))
        }
    }

    @Test func `a hold, a doubt and who is new stand in the headline`() throws {
        var sample = SampleWeek()
        sample.addPeople()
        let monday = SampleWeek.week.monday
        sample.addPast(weeks: 1, 0, missing: [2])
        for day in 0..<3 { sample.addLesson(day, present: [0, 1, 3, 4, 5, 6]) }
        sample.sessions[2].findings.append(
            SampleWeek.placed(SampleWeek.finding(.doubtfulSession, detail: "no staff"), sample.sessions[2].session))
        sample.school.records.notes = [
            HostNote(
                day: monday, classText: "4B", kind: .removed, person: "yusuf ali", text: "shouting", by: "MWH",
                source: "notes.csv:2")
        ]
        for box in try Self.headlines(sample) {
            #expect(box.contains("1 person on hold until you clear them: Ali, Yusuf [2]"), "\(box)")
            #expect(box.contains("1 lesson in doubt as a whole, so that nobody counts as missing: 4B Wed 18 Nov 09:00"))
            #expect(box.contains("1 pupil new on the list of those not joining: Nowak, Tomasz [3]"))
            #expect(box.contains("as last week (86%)"))
        }
    }

    @Test func `both pages have the same parts with the same numbers`() throws {
        let files = reportsInTurn(SampleWeek.full.result)
        let numbered = #/(?m)^(\d\. [A-Z ]+?)(?= \(|:|$)/#
        let parts = text("slt-summary.txt", in: files).matches(of: numbered).map { String($0.1) }
        let heads = text("slt-summary.html", in: files).matches(of: #/<h2[^>]*>(\d\. [A-Za-z ]+?)(?: \(\d+\))?</#).map {
            $0.1.uppercased()
        }
        #expect(parts == heads)
        #expect(parts.count == 9)
    }

    @Test func `one cause is said once with its count, and a long list says how many more and where`() throws {
        var sample = SampleWeek()
        sample.addPeople()
        let reason = "Noted as lacking a device: ask."
        for pupil in 0..<9 {
            for _ in 0..<2 {
                sample.weekly.append(
                    SampleWeek.finding(
                        .unableToAccess, .followUp, .pupil, pupil: Pupil.Index(pupil), name: SampleWeek.names[pupil].0,
                        detail: reason))
            }
        }
        for day in 0..<5 { sample.addLesson(day, present: [], hasData: false) }
        let page = text("slt-summary.txt", in: reportsInTurn(sample.result))
        let words = page.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(page.contains("2. YOUR DECISION (18)\n   Support: \(reason) (18)\n   [ ] Amelia"))
        #expect(page.matches(of: #/Noted as lacking/#).count == 1)
        #expect(page.contains("and 3 more: slt-summary.csv"))
        #expect(
            words.contains("18 pupils who may need help to join: Amelia; Amelia; Aisha; Aisha; and 14 more [2]"))
        #expect(page.contains("   export, lead staff MISSING (5): 4B Maths, Mon 16 Nov 09:00; "))
    }

    @Test func `the trend is twelve weeks in numbers`() throws {
        var sample = SampleWeek()
        sample.addPeople()
        for weeks in 1...15 { sample.addPast(weeks: weeks, 0, missing: weeks == 1 ? [1, 2] : []) }
        sample.addLesson(0, present: [0, 1, 2, 3, 4, 5, 6])
        let files = reportsInTurn(sample.result)
        let page = text("slt-summary.txt", in: files)
        #expect(page.contains("   week          W36  W37  W38  W39  W40  W41  W42  W43  W44  W45  W46  W47\n"))
        #expect(page.contains("   seen by name 100% 100% 100% 100% 100% 100% 100% 100% 100% 100%  71% 100%\n"))
        #expect(text("slt-summary.html", in: files).matches(of: #/<line class="way"/#).count >= 11)
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

    @Test(arguments: [(-30, true), (-29, false)])
    func `a recording is due when its days are over, and only while the note says where it is`(
        days: Int, isDue: Bool
    ) {
        var sample = SampleWeek.full
        sample.school.settings.retentionOfRecordings = 30
        let note = HostNote(
            day: SampleWeek.week.sunday + days, classText: "4B", kind: .recorded, person: "", text: "drive: Maths 7",
            by: "MWH", source: "notes.csv:2")
        sample.school.records.notes = [note]
        let files = reportsInTurn(sample.result)
        for path in ["slt-summary.txt", "slt-summary.csv", "slt-summary.html"] {
            #expect(text(path, in: files).contains("drive: Maths 7") == isDue, "\(path)")
        }
        sample.school.records.notes[0].text = ""
        #expect(!text("slt-summary.txt", in: reportsInTurn(sample.result)).contains("Recordings past their time"))
    }

    @Test func `who has not signed is asked before the next call, once and for SLT alone`() throws {
        var sample = SampleWeek.full
        let before = text("slt-summary.txt", in: reportsInTurn(sample.result))
        #expect(before.contains("BEFORE THE NEXT CALL\n   No register of signatures is kept"))
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
        #expect(page.contains("Marked: fewer adults than the policy asks for 09:41:00-10:00:00"))
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
