internal import CLinux
internal import Glibc

/// The machine and the process: clock, arguments, environment, memory.
package enum Machine {
    /// Lets the heaps grow and shrink in big steps: a week's threads asked the kernel ten thousand times for a little more.
    package static func growHeapsInBigSteps() {
        mallopt(M_TOP_PAD, 16 << 20)
        mallopt(M_TRIM_THRESHOLD, 256 << 20)
        // With the two above the bound no longer rises by itself, and every array of 128 KiB would be asked of the kernel
        // and given back.
        mallopt(M_MMAP_THRESHOLD, 4 << 20)
    }

    /// Nothing that this process makes is readable by others, whatever the caller's umask.
    package static func keepFilesPrivate() { umask(0o027) }

    /// What the limits of this process leave too little of; `nil`: there is enough to begin with. Later the Swift run-time
    /// would end the program by a signal.
    package static func tooLittle() -> String? {
        if wj_most_open_files() < 16 { return "fewer than 16 open files (ulimit -n)" }
        if wj_most_bytes() < 256 << 20 { return "less than 256 MB of memory (ulimit -v)" }
        return nil
    }

    /// A want of memory is said, and no signal, where a limit is set.
    package static func explainLackOfMemory() { wj_explain_lack_of_memory() }

    /// Nanoseconds since 1970 by the machine's clock.
    package static func clock() -> Int {
        var time = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }

    package static func monotonicSeconds() -> Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// What the program was started with, without its own name.
    package static func arguments() -> [String] {
        (1..<max(1, wj_argument_count())).map { unsafe String(cString: wj_argument($0)) }
    }

    package static func environmentValue(_ name: String) -> String? {
        unsafe getenv(name).map { unsafe String(cString: $0) }
    }

    /// The account that runs this program, where the environment does not say.
    package static func accountName() -> String? {
        unsafe getpwuid(geteuid()).map { unsafe String(cString: $0.pointee.pw_name) }
    }

    /// The account's home: what the environment says, else the system.
    package static func homeFolder() -> HostPath? {
        if let home = environmentValue("HOME"), home.utf8.first == .slash { return HostPath(home) }
        return unsafe getpwuid(geteuid()).map { unsafe HostPath(String(cString: $0.pointee.pw_dir)) }
    }

    /// The path from the root, without `.` and `..`; links are not looked at.
    package static func absolute(_ path: HostPath) -> HostPath {
        let full = path.bytes.first == .slash ? path : currentFolder().appending(path.bytes)
        var parts: [ArraySlice<UInt8>] = []
        for part in full.bytes.split(separator: .slash) where !part.elementsEqual(".".utf8) {
            if part.elementsEqual("..".utf8) { _ = parts.popLast() } else { parts.append(part) }
        }
        return HostPath(bytes: [.slash] + Array(parts.joined(separator: [.slash])))
    }

    package static func currentFolder() -> HostPath {
        guard let text = unsafe getcwd(nil, 0) else { return HostPath(".") }
        defer { unsafe free(text) }
        return HostPath(
            bytes: unsafe Array(UnsafeBufferPointer(start: text, count: strlen(text))).map { UInt8(bitPattern: $0) })
    }

    /// The file that this program was started from; `nil` where the system does not say.
    package static func programPath() -> HostPath? {
        var length = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
            let n = unsafe buffer.withMemoryRebound(to: CChar.self) {
                unsafe readlink("/proc/self/exe", $0.baseAddress!, 4096)
            }
            length = n
            count = max(0, n)
        }
        return length > 0 && length < 4096 ? HostPath(bytes: bytes) : nil
    }

    package static func processorCount() -> Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

    package static func processID() -> Int { Int(getpid()) }

    /// Ends the program with this exit code.
    package static func end(_ code: Int32) -> Never { exit(code) }
}
