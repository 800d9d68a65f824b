internal import ASCII
internal import CLinux
internal import Glibc

/// Writes to standard output or error at once; a full disk behind it is an error, not silence.
package func writeStandard(_ bytes: [UInt8], toError: Bool = false) throws(SystemError) {
    try writeAll(
        toError ? STDERR_FILENO : STDOUT_FILENO, bytes, HostPath(toError ? "standard error" : "standard output"))
}

package func isTerminal(error: Bool) -> Bool { isatty(error ? STDERR_FILENO : STDOUT_FILENO) == 1 }
