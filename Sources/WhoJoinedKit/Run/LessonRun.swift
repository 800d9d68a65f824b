import HostSystem

/// `whojoined lesson`: the teacher's page of the sessions that the named exports are of.
package struct LessonRun: Sendable {
    package var options = RunOptions()
    /// Paths; `-` is standard input.
    package var exports: [String] = []
    /// `--class`: overrides what the exports say.
    package var classCode: String?
    /// `--save`: the page is filed in `reports/lessons/` too.
    package var isSaved = false

    package init() {}

    package func run() async -> RunOutcome {
        await RunOutcome(of: work)
    }

    private func work() async throws -> RunOutcome {
        let folder = SchoolFolder(options.school)
        let files = try named()
        let school = try folder.read()
        if let classCode { try school.checkClass(classCode) }
        let clock = try RunClock(options.now, zone: school.settings.zone)
        let hints = try ReadingHints(school.settings, school.timetable.rows, options, week: clock.today.week)
        let inbox = try read(files, hints)
        guard inbox.files.contains(where: \.isUsable) else {
            throw RunFailure(.nothingUsable, options.messages(of: inbox.allProblems.sortedForReaders, in: folder))
        }
        let result = try judge(inbox, of: school, in: folder, now: clock.now)
        let pages =
            options.format == .text ? result.sessions.map { lessonPage($0, in: result, colour: options.hasColour) } : []
        var saved: [String] = []
        if isSaved { saved = try save(result, in: folder) }
        return outcome(result, pages, saved)
    }

    /// The files that the command names, by path; all must be there.
    private func named() throws(RunFailure) -> [String: InboxReader.Candidate] {
        var files: [String: InboxReader.Candidate] = [:]
        var missing: [String] = []
        for path in exports where path != "-" {
            let entry = try failing("this export cannot be looked at") { () throws(SystemError) in
                try fileEntry(at: HostPath(path))
            }
            files[path] = entry.map { .init(name: path, path: $0.path, stamp: $0.stamp) }
            if entry == nil {
                missing.append(
                    "\(PlainText.clean(path, limit: 200)): error: there is no such file; fix: see how its name is spelt"
                )
            }
        }
        if !missing.isEmpty { throw RunFailure(.inputMissing, missing) }
        return files
    }

    private func read(_ files: [String: InboxReader.Candidate], _ hints: ReadingHints) throws(RunFailure)
        -> InboxReading
    {
        var readings: [InboxReader.Reading] = []
        for path in exports {
            if let file = files[path] {
                readings.append(InboxReader.readOne(file, hints))
            } else {
                readings.append(try readInput(hints))
            }
        }
        return InboxReader.united(readings)
    }

    private func readInput(_ hints: ReadingHints) throws(RunFailure) -> InboxReader.Reading {
        do throws(ReadingError) {
            let bytes = try readStandardInput(limit: InboxReader.sizeLimit)
            return InboxReader.reading(
                bytes, name: "-", stamp: FileStamp(size: bytes.count, modified: 0, changed: 0), hints: hints)
        } catch {
            throw RunFailure(.nothingUsable, InboxReader.problem(error, "-").message)
        }
    }

    /// The sessions of these exports, whatever their weeks; nothing is said of sessions without one.
    private func judge(_ inbox: InboxReading, of school: School, in folder: SchoolFolder, now: Instant)
        throws -> WeekResult
    {
        let matcher = Matcher(school)
        let exports = inbox.exports.map(\.export)
        let day = exports.lazy.compactMap {
            $0.meetings.lazy.compactMap { $0.participants.lazy.compactMap(\.stays.first?.joined).first ?? $0.start }
                .first
        }.first
        let week = school.settings.zone.day(of: day ?? now).week
        let found = findSessions(
            in: exports, of: school, week: week, now: now, matcher: matcher, only: classCode.map { ClassCode($0) })
        let sessions = (found.ofWeek + found.ofOtherWeeks).filter { !$0.exports.isEmpty }
        let past = try pastSessions(before: sessions, in: folder)
        let judged = sessions.map(Judge(school, matcher: matcher, linked: sessions).judge)
        let accounts = RowTallies(judged)
        let inputs = inbox.files.map {
            InputFile(name: $0.name, sha256: $0.sha256, size: $0.stamp.size, account: $0.facts.map(accounts.account))
        }
        return WeekResult(
            school: school, week: week, now: now, sessions: judged, weeklyFindings: [], past: past,
            inputs: school.inputs + inputs,
            account: inputs.compactMap(\.account).reduce(RowTally(), +),
            problems: (school.problems + found.problems + inbox.allProblems).sortedForReaders)
    }

    /// What the history knows of these classes before these sessions; only what a page can show, so that a teacher need
    /// not wait.
    private func pastSessions(before sessions: [LinkedSession], in folder: SchoolFolder) throws(StoreError)
        -> [PastSession]
    {
        guard let first = sessions.min(by: { $0.start < $1.start }), let history = try History.reading(folder.history)
        else { return [] }
        let classes = Set(sessions.flatMap { [$0.classText] + $0.classes.map(\.text) })
        let past = try history.pastSessions(in: (first.day - 120)...first.day, of: classes)
        return past.filter { $0.start < first.start }.sorted { ($0.start, $0.key) < ($1.start, $1.key) }
    }

    /// Files each page as `reports/lessons/2026-11-16_0900_4B_KEY.txt`: the week's folder is switched as a whole and
    /// would lose it.
    /// - Returns: the names, relative to the school's folder.
    private func save(_ result: WeekResult, in folder: SchoolFolder) throws(RunFailure) -> [String] {
        let lock = try folder.lock(unless: options.isDryRun)
        defer { _ = lock }
        let zone = result.school.settings.zone
        let texts = result.sessions.map { judged in
            let time = zone.time(of: judged.session.start).short.utf8.filter { $0 != .colon }
            return
                "\(judged.session.day.iso)_\(String(decoding: time, as: UTF8.self))_\(judged.session.classText)_\(judged.session.key)"
        }
        let names = SafeFileNames(texts)
        let lessons = folder.reports.appending("lessons")
        if !options.isDryRun {
            try failing("the page could not be filed", status: .cannotCreate) { () throws(SystemError) in
                for path in [folder.reports, lessons] {
                    if try fileEntry(at: path)?.kind == .link { throw SystemError(path, 40) }  // ELOOP
                }
                try createFolders(lessons)
            }
            for (text, judged) in zip(texts, result.sessions) {
                let page = lessonPage(judged, in: result, colour: false)
                try failing("the page could not be filed") { () throws(SystemError) in
                    try replaceFile(lessons.appending("\(names[text]).txt"), Array((page + "\n").utf8))
                }
            }
        }
        return texts.map { "reports/lessons/\(names[$0]).txt" }
    }

    private func outcome(_ result: WeekResult, _ pages: [String], _ saved: [String]) -> RunOutcome {
        var outcome = RunOutcome(
            result.problems.hasErrors ? .someInputUnusable : .done,
            messages: options.messages(of: result.problems, in: SchoolFolder(options.school)))
        if let failOn = options.failOn, result.findingCount(where: { $0.severity >= failOn.severity }) > 0 {
            outcome.status = .findings
        }
        switch options.format {
        case .text:
            for page in pages { outcome.print(page) }
            for name in saved { outcome.print("\(options.isDryRun ? "Would save" : "Saved"): \(name)") }
            outcome.print(result.account.line)
        // For a program: the account stands inside, or is a message.
        case .csv:
            outcome.output += lessonTable(result)
            outcome.messages.append(result.account.line)
        case .json: outcome.print(lessonJSON(result).text(pretty: true))
        }
        return outcome
    }
}
