import HostSystem
import Testing

@testable import WhoJoinedKit

/// Names that somebody pasted and saved chats; all people are invented.
@Suite struct NamesOnlyTests {
    private func names(_ export: MeetingExport) -> [String] {
        export.meetings[0].participants.map(\.displayName.text)
    }

    @Test(arguments: [
        "Ann Lee\nBo Rey\n447700900123\n", "Participants (3)\n1. Ann Lee (Host, me)\n2. Bo Rey\n3. 447700900123",
        "• Ann Lee\r\n• Bo Rey (Co-host)\r\n• 447700900123\r\n", "Ann Lee, Bo Rey, 447700900123",
        "Present: Ann Lee; Bo Rey; 447700900123", "@Ann Lee\r\n@Bo Rey\r\n447700900123\r\n\u{1A}",
        "In the meeting\nAnn Lee (You)\nMeeting host\nBo Rey <b.rey@x.example>\n447700900123\nBo Rey <b.rey@x.example>\n",
    ])
    func `pasted names are people without times`(text: String) throws {
        let export = try readText(text, file: "-", ReadingHints(date: "2026-11-16"))
        #expect(export.variant == NamesOnly.variant && !export.abilities.times && export.isComplete)
        #expect(names(export) == ["Ann Lee", "Bo Rey", "447700900123"])
        #expect(export.meetings[0].participants.flatMap(\.stays).allSatisfy { $0.joined == nil && $0.left == nil })
        #expect(export.days(in: .london) == Day(iso: "2026-11-16")!...Day(iso: "2026-11-16")!)
    }

    @Test(arguments: [
        "09:01:22\t From  Ann Lee : good morning\n09:02:00\t From  Bo Rey : hi\n09:30:00\t From  Ann Lee : bye\n",
        "09:01:22 From Ann Lee to Everyone:\n\tgood morning\n\tall\n09:30:00 From Bo Rey to Ann Lee (Direct Message):\n\thi\n",
        "09:01:22 Von Ann Lee an alle:\n\tMorgen\n09:30:00 Von Bo Rey an alle:\n\tHi\n",
        "[09:01] Ann Lee\ngood morning\n[09:30] Bo Rey\nhi\n", "Ann Lee  09:01\ngood morning\nBo Rey  09:30\nhi\n",
        "09:01:22 AM From Ann Lee : hello\n09:30:22 AM From Bo Rey : hi\n",
        "[16/11/2026, 09:01:22] Ann Lee: hello\n[16/11/2026, 09:30:00] Bo Rey: hi\n",
    ])
    func `who wrote in a chat was there, and its clock places it`(text: String) throws {
        let export = try readText(text, file: "2026-11-16 09.00 7A/meeting_saved_chat.txt")
        #expect(names(export) == ["Ann Lee", "Bo Rey"] && export.isComplete)
        let zone = SchoolZone.london
        #expect(export.meetings[0].start.map { zone.wallTime(of: $0).iso.prefix(16) } == "2026-11-16T09:01")
        #expect(export.meetings[0].end.map { zone.wallTime(of: $0).iso.prefix(16) } == "2026-11-16T09:30")
    }

    @Test func `a clock that begins at nought is none of the day`() throws {
        let export = try readText(
            "00:00:12.345,00:00:15.345\nAnn Lee: hello\n\n00:01:12.345,00:01:15.345\nBo Rey: hi\n",
            file: "a 2026-11-16.txt")
        #expect(names(export) == ["Ann Lee", "Bo Rey"])
        #expect(export.meetings[0].start.map { SchoolZone.london.wallTime(of: $0).iso } == "2026-11-16T00:00:00")
    }

    @Test(arguments: [
        ("names.txt", "Ann Lee\nBo Rey\n", "no-date"), ("names 2026-11-16.csv", "Ann Lee\nBo Rey\n", "no-header"),
        ("-", "First name,Last name,Class\nAnn,Lee,7A\nBo,Rey,7A\n", "no-header"),
        (
            "notes 2026-11-16.txt",
            "Remember to book the hall for the play on Friday.\nThe keys are with Dot in the office, as ever.\n",
            "no-header"
        ),
        ("a 2026-11-16.txt", "Forename,Surname,Form,UPN\nAnn,Lee,7A,x\n", "roster"),
    ])
    func `what is no list of names, or of no day, is refused`(file: String, text: String, code: String) {
        #expect {
            try readText(text, file: file)
        } throws: {
            ($0 as? ImportRefusal)?.problems.first?.code == code
        }
    }

    @Test func `a line that is no name is named`() throws {
        let export = try readText(
            "Ann Lee\nBo Rey\nCy Orr\nDi Poe\nEd Ray\nx = { 1; 2; 3 }\n", file: "-", ReadingHints(date: "2026-11-16"))
        #expect(export.problemCodes.contains("no-name:6") && !export.isComplete && names(export).count == 5)
    }

    @Test func `nobody is a non-joiner by a list of names, and a zip archive is a folder`() async throws {
        let school = try SmallSchool()
        try removeFile(school.folder.path.appending("inbox/tue.csv"))
        try school.overwrite("inbox/4B 2026-11-17.txt", "May Okafor (Host)\nJoe Reed\nAda Ashby\nCleo Cedar\n")
        let monday = try school.folder.text("inbox/mon.csv")
        try removeFile(school.folder.path.appending("inbox/mon.csv"))
        try school.overwrite("inbox/week.zip", storedZip([("4B/mon.csv", monday), ("__MACOSX/._mon.csv", "x")]))
        let outcome = await school.week()
        #expect(outcome.status == .done, "\(outcome.messages)")
        #expect(
            try school.statuses() == [
                "2026-11-16 101 joined", "2026-11-16 102 joined", "2026-11-16 103 non-joiner", "2026-11-17 101 joined",
                "2026-11-17 102 possible", "2026-11-17 103 joined",
            ])
        let findings = try school.report("findings.csv").split(whereSeparator: \.isNewline).filter {
            $0.contains("2026-11-17")
        }
        for rule in [
            "late", "left-early", "short-stay", "unsupervised", "one-adult", "non-joiner", "camera-off",
            "unapproved-platform",
        ] {
            #expect(!findings.contains { $0.contains("\"\(rule)\"") }, "\(rule): \(findings)")
        }
        #expect(try school.report("run.json").contains("week.zip/4B/mon.csv"))
    }

    @Test func `the files of an archive are read, and a damaged one costs only itself`() async throws {
        let school = try SmallSchool()
        let files = ["inbox/mon.csv", "inbox/tue.csv"]
        let texts = try files.map(school.folder.text)
        for file in files { try removeFile(school.folder.path.appending(file)) }
        var archive = storedZip([("mon.csv", texts[0]), ("x/bad.csv", "Name,sound\n"), ("y/tue.csv", texts[1])])
        let sound = try #require(archive.firstRange(of: Array("sound".utf8)))
        archive.replaceSubrange(sound, with: "wrong".utf8)
        try school.overwrite("inbox/week.zip", archive)
        let outcome = await school.week()
        #expect(
            outcome.status == .someInputUnusable && outcome.messages.contains { $0.contains("week.zip/x/bad.csv: ") })
        #expect(try school.statuses() == school.all)
    }

    @Test func `an archive beyond the limits is named, and costs itself only`() async throws {
        let school = try SmallSchool()
        try school.overwrite("inbox/many.zip", storedZip((0...100).map { ("a\($0).csv", "x") }))
        let outcome = await school.week()
        #expect(outcome.status == .someInputUnusable)
        #expect(try school.statuses() == school.all)
        #expect(outcome.messages.contains { $0.contains("many.zip: error: the archive holds more than 100 files") })
    }

    @Test func `the school names the columns of a platform that nobody knows`() throws {
        var hints = ReadingHints(order: .dayFirst)
        hints.columns = ["name": "Attendee", "email": "Mail", "joined": "In", "left": "Out", "duration": "Minutes"]
        let export = try readText(
            "Report of 7A\nMail,Attendee,In,Out,Minutes\na@b.example,Ann Lee,05/11/2026 09:01,05/11/2026 09:46,45\n",
            hints)
        #expect(export.platform == .other && export.variant == OwnColumns.variant && export.abilities.times)
        #expect(export.lines == ["Ann Lee <a@b.example> 2026-11-05 09:01:00-09:46:00 2700s"])
    }
}
