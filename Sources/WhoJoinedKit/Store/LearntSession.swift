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

    /// - Parameter rolls: of this run, so that the lessons of one class share theirs.
    init(_ judged: JudgedSession, of school: School, rolls: RollCache) {
        past = PastSession(judged, of: school, rolls)
        files = judged.session.exports.map(\.file)
        let pupils = school.roster.pupils
        findings = StoredFinding.record(judged.findings.map { StoredFinding($0, of: pupils) })
        flagged = RowTallies.flagged(in: judged.session)
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

extension PastSession {
    fileprivate init(_ judged: JudgedSession, of school: School, _ rolls: RollCache) {
        let (session, results) = (judged.session, judged.results)
        var (joined, counted) = (0, 0)
        for index in results.indices where session.expected.hasSorted(results[index].pupil) {
            switch results[index].status {
            case .joined: (joined, counted) = (joined + 1, counted + 1)
            case .nonJoiner, .possible: counted += 1
            case .excused, .noData: break
            }
        }
        let unsettled = session.entrants.count {
            !$0.stays.isEmpty && ($0.link.outcome == .unnamed || $0.link.outcome == .ambiguous)
        }
        var counts: [RuleID: Int] = [:]
        for finding in judged.findings { counts[finding.rule, default: 0] += 1 }
        self.init(
            key: session.key, day: session.day, start: session.start, classText: session.classText, kind: session.kind,
            isScheduled: school.expectsPupils(in: session), statuses: rolls.statuses(of: results),
            joined: joined, expected: counted, unsettled: unsettled, counts: counts)
    }
}

extension RowTallies {
    init(_ learnt: [LearntSession]) {
        self.init()
        for session in learnt { add(session.flagged, of: session.files) }
    }
}
