internal import ASCII
internal import CLinux
internal import Glibc

package func renameEntry(_ from: HostPath, to: HostPath) throws(SystemError) {
    guard unsafe rename(from.cString, to.cString) == 0 else { throw SystemError(to, errno) }
}

/// Two entries change places in one step: nobody ever sees neither or half of them.
/// - Returns: `false` when this file system cannot do so (NTFS, exFAT, many network drives); nothing was changed.
package func exchangeEntries(_ a: HostPath, _ b: HostPath) throws(SystemError) -> Bool {
    let exchange: UInt32 = 2  // RENAME_EXCHANGE
    if unsafe renameat2(AT_FDCWD, a.cString, AT_FDCWD, b.cString, exchange) == 0 { return true }
    if SystemError.isUnsupported(errno) { return false }
    throw SystemError(b, errno)
}
