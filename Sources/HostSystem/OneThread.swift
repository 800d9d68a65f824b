internal import CLinux
internal import Glibc
internal import Synchronization

/// Does asynchronous work on the thread that asks for it, one piece after the other.
///
/// For machines without /proc: libdispatch, which runs such work otherwise, looks there once a second for what its threads
/// are doing, and ends the program by a signal where it finds nothing.
package final class OneThread: TaskExecutor {
    private let waiting = Mutex<[UnownedJob]>([])
    private let isDone = Mutex(false)

    private init() {}

    /// Whether libdispatch finds its own threads.
    package static func isNeeded() -> Bool {
        unsafe access("/proc/\(getpid())/task/\(getpid())/stat", R_OK) != 0
    }

    /// Which thread this is.
    package static func number() -> Int { Int(bitPattern: pthread_self()) }

    package static func run(_ work: @escaping @Sendable () async -> Void) {
        let thread = OneThread()
        Task(executorPreference: thread) {
            await work()
            thread.isDone.withLock { $0 = true }
        }
        while !thread.isDone.withLock({ $0 }) { thread.runWaiting() }
    }

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        waiting.withLock { $0.append(job) }
    }

    private func runWaiting() {
        let jobs = waiting.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
        // What waits for nothing of ours comes back in a while.
        if jobs.isEmpty { usleep(1000) }
        for job in jobs { unsafe job.runSynchronously(on: asUnownedTaskExecutor()) }
    }
}
