import DelimitedText
import Testing

private struct Row: Equatable, CustomStringConvertible {
    var line: Int
    var cells: [String]
    var description: String { "\(line):\(cells)" }
}

private func read(_ text: String, delimiter: Character = ",", lines: Int = 1) -> (rows: [Row], damage: [String]) {
    let limits = ReadingLimits(field: 100, line: 1000, linesOfACell: lines)
    let found = records(in: Array(text.utf8), delimiter: delimiter.asciiValue!, limits: limits)
    return (found.records.map { Row(line: $0.line, cells: $0.texts) }, found.damage.map { "\($0.line) \($0.why)" })
}

@Suite struct ReadRecordsTests {
    @Test(arguments: [
        ("a,b\nc,d\n", [Row(line: 1, cells: ["a", "b"]), Row(line: 2, cells: ["c", "d"])]),
        ("a,b\r\nc,d", [Row(line: 1, cells: ["a", "b"]), Row(line: 2, cells: ["c", "d"])]),
        ("a\rb\r", [Row(line: 1, cells: ["a"]), Row(line: 2, cells: ["b"])]),
        ("\n\n a , b \n   \nx", [Row(line: 3, cells: ["a", "b"]), Row(line: 5, cells: ["x"])]),
        ("\"a,\"\"b\"\"\",c\n", [Row(line: 1, cells: ["a,\"b\"", "c"])]),
        (",\n", [Row(line: 1, cells: ["", ""])]),
        ("\"\"\n", [Row(line: 1, cells: [""])]),
    ])
    fileprivate func `records come with their physical line`(text: String, rows: [Row]) {
        let got = read(text)
        #expect(got.rows == rows)
        #expect(got.damage.isEmpty)
    }

    @Test(arguments: [
        ("a\nb\"c\nd\n", ["a", "d"], ["2 misplacedQuote"]),
        ("a\n\"b\nc\nd\n", ["a", "c", "d"], ["2 unterminatedQuote"]),
        ("a\n\"b", ["a"], ["2 unterminatedQuote"]),
        ("a\nb\u{0}c\nd", ["a", "d"], ["2 nulByte"]),
        ("a\n" + String(repeating: "x", count: 101) + "\nd", ["a", "d"], ["2 fieldTooLong"]),
        ("a\n" + String(repeating: "x,", count: 600) + "\nd", ["a", "d"], ["2 lineTooLong"]),
    ])
    func `a damaged line costs only itself`(text: String, kept: [String], damage: [String]) {
        let got = read(text)
        #expect(got.rows.flatMap(\.cells) == kept)
        #expect(got.damage == damage)
    }

    @Test func `a cell over several lines is one record only where that is allowed`() {
        let text = "a,\"b\nc\"\nd,e\n"
        #expect(read(text, lines: 3).rows == [Row(line: 1, cells: ["a", "b\nc"]), Row(line: 3, cells: ["d", "e"])])
        #expect(read(text).damage == ["1 unterminatedQuote", "2 misplacedQuote"])
        #expect(
            read("a,\"b\nc,d\ne,f\n", lines: 3).rows == [
                Row(line: 2, cells: ["c", "d"]), Row(line: 3, cells: ["e", "f"]),
            ])
    }

    @Test func `a byte that is not UTF-8 damages its line`() {
        let got = records(in: Array("a\n".utf8) + [0xFF, 0x0A] + Array("d\n".utf8))
        #expect(got.records.map(\.texts) == [["a"], ["d"]])
        #expect(got.damage.map(\.line) == [2])
        #expect(got.damage.map(\.why) == [.notUTF8])
    }

    @Test func `reading can begin at a line in the middle and end at another, and lines keep their numbers`() {
        let bytes = Array("a\nb\r\nc\nd".utf8)
        var lines: [Row] = []
        readRecords(in: bytes, from: LineStart(offset: 2, lines: 1), to: 7) {
            lines.append(Row(line: $0.line, cells: $0.texts))
        } onDamage: { _, _ in
            Issue.record("nothing is damaged")
        }
        #expect(lines == [Row(line: 2, cells: ["b"]), Row(line: 3, cells: ["c"])])
    }
}
