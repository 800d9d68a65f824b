import ArgumentParser
import WhoJoinedKit

struct ClearCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clear", abstract: "SLT: let a pupil who was removed join again. Adds one line to followups.csv.",
        discussion: "Example: whojoined clear 1042 --by \"A. Green\" --outcome \"spoke to the parents\"")

    @Argument(help: ArgumentHelp("The pupil's id or name.", valueName: "who"))
    var who: String
    @Option(help: ArgumentHelp("What was agreed.", valueName: "text"))
    var outcome: String?
    @OptionGroup var signature: Signature
    @OptionGroup var common: CommonOptions

    func run() throws {
        var run = EntryRun(.followUp(kind: "cleared", person: who, outcome: outcome))
        run.options = try common.resolved()
        run.by = signature.by
        run.on = signature.on
        finish(run.run())
    }
}
