import ArgumentParser
import HostSystem
import WhoJoinedKit

@main
enum Program {
    static func main() async {
        Machine.keepFilesPrivate()
        Machine.growHeapsInBigSteps()
        if let lack = Machine.tooLittle() {
            let message = "whojoined: error: this process may have \(lack); fix: raise the limit of whoever starts it"
            finish(RunOutcome(.ioFailed, messages: [message]))
        }
        Machine.explainLackOfMemory()
        if OneThread.isNeeded() { OneThread.run(callCommand) } else { await callCommand() }
    }

    @Sendable private static func callCommand() async {
        let arguments = Machine.arguments()
        if var command = WhoJoined.called(arguments) {
            do {
                if var command = command as? any AsyncParsableCommand {
                    try await command.run()
                } else {
                    try command.run()
                }
            } catch {
                WhoJoined.exit(withError: error)
            }
        } else {
            if let mistake = WhoJoined.unknownCommand(in: arguments) { finish(mistake) }
            await WhoJoined.main(arguments)
        }
    }
}

struct WhoJoined: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "whojoined",
        abstract: "Who joined the online lesson, who did not, and what needs a person's eye.",
        discussion:
            "Reads participant exports of Zoom, Teams and Meet beside the school's own rosters. Not the attendance register.",
        version: versionLine,
        subcommands: [
            WeekCommand.self, DayCommand.self, LessonCommand.self, SettleCommand.self, WhyCommand.self,
            ConfirmCommand.self,
            NoteCommand.self,
            GuestCommand.self, ContactedCommand.self, ClearCommand.self,
            InspectCommand.self, CheckCommand.self, PolicyCommand.self, InitCommand.self, HistoryCommand.self,
            MailCommand.self,
            BackupCommand.self, PurgeCommand.self,
            ForgetCommand.self,
        ])
}

extension WhoJoined {
    /// What to say of a first word that is no command; `nil` where it is one, or an option.
    fileprivate static func unknownCommand(in arguments: [String]) -> RunOutcome? {
        guard let name = arguments.first, !name.utf8.starts(with: "-".utf8), name != "help" else { return nil }
        return UnknownCommand(name, among: configuration.subcommands.compactMap { $0.configuration.commandName })
            .outcome
    }

    /// The command that is called, read by itself: the tree of all commands costs a third of a teacher's wait.
    /// - Returns: `nil` where the whole tree has to look: help, completion and every mistake.
    fileprivate static func called(_ arguments: [String]) -> (any ParsableCommand)? {
        guard let name = arguments.first,
            let type = configuration.subcommands.first(where: { $0.configuration.commandName == name }),
            let command = try? type.parseAsRoot(Array(arguments.dropFirst())), Swift.type(of: command) == type
        else { return nil }
        return command
    }
}
