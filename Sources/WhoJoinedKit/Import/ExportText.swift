import DelimitedText

/// A row near the top of a file, in the form that headers are compared in. Most are only looked at: a cell becomes text when it is asked for.
struct HeadRow: Sendable {
    /// As it stands in the file.
    let record: Record
    /// The cells in lower case, accents gone, blanks single.
    private var folded: [UInt8] = []
    /// Where each of them stands in `folded`.
    private var ranges: [Range<Int>] = []
    /// A bit for the length and the first letter of each cell: names that the row does not have are nearly all told by it.
    private var signature: UInt64 = 0

    /// - Parameter limit: cells behind so many are left out.
    init(_ record: borrowing Record, limit: Int = 64) {
        self.record = copy record
        let count = min(record.count, limit)
        ranges.reserveCapacity(count)
        if let plain = Cells.plainlyFolded(record.bytes) {
            folded = plain
            for column in 0..<count { ranges.append(Cells.trimmed(folded, record.range(at: column))) }
        } else {
            for column in 0..<count {
                let start = folded.count
                Cells.appendFolded(record.bytes, Cells.trimmed(record.bytes, record.range(at: column)), to: &folded)
                ranges.append(start..<folded.count)
            }
        }
        for range in ranges { signature |= HeadRow.bit(range.count, range.isEmpty ? 0 : folded[range.lowerBound]) }
    }

    private static func bit(_ count: Int, _ first: UInt8) -> UInt64 { 1 << UInt64(truncatingIfNeeded: (count &* 7 &+ Int(first)) & 63) }
    fileprivate func mayHave(_ name: String) -> Bool { signature & HeadRow.bit(name.utf8.count, name.utf8.first ?? 0) != 0 }

    /// Physical line, from 1.
    var line: Int { record.line }
    var count: Int { ranges.count }

    /// The comparable form of a cell, and of all.
    func label(_ column: Int) -> String { String(decoding: folded[ranges[column]], as: UTF8.self) }
    var labels: [String] { ranges.indices.map(label) }
    var first: String { ranges.isEmpty ? "" : label(0) }
    /// As written, trimmed.
    func text(_ column: Int) -> String { Cells.text(record, column) }
    var texts: [String] { ranges.indices.map(text) }

    func isLabel(_ column: Int, _ name: String) -> Bool {
        column < ranges.count && ranges[column].count == name.utf8.count && folded[ranges[column]].elementsEqual(name.utf8)
    }

    /// Where the first of these names stands that the row has.
    func column(_ names: String...) -> Int? { column(names) }
    func column(_ names: [String]) -> Int? { names.lazy.filter(mayHave).compactMap { name in ranges.indices.first { isLabel($0, name) } }.first }
    func contains(_ name: String) -> Bool { mayHave(name) && ranges.indices.contains { isLabel($0, name) } }
    /// How many cells are one of these.
    func count(of names: [String]) -> Int { names.reduce(0) { sum, name in mayHave(name) ? sum + ranges.indices.count { isLabel($0, name) } : sum } }
    /// Cells that hold something.
    var filled: Int { ranges.count { !$0.isEmpty } }
    /// How many cells there are without the empty ones that a spreadsheet pads with at the end.
    var width: Int { (ranges.lastIndex { !$0.isEmpty } ?? -1) + 1 }
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
    /// What `eachRow` need not read again: all records of the first lines, and where those end.
    private let opening: (records: [Record], end: LineStart)

    private static let headLines = 16
    private static let headBytes = 131_072
    private static let headCells = 400

    init(_ decoded: DecodedText, file: String, delimiter: UInt8) {
        self.file = file
        self.delimiter = delimiter
        bytes = decoded.bytes
        encoding = decoded.encoding
        let end = ExportText.beginning(of: bytes, lines: ExportText.headLines)
        var (first, damage) = DelimitedText.records(in: bytes, to: end.offset, delimiter: delimiter)
        let isMidLine = end.lines < ExportText.headLines && end.offset < bytes.count
        opening = damage.isEmpty && !isMidLine ? (first, end) : ([], LineStart())
        if !damage.isEmpty {
            // Cells of exports end on their line; only a preamble's title may not.
            (first, damage) = DelimitedText.records(in: bytes, to: end.offset, delimiter: delimiter, limits: ReadingLimits(linesOfACell: 6))
        }
        head = first.lazy.filter { !$0.isBlank }.map { HeadRow($0, limit: ExportText.headCells) }.filter { $0.filled > 0 && !$0.isSeparatorHint }
        damagedHead = damage.first
    }

    /// Where the first lines end.
    private static func beginning(of bytes: [UInt8], lines: Int) -> LineStart {
        var end = LineStart()
        let limit = min(bytes.count, headBytes)
        let top = bytes.span.extracting(..<limit)
        for i in top.indices where top[i] <= 0x0D && (top[i] == 0x0A || top[i] == 0x0D && !(i + 1 < limit && top[i + 1] == 0x0A)) {
            end = LineStart(offset: i + 1, lines: end.lines + 1)
            if end.lines == lines { return end }
        }
        end.offset = limit
        return end
    }

    /// Separators to try, the likeliest first: counted outside quotes in the first lines.
    static func delimiters(in bytes: [UInt8]) -> [UInt8] {
        if let hint = separatorHint(in: bytes) { return [hint] }
        var (tabs, semicolons, commas) = (0, 0, 0)
        var isQuoted = false
        let top = bytes.span.extracting(..<min(beginning(of: bytes, lines: 14).offset, 16_384))
        for i in top.indices {
            switch top[i] {
            case 0x22: isQuoted.toggle()
            case 0x09 where !isQuoted: tabs += 1
            case 0x3B where !isQuoted: semicolons += 1
            case 0x2C where !isQuoted: commas += 1
            default: break
            }
        }
        return [(0x09, tabs), (0x3B, semicolons), (0x2C, commas)].sorted { $0.1 > $1.1 }.map(\.0)
    }

    private static func separatorHint(in bytes: [UInt8]) -> UInt8? {
        let head = Array(bytes.prefix(8)).filter { $0 != 0x22 }
        guard head.count >= 5, Cells.equals(head, 0..<4, "sep=") else { return nil }
        return [0x09, 0x3B, 0x2C, 0x7C].contains(head[4]) ? head[4] : nil
    }

    /// All rows below a line, and the lines that are damaged. Blank rows are left out.
    func eachRow(after line: Int, _ onRow: (borrowing Record) -> Void, onDamage: (Int, LineDamage) -> Void) {
        eachRowOfHead(after: line, onRow)
        eachRow(after: line, in: rest, onRow, onDamage: onDamage)
    }

    /// Those rows of the first lines that were read already.
    func eachRowOfHead(after line: Int, _ onRow: (borrowing Record) -> Void) {
        for record in opening.records where record.line > line && !ExportText.isPadding(record) { onRow(record) }
    }

    func eachRow(after line: Int, in part: Part, _ onRow: (borrowing Record) -> Void, onDamage: (Int, LineDamage) -> Void) {
        readRecords(in: bytes, from: part.start, to: part.end, delimiter: delimiter) { record in
            if record.line > line, !ExportText.isPadding(record) { onRow(record) }
        } onDamage: { number, why in
            if number > line { onDamage(number, why) }
        }
    }

    /// Whole lines that follow each other.
    struct Part: Sendable {
        var start: LineStart
        var end: Int
    }

    /// What `eachRowOfHead` does not have.
    var rest: Part { Part(start: opening.end, end: bytes.count) }

    /// The rest in so many parts of about the same size. No cell of an export goes over its line, so each can be read by itself.
    func parts(of count: Int) -> [Part] {
        let ends = (1...count).map { number in
            let about = number == count ? bytes.count : rest.start.offset + (bytes.count - rest.start.offset) / count * number
            return bytes[about...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
        }
        let starts = [rest.start.offset] + ends.dropLast()
        let lines = inParallel(count) { physicalLines(in: bytes, starts[$0]..<ends[$0]) }
        var before = rest.start.lines
        return (0..<count).map { i in
            defer { before += lines[i] }
            return Part(start: LineStart(offset: starts[i], lines: before), end: ends[i])
        }
    }

    /// Empty cells only, or a lone Ctrl-Z, the end mark of old DOS programs.
    private static func isPadding(_ record: borrowing Record) -> Bool {
        if record.range(at: 0).count > 1 { return false }
        return record.isBlank || record.count == 1 && record.bytes == [0x1A]
            || record.bytes.allSatisfy { $0 <= 0x20 || $0 >= 0x80 } && (0..<record.count).allSatisfy { Cells.isBlank(record, $0) }
    }

    /// How many lines the file has, if they are as long as the first: what is not used of a reserve costs nothing.
    var likelyLines: Int { bytes.count / max(64, opening.end.offset / max(1, opening.end.lines)) + 1 }

    /// The file stops in the middle of a line.
    var endsWithoutLineEnd: Bool { bytes.last.map { $0 != 0x0A && $0 != 0x0D } ?? false }

    /// A UTF-16 file stops in the middle of the first letter of a line: something is missing, but there is no row.
    var endsInHalfALetter: Bool { bytes.last == 0xFF && bytes.dropLast().last.map { $0 == 0x0A || $0 == 0x0D } ?? false }
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
        self.range = range ?? 0..<row.count
    }

    /// The first of the names that the header has.
    mutating func find(_ names: String...) -> Int? { find(names) }

    mutating func find(_ names: [String]) -> Int? {
        for name in names where row.mayHave(name) {
            guard let first = range.first(where: { row.isLabel($0, name) }) else { continue }
            if range.last(where: { row.isLabel($0, name) }) != first { duplicates.append(row.text(first)) }
            return first
        }
        return nil
    }
}

extension HeadRow {
    /// Excel's first line `sep=;`.
    fileprivate var isSeparatorHint: Bool {
        let first = first.utf8
        return first.count <= 5 && first.starts(with: "sep=".utf8)
    }
}
