import ArgumentParser
import WhoJoinedKit

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make a school's folder: commented settings and empty tables with their headers."
    )

    @Argument(
        help: ArgumentHelp("The folder to make or fill; a file that is there already is left alone.", valueName: "dir"))
    var folder: String
    @Option(help: ArgumentHelp("The school's name.", valueName: "name"))
    var name: String?
    @Option(help: ArgumentHelp("zoom-primary, meet-primary, online-provision or none.", valueName: "preset"))
    var preset = "none"

    @Flag(name: .customLong("default"), help: "From now on commands go to this school wherever they are run.")
    var isDefault = false
    @OptionGroup var common: CommonOptions

    func run() throws {
        var run = InitRun(folder: folder)
        run.options = common.unresolved
        run.name = name
        run.preset = preset
        run.isDefault = isDefault
        finish(run.run())
    }
}
