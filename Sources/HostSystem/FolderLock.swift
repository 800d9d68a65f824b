internal import Glibc

/// The right to write in a school's folder, held until the process ends or the value goes away.
///
/// The kernel holds the lock, on the folder itself: nothing is left behind, and a killed run holds nothing. Where a
/// folder cannot be locked (some network drives) a file in it is; where that cannot be either, nothing is.
package final class FolderLock: Sendable {
    private let fd: Int32

    /// - Returns: `nil` when another run still has it after `seconds`.
    package init?(_ folder: HostPath, waiting seconds: Double) throws(SystemError) {
        var fd = unsafe open(folder.cString, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if fd < 0 { throw SystemError(folder, errno) }
        let end = Machine.monotonicSeconds() + seconds
        var isFile = false
        while flock(fd, LOCK_EX | LOCK_NB) != 0 {
            let number = errno
            if number == ENOLCK || number == EBADF || SystemError.isUnsupported(number) {
                if isFile { break }
                close(fd)
                let file = folder.appending(".whojoined-lock")
                fd = unsafe open(file.cString, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o640)
                if fd < 0 { throw SystemError(file, errno) }
                isFile = true
                continue
            }
            if number != EWOULDBLOCK && number != EINTR {
                close(fd)
                throw SystemError(folder, number)
            }
            if Machine.monotonicSeconds() >= end {
                close(fd)
                return nil
            }
            usleep(20_000)
        }
        self.fd = fd
    }

    deinit { close(fd) }
}
