import DelimitedText
import Testing

@Suite struct RecordWriterTests {
    @Test func `rows are quoted, with a byte order mark and CRLF`() {
        var writer = RecordWriter()
        writer.write(["a", "b \"c\"", ""])
        #expect(
            String(decoding: writer.bytes, as: UTF8.self).unicodeScalars.elementsEqual(
                "\u{FEFF}\"a\",\"b \"\"c\"\"\",\"\"\r\n".unicodeScalars))
    }

    @Test(arguments: [
        "=1+1", "+4", "-4", "@x", "\t=1", " =1", "\u{FEFF}=1", "\u{200B}-1", "=\u{301}1", "\u{FF1D}1", "\rx",
        "\u{A0}=1",
    ])
    func `a cell that a spreadsheet would run is defused`(cell: String) {
        var writer = RecordWriter()
        writer.write([cell])
        let text = String(decoding: writer.bytes.dropFirst(3), as: UTF8.self)
        #expect(text.unicodeScalars.elementsEqual("\"'\(cell)\"\r\n".unicodeScalars))
    }

    @Test(arguments: ["", "Ann", "O'Brien", "7", "\u{627}\u{644}", "é=1", "a=1", ".", "#"])
    func `an ordinary cell stays as it is`(cell: String) {
        #expect(!startsFormula(cell))
    }

    @Test func `what is written is read back the same`() {
        let rows = [["Zoë", "a\"b", "x,y;z", " kept "], ["", "ć", "1", "2"]]
        var writer = RecordWriter()
        for row in rows { writer.write(row) }
        #expect(records(in: Array(writer.bytes.dropFirst(3))).records.map(\.texts) == rows)
    }
}
