/// One pupil of one class whom the school follows up with the family this week: a line of parents.csv.
struct FollowUp: Sendable {
    struct Miss: Sendable {
        /// Index into `WeekResult.sessions`.
        var session: Int
        var isOnlyPossible: Bool
    }

    var classText: String
    var pupil: Pupil.Index
    var family: Int
    var misses: [Miss] = []
    /// Sessions of the other reasons, by rule.
    var others: [RuleID: [Int]] = [:]
    var sessionsExpected = 0
    var inARow = 0
    var lastJoined: Day?
    var step = FollowUpStep.checkIn
    var contact = FamilyBook.Choice.rosterCannotSay
    /// Nothing is left to ask: the family was reached on or after the last lesson that it is asked about.
    var isClosed = false
    /// When the family was reached or tried, by day: of all its children.
    var ledger: [FollowUpNote] = []
    /// It is noted that the pupil lacks a device or access.
    var lacksAccess = false

    mutating func add(_ rule: RuleID, isOnlyPossible: Bool, in session: Int) {
        if rule == .nonJoiner {
            misses.append(Miss(session: session, isOnlyPossible: isOnlyPossible))
        } else if others[rule]?.last != session {
            others[rule, default: []].append(session)
        }
    }

    /// In the order of the rules; nothing that is not for parents.
    var reasons: [RuleID] { ((misses.isEmpty ? [] : [.nonJoiner]) + others.keys).sorted() }
    var certainMisses: [Miss] { misses.filter { !$0.isOnlyPossible } }
    /// Sessions that the family is asked about: of the misses the certain ones, if there are any.
    var sessions: [Int] { (certainMisses.isEmpty ? misses : certainMisses).map(\.session) + others.values.joined() }
    /// At least one missed session is certain, or it is about something else that is.
    var isCertain: Bool { misses.isEmpty || !certainMisses.isEmpty }
}

extension [FollowUp] {
    /// The longest certain row of misses first; of equal ones in the order that they have.
    var worstFirst: [FollowUp] {
        indices.sorted {
            (-self[$0].inARow, -self[$0].certainMisses.count, $0) < (
                -self[$1].inARow, -self[$1].certainMisses.count, $1
            )
        }.map { self[$0] }
    }
}
