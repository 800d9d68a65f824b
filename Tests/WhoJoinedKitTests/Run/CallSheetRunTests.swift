import HostSystem
import Testing

@testable import WhoJoinedKit

struct CallSheetRunTests {
    private func run(_ file: String, in school: SmallSchool, _ change: (inout CallSheetRun) -> Void = { _ in })
        -> RunOutcome
    {
        var run = CallSheetRun(file: school.folder.path.appending(file).text)
        run.options = school.options
        run.by = "OFF"
        change(&run)
        return run.run()
    }

    /// A call sheet with these rows of Pupil, Id, Outcome, By and When.
    private func put(_ rows: [String], in school: SmallSchool) throws {
        try school.folder.put("sheet.csv", (["Pupil,Id,Outcome,By,When"] + rows).joined(separator: "\r\n"))
    }

    private func ledger(_ school: SmallSchool) throws -> [String] {
        try school.folder.text("followups.csv").split(separator: "\r\n").dropFirst().map(String.init)
    }

    @Test func `each row is added once, however often the sheet is read`() throws {
        let school = try SmallSchool()
        try put(
            [
                "\"Birch, Ben\",102,reached: tablet lent,MRO,17/11/2026", "\"Cedar, Cleo\",103,No answer,,2026-11-17",
                "\"Ashby, Ada\",101,,,",
            ], in: school)
        let first = run("sheet.csv", in: school)
        #expect(first.status == .done, "\(first.messages)")
        #expect(
            first.text
                == "2 rows filled in: 2 added to followups.csv, 0 there already, 0 refused; 1 row left empty.\n")
        let lines = ["2026-11-17,102,contacted,MRO,tablet lent", "2026-11-17,103,tried,OFF,no answer"]
        #expect(try ledger(school) == lines)
        #expect(run("sheet.csv", in: school) { $0.by = "Somebody" }.text.contains("0 added to followups.csv, 2 there"))
        #expect(try ledger(school) == lines)
    }

    @Test(arguments: [
        ("\"Birch, Ben\",102,tablet lent,MRO,17/11/2026", "Outcome begins with none"),
        ("\"Birch, Ben\",102,,MRO,17/11/2026", "Outcome is empty"),
        ("\"Birch, Ben\",102,reached,MRO,", "When is empty"), ("\"Birch, Ben\",102,reached,MRO,soon", "When holds no"),
        ("\"Birch, Ben\",102,reached,MRO,23/11/2026", "a day to come"),
        ("\"Birch, Ben\",999,reached,MRO,17/11/2026", "Id belongs to no pupil"),
        ("\"Birch, Ben\",,reached,MRO,17/11/2026", "Id is empty"),
        ("\"Birch, Ben\",103,reached,MRO,17/11/2026", "are of two pupils"),
    ]) func `a row that cannot be used is named with its line, and the rest is taken`(row: String, what: String) throws
    {
        let school = try SmallSchool()
        try put([row, "\"Cedar, Cleo\",103,reached,MRO,17/11/2026"], in: school)
        let outcome = run("sheet.csv", in: school)
        #expect(outcome.status == .someInputUnusable)
        #expect(outcome.messages.count == 1)
        let message = outcome.messages.first ?? ""
        #expect(message.contains("sheet.csv:2: error: ") && message.contains(what), "\(message)")
        #expect(try ledger(school) == ["2026-11-17,103,contacted,MRO,"])
    }

    @Test func `nothing that can be used changes nothing`() throws {
        let school = try SmallSchool()
        try put(["\"Birch, Ben\",102,perhaps,MRO,17/11/2026"], in: school)
        #expect(run("sheet.csv", in: school).status == .nothingUsable)
        #expect(run("missing.csv", in: school).status == .inputMissing)
        #expect(run("school.toml", in: school).status == .nothingUsable)
        #expect(try !school.folder.files().contains("followups.csv"))
    }

    @Test func `rows that do not say when have the day of --on`() throws {
        let school = try SmallSchool()
        try put(["\"Birch, Ben\",102,reached,,"], in: school)
        #expect(run("sheet.csv", in: school) { $0.on = "2026-11-18" }.status == .done)
        #expect(try ledger(school) == ["2026-11-18,102,contacted,OFF,"])
    }

    // MARK: zeros

    private func schoolWithZeros(_ ids: (String, String)) throws -> SmallSchool {
        let school = try SmallSchool()
        try school.folder.put(
            "roster/pupils.csv",
            "Admission Number,Legal Forename,Legal Surname,Reg Group\n\(ids.0),Ada,Ashby,4B\n\(ids.1),Ben,Birch,4B\n")
        return school
    }

    @Test func `an id whose zeros a spreadsheet dropped is known again, here and at the keyboard`() throws {
        let school = try schoolWithZeros(("004101", "004102"))
        try put(["\"Birch, Ben\",4102,reached,MRO,17/11/2026"], in: school)
        #expect(run("sheet.csv", in: school).status == .done)
        #expect(try ledger(school) == ["2026-11-17,004102,contacted,MRO,"])
        let lookup = PersonLookup(school: try SchoolFolder(school.options.school).read())
        #expect(lookup.pupilsMeant(by: "4101").map { lookup.school.roster.pupils[$0].id.text } == ["004101"])
    }

    @Test func `where two may be meant the name beside decides, and without it nobody is guessed`() throws {
        let school = try schoolWithZeros(("0042", "42"))
        try put(["\"Ashby, Ada\",42,reached,MRO,17/11/2026", ",42,no answer,MRO,17/11/2026"], in: school)
        let outcome = run("sheet.csv", in: school)
        #expect(outcome.status == .someInputUnusable)
        #expect(outcome.messages.first?.contains("that of several pupils") == true)
        #expect(try ledger(school) == ["2026-11-17,0042,contacted,MRO,"])
    }

    // MARK: spreadsheets

    @Test func `the week's own workbook, filled in, is read back and closes the miss`() async throws {
        let school = try SmallSchool()
        _ = await school.week()
        let filled = try fill(try school.folder.text("reports/2026-W47/call-sheet.csv"))
        try school.folder.put("filled.xlsx", filled)
        #expect(run("filled.xlsx", in: school).status == .done)
        #expect(try ledger(school).count == 2)
        _ = await school.week()
        #expect(MailPacks.rows(Array(try school.folder.text("reports/2026-W47/call-sheet.csv").utf8)).isEmpty)
    }

    @Test func `a sheet that was filled in inside the week's folder is kept by the next run, and read from there`()
        async throws
    {
        let school = try SmallSchool()
        _ = await school.week()
        let filled = try fill(try school.folder.text("reports/2026-W47/call-sheet.csv"))
        try school.folder.put("reports/2026-W47/call-sheet.xlsx", filled)
        let again = await school.week()
        let kept = "reports/2026-W47.kept/call-sheet.xlsx"
        #expect(again.messages.contains { $0.contains(kept) && $0.contains("contacted --from") }, "\(again.messages)")
        #expect(run(kept, in: school).text.contains("2 added to followups.csv"))
    }

    /// The sheet as a workbook in which every row was reached on the day of the run.
    private func fill(_ table: String) throws -> [UInt8] {
        let rows = MailPacks.rows(Array(table.utf8)).map { row in
            CallSheet.Column.allCases.map { column in
                switch column {
                case .outcome: "reached: will join"
                case .by: "MRO"
                case .when: "20/11/2026"
                default: row[column.rawValue] ?? ""
                }
            }
        }
        return CallSheet.workbook(of: rows)
    }

    @Test(.enabled(if: OutsideTools.office != nil, "soffice is not installed: no spreadsheet program opens the sheet"))
    func `a spreadsheet program opens the call sheet, saves it, and it is read`() async throws {
        let office = try #require(OutsideTools.office)
        let school = try schoolWithZeros(("004101", "004102"))
        _ = await school.week()
        try school.folder.put("filled.xlsx", try fill(try school.folder.text("reports/2026-W47/call-sheet.csv")))
        let place = school.folder.path
        for ending in ["xlsx", "csv"] {
            _ = try OutsideTools.run(
                office,
                [
                    "-env:UserInstallation=file://\(place.appending("profile").text)", "--headless", "--convert-to",
                    ending, "--outdir", place.appending(ending).text, place.appending("filled.xlsx").text,
                ])
            let outcome = run("\(ending)/filled.\(ending)", in: school)
            #expect(outcome.status == .done, "\(ending): \(outcome.messages)")
            #expect(
                outcome.text.contains("rows filled in") || outcome.text.contains("row filled in"), "\(outcome.text)")
        }
        #expect(try ledger(school) == ["2026-11-20,004102,contacted,MRO,will join"])
    }
}
