/// What is kept of one session when its rows are gone.
struct LearntSession: Sendable {
    var past: PastSession
    /// The exports that it was read from.
    var files: [String]
    /// `StoredFinding.record`
    var findings: [UInt8]
    /// Flagged rows by file: `RowAccounts`.
    var flagged: [String: Int]

    init(_ session: Session, _ results: [PupilResult], _ findings: [Finding], in school: School, _ rolls: RollShelf) {
        past = PastSession(session, results, findings, in: school, rolls)
        files = session.exports.map(\.file)
        self.findings = StoredFinding.record(findings.indices.map { StoredFinding(findings[$0], in: school) })
        flagged = RowAccounts.flagged(in: session)
    }
}

extension [LearntSession] {
    /// The history finds a session by its key; two of different days may have the same by chance.
    mutating func giveDistinctKeys(besides sessions: [Session]) {
        var keys = Set(sessions.map(\.key))
        sort { ($0.past.start, $0.past.key) < ($1.past.start, $1.past.key) }
        for index in indices { self[index].past.key = distinctKey(self[index].past.key, &keys) }
    }
}
