import ArgumentParser
import WhoJoinedKit

struct LessonCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lesson", abstract: "Print the page of a lesson, straight after it.",
        discussion: "Nothing is stored unless --save is given. --format html gives the page with the lesson's timeline."
    )

    @Argument(
        help: ArgumentHelp("Participant exports of the lesson; - reads one from standard input.", valueName: "export"))
    var exports: [String]
    @Option(
        name: .customLong("class"),
        help: ArgumentHelp("The class, where the exports do not say it rightly.", valueName: "class"))
    var classCode: String?
    @Flag(help: "File the page in the week's folder of reports/ too, as text and as HTML.")
    var save = false
    @Flag(help: "Initials instead of names, for a screen that others see.")
    var screen = false
    @OptionGroup var common: CommonOptions

    func run() async throws {
        var run = LessonRun()
        run.options = try common.resolved(allowsHTML: true)
        run.exports = exports
        run.classCode = classCode
        run.isSaved = save
        run.isForScreen = screen
        finish(await run.run())
    }
}
