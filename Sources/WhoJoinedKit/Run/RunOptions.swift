import DelimitedText
import HostSystem

/// What every command can be told (`contract.md` §3), as text from the command line or already checked by the tool.
package struct RunOptions: Sendable {
    package enum Format: String, Sendable, CaseIterable { case text, csv, json }
    package enum FailOn: String, Sendable, CaseIterable { case safeguarding, followUp = "follow-up" }

    package var school = HostPath(".")
    package var format = Format.text
    package var isDryRun = false
    package var isQuiet = false
    /// `2026-11-22T08:00:00` in the school's zone; `nil`: the machine's clock.
    package var now: String?
    /// `day-first` or `month-first`.
    package var dateOrder: String?
    /// For exports that hold clock times only.
    package var date: String?
    package var jobs = processorCount()
    package var hasColour = false
    package var showsValues = false
    package var failOn: FailOn?

    package init() {}
}

/// How a run ended: the exit codes of `contract.md` §3.
package enum ExitStatus: Int32, Sendable {
    case done = 0
    case someInputUnusable = 3
    case findings = 4
    case wrongUsage = 64
    case nothingUsable = 65
    case inputMissing = 66
    case cannotCreate = 73
    case ioFailed = 74
    case busy = 75
    case badSettings = 78
}

/// What a command has to say: the tool prints it and ends with the status.
package struct RunOutcome: Sendable {
    package var status = ExitStatus.done
    /// For standard output.
    package var output: [UInt8] = []
    /// Lines for standard error.
    package var messages: [String] = []

    package init(_ status: ExitStatus = .done, messages: [String] = []) {
        self.status = status
        self.messages = messages
    }

    mutating func print(_ line: String) {
        output += line.utf8
        output.append(.lineFeed)
    }
}

/// Why a run cannot go on at all.
struct RunFailure: Error {
    var status: ExitStatus
    var messages: [String]

    init(_ status: ExitStatus, _ messages: [String]) {
        self.status = status
        self.messages = messages
    }

    init(_ status: ExitStatus, _ message: String) { self.init(status, [message]) }

    /// Of a file that could not be made (73) or written (74).
    init(_ error: SystemError, doing what: String, status: ExitStatus = .ioFailed) {
        self.init(
            status,
            "\(PlainText.clean(error.path, limit: 200)): error: \(what): \(error.reason); fix: \(RunFailure.fix(error))"
        )
    }

    private static func fix(_ error: SystemError) -> String {
        error.isDiskFull
            ? "free some space on this disk; what was there before is whole"
            : "see that the place exists and may be written to"
    }

    var outcome: RunOutcome { RunOutcome(status, messages: messages) }
}

/// What a command prints for `--format csv`.
func commandTable(_ header: [String], _ rows: (inout RecordWriter) -> Void) -> [UInt8] {
    var writer = RecordWriter()
    writer.write(header)
    rows(&writer)
    return writer.bytes
}

/// What these steps give or why they fail, for work that is begun now and asked for later: `async let` forgets what
/// kind of error was thrown.
func outcomeOf<Value: Sendable>(_ steps: @Sendable () async throws(RunFailure) -> Value) async -> Result<
    Value, RunFailure
> {
    do throws(RunFailure) { return .success(try await steps()) } catch { return .failure(error) }
}

/// Runs steps of the file system; their failure is the run's.
func failing<Value>(
    _ what: String, status: ExitStatus = .ioFailed, _ steps: () throws(SystemError) -> Value
) throws(RunFailure) -> Value {
    do throws(SystemError) { return try steps() } catch { throw RunFailure(error, doing: what, status: status) }
}

extension Problem {
    /// `FILE:LINE: error: what; fix: what to do` with nothing in it that a terminal would obey.
    var message: String {
        let place = PlainText.clean(file, limit: 200) + (line.map { ":\($0)" } ?? "")
        let advice = fix.isEmpty ? "" : "; fix: \(fix)"
        return PlainText.clean("\(place): \(severity.rawValue): \(what)\(advice)", limit: 600)
    }
}

extension [Problem] {
    /// Each once, by file and line.
    var sortedForReaders: [Problem] {
        func key(_ place: Int) -> (Int, String, String, String) {
            (self[place].line ?? 0, self[place].code, self[place].what, self[place].fix)
        }
        // Mostly each of another file: their places are sorted by it alone.
        let places = indices.sorted {
            self[$0].file == self[$1].file ? key($0) < key($1) : self[$0].file < self[$1].file
        }
        return places.indices.filter { $0 == 0 || self[places[$0 - 1]] != self[places[$0]] }.map { self[places[$0]] }
    }
    var hasErrors: Bool { contains { $0.severity == .error } }
}

/// Settings of one run that need the school's zone to be understood.
struct RunClock {
    var now: Instant
    var today: Day

    /// - Throws: wrong usage, for a `--now` that is no time.
    init(_ text: String?, zone: SchoolZone) throws(RunFailure) {
        if let text {
            guard let wall = WallTime(text) else {
                throw RunFailure(.wrongUsage, "--now: error: not a date and time; fix: write it as 2026-11-22T08:00:00")
            }
            now = zone.instant(of: wall)
            today = wall.day
        } else {
            now = Instant(seconds: machineClock() / 1_000_000_000)
            today = zone.wallTime(of: now).day
        }
    }
}

extension WallTime {
    /// `2026-11-22T08:00:00`, `2026-11-22 08:00` or `2026-11-22` (midnight).
    init?(_ text: String) {
        let parts = text.split(whereSeparator: { $0 == "T" || $0 == " " })
        guard (1...2).contains(parts.count), let day = Day(iso: String(parts[0])) else { return nil }
        guard parts.count == 2 else {
            self.init(day: day, time: ClockTime(seconds: 0))
            return
        }
        guard let time = ClockTime(String(parts[1])) else { return nil }
        self.init(day: day, time: time)
    }
}
