internal import HostSystem

/// What no school's list needs. The counts are of a whole workbook and of what stands in cells, not of what a sheet
/// says of its own size.
enum SheetLimits {
    static let parts = 2_000
    /// Bytes of one part, unpacked.
    static let partBytes = 50_000_000
    /// Bytes of all parts that are unpacked.
    static let totalBytes = 100_000_000
    /// A sheet of formatted empty cells packs 100:1 and better; what a bomb can do is bounded by the sizes above.
    static let ratio = 400
    static let rows = 500_000
    static let columns = 1_000
    /// Cells counted as a table has them: each row up to its last cell.
    static let cells = 4_000_000
    static let textBytes = 100_000_000
    /// The sheet that Excel itself can have.
    static let lastRow = 1_048_576
    static let lastColumn = 16_384

    /// Pictures, embedded documents and macros are never unpacked.
    static var archive: ArchiveLimits {
        var limits = ArchiveLimits()
        limits.entries = parts
        limits.entryBytes = partBytes
        limits.totalBytes = totalBytes
        limits.ratio = ratio
        limits.wants = isXML
        return limits
    }
}

/// How much of the limits a workbook has used so far.
struct SheetUse {
    private var rows = 0
    private var cells = 0
    private var textBytes = 0

    /// Counts a row; the texts of its cells are counted one by one.
    mutating func add(_ row: SheetRow) throws(WorkbookRefusal.Reason) {
        rows += 1
        if rows > SheetLimits.rows { throw .tooManyRows }
        try add(cells: row.width)
    }

    /// Counts a merged value in one row.
    mutating func add(_ cell: Cell, times count: Int) throws(WorkbookRefusal.Reason) {
        try add(cells: count)
        try add(textBytes: cell.place.count * count)
    }

    private mutating func add(cells count: Int) throws(WorkbookRefusal.Reason) {
        cells += count
        if cells > SheetLimits.cells { throw .tooManyCells }
    }

    mutating func add(textBytes count: Int) throws(WorkbookRefusal.Reason) {
        textBytes += count
        if textBytes > SheetLimits.textBytes { throw .tooMuchText }
    }
}
