internal import ASCII
internal import CLinux
internal import Glibc

package func createFolder(_ path: HostPath) throws(SystemError) {
    guard unsafe mkdir(path.cString, 0o750) == 0 else { throw SystemError(path, errno) }
}

/// The folder and what is missing above it. What is there already stays as it is.
package func createFolders(_ path: HostPath) throws(SystemError) {
    if let there = try fileEntry(at: path), there.kind == .folder || there.kind == .link { return }
    if path.parent != path { try createFolders(path.parent) }
    guard unsafe mkdir(path.cString, 0o750) == 0 || errno == EEXIST else { throw SystemError(path, errno) }
}
