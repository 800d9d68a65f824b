/// Repeats the value of each merged range over its cells that are empty, in the rows and columns where the sheet has
/// anything else: a title merged over all of row 1 makes no new columns, and a row that is blank stays away.
func spreadMergedCells(_ ranges: [CellRange], over rows: inout [SheetRow], _ use: inout SheetUse)
    throws(WorkbookRefusal.Reason)
{
    guard !ranges.isEmpty, let lastColumn = rows.compactMap({ $0.cells.last?.column }).max() else { return }
    var spread: [Int: [Cell]] = [:]
    for range in ranges {
        let first = rows.partitioningIndex { $0.number >= range.rows.lowerBound }
        guard first < rows.count, rows[first].number == range.rows.lowerBound,
            let value = rows[first].cells.first(where: { $0.column >= range.columns.lowerBound }),
            value.column == range.columns.lowerBound
        else {
            continue
        }
        let columns = range.columns.clamped(to: 0...lastColumn)
        for row in rows.indices[first...].prefix(while: { rows[$0].number <= range.rows.upperBound }) {
            try use.add(value, times: columns.count)
            spread[row, default: []] += columns.map { value.spread(to: $0) }
        }
    }
    for (row, cells) in spread { rows[row].fillGaps(with: cells) }
}

extension SheetRow {
    fileprivate mutating func fillGaps(with spread: [Cell]) {
        var taken = Set(cells.map(\.column))
        cells += spread.filter { taken.insert($0.column).inserted }
        cells.sort { $0.column < $1.column }
    }
}

extension Array {
    /// The first index where the claim holds, in an array where it holds from some index to the end.
    fileprivate func partitioningIndex(_ holds: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
