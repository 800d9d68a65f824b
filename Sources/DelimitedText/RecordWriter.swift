/// Writes CSV that opens in Excel as it is: UTF-8 with a byte order mark, CRLF, all cells quoted, and no cell
/// that a spreadsheet would run.
///
/// Text is taken as given but for the formula guard: control and invisible characters are the report's to
/// neutralise, before, in one place.
package struct RecordWriter: Sendable {
    package private(set) var bytes: [UInt8]

    package init() { bytes = [0xEF, 0xBB, 0xBF] }

    /// Makes room for so many bytes more.
    package mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

    /// Adds one row. Every row of a file must have as many cells as its header.
    package mutating func write(_ cells: [String]) {
        for cell in cells { add(cell) }
        endRow()
    }

    /// Adds one cell to the row that `endRow()` closes.
    package mutating func add(_ cell: String) {
        open()
        if startsFormula(cell) { bytes.append(0x27) }
        let text = cell.utf8.span
        // All bytes are looked at, so that the loop is done for sixteen at once.
        var quotes: UInt8 = 0
        for i in text.indices { quotes |= text[i] == 0x22 ? 1 : 0 }
        if quotes == 0 {
            bytes.append(contentsOf: cell.utf8)
        } else {
            for i in text.indices {
                if text[i] == 0x22 { bytes.append(0x22) }
                bytes.append(text[i])
            }
        }
        bytes.append(0x22)
    }

    /// Adds cells that `RecordCells` has already written: the same for many rows.
    package mutating func add(_ cells: RecordCells) {
        if !atRowStart { bytes.append(0x2C) }
        atRowStart = false
        bytes.append(contentsOf: cells.bytes)
    }

    /// Adds a cell of digits; the number is not negative. No number, an empty cell.
    package mutating func add(number: Int?) {
        open()
        if let number { bytes.append(digitsOf: number) }
        bytes.append(0x22)
    }

    /// Adds a time of day as `09:04:10`. No time, an empty cell.
    package mutating func add(clock secondsOfDay: Int?) {
        open()
        if let seconds = secondsOfDay {
            addTwoDigits(seconds / 3600)
            bytes.append(0x3A)
            addTwoDigits(seconds / 60 % 60)
            bytes.append(0x3A)
            addTwoDigits(seconds % 60)
        }
        bytes.append(0x22)
    }

    private mutating func addTwoDigits(_ number: Int) {
        bytes.append(0x30 + UInt8(truncatingIfNeeded: number / 10))
        bytes.append(0x30 + UInt8(truncatingIfNeeded: number % 10))
    }

    /// Adds a cell of bytes that hold no quote and start no formula.
    package mutating func add(bytes cell: [UInt8]) {
        open()
        bytes.append(contentsOf: cell)
        bytes.append(0x22)
    }

    private mutating func open() {
        if !atRowStart { bytes.append(0x2C) }
        atRowStart = false
        bytes.append(0x22)
    }

    package mutating func endRow() {
        bytes.append(0x0D)
        bytes.append(0x0A)
        atRowStart = true
    }

    private var atRowStart = true
}

/// Cells as they stand in a file, guarded and quoted once: at least one.
package struct RecordCells: Sendable {
    let bytes: [UInt8]

    package init(_ cells: String...) {
        var writer = RecordWriter()
        for cell in cells { writer.add(cell) }
        bytes = Array(writer.bytes.dropFirst(3))
    }
}

extension [UInt8] {
    /// Appends a number in decimal; it is not negative.
    package mutating func append(digitsOf number: Int) {
        if number >= 10 { append(digitsOf: number / 10) }
        append(0x30 + UInt8(truncatingIfNeeded: number % 10))
    }
}

/// True for text that a spreadsheet would take for a formula: its first scalar behind blanks, byte order
/// marks and other invisible ones is `=`, `+`, `-`, `@`, one of their full-width forms, or a tab or line end.
///
/// Works on scalars: as a Swift `Character`, `=` with a combining mark is not `=`, but to Excel it is.
package func startsFormula(_ cell: String) -> Bool {
    guard let first = cell.utf8.first else { return false }
    // Letters and digits of ASCII, nearly every cell there is, never start a formula.
    if (first | 0x20) >= 0x61 && (first | 0x20) <= 0x7A || first >= 0x30 && first <= 0x39 { return false }
    for scalar in cell.unicodeScalars {
        switch scalar {
        case "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": return true
        default:
            if scalar.value > 0x20 && !scalar.properties.isWhitespace && !scalar.properties.isDefaultIgnorableCodePoint {
                return false
            }
        }
    }
    return false
}

/// Takes off the apostrophe that guards a formula: a cell of our own lists that comes back, copied into another file, is the text it was.
package func unguarded(_ cell: String) -> String {
    guard cell.utf8.first == 0x27 else { return cell }
    let text = String(cell.unicodeScalars.dropFirst())
    return startsFormula(text) ? text : cell
}
