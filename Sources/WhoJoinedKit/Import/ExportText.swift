import DelimitedText

/// A row near the top of a file, in the form that headers are compared in.
struct HeadRow: Sendable {
    /// Physical line, from 1.
    var line: Int
    /// Lower case, accents gone, blanks single.
    var folded: [String]
    /// As written, trimmed.
    var texts: [String]

    func column(_ names: String...) -> Int? { names.lazy.compactMap { name in folded.firstIndex(of: name) }.first }
    func contains(_ name: String) -> Bool { folded.contains(name) }
    /// Cells that hold something.
    var filled: Int { folded.count { !$0.isEmpty } }
    var first: String { folded.first ?? "" }
    /// Without the empty cells that a spreadsheet pads with at the end.
    var trimmed: [String] { Array(folded[..<((folded.lastIndex { !$0.isEmpty } ?? -1) + 1)]) }
}

/// A decoded export: what formats recognise and read.
struct ExportText: Sendable {
    let file: String
    let bytes: [UInt8]
    let encoding: TextEncoding
    let delimiter: UInt8
    /// The first rows, at most 16, blank ones left out. Their cells may go over several lines (a title in quotes).
    let head: [HeadRow]
    /// The first of the first lines that cannot be read at all.
    let damagedHead: (line: Int, why: LineDamage)?

    /// Cells of exports end on their line; only a preamble's title may not.
    private static let headLimits = ReadingLimits(linesOfACell: 6)
    private static let headBytes = 131_072

    init(_ decoded: DecodedText, file: String, delimiter: UInt8) {
        self.file = file
        self.delimiter = delimiter
        bytes = decoded.bytes
        encoding = decoded.encoding
        (head, damagedHead) = ExportText.head(of: decoded.bytes, delimiter: delimiter)
    }

    private static func head(of bytes: [UInt8], delimiter: UInt8) -> ([HeadRow], (line: Int, why: LineDamage)?) {
        var rows: [HeadRow] = []
        var damage: (line: Int, why: LineDamage)?
        let start = beginning(of: bytes, lines: 16)
        readRecords(in: Array(bytes[..<start]), delimiter: delimiter, limits: headLimits) { record in
            guard !record.isBlank else { return }
            let texts = (0..<min(record.count, 400)).map { Cells.text(record, $0) }
            let folded = texts.map(Cells.folded)
            if folded.allSatisfy(\.isEmpty) || isSeparatorHint(folded[0]) { return }
            rows.append(HeadRow(line: record.line, folded: folded, texts: texts))
        } onDamage: { line, why in
            damage = damage ?? (line, why)
        }
        return (rows, damage)
    }

    /// Excel's first line `sep=;`.
    static func isSeparatorHint(_ text: String) -> Bool { text.utf8.starts(with: "sep=".utf8) && text.utf8.count <= 5 }

    /// Where the first lines end.
    private static func beginning(of bytes: [UInt8], lines: Int) -> Int {
        var left = lines
        let limit = min(bytes.count, headBytes)
        for i in 0..<limit where bytes[i] == 0x0A || bytes[i] == 0x0D && !(i + 1 < limit && bytes[i + 1] == 0x0A) {
            left -= 1
            if left == 0 { return i + 1 }
        }
        return bytes.count <= headBytes ? bytes.count : limit
    }

    /// Separators to try, the likeliest first: counted outside quotes in the first lines.
    static func delimiters(in bytes: [UInt8]) -> [UInt8] {
        if let hint = separatorHint(in: bytes) { return [hint] }
        var counts: [UInt8: Int] = [0x09: 0, 0x3B: 0, 0x2C: 0]
        var isQuoted = false
        for byte in bytes[..<min(beginning(of: bytes, lines: 14), 16_384)] {
            if byte == 0x22 { isQuoted.toggle() }
            if !isQuoted, byte == 0x2C || byte == 0x3B || byte == 0x09 { counts[byte, default: 0] += 1 }
        }
        return [0x09, 0x3B, 0x2C].sorted { counts[$0]! > counts[$1]! }
    }

    private static func separatorHint(in bytes: [UInt8]) -> UInt8? {
        let head = Array(bytes.prefix(8)).filter { $0 != 0x22 }
        guard head.count >= 5, Cells.equals(head, 0..<4, "sep=") else { return nil }
        return [0x09, 0x3B, 0x2C, 0x7C].contains(head[4]) ? head[4] : nil
    }

    /// All rows below a line, and the lines that are damaged. Blank rows are left out.
    func eachRow(after line: Int, _ onRow: (borrowing Record) -> Void, onDamage: (Int, LineDamage) -> Void) {
        readRecords(in: bytes, delimiter: delimiter) { record in
            if record.line > line, !ExportText.isPadding(record) { onRow(record) }
        } onDamage: { number, why in
            if number > line { onDamage(number, why) }
        }
    }

    /// Empty cells only, or a lone Ctrl-Z, the end mark of old DOS programs.
    private static func isPadding(_ record: borrowing Record) -> Bool {
        if record.range(at: 0).count > 1 { return false }
        return record.isBlank || record.count == 1 && record.bytes == [0x1A]
            || record.bytes.allSatisfy { $0 <= 0x20 || $0 >= 0x80 } && (0..<record.count).allSatisfy { Cells.isBlank(record, $0) }
    }

    /// The file stops in the middle of a line.
    var endsWithoutLineEnd: Bool { bytes.last.map { $0 != 0x0A && $0 != 0x0D } ?? false }
}

/// Finds the columns of a format by their names; a name may stand once only.
struct Columns {
    private let row: HeadRow
    private let range: Range<Int>
    /// Names of which the header has two.
    private(set) var duplicates: [String] = []

    /// - Parameter range: the part of the row to look in (a wide row names some columns twice on purpose).
    init(_ row: HeadRow, in range: Range<Int>? = nil) {
        self.row = row
        self.range = range ?? 0..<row.folded.count
    }

    /// The first of the names that the header has.
    mutating func find(_ names: String...) -> Int? { find(names) }

    mutating func find(_ names: [String]) -> Int? {
        for name in names {
            let found = range.filter { row.folded[$0] == name }
            if found.count > 1 { duplicates.append(row.texts[found[0]]) }
            if let first = found.first { return first }
        }
        return nil
    }
}

extension HeadRow {
    /// Any row, in the form of headers: for files in which headers stand between the rows.
    init(_ record: borrowing Record) {
        let texts = (0..<min(record.count, 64)).map { Cells.text(record, $0) }
        self.init(line: record.line, folded: texts.map(Cells.folded), texts: texts)
    }
}
