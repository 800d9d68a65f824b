internal import ASCII
internal import Glibc

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

    /// What a file system answers to a call that it does not know.
    static func isUnsupported(_ number: Int32) -> Bool {
        [EINVAL, ENOSYS, ENOTSUP, EOPNOTSUPP, ENOTTY].contains(number)
    }
}
