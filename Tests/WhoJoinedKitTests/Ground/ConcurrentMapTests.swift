import Synchronization
import Testing

@testable import WhoJoinedKit

struct ConcurrentMapTests {
    @Test(arguments: [1, 2, 4, 7]) func `every input is mapped once, in its order`(jobs: Int) async {
        for count in 0...70 {
            let inputs = Array(0..<count)
            #expect(await concurrentMap(inputs, jobs: jobs) { "\($0)" } == inputs.map { "\($0)" })
        }
    }

    private final class Living: Sendable {
        let count: CountBox
        init(_ count: CountBox) {
            self.count = count
            count.value.withLock { $0 += 1 }
        }
        deinit { count.value.withLock { $0 -= 1 } }
    }

    private final class CountBox: Sendable { let value = Mutex(0) }

    @Test func `what the caller does not keep is let go of on the way`() async {
        let count = CountBox()
        let inputs = (0..<80).map { _ in Living(count) }
        let living = await concurrentMap(consume inputs, jobs: 1) { $0.count.value.withLock { $0 } }
        #expect(living.first == 80)
        #expect(living[79] <= 20)
    }
}
