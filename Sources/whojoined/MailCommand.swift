import ArgumentParser
import WhoJoinedKit

struct MailCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail",
        abstract: "Write a week's messages for SLT, class staff and (with --letters) families; only --send sends them.",
        discussion: "Without --send the messages are written to the week's outbox, to be looked at.")

    @Option(help: ArgumentHelp("The ISO week, as 2026-W47. Without it: the current one.", valueName: "week"))
    var week: String?
    @Option(help: ArgumentHelp("The week's folder, if it was made with week --out.", valueName: "dir"))
    var out: String?
    @Flag(help: "Letters to families, too.")
    var letters = false
    @Flag(help: "Hand the messages to [mail] sendmail. Each is sent once, however often this is run.")
    var send = false
    @Option(
        help: ArgumentHelp(
            "Send this message again though it was sent, or may have been. Can be given more than once.",
            valueName: "file"))
    var again: [String] = []
    @OptionGroup var common: CommonOptions

    func run() throws {
        var run = MailRun()
        run.options = try common.resolved()
        run.week = week
        run.out = out
        run.hasLetters = letters
        run.isSent = send
        run.again = again
        finish(run.run())
    }
}
