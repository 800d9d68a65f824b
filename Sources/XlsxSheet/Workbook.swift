import ASCII

/// A spreadsheet's tables as text, read from an `.xlsx` file.
package struct Workbook: Sendable {
    /// The file's name as the caller knows it.
    package var name: String
    /// In the order of the tabs. Charts and macro sheets are no tables and are not here.
    package var sheets: [Sheet]

    package var visibleSheets: [Sheet] { sheets.filter { !$0.isHidden } }

    /// Where a row stands, for a message: `Pupils.xlsx, sheet Report, row 7`.
    package func place(_ sheet: Sheet, row: Int? = nil) -> String {
        let place = "\(name), sheet \(sheet.name)"
        guard let row else { return place }
        return place + ", row \(row)"
    }
}

package struct Sheet: Sendable {
    package var name: String
    /// A hidden sheet is named and never read: it has no rows here.
    package var isHidden: Bool
    /// The rows in which something stands, by ascending number; blank ones are left out.
    package var rows: [SheetRow] = []
    /// The texts of all cells in UTF-8, one behind the other: a large sheet is one piece of memory and not a piece for
    /// each cell.
    package var text: [UInt8] = []

    /// What stands in a cell, as a person reads it, without blanks around it: `0042`, `2026-11-16`, `09:04:10`,
    /// `2026-11-16 09:04:10`, `27:30:00`, `TRUE`, `#N/A`. Empty for a formula without a result.
    package func bytes(of cell: Cell) -> ArraySlice<UInt8> { text[cell.place] }

    package func text(of cell: Cell) -> String { String(decoding: bytes(of: cell), as: UTF8.self) }

    /// A row as a line of CSV would have it: one text for each column up to the last cell.
    package func texts(of row: SheetRow) -> [String] {
        var texts = [String](repeating: "", count: row.width)
        for cell in row.cells { texts[cell.column] = text(of: cell) }
        return texts
    }

    /// Errors and formulas without a result, each once, with the name of its cell.
    package var faults: [(name: String, cell: Cell)] {
        rows.flatMap { row in
            row.cells.filter { $0.isFault && !$0.isSpread }
                .map { (cellName(row: row.number, column: $0.column), $0) }
        }
    }
}

package struct SheetRow: Sendable {
    /// The row's number in the sheet, from 1.
    package var number: Int
    /// Filtered away, folded up or hidden by hand. It is read like any other, as when a sheet is saved as CSV.
    package var isHidden: Bool
    /// The cells in which something stands, from left to right. At most one is spread or written for a column.
    package var cells: [Cell]

    /// The columns up to the last cell.
    var width: Int { (cells.last?.column ?? -1) + 1 }
}

package struct Cell: Sendable, Hashable {
    package enum Kind: Sendable { case text, number, date, boolean, error, formulaWithoutResult }

    /// From 0.
    package var column: Int { Int(position) }
    /// Where its text stands in that of the sheet.
    package var place: Range<Int> { Int(start)..<Int(end) }
    package var kind: Kind
    /// The value stands in the first cell of a merged range and is repeated here.
    package var isSpread: Bool
    private var position: UInt16
    // A sheet's text is shorter than 4 GB, by far.
    private var start: UInt32
    private var end: UInt32

    package var isFault: Bool { kind == .error || kind == .formulaWithoutResult }

    init(column: Int, place: Range<Int>, kind: Kind, isSpread: Bool = false) {
        position = UInt16(column)
        start = UInt32(place.lowerBound)
        end = UInt32(place.upperBound)
        self.kind = kind
        self.isSpread = isSpread
    }

    /// The same value in another column of a merged range.
    func spread(to column: Int) -> Cell { Cell(column: column, place: place, kind: kind, isSpread: true) }
}

/// The name that a spreadsheet shows for a cell: row 7 and column 2 are `C7`.
package func cellName(row: Int, column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column + 1
    while rest > 0 {
        letters.append(.capitalA + UInt8((rest - 1) % 26))
        rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self) + String(row)
}
