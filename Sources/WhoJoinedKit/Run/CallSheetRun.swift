import HostSystem

/// `whojoined contacted --from FILE`: reads a call sheet that staff have filled in, and adds each outcome once to
/// followups.csv.
package struct CallSheetRun: Sendable {
    package var options = RunOptions()
    /// The call sheet, `.csv` or `.xlsx`, as it was written or as a spreadsheet program has saved it.
    package var file: String
    /// For rows that do not say who it was; `nil`: the name of the account on this machine.
    package var by: String?
    /// For rows that do not say when it was; `nil`: each must say so.
    package var on: String?

    package init(file: String) { self.file = file }

    package func run() -> RunOutcome { options.writing(work) }

    /// What a filled-in row comes to.
    private struct Line {
        var pupil: Pupil.Index
        var day: Day
        var outcome: CallOutcome
        var by: String
    }

    private func work(in folder: SchoolFolder) throws -> RunOutcome {
        let files = try readFile()
        let school = try folder.read()
        let clock = try RunClock(options.now, zone: school.settings.zone)
        var reading = Reading(
            people: PersonLookup(school: school), names: PupilNames(school.roster), today: clock.today,
            defaultBy: try whoSaysSo(by), defaultDay: try on.map(Self.day))
        let columns = CallSheet.Column.allCases.map(\.rawValue)
        let tables = SchoolTable.tables(files, columns: columns, required: ["Id", "Outcome"])
        for table in tables { reading.read(table) }
        guard tables.contains(where: \.isUsable), reading.lines.count > 0 || !reading.problems.hasErrors else {
            throw RunFailure(
                .nothingUsable, options.messages(of: reading.problems.sortedForReaders, in: folder))
        }
        let added = try add(reading.lines, to: folder, school)
        return outcome(reading, added: added, folder)
    }

    private static func day(_ text: String) throws(RunFailure) -> Day {
        if let day = Day(iso: text) { return day }
        throw RunFailure(.wrongUsage, "--on: error: not a date; fix: write it as 2026-11-20")
    }

    private static let sizeLimit = 64 * 1_048_576

    /// Its sheets, if it is a workbook.
    private func readFile() throws(RunFailure) -> [RosterFile] {
        let name = PlainText.clean(file, limit: 200)
        let bytes: [UInt8]
        do throws(ReadingError) {
            bytes = try readOrdinaryFile(HostPath(file), limit: CallSheetRun.sizeLimit).bytes
        } catch {
            if case .system(let failure) = error, failure.isMissing {
                throw RunFailure(
                    .inputMissing, "\(name): error: there is no such file; fix: see how its name is spelt")
            }
            throw RunFailure(.nothingUsable, Problem(reading: name, error).message)
        }
        do throws(Problem) {
            return try workbookTables(bytes, name)?.sheets ?? [RosterFile(name: name, bytes: bytes)]
        } catch {
            throw RunFailure(.nothingUsable, error.message)
        }
    }

    /// - Returns: how many lines are new.
    private func add(_ lines: [Line], to folder: SchoolFolder, _ school: School) throws -> Int {
        var known = Set(
            school.records.followUps.map { Key($0.pupil, $0.day, CallOutcome(kind: $0.kind, text: $0.outcome)) })
        var ledger = try SchoolCSV(.followUps, in: folder.path)
        var added = 0
        for line in lines where known.insert(Key(line.pupil, line.day, line.outcome)).inserted {
            try ledger.append([
                "Date": line.day.iso, "Id": school.roster.pupils[line.pupil].id.text,
                "Kind": line.outcome.kind.rawValue, "By": line.by, "Outcome": line.outcome.text,
            ])
            added += 1
        }
        if added > 0, !options.isDryRun { try ledger.save(in: folder.path) }
        return added
    }

    /// Lines that are equal in this say the same, whoever wrote them down.
    private struct Key: Hashable {
        var pupil: Pupil.Index
        var day: Day
        var kind: FollowUpNote.Kind
        var text: String

        init(_ pupil: Pupil.Index, _ day: Day, _ outcome: CallOutcome) {
            (self.pupil, self.day, kind, text) = (pupil, day, outcome.kind, PersonLookup.key(outcome.text))
        }
    }

    private func outcome(_ reading: Reading, added: Int, _ folder: SchoolFolder) -> RunOutcome {
        var outcome = RunOutcome(
            reading.problems.hasErrors ? .someInputUnusable : .done,
            messages: options.messages(of: reading.problems.sortedForReaders, in: folder))
        if options.isQuiet { return outcome }
        let verb = options.isDryRun ? "would be added" : "added"
        outcome.print(
            "\(counted(reading.filledIn, "row")) filled in: \(added) \(verb) to followups.csv, \(reading.lines.count - added) there already, \(reading.refused) refused; \(counted(reading.leftEmpty, "row")) left empty."
        )
        return outcome
    }

    // MARK: Rows

    private struct Reading {
        let people: PersonLookup
        let names: PupilNames
        let today: Day
        let defaultBy: String
        let defaultDay: Day?
        private(set) var lines: [Line] = []
        private(set) var problems: [Problem] = []
        private(set) var (refused, leftEmpty) = (0, 0)

        var filledIn: Int { lines.count + refused }

        init(people: PersonLookup, names: PupilNames, today: Day, defaultBy: String, defaultDay: Day?) {
            (self.people, self.names, self.today) = (people, names, today)
            (self.defaultBy, self.defaultDay) = (defaultBy, defaultDay)
        }

        mutating func read(_ table: SchoolTable) {
            problems += table.problems
            let dates = table.slashDates("When")
            for row in table.rows {
                if row["Outcome"].isEmpty && row["By"].isEmpty && row["When"].isEmpty {
                    leftEmpty += 1
                    continue
                }
                do throws(Problem) {
                    if let line = try line(of: row, dates, table.file) { lines.append(line) } else { leftEmpty += 1 }
                } catch {
                    problems.append(error)
                    refused += 1
                }
            }
        }

        /// - Returns: `nil` where nothing was done yet.
        private func line(of row: SchoolTable.Row, _ dates: SlashDates, _ file: String) throws(Problem) -> Line? {
            func refusal(_ code: String, _ what: String, fix: String) -> Problem {
                Problem(file, line: row.line, code: code, what, fix: fix)
            }
            let outcome: CallOutcome
            switch CallOutcome.read(row["Outcome"]) {
            case .notTried: return nil
            case .outcome(let known): outcome = known
            case .unknown:
                throw refusal(
                    "bad-outcome",
                    row["Outcome"].isEmpty
                        ? "the column Outcome is empty" : "the column Outcome begins with none of the known words",
                    fix:
                        "begin with one of: \(CallOutcome.offered.joined(separator: ", ")); what came of it may stand behind"
                )
            }
            guard let day = row["When"].isEmpty ? defaultDay : dates.day(row["When"]) ?? dayOfColumn(row["When"]) else {
                throw refusal(
                    "bad-date",
                    row["When"].isEmpty ? "the column When is empty" : "the column When holds no date",
                    fix: "write the day as 2026-11-16 or 16/11/2026, or give --on for all rows that do not say")
            }
            guard day <= today else {
                throw refusal("bad-date", "the column When holds a day to come", fix: "write the day of the call")
            }
            let by = row["By"].isEmpty ? defaultBy : row["By"]
            if (by + outcome.text).unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
                throw refusal(
                    "control-character", "the column By or Outcome holds a control character", fix: "leave it out")
            }
            return Line(pupil: try pupil(of: row, file), day: day, outcome: outcome, by: by)
        }

        /// A spreadsheet may have dropped zeros of the id, and somebody may have sorted one column without the others: so
        /// the name beside it decides between those who may be meant, and must not be another pupil's.
        private func pupil(of row: SchoolTable.Row, _ file: String) throws(Problem) -> Pupil.Index {
            let like = people.pupils(withoutNoughts: PersonLookup.key(row["Id"]))
            let meant = like.isEmpty ? people.pupilsMeant(by: row["Id"]) : like
            let named = row["Pupil"].isEmpty ? .none : names.find(row["Pupil"], group: row["Class"].orNil)
            if meant.isEmpty {
                throw Problem(
                    file, line: row.line, code: "no-such-pupil",
                    row["Id"].isEmpty ? "the column Id is empty" : "the Id belongs to no pupil of the roster",
                    fix: "write the pupil's id as the call sheet had it")
            }
            if case .one(let pupil) = named {
                if meant.contains(pupil) { return pupil }
                throw Problem(
                    file, line: row.line, code: "other-pupil", "the columns Id and Pupil are of two pupils",
                    fix: "see whether the rows were sorted or moved in part; write the id of the pupil who is meant")
            }
            guard meant.count == 1 else {
                throw Problem(
                    file, line: row.line, code: "no-such-pupil",
                    "the Id is that of several pupils, but for zeros in front of it",
                    fix: "write the id with its zeros and the name beside it as the call sheet had them")
            }
            return meant[0]
        }
    }
}
