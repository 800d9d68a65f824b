/// The tables of an exchange format, whose columns have fixed names and whose files have fixed stems.
struct NamedTables {
    private(set) var tables: [String: RosterTable] = [:]

    /// - Parameter known: header keys that the format has; two of them make a header row. Files that hold no table are
    ///   left out.
    init(_ files: [RosterFile], known: Set<String>, into document: inout RosterDocument) {
        for file in files {
            do throws(RosterRefusal) {
                let table = try RosterTable(file) { known.contains($0.key) ? $0.key : nil }
                document.add(table)
                tables[file.stem] = table
                document.summaries.append(table.summary(asPart: file.stem, of: document.kind))
            } catch {
                document.problems.append(error.problem)
            }
        }
    }

    subscript(_ stem: String) -> RosterTable? { tables[stem] }

    /// Each row of a file with its cells by column name.
    func rows(_ stem: String) -> [NamedRow] {
        guard let table = tables[stem] else { return [] }
        var positions: [String: Int] = [:]
        for (i, header) in table.headers.enumerated() where positions[header.key] == nil { positions[header.key] = i }
        return table.rows.map { NamedRow(row: $0, positions: positions, file: table.name) }
    }
}

struct NamedRow {
    let row: RosterTable.Row
    fileprivate let positions: [String: Int]
    let file: String
    var line: Int { row.line }

    fileprivate init(row: RosterTable.Row, positions: [String: Int], file: String) {
        (self.row, self.positions, self.file) = (row, positions, file)
    }

    /// The cell of the first of these columns that is filled. Names are given without blanks, lower case.
    subscript(_ names: String...) -> String {
        for name in names {
            if let column = positions[name] {
                let text = row.text(column)
                if !text.isEmpty { return text }
            }
        }
        return ""
    }

    func list(_ names: String...) -> [String] {
        for name in names {
            if let column = positions[name] {
                let parts = row.text(column).split(separator: ",").map { tidied(String($0)) }.filter { !$0.isEmpty }
                if !parts.isEmpty { return parts }
            }
        }
        return []
    }
}
