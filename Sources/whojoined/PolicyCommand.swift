import ArgumentParser
import WhoJoinedKit

struct PolicyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy",
        abstract: "The school's policy, clause by clause: in how many sessions it was kept, as far as anything shows.",
        discussion: """
            Counts sessions: tested (kept or broken), not evidenced, and what no data can show; the review that is due, and who
            checked the log (whojoined note --checked --by NAME). Text for governors, --format csv for inspection. Writes nothing.
            """)

    @Flag(help: "The term so far: since the last long break of days-off, or 1 September, January or April.")
    var term = false
    @Option(
        help: ArgumentHelp(
            "The ISO week, as 2026-W47, or last; with --term the last one that counts. Without it: the current one.",
            valueName: "week"))
    var week: String?
    @OptionGroup var common: CommonOptions

    func run() async throws {
        var run = PolicyRun()
        run.options = try common.resolved()
        run.week = week
        run.isOfTerm = term
        finish(await run.run())
    }
}
