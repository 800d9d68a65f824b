import DelimitedText

/// A row near the top of a file, compared as headers are: in any case, without accents, blanks single.
///
/// By reference, because every format looks at every row of the head.
final class HeadRow: Sendable {
    /// As it stands in the file.
    let record: Record
    /// The cells without accents and needless blanks; `nil` for nearly all rows, which have none.
    private let folded: Record?
    let count: Int
    /// How many cells hold something.
    let filled: Int
    /// A bit for the length and the first letter of each cell: names that the row does not have are nearly all told by
    /// it.
    private let signature: UInt64

    /// - Parameter limit: cells behind so many are left out.
    init(_ record: borrowing Record, limit: Int = 64) {
        self.record = copy record
        count = min(record.count, limit)
        if let found = HeadRow.features(of: record, count) {
            folded = nil
            (filled, signature) = found
        } else {
            var cells = Record(line: record.line)
            for column in 0..<count { cells.append(Cells.folded(record.bytes, record.range(at: column))) }
            folded = cells
            (filled, signature) = HeadRow.features(of: cells, count, areComparable: true) ?? (0, 0)
        }
    }

    /// - Returns: `nil` when there is more to a cell's comparable form than lower case.
    private static func features(of cells: borrowing Record, _ count: Int, areComparable: Bool = false) -> (
        filled: Int, signature: UInt64
    )? {
        var (filled, signature) = (0, UInt64(0))
        for column in 0..<count {
            let range = cells.range(at: column)
            if range.isEmpty { continue }
            if !areComparable, !Cells.isPlain(cells.bytes, range) { return nil }
            signature |= HeadRow.bit(range.count, cells.bytes[range.lowerBound])
            filled += 1
        }
        return (filled, signature)
    }

    fileprivate static func bit(_ count: Int, _ first: UInt8) -> UInt64 {
        let letter = first.loweredASCII
        return 1 << UInt64(truncatingIfNeeded: (count &* 7 &+ Int(letter)) & 63)
    }

    fileprivate static func bit(_ name: String) -> UInt64 {
        let letters = name.utf8.span
        return letters.isEmpty ? .max : bit(letters.count, letters[0])
    }

    fileprivate func mayHave(_ name: String) -> Bool { signature & HeadRow.bit(name) != 0 }

    private var comparable: Record { folded ?? record }

    /// Physical line, from 1.
    var line: Int { record.line }

    /// The comparable form of a cell, and of all.
    func label(_ column: Int) -> String { Cells.lowercased(comparable.bytes, comparable.range(at: column)) }
    var labels: [String] { (0..<count).map(label) }
    var first: String { count == 0 ? "" : label(0) }
    /// As written, trimmed.
    func text(_ column: Int) -> String { Cells.text(record, column) }
    var texts: [String] { (0..<count).map(text) }

    /// - Parameter name: in comparable form, as for all that ask for a name.
    func isLabel(_ column: Int, _ name: String) -> Bool {
        guard column < count else { return false }
        guard let folded else { return Cells.equals(record.bytes, record.range(at: column), name) }
        return Cells.equals(folded.bytes, folded.range(at: column), name)
    }

    private func place(of name: String) -> Int? { mayHave(name) ? (0..<count).first { isLabel($0, name) } : nil }

    /// Where the first of these names stands that the row has.
    func column(_ names: String...) -> Int? { column(names) }
    func column(_ names: [String]) -> Int? {
        for name in names { if let place = place(of: name) { return place } }
        return nil
    }
    func contains(_ name: String) -> Bool { place(of: name) != nil }
    func contains(anyOf names: HeadNames) -> Bool {
        names.all.contains { $0.bit & signature != 0 && contains($0.name) }
    }
    /// How many cells are one of these.
    func count(of names: HeadNames) -> Int {
        var sum = 0
        for (name, bit) in names.all where bit & signature != 0 { sum += (0..<count).count { isLabel($0, name) } }
        return sum
    }
    /// How many cells there are without the empty ones that a spreadsheet pads with at the end.
    var width: Int { ((0..<count).last { !comparable.isEmpty(at: $0) } ?? -1) + 1 }

    /// Excel's first line `sep=;`.
    fileprivate var isSeparatorHint: Bool {
        let cell = comparable.range(at: 0)
        return (4...5).contains(cell.count)
            && Cells.equals(comparable.bytes, cell.lowerBound..<cell.lowerBound + 4, "sep=")
    }
}

/// Names that every row near the top of every file is asked for.
struct HeadNames: Sendable, ExpressibleByArrayLiteral {
    fileprivate let all: [(name: String, bit: UInt64)]
    init(arrayLiteral names: String...) { all = names.map { ($0, HeadRow.bit($0)) } }
}

/// A decoded file whose separator is still to be found.
struct UnsplitText: Sendable {
    let decoded: DecodedText
    /// Where its first 16 lines end.
    fileprivate let headEnd: LineStart
    /// Separators to try, the likeliest first: counted outside quotes in the first 14 lines.
    let delimiters: [UInt8]

    fileprivate static let headLines = 16
    private static let headBytes = 131_072
    private static let countedLines = 14
    private static let countedBytes = 16_384

    init(_ decoded: DecodedText) {
        self.decoded = decoded
        var end = LineStart()
        var (tabs, semicolons, commas) = (0, 0, 0)
        var isQuoted = false
        let limit = min(decoded.bytes.count, UnsplitText.headBytes)
        let top = decoded.bytes.span.extracting(..<limit)
        for i in top.indices {
            let byte = top[i]
            // Letters and digits, as nearly all are.
            if byte > .comma, byte != .semicolon { continue }
            let isCounted = end.lines < UnsplitText.countedLines && i < UnsplitText.countedBytes
            switch byte {
            case .quotationMark where isCounted: isQuoted.toggle()
            case .tab where isCounted && !isQuoted: tabs += 1
            case .semicolon where isCounted && !isQuoted: semicolons += 1
            case .comma where isCounted && !isQuoted: commas += 1
            case .carriageReturn where i + 1 < limit && top[i + 1] == .lineFeed: break
            case .lineFeed, .carriageReturn: end = LineStart(offset: i + 1, lines: end.lines + 1)
            default: break
            }
            if end.lines == UnsplitText.headLines { break }
        }
        if end.lines < UnsplitText.headLines { end.offset = limit }
        headEnd = end
        let hint = UnsplitText.separatorHint(in: decoded.bytes)
        delimiters =
            hint.map { [$0] } ?? [(0x09, tabs), (0x3B, semicolons), (0x2C, commas)].sorted { $0.1 > $1.1 }.map(\.0)
    }

    private static func separatorHint(in bytes: [UInt8]) -> UInt8? {
        guard let first = bytes.first, first == .quotationMark || first | .caseBit == 0x73 else { return nil }
        let head = Array(bytes.prefix(8)).filter { $0 != .quotationMark }
        guard head.count >= 5, Cells.equals(head, 0..<4, "sep=") else { return nil }
        return [.tab, .semicolon, .comma, .verticalBar].contains(head[4]) ? head[4] : nil
    }
}

/// A decoded export: what formats recognise and read. By reference, because every reader of it holds it.
final class ExportText: Sendable {
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

    private static let headCells = 400

    init(_ text: UnsplitText, file: String, delimiter: UInt8) {
        self.file = file
        self.delimiter = delimiter
        bytes = text.decoded.bytes
        encoding = text.decoded.encoding
        let end = text.headEnd
        var (first, damage) = DelimitedText.records(in: bytes, to: end.offset, delimiter: delimiter)
        let isMidLine = end.lines < UnsplitText.headLines && end.offset < bytes.count
        opening = damage.isEmpty && !isMidLine ? (first, end) : ([], LineStart())
        if !damage.isEmpty {
            // Cells of exports end on their line; only a preamble's title may not.
            (first, damage) = DelimitedText.records(
                in: bytes, to: end.offset, delimiter: delimiter, limits: ReadingLimits(linesOfACell: 6))
        }
        var head: [HeadRow] = []
        head.reserveCapacity(first.count)
        for record in first where !record.isBlank {
            let row = HeadRow(record, limit: ExportText.headCells)
            if row.filled > 0, !row.isSeparatorHint { head.append(row) }
        }
        self.head = head
        damagedHead = damage.first
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

    func eachRow(
        after line: Int, in part: Part, _ onRow: (borrowing Record) -> Void, onDamage: (Int, LineDamage) -> Void
    ) {
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

    /// The rest in so many parts of about the same size. No cell of an export goes over its line, so each can be read
    /// by itself.
    func parts(of count: Int) -> [Part] {
        let ends = (1...count).map { number in
            let about =
                number == count ? bytes.count : rest.start.offset + (bytes.count - rest.start.offset) / count * number
            return bytes[about...].firstIndex(of: .lineFeed).map { $0 + 1 } ?? bytes.count
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
        return record.count == 1 && record.range(at: 0).first.map { record.bytes[$0] } == 0x1A
            || (0..<record.count).allSatisfy { Cells.isBlank(record, $0) }
    }

    /// How many lines the file has, if they are as long as the first: what is not used of a reserve costs nothing.
    var likelyLines: Int { bytes.count / max(64, opening.end.offset / max(1, opening.end.lines)) + 1 }

    /// The file stops in the middle of a line.
    var endsWithoutLineEnd: Bool { bytes.last.map { $0 != .lineFeed && $0 != .carriageReturn } ?? false }

    /// A UTF-16 file stops in the middle of the first letter of a line: something is missing, but there is no row.
    var endsInHalfALetter: Bool {
        bytes.last == 0xFF && bytes.dropLast().last.map { $0 == .lineFeed || $0 == .carriageReturn } ?? false
    }
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

    /// Two columns of one name: nobody can tell which is meant.
    func refuseDoubles(of file: String) throws(ImportRefusal) {
        if let twice = duplicates.first {
            throw ImportRefusal(badHeader: row, of: file, "two columns are called \"\(twice)\"")
        }
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
