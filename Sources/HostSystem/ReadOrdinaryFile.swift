internal import ASCII
internal import Glibc

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
