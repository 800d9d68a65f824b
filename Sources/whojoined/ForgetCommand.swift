import ArgumentParser
import WhoJoinedKit

struct ForgetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget", abstract: "Erase one pupil from the history, the reports and the outbox.",
        discussion: "Says which of the school's own files still name the pupil. Try it first with --dry-run.")

    @Argument(help: ArgumentHelp("The pupil: any identifier, a UPN too, or a name.", valueName: "who"))
    var who: String
    @OptionGroup var common: CommonOptions

    func run() throws {
        var run = ForgetRun(who: who)
        run.options = try common.resolved()
        finish(run.run())
    }
}
