import ArgumentParser
import WhoJoinedKit

struct GuestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "guest", abstract: "Invite a supply teacher or a visitor: adds one line to guests.csv.",
        discussion: "Example: whojoined guest \"Mr Leach\" --class 4B --on 2026-11-16 --role supply")

    @Argument(help: ArgumentHelp("The name as it will stand in the call.", valueName: "name"))
    var name: String
    @Option(help: ArgumentHelp("The day, or the first of them.", valueName: "date"))
    var on: String
    @Option(help: ArgumentHelp("The last day.", valueName: "date"))
    var until: String?
    @Option(name: .customLong("class"), help: ArgumentHelp("Only in this class.", valueName: "class"))
    var classCode: String?
    @Option(help: ArgumentHelp("supply, teaching assistant, or what the visitor is.", valueName: "role"))
    var role: String?
    @Option(help: ArgumentHelp("The e-mail address that the guest uses.", valueName: "address"))
    var email: String?
    @Option(help: ArgumentHelp("Who has approved it. Without it: the name of this account.", valueName: "name"))
    var approvedBy: String?
    @OptionGroup var common: CommonOptions

    func run() throws {
        var run = EntryRun(.guest(name: name, email: email, until: until, role: role, approvedBy: approvedBy))
        run.options = try common.resolved()
        run.classCode = classCode
        run.on = on
        finish(run.run())
    }
}
