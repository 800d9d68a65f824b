internal import ASCII
internal import Glibc

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

    init(_ status: stat) {
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

func entry(_ path: HostPath, _ status: stat) -> FileEntry {
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
