import HostSystem

/// Reads a school's folder but for its inbox: settings, `roster/`, the timetable and the school's own files.
///
/// - Throws: when `school.toml` is wrong (`.settings`, exit 78), there is no usable roster (`.noRoster`, exit 65) or
///   the system failed to read something that is there (`.reading`, exit 74). Everything else that is wrong is in
///   `School.problems`, and what can be read is read.
func readSchool(at folder: HostPath, parameters: [any AnyParameter]) throws(SchoolRefusal) -> School {
    var reader = SchoolReader(folder)
    return try reader.read(parameters)
}

enum SchoolRefusal: Error, Sendable {
    case settings([Problem])
    case noRoster([Problem])
    case reading([Problem])
}

private struct SchoolReader {
    private var school = School()
    /// Of the settings and the roster.
    private var files: SchoolFiles
    /// Of the timetable and the calendars, which are named after the roster.
    private var scheduleFiles: SchoolFiles
    private var timetable = TimetableReader()
    /// Calendars and appointment lists: only the roster tells whose their entries are.
    private var schedules: [RosterFile] = []

    init(_ folder: HostPath) {
        files = SchoolFiles(folder: folder)
        scheduleFiles = files
    }

    mutating func read(_ parameters: [any AnyParameter]) throws(SchoolRefusal) -> School {
        try readSettingsFile(parameters)
        readTimetable()
        try readRosters()
        finishTimetable()
        var recordFiles = SchoolFiles(folder: files.folder)
        var records = RecordsReader(school.roster, zone: school.settings.zone)
        let names = fileNames(in: files.folder)
        for file in SchoolFile.allCases {
            let known = recordFiles.problems.count
            let tables = recordFiles.tables(of: file.stem)
            let isThere = !tables.isEmpty || recordFiles.problems.count > known
            let others = isThere ? [] : names.filter(file.isMeant) + misplaced(file)
            let meant = others.flatMap { recordFiles.tables(called: $0) }
            let isUnreadable = recordFiles.problems[known...].contains { $0.severity == .error }
            if isThere || !others.isEmpty { records.read(file, tables, isUnreadable: isUnreadable, meant: meant) }
        }
        school.records = records.records
        let calendars = scheduleFiles.inputs.map(\.name).filter { $0.utf8.contains(.slash) }
        for name in names + calendars where !isPassingFile(Array(name.utf8)) { summarise(name, records, recordFiles) }
        school.inputs = files.inputs + scheduleFiles.inputs + recordFiles.inputs
        school.problems = files.problems + scheduleFiles.problems + recordFiles.problems + records.problems
        school.records.spellClasses(as: KnownClasses(school.roster))
        // What could not be read is not the same as absent: staff would be strangers, and pupils on leave would be
        // missing.
        if school.problems.contains(where: { $0.code == Problem.readingFailed }) { throw .reading(school.problems) }
        school.indexRoster()
        return school
    }

    /// One line for each file beside school.toml: what it was taken for, or that it is not used.
    private mutating func summarise(_ name: String, _ records: RecordsReader, _ recordFiles: SchoolFiles) {
        let lower = name.lowercased()
        if lower == "school.toml" || lower.utf8.starts(with: "history.sqlite".utf8) { return }
        func say(_ what: String) {
            school.roster.summaries.append(
                Problem(name, code: "taken-for", what, fix: "nothing to do", severity: .note))
        }
        if let count = records.counts[name] {
            let stem = lower.split(separator: ".").first.map(String.init) ?? lower
            let rows = count.rows == 1 ? "1 row" : "\(count.rows) rows"
            return say("taken for the school's \(stem), because of its name; \(rows): \(count.used) used")
        }
        if scheduleFiles.inputs.contains(where: { $0.name == name }) {
            let sessions = school.timetable.rows.count { $0.source.utf8.starts(with: name.utf8) }
            let what = isCalled(name, ".ics") ? "a calendar" : "the timetable or a calendar"
            return say(
                "taken for \(what), because of its name; \(sessions == 1 ? "1 session" : "\(sessions) sessions")")
        }
        if recordFiles.inputs.contains(where: { $0.name == name }) { return }
        school.roster.summaries.append(
            Problem(
                name, code: "not-used", "this file is not used: nothing is read from here under that name",
                fix: "a list of pupils or marks belongs into roster/, a participant export into inbox/",
                severity: .warning
            ))
    }

    /// Files of the school's own that lie in roster/, where they are no list of anybody.
    private mutating func misplaced(_ file: SchoolFile) -> [String] {
        let folder = "roster/"
        return files.problems.indices.compactMap { i in
            let problem = files.problems[i]
            if file == .absences, problem.code == Problem.listOfAbsences { return problem.file }
            guard problem.code == "no-header", problem.file.utf8.starts(with: folder.utf8),
                file.isMeant(by: String(problem.file.dropFirst(folder.count)))
            else { return nil }
            files.problems[i].what = "this is no list of pupils; its name is that of the school's \(file.stem)"
            files.problems[i].fix = "put it beside school.toml"
            return problem.file
        }
    }

    private mutating func readSettingsFile(_ parameters: [any AnyParameter]) throws(SchoolRefusal) {
        guard let bytes = files.bytes(of: "school.toml") else {
            // Unreadable is not the same as absent: a school without the file has the defaults.
            if !files.problems.isEmpty { throw .settings(files.problems) }
            return
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .settings([
                Problem("school.toml", code: "not-text", "the file is not UTF-8 text", fix: "save it as UTF-8")
            ])
        }
        do throws(SettingsRefusal) {
            school.settings = try readSettings(text, file: "school.toml", parameters: parameters)
            try school.settings.requirePolicy(in: "school.toml")
        } catch {
            throw .settings(error.problems)
        }
    }

    // MARK: Roster

    private mutating func readRosters() throws(SchoolRefusal) {
        let path = files.folder.appending("roster")
        let entries: [FileEntry]
        do throws(SystemError) { entries = try folderEntries(path) } catch {
            if !error.isMissing { throw .reading(files.problems + [.readingFailed("roster/", error.reason)]) }
            throw .noRoster(
                files.problems + [
                    Problem(
                        "roster/", code: "no-roster", "there is no folder roster/ with an export of the MIS",
                        fix: "put a class list or an MIS export there")
                ])
        }
        var documents: [RosterDocument] = []
        var tables: [RosterFile] = []
        for entry in entries where !isPassingFile(entry.path.name) {
            let name = "roster/" + HostPath(bytes: entry.path.name).text
            if entry.kind == .folder {
                readSource(entry.path, name, into: &documents)
            } else if let bytes = files.bytes(at: entry.path, name) {
                let day = Day(of: entry.stamp)
                if let sheets = files.sheets(of: bytes, name) {
                    tables += sheets.map { RosterFile(name: $0.name, bytes: $0.bytes, modified: day) }
                } else if isZipArchive(bytes) {
                    readSource(entry.path, name, into: &documents)
                } else if !isCalled(name, ".ics") {
                    tables.append(RosterFile(name: name, bytes: bytes, modified: day))
                }
            }
        }
        for group in groups(tables) { readGroup(group, into: &documents) }
        let merger = RosterMerger(documents)
        school.roster = merger.roster
        files.problems += merger.problems
        if school.roster.pupils.isEmpty {
            throw .noRoster(
                files.problems + withoutPupils() + [
                    Problem(
                        "roster/", code: "no-roster",
                        "no pupil was found in roster/; an empty roster would make nobody missing",
                        fix: "export the pupils from the MIS again")
                ])
        }
    }

    /// The files of which nothing else is said: each is named, so that the one to mend is found.
    private func withoutPupils() -> [Problem] {
        let said = Set(files.problems.map(\.file))
        return files.inputs.filter { $0.name.utf8.starts(with: "roster/".utf8) && !said.contains($0.name) }.map {
            Problem(
                $0.name, code: "no-pupils", "no row of this file is a pupil",
                fix: "export the pupils from the MIS again")
        }
    }

    /// A folder or an archive is one roster.
    private mutating func readSource(_ path: HostPath, _ name: String, into documents: inout [RosterDocument]) {
        do throws(Problem) {
            var source = try rosterSource(at: path, name: name)
            for i in source.files.indices {
                if !source.isArchive { files.note(name + "/" + source.files[i].name, source.files[i].bytes) }
                source.files[i].name = name + "/" + source.files[i].name
            }
            files.problems += source.problems
            if source.files.isEmpty {
                files.problems.append(
                    Problem(
                        name, code: "no-header", "there is no table in it",
                        fix: "save the list as CSV, or put an MIS export there"))
                return
            }
            for group in groups(source.files) { readGroup(group, into: &documents) }
        } catch {
            files.problems.append(error)
        }
    }

    private mutating func readGroup(_ group: [RosterFile], into documents: inout [RosterDocument]) {
        do throws(RosterRefusal) {
            let document = try readRosterDocument(
                group,
                RosterReading(
                    columns: school.settings.rosterColumns, isMonthFirst: school.settings.dateOrder == .monthFirst,
                    isCanonical: false))
            files.problems += document.problems
            documents.append(document)
        } catch {
            files.problems.append(error.problem)
        }
    }

    /// The files of an exchange set belong together; all other tables are read side by side.
    private func groups(_ files: [RosterFile]) -> [[RosterFile]] {
        let stems = Set(files.map(\.stem))
        let sets: [(needs: Set<String>, has: Set<String>)] = [
            (["manifest"], oneRosterStems), (["orgs", "users", "roles"], oneRosterStems),
            (["users", "classes", "enrollments"], oneRosterStems),
            (["student", "section"], sdsStems), (cleverSet, linkedSetStems), (appleSet, linkedSetStems),
        ]
        guard let found = sets.first(where: { $0.needs.isSubset(of: stems) }) else {
            return files.isEmpty ? [] : [files]
        }
        // The school's own staff list has the name of a set's.
        func isOfSet(_ file: RosterFile) -> Bool {
            found.has.contains(file.stem) && (file.stem != "staff" || file.hasIDColumns)
        }
        let rest = files.filter { !isOfSet($0) }
        return [files.filter(isOfSet)] + (rest.isEmpty ? [] : [rest])
    }

    // MARK: Timetable

    private mutating func readTimetable() {
        let tables = scheduleFiles.tables(of: "timetable")
        schedules = tables.filter { ScheduleReader.isOutlook($0.bytes, file: $0.name) }
        let own = tables.filter { !ScheduleReader.isOutlook($0.bytes, file: $0.name) }
        if !own.isEmpty { timetable.read(own) }
        for name in scheduleNames() {
            guard let bytes = scheduleFiles.bytes(of: name) else { continue }
            schedules += scheduleFiles.sheets(of: bytes, name) ?? [RosterFile(name: name, bytes: bytes)]
        }
    }

    private mutating func finishTimetable() {
        school.roster.addClassesOfYears(named: timetable.classTexts)
        timetable.checkClasses(school.roster)
        school.timetable.rows = timetable.rows
        scheduleFiles.problems += timetable.problems
        if !schedules.isEmpty {
            var reader = ScheduleReader(school.roster, school.settings)
            for (name, bytes) in schedules.map({ ($0.name, $0.bytes) }) {
                if isCalled(name, ".ics") {
                    reader.readICS(bytes, file: name)
                } else if ScheduleReader.isOutlook(bytes, file: name) {
                    reader.readOutlook(bytes, file: name)
                } else {
                    reader.readAppointments(bytes, file: name)
                }
            }
            school.timetable.rows += reader.rows
            scheduleFiles.problems += reader.problems
        }
        // The empty table that `init` writes is none yet; one whose rows cannot be used is one all the same.
        school.timetable.exists = !school.timetable.rows.isEmpty || !timetable.problems.isEmpty
    }

    /// Calendars are any `.ics` of the folder or of roster/, and tables called calendar…, appointments… or schedule….
    private mutating func scheduleNames() -> [String] {
        func names(_ path: HostPath, _ name: String) -> [String] {
            do throws(SystemError) {
                return try folderEntries(path).filter { $0.kind != .folder && $0.path.name.first != .fullStop }.map {
                    HostPath(bytes: $0.path.name).text
                }
            } catch {
                scheduleFiles.problems.append(.readingFailed(name, error.reason))
                return []
            }
        }
        let top = names(files.folder, ".").filter { name in
            let lower = name.lowercased()
            return isCalled(name, ".ics")
                || (isCalled(name, ".csv") || isCalledWorkbook(name))
                    && !lower.utf8.starts(with: "~$".utf8)
                    && ["calendar", "appointments", "schedule"].contains { lower.utf8.starts(with: $0.utf8) }
        }
        return top
            + names(files.folder.appending("roster"), "roster/").filter { isCalled($0, ".ics") }.map { "roster/" + $0 }
    }
}

/// The ordinary files beside school.toml; those that cannot be listed are named by who reads them.
private func fileNames(in folder: HostPath) -> [String] {
    let entries = (try? folderEntries(folder)) ?? []
    return entries.filter {
        $0.kind == .file && $0.path.name.first != .fullStop && !$0.path.name.starts(with: "~$".utf8)
    }
    .map { HostPath(bytes: $0.path.name).text }
}

/// Files of a school's folder, noted for run.json as they are read.
private struct SchoolFiles {
    let folder: HostPath
    private(set) var inputs: [InputFile] = []
    var problems: [Problem] = []

    init(folder: HostPath) { self.folder = folder }

    /// The bytes of a file of the folder; `nil` when it is not there or not readable.
    mutating func bytes(of name: String) -> [UInt8]? {
        let path = folder.appending(name)
        do throws(SystemError) {
            return try fileEntry(at: path) == nil ? nil : bytes(at: path, name)
        } catch {
            problems.append(.readingFailed(name, error.reason))
            return nil
        }
    }

    /// A table of the school's own as it stands there: the `.csv`, then the sheets of the `.xlsx`.
    mutating func tables(of stem: String) -> [RosterFile] {
        tables(called: stem + ".csv") + tables(called: stem + ".xlsx")
    }

    /// The file itself or the sheets in it; none when it is not there.
    mutating func tables(called name: String) -> [RosterFile] {
        guard let bytes = bytes(of: name) else { return [] }
        return sheets(of: bytes, name) ?? [RosterFile(name: name, bytes: bytes)]
    }

    /// The sheets of a workbook, none if it cannot be used; `nil` when the file is no workbook.
    mutating func sheets(of bytes: [UInt8], _ name: String) -> [RosterFile]? {
        do throws(Problem) {
            guard let workbook = try workbookTables(bytes, name) else { return nil }
            problems += workbook.problems
            return workbook.sheets
        } catch {
            problems.append(error)
            return []
        }
    }

    mutating func bytes(at path: HostPath, _ name: String) -> [UInt8]? {
        do throws(Problem) {
            let bytes = try readRosterBytes(path, name)
            note(name, bytes)
            return bytes
        } catch {
            problems.append(error)
            return nil
        }
    }

    mutating func note(_ name: String, _ bytes: [UInt8]) {
        inputs.append(InputFile(name: name, sha256: sha256(bytes), size: bytes.count))
    }
}

private let oneRosterStems: Set<String> = [
    "manifest", "academicsessions", "categories", "classes", "classresources", "courses", "courseresources",
    "demographics", "enrollments", "lineitems",
    "lineitemlearningobjectiveids", "lineitemscorescales", "orgs", "resources", "results", "resultlearningobjectiveids",
    "resultscorescales", "roles", "scorescales",
    "userprofiles", "userresources", "users", "relationships", "userflags",
]

private let sdsStems: Set<String> = [
    "school", "section", "student", "teacher", "studentenrollment", "teacherroster", "user", "guardianrelationship",
]
