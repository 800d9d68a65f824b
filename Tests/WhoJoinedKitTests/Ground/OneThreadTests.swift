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
            let squares = await concurrentMap(Array(0..<1000), jobs: 16) { (number: Int) -> Int in
                threads.withLock { (seen: inout Set<Int>) in _ = seen.insert(OneThread.number()) }
                return number * number
            }
            sum.withLock { (total: inout Int) in total = squares.reduce(0, +) }
        }
        let (seen, added) = (threads.withLock { $0 }, sum.withLock { $0 })
        #expect(added == 999 * 1000 * 1999 / 6)
        #expect(seen == [OneThread.number()])
    }
}
