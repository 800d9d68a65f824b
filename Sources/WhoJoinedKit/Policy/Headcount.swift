extension LinkedSession {
    /// How many were there under one device's, generic or first name without an e-mail: as many as overlap at once, in
    /// one export, for more than five minutes.
    func headcount(of index: Int) -> Int {
        let (entrant, link) = (entrants[index], entrants[index].link)
        let isFirstName = link.outcome == .ambiguous && !entrant.displayName.text.contains(" ")
        guard entrant.stays.count > 1, entrant.email == nil, link.outcome == .unnamed || isFirstName else { return 1 }
        let byExport = Dictionary(grouping: entrant.stays, by: \.export)
        let most = byExport.values.map { stays in
            // What lasts no longer than a reconnection's overlap is left out.
            let spans = stays.compactMap { span(of: $0) }.map { Intervals(Interval($0.start, $0.end - 300)) }
            return (1...max(1, spans.count)).last { !Intervals.covered(atLeast: $0, of: spans).isEmpty } ?? 1
        }
        return most.max() ?? 1
    }
}
