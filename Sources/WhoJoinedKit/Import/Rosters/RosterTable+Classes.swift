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
        let hasChanged = takeHeadings(hasClass: hasClass, columns)
        return !hasClass && column("Class") == nil && takeTitle() || hasChanged
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

    /// `4B - Mrs Okonjo` alone in a row is the class of the rows below it, where no column is one; `Staff` and `Leavers`
    /// say what these are, whatever columns there are.
    private mutating func takeHeadings(hasClass: Bool, _ columns: FlatColumns) -> Bool {
        let names = Set(columns.pupil.filter { $0.key.isPupilName }.flatMap(\.value)).count
        var found: [Int: HeadingRow] = [:]
        for i in rows.indices.dropLast().reversed() where found[i + 1] != nil || rows[i + 1].filledCells > 1 {
            found[i] = heading(rows[i], mayBeAnyWord: !hasClass && names > 1)
        }
        guard let first = found.keys.min() else { return false }
        let line = rows[first].line
        var cells: [HeadingRow.Column: [Int: String]] = [:]
        var current: [HeadingRow.Column: String] = [:]
        for i in rows.indices {
            if let heading = found[i] {
                // A class begins anew; a section of it is still of the class.
                if heading.column == .className { current = [:] } else { current[.role] = nil }
                if let column = heading.column { current[column] = heading.text }
            } else {
                for (column, text) in current { cells[column, default: [:]][rows[i].record] = text }
            }
        }
        for i in found.keys.sorted(by: >) { rows.remove(at: i) }
        problems.append(
            Problem(
                name, line: line, code: "class-headings", what(headings: Array(found.values), hasClass), fix: "",
                severity: .note))
        if hasClass { cells[.className] = nil }
        for column in HeadingRow.Column.allCases { if let own = cells[column] { addColumn(column.rawValue, own) } }
        return !cells.isEmpty
    }

    private func what(headings: [HeadingRow], _ hasClass: Bool) -> String {
        let count = headings.count == 1 ? "this row is" : "\(headings.count) rows, the first here, are"
        if headings.contains(where: { $0.column != .className }) {
            return count + " taken for what the rows below are: a class, staff or leavers"
        }
        if !hasClass {
            return "\(headings.count) rows, the first here, are taken for the class of the pupils below them"
        }
        return count + (headings.count == 1 ? " a heading and no pupil" : " headings and no pupils")
    }

    /// - Parameter mayBeAnyWord: a word of its own may be a class's name: `Kestrels`.
    private func heading(_ row: Row, mayBeAnyWord: Bool) -> HeadingRow? {
        let filled = headers.indices.filter(row.isFilled)
        guard let first = filled.first, filled.count < headers.count else { return nil }
        let text = row.text(first)
        if filled.count > 1 {
            return HeadingRow.maybeLabel(text) ? HeadingRow(labels: filled.map(row.text)) : nil
        }
        if let section = HeadingRow(section: text) { return section }
        if isRemark(text) || text.utf8.contains(.at) || isMarkHeading(Header(text)) { return nil }
        let isClass =
            ClassSpelling.mayBeClass(text) || mayBeAnyWord && !text.utf8.contains(.comma) && text.utf8.count < 40
        return isClass ? HeadingRow(column: .className, text: ClassSpelling(text).plain) : nil
    }
}

/// What a row that is nobody says of the rows below it.
private struct HeadingRow {
    enum Column: String, CaseIterable { case className = "Class", role = "Role", status = "Status" }

    /// `nil`: nothing.
    var column: Column?
    var text: String

    init(column: Column?, text: String) { (self.column, self.text) = (column, text) }

    /// `Class: 4B` beside `Teacher: Mrs Okonjo`; nobody is called so.
    init?(labels texts: [String]) {
        let spelling = ClassSpelling(texts[0])
        guard spelling.kind == "class", texts.count <= 4, texts.dropFirst().allSatisfy(HeadingRow.isLabel) else {
            return nil
        }
        self.init(column: .className, text: spelling.plain)
    }

    /// Asked for in every row of every list.
    static func maybeLabel(_ text: String) -> Bool {
        guard let first = text.utf8.first else { return false }
        return "cfrtg".utf8.contains(first | .caseBit) && text.utf8.contains { $0 == .space || $0 == .colon }
    }

    private static func isLabel(_ text: String) -> Bool {
        if let colon = text.utf8.firstIndex(of: .colon), Header(String(text[..<colon])).words.count <= 2 { return true }
        return Header(text).words.first.map(ClassSpelling.titles.contains) == true
    }

    /// `Teaching staff`, `Leavers 2026`, `Pupils`.
    init?(section text: String) {
        var words = Header(text).words
        while let last = words.last, Int(last) != nil { words.removeLast() }
        switch words.joined(separator: " ") {
        case "staff", "teachers", "adults", "teaching staff", "support staff", "class staff", "teaching assistants",
            "volunteers", "helpers", "parent helpers", "governors", "governing body", "staff members", "class adults":
            self.init(column: .role, text: "Staff")
        case "leavers", "left", "leaver", "former pupils", "past pupils", "ex pupils", "former students",
            "off roll", "not on roll", "withdrawn", "archived", "applicants", "waiting list", "left school",
            "pupils who have left", "no longer on roll":
            self.init(column: .status, text: "Left")
        case "pupils", "students", "children", "current pupils", "current students", "on roll", "learners":
            self.init(column: .status, text: "On roll")
        case "girls", "boys": self.init(column: nil, text: "")
        default: return nil
        }
    }
}

extension RosterTable.Row {
    fileprivate var filledCells: Int { (0..<cells.count).count(where: isFilled) }
}
