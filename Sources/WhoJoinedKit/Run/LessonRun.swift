import HostSystem

/// `whojoined lesson`: the teacher's page of the sessions that the named exports are of.
package struct LessonRun: Sendable {
    package var options = RunOptions()
    /// Paths; `-` is standard input.
    package var exports: [String] = []
    /// `--class`: overrides what the exports say.
    package var classCode: String?
    /// `--save`: the page is filed in the week's folder too, as text and as HTML.
    package var isSaved = false
    /// `--screen`: initials in the place of names.
    package var isForScreen = false

    package init() {}

    package func run() async -> RunOutcome {
        await RunOutcome(of: work)
    }

    private func work() async throws -> RunOutcome {
        if isForScreen, options.format == .csv || options.format == .json {
            throw RunFailure(
                .wrongUsage, "--screen: error: a table is no page for a screen; fix: leave out --screen, or --format")
        }
        let folder = SchoolFolder(options.school)
        let files = try NamedExports.files(exports)
        var school = try folder.read()
        let clock = try RunClock(options.now, zone: school.settings.zone)
        let history = try History.reading(folder.history)
        try school.restoreFormerPupils(from: history, today: clock.today)
        if let classCode { try school.checkClass(classCode) }
        try school.addLostHolds(from: history, until: clock.today.week)
        let input = try await NamedExports(files, school, options, today: clock.today).read()
        school.rollsOfThen = try history?.rollsOfThen(of: input.days, today: clock.today)
        let only = classCode.map { KnownClasses(school.roster).spelt(ClassCode($0)) }
        let pipeline = Pipeline(school, only: only, now: clock.now, jobs: options.jobs)
        var result = await pipeline.run(input).resultWithInputs()
        result.past = try pastSessions(before: result.sessions.map(\.session), in: history)
        if options.format == .html, result.sessions.count > 1, !isSaved {
            throw RunFailure(
                .wrongUsage,
                "--format: error: these exports are of \(result.sessions.count) lessons, and a page is of one; fix: name the exports of one lesson, or file a page of each with --save"
            )
        }
        let context = ReportContext(result)
        let saved = isSaved ? try save(result, context, in: folder) : []
        return try outcome(result, isForScreen ? ReportContext(result, isForScreen: true) : context, saved)
    }

    /// What the history knows of these classes before these sessions; only what a page can show, so that a teacher need
    /// not wait.
    private func pastSessions(before sessions: [LinkedSession], in history: History?) throws(StoreError)
        -> [PastSession]
    {
        guard let first = sessions.min(by: { $0.start < $1.start }), let history else { return [] }
        let classes = Set(sessions.flatMap { [$0.classText] + $0.classes.map(\.text) })
        let past = try history.pastSessions(in: (first.day - 120)...first.day, of: classes)
        return past.filter { $0.start < first.start }.sortedByStart
    }

    /// Files each page in its week's folder, in both forms, and says so in the folder's list: `week` keeps what is in it.
    /// - Returns: the names, relative to the school's folder.
    private func save(_ result: WeekResult, _ context: ReportContext, in folder: SchoolFolder) throws -> [String] {
        let template = try pageTemplate()
        let lock = try folder.lock(unless: options.isDryRun)
        defer { _ = lock }
        var names: [String] = []
        for judged in result.sessions {
            let page = LessonPageFile(of: judged.session, context)
            let files = page.files(
                LessonFacts(judged, context), settle: settle(judged.session), template: template)
            let week = judged.session.day.week
            names += files.map { "reports/\(week.iso)/\($0.path)" }
            if options.isDryRun { continue }
            try failing("the page could not be filed", status: .cannotCreate) { () throws(SystemError) in
                let reports = folder.reports(of: week)
                for path in [folder.reports, reports, reports.appending(LessonPageFile.folder)] {
                    if try fileEntry(at: path)?.kind == .link { throw SystemError(path, 40) }  // ELOOP
                }
                try createFolders(reports.appending(LessonPageFile.folder))
                var written = try WrittenFiles(in: reports) ?? WrittenFiles()
                for file in files {
                    try replaceFile(reports.appending(file.path), file.bytes)
                    written.sums[HostPath(file.path)] = sha256(file.bytes)
                }
                try replaceFile(reports.appending(WrittenFiles.name), written.file.bytes)
            }
        }
        return names
    }

    private func pageTemplate() throws(RunFailure) -> String {
        let (templates, mistakes) = readTemplates()
        if !mistakes.isEmpty { throw RunFailure(.badSettings, mistakes.sortedForReaders.map(\.message)) }
        return templates.page
    }

    /// Exports that no other command finds by itself.
    private var besidesInbox: [String] {
        let inbox = Machine.absolute(SchoolFolder(options.school).inbox).bytes + [.slash]
        return exports.filter { $0 != "-" && !Machine.absolute(HostPath($0)).bytes.starts(with: inbox) }
    }

    /// The command that asks for the open names of these exports; none for what came through a pipe.
    private func settle(_ session: LinkedSession) -> String? {
        if exports.contains("-") { return nil }
        return besidesInbox.isEmpty ? Commands.settle(session) : Commands.settle(exports, of: classCode)
    }

    private func outcome(_ result: WeekResult, _ context: ReportContext, _ saved: [String]) throws -> RunOutcome {
        var outcome = RunOutcome(
            result.problems.hasErrors ? .someInputUnusable : .done,
            messages: options.messages(of: result.problems, in: SchoolFolder(options.school)))
        if let failOn = options.failOn, result.findingCount(where: { $0.severity >= failOn.severity }) > 0 {
            outcome.status = .findings
        }
        switch options.format {
        case .text:
            for judged in result.sessions {
                let look = LessonLook(
                    hasColour: options.hasColour, columns: options.columns, exports: besidesInbox,
                    settle: settle(judged.session))
                outcome.print(lessonPage(LessonFacts(judged, context), look))
            }
            for name in saved { outcome.print("\(options.isDryRun ? "Would save" : "Saved"): \(name)") }
            outcome.print(result.tally.line)
        // For a program: the account stands inside, or is a message.
        case .csv:
            outcome.output += lessonTable(result)
            outcome.messages.append(result.tally.line)
        case .json: outcome.print(lessonJSON(result).text(pretty: true))
        case .html:
            let template = try pageTemplate()
            if result.sessions.count == 1 {
                outcome.output = lessonHTML(LessonFacts(result.sessions[0], context), template: template)
            }
            outcome.messages += saved.map { "\(options.isDryRun ? "Would save" : "Saved"): \($0)" }
            outcome.messages.append(result.tally.line)
        }
        return outcome
    }
}
