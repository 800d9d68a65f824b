import ArgumentParser
import WhoJoinedKit

struct DayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "day", abstract: "The families to reach now: whose child missed a lesson of the day.",
        discussion: """
            Lists of each pupil the first lesson that was missed, since the last run or on one day; nobody whose absence is
            known, whose family was reached, or whom a note explains. Writes reports/day-2026-11-16/ with a call sheet.
            """)

    @Option(
        help: ArgumentHelp(
            "The whole of one day, as 2026-11-16, or today. Without it: since the last run.", valueName: "date"))
    var on: String?
    @OptionGroup var common: CommonOptions

    func run() async throws {
        var run = DayRun()
        run.options = try common.resolved()
        run.on = on
        finish(await run.run())
    }
}
