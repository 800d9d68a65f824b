/// Reads the school's own files but the timetable. Each row that cannot be used is a problem and costs only itself.
struct RecordsReader {
    private(set) var records = SchoolRecords()
    private(set) var problems: [Problem] = []
    /// Rows of each file, and how many of them are used.
    private(set) var counts: [String: (rows: Int, used: Int)] = [:]
    private let roster: Roster
    private let zone: SchoolZone
    private let finder: PupilFinder
    private let names: PupilNames
    private let classes: KnownClasses

    init(_ roster: Roster, zone: SchoolZone) {
        self.roster = roster
        self.zone = zone
        finder = PupilFinder(roster)
        names = PupilNames(roster)
        classes = KnownClasses(roster)
    }

    /// One of the school's files: its `.csv` and the sheets of its `.xlsx`. Where both have a row for the same, the
    /// first counts.
    ///
    /// - Parameters:
    ///   - isUnreadable: a file of that name is there and cannot be read at all.
    ///   - meant: files under other names that are plainly meant as this one.
    mutating func read(
        _ file: SchoolFile, _ files: [RosterFile], isUnreadable: Bool = false, meant: [RosterFile] = []
    ) {
        var said: Set<String> = []
        let tables = SchoolTable.tables(
            files, columns: file.columns, required: file.required, raw: file.raw, aliases: file.aliases)
        for var table in tables {
            if tables.count > 1 {
                let dates = table.slashDates("From", "Date")
                let rows = table.rows.map { (row: $0, key: key(of: $0, file, dates)) }
                table.keep(rows.filter { !said.contains($0.key) }.map(\.row))
                said.formUnion(rows.map(\.key))
            }
            read(file, &table)
        }
        if tables.contains(where: \.isUsable) { return }
        for other in files + meant {
            let table = UnusableTable(other, finder, names, classes)
            records.doubts.formUnion(table.doubts(file, called: other.name))
        }
        if isUnreadable { doubtEverybody(file, file.stem + ".xlsx") }
        for other in meant where !other.name.utf8.contains(.slash) {
            problems.append(
                Problem(
                    other.name, code: "other-name", "this file is not read: the program looks for \(file.stem).csv",
                    fix: "call it \(file.stem).csv, or \(file.stem).xlsx if it is a workbook"))
        }
    }

    private mutating func doubtEverybody(_ file: SchoolFile, _ name: String) {
        if file == .absences || file == .approvals { records.doubts.insert(RecordDoubt(file: name)) }
    }

    /// The row of this id is not used: it may have excused the pupil, or anybody if nobody can tell who was meant.
    private mutating func doubt(_ row: SchoolTable.Row, in file: String) {
        let id = row["Id"]
        switch finder.find(id) {
        case .one(let pupil): records.doubts.insert(RecordDoubt(file: file, pupil: pupil))
        case .several: records.doubts.insert(RecordDoubt(file: file))
        case .none: if isSpoiltID(id) { records.doubts.insert(RecordDoubt(file: file)) }
        }
    }

    /// What a row is about, however its cells are written.
    private func key(of row: SchoolTable.Row, _ file: SchoolFile, _ dates: SlashDates) -> String {
        file.keyColumns.map { column in
            if column == "Id", case .one(let pupil) = finder.find(row[column]) { return "\(pupil)" }
            return dates.day(row[column])?.iso ?? clockTime(row[column]).map { "\($0.seconds)" }
                ?? row[column].lowercased()
        }.joined(separator: "\u{1F}")
    }

    private mutating func read(_ file: SchoolFile, _ table: inout SchoolTable) {
        switch file {
        case .absences: readAbsences(&table)
        case .approvals: readApprovals(&table)
        case .agreements: readAgreements(&table)
        case .notes: readNotes(&table)
        case .decisions: readDecisions(&table)
        case .followUps: readFollowUps(&table)
        case .guests: readGuests(&table)
        }
        problems += table.problems
        let refused = Set(table.problems.filter { $0.severity == .error }.compactMap(\.line))
        let file = table.file.split(separator: ",").first.map(String.init) ?? table.file
        let known = counts[file] ?? (0, 0)
        counts[file] = (
            known.rows + table.rows.count, known.used + table.rows.count { !refused.contains($0.line) }
        )
    }

    // MARK: Cells

    private mutating func pupil(_ row: SchoolTable.Row, _ table: inout SchoolTable, column: String = "Id") -> Pupil
        .Index?
    {
        switch finder.find(row[column]) {
        case .one(let pupil): return pupil
        case .none:
            if !row[column].isEmpty {
                records.unknownIDs.append(UnknownID(file: table.file, line: row.line, id: row[column]))
            }
            table.refuse(
                row, "no-such-pupil",
                row[column].isEmpty
                    ? "the column \(column) is empty" : "the \(column) belongs to no pupil of the roster",
                fix: "write the pupil's MIS id, admission number, UPN or school e-mail")
        case .several:
            table.refuse(
                row, "no-such-pupil", "the \(column) belongs to several pupils of the roster",
                fix: "write another identifier of the pupil")
        }
        return nil
    }

    private func day(_ row: SchoolTable.Row, _ column: String, _ dates: SlashDates, _ table: inout SchoolTable) -> Day?
    {
        if let day = dates.day(row[column]) { return day }
        table.refuse(
            row, "bad-date",
            row[column].isEmpty ? "the column \(column) is empty" : "the column \(column) holds no date",
            fix: "write it as 2026-11-16 or 16/11/2026")
        return nil
    }

    private func kind<Kind: RawRepresentable & CaseIterable>(
        _ row: SchoolTable.Row, _ column: String, _ table: inout SchoolTable
    ) -> Kind? where Kind.RawValue == String {
        let key = kindKey(row[column])
        if let kind = Kind.allCases.first(where: { kindKey($0.rawValue) == key }) { return kind }
        table.refuse(
            row, "bad-kind", "the column \(column) holds none of the known words",
            fix: "write one of: " + Kind.allCases.map(\.rawValue).joined(separator: ", "))
        return nil
    }

    /// Classes that the roster does not have are said, and kept: a typing error must not make an approval vanish
    /// unseen.
    private func classCodes(_ row: SchoolTable.Row, _ table: inout SchoolTable) -> [ClassCode] {
        let text = row["Class"]
        let codes = classes.has(ClassCode(text)) ? [ClassCode(text)] : WhoJoinedKit.classCodes(in: text)
        if !codes.allSatisfy(classes.has) {
            table.refuse(
                row, "no-such-class", "the class of this row is not in the roster",
                fix: "write the class as the roster has it")
        }
        return codes
    }

    // MARK: Files

    private mutating func readAbsences(_ table: inout SchoolTable) {
        let dates = table.slashDates("From", "To")
        if table.problems.contains(where: { $0.code == "bad-row" }) { doubtEverybody(.absences, table.file) }
        for row in table.rows {
            guard let pupil = absentee(row, &table) else { continue }
            guard let span = span(row, dates) else {
                records.doubts.insert(RecordDoubt(file: table.file, pupil: pupil))
                table.refuse(
                    row, "bad-date",
                    "From and To are not two dates (or dates and times), the second not before the first",
                    fix: "write 2026-11-17 or 17/11/2026 09:30")
                continue
            }
            records.absences.append(KnownAbsence(pupil: pupil, span: span, reason: row["Reason"], line: row.line))
        }
    }

    /// Who is absent: by the Id, else by the name, in the class that the row may say. Whoever else may be meant is not
    /// accused.
    private mutating func absentee(_ row: SchoolTable.Row, _ table: inout SchoolTable) -> Pupil.Index? {
        let name = row["Name"].orNil ?? joined(row["Forename"], row["Surname"])
        if !row["Id"].isEmpty || name.isEmpty {
            if let found = pupil(row, &table) { return found }
            doubt(row, in: table.file)
            return nil
        }
        let (code, group) = (ClassCode(row["Class"]), row["Class"].orNil)
        let found = names.candidates(name, group: group)
        if found.count == 1 { return found.first }
        if !found.isEmpty {
            records.doubts.formUnion(found.map { RecordDoubt(file: table.file, pupil: $0) })
        } else {
            records.doubts.insert(RecordDoubt(file: table.file, classCode: classes.has(code) ? code : nil))
        }
        table.refuse(
            row, "no-such-pupil",
            found.isEmpty ? "the name belongs to no pupil of the roster" : "the name belongs to several pupils",
            fix: "write the pupil's MIS id, admission number, UPN or school e-mail under Id")
        return nil
    }

    private var noon: ClockTime { ClockTime(seconds: 12 * 3600) }

    /// A date means the whole day, or the half that a column names; midnight in both cells is a spreadsheet's way to write dates.
    private func span(_ row: SchoolTable.Row, _ dates: SlashDates) -> Interval? {
        func moment(_ day: String, _ time: String) -> (day: Day, time: ClockTime?)? {
            guard let found = dateAndTime(row[day], dates) else { return nil }
            return (found.day, found.time ?? clockTime(row[time]))
        }
        guard var from = moment("From", "From Time"),
            var to = row["To"].isEmpty ? (from.day, clockTime(row["To Time"])) : moment("To", "To Time")
        else { return nil }
        let half = markHalf(row["Session"])
        if half == .pm, from.time == nil { from.time = noon }
        if half == .am, to.time == nil { to.time = noon }
        if from.time?.seconds ?? 0 == 0, to.time?.seconds ?? 0 == 0 { (from.time, to.time) = (nil, nil) }
        let start = zone.instant(of: from.day, from.time ?? ClockTime(seconds: 0))
        let end = to.time.map { zone.instant(of: to.day, $0) } ?? zone.instant(of: to.day + 1, ClockTime(seconds: 0))
        return start < end ? Interval(start, end) : nil
    }

    private mutating func readApprovals(_ table: inout SchoolTable) {
        let dates = table.slashDates("From", "To", "Agreed On")
        for row in table.rows {
            guard let kind: Approval.Kind = kind(row, "Kind", &table) else {
                doubtApproval(row, in: table.file)
                continue
            }
            func refused() { if kind == .alternative { doubtApproval(row, in: table.file) } }
            var pupilIndex: Pupil.Index?
            if !row["Id"].isEmpty {
                guard let found = pupil(row, &table) else {
                    refused()
                    continue
                }
                pupilIndex = found
            }
            let codes = classCodes(row, &table)
            if pupilIndex == nil, codes.isEmpty, kind != .recording {
                table.refuse(
                    row, "no-subject", "neither Id nor Class is filled in", fix: "say for whom this is approved")
                continue
            }
            guard let from = day(row, "From", dates, &table), let to = day(row, "To", dates, &table) else {
                refused()
                continue
            }
            guard from <= to else {
                refused()
                table.refuse(row, "bad-date", "To is before From", fix: "correct the two dates")
                continue
            }
            // The approval holds all the same: only whether it was agreed beforehand is not known.
            let agreedOn = row["Agreed On"].isEmpty ? nil : self.day(row, "Agreed On", dates, &table)
            for code in codes.isEmpty ? [nil] : codes.map(Optional.some) {
                records.approvals.append(
                    Approval(
                        kind: kind, pupil: pupilIndex, classCode: code, from: from, to: to,
                        approvedBy: row["Approved By"], parentPresent: truth(row["Parent Present"]),
                        reason: row["Reason"], agreedWith: row["Agreed With"], agreedOn: agreedOn, line: row.line))
            }
        }
    }

    /// Of approvals only alternatives excuse, those for a class too.
    private mutating func doubtApproval(_ row: SchoolTable.Row, in file: String) {
        let codes = WhoJoinedKit.classCodes(in: row["Class"]).filter(classes.has)
        if row["Id"].isEmpty, !codes.isEmpty {
            records.doubts.formUnion(codes.map { RecordDoubt(file: file, classCode: $0) })
        } else {
            doubt(row, in: file)
        }
    }

    private mutating func readAgreements(_ table: inout SchoolTable) {
        // A file of which nothing can be used, or without a line yet, says nothing about anybody.
        guard
            table.columns.contains("id"),
            table.columns.contains("signedon") || table.columns.contains("signed")
        else { return }
        let dates = table.slashDates("Signed On", "Signed", "Until")
        for row in table.rows {
            guard let kind = row["Kind"].isEmpty ? .acceptableUse : kind(row, "Kind", &table) as Agreement.Kind? else {
                continue
            }
            records.agreementKinds.insert(kind)
            guard let holder = holder(row, kind, &table) else { continue }
            let text = row["Signed On", "Signed"]
            if text.isEmpty || truth(text) == false { continue }
            guard let signedOn = dates.day(text) else {
                table.refuse(
                    row, "bad-date", "the column Signed On holds no date", fix: "write it as 2026-09-10 or 10/09/2026")
                continue
            }
            var until: Day?
            if !row["Until"].isEmpty {
                // An end that cannot be read may have passed.
                guard let last = day(row, "Until", dates, &table) else { continue }
                until = last
            }
            records.agreements.append(Agreement(kind: kind, holder: holder, signedOn: signedOn, until: until))
        }
    }

    /// Training is of staff, consent of pupils; both sign for acceptable use.
    private mutating func holder(_ row: SchoolTable.Row, _ kind: Agreement.Kind, _ table: inout SchoolTable)
        -> Agreement.Holder?
    {
        let isPupil = if case .one = finder.find(row["Id"]) { true } else { false }
        if kind != .recording, !isPupil, let staff = staffIndex(row["Id"]) { return .staff(staff) }
        if kind == .training {
            table.refuse(
                row, "no-such-staff", "the Id belongs to no member of staff",
                fix: "write the staff code or the school e-mail")
            return nil
        }
        return pupil(row, &table).map(Agreement.Holder.pupil)
    }

    private mutating func readNotes(_ table: inout SchoolTable) {
        let dates = table.slashDates("Date")
        for row in table.rows {
            guard let day = day(row, "Date", dates, &table), let kind: HostNote.Kind = kind(row, "Kind", &table) else {
                continue
            }
            let start = clockTime(row["Start"])
            if start == nil, !row["Start"].isEmpty {
                table.refuse(row, "bad-time", "the column Start holds no time of day", fix: "write it as 09:00")
                continue
            }
            let at = row["At"].split { $0 == "-" || $0 == "–" || $0 == "—" }.map { clockTime(tidied(String($0))) }
            if at.count > 2 || at.contains(where: { $0 == nil }) {
                table.refuse(
                    row, "bad-time", "the column At holds no time or span of times",
                    fix: "write it as 09:12, or 09:00-09:31")
                continue
            }
            if row["Person"].isEmpty, kind == .removed || kind == .cameraOff || kind == .cameraOn {
                table.refuse(row, "no-subject", "the column Person is empty", fix: "say who is meant: a name or an id")
                continue
            }
            records.notes.append(
                HostNote(
                    day: day, start: start, classText: row["Class"], kind: kind, person: row["Person"],
                    from: at.first ?? nil, to: at.count > 1 ? at[1] : nil,
                    text: row["Text"], by: row["By"], source: place(in: table.file, line: row.line)))
        }
    }

    private mutating func readDecisions(_ table: inout SchoolTable) {
        let dates = table.slashDates("On", "Date")
        for row in table.rows {
            guard let isA: Decision.Is = kind(row, "Is", &table) else {
                if case .one(let pupil) = finder.find(row["Id"]) {
                    records.doubts.insert(RecordDoubt(file: table.file, pupil: pupil))
                }
                continue
            }
            if row["Display Name"].isEmpty, row["Email"].isEmpty {
                table.refuse(
                    row, "no-subject", "neither Display Name nor Email is filled in",
                    fix: "copy the name as the export shows it")
                continue
            }
            var pupilIndex: Pupil.Index?
            if isA == .pupil || isA == .contact && !row["Id"].isEmpty {
                guard let found = pupil(row, &table) else { continue }
                pupilIndex = found
            }
            let staff = isA == .staff ? staffIndex(row["Id"]) : nil
            if isA == .staff, staff == nil, !row["Id"].isEmpty {
                table.refuse(
                    row, "no-such-staff", "the Id belongs to no member of staff",
                    fix: "write the staff code or the school e-mail")
                continue
            }
            let (date, start) = (row["Date"], row["Start"])
            // A lesson that cannot be told is not every lesson.
            if !date.isEmpty && dates.day(date) == nil || !start.isEmpty && clockTime(start) == nil {
                table.refuse(
                    row, "bad-date", "Date is no date, or Start no time of day",
                    fix: "write them as 2026-11-16 and 09:00")
                continue
            }
            records.decisions.append(
                Decision(
                    displayName: DisplayName(row["Display Name"]), email: row["Email"].lowercased().orNil,
                    classCode: row["Class"].orNil.map { ClassCode($0) }, isA: isA,
                    id: row["Id"], pupil: pupilIndex, staff: staff, by: row["By"],
                    source: place(in: table.file, line: row.line),
                    on: dates.day(row["On"]), day: dates.day(date), start: clockTime(start),
                    isDated: !date.isEmpty))
        }
    }

    private mutating func readGuests(_ table: inout SchoolTable) {
        let dates = table.slashDates("Date", "Until")
        for row in table.rows {
            guard let from = day(row, "Date", dates, &table) else { continue }
            let until = row["Until"].isEmpty ? from : dates.day(row["Until"])
            guard let until, from <= until else {
                table.refuse(
                    row, "bad-date", "Until is no date, or before Date", fix: "write it as 2026-11-20")
                continue
            }
            if row["Name"].isEmpty && row["Email"].isEmpty {
                table.refuse(row, "no-subject", "the column Name is empty", fix: "say who is invited")
                continue
            }
            let codes = classCodes(row, &table)
            for code in codes.isEmpty ? [nil] : codes.map(Optional.some) {
                records.guests.append(
                    Guest(
                        days: from...until, name: row["Name"], email: row["Email"].lowercased().orNil,
                        classCode: code, role: row["Role"],
                        source: place(in: table.file, line: row.line)))
            }
        }
    }

    private func staffIndex(_ text: String) -> StaffMember.Index? {
        let key = text.lowercased()
        if key.isEmpty { return nil }
        let found = roster.staff.typedIndices.filter { i in
            let member = roster.staff[i]
            let names =
                [
                    member.code, member.email ?? "", member.full,
                    PersonName(given: member.given, family: member.family).full,
                ] + member.otherIDs
            return names.contains { $0.lowercased() == key }
        }
        return found.count == 1 ? found[0] : nil
    }

    private mutating func readFollowUps(_ table: inout SchoolTable) {
        let dates = table.slashDates("Date")
        for row in table.rows {
            if kindKey(row["Kind"]) == FollowUpNote.Kind.cleared.rawValue, finder.find(row["Id"]) == .none,
                records.removal(of: row["Id"]) != nil
            {
                guard let day = day(row, "Date", dates, &table) else { continue }
                records.clearedNames.append((day, row["Id"]))
                continue
            }
            guard let day = day(row, "Date", dates, &table), let pupil = pupil(row, &table),
                let kind: FollowUpNote.Kind = kind(row, "Kind", &table)
            else { continue }
            records.followUps.append(
                FollowUpNote(day: day, pupil: pupil, kind: kind, by: row["By"], outcome: row["Outcome"]))
        }
    }
}
