internal import ASCII
internal import Glibc

/// The entries of a folder, sorted by name, links not followed. Without `.` and `..`.
package func folderEntries(_ path: HostPath) throws(SystemError) -> [FileEntry] {
    try folderEntries(path, named: folderNames(path)[...])
}

/// Those entries of a folder that are there still; a term of files is asked for in parts.
package func folderEntries(_ path: HostPath, named names: ArraySlice<HostPath>) throws(SystemError) -> [FileEntry] {
    guard let folder = unsafe opendir(path.cString) else { throw SystemError(path, errno) }
    defer { unsafe closedir(folder) }
    var entries: [FileEntry] = []
    entries.reserveCapacity(names.count)
    for name in names {
        var status = stat()
        let full = path.appending(name.bytes)
        guard unsafe fstatat(dirfd(folder), name.cString, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
            if errno == ENOENT { continue }
            throw SystemError(full, errno)
        }
        entries.append(entry(full, status))
    }
    return entries
}

/// The names in a folder, sorted, without `.` and `..`.
package func folderNames(_ path: HostPath) throws(SystemError) -> [HostPath] {
    guard let folder = unsafe opendir(path.cString) else { throw SystemError(path, errno) }
    defer { unsafe closedir(folder) }
    return try unsafe names(in: folder, path).sorted()
}

func names(in folder: OpaquePointer, _ path: HostPath) throws(SystemError) -> [HostPath] {
    var names: [HostPath] = []
    while true {
        // The end of the folder and a failure look alike but for this.
        errno = 0
        guard let item = unsafe readdir(folder) else {
            if errno != 0 { throw SystemError(path, errno) }
            return names
        }
        let name = unsafe withUnsafePointer(to: &item.pointee.d_name) { field in
            unsafe field.withMemoryRebound(to: UInt8.self, capacity: 256) { text in
                unsafe Array(
                    UnsafeBufferPointer(
                        start: text, count: strnlen(UnsafeRawPointer(text).assumingMemoryBound(to: CChar.self), 256)))
            }
        }
        if name != [.fullStop] && name != [.fullStop, .fullStop] { names.append(HostPath(bytes: name)) }
    }
}
