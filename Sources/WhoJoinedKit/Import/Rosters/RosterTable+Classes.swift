extension RosterTable {
    /// What a list says of classes by its shape: a name over the rows of the class, or one in the first row of it only
    /// (merged cells). Both are written into each row.
    ///
    /// - Returns: whether columns have changed.
    mutating func spreadClasses(_ columns: FlatColumns) -> Bool {
        guard columns.hasPupilNames else { return false }
        let classes = [RosterField.className, .registrationGroup, .year, .tutor]
        for field in classes { for column in columns.pupil[field] ?? [] { spread(column) } }
        let hasClass =
            columns.has(.className) || columns.has(.registrationGroup) || columns.has(.courses)
            || columns.has(.unitPath)
        return takeHeadings(hasClass: hasClass, columns) || !hasClass && takeTitle()
    }

    /// A list without a column for the class is often that of one class, which its title, its sheet or its name says.
    private mutating func takeTitle() -> Bool {
        let above = titles.flatMap { row in (0..<row.cells.count).map { row.text($0) } }.filter { !$0.isEmpty }
        let base = String(name.split(separator: "/").last ?? "")
        let sheet = base.utf8.containsText(", sheet ") ? base.split(separator: ",").last?.dropFirst(7) : nil
        let file = base.utf8.lastIndex(of: .fullStop).map { base[..<$0] }
        let found = (above + [sheet ?? file].compactMap { $0.map(String.init) }).compactMap(classInTitle)
        guard let first = found.first, Set(found.map { ClassSpelling($0).key }).count == 1 else { return false }
        problems.append(
            Problem(
                name, line: headerLine, code: "class-in-title",
                "no column is a class; all rows are taken for pupils of \(PlainText.clean(first, limit: 40)), as the title or the name of the list says",
                fix: "if that is wrong, add a column Class", severity: .note))
        addColumn("Class", Dictionary(rows.map { ($0.record, first) }, uniquingKeysWith: { first, _ in first }))
        return true
    }

    /// `Class 4B - Mrs Okonjo`, `4B class list`: a year's number with a letter, or what stands behind the word Class.
    private func classInTitle(_ text: String) -> String? {
        let words = Header(text).words
        if words.count > 9 || SlashDates().day(text) != nil { return nil }
        let codes = text.split { !$0.isLetter && !$0.isNumber }.filter { part in
            let word = Header(String(part)).words
            return word.count == 2 && (Int(word[0]).map { (1...13).contains($0) } ?? false) && word[1].utf8.count == 1
        }
        if codes.count == 1 { return String(codes[0]) }
        let spelling = ClassSpelling(text)
        return codes.isEmpty && spelling.kind == "class" && spelling.plain.utf8.count <= 20 && !spelling.isNumber
            && words.first == "class" ? spelling.plain : nil
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
                let column = headers.indices.first(where: row.isFilled)
            else { return false }
            let text = row.text(column)
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
                    ? headings.count == 1
                        ? "this row is a heading and no pupil"
                        : "\(headings.count) rows, the first here, are headings and no pupils"
                    : "\(headings.count) rows, the first here, are taken for the class of the pupils below them",
                fix: "", severity: .note))
        if !hasClass { addColumn("Class", classes) }
        return !hasClass
    }
}

extension RosterTable.Row {
    fileprivate var filledCells: Int { (0..<cells.count).count(where: isFilled) }
}
