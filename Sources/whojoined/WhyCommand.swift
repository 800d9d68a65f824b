import ArgumentParser
import WhoJoinedKit

struct WhyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "Say why somebody was reported as they were, row by row, and what would change it.")

    @Argument(help: ArgumentHelp("A pupil's id or name, or a display name as the report shows it.", valueName: "who"))
    var who: String
    @Option(name: .customLong("class"), help: ArgumentHelp("Only sessions of this class.", valueName: "class"))
    var classCode: String?
    @Option(help: ArgumentHelp("The ISO week, as 2026-W47. Without it: the current one.", valueName: "week"))
    var week: String?
    @OptionGroup var common: CommonOptions

    func run() async throws {
        var run = WhyRun(who: who)
        run.options = try common.resolved()
        run.classCode = classCode
        run.week = week
        finish(await run.run())
    }
}
