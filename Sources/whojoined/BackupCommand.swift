import ArgumentParser
import WhoJoinedKit

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy the history to a new file and read the copy back.",
        discussion: "Safe beside a run of week. To restore, put the copy in the place of history.sqlite.")

    @Argument(help: ArgumentHelp("The new file.", valueName: "file"))
    var file: String
    @OptionGroup var common: CommonOptions

    func run() throws {
        var run = BackupRun(file: file)
        run.options = try common.resolved()
        finish(run.run())
    }
}
