import Testing

@testable import XlsxSheet

@Suite("Sheets of a workbook")
struct SheetTests {
    private func text(_ text: String, _ reference: String? = nil) -> String {
        "<c\(reference.map { " r=\"\($0)\"" } ?? "") t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    }

    @Test func `cells stand where their references say, or beside each other`() throws {
        let rows = """
            <row r="3">\(text("a", "B3"))\(text("b"))\(text("c", "E3"))</row><row>\(text("d"))</row>\
            <row>\(text("e", "A9"))</row>
            """
        #expect(try InventedWorkbook(rows).rows() == [3: ["", "a", "b", "", "c"], 4: ["d"], 9: ["e"]])
    }

    @Test func `empty cells and rows are not there`() throws {
        let rows =
            "<row r=\"1\"><c r=\"A1\" s=\"1\"/>\(text("   "))\(text("\u{A0}"))</row>"
            + "<row r=\"2\">\(text("x", "B2"))<c r=\"XFD2\" s=\"1\"/></row>"
        #expect(try InventedWorkbook(rows).rows() == [2: ["", "x"]])
    }

    @Test func `a hidden row is read and says so`() throws {
        let rows = "<row r=\"1\">\(text("a"))</row><row r=\"2\" hidden=\"1\">\(text("b"))</row>"
        #expect(try InventedWorkbook(rows).read().sheets[0].rows.map(\.isHidden) == [false, true])
    }

    @Test func `hidden sheets are named and not read`() throws {
        var book = InventedWorkbook("<row>\(text("a"))</row>")
        book.tabs.append(
            .init(name: "Leavers", state: "hidden", content: "<sheetData><row>\(text("Gus"))</row></sheetData>"))
        book.tabs.append(.init(name: "4C &amp; 4D", content: "<sheetData><row>\(text("b"))</row></sheetData>"))
        book.tabs.append(.init(name: "Old", state: "veryHidden", content: "this is not read"))
        let workbook = try book.read()
        #expect(workbook.sheets.map(\.name) == ["Report", "Leavers", "4C & 4D", "Old"])
        #expect(workbook.sheets.map(\.isHidden) == [false, true, false, true])
        #expect(workbook.sheets.map(\.rows.count) == [1, 0, 1, 0])
        #expect(workbook.place(workbook.visibleSheets[1], row: 1) == "Pupils.xlsx, sheet 4C & 4D, row 1")
    }

    @Test func `a merged value is spread over the cells that are in use`() throws {
        let rows = """
            <row r="1">\(text("Class list", "A1"))</row><row r="3">\(text("4B", "A3"))\(text("Ada", "B3"))</row>\
            <row r="4"><c r="A4"/>\(text("Barty", "B4"))</row><row r="7">\(text("Cleo", "B7"))\(text("x", "C7"))</row>
            """
        let merged =
            "<mergeCell ref=\"A1:XFD2\"/><mergeCell ref=\"A3:A1048576\"/><mergeCell ref=\"B7:C7\"/>"
        let book = InventedWorkbook(rows, after: merged)
        #expect(
            try book.rows() == [
                1: ["Class list", "Class list", "Class list"], 3: ["4B", "Ada"], 4: ["4B", "Barty"],
                7: ["4B", "Cleo", "x"],
            ])
        let sheet = try book.read().sheets[0]
        #expect(
            sheet.rows.map { $0.cells.map(\.isSpread) } == [
                [false, true, true], [false, false], [true, false], [true, false, false],
            ])
    }

    @Test func `a merged error is one fault`() throws {
        let book = InventedWorkbook(
            "<row><c t=\"e\"><v>#REF!</v></c></row><row>\(text("b", "B2"))</row>", after: "<mergeCell ref=\"A1:A2\"/>")
        #expect(try book.read().sheets[0].faults.map(\.name) == ["A1"])
    }

    @Test(arguments: [
        "<row r=\"2\"/><row r=\"2\"/>", "<row r=\"3\"/><row r=\"2\"/>", "<row r=\"0\"/>", "<row r=\"1048577\"/>",
        "<row r=\"x\"/>",
        "<row><c r=\"B1\"/><c r=\"A1\"/></row>", "<row><c r=\"A1\"/><c r=\"A1\"/></row>", "<row><c r=\"XFE1\"/></row>",
        "<row><c r=\"7\"/></row>",
        "<row><c r=\"\"/></row>", "<row><c t=\"s\"><v>9</v></c></row>", "<row><c t=\"s\"><v>-1</v></c></row>", "<row>",
        "&unknown;",
    ])
    func `a sheet that contradicts itself is damaged`(rows: String) {
        let refusal = refusal(InventedWorkbook(rows).bytes)
        #expect(refusal == WorkbookRefusal(.brokenPart, at: "sheet Report"))
    }

    @Test func `a cell at the far end makes no grid`() throws {
        #expect(try InventedWorkbook("<row r=\"1048576\">\(text("a"))</row>").rows() == [1_048_576: ["a"]])
        let refusal = refusal(InventedWorkbook("<row r=\"1048576\">\(text("a", "XFD1048576"))</row>").bytes)
        #expect(refusal == WorkbookRefusal(.tooManyColumns, at: "sheet Report, cell XFD1048576"))
    }

    @Test func `too many rows, cells and letters are refused`() {
        #expect(throws: WorkbookRefusal.Reason.tooManyRows) {
            var use = SheetUse()
            for number in 0...SheetLimits.rows { try use.add(SheetRow(number: number, isHidden: false, cells: [])) }
        }
        let wide = (1...4_001).map { "<row><c r=\"ALL\($0)\"><v>1</v></c></row>" }.joined()
        #expect(refusal(InventedWorkbook(wide).bytes)?.reason == .tooManyCells)
        let long = String(repeating: "<row><c t=\"s\"><v>0</v></c></row>", count: 4_000)
        let text = "<t>" + String(repeating: "a", count: 32_000) + "</t>"
        #expect(refusal(InventedWorkbook(long, strings: [text]).bytes)?.reason == .tooMuchText)
        #expect(throws: WorkbookRefusal.Reason.tooManyCells) {
            var use = SheetUse()
            try use.add(Cell(column: 0, place: 0..<1, kind: .text), times: SheetLimits.cells + 1)
        }
    }

    @Test(arguments: [
        (1, 0, "A1"), (7, 2, "C7"), (1, 25, "Z1"), (1, 26, "AA1"), (1_048_576, 16_383, "XFD1048576"), (1, 701, "ZZ1"),
        (1, 702, "AAA1"),
    ])
    func `cells have the names that spreadsheets show`(row: Int, column: Int, name: String) {
        #expect(cellName(row: row, column: column) == name)
        #expect(CellReference(Array(name.utf8).span).map { [$0.row, $0.column] } == [row, column])
    }
}
