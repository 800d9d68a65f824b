/// Applies every rule that is on to a linked session.
func judge(_ session: Session, of school: School, past: [PastSession]) -> JudgedSession {
    fatalError("to be written")
}

/// Rules of the whole week: over-use and unable-to-access.
func weeklyFindings(of sessions: [JudgedSession], past: [PastSession], of school: School, week: Week) -> [Finding] { [] }

extension PastSession {
    init(_ judged: JudgedSession, in school: School) { fatalError("to be written") }
}
