import Testing

@testable import XlsxSheet

@Suite("A workbook of ours")
struct NewSheetTests {
    private let sheet = NewSheet(
        name: "Calls & more",
        columns: [
            .init("Id", width: 9), .init("Missed", width: 9, kind: .number), .init("When", width: 12, kind: .date),
            .init("Outcome", width: 20, choices: ["reached", "no answer"]),
        ],
        rows: [
            ["004206", "3", "", ""], ["4,206", "", "", "a \"b\" <c> & \u{1}d"], ["+44 7700 900123", "007", "", "=1+1"],
        ])

    @Test func `what is written is read back as it was, zeros and signs in front too`() throws {
        let book = try readWorkbook(sheet.workbook(), name: "call-sheet.xlsx")
        #expect(book.sheets.map(\.name) == ["Calls & more"])
        #expect(
            book.sheets[0].rows.map(book.sheets[0].texts) == [
                ["Id", "Missed", "When", "Outcome"], ["004206", "3"], ["4,206", "", "", "a \"b\" <c> & d"],
                ["+44 7700 900123", "7", "", "=1+1"],
            ])
        #expect(book.sheets[0].faults.isEmpty)
    }

    @Test func `the same table gives the same bytes, and no cell is a formula`() {
        let bytes = sheet.workbook()
        #expect(bytes == sheet.workbook())
        #expect(!String(decoding: bytes, as: UTF8.self).contains("<f>"))
    }

    @Test func `a table without rows has its heading`() throws {
        var empty = sheet
        empty.rows = []
        #expect(try readWorkbook(empty.workbook(), name: "x.xlsx").sheets[0].rows.count == 1)
    }
}
