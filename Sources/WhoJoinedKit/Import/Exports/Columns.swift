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
        for name in names {
            guard let first = range.first(where: { row.isLabel($0, name) }) else { continue }
            if range.last(where: { row.isLabel($0, name) }) != first { duplicates.append(row.text(first)) }
            return first
        }
        return nil
    }
}
