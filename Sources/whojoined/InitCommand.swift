import ArgumentParser
import WhoJoinedKit

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make a school's folder: commented settings and empty tables with their headers."
    )

    @OptionGroup var common: CommonOptions
    @Argument(
        help: ArgumentHelp("The folder to make or fill; a file that is there already is left alone.", valueName: "dir"))
    var folder: String
    @Option(help: ArgumentHelp("The school's name.", valueName: "name"))
    var name: String?
    @Option(help: ArgumentHelp("zoom-primary, meet-primary or none.", valueName: "preset"))
    var preset = "none"

    func run() throws {
        var run = InitRun(folder: folder)
        run.options = common.unresolved
        run.name = name
        run.preset = preset
        finish(run.run())
    }
}
