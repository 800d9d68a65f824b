import ArgumentParser
import WhoJoinedKit

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Read everything, write nothing, list every problem with its fix.",
        discussion:
            "Also says which rosters are stale, which sessions of the week have no export, and which rules lack their evidence."
    )

    @Option(help: ArgumentHelp("The ISO week to look at, as 2026-W47. Without it: the current one.", valueName: "week"))
    var week: String?
    @OptionGroup var common: CommonOptions

    func run() async throws {
        var run = CheckRun()
        run.options = try common.resolved()
        run.week = week
        finish(await run.run())
    }
}
