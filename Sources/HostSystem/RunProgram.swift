internal import ASCII
internal import Glibc

/// Runs a program without a shell: its arguments are given as they are, its standard input is a file, its output is
/// ours.
///
/// - Returns: the exit code; 128 and the signal's number when one ended it.
package func runProgram(_ path: HostPath, _ arguments: [String], input: HostPath) throws(SystemError) -> Int32 {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input.text, O_RDONLY | O_NOFOLLOW, 0)
    // What it prints is no report of ours.
    unsafe posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO)
    var list: [UnsafeMutablePointer<CChar>?] = unsafe ([path.text] + arguments).map { unsafe strdup($0) } + [nil]
    defer { unsafe list.forEach { unsafe free($0) } }
    var process = pid_t()
    let failure = unsafe posix_spawn(&process, path.text, &actions, nil, &list, environ)
    if failure != 0 { throw SystemError(path, failure) }
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0 {
        if errno != EINTR { throw SystemError(path, errno) }
    }
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
}

/// A program by its path, or by its name on PATH; `nil` when there is none that may be run.
package func findProgram(_ name: String) -> HostPath? {
    func isRunnable(_ path: HostPath) -> Bool {
        unsafe access(path.text, X_OK) == 0 && (try? fileEntry(at: path))?.kind != .folder
    }
    if name.utf8.contains(.slash) { return isRunnable(HostPath(name)) ? HostPath(name) : nil }
    for folder in (Machine.environmentValue("PATH") ?? "/usr/sbin:/usr/bin:/sbin:/bin").split(separator: ":")
    where folder.utf8.first == .slash {
        let path = HostPath(String(folder)).appending(name)
        if isRunnable(path) { return path }
    }
    return nil
}
