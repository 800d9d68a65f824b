internal import CLinux
internal import Glibc

/// A new file in a folder, 0640, that is made piece by piece. It must not exist, and a link in its place is not
/// followed.
///
/// While an older file of its name holds the same there is nothing to make: in the end that one gets its name here too,
/// for making it anew and deleting the old one takes five times as long.
package final class GrowingFile {
    private let folder: OpenFolder
    private let name: HostPath
    private let path: HostPath
    private var older: OlderFile?
    /// The new file; none while the older one holds the same.
    private var fd: Int32 = -1
    private var count = 0
    private var failure: SystemError?

    /// - Parameter old: where the older file of this name is, if there is any.
    package init(_ name: HostPath, in folder: OpenFolder, sameAsIn old: OpenFolder? = nil) {
        (self.folder, self.name) = (folder, name)
        path = folder.path.appending(name.bytes)
        older = old.flatMap { OlderFile(name, in: $0) }
    }

    deinit { if fd >= 0 { close(fd) } }

    /// What goes wrong, `end` says.
    package func append(_ bytes: [UInt8]) {
        if failure != nil { return }
        do throws(SystemError) {
            if older?.goesOn(with: bytes, at: count) != true {
                try begin()
                try writeAll(fd, bytes, path)
            }
            count += bytes.count
        } catch { failure = error }
    }

    package func end() throws(SystemError) {
        if let failure { throw failure }
        if let older, older.ends(at: count), older.isLinked(to: name, in: folder) { return }
        try begin()
        // A big file begins its way to the disk at once, so that flushing has less to wait for. Whether it can,
        // flushing will tell.
        if count >= 1 << 20 { _ = sync_file_range(fd, 0, 0, 2) }  // SYNC_FILE_RANGE_WRITE
        let closed = close(fd)
        fd = -1
        if closed != 0 { throw SystemError(path, errno) }
    }

    /// Makes the file, with what it has in common with the older one.
    private func begin() throws(SystemError) {
        if fd >= 0 { return }
        fd = try openNew(folder.fd, name, path, 0o640)
        try older?.copyStart(count, to: fd, path)
        older = nil
    }
}

/// A file that `GrowingFile` has made, in the folder that the new one will take the place of.
private final class OlderFile {
    private let folder: OpenFolder
    private let name: HostPath
    private let fd: Int32
    private var known = stat()

    init?(_ name: HostPath, in folder: OpenFolder) {
        (self.folder, self.name) = (folder, name)
        fd = unsafe openat(folder.fd, name.cString, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        // One that has a second name already is also somebody's copy.
        guard fd >= 0, unsafe fstat(fd, &known) == 0, known.st_mode == S_IFREG | 0o640, known.st_uid == geteuid(),
            known.st_nlink == 1
        else { return nil }
    }

    deinit { if fd >= 0 { close(fd) } }

    /// Whether these bytes stand behind the first `count`, which have been looked at.
    func goesOn(with bytes: [UInt8], at count: Int) -> Bool { count + bytes.count <= known.st_size && holds(fd, bytes) }

    func ends(at count: Int) -> Bool { count == known.st_size }

    /// Gives it a second name.
    func isLinked(to name: HostPath, in other: OpenFolder) -> Bool {
        guard unsafe linkat(folder.fd, name.cString, other.fd, name.cString, 0) == 0 else { return false }
        var linked = stat()
        if unsafe fstatat(other.fd, name.cString, &linked, AT_SYMLINK_NOFOLLOW) == 0, linked.st_dev == known.st_dev,
            linked.st_ino == known.st_ino
        {
            return true
        }
        // Another took its place since it was looked at.
        _ = unsafe unlinkat(other.fd, name.cString, 0)
        return false
    }

    func copyStart(_ count: Int, to new: Int32, _ path: HostPath) throws(SystemError) {
        if count == 0 { return }
        guard lseek(fd, 0, SEEK_SET) == 0 else { throw SystemError(path, errno) }
        var part = [UInt8](repeating: 0, count: min(count, 65_536))
        var done = 0
        while done < count {
            guard let got = readPart(fd, &part, atMost: count - done), got > 0 else { throw SystemError(path, EIO) }
            try writeAll(new, part[..<got], path)
            done += got
        }
    }
}

/// Whether a file has these bytes, from here to where they end.
private func holds(_ fd: Int32, _ bytes: [UInt8]) -> Bool {
    var part = [UInt8](repeating: 0, count: min(bytes.count, 65_536))
    var done = 0
    while done < bytes.count {
        guard let got = readPart(fd, &part, atMost: bytes.count - done), got > 0,
            unsafe bytes.withUnsafeBytes({ unsafe memcmp($0.baseAddress! + done, part, got) }) == 0
        else { return false }
        done += got
    }
    return true
}

/// - Returns: how many bytes there were; `nil` when they cannot be read.
private func readPart(_ fd: Int32, _ part: inout [UInt8], atMost limit: Int) -> Int? {
    while true {
        let got = unsafe part.withUnsafeMutableBytes { unsafe read(fd, $0.baseAddress!, min($0.count, limit)) }
        if got >= 0 { return got }
        if errno != EINTR { return nil }
    }
}
