import ArgumentParser
import WhoJoinedKit

struct ConfirmCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm", abstract: "Settle who a display name is: adds one line to decisions.csv.",
        discussion:
            "Without a name: lists those that are open. Example: whojoined confirm \"Mo\" --class 8B --as 1042 --by \"J. Whitmore\""
    )

    @Argument(help: ArgumentHelp("The display name as the page or a table shows it.", valueName: "name"))
    var name: String?
    @Option(help: ArgumentHelp("The e-mail it must come with.", valueName: "address"))
    var email: String?
    @Option(name: .customLong("class"), help: ArgumentHelp("Only in this class.", valueName: "class"))
    var classCode: String?
    @Option(
        help: ArgumentHelp(
            "Of the list: the ISO week, as 2026-W47, or last. Without it: the current one.", valueName: "week"))
    var week: String?
    @Option(name: .customLong("as"), help: ArgumentHelp("The pupil's id or name, or the staff code.", valueName: "id"))
    var id: String?
    @Option(
        name: .customLong("is"),
        help: ArgumentHelp(
            "pupil, staff, contact (of the pupil given with --as), unnamed or uninvited.", valueName: "what"))
    var isA: String?
    @Flag(help: "For that one lesson only, whatever the name is.")
    var onlyThisLesson = false
    @Flag(help: "Takes the line of that name back.")
    var undo = false
    @Option(
        help: ArgumentHelp("An export that is not in the inbox. Can be given more than once.", valueName: "export"))
    var from: [String] = []
    @OptionGroup var signature: Signature
    @OptionGroup var common: CommonOptions

    mutating func validate() throws {
        if name == nil, email != nil || id != nil || isA != nil || onlyThisLesson || undo {
            throw ValidationError("It must be said which name is meant (\"\" for a blank one).")
        }
        if let isA, !["pupil", "staff", "contact", "unnamed", "uninvited"].contains(isA) {
            throw ValidationError("--is must be pupil, staff, contact, unnamed or uninvited.")
        }
    }

    func run() async throws {
        guard let name else {
            var list = OpenNamesRun()
            list.options = try common.resolved()
            list.exports = from
            list.week = week
            list.classCode = classCode
            finish(await list.run())
        }
        var run = EntryRun(.decision(name: name, email: email, isA: isA, id: id))
        run.options = try common.resolved()
        run.classCode = classCode
        run.by = signature.by
        run.on = signature.on
        run.isOnlyThisLesson = onlyThisLesson
        run.isUndone = undo
        run.exports = from
        finish(undo ? run.run() : await run.runKnowingNames())
    }
}

/// Who says so and when, for the commands that add a line to the school's own files.
struct Signature: ParsableArguments {
    @Option(help: ArgumentHelp("Who says so. Without it: the name of this account.", valueName: "name"))
    var by: String?
    @Option(help: ArgumentHelp("The day, as 2026-11-20. Without it: today.", valueName: "date"))
    var on: String?
}
