internal import ASCII
internal import CLinux
internal import Glibc

package func removeFile(_ path: HostPath) throws(SystemError) {
    guard unsafe unlink(path.cString) == 0 else { throw SystemError(path, errno) }
}

/// Removes a folder with everything in it; links in it, or in its place, are not followed.
package func removeFolder(_ path: HostPath) throws(SystemError) {
    try OpenFolder(path).removeContents()
    guard unsafe rmdir(path.cString) == 0 else { throw SystemError(path, errno) }
}
