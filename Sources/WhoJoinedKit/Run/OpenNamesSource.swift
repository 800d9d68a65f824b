/// The open names of a week, or of some exports.
struct FoundNames: Sendable {
    let names: OpenNames
    let context: ReportContext
    /// In the words of a message: `in 2026-W41`, `in these exports`.
    let place: String

    var nothingOpen: RunOutcome {
        var outcome = RunOutcome()
        outcome.print("No name is open \(place).")
        return outcome
    }
}

/// Where `settle` and `confirm` look for open names.
struct OpenNamesSource: Sendable {
    let options: RunOptions
    /// None: the exports of the inbox.
    let exports: [String]
    /// `2026-W41` or `last`; `nil`: the current week.
    let week: String?
    let classCode: String?

    init(_ options: RunOptions, exports: [String] = [], week: String?, classCode: String?) {
        (self.options, self.exports, self.week, self.classCode) = (options, exports, week, classCode)
    }

    func read() async throws -> FoundNames {
        let folder = SchoolFolder(options.school)
        let files = try NamedExports.files(exports)
        var school = try folder.read()
        let clock = try RunClock(options.now, zone: school.settings.zone)
        try school.restoreFormerPupils(from: History.reading(folder.history), today: clock.today)
        if let classCode { try school.checkClass(classCode) }
        let only = classCode.map { KnownClasses(school.roster).spelt(ClassCode($0)) }
        guard files.isEmpty else {
            let pipeline = Pipeline(school, only: only, now: clock.now, jobs: options.jobs)
            let run = try await pipeline.run(NamedExports(files, school, options, today: clock.today))
            let context = ReportContext(run.result)
            return FoundNames(names: OpenNames(run.result, context), context: context, place: "in these exports")
        }
        let week = try clock.week(week)
        let inbox = try WholeInbox(folder, &school, options, week: week, today: clock.today)
        let run = try await Pipeline(school, now: clock.now, jobs: options.jobs).run(inbox)
        let context = ReportContext(run.result)
        let place = "in \(week.iso)\(classCode.map { " of \(PlainText.clean($0))" } ?? "")"
        return FoundNames(names: OpenNames(run.result, context, only: only), context: context, place: place)
    }
}
