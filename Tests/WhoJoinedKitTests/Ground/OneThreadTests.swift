import HostSystem
import Synchronization
import Testing

@testable import WhoJoinedKit

/// Where there is no /proc everything is done on one thread.
struct OneThreadTests {
    @Test func `work with parts of its own is done on the thread that asks for it`() {
        let threads = Mutex<Set<Int>>([])
        let sum = Mutex(0)
        OneThread.run {
            let squares = await concurrentMap(Array(0..<1000), jobs: 16) { number in
                threads.withLock { _ = $0.insert(OneThread.number()) }
                return number * number
            }
            sum.withLock { $0 = squares.reduce(0, +) }
        }
        #expect(sum.withLock { $0 } == (0..<1000).reduce(0) { $0 + $1 * $1 })
        #expect(threads.withLock { $0 } == [OneThread.number()])
    }
}
