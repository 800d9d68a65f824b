import HostSystem

/// Why a run cannot go on at all.
struct RunFailure: Error {
    var status: ExitStatus
    var messages: [String]

    init(_ status: ExitStatus, _ messages: [String]) {
        self.status = status
        self.messages = messages
    }

    init(_ status: ExitStatus, _ message: String) { self.init(status, [message]) }

    init(_ error: StoreError) {
        let status: ExitStatus =
            switch error.kind {
            case .unusable: .nothingUsable
            case .cannotCreate: .cannotCreate
            case .ioFailed: .ioFailed
            case .busy: .busy
            }
        self.init(status, error.message)
    }

    init(_ error: MailPackError) {
        switch error {
        case .missing(let message): self.init(.inputMissing, message)
        case .old(let message): self.init(.nothingUsable, message)
        case .unreadable(let message): self.init(.ioFailed, message)
        }
    }

    /// Of a file that could not be made (73) or written (74).
    init(_ error: SystemError, doing what: String, status: ExitStatus = .ioFailed) {
        self.init(status, error.message(doing: what))
    }
}

/// Runs steps of the file system; their failure is the run's.
func failing<Value>(
    _ what: String, status: ExitStatus = .ioFailed, _ steps: () throws(SystemError) -> Value
) throws(RunFailure) -> Value {
    do throws(SystemError) { return try steps() } catch { throw RunFailure(error, doing: what, status: status) }
}
