import HostSystem

/// Why something that is kept could not be read or written. What was there before is whole.
struct StoreError: Error {
    enum Kind: Sendable {
        /// What is there cannot be used.
        case unusable
        /// A place for something new cannot be had.
        case cannotCreate
        case ioFailed
        /// Another program is at it.
        case busy
    }

    let kind: Kind
    /// `FILE: error: what; fix: what to do`
    let message: String

    init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    init(_ error: SystemError, doing what: String, kind: Kind = .ioFailed) {
        self.init(kind, error.message(doing: what))
    }
}

/// Runs steps of the file system; their failure is the store's.
func storing<Value>(
    _ what: String, kind: StoreError.Kind = .ioFailed, _ steps: () throws(SystemError) -> Value
) throws(StoreError) -> Value {
    do throws(SystemError) { return try steps() } catch { throw StoreError(error, doing: what, kind: kind) }
}
