internal import ASCII
internal import CLinux
internal import Glibc

package func renameEntry(_ from: HostPath, to: HostPath) throws(SystemError) {
    guard unsafe rename(from.cString, to.cString) == 0 else { throw SystemError(to, errno) }
}

/// Two entries change places in one step: nobody ever sees neither or half of them.
package func exchangeEntries(_ a: HostPath, _ b: HostPath) throws(SystemError) {
    let exchange: UInt32 = 2  // RENAME_EXCHANGE
    guard unsafe renameat2(AT_FDCWD, a.cString, AT_FDCWD, b.cString, exchange) == 0 else { throw SystemError(b, errno) }
}
