/// Writes CSV that opens in Excel as it is: UTF-8 with a byte order mark, CRLF, all cells quoted, and no cell
/// that a spreadsheet would run.
///
/// Text is taken as given but for the formula guard: control and invisible characters are the report's to
/// neutralise, before, in one place.
package struct RecordWriter: Sendable {
    package private(set) var bytes: [UInt8]

    package init() { bytes = [0xEF, 0xBB, 0xBF] }

    /// Adds one row. Every row of a file must have as many cells as its header.
    package mutating func write(_ cells: [String]) {
        var isFirst = true
        for cell in cells {
            if !isFirst { bytes.append(0x2C) }
            isFirst = false
            writeCell(cell)
        }
        bytes.append(0x0D)
        bytes.append(0x0A)
    }

    private mutating func writeCell(_ cell: String) {
        bytes.append(0x22)
        if startsFormula(cell) { bytes.append(0x27) }
        for byte in cell.utf8 {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
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
