import DelimitedText
import Testing

@testable import WhoJoinedKit

struct ExportTextTests {
    private static let many = (1...40).map { "r\($0),x" }.joined(separator: "\n")

    /// The first lines are read once, for recognition, and given again; whatever is odd in them must change nothing.
    @Test(arguments: [
        "", "a,b", "a,b\n", many, many + "\n", many + "\r\n\r\n", "\n\n,,\n" + many, "sep=,\n" + many, "a,b\n\u{1A}",
        "a\"b,c\n" + many,
        "\"title\nover two lines\",b\n" + many, many + "\nbad\"quote,x\nlast,x",
        (1...15).map { "r\($0)\n" }.joined() + "\"open\nr17\nr18",
        (1...16).map { "r\($0)\r" }.joined(), String(repeating: "x", count: 140_000) + ",y\nz,w",
    ])
    func `every row of a file comes once and in order`(text: String) {
        let bytes = Array(text.utf8)
        var (rows, damaged): ([[String]], [Int]) = ([], [])
        ExportText(UnsplitText(DecodedText(bytes: bytes, encoding: .utf8)), file: "x.csv", delimiter: 0x2C).eachRow(
            after: 0
        ) {
            rows.append(["\($0.line)"] + $0.texts)
        } onDamage: { line, _ in
            damaged.append(line)
        }
        let (expected, damage) = records(in: bytes, delimiter: 0x2C)
        #expect(
            rows
                == expected.filter { !$0.texts.allSatisfy { $0.isEmpty || $0 == "\u{1A}" } }.map {
                    ["\($0.line)"] + $0.texts
                })
        #expect(damaged == damage.map(\.line))
    }

    @Test func `a header's labels are compared without case, accents and doubled blanks`() {
        let unsplit = UnsplitText(DecodedText(bytes: Array(" Prénom ,\"JOIN  Time\",,\n".utf8), encoding: .utf8))
        let text = ExportText(unsplit, file: "x.csv", delimiter: 0x2C)
        let row = text.head[0]
        #expect(row.labels == ["prenom", "join time", "", ""])
        #expect(row.texts == ["Prénom", "JOIN  Time", "", ""])
        #expect((row.column("time", "join time"), row.width, row.filled) == (1, 2, 2))
        #expect(row.isLabel(0, "prenom") && !row.isLabel(0, "join time") && !row.isLabel(9, ""))
    }

    @Test(arguments: [true, false])
    func `rows that a spreadsheet took for one cell each are rows`(headerToo: Bool) throws {
        let header = "Name (original name),Email,Join time,Leave time,Duration (minutes),Guest"
        let row = "Ann Lee,a@b.example,\"16/11/2026 08:55:42 AM\",\"16/11/2026 09:46:25 AM\",51,No"
        let quoted = "\"" + row.replacing("\"", with: "\"\"") + "\""
        let export = try readText("\(headerToo ? "\"\(header)\"" : header)\n\(quoted)\n")
        #expect(export.lines == ["Ann Lee <a@b.example> 2026-11-16 08:55:42-09:46:25 3060s internal"])
        #expect(export.isComplete && export.problems.map(\.code) == ["rows-in-quotes"])
    }
}
