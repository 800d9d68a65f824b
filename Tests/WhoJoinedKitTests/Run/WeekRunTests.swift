import Foundation
import HostSystem
import Testing

@testable import WhoJoinedKit

/// A small school with two lessons in W47 and one in W46, whose files are old enough to be read.
struct SmallSchool {
    let folder: TemporaryFolder
    var options = RunOptions()

    init() throws {
        folder = try TemporaryFolder()
        try folder.put(
            "school.toml",
            """
            [school]
            name = "Small Primary"
            domains = ["small.example"]
            retention-days = 365
            [policy]
            preset = "zoom-primary"
            [mail]
            sendmail = "sendmail"
            from = "office@small.example"
            slt = ["head@small.example"]
            """)
        try folder.put(
            "roster/pupils.csv",
            """
            Admission Number,Legal Forename,Legal Surname,Reg Group,Email
            101,Ada,Ashby,4B,ada@small.example
            102,Ben,Birch,4B,ben@small.example
            103,Cleo,Cedar,4B,cleo@small.example

            """)
        try folder.put(
            "roster/staff.csv",
            "Staff Code,Title,Forename,Surname,Email\nMOK,Mrs,May,Okafor,may@small.example\nJRE,Mr,Joe,Reed,joe@small.example\n"
        )
        try folder.put(
            "timetable.csv",
            """
            Meeting ID,Class,Subject,Date,Start,End,Lead Staff
            900 1111 2222,4B,Maths,2026-11-10,09:00,09:45,MOK
            900 1111 2222,4B,Maths,2026-11-16,09:00,09:45,MOK
            900 1111 2222,4B,Maths,2026-11-17,09:00,09:45,MOK

            """)
        try addExport("tue-w46.csv", day: "11/10/2026", pupils: ["Ada Ashby"])
        try addExport("mon.csv", day: "11/16/2026", pupils: ["Ada Ashby", "Ben Birch"])
        try addExport("tue.csv", day: "11/17/2026", pupils: ["Ada Ashby", "Cleo Cedar"])
        options.school = folder.path
        options.now = "2026-11-22T08:00:00"
        options.jobs = 2
    }

    /// 4B has two Adas, two Cleos and two Finns, so a first name alone says too little.
    ///
    /// - Parameter entrants: who else was in Monday's lesson.
    static func withTwoOfEachName(_ entrants: [String]) throws -> SmallSchool {
        let school = try SmallSchool()
        try school.folder.put(
            "roster/pupils.csv",
            """
            Admission Number,Legal Forename,Legal Surname,Reg Group,Email
            101,Ada,Ashby,4B,ada@small.example
            102,Ada,Birch,4B,ab@small.example
            103,Cleo,Cedar,4B,cleo@small.example
            104,Cleo,Dale,4B,cd@small.example
            105,Finn,Elder,4B,fe@small.example
            106,Finn,Frost,4B,ff@small.example

            """)
        try school.addExport("mon.csv", day: "11/16/2026", pupils: entrants)
        return school
    }

    func addExport(
        _ name: String, day: String, pupils: [String], id: String = "90011112222", ageInSeconds: Double = 3600
    ) throws {
        var lines = [
            "Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants",
            "\(id),4B Maths,\(day) 08:58:00 AM,\(day) 09:45:00 AM,may@small.example,47,4",
            "",
            "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Recording Consent",
        ]
        for name in ["May Okafor", "Joe Reed"] + pupils {
            lines.append("\(name),,\(day) 08:58:00 AM,\(day) 09:45:00 AM,47,No,Y")
        }
        try overwrite("inbox/\(name)", lines.joined(separator: "\r\n") + "\r\n", ageInSeconds: ageInSeconds)
    }

    func overwrite(_ name: String, _ text: String, ageInSeconds: Double = 3600) throws {
        try overwrite(name, Array(text.utf8), ageInSeconds: ageInSeconds)
    }

    func overwrite(_ name: String, _ bytes: [UInt8], ageInSeconds: Double = 3600) throws {
        try folder.put(name, bytes)
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -ageInSeconds)],
            ofItemAtPath: folder.path.appending(name).text)
    }

    func week(_ week: String = "2026-W47", _ change: (inout WeekRun) -> Void = { _ in }) async -> RunOutcome {
        var run = WeekRun()
        run.options = options
        run.week = week
        change(&run)
        return await run.run()
    }

    func report(_ name: String, week: String = "2026-W47") throws -> String {
        try folder.text("reports/\(week)/\(name)")
    }

    /// pupils.csv as `date id status`.
    func statuses(week: String = "2026-W47") throws -> [String] {
        MailPacks.rows(Array(try report("pupils.csv", week: week).utf8)).map {
            "\($0["date"]!) \($0["id"]!) \($0["status"]!)"
        }.sorted()
    }

    var all: [String] {
        [
            "2026-11-16 101 joined", "2026-11-16 102 joined", "2026-11-16 103 non-joiner", "2026-11-17 101 joined",
            "2026-11-17 102 non-joiner",
            "2026-11-17 103 joined",
        ]
    }
}

extension RunOutcome {
    var text: String { String(decoding: output, as: UTF8.self) }
    var lastLine: String { String(text.split(separator: "\n").last ?? "") }
}

struct WeekRunTests {
    @Test func `a week is read, reported and accounted for`() async throws {
        let school = try SmallSchool()
        let outcome = await school.week()
        #expect(outcome.status == .done, "\(outcome.messages)")
        #expect(outcome.lastLine == "Rows: 11 read = 11 used + 0 flagged + 0 rejected")
        #expect(try school.statuses() == school.all)
    }

    @Test func `running it again changes nothing, with the history or without`() async throws {
        let school = try SmallSchool()
        let first = await school.week()
        let files = try school.folder.files("reports")
        let before = try files.map { try school.folder.text($0) }
        let second = await school.week()
        #expect(second.text == first.text && second.messages == first.messages)
        #expect(try school.folder.files("reports") == files)
        #expect(try files.map { try school.folder.text($0) } == before)
        try removeFile(school.folder.path.appending("history.sqlite"))
        _ = await school.week()
        #expect(try files.map { try school.folder.text($0) } == before)
    }

    @Test func `who stands in the older of two lists alone stays a pupil in the lessons of then`() async throws {
        let school = try SmallSchool()
        try school.addExport("mon.csv", day: "11/16/2026", pupils: ["Ada Ashby", "Ben Birch"])
        _ = await school.week()
        let roster = try school.folder.text("roster/pupils.csv")
        try school.overwrite("roster/pupils.csv", roster, ageInSeconds: 90_000)
        try school.overwrite(
            "roster/pupils-new.csv",
            roster.split(separator: "\n").filter { !$0.hasPrefix("102") }.joined(separator: "\n") + "\n")
        _ = await school.week()
        #expect(try school.statuses() == school.all)
        #expect(try !school.report("findings.csv").contains("\"uninvited\""))
    }

    @Test func `who has left by a list without dates stays a pupil in the lessons of then`() async throws {
        let school = try SmallSchool()
        try school.addExport("mon.csv", day: "11/16/2026", pupils: ["Ada Ashby", "Ben Birch"])
        _ = await school.week()
        let roster = try school.folder.text("roster/pupils.csv")
        try school.folder.put(
            "roster/pupils.csv",
            roster.split(separator: "\n").filter { !$0.hasPrefix("102") }.joined(separator: "\n") + "\n")
        let outcome = await school.week()
        #expect(!outcome.messages.contains { $0.contains("has changed since") }, "\(outcome.messages)")
        #expect(try school.statuses() == school.all)
        #expect(try !school.report("findings.csv").contains("\"uninvited\""))
        try school.addExport("later.csv", day: "11/18/2026", pupils: ["Ada Ashby", "Ben Birch"])
        try school.folder.put(
            "timetable.csv",
            try school.folder.text("timetable.csv") + "900 1111 2222,4B,Maths,2026-11-18,09:00,09:45,MOK\n")
        _ = await school.week()
        #expect(
            try school.statuses().filter { $0.hasPrefix("2026-11-18") } == [
                "2026-11-18 101 joined", "2026-11-18 103 non-joiner",
            ])
        #expect(try school.report("findings.csv").contains("\"uninvited\""), "from the next lesson on")
    }

    @Test func `a late export changes no figure in silence, and whoever is seen in it stays seen when it is gone`()
        async throws
    {
        let school = try SmallSchool()
        _ = await school.week("2026-W46")
        try school.addExport("tue-w46.csv", day: "11/10/2026", pupils: ["Ada Ashby", "Ben Birch"])
        let outcome = await school.week()
        #expect(outcome.status == .done)
        #expect(
            outcome.messages.contains {
                $0.contains("reports/2026-W46: warning:") && $0.contains("4B Tue 10 Nov: 2 of 3 seen, 1 before")
                    && $0.contains("whojoined week --week 2026-W46")
            }, "\(outcome.messages)")
        #expect(!(await school.week()).messages.contains { $0.contains("reports/2026-W46") }, "it is said once")
        try removeFile(school.folder.path.appending("inbox/tue-w46.csv"))
        _ = await school.week("2026-W46")
        let rows = MailPacks.rows(Array(try school.report("pupils.csv", week: "2026-W46").utf8))
        #expect(rows.map { "\($0["id"]!) \($0["status"]!)" } == ["101 joined", "102 joined", "103 non-joiner"])
    }

    @Test func `dates that another week's run could only guess are read again`() async throws {
        let school = try SmallSchool()
        let settings = try school.folder.text("school.toml")
        try school.folder.put(
            "school.toml", settings.replacing("[policy]", with: "date-order = \"day-first\"\n[policy]"))
        try school.folder.put(
            "timetable.csv",
            "Meeting ID,Class,Subject,Weekday,Start,End,Lead Staff\n900 1111 2222,4B,Maths,Tuesday,09:00,09:45,MOK\n")
        for name in try school.folder.files("inbox") { try removeFile(school.folder.path.appending(name)) }
        // Tuesday 6 October, month first; day-first it is Wednesday 10 June.
        try school.addExport("maths.csv", day: "10/06/2026", pupils: ["Ada Ashby"])
        _ = await school.week("2026-W47")
        let outcome = await school.week("2026-W41")
        #expect(outcome.status == .done, "\(outcome.messages)")
        #expect(
            try school.report("pupils.csv", week: "2026-W41").contains(
                "\"2026-10-06\",\"09:00:00\",\"4B\",\"101\",\"Ada Ashby\",\"joined\""))
    }

    @Test func `another week is judged again by who was in which call`() async throws {
        let school = try SmallSchool()
        for (name, line) in [("pupils", "104,Dov,Dean,4C,dov@small.example\n"), ("staff", "ABE,Mr,Abe,Best,\n")] {
            let text = try school.folder.text("roster/\(name).csv")
            try school.folder.put("roster/\(name).csv", text + line)
        }
        let timetable = try school.folder.text("timetable.csv")
        try school.folder.put(
            "timetable.csv", timetable + "900 3333 4444,4C,Maths,2026-11-10,09:00,09:45,JRE\n")
        try school.addExport("4c.csv", day: "11/10/2026", pupils: ["Dov Dean", "Ben Birch"], id: "90033334444")
        _ = await school.week("2026-W46")
        let first = try school.report("pupils.csv", week: "2026-W46")
        #expect(first.contains("\"in 4C's call\""))
        // The roster is another, so all is read again.
        try school.folder.put("roster/staff.csv", try school.folder.text("roster/staff.csv") + "ZOE,Ms,Zoe,Zorn,\n")
        _ = await school.week("2026-W47")
        let known = try History.reading(school.folder.path.appending("history.sqlite"))?.pastSessions() ?? []
        let session = try #require(known.first { $0.classText == "4B" && $0.day == Day(iso: "2026-11-10")! })
        #expect(session.statuses[PupilID("102")] == .possible && session.statuses[PupilID("103")] == .nonJoiner)
    }

    @Test func `a class is one, however it is spelt`() async throws {
        let school = try SmallSchool()
        try school.folder.put(
            "notes.csv",
            "Date,Start,Class,Kind,Person,At,Text,By\n2026-11-17,09:00,Class 4-b,reason,Ben Birch,,laptop broken,MOK\n")
        _ = await school.week()
        #expect(try school.report("findings.csv").contains("\"4B\",\"unable-to-access\""))
        var lesson = LessonRun()
        lesson.options = school.options
        lesson.exports = [school.folder.path.appending("inbox/mon.csv").text]
        lesson.classCode = "4 B."
        #expect(await lesson.run().text.hasPrefix("4B  Maths   Mon 16 Nov"))
        lesson.classCode = "4C"
        #expect(await lesson.run().status == .wrongUsage)
    }

    @Test func `a staff code of the timetable that is nobody's is named`() async throws {
        let school = try SmallSchool()
        let timetable = try school.folder.text("timetable.csv")
        try school.folder.put(
            "timetable.csv", timetable.replacingOccurrences(of: "11-17,09:00,09:45,MOK", with: "11-17,09:00,09:45,QQQ"))
        let outcome = await school.week()
        #expect(
            outcome.messages.filter { $0.hasPrefix("timetable.csv") } == [
                "timetable.csv:4: warning: the Lead Staff QQQ of this row is nobody of the staff list; fix: write the code, the e-mail or the name as the staff list has it"
            ])
        #expect(outcome.status == .done)
    }

    @Test(arguments: [("07:10:00", true), ("09:10:00", false)])
    func `a call that meets no lesson names the nearest`(start: String, isUnplaced: Bool) async throws {
        let school = try SmallSchool()
        let text = try school.folder.text("inbox/mon.csv").replacingOccurrences(of: "08:58:00", with: start)
        try school.overwrite(
            "inbox/mon.csv", text.replacingOccurrences(of: "09:45:00", with: isUnplaced ? "07:45:00" : "09:45:00"))
        var run = LessonRun()
        run.options = school.options
        run.exports = [school.folder.path.appending("inbox/mon.csv").text]
        let page = await run.run().text
        #expect(page.contains("nobody was expected; 4 entrants") == isUnplaced)
        #expect(
            page.contains("nearest lesson in the timetable: 4B Maths, Mon 16 Nov 09:00 (timetable.csv:3)") == isUnplaced
        )
    }

    @Test func `a late export is judged by the roll of its week`() async throws {
        let school = try SmallSchool()
        let late = try school.folder.text("inbox/tue.csv")
        try removeFile(school.folder.path.appending("inbox/tue.csv"))
        _ = await school.week()
        let roster = try school.folder.text("roster/pupils.csv")
        try school.folder.put("roster/pupils.csv", roster.replacingOccurrences(of: "Cedar,4B", with: "Cedar,4C"))
        try school.overwrite("inbox/tue.csv", late)
        let outcome = await school.week { $0.options.now = "2026-11-24T08:00:00" }
        #expect(outcome.status == .done, "\(outcome.messages)")
        #expect(try school.statuses() == school.all)
    }

    @Test func `an export that has left the inbox is remembered`() async throws {
        let school = try SmallSchool()
        _ = await school.week()
        for name in ["mon.csv", "tue-w46.csv"] { try removeFile(school.folder.path.appending("inbox/\(name)")) }
        let outcome = await school.week()
        #expect(outcome.status == .done, "\(outcome.messages)")
        #expect(outcome.messages.contains { $0.contains("mon.csv: note: this export has left the inbox") })
        #expect(try school.statuses() == school.all)
        var history = HistoryRun()
        history.options = school.options
        history.classCode = "4B"
        #expect((await history.run()).text.contains("2026-W46"))
    }

    @Test func `a corrected export replaces the old one, whatever its name`() async throws {
        for name in ["mon.csv", "mon (1).csv"] {
            let school = try SmallSchool()
            _ = await school.week()
            try removeFile(school.folder.path.appending("inbox/mon.csv"))
            try school.addExport(name, day: "11/16/2026", pupils: ["Ada Ashby", "Cleo Cedar"])
            _ = await school.week()
            #expect(try school.statuses().contains("2026-11-16 102 non-joiner"), "\(name)")
            #expect(try school.statuses().contains("2026-11-16 103 joined"), "\(name)")
        }
    }

    @Test(arguments: [("\u{89}PNG no export", 3600.0), ("", 5.0)])
    func `nobody is certainly missing from the rows of before while the file itself cannot be used`(
        bytes: String, age: Double
    ) async throws {
        let school = try SmallSchool()
        _ = await school.week()
        if bytes.isEmpty {
            try school.addExport(
                "mon.csv", day: "11/16/2026", pupils: ["Ada Ashby", "Ben Birch", "Cleo Cedar"], ageInSeconds: age)
        } else {
            try school.folder.put("inbox/mon.csv", bytes)
        }
        let outcome = await school.week()
        #expect(outcome.status == .someInputUnusable)
        #expect(
            outcome.messages.contains { $0.contains("mon.csv: note: the rows of an earlier run are used") },
            "\(outcome.messages)")
        #expect(try school.statuses().contains("2026-11-16 102 joined"))
        #expect(try school.statuses().contains("2026-11-16 103 possible"))
    }

    @Test(arguments: [["Ada Ashby", "Ben Birch", "Cleo Cedar"], ["Ada Ashby"]])
    func `a fuller export of the same lesson adds people, a thinner one takes nobody away`(pupils: [String])
        async throws
    {
        let school = try SmallSchool()
        _ = await school.week()
        try school.addExport("mon later.csv", day: "11/16/2026", pupils: pupils)
        _ = await school.week()
        let monday = try school.statuses().filter { $0.utf8.starts(with: "2026-11-16".utf8) }
        #expect(
            monday == [
                "2026-11-16 101 joined", "2026-11-16 102 joined",
                "2026-11-16 103 \(pupils.count == 3 ? "joined" : "non-joiner")",
            ])
    }

    @Test func `one name used again and again is another export each time`() async throws {
        let school = try SmallSchool()
        for name in ["mon.csv", "tue.csv"] { try removeFile(school.folder.path.appending("inbox/\(name)")) }
        try school.addExport("participants.csv", day: "11/16/2026", pupils: ["Ada Ashby", "Ben Birch"])
        _ = await school.week()
        try school.addExport("participants.csv", day: "11/17/2026", pupils: ["Ada Ashby", "Cleo Cedar"])
        _ = await school.week()
        #expect(try school.statuses() == school.all)
    }

    @Test func `exports of other weeks are opened once and their rows stay in the account`() async throws {
        let school = try SmallSchool()
        _ = await school.week()
        let memory = try WeekMemory(
            SchoolFolder(school.options.school).history, isDryRun: false,
            of: try SchoolFolder(school.options.school).read(), options: school.options.aboutReading,
            week: Week(iso: "2026-W47")!, today: Day(iso: "2026-11-22")!)
        let entries = try InboxListing(of: school.folder.path.appending("inbox")).entries
        #expect(memory.known(entries).known.map(\.name) == ["tue-w46.csv"])
        #expect((await school.week()).lastLine == "Rows: 11 read = 11 used + 0 flagged + 0 rejected")
    }

    @Test func `the history knows the exports of a day as they are after each run`() async throws {
        let school = try SmallSchool()
        func known() throws -> [String] {
            let history = try #require(try History.reading(SchoolFolder(school.options.school).history))
            return try history.exports().map(\.name).sorted()
        }
        try school.addExport("mon-w46.csv", day: "11/09/2026", pupils: ["Ada Ashby"])
        _ = await school.week()
        #expect(try known() == ["mon-w46.csv", "mon.csv", "tue-w46.csv", "tue.csv"])
        // One goes without a trace, one comes to a day that has one already.
        try removeFile(school.folder.path.appending("inbox/mon-w46.csv"))
        try school.addExport("more-w46.csv", day: "11/10/2026", pupils: ["Ben Birch"])
        _ = await school.week()
        #expect(try known() == ["mon.csv", "more-w46.csv", "tue-w46.csv", "tue.csv"])
        // One takes the place of another.
        try removeFile(school.folder.path.appending("inbox/more-w46.csv"))
        try school.addExport("other-w46.csv", day: "11/10/2026", pupils: ["Cleo Cedar"])
        _ = await school.week()
        #expect(try known() == ["mon.csv", "other-w46.csv", "tue-w46.csv", "tue.csv"])
    }

    @Test func `a file still arriving is left for the next run and named`() async throws {
        let school = try SmallSchool()
        try school.addExport("new.csv", day: "11/16/2026", pupils: ["Cleo Cedar"], ageInSeconds: 5)
        let outcome = await school.week()
        #expect(outcome.status == .someInputUnusable)
        #expect(outcome.messages.contains { $0.utf8.starts(with: "new.csv: ".utf8) })
        #expect(try school.statuses() == school.all)
    }

    @Test func `the same bytes under two names count once and are accounted for twice`() async throws {
        let school = try SmallSchool()
        try school.addExport("mon copy.csv", day: "11/16/2026", pupils: ["Ada Ashby", "Ben Birch"])
        let outcome = await school.week()
        #expect(outcome.lastLine == "Rows: 15 read = 15 used + 0 flagged + 0 rejected")
        #expect(try school.statuses() == school.all)
    }

    @Test func `nothing usable writes nothing`() async throws {
        let school = try SmallSchool()
        for name in ["mon.csv", "tue.csv", "tue-w46.csv"] {
            try removeFile(school.folder.path.appending("inbox/\(name)"))
        }
        try school.folder.put("inbox/picture.csv", "\u{89}PNG no export")
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -3600)],
            ofItemAtPath: school.folder.path.appending("inbox/picture.csv").text)
        let outcome = await school.week()
        #expect(outcome.status == .nothingUsable)
        #expect(outcome.messages.contains { $0.utf8.starts(with: "picture.csv".utf8) })
        #expect(
            try !school.folder.files().contains {
                $0.utf8.starts(with: "reports".utf8) || $0.utf8.starts(with: "history".utf8)
            })
    }

    @Test func `a dry run writes nothing`() async throws {
        let school = try SmallSchool()
        let before = try school.folder.files()
        let outcome = await school.week { $0.options.isDryRun = true }
        #expect(outcome.text.contains("would write"))
        #expect(try school.folder.files() == before)
    }

    @Test func `quiet says nothing when all is well`() async throws {
        let school = try SmallSchool()
        let outcome = await school.week { $0.options.isQuiet = true }
        #expect(outcome.output.isEmpty && outcome.messages.isEmpty)
    }

    @Test func `a damaged history stops the run and changes nothing`() async throws {
        let school = try SmallSchool()
        _ = await school.week()
        let before = try school.report("run.json")
        try replaceFile(school.folder.path.appending("history.sqlite"), Array(repeating: 7, count: 4096), mode: 0o600)
        try school.addExport("mon.csv", day: "11/16/2026", pupils: ["Cleo Cedar"])
        let outcome = await school.week()
        #expect(outcome.status == .nothingUsable)
        #expect(outcome.messages.first?.contains("fix: move it away") == true)
        #expect(try school.report("run.json") == before)
        #expect(try school.folder.text("history.sqlite").utf8.count == 4096)
    }

    @Test(arguments: ["2026-W99", "W47", "2026-47"]) func `a week that is none is wrong usage`(text: String)
        async throws
    {
        #expect(try (await SmallSchool().week(text)).status == .wrongUsage)
    }

    @Test func `lists of recordings and of meetings are evidence of calls, and of nobody in them`() async throws {
        let school = try SmallSchool()
        try school.overwrite(
            "inbox/recordings.csv",
            ZoomListsTests.recordings
                + "may@small.example,4B Maths,900 1111 2222,11/16/2026 09:00:10 AM,2,120 MB,https://zoom.example/rec/a\n"
        )
        try school.overwrite(
            "inbox/meetings.csv",
            ZoomListsTests.meetings
                + "4B Maths,900 1111 2222,May,may@small.example,,,No,11/01/2026 09:00:00 AM,11/16/2026 08:59:00 AM,11/16/2026 09:46:25 AM,51,3,Zoom\n"
                + "4B Club,900 9999 0000,May,may@small.example,,,No,11/01/2026 09:00:00 AM,11/18/2026 12:00:00 PM,11/18/2026 12:30:00 PM,30,5,Zoom\n"
        )
        let outcome = await school.week()
        #expect(outcome.status == .someInputUnusable && outcome.messages.contains { $0.contains("list of meetings") })
        let log = try school.folder.text("reports/2026-W47/session-log.csv")
        #expect(log.contains("https://zoom.example/rec/a") && log.contains("2026-11-18"))
        let findings = MailPacks.rows(Array(try school.report("findings.csv").utf8))
        let held = findings.filter { $0["rule"] == "unscheduled" }
        #expect(held.map { $0["date"] } == ["2026-11-18"] && held[0]["detail"]?.contains("with 5 participants") == true)
        #expect(!findings.contains { $0["rule"] == "not-recorded" })
        for file in try school.folder.files() where file.contains("/classes/") {
            #expect(try !school.folder.text(file).contains("zoom.example/rec"), "\(file)")
        }
    }

    @Test func `what the office wrote into a report is kept and named, and purged with its week`() async throws {
        let school = try SmallSchool()
        _ = await school.week()
        let page = try school.report("classes/4B/parents.txt")
        try school.folder.put("reports/2026-W47/classes/4B/parents.txt", page.replacing("[ ]", with: "[x]"))
        try school.folder.put("reports/2026-W47/NOTES.txt", "rang on Thursday")
        let outcome = await school.week { $0.options.isQuiet = true }
        #expect(
            outcome.messages.count == 2 && outcome.messages[1].contains("parents.txt: note: this report was edited"))
        #expect(try school.report("classes/4B/parents.txt") == page)
        #expect(try school.report("classes/4B/parents.txt", week: "2026-W47.kept").contains("[x]"))
        #expect(await school.week { $0.options.isQuiet = true }.messages.isEmpty)
        var purge = PurgeRun()
        purge.options = school.options
        purge.options.now = "2028-01-01T00:00:00"
        #expect(purge.run().status == .done)
        #expect(try !school.folder.files("reports").contains { $0.contains("2026") })
    }

    @Test(arguments: [
        ("a note of somebody", "out/NOTES.txt"), ("reports of another week", "reports/2026-W46"),
        ("all reports", "reports"), ("the school's folder", ""),
    ]) func `--out replaces nothing but this week's own reports`(what: String, place: String) async throws {
        let school = try SmallSchool()
        _ = await school.week("2026-W46")
        let out = place == "out/NOTES.txt" ? "out" : place
        if place != out { _ = await school.week { $0.out = school.folder.path.appending(out).text } }
        if place != out { try school.folder.put(place, "minutes") }
        let before = try school.folder.files()
        let outcome = await school.week { $0.out = school.folder.path.appending(out).text }
        #expect(outcome.status == .cannotCreate, "\(outcome.messages)")
        #expect(try school.folder.files() == before)
        let own = await school.week { $0.out = school.folder.path.appending("reports/2026-W47").text }
        #expect(own.status == .done)
        try school.folder.put("reports/2026-W47/NOTES.txt", "minutes")
        #expect(await school.week { $0.out = school.folder.path.appending("reports/2026-W47").text }.status == .done)
    }

    @Test func `--out takes a folder that is there and empty, and its own reports again`() async throws {
        let school = try SmallSchool()
        let out = school.folder.path.appending("empty")
        try createFolders(out)
        #expect(await school.week { $0.out = out.text }.status == .done)
        #expect(await school.week { $0.out = out.text }.status == .done)
    }

    @Test func `findings end with 4 only when asked`() async throws {
        let school = try SmallSchool()
        #expect((await school.week()).status == .done)
        #expect((await school.week { $0.options.failOn = .followUp }).status == .findings)
    }
}
