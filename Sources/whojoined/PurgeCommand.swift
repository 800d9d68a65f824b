import ArgumentParser
import WhoJoinedKit

struct PurgeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "purge",
        abstract: "Remove what is older than retention-days from the history and the reports, with a receipt.",
        discussion: "Try it first with --dry-run. What is removed is overwritten in the database file too.")

    @Flag(help: "Delete exports in inbox/ that are as old, too.")
    var inbox = false
    @OptionGroup var common: CommonOptions

    func run() throws {
        var run = PurgeRun()
        run.options = try common.resolved()
        run.takesInbox = inbox
        finish(run.run())
    }
}
