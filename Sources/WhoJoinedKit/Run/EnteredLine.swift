import HostSystem

/// A line that was added to one of the school's own files.
struct EnteredLine: Sendable {
    var layout: SchoolCSV.Layout
    /// By the names of the columns.
    var cells: [String: String]
    /// False where the file said so already.
    var isNew: Bool

    /// `Display Name: iPad, Class: 4B, Is: pupil`
    var shown: String {
        layout.columns.compactMap { column in
            cells[column].flatMap { $0.isEmpty ? nil : "\(column): \(PlainText.clean($0))" }
        }.joined(separator: ", ")
    }

    /// Removes the line again, the last one that says all this.
    func takeBack(_ options: RunOptions) throws {
        if options.isDryRun || !isNew { return }
        let folder = SchoolFolder(options.school)
        let lock = try folder.lock(unless: false)
        defer { _ = lock }
        var file = try SchoolCSV(layout, in: folder.path)
        guard let row = file.rows.lastIndex(where: { file.isSame($0, cells) }) else { return }
        file.remove(row: row)
        try file.save(in: folder.path)
    }
}

extension SchoolCSV {
    /// True when a line says the same already; who said it and when does not matter.
    func holds(_ cells: [String: String]) -> Bool {
        let compared = cells.filter { layout.file != Layout.decisions.file || !["By", "On"].contains($0.key) }
        return rows.contains { isSame($0, compared) }
    }

    /// - Parameter row: by column name in lower case.
    func isSame(_ row: [String: String], _ cells: [String: String]) -> Bool {
        cells.allSatisfy { column, cell in
            PersonLookup.key(withoutFormulaGuard(row[column.lowercased()] ?? "")) == PersonLookup.key(cell)
        }
    }
}
