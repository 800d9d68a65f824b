import ArgumentParser
import WhoJoinedKit

struct ContactedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contacted", abstract: "Record that a family was spoken to: adds to followups.csv.",
        discussion: """
            Example: whojoined contacted 1042 --outcome "no device at home, tablet lent"
            A call sheet that was filled in is read back with --from: each row with an Outcome (reached, no answer, left a
            message, wrong number; more words may stand behind), By and When is added once.
            Example: whojoined contacted --from reports/2026-W47/call-sheet.xlsx
            """)

    @Argument(help: ArgumentHelp("The pupil's id or name.", valueName: "who"))
    var who: String?
    @Option(help: ArgumentHelp("A filled-in call sheet, .csv or .xlsx, instead of one pupil.", valueName: "file"))
    var from: String?
    @Flag(help: "Nobody was reached.")
    var tried = false
    @Option(help: ArgumentHelp("What came of it.", valueName: "text"))
    var outcome: String?
    @OptionGroup var signature: Signature
    @OptionGroup var common: CommonOptions

    mutating func validate() throws {
        if from == nil && who == nil { throw ValidationError("Name the pupil, or a call sheet with --from.") }
        if from != nil && (who != nil || tried || outcome != nil) {
            throw ValidationError("--from reads pupils and outcomes from the call sheet: leave the others out.")
        }
    }

    func run() throws {
        if let from {
            var run = CallSheetRun(file: from)
            run.options = try common.resolved()
            run.by = signature.by
            run.on = signature.on
            finish(run.run())
        }
        var run = EntryRun(.followUp(kind: tried ? "tried" : "contacted", person: who ?? "", outcome: outcome))
        run.options = try common.resolved()
        run.by = signature.by
        run.on = signature.on
        finish(run.run())
    }
}
