/// A row as a pupil. What is doubtful in it is named, and the pupil is not accused because of it.
extension FlatRosterReader {
    mutating func newPupil(_ row: RosterTable.Row, _ table: RosterTable, _ cells: RowCells, _ dates: SlashDates)
        -> PupilBuilder?
    {
        var pupil = Pupil(key: "", id: PupilID(""))
        var entry = RosterDocument.RosterPupil(pupil: pupil, file: table.name, line: row.line, record: row.record)
        entry.columns = table.signature
        entry.age = joins ? table.age : nil
        entry.unsplitName = readNames(cells, &pupil)
        pupil.ids = PupilIDs(
            upn: UPN.tidied(cells.asWritten(.upn)).orNil, admissionNumber: wholeNumber(cells[.admissionNumber]).orNil,
            misID: wholeNumber(cells[.misID]).orNil)
        pupil.ids.moveUPN()
        for id in [pupil.ids.admissionNumber, pupil.ids.misID] where id.map(isShortened) == true {
            unclear.add(
                table.name, row.line, "the number \(id ?? "")", "written, though a spreadsheet has shortened it",
                fix: "export the list again, and open it with its numbers as text")
        }
        pupil.upnStatus = UPN.status(pupil.ids.upn ?? "")
        pupil.year = schoolYear(cells[.year])
        pupil.registrationGroup = wholeNumber(cells[.registrationGroup]).orNil
        pupil.sen = specialNeeds(cells[.sen])
        pupil.salutation = cells[.salutation].orNil
        pupil.language = languageCode(cells[.language])
        pupil.email = readEmail(
            [RosterField.pupilEmail, .primaryEmail, .plainEmail, .homeEmail].map { cells[$0] }, table, row)
        pupil.startsOn = readDate(cells[.startsOn], "start", dates, table, row)
        pupil.leftOn = readDate(cells[.leftOn], "leaving", dates, table, row)
        let status = cells[.status].lowercased()
        let roll = RollStatus(cells[.status])
        let role = RoleWord(cells.columns.all.filter { $0.field == .role }.map { row.text($0.column) })
        entry.isMarkedLeft = roll == .gone || role == .guest || isUnitOfLeavers(cells[.unitPath])
        if let found = cells.columns.names.lazy.compactMap({ NameRemark(row.text($0)) }).first {
            entry.isMarkedLeft = true
            unclear.add(
                table.name, row.line, "\u{201C}\(found.remark)\u{201D} behind a name", "left",
                fix: "write it into a column Status")
        }
        readFlags(cells, &entry, &pupil, dates, row.line)
        if roll == .unknown {
            pupil.rollDoubt = "the list gives a status that is not known"
            unclear.add(
                table.name, row.line, "status \u{201C}\(cells[.status])\u{201D}", "not known, so no letter goes out")
        }
        if pupil.leftOn == nil, !cells.asWritten(.leftOn).isEmpty, !isNoDate(cells.asWritten(.leftOn)) {
            pupil.rollDoubt = "the list gives a leaving date that cannot be read"
        }
        if [RosterField.status, .isLeaver, .isCurrent].contains(where: cells.holdsError) {
            pupil.rollDoubt = "the list holds an error value where it says whether the pupil is on the roll"
        }
        if cells.has(.agreement) { pupil.agreementSignedOn = .some(agreement(cells[.agreement], dates)) }
        let path = unitPath(cells[.unitPath])
        pupil.year = pupil.year ?? path.year
        pupil.registrationGroup = pupil.registrationGroup ?? path.group
        entry.pupil = pupil
        if entry.display.full.isEmpty {
            document.problems.append(
                Problem(
                    table.name, line: row.line, code: "no-name", "there is no name in this row, so it is not used",
                    fix: "fill in the pupil's forename and surname"))
            return nil
        }
        return PupilBuilder(entry: entry, isStaff: path.isStaff || role == .adult, isSuspended: status == "suspended")
    }

    /// `On Roll: No`, `Leaver: 23/10/2026`: flags that are no plain yes or no say so in words, or make it a question.
    private mutating func readFlags(
        _ cells: RowCells, _ entry: inout RosterDocument.RosterPupil, _ pupil: inout Pupil, _ dates: SlashDates,
        _ line: Int
    ) {
        func read(_ field: RosterField, _ yes: RollStatus, _ no: RollStatus) {
            let text = cells[field]
            if text.isEmpty { return }
            let status = truth(text).map { $0 ? yes : no } ?? RollStatus(text)
            if let day = dates.day(text), yes == .gone {
                pupil.leftOn = pupil.leftOn ?? day
            } else if status == .gone {
                entry.isMarkedLeft = true
            } else if status == .unknown, restricts(text) != false {
                pupil.rollDoubt = "the list does not say clearly whether the pupil is on the roll"
                unclear.add(
                    entry.file, line, "\(field.rawValue) \u{201C}\(text)\u{201D}", "not known, so no letter goes out")
            }
        }
        read(.isLeaver, .gone, .here)
        read(.isCurrent, .here, .gone)
    }

    /// - Returns: a name in one cell without a comma.
    private func readNames(_ cells: RowCells, _ pupil: inout Pupil) -> String? {
        var unsplit: String?
        func part(_ field: RosterField) -> String {
            let text = withoutNumber(cells[field])
            return namePart(NameRemark(text)?.name ?? text)
        }
        var main = PersonName(given: part(.given), middle: part(.middle), family: part(.family))
        let one = part(.name)
        if main.given.isEmpty, main.family.isEmpty, !one.isEmpty {
            if let comma = one.utf8.firstIndex(of: .comma) {
                main.family = namePart(tidied(String(one[..<comma])))
                main.given = namePart(tidied(String(one[one.utf8.index(after: comma)...])))
            } else {
                unsplit = one
            }
        }
        let legal = PersonName(given: part(.legalGiven), middle: part(.legalMiddle), family: part(.legalFamily))
        var preferred = PersonName(given: part(.preferredGiven), family: part(.preferredFamily))
        for family in [legal.family, main.family, preferred.family] where !family.isEmpty && !preferred.given.isEmpty {
            // One "Preferred Name" column was seen to hold the full name.
            let ending = " " + family.lowercased()
            if preferred.given.lowercased().utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8) {
                preferred.given = tidied(String(preferred.given.unicodeScalars.dropLast(family.unicodeScalars.count)))
            }
        }
        pupil.main = main.isEmpty ? nil : main
        pupil.legal = legal.isEmpty ? nil : legal
        pupil.preferred = preferred.isEmpty ? nil : preferred
        return unsplit
    }

    mutating func readEmail(_ cells: [String], _ table: RosterTable, _ row: RosterTable.Row) -> String? {
        guard let text = cells.first(where: { !$0.isEmpty }) else { return nil }
        let cell = EmailCell(text)
        if let problem = cell.problem(in: table.name, line: row.line, fix: "correct the address in the MIS") {
            document.problems.append(problem)
        }
        return cell.addresses.first
    }

    private mutating func readDate(
        _ text: String, _ what: String, _ dates: SlashDates, _ table: RosterTable, _ row: RosterTable.Row
    ) -> Day? {
        if text.isEmpty || isNoDate(text) { return nil }
        if let day = dates.day(text) ?? dayOfColumn(text) { return day }
        document.problems.append(
            Problem(
                table.name, line: row.line, code: "bad-date", "the \(what) date is not a date and is not used",
                fix: "write it as 16/11/2026 or 2026-11-16", severity: .warning)
        )
        return nil
    }

    /// A date, or a "yes" whose date nobody knows: signed long ago.
    private func agreement(_ text: String, _ dates: SlashDates) -> Day? {
        dates.day(text)
            ?? (truth(text) == true || text.lowercased() == "signed" ? Day(year: 1990, month: 1, day: 1) : nil)
    }
}
