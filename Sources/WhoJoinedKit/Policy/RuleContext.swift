/// All that a rule may look at: one linked session, who was in it when, and the school's files.
///
/// A class, for every rule is handed it, and what is in it is only read.
final class RuleContext: Sendable {
    enum Recorded: String, Sendable { case yes, no, unknown }

    let session: LinkedSession
    let records: RecordIndex
    let presence: Presence
    /// The notes on this session.
    let notes: [ResolvedNote]
    /// `nil`: not scheduled, or no time is left between the teacher's coming and going.
    let taught: Interval?
    let recorded: Recorded
    let results: [PupilResult]
    /// Why this may not have been the lesson that was expected; empty: it was.
    let doubts: [LessonDoubt]
    /// Staff cover can be told: there is a staff list, and the times of all staff are known.
    let canTellCover: Bool
    /// Times, longer than the limit, with exactly one pupil, exactly one member of staff and nobody else in the call.
    let effectiveOneToOnes: [(pupil: Pupil.Index, span: Interval)]

    init(_ session: LinkedSession, records: RecordIndex) {
        self.session = session
        self.records = records
        notes = records.notes(on: session)
        presence = Presence(session, notes: notes, settings: records.school.settings)
        taught = RuleContext.taughtTime(of: session, presence)
        recorded = RuleContext.recorded(session, notes)
        doubts = RuleContext.doubts(about: session, notes, records)
        results = PupilResult.all(in: session, presence, records, doubts: doubts)
        canTellCover = !records.school.roster.staff.isEmpty && !presence.hasUntimedStaff && session.hasTimes
        let limit = records.school.settings.policy[OneToOneRule.effectiveAfter].seconds
        effectiveOneToOnes = canTellCover ? presence.oneToOnes(longerThan: limit) : []
    }

    var school: School { records.school }
    var policy: Policy { school.settings.policy }
    var zone: SchoolZone { school.settings.zone }

    var isDoubtful: Bool { !doubts.isEmpty }

    /// Somebody is in it, and no row is missing.
    var hasWholeExport: Bool { session.hasData && session.isWhole }

    /// Who was there when in the taught time of a lesson that nobody doubts.
    var canTellPunctuality: Bool { hasWholeExport && session.hasTimes && taught != nil && !isDoubtful }

    /// Staff cover can be told from beginning to end.
    var canTellCoverThroughout: Bool { hasWholeExport && canTellCover && presence.staffUnknownAfter == nil }

    // MARK: Facts that several rules share

    /// Only a session that can be the lesson that was expected has non-joiners.
    private static func doubts(about session: LinkedSession, _ notes: [ResolvedNote], _ records: RecordIndex)
        -> [LessonDoubt]
    {
        if let wrong = session.wrongLink { return [LessonDoubt(sentence: wrong.question)] }
        guard session.hasData, session.kind.isForPupils else { return [] }
        let expected = session.expected.filter { !records.isExcused($0, in: session) }
        return LessonEvidence(
            session, expected: expected, hasStaffList: !records.school.roster.staff.isEmpty,
            notedStaff: Presence.secondAdults(notes, session, records.school.settings.zone)
                .map(\.span)
        ).doubts
    }

    /// From the later of (scheduled start, first member of staff in) to the earlier of (scheduled end, last out).
    private static func taughtTime(of session: LinkedSession, _ presence: Presence) -> Interval? {
        guard let lesson = session.lesson else { return nil }
        guard !presence.staffInCall.isEmpty, !presence.hasUntimedStaff else { return lesson.interval }
        let firstIn = presence.staffInCall.values.compactMap(\.start).min() ?? lesson.start
        var lastOut = presence.staffInCall.values.compactMap(\.end).max() ?? lesson.end
        if presence.staffUnknownAfter != nil { lastOut = max(lastOut, lesson.end) }
        let taught = Interval(max(lesson.start, firstIn), min(lesson.end, lastOut))
        return taught.start < taught.end ? taught : nil
    }

    /// A note beats the export; a log that tells of a recording is a yes, a consent column without any consent a no.
    private static func recorded(_ session: LinkedSession, _ notes: [ResolvedNote]) -> Recorded {
        if let note = notes.last(where: { $0.note.kind == .recorded || $0.note.kind == .notRecorded }) {
            return note.note.kind == .recorded ? .yes : .no
        }
        if session.entrants.contains(where: {
            $0.stays.contains(where: \.stay.hasConsented) || $0.waiting.contains(where: \.stay.hasConsented)
        }) {
            return .yes
        }
        if session.events.contains(where: \.event.kind.isOfRecording) { return .yes }
        let canTell = session.hasData && session.exports.contains(where: \.abilities.consent)
        return canTell ? .no : .unknown
    }

    /// Entrants who were in the call with this outcome.
    func entrants(_ outcomes: Outcome...) -> [LinkedEntrant.Index] {
        session.entrants.typedIndices.filter {
            !session.entrants[$0].stays.isEmpty && outcomes.contains(session.entrants[$0].link.outcome)
        }
    }

    /// Decided pupils who were in the call, in the roster's order.
    var pupilsInCall: [Pupil.Index] { presence.pupils.map(\.pupil) }

    /// Pupils who were expected and joined by themselves: of two who share one device nobody's punctuality can be told.
    var expectedWhoJoined: [PupilResult] {
        let onSharedDevices = Set(presence.unsettled.flatMap { session.entrants[$0].link.named })
        return results.filter { result in
            presence.isInCall(result.pupil) && !onSharedDevices.contains(result.pupil)
                && session.expected.hasSorted(result.pupil)
                && records.excuse(of: result.pupil, in: session) == nil
        }
    }

    func stays(of pupil: Pupil.Index) -> [PlacedStay] {
        presence.entrants(of: pupil).flatMap { session.entrants[$0].stays }
    }

    /// Some stay of the pupil has no leaving time: when they left is not known.
    func isOpenEnded(_ pupil: Pupil.Index) -> Bool { stays(of: pupil).contains { $0.stay.left == nil } }

    /// From an entrant's coming to the last leaving, as far as the file tells.
    func interval(of entrant: LinkedEntrant.Index) -> Interval? {
        var spans: [Interval] = []
        session.appendSpans(of: entrant, to: &spans)
        return Intervals(spans).span
    }

    // MARK: Words

    func clock(_ moment: Instant) -> String { zone.time(of: moment).full }
    func pupilName(_ pupil: Pupil.Index) -> String { school.roster.pupils[pupil].display.full }

    /// `90 s`, `12 min`
    func length(_ seconds: Int) -> String { lengthWords(seconds) }

    /// What every finding about staff must add when rows are missing.
    var incompleteWarning: String {
        session.isWhole ? "" : " The export is incomplete: somebody may stand in a row that could not be read."
    }

    // MARK: Findings

    func finding(_ rule: any Rule, session detail: String, interval: Interval? = nil, evidence: [Evidence] = [])
        -> Finding
    {
        finding(rule, .session, name: "", interval: interval, detail: detail, evidence: evidence)
    }

    /// - Parameter audiences: `nil`: the rule's.
    func finding(
        _ rule: any Rule, pupil: Pupil.Index, interval: Interval? = nil, isOnlyPossible: Bool = false,
        audiences: Finding.Audiences? = nil, severity: Severity? = nil, detail: String,
        evidence: [Evidence]? = nil
    ) -> Finding {
        finding(
            rule, .pupil, pupil: pupil, name: pupilName(pupil), interval: interval, severity: severity,
            isOnlyPossible: isOnlyPossible, audiences: audiences, detail: detail,
            evidence: evidence ?? session.evidence(of: stays(of: pupil)))
    }

    func finding(_ rule: any Rule, staff: StaffMember.Index, detail: String, evidence: [Evidence]) -> Finding {
        finding(
            rule, .staff, staff: staff, name: school.roster.staff[staff].shownName, detail: detail, evidence: evidence)
    }

    /// About an entrant: the pupil if it is a decided one, staff if it is staff, else the display name.
    func finding(
        _ rule: any Rule, entrant index: LinkedEntrant.Index, interval: Interval? = nil, severity: Severity? = nil,
        audiences: Finding.Audiences? = nil, detail: String, evidence: [Evidence]? = nil
    ) -> Finding {
        let (entrant, link) = (session.entrants[index], session.entrants[index].link)
        let rows = evidence ?? session.evidence(of: entrant.stays)
        if link.outcome == .pupil || link.outcome == .otherClass, let pupil = link.pupil {
            return finding(rule, pupil: pupil, interval: interval, detail: detail, evidence: rows)
        }
        if link.outcome == .staff, let staff = link.staff {
            return finding(rule, staff: staff, detail: detail, evidence: rows)
        }
        return finding(
            rule, .entrant, name: entrant.displayName.text, interval: interval, severity: severity,
            audiences: audiences, detail: detail, evidence: rows)
    }

    private func finding(
        _ rule: any Rule, _ subject: Finding.Subject, pupil: Pupil.Index? = nil, staff: StaffMember.Index? = nil,
        name: String,
        interval: Interval? = nil,
        severity: Severity? = nil, isOnlyPossible: Bool = false, audiences: Finding.Audiences? = nil, detail: String,
        evidence: [Evidence]
    ) -> Finding {
        // A one-to-one is about the adult as well.
        let adults = rule.id == .oneToOne ? presence.listedStaff : staff.map { [$0] } ?? []
        return Finding(
            rule: rule.id, severity: severity ?? rule.severity,
            audiences: school.readers(audiences ?? rule.audiences, concerning: adults), subject: subject,
            session: session.key, day: session.day,
            start: session.start, classText: session.classText, pupil: pupil, staff: staff, name: name,
            interval: interval,
            isOnlyPossible: isOnlyPossible, detail: detail, evidence: evidence)
    }
}

extension StaffMember {
    /// The list's name: in full, else with the title.
    var shownName: String {
        if !full.isEmpty { return full }
        let parts = [given.isEmpty ? title : given, family].filter { !$0.isEmpty }
        return parts.isEmpty ? code : parts.joined(separator: " ")
    }
}
