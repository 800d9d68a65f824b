import ArgumentParser
import WhoJoinedKit

struct ContactedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contacted", abstract: "Record that a family was spoken to: adds one line to followups.csv.",
        discussion: "Example: whojoined contacted 1042 --outcome \"no device at home, tablet lent\"")

    @OptionGroup var common: CommonOptions
    @Argument(help: ArgumentHelp("The pupil's id or name.", valueName: "who"))
    var who: String
    @Flag(help: "Nobody was reached.")
    var tried = false
    @Option(help: ArgumentHelp("What came of it.", valueName: "text"))
    var outcome: String?
    @OptionGroup var signature: Signature

    func run() throws {
        var run = EntryRun(.followUp(kind: tried ? "tried" : "contacted", person: who, outcome: outcome))
        run.options = try common.resolved()
        run.by = signature.by
        run.on = signature.on
        finish(run.run())
    }
}
