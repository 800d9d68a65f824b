internal import Glibc

/// The right to write in a school's folder, held until the process ends or the value goes away.
///
/// The kernel holds the lock, on the folder itself: nothing is left behind, and a killed run holds nothing.
package final class FolderLock: Sendable {
    private let fd: Int32

    /// - Returns: `nil` when another run still has it after `seconds`.
    package init?(_ folder: HostPath, waiting seconds: Double) throws(SystemError) {
        let fd = unsafe open(folder.cString, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if fd < 0 { throw SystemError(folder, errno) }
        let end = Machine.monotonicSeconds() + seconds
        while flock(fd, LOCK_EX | LOCK_NB) != 0 {
            if errno != EWOULDBLOCK && errno != EINTR {
                let number = errno
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
