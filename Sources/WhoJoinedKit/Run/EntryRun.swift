import HostSystem

/// The commands that add one checked line to a file of the school's own: `confirm`, `note`, `contacted`, `clear`.
package struct EntryRun: Sendable {
    package enum Entry: Sendable {
        case decision(name: String, email: String?, isA: String?, id: String?)
        case note(kind: String, person: String?, at: String?, start: String?, text: String?)
        /// `tried`, `contacted` or `cleared`.
        case followUp(kind: String, person: String, outcome: String?)
        case guest(name: String, email: String?, until: String?, role: String?, approvedBy: String?)
    }

    package var options = RunOptions()
    package var entry: Entry
    package var classCode: String?
    /// Who says so; `nil`: the name of the account on this machine.
    package var by: String?
    /// `nil`: today.
    package var on: String?
    /// `confirm --from`: exports that are not in the inbox.
    package var exports: [String] = []
    /// The lesson that a decision is about, where it is known already.
    var lesson: LastSeen?
    /// Who was in the calls that are known; `nil`: not looked at, and then no name is doubted.
    package var seen: SeenNames?
    /// `confirm --only-this-lesson`
    package var isOnlyThisLesson = false
    /// `confirm --undo`
    package var isUndone = false

    package init(_ entry: Entry) { self.entry = entry }

    /// Looks first who was in the calls: a name that nobody had is a slip of the pen.
    package func runKnowingNames() async -> RunOutcome {
        var run = self
        do { run.seen = try await SeenNames.read(options, besides: exports) } catch {
            // What is wrong with the school's folder, the run itself says.
            if !exports.isEmpty { return RunOutcome { throw error } }
        }
        return run.run()
    }

    package func run() -> RunOutcome {
        options.writing(work)
    }

    private func work(in folder: SchoolFolder) throws -> RunOutcome {
        let school = try folder.read()
        if isUndone { return try undo(in: folder) }
        let line = try add(to: folder, of: school)
        var outcome = RunOutcome()
        if options.isQuiet { return outcome }
        if line.isNew {
            outcome.print("\(options.isDryRun ? "Would add" : "Added") to \(line.layout.file): \(line.shown)")
            for advice in advice(school) { outcome.print(advice) }
        } else {
            outcome.print("\(line.layout.file) says so already: \(line.shown)")
        }
        return outcome
    }

    /// Adds the line, for a caller that has more to say: `settle`.
    func enter() throws -> EnteredLine {
        let folder = SchoolFolder(options.school)
        let lock = try folder.lock(unless: options.isDryRun)
        defer { _ = lock }
        return try add(to: folder, of: folder.read())
    }

    private func add(to folder: SchoolFolder, of school: School) throws -> EnteredLine {
        let (layout, cells) = try line(for: school)
        var file = try SchoolCSV(layout, in: folder.path)
        file.addColumns(["Date", "Start"].filter { layout.columns.contains($0) && cells[$0]?.isEmpty == false })
        let line = EnteredLine(layout: layout, cells: cells, isNew: !file.holds(cells))
        if !line.isNew { return line }
        try checkContradiction(file, cells)
        try file.append(cells)
        if !options.isDryRun { try file.save(in: folder.path) }
        return line
    }

    private func line(for school: School) throws(RunFailure) -> (SchoolCSV.Layout, [String: String]) {
        let clock = try RunClock(options.now, zone: school.settings.zone)
        guard let day = (on ?? options.date).map({ Day(iso: $0) }) ?? clock.today else {
            throw RunFailure(.wrongUsage, "--on: error: not a date; fix: write it as 2026-11-20")
        }
        let by = try whoSaysSo(self.by)
        var cells: [String: String]
        let layout: SchoolCSV.Layout
        switch entry {
        case .decision(let name, let email, let isA, let id):
            layout = .decisions
            cells = try decision(try knownName(name), email, isA, id, school)
            cells["On"] = day.iso
            cells["Class"] = try checkedClass(school)
            try addReach(&cells, cells["Display Name"] ?? "", email, day, school)
        case .note(let kind, let person, let at, let start, let text):
            layout = .notes
            cells = try note(kind, person, at, start, text)
            cells["Date"] = day.iso
            cells["Class"] = try checkedClass(school)
            cells["Person"] = try knownPerson(person ?? "", kind, on: day, school)
        case .guest(let name, let email, let until, let role, let approvedBy):
            layout = .guests
            guard until.map({ Day(iso: $0).map { $0 >= day } ?? false }) ?? true else {
                throw RunFailure(
                    .wrongUsage, "--until: error: not a date from --on on; fix: write it as 2026-11-20")
            }
            cells = [
                "Date": day.iso, "Until": until ?? "", "Name": name, "Email": email ?? "",
                "Class": try checkedClass(school), "Role": role ?? "", "Approved By": approvedBy ?? by,
            ]
        case .followUp(let kind, let person, let outcome):
            layout = .followUps
            cells = [
                "Date": day.iso, "Id": try followed(person, kind, school), "Kind": kind, "Outcome": outcome ?? "",
            ]
        }
        if case .guest = entry {} else { cells["By"] = by }
        for (column, cell) in cells
        where cell.unicodeScalars.contains(where: { $0.properties.generalCategory == .control && $0.isASCII }) {
            throw RunFailure(.wrongUsage, "\(column): error: holds a control character; fix: leave it out")
        }
        return (layout, cells)
    }

    /// A device's name is another's at the next lesson, so it is settled for one day.
    private func addReach(
        _ cells: inout [String: String], _ name: String, _ email: String?, _ day: Day, _ school: School
    ) throws(RunFailure) {
        let isDaily = (email ?? "").isEmpty && Matcher(school).isNameOfNobody(name)
        let until = on.flatMap { Day(iso: $0) } ?? day
        let lesson =
            isDaily || isOnlyThisLesson ? self.lesson ?? seen?.last(name, classCode: classCode, until: until) : nil
        if isOnlyThisLesson && (lesson == nil || (email ?? "").isEmpty == false) {
            throw RunFailure(
                .wrongUsage,
                "--only-this-lesson: error: no lesson of the inbox has that name without an e-mail; fix: leave the option out, or give --class and --on"
            )
        }
        if isDaily || isOnlyThisLesson { cells["Date"] = (lesson?.day ?? day).iso }
        if isOnlyThisLesson, let start = lesson?.start { cells["Start"] = start.short }
    }

    /// The line of that name, e-mail and class, the latest if there are several.
    private func undo(in folder: SchoolFolder) throws -> RunOutcome {
        guard case .decision(let name, let email, _, _) = entry else { return RunOutcome() }
        var file = try SchoolCSV(.decisions, in: folder.path)
        let wanted = PersonLookup.key(withoutFormulaGuard(name))
        let row = file.rows.lastIndex { row in
            PersonLookup.key(withoutFormulaGuard(row["display name"] ?? "")) == wanted
                && (email.map { PersonLookup.key(row["email"] ?? "") == PersonLookup.key($0) } ?? true)
                && (classCode.map { PersonLookup.key(row["class"] ?? "") == PersonLookup.key($0) } ?? true)
        }
        guard let row else {
            throw RunFailure(
                .wrongUsage, "--undo: error: decisions.csv has no such line; fix: give the name as it stands there")
        }
        let shown = ["display name", "class", "is", "id", "date"].compactMap { file.rows[row][$0] }
            .filter { !$0.isEmpty }.map { PlainText.clean($0) }
        file.remove(row: row)
        if !options.isDryRun { try file.save(in: folder.path) }
        var outcome = RunOutcome()
        if !options.isQuiet {
            outcome.print(
                "\(options.isDryRun ? "Would take" : "Taken") out of decisions.csv: \(shown.joined(separator: ", "))")
        }
        return outcome
    }

    private func checkedClass(_ school: School) throws(RunFailure) -> String {
        guard let classCode, !classCode.isEmpty else { return "" }
        return try school.knownClass(classCode)
    }

    private func decision(_ name: String, _ email: String?, _ isA: String?, _ id: String?, _ school: School)
        throws(RunFailure) -> [String: String]
    {
        if name.isEmpty && (email ?? "").isEmpty {
            throw RunFailure(.wrongUsage, "NAME: error: neither a display name nor an e-mail; fix: give one")
        }
        let lookup = PersonLookup(school: school)
        let staff = id.map { lookup.staffMeant(by: $0) } ?? []
        let kind =
            isA.flatMap { Decision.Is(rawValue: $0) }
            ?? (id == nil ? nil : staff.count == 1 && lookup.pupilsMeant(by: id!).isEmpty ? .staff : .pupil)
        guard let kind else {
            throw RunFailure(
                .wrongUsage,
                "--is: error: it must be said who this is; fix: --as ID for a pupil or colleague, or --is unnamed or --is uninvited"
            )
        }
        var cells = ["Display Name": name, "Email": email ?? "", "Is": kind.rawValue, "Id": ""]
        switch kind {
        case .unnamed, .uninvited:
            if id != nil {
                throw RunFailure(
                    .wrongUsage,
                    "--as: error: somebody \(kind.rawValue) is nobody of the school; fix: leave out --as or --is")
            }
        case .staff:
            guard staff.count == 1 else {
                throw RunFailure(.wrongUsage, "--as: error: not one member of staff; fix: give the staff code")
            }
            cells["Id"] = school.roster.staff[staff[0]].code
        case .pupil, .contact:
            guard let id else {
                throw RunFailure(.wrongUsage, "--as: error: it must be said whose; fix: add --as and the pupil's id")
            }
            cells["Id"] = school.roster.pupils[try lookup.pupil(id, option: "--as")].id.text
        }
        return cells
    }

    private func note(_ kind: String, _ person: String?, _ at: String?, _ start: String?, _ text: String?)
        throws(RunFailure) -> [String: String]
    {
        guard let known = HostNote.Kind(rawValue: kind) else {
            let kinds = HostNote.Kind.allCases.map(\.rawValue).sorted().joined(separator: ", ")
            throw RunFailure(.wrongUsage, "KIND: error: no such kind of note; fix: one of \(kinds)")
        }
        if (classCode ?? "").isEmpty, known != .checked {
            throw RunFailure(.wrongUsage, "CLASS: error: a note is of a class; fix: name it")
        }
        if known == .removed, (person ?? "").isEmpty {
            throw RunFailure(
                .wrongUsage, "--person: error: it must be said who was removed; fix: add --person and the name or id")
        }
        if let start, ClockTime(start) == nil {
            throw RunFailure(.wrongUsage, "--start: error: not a time; fix: write it as 09:00")
        }
        let times = at?.split(separator: "-", omittingEmptySubsequences: false).map { ClockTime(String($0)) } ?? []
        if times.count > 2 || times.contains(nil) || times.count == 2 && times[1]! <= times[0]! {
            throw RunFailure(
                .wrongUsage, "--at: error: neither a time nor a span; fix: write it as 09:12 or 09:00-09:31")
        }
        return ["Start": start ?? "", "Kind": kind, "Person": person ?? "", "At": at ?? "", "Text": text ?? ""]
    }

    /// One name cannot be two people in one class.
    private func checkContradiction(_ file: SchoolCSV, _ cells: [String: String]) throws(RunFailure) {
        guard case .decision = entry else { return }
        let same = ["Display Name", "Email", "Class", "Date", "Start"]
        let row = file.rows.firstIndex { row in
            same.allSatisfy { PersonLookup.key(row[$0.lowercased()] ?? "") == PersonLookup.key(cells[$0] ?? "") }
        }
        guard let row else { return }
        throw RunFailure(
            .wrongUsage,
            "decisions.csv:\(file.lines[row]): error: this name is settled already, as somebody else; fix: remove that line first if it is wrong"
        )
    }

    private func advice(_ school: School) -> [String] {
        switch entry {
        case .note("removed", _, _, _, _):
            [
                "On HOLD: do not admit until SLT has spoken to the parents. SLT clears it with: whojoined clear WHO --by NAME"
            ]
        case .decision(let name, let email, _, _), .guest(let name, let email, _, _, _):
            [mayBeBarred(name, email, school) ? EntryRun.notLifted : "The next run of whojoined obeys it."]
        default: []
        }
    }

    private static let notLifted =
        "This may be an adult who must have no contact with a pupil: in that pupil's lessons no line lifts the restriction. Ask the safeguarding lead."

    /// By the name and address of the line, or by an address that was seen with the name.
    private func mayBeBarred(_ name: String, _ email: String?, _ school: School) -> Bool {
        let key = personKey(withoutFormulaGuard(name))
        let emails = (seen?.sightings ?? []).map(\.entrant).filter { $0.isCalled(key) }.compactMap(\.email)
        return Matcher(school).isOfBarredContact(withoutFormulaGuard(name), emails: emails + [email].compactMap(\.self))
    }
}
