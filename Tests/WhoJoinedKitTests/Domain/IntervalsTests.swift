import Testing

@testable import WhoJoinedKit

/// Interval arithmetic against a reference that looks at every second.
struct IntervalsTests {
    /// A small generator of our own, so that a failing seed can be run again.
    private struct Dice {
        var state: UInt64
        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % sides
        }
        mutating func spans(_ count: Int) -> [Interval] {
            (0..<count).map { _ in
                let start = roll(60)
                return Interval(Instant(seconds: start), Instant(seconds: start + roll(15) - 1))
            }
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
        var dice = Dice(state: UInt64(seed) &* 977 &+ 13)
        for _ in 0..<100 { compare(dice.spans(dice.roll(7)), dice.spans(dice.roll(7))) }
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
        var dice = Dice(state: UInt64(seed) &* 31 &+ 5)
        let sets = (0..<5).map { _ in Intervals(dice.spans(dice.roll(4))) }
        for count in 1...4 {
            let truth = Set(
                (0..<80).filter { moment in sets.filter { $0.contains(Instant(seconds: moment)) }.count >= count })
            let found = Intervals.covered(atLeast: count, of: sets)
            #expect(isTidy(found))
            #expect(seconds(of: Array(found)) == truth)
        }
    }

    @Test(arguments: 0..<50) func `splitting a stay in two changes nothing`(seed: Int) {
        var dice = Dice(state: UInt64(seed) &+ 99)
        let spans = dice.spans(5).filter { $0.seconds > 1 }
        let split = spans.flatMap { span in
            let middle = span.start + (1 + dice.roll(span.seconds - 1))
            return [Interval(middle, span.end), Interval(span.start, middle)]
        }
        #expect(Intervals(split) == Intervals(spans))
    }
}
