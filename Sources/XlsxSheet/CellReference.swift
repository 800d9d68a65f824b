import ASCII

/// A cell's place as a sheet writes it, `C7`: the column from 0 and the row from 1.
struct CellReference: Equatable {
    var row: Int
    var column: Int

    /// `nil` for what names no cell that a sheet can have.
    init?(_ text: Span<UInt8>) {
        self.init(text, in: 0..<text.count)
    }

    fileprivate init?(_ text: Span<UInt8>, in range: Range<Int>) {
        var (row, column) = (0, 0)
        var i = range.lowerBound
        while i < range.upperBound {
            let sign = text[i]
            if sign.isASCIILetter, row == 0 {
                column = column * 26 + Int(sign.loweredASCII - .smallA) + 1
            } else if sign.isASCIIDigit, column > 0 {
                row = row * 10 + Int(sign - .digitZero)
            } else {
                return nil
            }
            if row > SheetLimits.lastRow || column > SheetLimits.lastColumn { return nil }
            i += 1
        }
        guard row > 0, column > 0 else { return nil }
        self.row = row
        self.column = column - 1
    }
}

/// A block of cells, `A4:A9`.
struct CellRange: Equatable {
    var rows: ClosedRange<Int>
    var columns: ClosedRange<Int>

    init?(_ text: Span<UInt8>) {
        guard let colon = (0..<text.count).first(where: { text[$0] == .colon }),
            let from = CellReference(text, in: 0..<colon), let to = CellReference(text, in: colon + 1..<text.count),
            from.row <= to.row, from.column <= to.column
        else {
            return nil
        }
        rows = from.row...to.row
        columns = from.column...to.column
    }
}
