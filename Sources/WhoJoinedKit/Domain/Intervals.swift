/// Moments as sorted spans that neither overlap nor touch: the one place where interval arithmetic is done.
///
/// Half-open like every stay: a span holds its start and not its end, and two that touch are one.
struct Intervals: Hashable, Sendable, RandomAccessCollection {
    /// The only span; one stay of one person, mostly, which needs no list.
    private let only: Interval?
    /// All spans, where there are several.
    private let several: [Interval]

    static let none = Intervals(disjoint: [])

    /// - Parameter spans: in any order, overlapping or not; empty and reversed ones are dropped.
    init(_ spans: [Interval]) {
        if Intervals.areApart(spans) {
            self.init(disjoint: spans)
            return
        }
        var sorted = spans.filter { $0.start < $0.end }
        sorted.sort { ($0.start, $0.end) < ($1.start, $1.end) }
        var merged: [Interval] = []
        merged.reserveCapacity(sorted.count)
        for span in sorted {
            if let last = merged.last, span.start <= last.end {
                merged[merged.count - 1].end = Swift.max(last.end, span.end)
            } else {
                merged.append(span)
            }
        }
        self.init(disjoint: merged)
    }

    init(_ span: Interval) { (only, several) = (span.start < span.end ? span : nil, []) }

    /// Nothing needs to be sorted, dropped or merged.
    private static func areApart(_ spans: [Interval]) -> Bool {
        var last: Instant?
        for span in spans {
            if span.start >= span.end { return false }
            if let last, span.start <= last { return false }
            last = span.end
        }
        return true
    }

    private init(disjoint spans: [Interval]) { (only, several) = spans.count == 1 ? (spans[0], []) : (nil, spans) }

    var startIndex: Int { 0 }
    var endIndex: Int { only == nil ? several.count : 1 }
    subscript(position: Int) -> Interval { only ?? several[position] }

    /// Total length.
    var seconds: Int { reduce(0) { $0 + $1.seconds } }
    var start: Instant? { first?.start }
    var end: Instant? { last?.end }
    /// From the first moment to the last.
    var span: Interval? { isEmpty ? nil : Interval(self[0].start, self[count - 1].end) }
    /// What lies between the spans.
    var gaps: Intervals { Intervals(disjoint: zip(self, dropFirst()).map { Interval($0.end, $1.start) }) }

    func contains(_ moment: Instant) -> Bool { contains { $0.contains(moment) } }

    func union(_ other: Intervals) -> Intervals {
        if other.isEmpty { return self }
        return isEmpty ? other : Intervals(self + Array(other))
    }

    func intersection(_ other: Intervals) -> Intervals {
        var common: [Interval] = []
        var (i, j) = (0, 0)
        while i < count, j < other.count {
            let (a, b) = (self[i], other[j])
            let (from, to) = (Swift.max(a.start, b.start), Swift.min(a.end, b.end))
            if from < to { common.append(Interval(from, to)) }
            if a.end < b.end { i += 1 } else { j += 1 }
        }
        return Intervals(disjoint: common)
    }

    func clipped(to span: Interval) -> Intervals { intersection(Intervals(span)) }

    func subtracting(_ other: Intervals) -> Intervals {
        if other.isEmpty { return self }
        var rest: [Interval] = []
        var j = 0
        for span in self {
            var from = span.start
            while j < other.count, other[j].end <= from { j += 1 }
            var k = j
            while k < other.count, other[k].start < span.end {
                if other[k].start > from { rest.append(Interval(from, other[k].start)) }
                from = Swift.max(from, other[k].end)
                k += 1
            }
            if from < span.end { rest.append(Interval(from, span.end)) }
        }
        return Intervals(disjoint: rest)
    }

    /// The moments at which at least `count` of these sets hold.
    static func covered(atLeast count: Int, of sets: some Sequence<Intervals>) -> Intervals {
        covered(by: count..., of: sets)
    }

    /// The moments at which so many of these sets hold, one at least.
    static func covered(by counts: some RangeExpression<Int>, of sets: some Sequence<Intervals>) -> Intervals {
        // A start is odd: ends come first at one moment, for half-open spans that touch never hold together.
        var steps: [Int] = []
        steps.reserveCapacity(2 * sets.underestimatedCount)
        for set in sets {
            for span in set {
                steps.append(span.start.seconds << 1 | 1)
                steps.append(span.end.seconds << 1)
            }
        }
        steps.sort()
        var (depth, found) = (0, [Interval]())
        var since: Instant?
        for step in steps {
            let moment = Instant(seconds: step >> 1)
            depth += step & 1 == 1 ? 1 : -1
            let holds = depth > 0 && counts.contains(depth)
            if holds, since == nil { since = moment }
            if !holds, let start = since {
                found.append(Interval(start, moment))
                since = nil
            }
        }
        // A handover in the same second leaves two spans that touch, or one without length.
        return Intervals(found)
    }
}
