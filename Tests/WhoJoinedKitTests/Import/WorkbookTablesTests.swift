import HostSystem
import Testing

@testable import WhoJoinedKit

@Suite struct WorkbookTablesTests {
    private func tables(_ sheets: [(name: String, rows: [[String]?])]) throws -> WorkbookTables {
        try #require(try workbookTables(workbookBytes(sheets), "Pupils.xlsx"))
    }

    @Test func `a sheet is a table whose row 3 is line 3`() throws {
        let found = try tables([
            (name: "Report", rows: [["Class list"], nil, ["Adm No", "Name"], ["0042", "Orr, \"Bo\""], ["0043", ""]])
        ])
        #expect(found.sheets.map(\.name) == ["Pupils.xlsx, sheet Report"])
        #expect(
            String(decoding: found.sheets[0].bytes, as: UTF8.self)
                == "\"Class list\"\n\n\"Adm No\",\"Name\"\n\"0042\",\"Orr, \"\"Bo\"\"\"\n\"0043\"\n")
        #expect(found.problems.isEmpty)
    }

    @Test func `hidden sheets are named, blank ones are nothing`() throws {
        let found = try tables([
            (name: "4B", rows: [["Adm No", "Name"]]), (name: "[Leavers]", rows: [["x"]]), (name: "Sheet3", rows: []),
        ])
        #expect(found.sheets.map(\.name) == ["Pupils.xlsx, sheet 4B"])
        #expect(found.problems.map(\.file) == ["Pupils.xlsx, sheet [Leavers]"])
        #expect(!found.problems.hasErrors)
    }

    @Test func `a sheet beside the export that is none is named, and one that cannot be read makes it incomplete`()
        throws
    {
        let header = ["Name (original name)", "Email", "Join time", "Leave time", "Duration (minutes)"]
        let export = ["Ann Lee", "", "16/11/2026 08:55:42", "16/11/2026 09:46:25", "51"]
        func read(_ other: [[String]?]) throws -> MeetingExport {
            try readExport(
                workbookBytes([(name: "List", rows: [header, export]), (name: "Other", rows: other)]), file: "a.xlsx",
                hints: ReadingHints())
        }
        let notes = try read([["Bo was ill"], ["Ask Cy"]])
        #expect(notes.isComplete && notes.problemCodes == ["other-sheet:0"])
        #expect(notes.problems.contains { $0.file == "a.xlsx, sheet Other" })
        let damaged = try read([header, ["Bo Rey", "", "########", "########", "51"]])
        #expect(!damaged.isComplete && damaged.problemCodes == ["unreadable-times:2"])
    }

    @Test func `what is no workbook is left to the reader of text, or refused by name`() throws {
        #expect(try workbookTables(Array("Adm No,Name\n".utf8), "Pupils.xlsx") == nil)
        #expect(try workbookTables(storedZip([("list.csv", "Adm No,Name\n")]), "set.zip") == nil)
        #expect(throws: Problem.self) {
            try workbookTables([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "old.xls")
        }
    }

    @Test func `a message about a sheet says its row`() {
        let problem = Problem("roster/Pupils.xlsx, sheet 4B", line: 7, code: "x", "what", fix: "")
        #expect(problem.message == "roster/Pupils.xlsx, sheet 4B, row 7: error: what")
        #expect(place(in: "absences.csv", line: 7) == "absences.csv:7")
    }

    @Test func `a school may keep each of its tables as a workbook`() throws {
        let folder = try TemporaryFolder()
        try folder.put(
            "roster/pupils.xlsx",
            workbookBytes([
                (
                    name: "Pupils",
                    rows: [
                        ["Adm No", "Surname", "Forename", "Reg Group"], ["0012", "Orr", "Bo", "4B"],
                        ["0013", "Quill", "Cy", "4B"],
                    ]
                )
            ]))
        try folder.put(
            "timetable.xlsx",
            workbookBytes([
                (name: "Notes", rows: [["ask Ruth", "before", "changing"]]),
                (name: "Week", rows: [["Class", "Weekday", "Start", "End"], ["4B", "Monday", "09:00", "09:45"]]),
            ]))
        try folder.put(
            "absences.xlsx",
            workbookBytes([
                (
                    name: "A",
                    rows: [["Id", "From", "To"], ["0012", "2026-11-16 00:00:00", ""], ["0013", "17/11/2026", ""]]
                )
            ]))
        try folder.put("absences.csv", "Id,From,To\n12,16/11/2026,2026-11-20\n")
        let school = try readSchool(at: folder.path)
        #expect(school.roster.pupils.map(\.ids.admissionNumber) == ["0012", "0013"])
        #expect(school.timetable.rows.map(\.source) == ["timetable.xlsx, sheet Week, row 2"])
        #expect(
            school.records.absences.map { school.settings.zone.day(of: $0.span.end).iso } == [
                "2026-11-21", "2026-11-18",
            ])
        #expect(school.problems.map(\.file) == ["timetable.xlsx, sheet Notes"])
        #expect(school.inputs.map(\.name).contains("absences.xlsx"))
    }
}
