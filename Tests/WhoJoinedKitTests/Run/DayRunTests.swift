import HostSystem
import Testing

@testable import WhoJoinedKit

struct DayRunTests {
    private func day(_ school: SmallSchool, now: String, on: String? = nil, isQuiet: Bool = false) async -> RunOutcome {
        var run = DayRun()
        run.options = school.options
        run.options.now = now
        run.options.isQuiet = isQuiet
        run.on = on
        return await run.run()
    }

    private func listed(_ day: String, in school: SmallSchool) throws -> [String] {
        MailPacks.rows(Array(try school.report("day.csv", week: "day-\(day)").utf8)).map { $0["id"]! }
    }

    @Test func `the families of the day's missed lesson are listed in a folder of its own`() async throws {
        let school = try SmallSchool()
        let outcome = await day(school, now: "2026-11-17T12:00:00")
        #expect(outcome.status == .done, "\(outcome.messages)")
        #expect(outcome.text.contains("1 family to reach.") && outcome.text.contains("[ ] Birch, Ben"))
        #expect(!outcome.text.contains("Cedar"))
        #expect(
            try school.folder.files("reports/day-2026-11-17").map { String($0.split(separator: "/").last!) }
                .filter { $0 != WrittenFiles.name }.sorted() == [
                    "call-sheet.csv", "call-sheet.xlsx", "day.csv", "day.txt", "run.json",
                ])
        #expect(try listed("2026-11-17", in: school) == ["102"])
    }

    @Test func `a lesson that is not over accuses nobody`() async throws {
        let school = try SmallSchool()
        #expect(await day(school, now: "2026-11-17T09:44:59").text.contains("No family to reach."))
        #expect(await day(school, now: "2026-11-17T09:45:00").text.contains("1 family to reach."))
    }

    @Test func `nobody new is silence under cron, and the list stays as it is`() async throws {
        let school = try SmallSchool()
        _ = await day(school, now: "2026-11-17T12:00:00")
        let before = try school.report("day.txt", week: "day-2026-11-17")
        let again = await day(school, now: "2026-11-17T14:00:00", isQuiet: true)
        #expect(again.status == .done && again.output.isEmpty && again.messages.isEmpty)
        #expect(await day(school, now: "2026-11-17T14:00:00").text.contains("earlier lists 1 family not reached"))
        #expect(try school.report("day.txt", week: "day-2026-11-17") == before)
    }

    @Test func `without --on it goes back to the last run, over a weekend too`() async throws {
        let school = try SmallSchool()
        _ = await day(school, now: "2026-11-13T12:00:00")
        let monday = await day(school, now: "2026-11-17T08:30:00")
        #expect(monday.text.contains("[ ] Cedar, Cleo") && !monday.text.contains("Birch, Ben"))
        #expect(try listed("2026-11-17", in: school) == ["103"])
        let tuesday = await day(school, now: "2026-11-17T12:00:00")
        #expect(tuesday.text.contains("[ ] Birch, Ben") && !tuesday.text.contains("[ ] Cedar, Cleo"))
        #expect(try listed("2026-11-17", in: school).sorted() == ["102", "103"])
    }

    @Test func `after a long pause it goes back seven days`() async throws {
        let school = try SmallSchool()
        _ = await day(school, now: "2026-11-02T12:00:00")
        #expect(await day(school, now: "2026-11-23T12:00:00").text.contains("[ ] Birch, Ben"))
        let later = try SmallSchool()
        _ = await day(later, now: "2026-11-02T12:00:00")
        #expect(await day(later, now: "2026-11-24T12:00:00").text.contains("No family to reach."))
    }

    @Test func `--on is that day alone, whatever was listed before`() async throws {
        let school = try SmallSchool()
        for _ in 0..<2 {
            let outcome = await day(school, now: "2026-11-20T12:00:00", on: "2026-11-16")
            #expect(outcome.text.contains("[ ] Cedar, Cleo") && !outcome.text.contains("Birch"))
        }
        #expect(await day(school, now: "2026-11-20T12:00:00", on: "Monday").status == .wrongUsage)
    }

    @Test(arguments: [
        ("absences.csv", "Id,From,To\n102,2026-11-17,2026-11-17\n", "1 excused"),
        ("followups.csv", "Date,Id,Kind,By\n2026-11-17,102,contacted,OFF\n", "1 reached already"),
        (
            "notes.csv", "Date,Class,Kind,Person,Text\n2026-11-17,4B,incident,,supply teacher used another link\n",
            "1 explained by a note"
        ),
        (
            "notes.csv", "Date,Class,Kind,Person,Text\n2026-11-17,4B,reason,Ben Birch,at the dentist\n",
            "1 explained by a note"
        ),
    ]) func `what somebody knows already is nobody's to ring about`(file: String, text: String, said: String)
        async throws
    {
        let school = try SmallSchool()
        try school.folder.put(file, text)
        let outcome = await day(school, now: "2026-11-17T12:00:00")
        #expect(outcome.text.contains("No family to reach.") && outcome.text.contains(said), "\(outcome.text)")
        #expect(await day(school, now: "2026-11-17T12:00:00", on: "today", isQuiet: true).output.isEmpty)
    }

    @Test(arguments: [
        ("followups.csv", "Date,Id,Kind,By\n2026-11-17,102,tried,OFF\n"),
        ("followups.csv", "Date,Id,Kind,By\n2026-11-16,102,contacted,OFF\n"),
        ("notes.csv", "Date,Class,Kind,Person,Text\n2026-11-17,4B,incident,,the sound was bad\n"),
        ("notes.csv", "Date,Class,Kind,Person,Text\n2026-11-16,4B,incident,,supply teacher\n"),
        ("notes.csv", "Date,Class,Kind,Person,Text\n2026-11-17,4B,reason,Cleo Cedar,at the dentist\n"),
    ]) func `what says nothing of this miss leaves it on the list`(file: String, text: String) async throws {
        let school = try SmallSchool()
        try school.folder.put(file, text)
        #expect(await day(school, now: "2026-11-17T12:00:00").text.contains("[ ] Birch, Ben"))
    }

    @Test func `of several missed lessons the first is asked about, and a later one that was joined is said`()
        async throws
    {
        let school = try SmallSchool()
        try school.folder.put(
            "timetable.csv",
            """
            Meeting ID,Class,Subject,Date,Start,End,Lead Staff
            900 1111 2222,4B,Maths,2026-11-17,09:00,09:45,MOK
            900 1111 3333,4B,English,2026-11-17,11:00,11:45,MOK

            """)
        let english = try school.folder.text("inbox/tue.csv").replacing("90011112222", with: "90011113333")
            .replacing(" 09:45:00 AM", with: " 11:45:00 AM").replacing(" 08:58:00 AM", with: " 10:58:00 AM")
        try school.addExport("english.csv", day: "11/17/2026", pupils: [])
        try school.overwrite("inbox/english.csv", english)
        let missedBoth = await day(school, now: "2026-11-17T12:00:00", on: "today").text
        #expect(missedBoth.contains("09:00 Maths, and 1 later lesson"), "\(missedBoth)")
        #expect(missedBoth.components(separatedBy: "[ ] Birch, Ben").count == 2)
        try school.overwrite("inbox/english.csv", english.replacing("Cleo Cedar", with: "Ben Birch"))
        let joinedLater = await day(school, now: "2026-11-17T12:00:00", on: "today").text
        #expect(joinedLater.contains("then joined at 10:58"), "\(joinedLater)")
    }

    @Test func `an only possible miss is counted and not listed`() async throws {
        let school = try SmallSchool()
        try school.addExport("tue.csv", day: "11/17/2026", pupils: ["Ada Ashby", "Cleo Cedar", "iPad"])
        let text = await day(school, now: "2026-11-17T12:00:00").text
        #expect(text.contains("No family to reach.") && text.contains("1 for whom it cannot be told"), "\(text)")
    }

    @Test func `a lesson without an export is said, so that silence means something`() async throws {
        let school = try SmallSchool()
        try removeFile(school.folder.path.appending("inbox/tue.csv"))
        let text = await day(school, now: "2026-11-17T12:00:00").text
        #expect(text.contains("there is no export yet: 4B Maths, Tue 17 Nov 09:00"), "\(text)")
    }

    @Test func `a dry run writes nothing, and purge takes old days with the weeks`() async throws {
        let school = try SmallSchool()
        var run = DayRun()
        run.options = school.options
        run.options.now = "2026-11-17T12:00:00"
        run.options.isDryRun = true
        #expect(await run.run().text.contains("Would write: "))
        #expect(try !school.folder.files().contains { $0.hasPrefix("reports/") })
        _ = await day(school, now: "2026-11-17T12:00:00")
        var purge = PurgeRun()
        purge.options = school.options
        purge.options.now = "2028-01-01T08:00:00"
        #expect(purge.run().status == .done)
        #expect(try !school.folder.files().contains { $0.hasPrefix("reports/day-") })
    }

    @Test func `forget takes the pupil out of the day's and the week's call sheets`() async throws {
        let school = try SmallSchool()
        _ = await day(school, now: "2026-11-17T12:00:00")
        _ = await school.week()
        var forget = ForgetRun(who: "102")
        forget.options = school.options
        #expect(forget.run().status == .done)
        for file in try school.folder.files("reports") {
            #expect(try !school.folder.text(file).contains("Birch"), "\(file)")
        }
        let sheet = Array(
            try readOrdinaryFile(
                school.folder.path.appending("reports/2026-W47/call-sheet.xlsx"), limit: 1_000_000
            ).bytes)
        let book = try #require(try workbookTables(sheet, "call-sheet.xlsx"))
        #expect(String(decoding: book.sheets[0].bytes, as: UTF8.self).contains("Cedar, Cleo"))
    }
}
