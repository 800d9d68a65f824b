internal import ASCII
internal import CLinux
internal import Glibc

/// Flushes a folder's list of names to the disk; where a folder cannot be flushed the file system does as it does.
package func flushFolder(_ path: HostPath) throws(SystemError) { try withFolder(path) { fsync($0) } }

/// Flushes everything that was written to the disk that this folder is on: one call instead of one for each file.
package func flushDisk(of path: HostPath) throws(SystemError) { try withFolder(path) { syncfs($0) } }

private func withFolder(_ path: HostPath, _ step: (Int32) -> Int32) throws(SystemError) {
    let fd = unsafe open(path.cString, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if fd < 0 { throw SystemError(path, errno) }
    defer { close(fd) }
    guard step(fd) == 0 || SystemError.isUnsupported(errno) else { throw SystemError(path, errno) }
}
