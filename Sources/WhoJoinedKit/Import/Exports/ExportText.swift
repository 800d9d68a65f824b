import DelimitedText

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
    private let headEnd: LineStart

    private static let headCells = 400

    init(_ text: UnsplitText, file: String, delimiter: UInt8) {
        self.file = file
        self.delimiter = delimiter
        bytes = text.decoded.bytes
        encoding = text.decoded.encoding
        headEnd = text.headEnd
        var (first, damage) = DelimitedText.records(in: bytes, to: headEnd.offset, delimiter: delimiter)
        if !damage.isEmpty {
            // Cells of exports end on their line; only a preamble's title may not.
            (first, damage) = DelimitedText.records(
                in: bytes, to: headEnd.offset, delimiter: delimiter, limits: ReadingLimits(linesOfACell: 6))
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
        readRecords(in: bytes, delimiter: delimiter) { record in
            if record.line > line, !ExportText.isPadding(record) { onRow(record) }
        } onDamage: { number, why in
            if number > line { onDamage(number, why) }
        }
    }

    /// Empty cells only, or a lone Ctrl-Z, the end mark of old DOS programs.
    private static func isPadding(_ record: borrowing Record) -> Bool {
        if record.range(at: 0).count > 1 { return false }
        return record.count == 1 && record.range(at: 0).first.map { record.bytes[$0] } == .substitute
            || (0..<record.count).allSatisfy { Cells.isBlank(record, $0) }
    }

    /// How many lines the file has, if they are as long as the first: what is not used of a reserve costs nothing.
    var likelyLines: Int { bytes.count / max(64, headEnd.offset / max(1, headEnd.lines)) + 1 }

    /// The file stops in the middle of a line.
    var endsWithoutLineEnd: Bool { bytes.last.map { $0 != .lineFeed && $0 != .carriageReturn } ?? false }

    /// A UTF-16 file stops in the middle of the first letter of a line: something is missing, but there is no row.
    var endsInHalfALetter: Bool {
        bytes.last == .notUTF8 && bytes.dropLast().last.map { $0 == .lineFeed || $0 == .carriageReturn } ?? false
    }
}
