import Testing

@testable import WhoJoinedKit

/// Interval arithmetic against a reference that looks at every second.
struct IntervalsTests {
    private func spans(_ count: Int, _ random: inout SeededGenerator) -> [Interval] {
        (0..<count).map { _ in
            let start = random.below(60)
            return Interval(Instant(seconds: start), Instant(seconds: start + random.below(15) - 1))
        }
    }

    private func seconds(of spans: [Interval]) -> Set<Int> {
        Set(spans.flatMap { $0.start.seconds < $0.end.seconds ? Array($0.start.seconds..<$0.end.seconds) : [] })
    }

    private func isTidy(_ set: Intervals) -> Bool {
        set.allSatisfy { $0.start < $0.end } && zip(set, set.dropFirst()).allSatisfy { $0.end < $1.start }
    }

    /// 10,000 pairs of sets.
    @Test(arguments: 0..<100) func `every operation says what a second-by-second count says`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<100 {
            compare(spans(random.below(7), &random), spans(random.below(7), &random))
        }
    }

    private func compare(_ left: [Interval], _ right: [Interval]) {
        let (a, b) = (Intervals(left), Intervals(right))
        let (inA, inB) = (seconds(of: left), seconds(of: right))
        #expect(isTidy(a))
        #expect(seconds(of: Array(a)) == inA && a.seconds == inA.count)
        for (set, truth) in [
            (a.union(b), inA.union(inB)), (a.intersection(b), inA.intersection(inB)),
            (a.subtracting(b), inA.subtracting(inB)),
        ] {
            #expect(isTidy(set))
            #expect(seconds(of: Array(set)) == truth)
        }
        #expect(a.start?.seconds == inA.min() && a.end?.seconds == inA.max().map { $0 + 1 })
        let between = a.span.map { seconds(of: [$0]).subtracting(inA) } ?? []
        #expect(seconds(of: Array(a.gaps)) == between)
        #expect(Set((0..<80).filter { a.contains(Instant(seconds: $0)) }) == inA)
    }

    @Test(arguments: 0..<100) func `at least so many of several sets`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let sets = (0..<5).map { _ in Intervals(spans(random.below(4), &random)) }
        for count in 1...4 {
            let truth = Set(
                (0..<80).filter { moment in sets.filter { $0.contains(Instant(seconds: moment)) }.count >= count })
            let found = Intervals.covered(atLeast: count, of: sets)
            #expect(isTidy(found))
            #expect(seconds(of: Array(found)) == truth)
        }
    }

    @Test(arguments: 0..<50) func `splitting a stay in two changes nothing`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let spans = spans(5, &random).filter { $0.seconds > 1 }
        let split = spans.flatMap { span in
            let middle = span.start + (1 + random.below(span.seconds - 1))
            return [Interval(middle, span.end), Interval(span.start, middle)]
        }
        #expect(Intervals(split) == Intervals(spans))
    }
}
