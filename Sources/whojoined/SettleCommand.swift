import ArgumentParser
import HostSystem
import WhoJoinedKit

struct SettleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settle", abstract: "Settle the open names one after the other, with a key or two for each.",
        discussion: """
            On a terminal. Keys: 1-9 that pupil, s staff, g guest, p parent of, n nobody of ours, d device for this lesson only,
            u undo, Enter skip, q done. Each answer is a line in decisions.csv, as confirm writes it (of a guest in guests.csv).
            """)

    @Argument(
        help: ArgumentHelp("Exports that need not be in the inbox. Without them: the week's.", valueName: "export"))
    var exports: [String] = []
    @Option(help: ArgumentHelp("The ISO week, as 2026-W47, or last. Without it: the current one.", valueName: "week"))
    var week: String?
    @Option(name: .customLong("class"), help: ArgumentHelp("Only this class.", valueName: "class"))
    var classCode: String?
    @Option(help: ArgumentHelp("Who says so. Without it: the name of this account.", valueName: "name"))
    var by: String?
    @OptionGroup var common: CommonOptions

    func run() async throws {
        guard let terminal = KeyTerminal() else { finish(SettleRun.withoutTerminal) }
        var run = SettleRun()
        run.options = try common.resolved()
        run.exports = exports
        run.week = week
        run.classCode = classCode
        run.by = by
        let outcome = await run.run(at: terminal)
        terminal.end()
        finish(outcome)
    }
}
