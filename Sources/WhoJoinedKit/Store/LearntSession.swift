/// What is kept of one session when its rows are gone.
struct LearntSession: Sendable {
    var past: PastSession
    /// The exports that it was read from.
    var files: [String]
    /// `StoredFinding.record`
    var findings: [UInt8]
    /// Flagged rows by file: `RowAccounts`.
    var flagged: [String: Int]

    init(_ judged: JudgedSession, in school: School) {
        past = PastSession(judged, in: school)
        files = judged.session.exports.map(\.file)
        findings = StoredFinding.record(judged.findings.map { StoredFinding($0, in: school) })
        flagged = RowAccounts.flagged(in: judged.session)
    }
}
