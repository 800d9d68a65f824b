/// The account of the rows of each export: read = used + flagged + rejected.
///
/// Flagged are the stays of unnamed, ambiguous and uninvited entrants and all waiting-room rows; used is every other row
/// that was read, so that the three add up whatever was united on the way.
struct RowAccounts: Sendable {
    private(set) var byFile: [String: RowAccount] = [:]

    init(_ exports: [ExportFacts], flagged: [String: Int]) {
        for export in exports {
            let flagged = min(flagged[export.file] ?? 0, max(0, export.rowsRead - export.rowsRejected))
            byFile[export.file] = RowAccount(
                used: max(0, export.rowsRead - export.rowsRejected - flagged), flagged: flagged, rejected: export.rowsRejected)
        }
    }

    /// How many rows of each file are flagged in this session.
    static func flagged(in session: Session) -> [String: Int] {
        var lines: [String: Set<Int>] = [:]
        func flag(_ stays: [PlacedStay]) {
            for placed in stays { lines[session.exports[placed.export].file, default: []].insert(placed.stay.line) }
        }
        for index in session.entrants.indices {
            switch session.entrants[index].link.outcome {
            case .unnamed, .ambiguous, .uninvited: flag(session.entrants[index].stays)
            default: break
            }
            flag(session.entrants[index].waiting)
        }
        return lines.mapValues { $0.count }
    }
}
