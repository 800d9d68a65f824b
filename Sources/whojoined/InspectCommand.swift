import ArgumentParser
import WhoJoinedKit

struct InspectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect", abstract: "Say what a file is, how it was recognised and what was read from it.",
        discussion:
            "Prints JSON; with --format text a page for people. Takes exports, rosters (also folders and zips), or - for an export from standard input."
    )

    @Argument(help: ArgumentHelp("The file or folder.", valueName: "path"))
    var path: String
    @OptionGroup var common: CommonOptions

    func run() async throws {
        var run = InspectRun()
        run.options = common.unresolved
        if common.format == nil { run.options.format = .json }
        run.path = path
        switch SchoolFolder.find(common.school) {
        case .value(let folder): run.school = folder
        case .outcome(let outcome): if common.school != nil { finish(outcome) }
        }
        finish(run.run())
    }
}
