extension LinkedSession {
    /// The time of a stay; without a leaving time it lasts until the file's last time stamp. `nil`: the file has no
    /// times.
    func span(of placed: PlacedStay) -> Interval? {
        guard let joined = placed.stay.joined else { return nil }
        if let left = placed.stay.left { return Interval(joined, max(joined, left)) }
        let last = exports.indices.contains(placed.export) ? exports[placed.export].lastMoment : nil
        return Interval(joined, max(joined, last ?? joined + (placed.stay.shownSeconds ?? 0)))
    }

    /// Adds the times of an entrant's stays, as far as the file has them.
    func appendSpans(of entrant: LinkedEntrant.Index, to spans: inout [Interval]) {
        for placed in entrants[entrant].stays {
            if let span = span(of: placed) { spans.append(span) }
        }
    }

    /// The rows of these stays, each once, in order.
    func evidence(of stays: [PlacedStay]) -> [Evidence] {
        var rows = stays.filter { exports.indices.contains($0.export) }.map {
            Evidence(file: exports[$0.export].file, line: $0.stay.line)
        }
        rows.sortOnce()
        return rows
    }

    func evidence(ofEntrants indices: some Sequence<LinkedEntrant.Index>) -> [Evidence] {
        evidence(of: indices.flatMap { entrants[$0].stays })
    }
}
