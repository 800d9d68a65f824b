/// Why a session cannot be called a lesson that somebody missed.
struct LessonDoubt: Sendable {
    /// Without a capital at its beginning or a full stop.
    var sentence: String
    /// The school has no staff list, so nobody can tell whether a teacher was there: who was seen was seen all the same.
    var isForWantOfStaffList = false
}

/// What the exports of a session show of the lesson that was expected: only a lesson that took place has non-joiners.
struct LessonEvidence {
    private let session: LinkedSession
    private let hasStaffList: Bool
    /// On the roll and not excused, ascending.
    private let expected: [Pupil.Index]
    private var seen: [Pupil.Index: [Interval]] = [:]
    private var waited: Set<Pupil.Index> = []
    private var staff: [Interval] = []
    private var provenStaff: [Interval] = []
    /// Of pupils and of staff in the call.
    private var everybody: [Interval] = []

    /// - Parameter notedStaff: second adults whom a note names.
    init(_ session: LinkedSession, expected: [Pupil.Index], hasStaffList: Bool, notedStaff: [Interval] = []) {
        self.session = session
        self.expected = expected
        self.hasStaffList = hasStaffList
        (staff, provenStaff) = (notedStaff, notedStaff)
        let names = session.isListOfNames
        for index in session.entrants.typedIndices {
            let link = session.entrants[index].link
            if session.entrants[index].onlyWaited {
                if link.outcome == .pupil, let pupil = link.pupil { waited.insert(pupil) }
                continue
            }
            guard !session.entrants[index].stays.isEmpty else { continue }
            var spans: [Interval] = []
            session.appendSpans(of: index, to: &spans)
            switch link.outcome {
            case .pupil, .otherClass: if let pupil = link.pupil { add(pupil, spans) }
            case .ambiguous where !link.named.isEmpty: for pupil in link.named { add(pupil, spans) }
            case .ambiguous where !link.candidates.isEmpty: everybody += spans
            case .staff where link.impersonation == nil:
                staff += spans
                everybody += spans
                if names || session.isProven(index) { provenStaff += spans }
            default: break
            }
        }
    }

    private mutating func add(_ pupil: Pupil.Index, _ spans: [Interval]) {
        seen[pupil, default: []] += spans
        everybody += spans
    }

    /// Each reason once; none: it was a lesson.
    var doubts: [LessonDoubt] {
        if expected.isEmpty { return [] }
        let all = session.entrants.lazy.flatMap(\.stays)
        if session.hasData, !all.isEmpty,
            all.allSatisfy({ $0.stay.joined == nil && $0.stay.left == nil && $0.stay.shownSeconds == nil })
        {
            return [LessonDoubt(sentence: "the export is a list of names without any times")]
        }
        let pupils = expected.hasSorted
        let seenCount = seen.keys.count(where: pupils)
        guard session.exports.allSatisfy(\.abilities.times) else { return seenDoubt(seenCount) }
        var doubts = cast() + seenDoubt(seenCount) + lengthDoubt()
        let waitingOnly = waited.count { pupils($0) && seen[$0] == nil }
        if waitingOnly * 2 > expected.count {
            doubts.append(
                LessonDoubt(
                    sentence: "\(waitingOnly) of \(expected.count) expected pupils were in the waiting room only"))
        }
        return doubts
    }

    private var scheduled: Interval? { session.lesson?.interval }

    private func withinSchedule(_ spans: [Interval]) -> Intervals {
        scheduled.map { Intervals(spans).clipped(to: $0) } ?? Intervals(spans)
    }

    /// (a) Somebody taught, or half of the class was there.
    private func cast() -> [LessonDoubt] {
        if withinSchedule(staff).seconds >= 300 { return [] }
        let inTime = seen.count { pupil, spans in
            expected.hasSorted(pupil) && (spans.isEmpty || !withinSchedule(spans).isEmpty)
        }
        if inTime * 2 >= expected.count { return [] }
        if !hasStaffList {
            let sentence =
                "there is no staff list that could show a teacher, and half of the expected pupils were not there"
            return [LessonDoubt(sentence: sentence, isForWantOfStaffList: true)]
        }
        return [
            LessonDoubt(
                sentence: "no member of staff was there for five minutes, nor half of the expected pupils")
        ]
    }

    /// (b) One in ten came; a small group may have left its teacher waiting.
    private func seenDoubt(_ count: Int) -> [LessonDoubt] {
        if count > 0, count * 10 >= expected.count { return [] }
        if expected.count <= 3, let scheduled, withinSchedule(provenStaff).seconds * 2 >= scheduled.seconds {
            return []
        }
        return [
            LessonDoubt(
                sentence: count == 0
                    ? "none of the \(expected.count) expected pupils was seen"
                    : "only \(count) of \(expected.count) expected pupils was seen")
        ]
    }

    /// (c) It went on for long enough to be missed.
    private func lengthDoubt() -> [LessonDoubt] {
        let start = scheduled?.start
        let span = Intervals(everybody.filter { span in start.map { span.end > $0 } ?? true }).span
        let seconds = span.map { $0.end - max($0.start, start ?? $0.start) } ?? 0
        if seconds >= (scheduled.map { $0.seconds / 3 } ?? 600) { return [] }
        let own = seen.filter { expected.hasSorted($0.key) }.values.map { Intervals($0) }
        let half = Intervals.covered(atLeast: (expected.count + 1) / 2, of: own)
        if half.seconds >= 600 { return [] }
        let length = seconds < 120 ? "\(seconds) s" : "\(seconds / 60) min"
        return [LessonDoubt(sentence: "pupils and staff were there for \(length) only")]
    }
}

extension LinkedSession {
    /// The export knows neither e-mails nor who is from outside: a name is all the proof that there can be.
    fileprivate var isListOfNames: Bool {
        !entrants.contains { entrant in
            entrant.email != nil || (entrant.stays + entrant.waiting).contains { $0.stay.isExternal != nil }
        }
    }

    /// A member of staff of whom more than a typed name is known.
    fileprivate func isProven(_ index: LinkedEntrant.Index) -> Bool {
        if entrants[index].link.decidedBy != nil { return true }
        if entrants[index].stays.contains(where: { $0.stay.isExternal == false }) { return true }
        switch entrants[index].link.step {
        case .staffEmail, .staffTelephone, .guestTeacher(byEmail: true): return true
        default: return false
        }
    }
}
