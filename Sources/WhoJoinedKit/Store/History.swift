import GRDB
import HostSystem

/// `history.sqlite`: what is remembered of every session when its export is gone.
///
/// Plain tables, which any tool for SQLite reads (`HistorySchema`). No UPN of a roster is in them. A damaged file is an
/// error that names the way on; it is never replaced in silence.
struct History: Sendable {
    /// `user_version`. A file of a later one was made by a newer program and is refused; one of 0.1.0 is carried over.
    static let formVersion = 4

    let path: HostPath
    private let queue: DatabaseQueue
    /// It was read from a file of 0.1.0 and is held in memory until something is to be kept.
    private let isCarriedOver: Bool

    /// The history of a school, made if there is none.
    init(at path: HostPath) throws(StoreError) {
        if let known = try History.existing(path) {
            self = known
            return
        }
        if try History.exists(path) == false {
            // Made here and not by SQLite, so that it is never readable by others, not even for a moment.
            try storing("the history cannot be made", kind: .cannotCreate) { () throws(SystemError) in
                try createFile(path, [], mode: 0o600)
            }
        }
        try self.init(opening: path, isReadOnly: false)
        try make()
    }

    /// The history for a run that may write later; `nil` when there is none yet, or a file without a byte: it is made
    /// only when there is something to keep.
    static func existing(_ path: HostPath) throws(StoreError) -> History? {
        guard let entry = try entry(path), entry.stamp.size > 0 else { return nil }
        let history = try History(opening: path, isReadOnly: false)
        if try history.isEmpty() { return nil }
        let current = try history.carriedOver()
        try current.check()
        return current
    }

    /// The history as it is, for a command that only looks; `nil` when there is none yet.
    static func reading(_ path: HostPath) throws(StoreError) -> History? {
        guard try exists(path) else { return nil }
        let history = try History(opening: path, isReadOnly: true)
        return try history.isEmpty() ? nil : history.carriedOver()
    }

    private init(opening path: HostPath, isReadOnly: Bool) throws(StoreError) {
        self.path = path
        isCarriedOver = false
        do {
            queue = try DatabaseQueue(path: path.text, configuration: History.configuration(isReadOnly: isReadOnly))
        } catch {
            throw History.failure(error, path)
        }
    }

    /// In memory.
    private init(carryingOver path: HostPath, isTrial: Bool = false) throws(StoreError) {
        self.path = path
        isCarriedOver = !isTrial
        do { queue = try DatabaseQueue(configuration: History.configuration(isReadOnly: false)) } catch {
            throw History.failure(error, path)
        }
    }

    private static func configuration(isReadOnly: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = isReadOnly
        configuration.busyMode = .timeout(10)
        configuration.foreignKeysEnabled = false
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA trusted_schema = OFF")
            // No child's row in a file of the system's folder for passing things.
            try db.execute(sql: "PRAGMA temp_store = MEMORY")
            if isReadOnly { return }
            try db.execute(sql: "PRAGMA secure_delete = ON; PRAGMA cell_size_check = ON")
            // A file without a page has nothing to lose: `make` need not wait for the disk.
            let isNew = try Int.fetchOne(db, sql: "PRAGMA page_count") == 0
            try db.execute(sql: "PRAGMA synchronous = \(isNew ? "OFF" : "FULL"); PRAGMA journal_mode = WAL")
        }
        return configuration
    }

    private static func exists(_ path: HostPath) throws(StoreError) -> Bool { try entry(path) != nil }

    private static func entry(_ path: HostPath) throws(StoreError) -> FileEntry? {
        let entry = try storing("the history cannot be looked at") { () throws(SystemError) in try fileEntry(at: path) }
        if let entry, entry.kind != .file {
            throw StoreError(
                .unusable, "history.sqlite: error: this is a link or a folder, not a history; fix: move it away")
        }
        return entry
    }

    /// Empty file, or made a moment ago by a run that was killed before it wrote anything.
    private func isEmpty() throws(StoreError) -> Bool {
        let version = try formVersion()
        guard [0, HistoryOf010.formVersion, History.formVersion].contains(version) else {
            throw version > History.formVersion ? History.newer : History.unknown
        }
        if version == History.formVersion, try read(HistorySchema.migrator.hasBeenSuperseded) { throw History.newer }
        return version == 0
    }

    private func formVersion() throws(StoreError) -> Int {
        try read { db in try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0 }
    }

    private func make() throws(StoreError) {
        try access { queue in
            try HistorySchema.migrator.migrate(queue)
            try queue.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA user_version = \(History.formVersion); PRAGMA synchronous = FULL")
            }
        }
    }

    /// What SQLite can say of its own pages, and that no row is missing.
    func check() throws(StoreError) {
        let isSound = try read { db in
            for kind in DaySums.Kind.allCases { try DaySums.check(kind, db) }
            return try String.fetchAll(db, sql: "PRAGMA quick_check") == ["ok"]
        }
        if !isSound { throw History.damaged(path) }
    }

    // MARK: 0.1.0

    /// Itself, or what a file of 0.1.0 holds in tables of today.
    private func carriedOver() throws(StoreError) -> History {
        guard try formVersion() == HistoryOf010.formVersion else { return self }
        let old = try read(HistoryOf010.init)
        try close()
        let history = try History(carryingOver: path)
        try history.make()
        try history.access { queue in
            try queue.write { db in
                try old.put(into: db)
                try DaySums.bringUpToDate(db)
            }
        }
        return history
    }

    /// Where the file of 0.1.0 is kept when its content has been carried over.
    private var earlierPath: HostPath { path.parent.appending(path.name + Array(".0.1.0".utf8)) }

    /// Puts what is in memory in the place of the file of 0.1.0, which is kept beside it.
    private func putInPlace() throws(StoreError) {
        let new = path.parent.appending(path.name + Array(".new".utf8))
        do {
            if try fileEntry(at: new) != nil { try removeFile(new) }
            try createFile(new, [], mode: 0o600)
        } catch { throw StoreError(error, doing: "the history cannot be written", kind: .cannotCreate) }
        try copy(to: new)
        let old: [UInt8]
        do throws(ReadingError) { old = try readOrdinaryFile(path, limit: .max).bytes } catch {
            throw StoreError(error.failure(of: path), doing: "the earlier history cannot be kept")
        }
        try storing("the earlier history cannot be kept") { () throws(SystemError) in
            // The form stands at these bytes of the file, most significant byte first.
            if old.count > 63, old[60..<64].elementsEqual([0, 0, 0, UInt8(HistoryOf010.formVersion)]) {
                try replaceFile(earlierPath, old, mode: 0o600)
            }
            try flushDisk(of: path.parent)
            try renameEntry(new, to: path)
            try flushFolder(path.parent)
        }
    }

    /// Removes the file of 0.1.0 that is kept beside.
    /// - Returns: whether there was one.
    @discardableResult
    static func removeEarlier(than path: HostPath, isDryRun: Bool = false) throws(StoreError) -> Bool {
        let earlier = path.parent.appending(path.name + Array(".0.1.0".utf8))
        return try storing("the history of 0.1.0 could not be removed") { () throws(SystemError) in
            guard try fileEntry(at: earlier) != nil else { return false }
            if !isDryRun { try removeFile(earlier) }
            return true
        }
    }

    // MARK: Access

    func read<Value>(_ steps: (Database) throws -> Value) throws(StoreError) -> Value {
        try access { try $0.read(steps) }
    }

    /// One transaction: all of it or nothing.
    func write(_ steps: (Database) throws -> Void) throws(StoreError) {
        try access { queue in
            // A file of an earlier build gets its new tables when something is kept, never when it is looked at.
            if try !queue.read(HistorySchema.migrator.hasCompletedMigrations) {
                try HistorySchema.migrator.migrate(queue)
            }
            try queue.writeWithoutTransaction { db in
                // A week's transaction stays in memory until it is committed, instead of going to the disk and back in
                // parts.
                try db.execute(sql: "PRAGMA cache_size = -32768")
                try db.inTransaction(.immediate) {
                    try steps(db)
                    try DaySums.bringUpToDate(db)
                    return .commit
                }
            }
        }
        if isCarriedOver { try putInPlace() }
    }

    func access<Value>(_ steps: (DatabaseQueue) throws -> Value) throws(StoreError) -> Value {
        do { return try steps(queue) } catch { throw History.failure(error, path) }
    }

    /// Folds the log of writes into the file and lets go of it.
    func close() throws(StoreError) { try access { try $0.close() } }

    /// A copy of all of it, in a file that is there and empty.
    func copy(to target: HostPath) throws(StoreError) {
        try access { queue in
            try queue.writeWithoutTransaction { db in try db.execute(sql: "VACUUM INTO ?", arguments: [target.text]) }
        }
    }

    /// The same in memory, to try something.
    func inMemory() throws(StoreError) -> History {
        let copy = try History(carryingOver: path, isTrial: true)
        try access { queue in try queue.backup(to: copy.queue) }
        return copy
    }

    /// Rewrites the file without what was deleted, and empties the log of writes.
    func vacuum() throws(StoreError) {
        try access { queue in
            try queue.writeWithoutTransaction { db in
                try db.execute(sql: "VACUUM")
                _ = try Row.fetchAll(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
            }
        }
    }

    // MARK: Failures

    static func damaged(_ path: HostPath) -> StoreError {
        let name = PlainText.clean(HostPath(bytes: path.name).text)
        return StoreError(
            .unusable,
            "\(name): error: the history is damaged, and nothing was changed; fix: move it away and put your last backup in its place, "
                + "or go on without: the next week run makes a new one from the exports in inbox/")
    }

    private static let unknown = StoreError(
        .unusable,
        "history.sqlite: error: this whojoined does not know its form; fix: move it away, and the next week run makes a new one from the exports in inbox/"
    )
    private static let newer = StoreError(
        .unusable,
        "history.sqlite: error: made by a newer whojoined than this one; fix: install that version again, or use a backup of before"
    )

    private static func failure(_ error: any Error, _ path: HostPath) -> StoreError {
        if let failure = error as? StoreError { return failure }
        guard let error = error as? DatabaseError else { return damaged(path) }
        let name = PlainText.clean(HostPath(bytes: path.name).text)
        switch error.resultCode {
        case .SQLITE_FULL:
            return StoreError(
                .ioFailed,
                "\(name): error: the disk is full; fix: free some space on this disk; what was there before is whole")
        case .SQLITE_IOERR:
            return StoreError(
                .ioFailed, "\(name): error: reading or writing failed; fix: see whether the disk is full or damaged")
        case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
            return StoreError(
                .cannotCreate,
                "\(name): error: cannot be opened for writing; fix: see who may write in the school's folder")
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            return StoreError(.busy, "\(name): error: another program is using the history; fix: try again later")
        default: return damaged(path)
        }
    }
}
