import Testing

@testable import XlsxSheet

@Suite("Cells of a workbook")
struct CellTests {
    @Test(arguments: [
        ("0000", "42", "0042"), ("000000", "4201", "004201"), ("00000\\ 000000", "7700900123", "07700 900123"),
        ("&quot;P&quot;0000", "42", "P0042"), ("(000) 000-0000", "1234567890", "(123) 456-7890"),
        ("0000", "123456", "123456"),
        ("0000", "-42", "-0042"), ("0000", "0", "0000"), ("0000", "42.5", "42.5"), ("0", "4201.0", "4201"),
        ("&quot;0&quot;#", "7700900123", "07700900123"),
        ("0.00", "12.5", "12.5"), ("#,##0.00", "1234.5", "1234.5"), ("0.0%", "0.125", "0.125"),
        ("0.00E+00", "4.2E+09", "4200000000"),
        ("[&gt;100]0000;0", "5", "5"), ("@", "42", "42"), ("General", "42", "42"), ("&quot;day&quot;\\ 0", "3", "3"),
    ])
    func `a number is read as a person sees it`(format: String, value: String, text: String) throws {
        #expect(try InventedWorkbook.cell("<c s=\"1\"><v>\(value)</v></c>", formats: [format]) == text)
    }

    @Test(arguments: [
        ("4201", "4201"), ("4201.0", "4201"), ("4.2E+09", "4200000000"), ("81234567890", "81234567890"),
        ("0.30000000000000004", "0.3"),
        ("1.2345678901234501E+19", "12345678901234500000"), ("12345678901234567", "12345678901234567"),
        ("1E-7", "0.0000001"),
        ("99.999999999999999", "100"), ("-0", "0"), ("007", "7"), ("-1.50", "-1.5"), ("12.", "12"), ("1E", "1E"),
        ("1e999", "1e999"),
        ("abc", "abc"), ("+5", "5"), (".5", "0.5"), ("1E+9 ", "1E+9"), ("--5", "--5"), ("1E+-3", "1E+-3"),
    ])
    func `a number without a format has all its digits`(value: String, text: String) throws {
        #expect(try InventedWorkbook.cell("<c><v>\(value)</v></c>") == text)
    }

    @Test(arguments: [
        ("dd/mm/yyyy;@", "46342", "2026-11-16"), ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "46342", "2026-11-16"),
        ("mmm-yy", "46342", "2026-11-16"),
        ("dd/mm/yyyy hh:mm", "46342.37789351852", "2026-11-16 09:04:10"),
        ("dd/mm/yyyy hh:mm", "46342", "2026-11-16 00:00:00"),
        ("dd/mm/yyyy", "46342.37789351852", "2026-11-16 09:04:10"), ("h:mm AM/PM", "0.37789351852", "09:04:10"),
        ("hh:mm", "46342.37789351852", "2026-11-16 09:04:10"), ("mm:ss.0", "0.0325", "00:46:48"),
        ("hh:mm", "1.0416666667", "25:00:00"),
        ("[h]:mm", "1.1458333333", "27:30:00"), ("[mm]:ss", "0.03125", "0:45:00"), ("[h]:mm", "-0.5", "-12:00:00"),
        ("m", "46342", "2026-11-16"), ("h:m", "0.5", "12:00:00"), ("m:ss", "0.5", "12:00:00"),
        ("yyyy-mm-dd", "60", "1900-02-29"),
        ("yyyy-mm-dd", "61", "1900-03-01"), ("yyyy-mm-dd", "1", "1900-01-01"), ("yyyy-mm-dd", "0", "1900-01-00"),
        ("yyyy-mm-dd hh:mm", "0.5", "12:00:00"), ("yyyy-mm-dd", "2958465", "9999-12-31"),
        ("yyyy-mm-dd", "2958466", "2958466"),
        ("yyyy-mm-dd", "-5", "-5"), ("yyyy-mm-dd", "36585", "2000-02-29"), ("yyyy-mm-dd", "46342.999999", "2026-11-17"),
        ("[Red]dd/mm", "46342", "2026-11-16"),
        ("yyyy-mm-dd", "1E+300", "1" + String(repeating: "0", count: 300)), ("yyyy-mm-dd", "nan", "nan"),
        ("&quot;due&quot;0", "46342", "46342"),
    ])
    func `a date is read only where the format says so`(format: String, value: String, text: String) throws {
        #expect(try InventedWorkbook.cell("<c s=\"1\"><v>\(value)</v></c>", formats: [format]) == text)
    }

    @Test(arguments: [
        (14, "46342", "2026-11-16"), (20, "0.5", "12:00:00"), (22, "46342.5", "2026-11-16 12:00:00"),
        (46, "1.5", "36:00:00"),
        (1, "46342", "46342"), (10, "0.5", "0.5"), (49, "46342", "46342"), (0, "46342", "46342"),
        (45, "0.5", "12:00:00"),
    ])
    func `formats without a code are known`(id: Int, value: String, text: String) throws {
        #expect(try InventedWorkbook.cell("<c s=\"\(id + 1)\"><v>\(value)</v></c>") == text)
    }

    @Test func `days may be counted from 1904`() throws {
        var book = InventedWorkbook(
            "<row><c s=\"1\"><v>44880</v></c><c s=\"1\"><v>0</v></c></row>", formats: ["dd/mm/yyyy"])
        book.workbookSettings = "<workbookPr date1904=\"1\"/>"
        #expect(try book.rows() == [1: ["2026-11-16", "1904-01-01"]])
        book.workbookSettings = "<workbookPr date1904=\"false\"/>"
        #expect(try book.rows() == [1: ["2022-11-15", "1900-01-00"]])
    }

    @Test(arguments: [
        ("<c t=\"b\"><v>1</v></c>", "TRUE"), ("<c t=\"b\"><v>0</v></c>", "FALSE"),
        ("<c t=\"d\"><v>2026-11-16T09:04:10Z</v></c>", "2026-11-16 09:04:10"),
        ("<c t=\"d\" s=\"15\"><v>2026-11-16T00:00:00.000</v></c>", "2026-11-16"),
        ("<c t=\"d\"><v>2026-11-16</v></c>", "2026-11-16"),
        ("<c t=\"str\"><f>A1</f><v> Ada </v></c>", "Ada"), ("<c t=\"inlineStr\"><is><t>Ada</t></is></c>", "Ada"),
        (
            "<c t=\"inlineStr\"><is><r><t>A</t></r><r><rPr/><t>da </t></r><rPh><t>x</t></rPh></is></c>",
            "Ada"
        ),
        ("<c t=\"s\"><v>0</v></c>", "Zoë O’Nél"), ("<c t=\"s\"><v>1</v></c>", "Ada\r\nLane"),
        ("<c t=\"s\"><v>2</v></c>", "_x0041_"),
        ("<c t=\"s\"><v>3</v></c>", "😀"), ("<c t=\"s\"><v>4</v></c>", "a_xZZZZ_b &"),
        ("<x:c t=\"s\"><x:v>0</x:v></x:c>", "Zoë O’Nél"),
    ])
    func `every type of cell is read`(cell: String, text: String) throws {
        let strings = [
            "<t>Zoë</t><rPh><t>reading</t></rPh><r><t xml:space=\"preserve\"> O’Nél</t></r>",
            "<t>Ada_x000D_\nLane</t>",
            "<t>_x005F_x0041_</t>",
            "<t>_xD83D__xDE00_</t>", "<t>a_xZZZZ_b &amp;</t>",
        ]
        let prefixed = cell.replacing("<x:c", with: "<x:c xmlns:x=\"y\"")
        #expect(try InventedWorkbook.cell(prefixed, strings: strings) == text)
    }

    @Test func `errors and formulas without a result are given with their cells`() throws {
        let rows = """
            <row r="7"><c r="C7" t="e"><v>#N/A</v></c><c r="D7"><f>SUM(A1:A2)</f><v></v></c>\
            <c r="E7"><f>1+1</f><v>2</v></c>\
            <c r="F7" t="str"><f>A1</f></c><c r="G7" t="str"><f>A1</f><v></v></c></row>
            """
        let sheet = try InventedWorkbook(rows).read().sheets[0]
        #expect(sheet.faults.map(\.name) == ["C7", "D7", "F7"])
        #expect(sheet.faults.map(\.cell.kind) == [.error, .formulaWithoutResult, .formulaWithoutResult])
        #expect(sheet.texts(of: sheet.rows[0]) == ["", "", "#N/A", "", "2", ""])
    }

    @Test func `zeros of formulas that nobody has calculated are no results`() throws {
        var book = InventedWorkbook("<row><c><f>1+1</f><v>0</v></c><c><v>0</v></c></row>")
        #expect(try book.read().sheets[0].faults.isEmpty)
        book.workbookSettings = "<calcPr fullCalcOnLoad=\"1\"/>"
        #expect(try book.read().sheets[0].faults.map(\.name) == ["A1"])
    }
}
