import HostSystem
import Testing

@testable import WhoJoinedKit

struct ForgetRunTests {
    private static let spellings = [
        "Cleo Cedar", "Cedar, Cleo", "CLEO CEDAR", "Cleo", "cleo c", "Cleo's mum", "Cleo and Ben", "Ben & Cleo Cedar",
        "Cedar family", "\u{421}leo Cedar", "Cl\u{E9}o Cedar", "Cleo Cedar's iPad", "Cleo with dad",
        "Cleo\u{200B} Cedar",
        "Cleo Cedar (Sunbeam 7)", "Sunbeam 7", "Cleo Cedar <b>&", "Ada (Cleo's tablet)", "Cleo-Cedar 4B",
        "Mrs Cedar (Cleo)",
    ]

    @Test(arguments: 0..<12) func `no spelling that was in use is left in any byte`(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        let school = try SmallSchool()
        var used: [String] = []
        for (file, day) in [("mon.csv", "11/16/2026"), ("tue.csv", "11/17/2026"), ("tue-w46.csv", "11/10/2026")] {
            let names = Array(ForgetRunTests.spellings.shuffled(using: &random).prefix(3))
            used += names
            try school.addExport(file, day: day, pupils: ["Ada Ashby"] + names)
        }
        try school.folder.put(
            "decisions.csv", "Display Name,Email,Class,Is,Id,By,On\nSunbeam 7,,,pupil,103,MOK,2026-11-10\n")
        _ = await school.week("2026-W46")
        _ = await school.week()
        var lesson = LessonRun()
        lesson.options = school.options
        lesson.exports = [SchoolFolder(school.options.school).inbox.appending("mon.csv").text]
        lesson.isSaved = true
        _ = await lesson.run()
        try school.folder.put("reports/2026-W47/NOTES.txt", "Rang Cleo Cedar's mother.\n\nBen's next.\n")
        _ = await school.week()
        var mail = MailRun()
        mail.options = school.options
        mail.week = "2026-W47"
        mail.hasLetters = true
        #expect(mail.run().status == .done)
        var run = ForgetRun(who: "103")
        run.options = school.options
        let outcome = run.run()
        #expect(outcome.status == .done, "\(outcome.messages)")
        for name in try school.folder.files() where !["inbox", "roste", "decis"].contains(String(name.prefix(5))) {
            let bytes = try readOrdinaryFile(school.folder.path.appending(name), limit: 10_000_000).bytes
            let text = String(decoding: bytes, as: UTF8.self)
            let words = Set(NameWord.all(in: text).map(\.folded))
            #expect(words.isDisjoint(with: ["cleo", "cedar"]), "seed \(seed): \(name) after \(used)")
            #expect(!used.contains("Sunbeam 7") || !text.contains("Sunbeam 7"), "seed \(seed): \(name)")
        }
        #expect(try school.report("pupils.csv").contains("Ada Ashby"))
        #expect(try school.folder.text("reports/2026-W47.kept/NOTES.txt").contains("Ben's next."))
        for file in ["mon.csv", "tue.csv", "tue-w46.csv"] {
            #expect(outcome.text.contains("Still in inbox/\(file), row"), "\(outcome.text)")
        }
        // What was taken out was taken out by the program: nothing looks edited.
        #expect(try ForeignFiles(in: school.folder.path.appending("reports/2026-W47")).files.isEmpty)
    }

    @Test func `a row that speaks of others too stays, without the pupil's words and id`() async throws {
        let school = try SmallSchool()
        try school.addExport("mon.csv", day: "11/16/2026", pupils: ["Ada Ashby", "Cleo and Ben"])
        _ = await school.week()
        var run = ForgetRun(who: "103")
        run.options = school.options
        _ = run.run()
        let row = MailPacks.rows(Array(try school.report("entrants.csv").utf8)).first { $0["outcome"] == "ambiguous" }
        #expect(row?["display_name"] == "[erased] and Ben" && row?["candidates"] == "102")
        _ = await school.week("2026-W46")
        let history = try #require(try History.reading(school.folder.path.appending("history.sqlite")))
        let names = try history.stays(in: Day(number: 0)...Day(number: 60_000)).flatMap { $0.export.meetings }
            .flatMap(\.participants).map(\.displayName.text)
        #expect(names.contains("[erased] and Ben"))
    }

    @Test(arguments: [
        ("another child of that first name", "104,Cleo,Dale,4B,", "Cleo Dale"),
        ("a brother or sister", "104,Finn,Cedar,4B,", "Finn Cedar"),
        ("a device that is many children's", "", "iPad"),
    ]) func `what is somebody else's stays`(what: String, line: String, name: String) async throws {
        let school = try SmallSchool()
        try school.folder.put("roster/pupils.csv", try school.folder.text("roster/pupils.csv") + line + "\n")
        try school.addExport("mon.csv", day: "11/16/2026", pupils: ["Ada Ashby", name])
        try school.addExport("tue.csv", day: "11/17/2026", pupils: ["Ada Ashby", "Cleo Cedar", "iPad"])
        try school.folder.put(
            "decisions.csv", "Display Name,Email,Class,Is,Id,By,On,Date\niPad,,4B,pupil,103,MOK,2026-11-17,2026-11-17\n"
        )
        _ = await school.week()
        var run = ForgetRun(who: "103")
        run.options = school.options
        #expect(run.run().status == .done)
        let names = MailPacks.rows(Array(try school.report("entrants.csv").utf8)).map { $0["display_name"] }
        #expect(names.contains(name), "\(names)")
        #expect(!names.contains("Cleo Cedar"))
    }
}
