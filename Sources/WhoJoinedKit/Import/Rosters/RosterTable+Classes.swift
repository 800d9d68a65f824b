extension RosterTable {
    /// What a list says of classes by its shape: a name over the rows of the class, or one in the first row of it only
    /// (merged cells). Both are written into each row.
    ///
    /// - Returns: whether columns have changed.
    mutating func spreadClasses(_ columns: FlatColumns) -> Bool {
        guard columns.hasPupilNames else { return false }
        let classes = [RosterField.className, .registrationGroup, .year, .tutor]
        for field in classes { for column in columns.pupil[field] ?? [] { spread(column) } }
        let hasClass = columns.has(.className) || columns.has(.registrationGroup) || columns.has(.courses)
        return takeHeadings(hasClass: hasClass || columns.has(.unitPath), columns)
    }

    /// A column in which every value stands once, and then blanks: each counts for the rows below it.
    private mutating func spread(_ column: Int) {
        let texts = rows.map { $0.text(column) }
        let filled = texts.filter { !$0.isEmpty }
        let blanks = rows.indices.filter { texts[$0].isEmpty && rows[$0].filledCells > 1 }
        guard let first = texts.first, !first.isEmpty, !blanks.isEmpty, blanks.count >= filled.count,
            Set(filled).count == filled.count
        else { return }
        var last = ""
        for i in rows.indices {
            if !texts[i].isEmpty { last = texts[i] } else if blanks.contains(i) { fill(last, column: column, of: i) }
        }
        problems.append(
            Problem(
                name, line: rows[blanks[0]].line, code: "merged-cells",
                "the column \(PlainText.clean(headers[column].written, limit: 40)) is filled in the first row of each class only; "
                    + "it counts for the \(blanks.count == 1 ? "row" : "\(blanks.count) rows") below it too",
                fix: "if a pupil is in no class or in another, fill the column in", severity: .note))
    }

    /// `4B - Mrs Okonjo` alone in a row is the class of the rows below it, where no column is one.
    private mutating func takeHeadings(hasClass: Bool, _ columns: FlatColumns) -> Bool {
        let names = Set(columns.pupil.filter { $0.key.isPupilName }.flatMap(\.value)).count
        func isHeading(_ row: Row) -> Bool {
            guard row.filledCells == 1,
                let text = headers.indices.lazy.map({ row.text($0) }).first(where: { !$0.isEmpty })
            else { return false }
            if isRemark(text) || text.utf8.contains(.at) || isMarkHeading(Header(text)) { return false }
            return ClassSpelling.mayBeClass(text)
                || !hasClass && names > 1 && !text.utf8.contains(.comma) && text.utf8.count < 40
        }
        let headings = rows.indices.filter {
            isHeading(rows[$0]) && $0 + 1 < rows.count && rows[$0 + 1].filledCells > 1
        }
        guard let first = headings.first else { return false }
        let line = rows[first].line
        var classes: [Int: String] = [:]
        var current = ""
        for i in rows.indices {
            if headings.contains(i) {
                current = headers.indices.lazy.map { [row = rows[i]] in row.text($0) }.first { !$0.isEmpty } ?? ""
            } else {
                classes[rows[i].record] = ClassSpelling(current).plain
            }
        }
        for i in headings.reversed() { rows.remove(at: i) }
        problems.append(
            Problem(
                name, line: line, code: "class-headings",
                hasClass
                    ? "\(headings.count) rows, the first here, are headings and no pupils"
                    : "\(headings.count) rows, the first here, are taken for the class of the pupils below them",
                fix: "", severity: .note))
        if !hasClass { addColumn("Class", classes) }
        return !hasClass
    }
}

extension RosterTable.Row {
    fileprivate var filledCells: Int { (0..<cells.count).count { !text($0).isEmpty } }
}
