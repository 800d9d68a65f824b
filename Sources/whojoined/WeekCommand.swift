import ArgumentParser
import HostSystem
import WhoJoinedKit

struct WeekCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "week", abstract: "Read the inbox and write a week's reports.",
        discussion: "Made for cron: the same inbox and --now give the same reports.")

    @Option(help: ArgumentHelp("The ISO week, as 2026-W47, or last. Without it: the current one.", valueName: "week"))
    var week: String?
    @Option(help: ArgumentHelp("Any day of the week, as 2026-11-20, or today.", valueName: "date"))
    var ending: String?
    @Option(
        help: ArgumentHelp("The folder that becomes the week's folder, instead of reports/2026-W47.", valueName: "dir"))
    var out: String?

    @Flag(name: .customLong("with-todays-roll"), help: "An old week is judged by today's roll, not by that of then.")
    var withTodaysRoll = false
    @OptionGroup var common: CommonOptions

    mutating func validate() throws {
        if week != nil && ending != nil { throw ValidationError("Give --week or --ending, not both.") }
    }

    func run() async throws {
        var run = WeekRun()
        run.options = try common.resolved()
        run.week = week
        run.ending = ending
        run.out = out
        run.isByTodaysRoll = withTodaysRoll
        if isTerminal(error: true) && !run.options.isQuiet {
            run.tell = { line in try? writeStandard(Array("whojoined: \(line)\n".utf8), toError: true) }
        }
        finish(await run.run())
    }
}
