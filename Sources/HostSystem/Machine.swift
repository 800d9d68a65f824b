internal import CLinux
internal import Glibc

/// Lets the heaps grow and shrink in big steps: a week's threads asked the kernel ten thousand times for a little more.
package func growHeapsInBigSteps() {
    mallopt(M_TOP_PAD, 16 << 20)
    mallopt(M_TRIM_THRESHOLD, 256 << 20)
    // With the two above the bound no longer rises by itself, and every array of 128 KiB would be asked of the kernel
    // and given back.
    mallopt(M_MMAP_THRESHOLD, 4 << 20)
}

/// Nothing that this process makes is readable by others, whatever the caller's umask.
package func keepFilesPrivate() { umask(0o027) }

/// Nanoseconds since 1970 by the machine's clock.
package func machineClock() -> Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
}

package func monotonicSeconds() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// What the program was started with, without its own name.
package func programArguments() -> [String] {
    (1..<max(1, wj_argument_count())).map { unsafe String(cString: wj_argument($0)) }
}

package func environmentValue(_ name: String) -> String? { unsafe getenv(name).map { unsafe String(cString: $0) } }

/// The account that runs this program, where the environment does not say.
package func accountName() -> String? { unsafe getpwuid(geteuid()).map { unsafe String(cString: $0.pointee.pw_name) } }

package func currentFolder() -> HostPath {
    guard let text = unsafe getcwd(nil, 0) else { return HostPath(".") }
    defer { unsafe free(text) }
    return HostPath(
        bytes: unsafe Array(UnsafeBufferPointer(start: text, count: strlen(text))).map { UInt8(bitPattern: $0) })
}

/// The file that this program was started from; `nil` where the system does not say.
package func programPath() -> HostPath? {
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

package func processorCount() -> Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

package func processID() -> Int { Int(getpid()) }

/// Ends the program with this exit code.
package func endProcess(_ code: Int32) -> Never { exit(code) }
