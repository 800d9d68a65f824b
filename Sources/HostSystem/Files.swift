internal import ASCII
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
            if byte < .beyondASCII {
                shown.append(byte)
            } else {
                shown += [.backslash, UInt8(ascii: "x"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            }
        }
        return String(decoding: shown, as: UTF8.self)
    }

    package func appending(_ name: [UInt8]) -> HostPath {
        HostPath(bytes: bytes.last == .slash || bytes.isEmpty ? bytes + name : bytes + [.slash] + name)
    }
    package func appending(_ name: String) -> HostPath { appending(Array(name.utf8)) }

    /// The last part.
    package var name: [UInt8] { Array(bytes[(bytes.lastIndex(of: .slash).map { $0 + 1 } ?? 0)...]) }
    /// The folder it is in: `.` for a bare name.
    package var parent: HostPath {
        guard let slash = bytes.lastIndex(of: .slash) else { return HostPath(".") }
        return slash == 0 ? HostPath("/") : HostPath(bytes: Array(bytes[..<slash]))
    }

    package static func < (a: HostPath, b: HostPath) -> Bool {
        let order = unsafe memcmp(a.bytes, b.bytes, min(a.bytes.count, b.bytes.count))
        return order != 0 ? order < 0 : a.bytes.count < b.bytes.count
    }

    /// All bytes at once, not one by one.
    package func hash(into hasher: inout Hasher) { unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) } }

    var cString: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }
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

/// Reads an ordinary file whole. A link is not followed, a pipe does not block, and a file that changes meanwhile is an
/// error.
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
        if failure == EINTR {
            failure = 0
            continue
        }
        if failure != 0 { throw .system(SystemError(path, failure)) }
        if before == 0 { bytes = chunk } else { bytes += chunk }
        if bytes.count > limit { throw .tooBig(limit: limit) }
        if chunk.isEmpty || bytes.count == expected && expected > 0 { return bytes }
        room = max(65_536, expected + 1 - bytes.count)
    }
}

/// The entries of a folder, sorted by name, links not followed. Without `.` and `..`.
package func folderEntries(_ path: HostPath) throws(SystemError) -> [FileEntry] {
    try folderEntries(path, named: folderNames(path)[...])
}

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

func names(in folder: OpaquePointer, _ path: HostPath) throws(SystemError) -> [HostPath] {
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
                unsafe Array(
                    UnsafeBufferPointer(
                        start: text, count: strnlen(UnsafeRawPointer(text).assumingMemoryBound(to: CChar.self), 256)))
            }
        }
        if name != [.fullStop] && name != [.fullStop, .fullStop] { names.append(HostPath(bytes: name)) }
    }
}
