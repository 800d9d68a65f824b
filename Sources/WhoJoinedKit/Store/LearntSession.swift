/// What is kept of one session when its rows are gone.
///
/// By reference, for a term of them is passed on.
final class LearntSession: Sendable {
    let past: PastSession
    /// The exports that it was read from.
    let files: [String]
    /// How many rows of each of these are flagged: `RowTallies`.
    let flagged: [Int]
    /// `StoredFinding.record`
    let findings: [UInt8]

    init(
        _ session: LinkedSession, _ results: [PupilResult], _ findings: [Finding], _ records: RecordIndex,
        _ rolls: RollCache
    ) {
        past = PastSession(session, results, findings, records, rolls)
        files = session.exports.map(\.file)
        let pupils = records.school.roster.pupils
        self.findings = StoredFinding.record(findings.map { StoredFinding($0, of: pupils) })
        flagged = RowTallies.flagged(in: session)
    }

    private init(_ learnt: LearntSession, key: String) {
        var past = learnt.past
        past.key = key
        self.past = past
        (files, flagged, findings) = (learnt.files, learnt.flagged, learnt.findings)
    }

    /// By start, then key. The history finds a session by its key; two of different days may have the same by chance.
    static func inOrder(_ all: [LearntSession], keysBesides sessions: [LinkedSession]) -> [LearntSession] {
        var keys = Set(sessions.map(\.key))
        keys.reserveCapacity(keys.count + all.count)
        return all.sorted { PastSession.isBefore($0.past, $1.past) }.map { learnt in
            let key = distinctKey(learnt.past.key, &keys)
            return key == learnt.past.key ? learnt : LearntSession(learnt, key: key)
        }
    }
}
