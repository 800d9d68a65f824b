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
        let files = try NamedExports.files(exports)
        let school = try folder.read()
        if let classCode { try school.checkClass(classCode) }
        let clock = try RunClock(options.now, zone: school.settings.zone)
        let pipeline = Pipeline(school, only: classCode.map { ClassCode($0) }, now: clock.now, jobs: options.jobs)
        let run = try await pipeline.run(NamedExports(files, school, options, today: clock.today))
        var result = run.resultWithInputs()
        result.past = try pastSessions(before: result.sessions.map(\.session), in: folder)
        let pages =
            options.format == .text ? result.sessions.map { lessonPage($0, in: result, colour: options.hasColour) } : []
        var saved: [String] = []
        if isSaved { saved = try save(result, in: folder) }
        return outcome(result, pages, saved)
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
        return past.filter { $0.start < first.start }.sortedByStart
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
            outcome.print(result.tally.line)
        // For a program: the account stands inside, or is a message.
        case .csv:
            outcome.output += lessonTable(result)
            outcome.messages.append(result.tally.line)
        case .json: outcome.print(lessonJSON(result).text(pretty: true))
        }
        return outcome
    }
}
