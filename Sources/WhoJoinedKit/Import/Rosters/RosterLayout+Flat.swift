extension RosterLayout {
    /// Flat tables in any mix: pupils, their contacts, staff, marks and lessons. What a table is, its columns tell.
    static let flat = RosterLayout(name: "flat", recognises: { _ in true }) { files, reading throws(RosterRefusal) in
        let finder = ColumnFinder(own: reading.columns)
        var document = RosterDocument(kind: "flat")
        var people: [(table: RosterTable, columns: FlatColumns)] = []
        var sorts: Set<FlatSort> = []
        var refusal: RosterRefusal?
        var withoutHeadings: Set<String> = []
        var taken: [(table: RosterTable, sort: FlatSort, columns: FlatColumns)] = []
        for file in files {
            do throws(RosterRefusal) {
                var table = try RosterTable(file) { flatMeaning($0, finder) }
                var columns = FlatColumns(table, finder)
                if let line = table.lineOfAbsences(columns) { throw absences(table, line) }
                if table.isPartOfSet(columns) { throw partOfSet(table) }
                guard let sort = FlatSort(table, columns) else { throw noNames(table) }
                if sort == .people, table.spreadClasses(columns) { columns = FlatColumns(table, finder) }
                if sort == .people, let double = columns.doubleHeader(in: table) { throw twoColumns(table, double) }
                sorts.insert(sort)
                document.add(table)
                taken.append((table, sort, columns))
                switch sort {
                case .people: people.append((table, columns))
                case .staff: document.addStaffList(table, columns)
                case .marks: document.addMarks(table, columns)
                case .lessons: document.addLessons(table, columns)
                case .lessonGrid: document.addLessonGrid(table)
                }
            } catch {
                document.problems.append(error.problem)
                if error.hasNoHeadings { withoutHeadings.insert(file.name) }
                refusal = refusal ?? error
            }
        }
        if let refusal, sorts.isEmpty { throw refusal }
        document.calmSheets(withoutHeadings, beside: taken.map(\.table.name))
        if !people.isEmpty, !people.contains(where: \.columns.hasPupilNames), sorts == [.people] {
            throw noNames(people[0].table)
        }
        document.kind =
            sorts.contains(.people) || sorts.contains(.staff) ? "flat" : sorts.contains(.marks) ? "marks" : "lessons"
        document = FlatRosterReader(people, reading, into: document).finished(people)
        for entry in taken {
            document.summaries.append(
                entry.table.summary(as: entry.sort, entry.columns, document.made(of: entry.table.name)))
        }
        return document
    }
}

private func noNames(_ table: RosterTable) -> RosterRefusal {
    RosterRefusal(
        code: .noHeader,
        problem: Problem(
            table.name, line: table.headerLine, code: "no-header", "this table has no column for the pupils' names",
            fix: "export with forename and surname; a participant export belongs into inbox/"))
}

private func partOfSet(_ table: RosterTable) -> RosterRefusal {
    RosterRefusal(
        code: .noHeader,
        problem: Problem(
            table.name, line: table.headerLine, code: "no-header",
            "this is a part of a set whose other parts are not here, so nobody can be read from it",
            fix: "export the whole set again, with the users, the classes and the enrollments"))
}

extension RosterTable {
    /// Schools, courses and terms of an exchange set have names too, and are nobody.
    fileprivate func isPartOfSet(_ columns: FlatColumns) -> Bool {
        headers.contains { $0.key == "sourcedid" } && !columns.has(.given) && !columns.has(.family)
    }
}

private func absences(_ table: RosterTable, _ line: Int) -> RosterRefusal {
    RosterRefusal(
        code: .noHeader,
        problem: Problem(
            table.name, line: line, code: Problem.listOfAbsences,
            "this is a list of absences and no list of pupils; nobody in it is excused by it here",
            fix: "save it beside school.toml as absences.csv with the columns Id, From, To, Reason"))
}

extension Problem {
    static let listOfAbsences = "list-of-absences"
}

extension RosterTable {
    /// Where the headings of a list of absences stand that is no register: `Absence Start`, `Reason for absence`, or a
    /// reason beside dates from and to.
    fileprivate func lineOfAbsences(_ columns: FlatColumns) -> Int? {
        func has(_ words: Set<String>) -> Bool { headers.contains { !words.isDisjoint(with: $0.words) } }
        let saysAbsence =
            has(["absence", "absences", "absent"]) && has(["from", "start", "date", "since", "on", "to"])
        let saysWhy = headers.contains {
            $0.words == ["why"] || $0.words.first == "reason" && !$0.words.contains("leaving")
        }
        let hasSpan = has(["from"]) && has(["to", "until"])
        return (saysAbsence || saysWhy && hasSpan) && MarkColumns(self, columns) == nil ? headerLine : nil
    }
}

private func twoColumns(_ table: RosterTable, _ header: String) -> RosterRefusal {
    RosterRefusal(
        code: .noHeader,
        problem: Problem(
            table.name, line: table.headerLine, code: "double-column",
            "two columns are called \(PlainText.clean(header, limit: 40)); which one is right cannot be told",
            fix: "delete or rename one of them"))
}

extension RosterTable {
    /// How the name of a list of adults begins: `Staff list Nov 2026`, `governors`.
    private static let adults: Set<String> = [
        "staff", "teachers", "teacher", "governors", "volunteers", "employees", "adults", "tas", "faculty",
    ]

    /// `staff.csv` is the staff list, whatever its columns; so is a list of jobs without classes.
    fileprivate func isNamedForStaff(_ columns: FlatColumns) -> Bool {
        let last = name.split(separator: "/").last.map(String.init) ?? name
        let stem = last.lowercased().split(separator: ".").first.map(String.init) ?? ""
        let named = Header(stem).words
        let isOfPupils = !Set(named).isDisjoint(with: [
            "pupil", "pupils", "student", "students", "class", "form", "children", "contacts", "parent", "parents",
            "timetable",
        ])
        if stem == "stafflist" || RosterTable.adults.contains(named.first ?? "") && !isOfPupils { return true }
        let ofPupils: [RosterField] = [
            .className, .registrationGroup, .courses, .upn, .admissionNumber, .year, .unitPath, .isCurrent, .startsOn,
        ]
        let roles = columns.pupil[.role] ?? []
        if ofPupils.contains(where: columns.has) || columns.hasContacts && !columns.isOfAdults { return false }
        if says(.pupil, in: roles) { return false }
        let jobs: Set<String> = [
            "department", "workemail", "workemailaddress", "workphone", "linemanager", "fte", "contract", "payrollno",
            "payrollnumber", "employeeno", "employeenumber", "employeecode", "employeeid", "staffno", "staffnumber",
            "hours", "jobtitle", "salary", "contracttype", "payroll", "ninumber", "teachernumber", "dbs", "dbsnumber",
        ]
        return says(.adult, in: roles) || headers.contains { jobs.contains($0.key) } && !says(.guest, in: roles)
    }
}

/// What a flat table is about.
private enum FlatSort {
    case people, staff, marks, lessons, lessonGrid

    init?(_ table: RosterTable, _ columns: FlatColumns) {
        let hasOwner = columns.hasPupilID
        if MarkColumns(table, columns) != nil {
            self = .marks
        } else if table.headers.count(where: { periodColumn($0.written) != nil }) >= 2 {
            self = .lessonGrid
        } else if columns.has(.className), columns.has(.period), !columns.hasPupilNames, !hasOwner {
            self = .lessons
        } else if table.isNamedForStaff(columns) {
            self = .staff
        } else if columns.has(.staffCode), !columns.has(.registrationGroup), !columns.has(.className),
            !columns.has(.upn), !columns.has(.admissionNumber)
        {
            self = .staff
        } else if columns.hasPupilNames
            || hasOwner && (columns.hasContacts || columns.has(.className) || columns.has(.courses))
        {
            self = .people
        } else {
            return nil
        }
    }
}

/// Known headers of a flat table, marks and period columns among them; equal texts are one header.
private func flatMeaning(_ header: Header, _ finder: ColumnFinder) -> String? {
    if let meaning = finder.meaning(of: header) { return "\(meaning.field.rawValue) \(meaning.contact)" }
    if isMarkHeading(header) { return header.written }
    if isPassedHeading(header) || isRegisterHeading(header) { return header.key }
    return periodColumn(header.written) != nil ? header.written : nil
}

/// Usual headings of pupil lists of which nothing is used: they tell where the headings are.
private func isPassedHeading(_ header: Header) -> Bool {
    passedHeadings.contains(header.key)
}

private let passedHeadings: Set<String> = [
    "no", "gender", "sex", "dob", "dateofbirth", "birthdate", "birthday", "age", "address", "homeaddress", "postcode",
    "ethnicity", "nationality", "fsm", "freeschoolmeals", "pupilpremium", "pp", "eal", "house", "notes", "comments",
    "lac", "religion", "medical", "allergies", "photo", "uln",
]

extension RosterDocument {
    /// Notes and charts beside the list in one workbook are named and no mistake.
    fileprivate mutating func calmSheets(_ withoutHeadings: Set<String>, beside taken: [String]) {
        func workbook(_ name: String) -> Substring? {
            name.firstRange(of: ", sheet ").map { name[..<$0.lowerBound] }
        }
        let used = Set(taken.compactMap(workbook))
        for i in problems.indices
        where problems[i].code == RosterRefusal.Code.noHeader.rawValue && withoutHeadings.contains(problems[i].file) {
            guard let book = workbook(problems[i].file), used.contains(book) else { continue }
            problems[i].severity = .warning
            problems[i].what = "this sheet is not used: it has no headings of a list"
            problems[i].fix = "if it is a list, give it headings such as Surname, Forename, Class"
        }
    }

    /// `roster/staff.csv`: Staff Code, Title, Forename, Surname, Email, Phone, Personal Meeting ID.
    fileprivate mutating func addStaffList(_ table: RosterTable, _ columns: FlatColumns) {
        var positions: [RosterField: Int] = [:]
        for fields in [columns.contacts[0] ?? [:], columns.pupil] {
            for (field, found) in fields where positions[field] == nil { positions[field] = found.first }
        }
        func first(_ row: RosterTable.Row, _ fields: RosterField...) -> String {
            fields.lazy.map { row.text(positions[$0]) }.first { !$0.isEmpty } ?? ""
        }
        for row in table.rows {
            let code = first(row, .staffCode)
            let (title, given, family) = (
                first(row, .title), first(row, .legalGiven, .given), first(row, .legalFamily, .family)
            )
            let written = first(row, .pupilEmail, .primaryEmail, .plainEmail, .homeEmail)
            let emails = EmailCell(written)
            let email = emails.addresses.first
            let whole = first(row, .name, .teacher)
            let full =
                given.isEmpty && family.isEmpty
                ? whole.orNil ?? (code.isEmpty ? email : nil) ?? ""
                : joined(title, given, family)
            if !written.isEmpty,
                let problem = emails.problem(in: table.name, line: row.line, fix: "correct the address")
            {
                problems.append(problem)
            }
            guard
                let id = code.orNil.map({ "code:" + $0 }) ?? email.map({ "email:" + $0 })
                    ?? full.orNil.map({ "name:" + $0 })
            else {
                problems.append(
                    Problem(
                        table.name, line: row.line, code: "no-staff", "this row names no member of staff",
                        fix: "fill in Staff Code, Surname and Email"))
                continue
            }
            if staff.contains(where: { $0.id == id }) {
                problems.append(
                    Problem(
                        table.name, line: row.line, code: "staff-twice", "this staff code stands in the list twice",
                        fix: "give each member of staff a code of their own"))
                continue
            }
            let meeting = WrittenMeetingID(first(row, .personalMeetingID))
            if let fault = meeting.fault { problems.append(fault.problem(in: table.name, line: row.line)) }
            staff.append(
                .init(
                    id: id, code: code.orNil, title: title, given: given, family: family, full: full, email: email,
                    phone: phoneNumber(first(row, .telephone, .mobile))?.number,
                    personalMeetingID: meeting.id))
        }
    }
}

extension RosterTable {
    /// One line: what the file was taken for and why, what its rows became, and the headings that were not understood
    /// and those that were used.
    fileprivate func summary(
        as sort: FlatSort, _ columns: FlatColumns, _ made: String
    ) -> Problem {
        let (what, why) =
            switch sort {
            case .people where columns.hasPupilNames: ("a list of pupils", "it has pupils' names")
            case .people: ("a list of contacts or classes", "it has pupils' numbers without names")
            case .staff:
                ("a staff list", isNamedForStaff(columns) ? "by its name or a column of jobs" : "it has staff codes")
            case .marks: ("attendance marks", "it has pupils, dates and codes")
            case .lessons, .lessonGrid: ("a list of lessons", "it has classes and periods")
            }
        let unknown = sort == .people ? columns.notUnderstood : []
        let used = headers.indices.filter { !unknown.contains($0) }.compactMap { columns.use(of: $0, in: self) }
        let rest = unknown.map { headers[$0].written }
        return Problem(
            name, line: headerLine, code: "taken-for",
            "taken for \(what), because \(why); \(rows.count == 1 ? "1 row" : "\(rows.count) rows")\(made)"
                + (rest.isEmpty ? "" : "; headings not used: \(RosterTable.list(rest))")
                + (used.isEmpty ? "" : "; headings used: \(RosterTable.list(used))"),
            fix: unknown.isEmpty
                ? "nothing to do" : "if one of them matters, name it under [roster.columns] in school.toml",
            severity: .note)
    }

    /// The same of a table of an exchange set.
    func summary(asPart stem: String, of set: String) -> Problem {
        Problem(
            name, line: headerLine, code: "taken-for",
            "taken for \(PlainText.clean(stem, limit: 40)) of a set (\(set)), because of its name and the files beside it; "
                + (rows.count == 1 ? "1 row" : "\(rows.count) rows"),
            fix: "nothing to do", severity: .note)
    }

    private static func list(_ texts: [String]) -> String {
        let more = texts.count > 15 ? " and \(texts.count - 15) more" : ""
        return PlainText.clean(texts.prefix(15).joined(separator: ", "), limit: 300) + more
    }
}

extension RosterDocument {
    /// What the rows of a file became, and how many were left out.
    fileprivate func made(of file: String) -> String {
        let own = pupils.filter { $0.file == file }
        let left: Set<String> = [
            "bad-row", "no-name", "no-pupil", "no-such-pupil", "no-staff", "staff-twice", "bad-mark", "bad-lesson",
        ]
        let counts = [
            (own.count, "pupil", "pupils"), (own.reduce(0) { $0 + $1.pupil.contacts.count }, "contact", "contacts"),
            (classes.count { $0.file == file }, "class", "classes"),
            (files.count == 1 ? staff.count : 0, "member of staff", "members of staff"),
            (marks.count { $0.file == file }, "mark", "marks"),
            (files.count == 1 ? lessons.count : 0, "lesson", "lessons"),
            (problems.count { $0.file == file && left.contains($0.code) }, "row left out", "rows left out"),
        ]
        let words = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
        return words.isEmpty ? "" : ": " + words.joined(separator: ", ")
    }
}
