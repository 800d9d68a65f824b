import HostSystem
import Synchronization

/// What the history holds of exports and sessions. It depends on nothing else of the school, so it is read while that
/// is.
struct HistoryContent: Sendable {
    let path: HostPath
    /// `nil`: there is none yet.
    private(set) var history: History?
    private(set) var exports = KnownExports()
    /// By day and key.
    private(set) var sessions: [KnownSession] = []

    /// Made by an older program: nothing of it is read before `bringUpToDate`.
    private var isOld = false

    /// - Parameter isDryRun: then it is only looked at; otherwise the caller holds the folder's lock.
    init(_ path: HostPath, isDryRun: Bool, jobs: Int) async throws(RunFailure) {
        self.path = path
        history = isDryRun ? try History.reading(path) : try History.unchecked(path)
        guard let history else { return }
        isOld = try history.isOfEarlierForm()
        if !isOld { try await read(history, isToBeChecked: !isDryRun, jobs: jobs) }
    }

    /// To be called when nothing else can refuse the run: a refused run changes no file.
    mutating func bringUpToDate(jobs: Int) async throws(RunFailure) {
        guard isOld, let history else { return }
        try history.check()
        try history.bringUpToDate()
        isOld = false
        try await read(history, isToBeChecked: false, jobs: jobs)
    }

    /// Looks through the pages while the day records are read: nobody else writes, so all see the same.
    private mutating func read(_ history: History, isToBeChecked: Bool, jobs: Int) async throws(RunFailure) {
        async let check = Result { () throws(RunFailure) in if isToBeChecked { try history.another().check() } }
        do throws(RunFailure) {
            let dayRecords = try history.dayRecords([.exports, .sessions])
            async let exports = outcomeOf { () async throws(RunFailure) in
                await KnownExports.indexed(
                    try await history.decoded(dayRecords.filter { $0.head.kind == .exports }, jobs: jobs) {
                        dayRecord throws(DamagedRecord) in
                        try dayRecord.list(StoredExport.init(from:))
                    })
            }
            let shelf = Mutex(Rolls())
            sessions = try await history.decoded(dayRecords.filter { $0.head.kind == .sessions }, jobs: jobs) {
                dayRecord throws(DamagedRecord) in
                var rolls = shelf.withLock { $0 }
                let sessions = try KnownSession.list(dayRecord, &rolls)
                shelf.withLock { if $0.count < rolls.count { $0 = rolls } }
                return sessions
            }
            self.exports = try await exports.get()
        } catch {
            // That it is damaged says more than where reading stumbled.
            try await check.get()
            throw error
        }
        try await check.get()
    }
}

/// The stored exports, found by their names and contents.
struct KnownExports: Sendable {
    private(set) var all: [StoredExport] = []
    private var byName = Index()
    private var byContent = Index()

    static func indexed(_ exports: [StoredExport]) async -> KnownExports {
        async let byContent = Index(exports, by: { $0.sha256 })
        return KnownExports(all: exports, byName: Index(exports, by: { $0.name }), byContent: await byContent)
    }

    func first(_ name: String, where fits: (StoredExport) -> Bool) -> StoredExport? { byName.first(name, where: fits) }
    func first(ofContent sha256: String, where fits: (StoredExport) -> Bool) -> StoredExport? {
        byContent.first(sha256, where: fits)
    }

    private struct Index: Sendable {
        private var first: [String: StoredExport] = [:]
        /// Where several have the same.
        private var others: [String: [StoredExport]] = [:]

        init() {}

        init(_ exports: [StoredExport], by key: (StoredExport) -> String) {
            first.reserveCapacity(exports.count)
            for export in exports where first.updateValue(export, forKey: key(export)) != nil {
                others[key(export)] = []
            }
            if others.isEmpty { return }
            for export in exports { others[key(export)]?.append(export) }
        }

        func first(_ key: String, where fits: (StoredExport) -> Bool) -> StoredExport? {
            if !others.isEmpty, let all = others[key] { return all.first(where: fits) }
            return first[key].flatMap { fits($0) ? $0 : nil }
        }
    }
}

extension History {
    /// Takes day records apart on all cores.
    fileprivate func decoded<Entry: Sendable>(
        _ dayRecords: [DayRecord], jobs: Int,
        _ entries: @escaping @Sendable (DayRecord) throws(DamagedRecord) -> [Entry]
    ) async throws(RunFailure) -> [Entry] {
        let lists = await concurrentMap(dayRecords, jobs: jobs) { dayRecord in try? entries(dayRecord) }
        if lists.contains(where: { $0 == nil }) { throw History.damaged(path) }
        return lists.flatMap { $0 ?? [] }
    }
}
