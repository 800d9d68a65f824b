/// `whojoined why WHO`: the rule, the rows, the candidates and what would change the answer.
package struct WhyRun: Sendable {
    package var options = RunOptions()
    /// A pupil's id or name, a member of staff, or a display name of an export.
    package var who: String
    package var classCode: String?
    package var week: String?

    package init(who: String) { self.who = who }

    package func run() async -> RunOutcome {
        await RunOutcome(of: work)
    }

    private func work() async throws -> RunOutcome {
        let folder = SchoolFolder(options.school)
        var school = try folder.read()
        let clock = try RunClock(options.now, zone: school.settings.zone)
        try school.restoreFormerPupils(from: History.reading(folder.history), today: clock.today)
        let week = try clock.week(week)
        let inbox = try WholeInbox(folder, &school, options, week: week, today: clock.today)
        let run = try await Pipeline(school, now: clock.now, jobs: options.jobs).run(inbox)
        let only = classCode.map { KnownClasses(school.roster).spelt(ClassCode($0)) }
        var page = WhyPage(who, run.result, only: only)
        page.write()
        guard page.hasAnswer else {
            let guess = didYouMean(WhyPage.nearest(to: who, in: run.result, only: only))
            throw RunFailure(
                .inputMissing,
                "WHO: error: neither on the roster nor in the call in \(week.iso)\(classCode == nil ? "" : " in this class"); fix: \(guess)write the name as the report does, or name the week with --week"
            )
        }
        var outcome = RunOutcome()
        switch options.format {
        case .text, .html: for line in page.lines { outcome.print(line) }
        case .csv: outcome.output = page.table
        case .json: outcome.print(page.json.text(pretty: true))
        }
        return outcome
    }
}
