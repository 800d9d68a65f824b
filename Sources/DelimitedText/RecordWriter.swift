import ASCII

/// Writes CSV that opens in Excel as it is: UTF-8 with a byte order mark, CRLF, all cells quoted, and no cell
/// that a spreadsheet would run.
///
/// Text is taken as given but for the formula guard: control and invisible characters are the report's to
/// neutralise, before, in one place.
package struct RecordWriter: Sendable {
    package private(set) var bytes: [UInt8]

    package init() { bytes = utf8Mark }

    /// Cells that stand in no file yet.
    fileprivate init(cellsOf count: Int) {
        bytes = []
        bytes.reserveCapacity(count)
    }

    /// Hands over what there is, if it is more than so many bytes, and goes on without it.
    package mutating func handOver(above limit: Int = 0, to take: ([UInt8]) -> Void) {
        if bytes.count <= limit { return }
        take(bytes)
        bytes.removeAll(keepingCapacity: true)
    }

    /// Makes room for so many bytes more.
    package mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

    /// Adds one row. Every row of a file must have as many cells as its header.
    package mutating func write(_ cells: [String]) {
        for cell in cells { add(cell) }
        endRow()
    }

    /// Adds one cell to the row that `endRow()` closes.
    package mutating func add(_ cell: String) {
        let text = cell.utf8.span
        // Letters and digits of ASCII, nearly every cell there is, never start a formula.
        let isGuarded = !text.isEmpty && !isAlphanumeric(text[0]) && startsFormula(cell)
        // Looked for first, in sixteen bytes at once, so that nothing is asked of each byte that is copied.
        var least: UInt8 = 0xFF
        for i in text.indices { least = min(least, text[i] ^ .quotationMark) }
        let hasQuote = least == 0
        add(2 * text.count + 1) { bytes in
            if isGuarded { bytes.append(.apostrophe) }
            if hasQuote {
                for i in text.indices { bytes.append(repeating: text[i], count: text[i] == .quotationMark ? 2 : 1) }
            } else {
                for i in text.indices { bytes.append(text[i]) }
            }
        }
    }

    /// Adds cells that `RecordCells` has already written: the same for many rows.
    package mutating func add(_ cells: RecordCells) {
        if !atRowStart { bytes.append(.comma) }
        atRowStart = false
        bytes.append(contentsOf: cells.bytes)
    }

    /// Adds a cell of digits; the number is not negative. No number, an empty cell.
    package mutating func add(number: Int?) {
        add(20) { bytes in if let number { bytes.append(digitsOf: number) } }
    }

    /// Adds three cells that stand together in most tables: two times of day as `09:04:10`, and a number of minutes.
    package mutating func add(from: Int?, to: Int?, minutes: Int?) {
        add(8 + 3 + 8 + 3 + 20) { bytes in
            if let from { bytes.append(clock: from) }
            bytes.appendSeparator()
            if let to { bytes.append(clock: to) }
            bytes.appendSeparator()
            if let minutes { bytes.append(digitsOf: minutes) }
        }
    }

    /// Adds a cell of bytes that hold no quote and start no formula.
    package mutating func add(bytes cell: [UInt8]) {
        if !atRowStart { bytes.append(.comma) }
        atRowStart = false
        bytes.append(.quotationMark)
        bytes.append(contentsOf: cell)
        bytes.append(.quotationMark)
    }

    /// Adds a cell of at most so many bytes between its quotes: room for them is made once and not for each.
    @inline(__always) private mutating func add(_ count: Int, _ cell: (inout OutputSpan<UInt8>) -> Void) {
        let isFirst = atRowStart
        atRowStart = false
        bytes.append(addingCapacity: count + 3) { bytes in
            if !isFirst { bytes.append(.comma) }
            bytes.append(.quotationMark)
            cell(&bytes)
            bytes.append(.quotationMark)
        }
    }

    package mutating func endRow() {
        bytes.append(.carriageReturn)
        bytes.append(.lineFeed)
        atRowStart = true
    }

    private var atRowStart = true
}

/// Cells as they stand in a file, guarded and quoted once: at least one.
package struct RecordCells: Sendable {
    let bytes: [UInt8]

    package init(_ cells: String...) { self.init(cells) }

    package init(_ first: RecordCells, _ last: String) {
        var writer = RecordWriter(cellsOf: first.bytes.count + last.utf8.count + 4)
        writer.add(first)
        writer.add(last)
        bytes = writer.bytes
    }

    package init(_ cells: [String]) {
        var writer = RecordWriter(cellsOf: cells.reduce(0) { $0 + $1.utf8.count + 4 })
        for cell in cells { writer.add(cell) }
        bytes = writer.bytes
    }
}

extension [UInt8] {
    /// Appends a number in decimal; it is not negative.
    package mutating func append(digitsOf number: Int) {
        append(addingCapacity: 20) { bytes in bytes.append(digitsOf: number) }
    }
}

extension OutputSpan<UInt8> {
    fileprivate mutating func append(digitsOf number: Int) {
        if number >= 10 { append(digitsOf: number / 10) }
        append(.digitZero + UInt8(truncatingIfNeeded: number % 10))
    }

    /// `09:04:10`
    fileprivate mutating func append(clock secondsOfDay: Int) {
        let seconds = UInt32(truncatingIfNeeded: secondsOfDay)
        append(twoDigitsOf: seconds / 3600)
        append(.colon)
        append(twoDigitsOf: seconds / 60 % 60)
        append(.colon)
        append(twoDigitsOf: seconds % 60)
    }

    /// Between two cells: `","`.
    fileprivate mutating func appendSeparator() {
        append(.quotationMark)
        append(.comma)
        append(.quotationMark)
    }

    fileprivate mutating func append(twoDigitsOf number: UInt32) {
        append(.digitZero + UInt8(truncatingIfNeeded: number / 10))
        append(.digitZero + UInt8(truncatingIfNeeded: number % 10))
    }
}

private func isAlphanumeric(_ byte: UInt8) -> Bool { (byte | .caseBit) &- .smallA < 26 || byte &- .digitZero < 10 }

/// True for text that a spreadsheet would take for a formula: its first scalar behind blanks, byte order
/// marks and other invisible ones is `=`, `+`, `-`, `@`, one of their full-width forms, or a tab or line end.
///
/// Works on scalars: as a Swift `Character`, `=` with a combining mark is not `=`, but to Excel it is.
package func startsFormula(_ cell: String) -> Bool {
    for scalar in cell.unicodeScalars {
        switch scalar {
        case "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": return true
        default:
            if scalar.value > 0x20 && !scalar.properties.isWhitespace && !scalar.properties.isDefaultIgnorableCodePoint
            {
                return false
            }
        }
    }
    return false
}

/// Takes off the apostrophe that guards a formula: a cell of our own lists that comes back, copied into another file,
/// is the text it was.
package func unguarded(_ cell: String) -> String {
    guard cell.utf8.first == .apostrophe else { return cell }
    let text = String(cell.unicodeScalars.dropFirst())
    return startsFormula(text) ? text : cell
}
