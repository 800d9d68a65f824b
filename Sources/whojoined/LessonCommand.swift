import ArgumentParser
import WhoJoinedKit

struct LessonCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lesson", abstract: "Print the page of a lesson, straight after it.",
        discussion: "Nothing is stored unless --save is given.")

    @OptionGroup var common: CommonOptions
    @Argument(
        help: ArgumentHelp("Participant exports of the lesson; - reads one from standard input.", valueName: "export"))
    var exports: [String]
    @Option(
        name: .customLong("class"),
        help: ArgumentHelp("The class, where the exports do not say it rightly.", valueName: "class"))
    var classCode: String?
    @Flag(help: "File the page in reports/ too.")
    var save = false

    func run() async throws {
        var run = LessonRun()
        run.options = try common.resolved()
        run.exports = exports
        run.classCode = classCode
        run.isSaved = save
        finish(await run.run())
    }
}
