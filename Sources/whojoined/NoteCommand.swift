import ArgumentParser
import WhoJoinedKit

struct NoteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "note", abstract: "Note what the host saw: adds one line to notes.csv.",
        discussion: """
            Kinds: incident, removed, camera-off, camera-on, second-adult, reason, recorded, not-recorded, host-checks,
            parent-present, warning, checked. Of host-checks the text says which were done: muted, chat off, transfer off, screen, lock,
            ground rules, reporting routes, second adult. Of recorded it says where the recording is: for SLT alone.
            With --checked it is the administrator's note of having gone through the log, without a class.
            Example: whojoined note 8B removed --person "Kian Doyle" --at 10:31 --text "language"
            """)

    @Argument(help: ArgumentHelp("The class of the session.", valueName: "class"))
    var classCode: String?
    @Argument(help: ArgumentHelp("What kind of note.", valueName: "kind"))
    var kind: String?
    @Flag(help: "The log of the sessions so far was gone through: by whom, --by says.")
    var checked = false
    @Option(help: ArgumentHelp("Who is meant: a name or an id.", valueName: "who"))
    var person: String?
    @Option(help: ArgumentHelp("When, as 09:12, or from when to when, as 09:00-09:31.", valueName: "time"))
    var at: String?
    @Option(help: ArgumentHelp("The session's start, where the class had several that day.", valueName: "time"))
    var start: String?
    @Option(help: ArgumentHelp("In your own words.", valueName: "text"))
    var text: String?
    @OptionGroup var signature: Signature
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if checked, kind != nil { throw ValidationError("--checked is a kind of note already: leave out KIND") }
        if !checked, kind == nil { throw ValidationError("Missing expected argument '<class> <kind>'") }
    }

    func run() async throws {
        let kind = kind ?? "checked"
        var run = EntryRun(.note(kind: kind, person: person, at: at, start: start, text: text))
        run.options = try common.resolved()
        run.classCode = classCode
        run.by = signature.by
        run.on = signature.on
        finish(person == nil ? run.run() : await run.runKnowingNames())
    }
}
