import HostSystem

/// What the history holds of exports and sessions.
struct HistoryContent: Sendable {
    let path: HostPath
    /// `nil`: there is none yet.
    let history: History?
    let exports: KnownExports
    /// By day and key.
    let sessions: [KnownSession]

    /// - Parameter isDryRun: then it is only looked at; otherwise the caller holds the folder's lock.
    init(_ path: HostPath, isDryRun: Bool) throws(StoreError) {
        self.path = path
        history = isDryRun ? try History.reading(path) : try History.existing(path)
        exports = KnownExports(try history?.exports() ?? [])
        sessions = try history?.knownSessions() ?? []
    }
}

/// The stored exports, found by their names and contents.
struct KnownExports: Sendable {
    let all: [StoredExport]
    private let byName: [String: [StoredExport]]
    private let byContent: [String: [StoredExport]]

    init(_ exports: [StoredExport]) {
        all = exports
        byName = Dictionary(grouping: exports, by: \.name)
        byContent = Dictionary(grouping: exports, by: \.sha256)
    }

    func first(_ name: String, where fits: (StoredExport) -> Bool) -> StoredExport? { byName[name]?.first(where: fits) }
    func first(ofContent sha256: String, where fits: (StoredExport) -> Bool) -> StoredExport? {
        byContent[sha256]?.first(where: fits)
    }
}
