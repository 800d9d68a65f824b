import HostSystem

/// What the history holds of exports and sessions. It depends on nothing else of the school, so it is read while that is.
struct HistoryContent: Sendable {
    let path: HostPath
    /// `nil`: there is none yet.
    private(set) var history: History?
    /// By name, then content.
    private(set) var exports: [StoredExport] = []
    /// By day and key.
    private(set) var sessions: [KnownSession] = []

    /// Made by an older program: nothing of it is read before `bringUpToDate`.
    private var isOld = false

    /// - Parameter isDryRun: then it is only looked at; otherwise the caller holds the folder's lock.
    init(_ path: HostPath, isDryRun: Bool, jobs: Int) async throws(RunFailure) {
        self.path = path
        if isDryRun {
            history = try History.reading(path)
            exports = try history?.exports() ?? []
            sessions = try await history?.knownSessions(jobs: jobs) ?? []
        } else if let history = try History.unchecked(path) {
            self.history = history
            isOld = try history.isOfFirstForm()
            if !isOld { try await read(history, jobs: jobs) }
        }
    }

    /// To be called when nothing else can refuse the run: a refused run changes no file.
    mutating func bringUpToDate(jobs: Int) async throws(RunFailure) {
        guard isOld, let history else { return }
        try history.check()
        try history.bringUpToDate()
        isOld = false
        try await read(history, jobs: jobs)
    }

    /// Looks through the pages while the rows are read: nobody else writes, so all see the same.
    private mutating func read(_ history: History, jobs: Int) async throws(RunFailure) {
        async let check = Result { () throws(RunFailure) in try history.another().check() }
        async let exports = Result { () throws(RunFailure) in try history.another().exports() }
        do throws(RunFailure) {
            sessions = try await history.knownSessions(jobs: jobs)
            self.exports = try await exports.get()
        } catch {
            // That it is damaged says more than where reading stumbled.
            try await check.get()
            throw error
        }
        try await check.get()
    }
}
