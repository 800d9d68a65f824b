internal import ASCII
internal import CLinux
internal import Glibc

/// A new file with these bytes, 0640. It must not exist, and a link in its place is not followed.
package func createFile(_ path: HostPath, _ bytes: [UInt8], mode: UInt32 = 0o640, flush: Bool = false)
    throws(SystemError)
{
    try writeNew(openNew(AT_FDCWD, path, path, mode), bytes, path, flush: flush)
}

/// As `createFile`, in a folder that is held open.
package func createFile(_ name: HostPath, _ bytes: [UInt8], in folder: OpenFolder) throws(SystemError) {
    let path = folder.path.appending(name.bytes)
    try writeNew(openNew(folder.fd, name, path, 0o640), bytes, path, flush: false)
}

private func writeNew(_ fd: Int32, _ bytes: [UInt8], _ path: HostPath, flush: Bool) throws(SystemError) {
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

func writeAll(_ fd: Int32, _ bytes: [UInt8], _ path: HostPath) throws(SystemError) {
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
    let aside = path.parent.appending([.fullStop] + path.name + Array(".new-\(getpid())".utf8))
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
