import GRDB
import HostSystem

/// `history.sqlite`: what is remembered of every session when its export is gone.
///
/// Few rows, each with a checksum: a `DayRecord` for each day and kind of what is known of it, and a row for each
/// message sent. A UPN is never in it. A damaged file is an error that names the way on; it is never replaced in
/// silence.
struct History: Sendable {
    /// `user_version`. A file of any other was made by another version of the program and is refused.
    static let formVersion = 3

    let path: HostPath
    private let queue: DatabaseQueue

    /// The history of a school, made if there is none.
    init(at path: HostPath) throws(StoreError) {
        if try History.exists(path) == false {
            // Made here and not by SQLite, so that it is never readable by others, not even for a moment.
            try storing("the history cannot be made", kind: .cannotCreate) { () throws(SystemError) in
                try createFile(path, [], mode: 0o600)
            }
        }
        try self.init(opening: path, isReadOnly: false)
        if try isEmpty() { try make() } else { try check() }
    }

    /// The history for a run that may write later; `nil` when there is none yet, or a file without a byte: it is made
    /// only when there is something to keep.
    static func existing(_ path: HostPath) throws(StoreError) -> History? {
        guard let entry = try entry(path), entry.stamp.size > 0 else { return nil }
        let history = try History(opening: path, isReadOnly: false)
        if try history.isEmpty() { return nil }
        try history.check()
        return history
    }

    /// The history as it is, for a command that only looks; `nil` when there is none yet.
    static func reading(_ path: HostPath) throws(StoreError) -> History? {
        guard try exists(path) else { return nil }
        let history = try History(opening: path, isReadOnly: true)
        return try history.isEmpty() ? nil : history
    }

    private init(opening path: HostPath, isReadOnly: Bool) throws(StoreError) {
        self.path = path
        var configuration = Configuration()
        configuration.readonly = isReadOnly
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA trusted_schema = OFF")
            // No child's row in a file of the system's folder for passing things.
            try db.execute(sql: "PRAGMA temp_store = MEMORY")
            if isReadOnly { return }
            try db.execute(sql: "PRAGMA secure_delete = ON; PRAGMA cell_size_check = ON")
            // A file without a page has nothing to lose: `make` need not wait for the disk.
            let isNew = try Int.fetchOne(db, sql: "PRAGMA page_count") == 0
            if isNew { try db.execute(sql: "PRAGMA page_size = 16384") }
            try db.execute(sql: "PRAGMA synchronous = \(isNew ? "OFF" : "FULL"); PRAGMA journal_mode = WAL")
        }
        do { queue = try DatabaseQueue(path: path.text, configuration: configuration) } catch {
            throw History.failure(error, path)
        }
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
        let formVersion = try read { db in try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0 }
        guard formVersion == 0 || formVersion == History.formVersion else {
            throw formVersion > History.formVersion ? History.newer : History.unknown
        }
        return formVersion == 0
    }

    private func make() throws(StoreError) {
        try access { queue in
            try queue.write { db in
                try db.execute(sql: "\(History.schema) PRAGMA user_version = \(History.formVersion)")
            }
            try queue.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
        }
    }

    private static let schema = """
        \(sheetSchema)
        CREATE TABLE message (
            id TEXT PRIMARY KEY NOT NULL, week TEXT NOT NULL, recipient TEXT NOT NULL, state TEXT NOT NULL, at INTEGER NOT NULL, sum INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE tally (id INTEGER PRIMARY KEY CHECK (id = 1), sheets INTEGER NOT NULL, messages INTEGER NOT NULL);
        INSERT INTO tally VALUES (1, 0, 0);
        """
    private static let counts = """
        SELECT (SELECT count(*) FROM sheet) = sheets AND (SELECT count(*) FROM message) = messages AS isSound FROM tally WHERE id = 1
        """
    private static let countAll = """
        UPDATE tally SET sheets = (SELECT count(*) FROM sheet), messages = (SELECT count(*) FROM message) WHERE id = 1
            AND (sheets, messages) != ((SELECT count(*) FROM sheet), (SELECT count(*) FROM message))
        """

    /// What SQLite can say of its own pages, and that no row is missing.
    func check() throws(StoreError) {
        let isSound = try read { db in
            guard try String.fetchAll(db, sql: "PRAGMA quick_check") == ["ok"] else { return false }
            return try Row.fetchOne(db, sql: History.counts)?["isSound"] ?? false
        }
        if !isSound { throw History.damaged(path) }
    }

    // MARK: Access

    func read<Value>(_ steps: (Database) throws -> Value) throws(StoreError) -> Value {
        try access { try $0.read(steps) }
    }

    /// One transaction: all of it or nothing.
    func write(_ steps: (Database) throws -> Void) throws(StoreError) {
        try access { queue in
            try queue.writeWithoutTransaction { db in
                // A week's transaction stays in memory until it is committed, instead of going to the disk and back in
                // parts.
                try db.execute(sql: "PRAGMA cache_size = -32768")
                try db.inTransaction(.immediate) {
                    try steps(db)
                    try db.execute(sql: History.countAll)
                    return .commit
                }
            }
        }
    }

    func access<Value>(_ steps: (DatabaseQueue) throws -> Value) throws(StoreError) -> Value {
        do { return try steps(queue) } catch { throw History.failure(error, path) }
    }

    /// Takes apart what `dayRecords` found.
    func decoding<Value>(_ steps: () throws(DamagedRecord) -> Value) throws(StoreError) -> Value {
        do throws(DamagedRecord) { return try steps() } catch { throw History.damaged(path) }
    }

    /// Folds the log of writes into the file and lets go of it.
    func close() throws(StoreError) { try access { try $0.close() } }

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
