/// What became of the rows of each export: read = used + flagged + rejected.
///
/// Flagged are the stays of unnamed, ambiguous and uninvited entrants and all waiting-room rows; used is every other
/// row that was read, so that the three add up whatever was united on the way.
struct RowTallies: Sendable {
    private var flagged: [String: Int] = [:]

    init() {}

    init(_ sessions: [JudgedSession]) {
        for judged in sessions { add(RowTallies.flagged(in: judged.session), of: judged.session.exports.map(\.file)) }
    }

    /// - Parameter counts: one for each of the files.
    private mutating func add(_ counts: [Int], of files: [String]) {
        for (file, count) in zip(files, counts) where count > 0 { flagged[file, default: 0] += count }
    }

    mutating func add(_ others: RowTallies) { flagged.merge(others.flagged, uniquingKeysWith: +) }

    /// Rows that were flagged as a whole, by file.
    func adding(_ counts: [String: Int]) -> RowTallies {
        var all = self
        all.flagged.merge(counts, uniquingKeysWith: +)
        return all
    }

    func tally(of export: MeetingExport) -> RowTally {
        let rows = max(0, export.rowsRead - export.rowsRejected)
        let flagged = min(flagged[export.file] ?? 0, rows)
        return RowTally(used: rows - flagged, flagged: flagged, rejected: export.rowsRejected)
    }

    /// How many rows of each of the session's exports are flagged in it.
    static func flagged(in session: LinkedSession) -> [Int] {
        var lines = [[Int]](repeating: [], count: session.exports.count)
        func flag(_ stays: [PlacedStay]) { for placed in stays { lines[placed.export].append(placed.stay.line) } }
        for index in session.entrants.indices {
            switch session.entrants[index].link.outcome {
            case .unnamed, .ambiguous, .uninvited: flag(session.entrants[index].stays)
            default: break
            }
            flag(session.entrants[index].waiting)
        }
        return lines.indices.map { export in
            lines[export].sortOnce()
            return lines[export].count
        }
    }
}
