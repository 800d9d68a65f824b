import HostSystem
import Testing

@testable import WhoJoinedKit

struct EntryRunTests {
    private func run(_ entry: EntryRun.Entry, in school: SmallSchool, class code: String? = nil) -> RunOutcome {
        var run = EntryRun(entry)
        run.options = school.options
        run.classCode = code
        run.by = "M. Okafor"
        run.on = "2026-11-20"
        return run.run()
    }

    @Test(
        .enabled(if: OutsideTools.whojoined != nil), arguments: [("-n 10", "16 open files"), ("-v 200000", "256 MB")])
    func `limits that leave too little end in a message, never in a signal`(limit: String, what: String) throws {
        let program = try #require(OutsideTools.whojoined).text
        let outcome = try OutsideTools.run(
            HostPath("/bin/sh"), ["-c", "ulimit \(limit); exec '\(program)' check"])
        #expect(outcome.status == 74)
        #expect(outcome.output.contains(what), "\(outcome.output)")
    }

    @Test(arguments: ["", " \n", "\u{FEFF}", "[school]\nname = \"x\"\n", "# [policy]\n[school]\nname = \"x\"\n"])
    func `settings that name no policy are refused, and nothing is written`(text: String) async throws {
        let school = try SmallSchool()
        try school.folder.put("school.toml", text)
        let outcome = await school.week()
        #expect(outcome.status == .badSettings)
        #expect(outcome.messages.contains { $0.hasPrefix("school.toml:1: error: there is no [policy]") })
        #expect(!(try school.folder.files().contains { $0.hasPrefix("reports/") || $0.hasPrefix("history") }))
    }

    @Test func `confirm writes one line, once, and the next run obeys it`() async throws {
        let school = try SmallSchool()
        try school.addExport("mon.csv", day: "11/16/2026", pupils: ["Ada Ashby", "Ben Birch", "Sunbeam 7"])
        let entry = EntryRun.Entry.decision(name: "Sunbeam 7", email: nil, isA: nil, id: "103")
        #expect(run(entry, in: school, class: "4B").status == .done)
        #expect(run(entry, in: school, class: "4B").text.contains("says so already"))
        let lines = try school.folder.text("decisions.csv").split(separator: "\r\n")
        #expect(lines.count == 2 && lines[0].hasSuffix("Display Name,Email,Class,Is,Id,By,On,Date,Start"))
        #expect(lines[1].hasPrefix("Sunbeam 7,,4B,pupil,103,M. Okafor,2026-11-20,"))
        _ = await school.week()
        #expect(try school.statuses().contains("2026-11-16 103 joined"))
        let other = run(.decision(name: "Sunbeam 7", email: nil, isA: nil, id: "102"), in: school, class: "4B")
        #expect(other.status == .wrongUsage)
        #expect(other.messages.first?.utf8.starts(with: "decisions.csv:2: error".utf8) == true)
    }

    @Test(arguments: [
        EntryRun.Entry.decision(name: "X", email: nil, isA: nil, id: "999"),
        .decision(name: "X", email: nil, isA: nil, id: nil),
        .decision(name: "", email: nil, isA: "unnamed", id: nil),
        .note(kind: "gossip", person: nil, at: nil, start: nil, text: nil),
        .note(kind: "removed", person: nil, at: "09:00", start: nil, text: nil),
        .note(kind: "incident", person: nil, at: "nine", start: nil, text: nil),
        .note(kind: "second-adult", person: "Jo", at: "09:31-09:00", start: nil, text: nil),
        .followUp(kind: "tried", person: "Nobody Here", outcome: nil),
        .note(kind: "incident", person: nil, at: nil, start: nil, text: "a\u{7}b"),
    ]) func `what cannot be meant is refused and nothing is written`(entry: EntryRun.Entry) throws {
        let school = try SmallSchool()
        let before = try school.folder.files()
        #expect(run(entry, in: school, class: "4B").status == .wrongUsage)
        #expect(try school.folder.files() == before)
    }

    @Test func `who has checked the log is noted without a class`() throws {
        let school = try SmallSchool()
        var entry = EntryRun(.note(kind: "checked", person: nil, at: nil, start: nil, text: nil))
        entry.options = school.options
        (entry.by, entry.on) = ("R. Rowe", "2026-11-20")
        #expect(entry.run().text.contains("Date: 2026-11-20, Kind: checked, By: R. Rowe"))
        let read = try readSchool(at: school.folder.path)
        #expect(read.records.notes.map(\.kind) == [.checked] && read.problems.filter { $0.severity == .error }.isEmpty)
    }

    @Test func `a line without a day of its own takes the run's --date, and says who by the account`() throws {
        let school = try SmallSchool()
        var entry = EntryRun(.note(kind: "recorded", person: nil, at: nil, start: nil, text: nil))
        entry.options = school.options
        entry.options.date = "2026-11-17"
        entry.classCode = "4B"
        #expect(entry.run().text.contains("Date: 2026-11-17, Class: 4B, Kind: recorded, By: "))
    }

    @Test func `a lesson of a class that nobody knows is refused`() async throws {
        let school = try SmallSchool()
        try school.addExport("mon.csv", day: "11/16/2026", pupils: ["Ada Ashby"])
        var lesson = LessonRun()
        lesson.options = school.options
        lesson.exports = [SchoolFolder(school.options.school).inbox.appending("mon.csv").text]
        #expect(await lesson.run().status == .done)
        lesson.classCode = "9Z"
        #expect(
            await lesson.run().messages == [
                "--class: error: the roster and the timetable know no such class; fix: write it as they do"
            ])
    }

    @Test func `an unknown class is refused`() throws {
        #expect(
            run(
                .note(kind: "incident", person: nil, at: nil, start: nil, text: nil), in: try SmallSchool(), class: "9Z"
            ).status == .wrongUsage)
    }

    @Test func `a line is added as the file is written`() throws {
        let school = try SmallSchool()
        try school.folder.put("followups.csv", "By;Kind;Id;Date;Mood\nA. Green;tried;101;2026-11-01;fine")
        #expect(run(.followUp(kind: "cleared", person: "Ada Ashby", outcome: nil), in: school).status == .done)
        #expect(
            try school.folder.text("followups.csv")
                == "By;Kind;Id;Date;Mood\nA. Green;tried;101;2026-11-01;fine\nM. Okafor;cleared;101;2026-11-20;\n")
    }

    @Test func `UTF-16 and Windows-1252 files keep their encoding`() throws {
        let school = try SmallSchool()
        let folder = SchoolFolder(school.options.school)
        for (bytes, expected) in [
            (
                [0x42, 0x79, 0x2C, 0x49, 0x64, 0x0A, 0xE9, 0x2C, 0x31, 0x0A] as [UInt8],
                [0x42, 0x79, 0x2C, 0x49, 0x64, 0x0A, 0xE9, 0x2C, 0x31, 0x0A, 0xE8, 0x2C, 0x32, 0x0A] as [UInt8]
            ),
            ([0xFF, 0xFE, 0x49, 0, 0x64, 0, 0x0A, 0], [0xFF, 0xFE, 0x49, 0, 0x64, 0, 0x0A, 0, 0x32, 0, 0x0A, 0]),
        ] {
            let path = folder.path.appending("followups.csv")
            try? removeFile(path)
            try createFile(path, bytes)
            var file = try SchoolCSV(.followUps, in: folder.path)
            try file.append(expected.count > 12 && expected[0] == 0x42 ? ["By": "è", "Id": "2"] : ["Id": "2"])
            try file.save(in: folder.path)
            #expect(try readOrdinaryFile(path, limit: 1000).bytes == expected)
        }
    }

    @Test func `a cell that a spreadsheet would run is defused`() throws {
        let school = try SmallSchool()
        #expect(run(.followUp(kind: "tried", person: "101", outcome: "=1+1"), in: school).status == .done)
        #expect(try school.folder.text("followups.csv").contains(",'=1+1\r\n"))
    }
}

struct CareTests {
    @Test func `init makes settings that can be read and tables that say nothing`() throws {
        let temporary = try TemporaryFolder()
        var run = InitRun(folder: temporary.path.appending("new").text)
        run.name = "St \"Anne's\" Primary"
        run.preset = "meet-primary"
        #expect(run.run().status == .done)
        let settings = try SchoolFolder(temporary.path.appending("new")).readSettings()
        #expect(settings.name == "St \"Anne's\" Primary" && settings.policy.preset == "meet-primary")
        #expect(run.run().status == .cannotCreate)
    }

    @Test func `every setting in the template's comments is one that is read`() throws {
        let text = SettingsTemplate.text(name: "A", preset: "none").split(separator: "\n").map { line -> String in
            let body = line.drop { $0 == "#" || $0 == " " }
            let isSetting = line.first == "#" && (body.first == "[" || body.contains(" = "))
            return isSetting ? String(body) : String(line)
        }
        let settings = try readSettings(text.joined(separator: "\n"))
        #expect(settings.mail.limit == 200 && settings.policy.isOn(.overUse))
    }

    @Test func `a backup can be read back and takes nothing's place`() async throws {
        let school = try SmallSchool()
        _ = await school.week()
        var run = BackupRun(file: school.folder.path.appending("copy.sqlite").text)
        run.options = school.options
        let outcome = run.run()
        #expect(outcome.status == .done && outcome.text.contains("3 sessions"), "\(outcome.messages) \(outcome.text)")
        #expect(run.run().status == .cannotCreate)
        let copy = try #require(try History.reading(school.folder.path.appending("copy.sqlite")))
        #expect(try copy.count(.session) == 3)
    }

    @Test func `purge leaves no trace of what is past its time`() async throws {
        let school = try SmallSchool()
        _ = await school.week()
        _ = await school.week("2026-W46")
        var run = PurgeRun()
        run.options = school.options
        run.options.now = "2027-11-16T08:00:00"
        run.options.isDryRun = true
        #expect(run.run().text.contains("Would remove"))
        #expect(try school.folder.files().contains("reports/2026-W46/pupils.csv"))
        run.options.isDryRun = false
        run.takesInbox = true
        #expect(run.run().status == .done)
        let files = try school.folder.files()
        #expect(!files.contains { $0.contains("2026-W46") || $0 == "inbox/tue-w46.csv" })
        #expect(files.contains("reports/2026-W47/pupils.csv"))
        #expect(files.contains("reports/receipts/purge-2027-11-16-1.txt"))
        let left = try readOrdinaryFile(school.folder.path.appending("history.sqlite"), limit: 10_000_000).bytes
        #expect(left.firstRange(of: Array("tue-w46.csv".utf8)) == nil)
        #expect(left.firstRange(of: Array("mon.csv".utf8)) != nil)
    }

    @Test func `purge keeps the kinds that are to be kept for longer, and of their week the log alone`() async throws {
        let school = try SmallSchool()
        let timetable = try school.folder.text("timetable.csv")
        try school.folder.put(
            "timetable.csv",
            timetable.replacingOccurrences(of: "Lead Staff", with: "Lead Staff,Kind").replacing(
                "2026-11-16,09:00,09:45,MOK", with: "2026-11-16,09:00,09:45,MOK,one-to-one"))
        let settings = try school.folder.text("school.toml")
        try school.folder.put("school.toml", settings + "\n[retention]\none-to-one = 2555\n")
        _ = await school.week()
        _ = await school.week("2026-W46")
        var run = PurgeRun()
        run.options = school.options
        run.options.now = "2028-01-16T08:00:00"
        run.takesInbox = true
        let outcome = run.run()
        #expect(outcome.status == .done && outcome.text.contains("one-to-one = 2555"), "\(outcome.messages)")
        let files = try school.folder.files().filter { $0.hasPrefix("reports/2026") || $0.hasPrefix("inbox") }
        #expect(
            Set(files) == ["reports/2026-W47/session-log.csv", "reports/2026-W47/files.sha256", "inbox/mon.csv"],
            "\(files)")
        let log = try school.folder.text("reports/2026-W47/session-log.csv")
        #expect(log.contains("2026-11-16") && !log.contains("2026-11-17"))
        let history = try #require(try History.reading(school.folder.path.appending("history.sqlite")))
        #expect(try history.pastSessions().map(\.kind) == [.oneToOne])
        #expect(run.run().text.contains("0 folders and pages"))
    }

    @Test func `a kind that is kept for less goes before the rest`() async throws {
        let school = try SmallSchool()
        let settings = try school.folder.text("school.toml")
        try school.folder.put("school.toml", settings + "\n[retention]\nlesson = 30\n")
        _ = await school.week()
        _ = await school.week("2026-W46")
        var run = PurgeRun()
        run.options = school.options
        run.options.now = "2026-12-16T08:00:00"
        #expect(run.run().status == .done)
        let files = try school.folder.files()
        #expect(!files.contains { $0.contains("2026-W46/") } && files.contains("reports/2026-W47/pupils.csv"))
        let history = try #require(try History.reading(school.folder.path.appending("history.sqlite")))
        #expect(try history.pastSessions().map(\.day.iso) == ["2026-11-16", "2026-11-17"])
    }

    @Test func `a forgotten pupil stands nowhere in history and reports`() async throws {
        let school = try SmallSchool()
        _ = await school.week()
        var run = ForgetRun(who: "103")
        run.options = school.options
        let outcome = run.run()
        #expect(outcome.status == .done)
        #expect(outcome.text.contains("Still in roster/pupils.csv"))
        for name in try school.folder.files() where name == "history.sqlite" || name.utf8.starts(with: "reports/".utf8)
        {
            let bytes = try readOrdinaryFile(school.folder.path.appending(name), limit: 10_000_000).bytes
            for trace in ["Cleo", "Cedar", "cleo@"] {
                #expect(bytes.firstRange(of: Array(trace.utf8)) == nil, "\(trace) in \(name)")
            }
        }
        #expect(try school.report("pupils.csv").contains("Ada Ashby"))
    }

    @Test func `a pupil who is on the roster no longer can be asked for and forgotten`() async throws {
        let school = try SmallSchool()
        _ = await school.week()
        let roster = try readOrdinaryFile(school.folder.path.appending("roster/pupils.csv"), limit: 10_000).bytes
        let left = String(decoding: roster, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.contains("Cleo") }
        try school.folder.put("roster/pupils.csv", left.joined(separator: "\n"))
        var history = HistoryRun()
        history.options = school.options
        history.pupil = "103"
        #expect((await history.run()).text.contains("Cleo Cedar"))
        var run = ForgetRun(who: "Cleo Cedar")
        run.options = school.options
        #expect(run.run().status == .done)
        for name in try school.folder.files() where name == "history.sqlite" || name.utf8.starts(with: "reports/".utf8)
        {
            let bytes = try readOrdinaryFile(school.folder.path.appending(name), limit: 10_000_000).bytes
            for trace in ["Cleo", "Cedar", "cleo@"] {
                #expect(bytes.firstRange(of: Array(trace.utf8)) == nil, "\(trace) in \(name)")
            }
        }
        #expect(run.run().status == .wrongUsage)
    }

    @Test func `forget names the files that it could not look through`() throws {
        let school = try SmallSchool()
        try createFile(school.folder.path.appending("scan.bin"), [UInt8](repeating: 0, count: 64 * 1_048_576 + 1))
        var run = ForgetRun(who: "103")
        run.options = school.options
        #expect(run.run().text.contains("Not looked through: scan.bin"))
    }

    @Test func `a forgotten pupil's family goes from the list of families, the others stay`() async throws {
        let school = try SmallSchool()
        try school.folder.put(
            "roster/pupils.csv",
            """
            Admission Number,Legal Forename,Legal Surname,Reg Group,Contact 1 Forename,Contact 1 Surname,Contact 1 Parental Responsibility,Contact 1 Court Order,Contact 1 Email
            101,Ada,Ashby,4B,Pat,Ashby,Yes,No,pat@home.example
            102,Ben,Birch,4B,Una,Stone,Yes,No,una@home.example
            103,Cleo,Cedar,4B,Wilma,Vane,Yes,No,wilma@home.example

            """)
        _ = await school.week()
        #expect(try school.report("classes/4B/parents.txt").contains("wilma@home.example"))
        var run = ForgetRun(who: "103")
        run.options = school.options
        #expect(run.run().status == .done)
        let page = try school.report("classes/4B/parents.txt")
        #expect(!page.contains("Vane") && !page.contains("wilma@") && page.contains("una@home.example"))
    }

    @Test func `history tells a pupil's lessons, and everything only as JSON`() async throws {
        let school = try SmallSchool()
        _ = await school.week()
        var run = HistoryRun()
        run.options = school.options
        run.pupil = "Ben Birch"
        #expect(
            (await run.run()).text.hasPrefix(
                "Ben Birch (102): joined 1, did not join 2 (Tue 10 Nov, Tue 17 Nov), of 3.\n"))
        run.isEverything = true
        #expect((await run.run()).status == .wrongUsage)
        run.options.format = .json
        let everything = (await run.run()).text
        #expect(everything.contains("\"displayName\": \"Ben Birch\""))
        #expect(!everything.contains("Ashby"))
    }

    @Test func `why and history say no rule's word, and nothing that is the safeguarding lead's alone`() async throws {
        let school = try SmallSchool()
        let settings = try school.folder.text("school.toml")
        try school.folder.put(
            "school.toml",
            settings.replacing(
                "slt = [\"head@small.example\"]", with: "slt = [\"may@small.example\"]\ndsl = [\"dsl@small.example\"]"))
        try school.addExport("mon.csv", day: "11/16/2026", pupils: ["Ben Birch", "Zed Unknown"])
        try school.overwrite(
            "inbox/tue.csv",
            try school.folder.text("inbox/tue.csv").replacing("Joe Reed,", with: "x,").split(separator: "\r\n").filter {
                !$0.hasPrefix("x,") && !$0.hasPrefix("Ada")
            }.joined(separator: "\r\n"))
        _ = await school.week()
        #expect(try school.report("dsl.txt").contains("FOR YOU ALONE"))
        try school.folder.put("followups.csv", "Date,Id,Kind,By,Outcome\n2026-11-18,101,contacted,OFF,tablet lent\n")
        var why = WhyRun(who: "Ada Ashby")
        why.options = school.options
        why.week = "2026-W47"
        let page = await why.run().text
        #expect(page.hasPrefix("Ada Ashby (101): joined 0, did not join 2 (Monday, Tuesday), of 2.\n"), "\(page)")
        #expect(page.contains("found        not seen by name (to follow up)"))
        #expect(page.contains("family       Wed 18 Nov: reached by OFF: tablet lent"))
        why.who = "Zed Unknown"
        #expect(await why.run().text.contains("taken for    not invited\n"))
        why.options.format = .csv
        #expect(await why.run().text.contains("\"rule\",\"uninvited (safeguarding)"))
        (why.who, why.options.format) = ("MOK", .text)
        #expect(await !why.run().text.contains("one-to-one"), "what concerns senior leaders is not theirs to read")
        for words in ["non-joiner", "uninvited", "no-export", "unnamed"] { #expect(!page.contains(words), "\(words)") }
        var lesson = LessonRun()
        lesson.options = school.options
        lesson.exports = [school.folder.path.appending("inbox/mon.csv").text]
        #expect(await lesson.run().text.replacing("\n     ", with: "").contains("reached by OFF: tablet lent"))
        lesson.isForScreen = true
        #expect(await !lesson.run().text.contains("tablet"))
    }

    @Test func `why names the rows and check lists what is missing`() async throws {
        let school = try SmallSchool()
        var why = WhyRun(who: "Ada Ashby")
        why.options = school.options
        why.week = "2026-W47"
        #expect((await why.run()).text.contains("mon.csv:7"))
        why.who = "MOK"
        #expect((await why.run()).text.contains("taken for    staff MOK"))
        why.options.format = .csv
        #expect((await why.run()).text.contains("\"4B\",\"taken for\",\"staff MOK, "))
        why.options.format = .json
        let json = (await why.run()).text
        #expect(
            json.contains("\"schema\": \"whojoined-why/1\"")
                && json.contains("{\"fact\": \"taken for\", \"text\": \"staff MOK, "))
        why.who = "Nobody"
        #expect((await why.run()).status == .inputMissing)
        try removeFile(school.folder.path.appending("inbox/mon.csv"))
        var check = CheckRun()
        check.options = school.options
        check.week = "2026-W47"
        #expect((await check.run()).text.contains("no export of 4B on Mon 16 Nov at 09:00"))
        check.options.format = .csv
        #expect(
            (await check.run()).text.contains(
                "\"inbox\",\"\",\"warning\",\"no-export\",\"no export of 4B on Mon 16 Nov at 09:00"))
    }

    @Test func `check does not miss an export that the history knows`() async throws {
        let school = try SmallSchool()
        _ = await school.week()
        try removeFile(school.folder.path.appending("inbox/mon.csv"))
        var check = CheckRun()
        check.options = school.options
        check.week = "2026-W47"
        #expect(!(await check.run()).text.contains("Mon 16 Nov"))
    }
}
