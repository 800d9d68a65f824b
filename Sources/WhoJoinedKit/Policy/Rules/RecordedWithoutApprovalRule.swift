/// A session with pupils that was recorded without an approval for its class and day.
struct RecordedWithoutApprovalRule: Rule {
    let id = RuleID.recordedWithoutApproval
    let severity = Severity.followUp
    let audiences: Finding.Audiences = [.slt]
    let source = "W 6.20: no recording without approval"

    func canTell(in context: RuleContext) -> Bool? { context.recorded != .unknown }

    func findings(in context: RuleContext) -> [Finding] {
        guard context.recorded == .yes, context.records.anyApproval(.recording, in: context.session) == nil else {
            return []
        }
        let log = context.recordingInLog.map { " \($0)." } ?? ""
        return [
            context.finding(
                self,
                session: "The session was recorded, and no approval for this class and day is on file.\(log)",
                evidence: context.evidenceOfRecording)
        ]
    }
}

extension RuleContext {
    /// The note, else the rows of the log, else the first row with a consent.
    var evidenceOfRecording: [Evidence] {
        let noted = notes.filter { $0.note.kind == .recorded || $0.note.kind == .notRecorded }.flatMap(\.evidence)
        if !noted.isEmpty { return noted }
        let logged = events(where: \.isOfRecording)
        if !logged.isEmpty { return evidence(of: logged) }
        let consents = session.entrants.lazy.flatMap { $0.stays + $0.waiting }.filter(\.stay.hasConsented)
        return Array(session.evidence(of: Array(consents)).prefix(1))
    }

    /// `The log says that Mrs Hart started a recording at 09:04:10`
    fileprivate var recordingInLog: String? {
        guard recordingIsOfLog, let first = events(where: \.isOfRecording).first else { return nil }
        guard first.event.actor != nil else { return "The platform has a recording from \(clock(first.event.at)) on" }
        let did =
            switch first.event.kind {
            case .recordingStopped: "stopped a recording"
            case .recordingStarted: "started a recording"
            default: "was at work on a recording"
            }
        return "The log says that \(actorName(of: first)) \(did) at \(clock(first.event.at))"
    }

    private var recordingIsOfLog: Bool { !notes.contains { $0.note.kind == .recorded } }
}
