import HostSystem
import Testing

@testable import WhoJoinedKit

/// What entrants.csv prints is what commands take, and a name that nobody had is refused.
struct NamesInCommandsTests {
    private static func school() throws -> SmallSchool {
        let school = try SmallSchool()
        try school.addExport(
            "mon.csv", day: "11/16/2026",
            pupils: ["Ada Ashby", "Ghosty (Ben Birch)", "Birdie", "-dash", "iPad (iPhone)", "Bo\u{202E}b"])
        return school
    }

    private static func confirm(_ name: String, _ school: SmallSchool, undo: Bool = false) async -> RunOutcome {
        var run = EntryRun(.decision(name: name, email: nil, isA: nil, id: undo ? nil : "103"))
        run.options = school.options
        run.classCode = "4B"
        run.by = "M. Okafor"
        run.on = "2026-11-20"
        run.isUndone = undo
        return await run.runKnowingNames()
    }

    @Test(arguments: [
        "Ghosty (Ben Birch)", "Ghosty", "ghosty  (ben birch)", "Birdie", "'-dash", "-dash", "iPad (iPhone)", "iPad",
        "Bo[U+202E]b",
    ]) func `confirm takes a name as a table or the page prints it, and week obeys`(name: String) async throws {
        let school = try Self.school()
        #expect(await Self.confirm(name, school).messages == [])
        _ = await school.week()
        let line = try school.report("entrants.csv").split(separator: "\r\n").filter {
            $0.contains("\"pupil\",\"103\"") && $0.contains("settled")
        }
        #expect(line.count == 1, "\(line)")
        #expect(await Self.confirm(name, school, undo: true).status == .done)
    }

    @Test(arguments: [
        ("Gohsty", "Ghosty (Ben Birch)"), ("Ghosty (Ben Brich)", "Ghosty (Ben Birch)"), ("Berdie", "Birdie"),
    ]) func `a name that nobody had is refused with the nearest`(name: String, nearest: String) async throws {
        let school = try Self.school()
        let outcome = await Self.confirm(name, school)
        #expect(outcome.status == .wrongUsage)
        #expect(outcome.messages[0].contains("did you mean \(nearest)?"), "\(outcome.messages)")
    }

    @Test func `a name of a report is known though its export is gone`() async throws {
        let school = try Self.school()
        _ = await school.week()
        try removeFile(school.folder.path.appending("inbox/mon.csv"))
        #expect(await Self.confirm("Birdie", school).messages == [])
        #expect(await Self.confirm("Nobody Ever", school).status == .wrongUsage)
    }

    @Test func `an export that is elsewhere is named with --from`() async throws {
        let school = try SmallSchool()
        try school.addExport("mon.csv", day: "11/16/2026", pupils: ["Ada Ashby", "Tablet 9"])
        let elsewhere = school.folder.path.appending("downloaded.csv")
        try renameEntry(school.folder.path.appending("inbox/mon.csv"), to: elsewhere)
        var run = EntryRun(.decision(name: "Tablet 9", email: nil, isA: nil, id: "103"))
        run.options = school.options
        run.by = "M. Okafor"
        #expect(await run.runKnowingNames().status == .wrongUsage)
        run.exports = [elsewhere.text]
        #expect(await run.runKnowingNames().text.contains("Date: 2026-11-16"))
    }

    @Test(arguments: [
        ("removed", "Ghosty (Ben Birch)", true, "who was in the call"), ("removed", "Ada Ashby", true, "a pupil"),
        ("removed", "Ada Ashbi", false, "nearly a pupil"), ("removed", "Gosthy", false, "nearly an entrant"),
        ("removed", "Zed Unknown", false, "nobody, and the call's export is here"),
        ("incident", "Zed Unknown", true, "a stranger in the room"), ("second-adult", "Ada Ashbi", true, "in the room"),
    ]) func `a note is of somebody who was there`(kind: String, person: String, isTaken: Bool, what: String)
        async throws
    {
        let school = try Self.school()
        var run = EntryRun(.note(kind: kind, person: person, at: nil, start: nil, text: nil))
        run.options = school.options
        run.classCode = "4B"
        run.by = "M. Okafor"
        run.on = "2026-11-16"
        let outcome = await run.runKnowingNames()
        #expect((outcome.status == .done) == isTaken, "\(what) \(outcome.messages)")
    }

    @Test func `a removal before the export is there is noted`() async throws {
        let school = try Self.school()
        var run = EntryRun(.note(kind: "removed", person: "Zed Unknown", at: nil, start: nil, text: nil))
        run.options = school.options
        run.classCode = "4B"
        run.by = "M. Okafor"
        run.on = "2026-11-20"
        #expect(await run.runKnowingNames().status == .done)
    }

    @Test func `why takes both names of somebody renamed, and offers the nearest`() async throws {
        let school = try Self.school()
        var run = WhyRun(who: "Ghosty (Ben Birch)")
        run.options = school.options
        run.week = "2026-W47"
        #expect(await run.run().text.contains("\"Ghosty\""))
        run.who = "Gosthy (Ben Birch)"
        #expect(await run.run().messages[0].contains("did you mean Ghosty (Ben Birch)?"))
    }

    @Test(arguments: ["Zed Unknown", "Ghosty (Ben Birch)", "ada  ashby"])
    func `clear takes the name that note took, and the hold is gone`(name: String) async throws {
        let school = try Self.school()
        func enter(_ entry: EntryRun.Entry, on day: String) async -> RunOutcome {
            var run = EntryRun(entry)
            run.options = school.options
            if case .note = entry { run.classCode = "4B" }
            run.by = "M. Okafor"
            run.on = day
            return await run.runKnowingNames()
        }
        try school.addExport(
            "mon.csv", day: "11/16/2026", pupils: ["Ada Ashby", "Ghosty (Ben Birch)", "Zed Unknown"])
        let note = EntryRun.Entry.note(kind: "removed", person: name, at: "09:10", start: nil, text: nil)
        #expect(await enter(note, on: "2026-11-16").messages == [])
        _ = await school.week()
        #expect(try school.report("slt-summary.txt").contains("HOLD"))
        let clear = EntryRun.Entry.followUp(kind: "cleared", person: name, outcome: nil)
        #expect(await enter(clear, on: "2026-11-18").messages == [])
        #expect(await school.week().messages.filter { $0.contains("followups.csv") } == [])
        #expect(try !school.report("slt-summary.txt").contains("HOLD until"))
    }

    @Test func `a pupil's name in a note is written as the roster has it`() async throws {
        let school = try Self.school()
        var run = EntryRun(.note(kind: "removed", person: "AdaAshby", at: nil, start: nil, text: nil))
        run.options = school.options
        run.classCode = "4B"
        run.by = "M. Okafor"
        run.on = "2026-11-16"
        #expect(await run.runKnowingNames().text.contains("Person: Ada Ashby,"))
    }
}
