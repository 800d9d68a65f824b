import HostSystem
import Testing

@testable import WhoJoinedKit

/// Who was removed stays on hold until SLT says otherwise, however the note calls them.
struct HoldTests {
    /// A removal on Monday; the lesson on Tuesday is the next.
    private func school(person: String, pupils: [String] = ["Ada Ashby", "Ben Birch"]) throws -> SmallSchool {
        let school = try SmallSchool()
        try school.addExport("mon.csv", day: "11/16/2026", pupils: ["Ada Ashby", "Ben Birch", "Kian D"])
        try school.addExport("tue.csv", day: "11/17/2026", pupils: pupils)
        try school.folder.put(
            "notes.csv",
            "Date,Start,Class,Kind,Person,At,Text,By\n2026-11-16,09:00,4B,removed,\"\(person)\",09:12,,MOK\n")
        return school
    }

    private func clear(_ who: String, in school: SmallSchool) -> RunOutcome {
        var run = EntryRun(.followUp(kind: "cleared", person: who, outcome: nil))
        run.options = school.options
        run.by = "HEAD"
        run.on = "2026-11-17"
        return run.run()
    }

    @Test(arguments: [
        "Ben Birch", "Birch, Ben", "BEN BIRCH", "Ben", "Birch B.", "Birch", "102", "ben@small.example",
        "B\u{E9}n Birch",
    ])
    func `a pupil is on hold by every spelling, and is cleared by it`(person: String) async throws {
        let school = try school(person: person)
        _ = await school.week()
        let found = MailPacks.rows(Array(try school.report("findings.csv").utf8)).filter {
            $0["rule"] == "after-removal"
        }
        #expect(found.map { $0["id"] } == ["102"], "\(person)")
        #expect(try school.report("slt-summary.txt").contains("Birch, Ben   removed"))
        #expect(clear(person, in: school).status == .done)
        _ = await school.week()
        #expect(try !school.report("findings.csv").contains("after-removal"))
        #expect(try !school.report("slt-summary.txt").contains("HOLD"))
    }

    @Test func `a stranger who was removed can be cleared, and is no hold for ever`() async throws {
        let school = try school(person: "Kian D")
        _ = await school.week()
        #expect(try school.report("slt-summary.txt").contains("Kian D   removed"))
        #expect(clear("Kian D", in: school).status == .done)
        let outcome = await school.week()
        #expect(outcome.status == .done, "\(outcome.messages)")
        #expect(try !school.report("slt-summary.txt").contains("HOLD"))
        #expect(clear("Somebody Else", in: school).status == .wrongUsage)
    }

    @Test func `a note about nobody is said, with the nearest names`() async throws {
        let school = try school(person: "Bem Birhc")
        let outcome = await school.week()
        #expect(outcome.messages.contains { $0.contains("notes.csv:2: warning") && $0.contains("Ben Birch (102)") })
    }

    @Test func `a hold outlives notes.csv, and the run says so until it is cleared`() async throws {
        let school = try school(person: "Ben Birch")
        _ = await school.week()
        try removeFile(school.folder.path.appending("notes.csv"))
        for _ in 1...2 {
            let outcome = await school.week()
            #expect(outcome.messages.contains { $0.contains("notes.csv: warning: no removal of 2026-11-16 in 4B") })
            #expect(try school.report("slt-summary.txt").contains("HOLD"))
            #expect(try school.report("findings.csv").contains("after-removal"))
        }
        #expect(clear("102", in: school).status == .done)
        _ = await school.week()
        #expect(try !school.report("slt-summary.txt").contains("HOLD"))
    }

    @Test func `a line about somebody who has left is no error of every later week`() async throws {
        let school = try SmallSchool()
        try school.folder.put("absences.csv", "Id,From,To,Reason\n103,2026-11-10,2026-11-10,ill\n999,2026-11-10,,ill\n")
        _ = await school.week("2026-W46")
        let roster = try school.folder.text("roster/pupils.csv").split(separator: "\n").filter { !$0.hasPrefix("103") }
        try school.folder.put("roster/pupils.csv", roster.joined(separator: "\n") + "\n")
        let outcome = await school.week()
        #expect(!outcome.messages.contains { $0.contains("absences.csv:2:") }, "\(outcome.messages)")
        #expect(outcome.messages.contains { $0.contains("absences.csv:3: error") })
        var check = CheckRun()
        check.options = school.options
        #expect((await check.run()).text.contains("absences.csv:2:"))
    }
}
