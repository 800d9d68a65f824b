import Testing

@testable import WhoJoinedKit

struct CallSheetTests {
    private func sheet(_ sample: SampleWeek) -> CallSheet {
        let context = ReportContext(sample.result)
        return CallSheet(FollowUpList(context.result, context.classes), context)
    }

    private func rows(_ sample: SampleWeek) -> [[String: String]] { MailPacks.rows(sheet(sample).files[0].bytes) }

    @Test func `a row a pupil, families together, with whom to ring and empty cells to fill in`() throws {
        let rows = rows(SampleWeek.full)
        let nowak = try #require(rows.first { $0["Pupil"] == "Nowak, Tomasz" })
        #expect(nowak["Id"] == "1002" && nowak["Contact"] == "Mrs Ewa Nowak" && nowak["Relation"] == "Mother")
        #expect(nowak["Telephone"] == "+44 7700 900141" && nowak["Email"] == "ewa.nowak@family.example")
        #expect(nowak["Reasons"]?.contains("missed ") == true)
        #expect(CallSheet.Column.filledIn.allSatisfy { nowak[$0.rawValue] == "" })
        let families = rows.compactMap { $0["Family"] }
        let changes = zip(families, families.dropFirst()).count { $0 != $1 }
        #expect(changes + 1 == Set(families).count)
    }

    @Test func `a contact who is barred never appears, and whom nobody may write to has no number`() throws {
        var sample = SampleWeek()
        sample.addPeople()
        sample.addLesson(0, present: [0, 2])
        let text = String(decoding: sheet(sample).files[0].bytes, as: UTF8.self)
        #expect(!text.contains("Craig") && !text.contains("Imran") && !text.contains("Roy"))
        let mistlin = try #require(rows(sample).last)
        #expect(mistlin["Pupil"] == "Mistlin, Toby" && mistlin["Contact"] == "nobody may be written to")
        #expect(mistlin["Telephone"] == "" && mistlin["Say"] == "")
        #expect(mistlin["Care"] == "do not contact: the safeguarding lead decides")
    }

    @Test func `no contact, nobody whom the roster can name, and nobody at all are three different words`() {
        var sample = SampleWeek()
        sample.addPeople()
        sample.school.roster.pupils[2].contacts[0].mayContact = nil
        sample.addLesson(0, present: [0, 1, 3, 4])
        let words = Dictionary(rows(sample).map { ($0["Id"]!, $0["Contact"]!) }, uniquingKeysWith: { a, _ in a })
        #expect(words["1005"] == "no contact on the roster")
        #expect(words["1002"] == "the roster cannot say who may be written to")
        #expect(words["1006"] == "nobody may be written to")
    }

    @Test func `a family that was reached needs no call, one that was tried does`() {
        var sample = SampleWeek()
        sample.addPeople()
        sample.addLesson(0, present: [0, 1, 3, 4, 5, 6])
        let monday = SampleWeek.week.monday
        sample.school.records.followUps = [
            FollowUpNote(day: monday, pupil: 2, kind: .tried, by: "OFF", outcome: "no answer")
        ]
        #expect(rows(sample).first?["So Far"] == "Mon 16 Nov: tried by OFF: no answer")
        sample.school.records.followUps.append(
            FollowUpNote(day: monday, pupil: 2, kind: .contacted, by: "OFF", outcome: "tablet lent"))
        #expect(rows(sample).isEmpty)
        sample.addLesson(1, present: [0, 1, 3, 4, 5, 6])
        #expect(rows(sample).count == 1)
    }

    @Test func `what is no miss is answered by a call on or after its day too`() {
        var sample = SampleWeek()
        sample.addPeople()
        let account = SampleWeek.finding(.outsideAccount, .inform, .pupil, pupil: 2, name: "Tomasz Nowak")
        sample.addLesson(0, present: [0, 1, 2, 3, 4, 5, 6], findings: [account])
        func isListed(_ day: Day?) -> Bool {
            sample.school.records.followUps =
                day.map {
                    [FollowUpNote(day: $0, pupil: 2, kind: .contacted, by: "OFF", outcome: "")]
                } ?? []
            return !rows(sample).isEmpty
        }
        let monday = SampleWeek.week.monday
        #expect(isListed(nil) && isListed(monday - 1))
        #expect(!isListed(monday) && !isListed(monday + 1))
    }

    @Test func `the workbook says what the table says, ids and numbers as text, the same bytes each time`() throws {
        let (first, again) = (sheet(SampleWeek.full).files, sheet(SampleWeek.full).files)
        #expect(first.map(\.bytes) == again.map(\.bytes))
        let book = try #require(try workbookTables(first[1].bytes, "call-sheet.xlsx"))
        let names = CallSheet.Column.allCases.map(\.rawValue)
        let table = SchoolTable(book.sheets[0].bytes, file: "call-sheet.xlsx", columns: names, required: names)
        #expect(table.rows.map { $0["Id"] } == rows(SampleWeek.full).map { $0["Id"] })
        #expect(table.rows.map { $0["Telephone"] } == rows(SampleWeek.full).map { $0["Telephone"] })
    }
}
