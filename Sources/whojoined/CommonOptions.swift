import ArgumentParser
import HostSystem
import WhoJoinedKit

/// The options that every command takes.
struct CommonOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The school's folder. Without it: $WHOJOINED_SCHOOL, else this folder or the nearest above with a school.toml, else the default school (init --default).",
            valueName: "dir"))
    var school: String?
    @Option(help: "What is printed: text, csv, json, or html of a lesson. (default: text; inspect: json)")
    var format: RunOptions.Format?
    @Flag(help: "Write nothing; say what would be written.")
    var dryRun = false
    @Flag(help: "Print nothing when all is well.")
    var quiet = false
    @Option(
        help: ArgumentHelp("Run as if it were this time, for reports that can be made again.", valueName: "datetime"))
    var now: String?
    @Option(
        help: ArgumentHelp(
            "day-first or month-first, for exports that cannot decide it themselves.", valueName: "order"))
    var dateOrder: String?
    @Option(help: ArgumentHelp("The day of exports that hold clock times only.", valueName: "date"))
    var date: String?
    @Option(help: ArgumentHelp("How many files to work on at once.", valueName: "n"))
    var jobs: Int?
    @Option(help: "Colour in text: auto, always or never ($NO_COLOR too).")
    var color = ColourChoice.auto
    @Flag(help: "Show cell values in messages. They may name people.")
    var showValues = false
    @Option(
        help: ArgumentHelp(
            "End with 4 if there are findings of this weight: safeguarding or follow-up.", valueName: "weight"))
    var failOn: RunOptions.FailOn?

    enum ColourChoice: String, Choice { case auto, always, never }

    mutating func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more.") }
    }

    /// With the school's folder found, or the way out when there is none.
    /// - Parameter allowsHTML: the command has a page.
    func resolved(allowsHTML: Bool = false) throws -> RunOptions {
        var options = unresolved
        if format == .html, !allowsHTML { finish(RunOutcome.noHTML) }
        switch SchoolFolder.find(school) {
        case .value(let folder): options.school = folder.path
        case .outcome(let outcome): finish(outcome)
        }
        return options
    }

    var unresolved: RunOptions {
        var options = RunOptions()
        options.format = format ?? .text
        options.isDryRun = dryRun
        options.isQuiet = quiet
        options.now = now
        options.dateOrder = dateOrder
        options.date = date
        if let jobs { options.jobs = jobs }
        options.showsValues = showValues
        options.failOn = failOn
        if let columns = Machine.terminalColumns() { options.columns = max(40, columns) }
        options.hasColour =
            switch color {
            case .always: true
            case .never: false
            case .auto: isTerminal(error: false) && (Machine.environmentValue("NO_COLOR") ?? "").isEmpty
            }
        return options
    }
}

/// A choice of words. The argument parser's own way to list them looks for its parts at run time and costs a teacher
/// half a millisecond.
package protocol Choice: ExpressibleByArgument, CaseIterable, RawRepresentable
where RawValue == String, AllCases == [Self] {}

extension Choice {
    package static var allValueStrings: [String] { allCases.map { $0.rawValue } }
}

extension RunOptions.Format: Choice {}
extension RunOptions.FailOn: Choice {}

/// Prints what a run has to say and ends the program. Output that cannot be written is an error too (74).
func finish(_ outcome: RunOutcome) -> Never {
    do {
        try writeStandard(Array(outcome.messages.map { $0 + "\n" }.joined().utf8), toError: true)
        try writeStandard(outcome.output)
    } catch {
        try? writeStandard(
            Array(
                "whojoined: error: \(error.path): \(error.reason); fix: free some space where the output goes\n".utf8),
            toError: true)
        Machine.end(ExitStatus.ioFailed.rawValue)
    }
    Machine.end(outcome.status.rawValue)
}
