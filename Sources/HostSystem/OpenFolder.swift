internal import CLinux
internal import Glibc

/// A folder that is held open: what is made or removed through it is made or removed in it, whatever somebody puts in
/// its place meanwhile.
package final class OpenFolder: Sendable {
    package let path: HostPath
    let fd: Int32

    /// - Throws: when there is no folder, or a link to one.
    package convenience init(_ path: HostPath) throws(SystemError) { try self.init(AT_FDCWD, path, path) }

    private init(_ parent: Int32, _ name: HostPath, _ path: HostPath) throws(SystemError) {
        self.path = path
        fd = unsafe openat(parent, name.cString, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        if fd < 0 { throw SystemError(path, errno) }
    }

    deinit { close(fd) }

    package func createFolder(_ name: HostPath) throws(SystemError) {
        guard unsafe mkdirat(fd, name.cString, 0o750) == 0 else { throw SystemError(path.appending(name.bytes), errno) }
    }

    /// Asks for folders made in this one to be spread over the disk; a file system that cannot do so is left as it is.
    ///
    /// Without a journal ext4 does not use the place of a deleted file again for minutes, and looks at all of a
    /// folder's neighbours for each new file: a thousand files beside a thousand just deleted ones took 0.7 s instead
    /// of 0.05 s.
    package func spreadFolders(in name: HostPath) {
        guard let inner = try? OpenFolder(fd, name, path.appending(name.bytes)) else { return }
        _ = spread_subfolders(inner.fd)
    }

    /// Flushes everything that was written to the disk that the folder is on.
    package func flushDisk() throws(SystemError) {
        guard syncfs(fd) == 0 || SystemError.isUnsupported(errno) else { throw SystemError(path, errno) }
    }

    /// The folder of this name in this one, made if there is none.
    /// - Throws: when a link or a file stands in its place.
    package func folder(_ name: [UInt8]) throws(SystemError) -> OpenFolder {
        let name = HostPath(bytes: name)
        let inner = path.appending(name.bytes)
        if unsafe mkdirat(fd, name.cString, 0o750) != 0 && errno != EEXIST { throw SystemError(inner, errno) }
        return try OpenFolder(fd, name, inner)
    }

    /// Moves an entry of this folder into another one; a link is moved and not followed.
    /// - Returns: `false` when the other has that name already.
    package func move(_ name: [UInt8], to other: OpenFolder, as newName: [UInt8]) throws(SystemError) -> Bool {
        let (old, new) = (HostPath(bytes: name), HostPath(bytes: newName))
        let keepsWhatIsThere: UInt32 = 1  // RENAME_NOREPLACE
        if unsafe renameat2(fd, old.cString, other.fd, new.cString, keepsWhatIsThere) == 0 { return true }
        if errno == EEXIST { return false }
        if errno != EINVAL && errno != ENOSYS { throw SystemError(other.path.appending(newName), errno) }
        // A file system that cannot promise it: looked up first.
        var status = stat()
        if unsafe fstatat(other.fd, new.cString, &status, AT_SYMLINK_NOFOLLOW) == 0 { return false }
        guard unsafe renameat(fd, old.cString, other.fd, new.cString) == 0 else {
            throw SystemError(other.path.appending(newName), errno)
        }
        return true
    }

    func removeContents() throws(SystemError) {
        guard let list = unsafe fdopendir(dup(fd)) else { throw SystemError(path, errno) }
        defer { unsafe closedir(list) }
        for name in try unsafe names(in: list, path) {
            if unsafe unlinkat(fd, name.cString, 0) == 0 { continue }
            guard errno == EISDIR else { throw SystemError(path.appending(name.bytes), errno) }
            try OpenFolder(fd, name, path.appending(name.bytes)).removeContents()
            guard unsafe unlinkat(fd, name.cString, AT_REMOVEDIR) == 0 else {
                throw SystemError(path.appending(name.bytes), errno)
            }
        }
    }
}
