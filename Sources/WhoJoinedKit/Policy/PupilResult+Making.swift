extension PupilResult {
    /// What became of every pupil of the session's classes, each once, in the roster's order; in a session without a
    /// class, of every pupil who joined. Meetings with parents and of staff expect no pupil and have no results.
    ///
    /// - Parameter doubts: why the session may not have been the lesson: nobody is missing from it, and of a doubtful
    ///   one that was not scheduled nothing is said at all, unless only a staff list is wanting.
    static func all(
        in session: LinkedSession, _ presence: Presence, _ records: RecordIndex, doubts: [LessonDoubt] = []
    ) -> [PupilResult] {
        guard session.kind.isForPupils, session.lesson != nil || doubts.allSatisfy(\.isForWantOfStaffList) else {
            return []
        }
        let named = Set(
            presence.unsettled.lazy.flatMap { session.entrants[$0].link.named })
        let enrolled = session.classes.isEmpty ? presence.pupils.map(\.pupil) : session.enrolled
        return enrolled.compactMap { pupil in
            let entrants = presence.entrants(of: pupil)
            if !entrants.isEmpty { return joined(pupil, entrants, presence.spans(of: pupil), session) }
            if named.contains(pupil) { return joinedOnSharedDevice(pupil, session) }
            if session.notOnRollThen.hasSorted(pupil) { return nil }
            var result = PupilResult(
                pupil: pupil, status: .nonJoiner, joined: nil, left: nil, seconds: 0, stays: 0, reason: "")
            (result.status, result.reason) = statusOfUnseen(
                pupil, session, presence, records, isExpected: session.expected.hasSorted(pupil))
            if !doubts.isEmpty, result.status == .nonJoiner || result.status == .possible {
                result.status = .possible
                result.reason =
                    (["the session is in doubt: \(doubts.map(\.sentence).joined(separator: "; "))"] + [result.reason])
                    .filter { !$0.isEmpty }.joined(separator: "; ")
            }
            return result
        }
    }

    private static func joinedOnSharedDevice(_ pupil: Pupil.Index, _ session: LinkedSession) -> PupilResult {
        let indices = session.entrants.typedIndices.filter {
            session.entrants[$0].link.named.contains(pupil)
        }
        let spans = Intervals(indices.flatMap { session.entrants[$0].stays }.compactMap { session.span(of: $0) })
        var result = joined(pupil, indices[...], spans, session)
        result.reason = "one device names several"
        return result
    }

    private static func joined(
        _ pupil: Pupil.Index, _ entrants: ArraySlice<LinkedEntrant.Index>, _ spans: Intervals, _ session: LinkedSession
    )
        -> PupilResult
    {
        var result = PupilResult(
            pupil: pupil, status: .joined, joined: nil, left: nil, seconds: 0, stays: 0, reason: "")
        var isOpen = false
        for index in entrants {
            for placed in session.entrants[index].stays {
                let stay = placed.stay
                if let joined = stay.joined { result.joined = min(result.joined ?? joined, joined) }
                if let left = stay.left { result.left = max(result.left ?? left, left) } else { isOpen = true }
                result.seconds += stay.shownSeconds ?? 0
                result.stays += 1
            }
        }
        if isOpen { result.left = nil }
        if result.joined != nil { (result.seconds, result.stays) = (spans.seconds, max(1, spans.count)) }
        return result
    }

    private static func statusOfUnseen(
        _ pupil: Pupil.Index, _ session: LinkedSession, _ presence: Presence, _ records: RecordIndex, isExpected: Bool
    ) -> (PupilStatus, String) {
        if let place = records.school.heldElsewhere(session) { return (.noData, "held elsewhere: \(place)") }
        if !session.hasData {
            return (.noData, session.exports.isEmpty ? "no usable export" : "the export could not be used")
        }
        if records.hasAlternative(pupil, in: session) { return (.excused, "another arrangement is agreed") }
        if !isExpected {
            return (
                .excused,
                session.kind.isOneToOne
                    ? "not expected: no one-to-one approval for this day" : "not expected: not scheduled"
            )
        }
        if let excuse = records.excuse(of: pupil, in: session) { return (.excused, excuse) }
        // An approval holds for weeks: it does not say whose turn it is, but one pupil at a time is what it is for.
        if session.kind.isOneToOne, hasAPupil(session) {
            return (.excused, "not expected: another pupil's one-to-one session")
        }
        let waited = !presence.waiting(pupil, in: session).isEmpty ? "waited, not admitted" : ""
        var doubt = doubts(about: pupil, in: session, presence) + records.fileDoubts(about: pupil, in: session)
        if let other = session.elsewhere[pupil] {
            doubt.insert("\(other.isCertain ? "in" : "perhaps in") \(other.classText)'s call", at: 0)
        }
        if doubt.isEmpty { return (.nonJoiner, waited) }
        return (.possible, ([waited] + doubt).filter { !$0.isEmpty }.joined(separator: "; "))
    }

    private static func hasAPupil(_ session: LinkedSession) -> Bool {
        session.entrants.contains { !$0.stays.isEmpty && ($0.link.outcome == .pupil || $0.link.outcome == .otherClass) }
    }

    /// Why the pupil may have been there all the same: each reason once.
    private static func doubts(about pupil: Pupil.Index, in session: LinkedSession, _ presence: Presence) -> [String] {
        var (unnamed, ambiguous) = (0, 0)
        for index in presence.unsettled {
            let link = session.entrants[index].link
            let mayBe = link.candidates.contains(pupil)
            if link.outcome == .ambiguous, mayBe { ambiguous += 1 }
            if link.outcome == .unnamed, mayBe || link.candidates.isEmpty {
                unnamed += session.entrants[index].link.atOnce
            }
        }
        let contact = presence.contacts.contains { index in
            let link = session.entrants[index].link
            return link.pupil == pupil || link.outcome == .contact && link.candidates.contains(pupil)
        }
        var doubts: [String] = []
        if ambiguous > 0 { doubts.append("an entrant of the call may be this pupil") }
        if unnamed > 0 {
            doubts.append(
                unnamed == 1 ? "an unnamed entrant was in the call" : "\(unnamed) unnamed entrants were in the call")
        }
        if presence.maybeHidden.contains(pupil) {
            doubts.append("somebody in the call may have been this pupil or an adult with the pupil")
        }
        if presence.shownByLog.contains(pupil) {
            doubts.append("the platform's log shows this pupil at the call, and no row tells when")
        }
        if contact { doubts.append("an account of the family was in the call") }
        if session.kind.isOneToOne, session.expected.count > 1 {
            doubts.append("it is not known which pupil's one-to-one session it was")
        }
        if !session.isWhole { doubts.append("the export is damaged or was read in part") }
        return doubts
    }
}
