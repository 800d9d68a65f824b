import ArgumentParser
import WhoJoinedKit

struct HistoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "What is remembered of a pupil, a class or the whole school.",
        discussion: "For a subject access request: whojoined history --pupil 1042 --everything --format json")

    @Option(help: ArgumentHelp("One pupil: id or name.", valueName: "who"))
    var pupil: String?
    @Option(name: .customLong("class"), help: ArgumentHelp("One class, week by week.", valueName: "class"))
    var classCode: String?
    @Option(help: ArgumentHelp("The first day, as 2026-09-01.", valueName: "date"))
    var from: String?
    @Option(help: ArgumentHelp("The last day.", valueName: "date"))
    var to: String?
    @Flag(help: "Everything that is held of the pupil.")
    var everything = false
    @OptionGroup var common: CommonOptions

    func run() async throws {
        var run = HistoryRun()
        run.options = try common.resolved()
        run.pupil = pupil
        run.classCode = classCode
        run.from = from
        run.to = to
        run.isEverything = everything
        finish(await run.run())
    }
}
