/// Decides who every entrant of a session was. Made once per run: it holds the comparable names of the whole school.
struct Matcher: Sendable {
    let school: School

    init(_ school: School) { self.school = school }

    /// The session with every entrant linked.
    func link(_ session: Session) -> Session { session }

    /// The class whose roll these entrants fit, if exactly one fits well (`contract.md` §2).
    func classFitting(_ participants: [Participant], on day: Day) -> ClassCode? { nil }

    /// The member of staff that a cell of the timetable means: code, roster id, e-mail, full or titled name.
    func staff(named cell: String) -> Int? { nil }
}
