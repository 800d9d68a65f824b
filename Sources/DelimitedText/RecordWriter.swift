import ASCII

/// Writes CSV that opens in Excel as it is: UTF-8 with a byte order mark, CRLF, all cells quoted, and no cell
/// that a spreadsheet would run.
///
/// Text is taken as given but for the formula guard: control and invisible characters are the report's to
/// neutralise, before, in one place.
package struct RecordWriter: Sendable {
    package private(set) var bytes = ByteOrderMark.utf8

    package init() {}

    /// Adds one row. Every row of a file must have as many cells as its header.
    package mutating func write(_ cells: [String]) {
        for (column, cell) in cells.enumerated() {
            if column > 0 { bytes.append(.comma) }
            add(cell)
        }
        bytes.append(.carriageReturn)
        bytes.append(.lineFeed)
    }

    private mutating func add(_ cell: String) {
        let text = cell.utf8.span
        let isGuarded = startsFormula(cell)
        // Asked of all bytes at once; most cells hold none.
        var hasQuotes = false
        for i in text.indices { hasQuotes = hasQuotes || text[i] == .quotationMark }
        bytes.append(addingCapacity: 2 * text.count + 3) { bytes in
            bytes.append(.quotationMark)
            if isGuarded { bytes.append(.apostrophe) }
            for i in text.indices {
                if hasQuotes, text[i] == .quotationMark { bytes.append(.quotationMark) }
                bytes.append(text[i])
            }
            bytes.append(.quotationMark)
        }
    }
}

/// True for text that a spreadsheet would take for a formula: its first scalar behind blanks, byte order
/// marks and other invisible ones is `=`, `+`, `-`, `@`, one of their full-width forms, or a tab or line end.
///
/// Works on scalars: as a Swift `Character`, `=` with a combining mark is not `=`, but to Excel it is.
package func startsFormula(_ cell: String) -> Bool {
    // Nearly every cell begins with a letter or digit.
    if let first = cell.utf8.first, first.isASCIILetter || first.isASCIIDigit { return false }
    for scalar in cell.unicodeScalars {
        switch scalar {
        case "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": return true
        default:
            if scalar.value <= 0x20 { continue }
            if scalar.isASCII { return false }
            if !scalar.properties.isWhitespace && !scalar.properties.isDefaultIgnorableCodePoint { return false }
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
