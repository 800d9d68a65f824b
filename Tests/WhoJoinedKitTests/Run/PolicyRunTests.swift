import HostSystem
import Testing

@testable import WhoJoinedKit

struct PolicyRunTests {
    private func run(_ school: SmallSchool, week: String? = nil, term: Bool = false) async -> RunOutcome {
        var run = PolicyRun()
        run.options = school.options
        run.options.format = .csv
        (run.week, run.isOfTerm) = (week, term)
        return await run.run()
    }

    /// `demand`: its figures.
    private func figures(_ outcome: RunOutcome) -> [String: [Int]] {
        let rows = MailPacks.rows(outcome.output)
        let columns = ["sessions", "tested", "kept", "broken", "not_evidenced", "cannot_be_evidenced"]
        return Dictionary(
            rows.filter { $0["sessions"] != "" }.map { row in (row["demand"]!, columns.map { Int(row[$0]!)! }) },
            uniquingKeysWith: { first, _ in first })
    }

    @Test func `the term is the sum of its weeks, and every figure adds up`() async throws {
        let school = try SmallSchool()
        let before = try school.folder.files()
        let term = figures(await run(school, week: "2026-W47", term: true))
        var sum: [String: [Int]] = [:]
        for week in ["2026-W46", "2026-W47"] {
            for (demand, counts) in figures(await run(school, week: week)) {
                sum[demand] = zip(sum[demand] ?? [0, 0, 0, 0, 0, 0], counts).map { $0 + $1 }
            }
        }
        #expect(term.count == Preset.zoomPrimary.clauses.count && term == sum)
        for (demand, counts) in term {
            #expect(counts[1] == counts[2] + counts[3], "\(demand)")
            #expect(counts[0] == counts[1] + counts[4] + counts[5], "\(demand)")
        }
        #expect(term["No pupil is in a session without a member of staff."] == [3, 3, 3, 0, 0, 0])
        #expect(try school.folder.files() == before, "nothing is written")
    }

    @Test func `a term that the history knows is judged as its weeks were`() async throws {
        let school = try SmallSchool()
        let before = figures(await run(school, week: "2026-W47", term: true))
        for week in ["2026-W46", "2026-W47"] { _ = await school.week(week) }
        #expect(figures(await run(school, week: "2026-W47", term: true)) == before)
        try removeFile(school.folder.path.appending("inbox/tue-w46.csv"))
        let after = figures(await run(school, week: "2026-W47", term: true))
        #expect(after["No pupil is in a session without a member of staff."] == [3, 3, 3, 0, 0, 0])
    }

    @Test func `who checked the log and when the policy is due stand on the page`() async throws {
        let school = try SmallSchool()
        func page() async -> String {
            var run = PolicyRun()
            run.options = school.options
            run.week = "2026-W47"
            return await run.run().text
        }
        #expect(await page().contains("Nobody has noted that the log was checked"))
        var entry = EntryRun(.note(kind: "checked", person: nil, at: nil, start: nil, text: nil))
        entry.options = school.options
        (entry.by, entry.on) = ("R. Rowe", "2026-11-20")
        #expect(entry.run().status == .done)
        let settings = try school.folder.text("school.toml")
        try school.folder.put(
            "school.toml", settings.replacing("[policy]", with: "review-by = \"2026-11-01\"\n[policy]"))
        let text = await page()
        #expect(text.contains("The log was checked by R. Rowe on Fri 20 Nov 2026."))
        #expect(text.contains("The policy was to be reviewed by Sun 1 Nov 2026: that is due."))
        for name in ["Ashby", "Birch", "Cedar"] { #expect(!text.contains(name)) }
        for line in text.split(separator: "\n") { #expect(line.utf8.count <= 80, "\(line)") }
    }

    @Test(arguments: [RunOptions.Format.json, .html])
    func `it is text or a table`(format: RunOptions.Format) async throws {
        var run = PolicyRun()
        run.options = try SmallSchool().options
        run.options.format = format
        #expect(await run.run().status == .wrongUsage)
    }

    @Test(arguments: [
        ([], "2026-W47", "2026-W36"), ([], "2026-W02", "2026-W01"), ([], "2026-W20", "2026-W14"),
        (["2026-10-26/2026-10-30"], "2026-W47", "2026-W36"),
        (["2026-12-21/2027-01-01"], "2027-W05", "2027-W01"),
        (["2027-03-29/2027-04-09"], "2027-W20", "2027-W15"),
        (["2026-10-19/2026-10-28"], "2026-W47", "2026-W44"), (["2026-10-19/2026-10-27"], "2026-W47", "2026-W36"),
    ]) func `a term begins after a long break, else in September, January or April`(
        daysOff: [String], until: String, first: String
    ) throws {
        let settings = try readSettings("[school]\ndays-off = [\(daysOff.map { "\"\($0)\"" }.joined(separator: ","))]")
        let weeks = settings.weeksOfTerm(until: Week(iso: until)!)
        #expect(weeks.first?.iso == first && weeks.last?.iso == until)
        #expect(zip(weeks, weeks.dropFirst()).allSatisfy { $1.monday == $0.monday + 7 })
    }
}
