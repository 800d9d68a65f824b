import DelimitedText

/// How a run ended: the exit codes that Commands.md lists.
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

extension RunOutcome {
    /// Of a command that prints no page.
    package static let noHTML = RunOutcome(
        .wrongUsage,
        messages: ["--format: error: only lesson prints HTML; fix: give text, csv or json"])

    /// The outcome of a command, or why it could not go on.
    init(of command: () throws -> RunOutcome) {
        do { self = try command() } catch { self.init(failed: error) }
    }

    init(of command: () async throws -> RunOutcome) async {
        do { self = try await command() } catch { self.init(failed: error) }
    }

    private init(failed error: any Error) {
        let failure =
            switch error {
            case let failure as RunFailure: failure
            case let error as StoreError: RunFailure(error)
            case let error as MailPackError: RunFailure(error)
            default: RunFailure(.ioFailed, "whojoined: error: \(error)")
            }
        self.init(failure.status, messages: failure.messages)
    }
}

/// What a command prints for `--format csv`.
func commandTable(_ header: [String], _ rows: (inout RecordWriter) -> Void) -> [UInt8] {
    var writer = RecordWriter()
    writer.write(header)
    rows(&writer)
    return writer.bytes
}
