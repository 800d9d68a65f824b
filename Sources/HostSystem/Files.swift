internal import CLinux
internal import Glibc

/// A path as the system has it: bytes, which need not be UTF-8.
package struct HostPath: Hashable, Comparable, Sendable {
    package var bytes: [UInt8]

    package init(_ text: String) { bytes = Array(text.utf8) }
    package init(bytes: [UInt8]) { self.bytes = bytes }

    /// For messages: bytes that are no UTF-8 as `\xNN`. Control characters are the writer's to neutralise.
    package var text: String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        let hex = Array("0123456789abcdef".utf8)
        var shown: [UInt8] = []
        for byte in bytes {
            if byte < 0x80 { shown.append(byte) } else { shown += [0x5C, 0x78, hex[Int(byte >> 4)], hex[Int(byte & 15)]] }
        }
        return String(decoding: shown, as: UTF8.self)
    }

    package func appending(_ name: [UInt8]) -> HostPath {
        HostPath(bytes: bytes.last == 0x2F || bytes.isEmpty ? bytes + name : bytes + [0x2F] + name)
    }
    package func appending(_ name: String) -> HostPath { appending(Array(name.utf8)) }

    /// The last part.
    package var name: [UInt8] { Array(bytes[(bytes.lastIndex(of: 0x2F).map { $0 + 1 } ?? 0)...]) }
    /// The folder it is in: `.` for a bare name.
    package var parent: HostPath {
        guard let slash = bytes.lastIndex(of: 0x2F) else { return HostPath(".") }
        return slash == 0 ? HostPath("/") : HostPath(bytes: Array(bytes[..<slash]))
    }

    package static func < (a: HostPath, b: HostPath) -> Bool {
        let order = unsafe memcmp(a.bytes, b.bytes, min(a.bytes.count, b.bytes.count))
        return order != 0 ? order < 0 : a.bytes.count < b.bytes.count
    }

    /// All bytes at once, not one by one.
    package func hash(into hasher: inout Hasher) { unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) } }

    fileprivate var cString: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }
}

/// A call of the system that failed: on which path, with which `errno`.
package struct SystemError: Error, Sendable, Hashable {
    package var path: String
    package var number: Int32

    package init(_ path: HostPath, _ number: Int32) {
        self.path = path.text
        self.number = number
    }

    /// `No space left on device`
    package var reason: String { unsafe String(cString: strerror(number)) }
    package var isMissing: Bool { number == ENOENT || number == ENOTDIR }
    package var isThereAlready: Bool { number == EEXIST }
    package var isDiskFull: Bool { number == ENOSPC || number == EDQUOT }
    package var isLink: Bool { number == ELOOP }
}

/// What tells one state of a file from another. The time of the last change of the inode is in it because that one
/// cannot be set back.
package struct FileStamp: Hashable, Sendable {
    package var size: Int
    /// Nanoseconds since 1970.
    package var modified: Int
    package var changed: Int

    package init(size: Int, modified: Int, changed: Int) {
        self.size = size
        self.modified = modified
        self.changed = changed
    }

    fileprivate init(_ status: stat) {
        size = Int(status.st_size)
        modified = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
        changed = status.st_ctim.tv_sec * 1_000_000_000 + status.st_ctim.tv_nsec
    }
}

package enum FileKind: Sendable, Hashable { case file, folder, link, other }

package struct FileEntry: Sendable {
    package var path: HostPath
    package var kind: FileKind
    package var stamp: FileStamp
    /// The permission bits.
    package var mode: UInt32
    package var isOurs: Bool
}

package enum ReadingError: Error, Sendable {
    case system(SystemError)
    /// A link, pipe, socket, device or folder.
    case notOrdinary(FileKind)
    case tooBig(limit: Int)
    /// Somebody wrote to it while it was being read.
    case changed

    /// For files of our own, where all these are failures of the machine.
    package func failure(of path: HostPath) -> SystemError {
        switch self {
        case .system(let error): error
        case .notOrdinary: SystemError(path, EINVAL)
        case .tooBig: SystemError(path, EFBIG)
        case .changed: SystemError(path, EBUSY)
        }
    }
}

package struct FileContent: Sendable {
    package var bytes: [UInt8]
    package var stamp: FileStamp
}

// MARK: Reading

/// What stands at a path, links not followed; `nil` when nothing does.
package func fileEntry(at path: HostPath) throws(SystemError) -> FileEntry? {
    var status = stat()
    guard unsafe lstat(path.cString, &status) == 0 else {
        let error = SystemError(path, errno)
        if error.isMissing { return nil }
        throw error
    }
    return entry(path, status)
}

private let ourselves = geteuid()

private func entry(_ path: HostPath, _ status: stat) -> FileEntry {
    let kind: FileKind =
        switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        case S_IFLNK: .link
        default: .other
        }
    return FileEntry(
        path: path, kind: kind, stamp: FileStamp(status), mode: status.st_mode & 0o7777,
        isOurs: status.st_uid == ourselves || status.st_uid == 0)
}

/// Reads an ordinary file whole. A link is not followed, a pipe does not block, and a file that changes meanwhile is an error.
package func readOrdinaryFile(_ path: HostPath, limit: Int) throws(ReadingError) -> FileContent {
    let fd = unsafe open(path.cString, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    if fd < 0 {
        let error = SystemError(path, errno)
        throw error.isLink ? .notOrdinary(.link) : .system(error)
    }
    defer { close(fd) }
    var status = stat()
    guard unsafe fstat(fd, &status) == 0 else { throw .system(SystemError(path, errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else {
        throw .notOrdinary(status.st_mode & S_IFMT == S_IFDIR ? .folder : .other)
    }
    let stamp = FileStamp(status)
    if stamp.size > limit { throw .tooBig(limit: limit) }
    let bytes = try readAll(fd, path, expected: stamp.size, limit: limit)
    guard unsafe fstat(fd, &status) == 0 else { throw .system(SystemError(path, errno)) }
    if FileStamp(status) != stamp || bytes.count != stamp.size { throw .changed }
    return FileContent(bytes: bytes, stamp: stamp)
}

package func readOrdinaryFile(_ path: String, limit: Int) throws(ReadingError) -> FileContent {
    try readOrdinaryFile(HostPath(path), limit: limit)
}

/// Reads standard input to its end.
package func readStandardInput(limit: Int) throws(ReadingError) -> [UInt8] {
    try readAll(STDIN_FILENO, HostPath("-"), expected: 0, limit: limit)
}

private func readAll(_ fd: Int32, _ path: HostPath, expected: Int, limit: Int) throws(ReadingError) -> [UInt8] {
    var bytes: [UInt8] = []
    var failure: Int32 = 0
    // One byte more than expected: its absence is the end of the file without a second read.
    var room = expected + 1
    while true {
        let before = bytes.count
        let chunk = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            let n = unsafe read(fd, buffer.baseAddress, room)
            if n < 0 { failure = errno }
            count = max(0, n)
        }
        if failure == EINTR { failure = 0; continue }
        if failure != 0 { throw .system(SystemError(path, failure)) }
        if before == 0 { bytes = chunk } else { bytes += chunk }
        if bytes.count > limit { throw .tooBig(limit: limit) }
        if chunk.isEmpty || bytes.count == expected && expected > 0 { return bytes }
        room = max(65_536, expected + 1 - bytes.count)
    }
}

/// The entries of a folder, sorted by name, links not followed. Without `.` and `..`.
package func folderEntries(_ path: HostPath) throws(SystemError) -> [FileEntry] { try folderEntries(path, named: folderNames(path)[...]) }

/// Those entries of a folder that are there still; a term of files is asked for in parts.
package func folderEntries(_ path: HostPath, named names: ArraySlice<HostPath>) throws(SystemError) -> [FileEntry] {
    guard let folder = unsafe opendir(path.cString) else { throw SystemError(path, errno) }
    defer { unsafe closedir(folder) }
    var entries: [FileEntry] = []
    entries.reserveCapacity(names.count)
    for name in names {
        var status = stat()
        let full = path.appending(name.bytes)
        guard unsafe fstatat(dirfd(folder), name.cString, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
            if errno == ENOENT { continue }
            throw SystemError(full, errno)
        }
        entries.append(entry(full, status))
    }
    return entries
}

/// The names in a folder, sorted, without `.` and `..`.
package func folderNames(_ path: HostPath) throws(SystemError) -> [HostPath] {
    guard let folder = unsafe opendir(path.cString) else { throw SystemError(path, errno) }
    defer { unsafe closedir(folder) }
    return try unsafe names(in: folder, path).sorted()
}

private func names(in folder: OpaquePointer, _ path: HostPath) throws(SystemError) -> [HostPath] {
    var names: [HostPath] = []
    while true {
        // The end of the folder and a failure look alike but for this.
        errno = 0
        guard let item = unsafe readdir(folder) else {
            if errno != 0 { throw SystemError(path, errno) }
            return names
        }
        let name = unsafe withUnsafePointer(to: &item.pointee.d_name) { field in
            unsafe field.withMemoryRebound(to: UInt8.self, capacity: 256) { text in
                unsafe Array(UnsafeBufferPointer(start: text, count: strnlen(UnsafeRawPointer(text).assumingMemoryBound(to: CChar.self), 256)))
            }
        }
        if name != [0x2E] && name != [0x2E, 0x2E] { names.append(HostPath(bytes: name)) }
    }
}

// MARK: Writing

/// Lets the heaps grow and shrink in big steps: a week's threads asked the kernel ten thousand times for a little more.
package func growHeapsInBigSteps() {
    mallopt(M_TOP_PAD, 16 << 20)
    mallopt(M_TRIM_THRESHOLD, 256 << 20)
    // With the two above the bound no longer rises by itself, and every array of 128 KiB would be asked of the kernel and given back.
    mallopt(M_MMAP_THRESHOLD, 4 << 20)
}

/// Nothing that this process makes is readable by others, whatever the caller's umask.
package func keepFilesPrivate() { umask(0o027) }

/// A new file with these bytes, 0640. It must not exist, and a link in its place is not followed.
package func createFile(_ path: HostPath, _ bytes: [UInt8], mode: UInt32 = 0o640, flush: Bool = false) throws(SystemError) {
    let fd = try openNew(AT_FDCWD, path, path, mode)
    var failure: Int32 = 0
    do throws(SystemError) {
        try writeAll(fd, bytes, path)
        if flush, fsync(fd) != 0 { failure = errno }
    } catch {
        close(fd)
        throw error
    }
    if close(fd) != 0 && failure == 0 { failure = errno }
    if failure != 0 { throw SystemError(path, failure) }
}

/// - Parameter name: the path from the folder that is open as `folder`.
private func openNew(_ folder: Int32, _ name: HostPath, _ path: HostPath, _ mode: UInt32) throws(SystemError) -> Int32 {
    let fd = unsafe openat(folder, name.cString, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    if fd < 0 { throw SystemError(path, errno) }
    return fd
}

/// Whether a file has these bytes, from here to where they end.
private func holds(_ fd: Int32, _ bytes: [UInt8]) -> Bool {
    var part = [UInt8](repeating: 0, count: min(bytes.count, 65_536))
    var done = 0
    while done < bytes.count {
        guard let got = readPart(fd, &part, atMost: bytes.count - done), got > 0,
            unsafe bytes.withUnsafeBytes({ unsafe memcmp($0.baseAddress! + done, part, got) }) == 0
        else { return false }
        done += got
    }
    return true
}

/// - Returns: how many bytes there were; `nil` when they cannot be read.
private func readPart(_ fd: Int32, _ part: inout [UInt8], atMost limit: Int) -> Int? {
    while true {
        let got = unsafe part.withUnsafeMutableBytes { unsafe read(fd, $0.baseAddress!, min($0.count, limit)) }
        if got >= 0 { return got }
        if errno != EINTR { return nil }
    }
}

private func writeAll(_ fd: Int32, _ bytes: [UInt8], _ path: HostPath) throws(SystemError) { try writeAll(fd, bytes[...], path) }

private func writeAll(_ fd: Int32, _ bytes: ArraySlice<UInt8>, _ path: HostPath) throws(SystemError) {
    var done = 0
    while done < bytes.count {
        let written = unsafe bytes.withUnsafeBytes { unsafe write(fd, $0.baseAddress! + done, bytes.count - done) }
        if written < 0 {
            if errno == EINTR { continue }
            throw SystemError(path, errno)
        }
        done += written
    }
}

/// Replaces a file as a whole: written beside it, flushed, renamed, the folder flushed.
package func replaceFile(_ path: HostPath, _ bytes: [UInt8], mode: UInt32 = 0o640) throws(SystemError) {
    let aside = path.parent.appending([0x2E] + path.name + Array(".new-\(getpid())".utf8))
    try? removeFile(aside)
    do throws(SystemError) {
        try createFile(aside, bytes, mode: mode, flush: true)
        guard unsafe rename(aside.cString, path.cString) == 0 else { throw SystemError(path, errno) }
    } catch {
        try? removeFile(aside)
        throw error
    }
    try flushFolder(path.parent)
}

package func createFolder(_ path: HostPath) throws(SystemError) {
    guard unsafe mkdir(path.cString, 0o750) == 0 else { throw SystemError(path, errno) }
}

/// The folder and what is missing above it. What is there already stays as it is.
package func createFolders(_ path: HostPath) throws(SystemError) {
    if let there = try fileEntry(at: path), there.kind == .folder || there.kind == .link { return }
    if path.parent != path { try createFolders(path.parent) }
    guard unsafe mkdir(path.cString, 0o750) == 0 || errno == EEXIST else { throw SystemError(path, errno) }
}

package func removeFile(_ path: HostPath) throws(SystemError) {
    guard unsafe unlink(path.cString) == 0 else { throw SystemError(path, errno) }
}

/// Removes a folder with everything in it; links in it, or in its place, are not followed.
package func removeFolder(_ path: HostPath) throws(SystemError) {
    try OpenFolder(path).removeContents()
    guard unsafe rmdir(path.cString) == 0 else { throw SystemError(path, errno) }
}

/// A folder that is held open: what is made or removed through it is made or removed in it, whatever somebody puts in its place meanwhile.
package final class OpenFolder: Sendable {
    package let path: HostPath
    fileprivate let fd: Int32

    /// - Throws: when there is no folder, or a link to one.
    package convenience init(_ path: HostPath) throws(SystemError) { try self.init(AT_FDCWD, path, path) }

    private init(_ parent: Int32, _ name: HostPath, _ path: HostPath) throws(SystemError) {
        self.path = path
        fd = unsafe openat(parent, name.cString, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        if fd < 0 { throw SystemError(path, errno) }
    }

    deinit { close(fd) }

    package func createFolder(_ name: HostPath) throws(SystemError) {
        guard unsafe mkdirat(fd, name.cString, 0o750) == 0 else { throw SystemError(path.appending(name.bytes), errno) }
    }

    /// Asks for folders made in this one to be spread over the disk; a file system that cannot do so is left as it is.
    ///
    /// Without a journal ext4 does not use the place of a deleted file again for minutes, and looks at all of a folder's
    /// neighbours for each new file: a thousand files beside a thousand just deleted ones took 0.7 s instead of 0.05 s.
    package func spreadFolders(in name: HostPath) {
        guard let inner = try? OpenFolder(fd, name, path.appending(name.bytes)) else { return }
        _ = spread_subfolders(inner.fd)
    }

    /// Flushes everything that was written to the disk that the folder is on.
    package func flushDisk() throws(SystemError) {
        guard syncfs(fd) == 0 else { throw SystemError(path, errno) }
    }

    fileprivate func removeContents() throws(SystemError) {
        guard let list = unsafe fdopendir(dup(fd)) else { throw SystemError(path, errno) }
        defer { unsafe closedir(list) }
        for name in try unsafe names(in: list, path) {
            if unsafe unlinkat(fd, name.cString, 0) == 0 { continue }
            guard errno == EISDIR else { throw SystemError(path.appending(name.bytes), errno) }
            try OpenFolder(fd, name, path.appending(name.bytes)).removeContents()
            guard unsafe unlinkat(fd, name.cString, AT_REMOVEDIR) == 0 else { throw SystemError(path.appending(name.bytes), errno) }
        }
    }
}

package func renameEntry(_ from: HostPath, to: HostPath) throws(SystemError) {
    guard unsafe rename(from.cString, to.cString) == 0 else { throw SystemError(to, errno) }
}

/// Two entries change places in one step: nobody ever sees neither or half of them.
package func exchangeEntries(_ a: HostPath, _ b: HostPath) throws(SystemError) {
    let exchange: UInt32 = 2  // RENAME_EXCHANGE
    guard unsafe renameat2(AT_FDCWD, a.cString, AT_FDCWD, b.cString, exchange) == 0 else { throw SystemError(b, errno) }
}

/// Flushes a folder's list of names to the disk.
package func flushFolder(_ path: HostPath) throws(SystemError) { try withFolder(path) { fsync($0) } }

/// Flushes everything that was written to the disk that this folder is on: one call instead of one for each file.
package func flushDisk(of path: HostPath) throws(SystemError) { try withFolder(path) { syncfs($0) } }

private func withFolder(_ path: HostPath, _ step: (Int32) -> Int32) throws(SystemError) {
    let fd = unsafe open(path.cString, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if fd < 0 { throw SystemError(path, errno) }
    defer { close(fd) }
    guard step(fd) == 0 else { throw SystemError(path, errno) }
}

/// Writes to standard output or error at once; a full disk behind it is an error, not silence.
package func writeStandard(_ bytes: [UInt8], toError: Bool = false) throws(SystemError) {
    try writeAll(toError ? STDERR_FILENO : STDOUT_FILENO, bytes, HostPath(toError ? "standard error" : "standard output"))
}

package func isTerminal(error: Bool) -> Bool { isatty(error ? STDERR_FILENO : STDOUT_FILENO) == 1 }

// MARK: Two runs at once

/// The right to write in a school's folder, held until the process ends or the value goes away.
///
/// The kernel holds the lock, on the folder itself: nothing is left behind, and a killed run holds nothing.
package final class FolderLock: Sendable {
    private let fd: Int32

    /// - Returns: `nil` when another run still has it after `seconds`.
    package init?(_ folder: HostPath, waiting seconds: Double) throws(SystemError) {
        let fd = unsafe open(folder.cString, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if fd < 0 { throw SystemError(folder, errno) }
        let end = monotonicSeconds() + seconds
        while flock(fd, LOCK_EX | LOCK_NB) != 0 {
            if errno != EWOULDBLOCK && errno != EINTR {
                let number = errno
                close(fd)
                throw SystemError(folder, number)
            }
            if monotonicSeconds() >= end {
                close(fd)
                return nil
            }
            usleep(20_000)
        }
        self.fd = fd
    }

    deinit { close(fd) }
}

// MARK: The machine

/// Nanoseconds since 1970 by the machine's clock.
package func machineClock() -> Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
}

package func monotonicSeconds() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// What the program was started with, without its own name.
package func programArguments() -> [String] { (1..<max(1, wj_argument_count())).map { unsafe String(cString: wj_argument($0)) } }

package func environmentValue(_ name: String) -> String? { unsafe getenv(name).map { unsafe String(cString: $0) } }

/// The account that runs this program, where the environment does not say.
package func accountName() -> String? { unsafe getpwuid(geteuid()).map { unsafe String(cString: $0.pointee.pw_name) } }

package func currentFolder() -> HostPath {
    guard let text = unsafe getcwd(nil, 0) else { return HostPath(".") }
    defer { unsafe free(text) }
    return HostPath(bytes: unsafe Array(UnsafeBufferPointer(start: text, count: strlen(text))).map { UInt8(bitPattern: $0) })
}

/// The file that this program was started from; `nil` where the system does not say.
package func programPath() -> HostPath? {
    var length = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
        let n = unsafe buffer.withMemoryRebound(to: CChar.self) { unsafe readlink("/proc/self/exe", $0.baseAddress!, 4096) }
        length = n
        count = max(0, n)
    }
    return length > 0 && length < 4096 ? HostPath(bytes: bytes) : nil
}

package func processorCount() -> Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

package func processID() -> Int { Int(getpid()) }

/// Ends the process at once, without the run-time's clean-up: everything is written by then.
package func endProcess(_ code: Int32) -> Never { exit(code) }

/// A new file in a folder, 0640, that is made piece by piece. It must not exist, and a link in its place is not followed.
///
/// While an older file of its name holds the same there is nothing to make: in the end that one gets its name here too, for making it
/// anew and deleting the old one takes five times as long.
package final class GrowingFile {
    private let folder: OpenFolder
    private let name: HostPath
    private let path: HostPath
    private var older: OlderFile?
    /// The new file; none while the older one holds the same.
    private var fd: Int32 = -1
    private var count = 0
    private var failure: SystemError?

    /// - Parameter old: where the older file of this name is, if there is any.
    package init(_ name: HostPath, in folder: OpenFolder, sameAsIn old: OpenFolder? = nil) {
        (self.folder, self.name) = (folder, name)
        path = folder.path.appending(name.bytes)
        older = old.flatMap { OlderFile(name, in: $0) }
    }

    deinit { if fd >= 0 { close(fd) } }

    /// What goes wrong, `end` says.
    package func append(_ bytes: [UInt8]) {
        if failure != nil { return }
        do throws(SystemError) {
            if older?.goesOn(with: bytes, at: count) != true {
                try begin()
                try writeAll(fd, bytes, path)
            }
            count += bytes.count
        } catch { failure = error }
    }

    package func end() throws(SystemError) {
        if let failure { throw failure }
        if let older, older.ends(at: count), older.isLinked(to: name, in: folder) { return }
        try begin()
        // A big file begins its way to the disk at once, so that flushing has less to wait for. Whether it can, flushing will tell.
        if count >= 1 << 20 { _ = sync_file_range(fd, 0, 0, 2) }  // SYNC_FILE_RANGE_WRITE
        let closed = close(fd)
        fd = -1
        if closed != 0 { throw SystemError(path, errno) }
    }

    /// Makes the file, with what it has in common with the older one.
    private func begin() throws(SystemError) {
        if fd >= 0 { return }
        fd = try openNew(folder.fd, name, path, 0o640)
        try older?.copyStart(count, to: fd, path)
        older = nil
    }
}

/// A file that `GrowingFile` has made, in the folder that the new one will take the place of.
private final class OlderFile {
    private let folder: OpenFolder
    private let name: HostPath
    private let fd: Int32
    private var known = stat()

    init?(_ name: HostPath, in folder: OpenFolder) {
        (self.folder, self.name) = (folder, name)
        fd = unsafe openat(folder.fd, name.cString, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        // One that has a second name already is also somebody's copy.
        guard fd >= 0, unsafe fstat(fd, &known) == 0, known.st_mode == S_IFREG | 0o640, known.st_uid == geteuid(), known.st_nlink == 1 else { return nil }
    }

    deinit { if fd >= 0 { close(fd) } }

    /// Whether these bytes stand behind the first `count`, which have been looked at.
    func goesOn(with bytes: [UInt8], at count: Int) -> Bool { count + bytes.count <= known.st_size && holds(fd, bytes) }

    func ends(at count: Int) -> Bool { count == known.st_size }

    /// Gives it a second name.
    func isLinked(to name: HostPath, in other: OpenFolder) -> Bool {
        guard unsafe linkat(folder.fd, name.cString, other.fd, name.cString, 0) == 0 else { return false }
        var linked = stat()
        if unsafe fstatat(other.fd, name.cString, &linked, AT_SYMLINK_NOFOLLOW) == 0, linked.st_dev == known.st_dev, linked.st_ino == known.st_ino { return true }
        // Another took its place since it was looked at.
        _ = unsafe unlinkat(other.fd, name.cString, 0)
        return false
    }

    func copyStart(_ count: Int, to new: Int32, _ path: HostPath) throws(SystemError) {
        if count == 0 { return }
        guard lseek(fd, 0, SEEK_SET) == 0 else { throw SystemError(path, errno) }
        var part = [UInt8](repeating: 0, count: min(count, 65_536))
        var done = 0
        while done < count {
            guard let got = readPart(fd, &part, atMost: count - done), got > 0 else { throw SystemError(path, EIO) }
            try writeAll(new, part[..<got], path)
            done += got
        }
    }
}
