import ArgumentParser
import HostSystem
import WhoJoinedKit

@main
enum Program {
    static func main() async {
        keepFilesPrivate()
        growHeapsInBigSteps()
        await WhoJoined.main(programArguments())
    }
}

struct WhoJoined: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "whojoined",
        abstract: "Who joined the online lesson, who did not, and what needs a person's eye.",
        discussion: "Reads participant exports of Zoom, Teams and Meet beside the school's own rosters. Not the attendance register.",
        version: version,
        subcommands: [
            WeekCommand.self, LessonCommand.self, WhyCommand.self, ConfirmCommand.self, NoteCommand.self, ContactedCommand.self, ClearCommand.self,
            InspectCommand.self, CheckCommand.self, InitCommand.self, HistoryCommand.self, MailCommand.self, BackupCommand.self, PurgeCommand.self,
            ForgetCommand.self,
        ])
}
