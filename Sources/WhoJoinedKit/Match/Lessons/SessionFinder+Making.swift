import HostSystem

/// The key, or one made of it when another session has it already.
func distinctKey(_ key: String, _ keys: inout Set<String>) -> String {
    var (distinct, count) = (key, 1)
    while !keys.insert(distinct).inserted {
        count += 1
        distinct = String(sha256(Array("\(key)|\(count)".utf8)).prefix(8))
    }
    return distinct
}

extension LinkedSession {
    /// By start, then class and meeting.
    fileprivate static func isBefore(_ a: LinkedSession, _ b: LinkedSession) -> Bool {
        if a.start != b.start { return a.start < b.start }
        if a.classText != b.classText { return a.classText < b.classText }
        return (a.meetingID ?? "", a.subject) < (b.meetingID ?? "", b.subject)
    }
}

extension [LinkedSession] {
    /// In the order of a report, each with a key of its own.
    var inOrderWithOwnKeys: [LinkedSession] {
        var keys = Set<String>()
        return sorted(by: Session.isBefore).map { session in
            var session = session
            session.key = distinctKey(session.key, &keys)
            return session
        }
    }
}

/// The sessions of the meetings that were placed.
extension SessionFinder {
    /// The meetings of these exports. Those of different days have no session in common and are placed at the same time.
    func place(_ exports: [MeetingExport], jobs: Int) async -> PlacedMeetings {
        let groups = groupedByDays(exports, in: school.settings.zone)
        let placed = await concurrentMap(groups, jobs: jobs) { place($0) }
        return PlacedMeetings(
            meetings: placed.flatMap(\.meetings), problems: placed.flatMap(\.problems),
            strangers: placed.reduce(into: [:]) { $0.merge($1.strangers, uniquingKeysWith: +) })
    }

    /// The lessons of the week that are over and that none of these meetings is of.
    func lessonsWithoutExport(in week: Week, until now: Instant, besides placed: [PlacedMeeting]) -> [PlacedMeeting] {
        let filled = Set(placed.compactMap(\.place))
        return week.days.flatMap { day in
            let lessons = expected.plan(of: day).lessons
            return lessons.indices.filter { lessons[$0].end <= now }.map {
                ExpectedLessons.Slot(day: day, index: $0)
            }.filter { !filled.contains($0) }.map { PlacedMeeting(day: day, place: $0, pieces: []) }
        }
    }

    /// The same, with the days of decisions that hold for one day only.
    func knowingDays(of meetings: [PlacedMeeting]) -> SessionFinder {
        guard school.records.decisions.contains(where: { $0.email == nil && $0.day == nil }) else { return self }
        let known = school.withDecisionDays(matcher, meetings) { meeting in
            meeting.place.map { expected.plan(of: meeting.day).lessons[$0.index].classes }
                ?? meeting.pieces.first.map { classCodes(in: $0.classText) } ?? []
        }
        guard zip(known.records.decisions, school.records.decisions).contains(where: { $0.day != $1.day }) else {
            return self
        }
        return SessionFinder(known, only: only)
    }

    func linkedSession(of meeting: PlacedMeeting) -> LinkedSession { matcher.link(session(of: meeting)) }

    func session(of meeting: PlacedMeeting) -> FoundSession {
        var pieces = meeting.pieces
        if pieces.count > 1 {
            pieces.sort {
                ($0.source.file, $0.span?.start.seconds ?? 0) < ($1.source.file, $1.span?.start.seconds ?? 0)
            }
        }
        let (entrants, exports) = united(pieces)
        return session(of: meeting, pieces, entrants, exports)
    }

    private func united(_ pieces: [MeetingPiece]) -> ([Entrant], [ExportSummary]) {
        var union = EntrantUnion()
        var summaries: [ExportSummary] = []
        var indices: [Int: Int] = [:]
        for piece in pieces {
            let at = indices[piece.export] ?? summaries.count
            if at == summaries.count {
                indices[piece.export] = at
                summaries.append(piece.source)
            }
            union.add(piece.participants, from: at)
        }
        return (union.entrants(), summaries)
    }

    /// The session of one export as it would be without anybody in it: whose it is, and who is expected.
    func emptySession(of piece: MeetingPiece, at place: ExpectedLessons.Slot?) -> FoundSession {
        session(of: PlacedMeeting(day: piece.day, place: place, pieces: [piece]), [piece], [], [piece.source])
    }

    private func session(
        of meeting: PlacedMeeting, _ sorted: [MeetingPiece], _ entrants: [Entrant], _ summaries: [ExportSummary]
    ) -> FoundSession {
        let day = meeting.day
        let lesson = meeting.place.map { expected.plan(of: day).lessons[$0.index] }
        let classText = lesson?.classText ?? sorted.first?.classText ?? ""
        // A class that no roster knows ("Staff", "Everybody") is no class whose roll could be told from another's.
        let classes = (lesson?.classes ?? classCodes(in: classText)).filter { school.knows($0) }
        let (start, end) = times(lesson, entrants, sorted, day)
        let planned = lesson?.meetingID.map(meetingKey)
        let id =
            sorted.compactMap(\.id).first { meetingKey($0) == planned } ?? sorted.compactMap(\.id).first
            ?? lesson?.meetingID
        let enrolled = school.roll(of: classes, on: day)
        var session = FoundSession(
            key: "", day: day, start: start, end: end, kind: lesson?.kind ?? .lesson, classText: classText,
            classes: classes,
            subject: lesson?.subject ?? "", platform: platform(of: summaries) ?? lesson?.platform, meetingID: id,
            lesson: lesson,
            placedBy: sorted.first?.placedBy ?? "", exports: summaries, entrants: entrants, enrolled: enrolled,
            expected: [])
        session.expected = expectedPupils(in: session)
        if lesson == nil {
            session.nearest = expected.nearest(
                to: start, on: day, classes: classCodes(in: classText), hosts: sorted.flatMap { hosts(of: $0) })
        }
        session.events = events(of: sorted)
        if sorted.allSatisfy({ $0.wrongLink != nil }) { session.wrongLink = sorted.first?.wrongLink }
        let identity =
            "\(day.iso)|\(school.settings.zone.time(of: start).full)|\(classKey(classText))|\(meetingKey(lesson?.meetingID ?? id ?? ""))"
        session.key = String(sha256(Array(identity.utf8)).prefix(8))
        applyRollOfThen(&session)
        return session
    }

    /// Names alone do not say where they met.
    private func platform(of exports: [ExportSummary]) -> Platform? {
        exports.first { $0.variant != NamesOnly.variant }?.platform
    }

    /// What the logs tell of the session, each event once though several exports hold it.
    private func events(of pieces: [MeetingPiece]) -> [PlacedEvent] {
        // As in the session: in the order in which the pieces name them.
        var exports: [Int: Int] = [:]
        for piece in pieces where exports[piece.export] == nil { exports[piece.export] = exports.count }
        var known: [MeetingEvent: Int] = [:]
        var events: [PlacedEvent] = []
        for piece in pieces {
            for event in piece.events {
                var same = event
                same.line = 0
                if known[same, default: piece.export] != piece.export { continue }
                known[same] = piece.export
                events.append(PlacedEvent(event: event, export: exports[piece.export] ?? 0))
            }
        }
        return events.sorted { ($0.event.at, $0.export, $0.event.line) < ($1.event.at, $1.export, $1.event.line) }
    }

    /// Whom the roster itself dates is judged by its dates; of the others the history knows who was there then.
    private func applyRollOfThen(_ session: inout FoundSession) {
        guard let rolls = school.rollsOfThen, !session.classes.isEmpty, session.kind.isForPupils else { return }
        let keys = session.classes.map(\.key)
        let then = rolls.roll(ofSession: session.key, classText: session.classText, on: session.day)
        let new = session.enrolled.filter { pupil in
            let id = school.roster.pupils[pupil].id
            let wasThere =
                then.map { $0.ids.hasSorted(id) || rolls.isNew(id, on: session.day) }
                ?? rolls.mayExpect(id, inClasses: keys, on: session.day)
            return !wasThere && !school.hasDates(pupil, inClasses: keys)
        }
        session.notOnRollThen = new
        session.expected.removeAll(where: new.hasSorted)
        if let then { judgeDoubts(of: then, rolls, &session) }
        guard let then, !session.kind.isOneToOne, session.lesson != nil || !school.timetable.exists else { return }
        let moved = then.ids.compactMap { school.pupilsByID[$0] }.filter { pupil in
            !session.enrolled.hasSorted(pupil) && school.roster.pupils[pupil].isOnRoll(on: session.day)
                && !school.hasDates(pupil, inClasses: keys)
        }
        session.enrolled += moved
        session.expected += moved
        session.enrolled.sortOnce()
        session.expected.sortOnce()
    }

    private func judgeDoubts(of then: RollsOfThen.Then, _ rolls: RollsOfThen, _ session: inout FoundSession) {
        if !then.doubts.isEmpty {
            // Whom the list had lost, and has again the next time, was on it; of others nobody knows when they were not.
            let now = school.roll(of: session.classes, on: rolls.today)
            session.rollDoubts = then.doubts.filter { id in
                let isBack = school.pupilsByID[id].map(now.hasSorted) ?? false
                return !isBack || !rolls.wasOnlyLost(id, classText: session.classText, on: session.day)
            }.compactMap { school.pupilsByID[$0] }
            session.rollDoubts.sortOnce()
        }
        // What a list of today leaves open, the list of then did not.
        if school.hasRollDoubts, session.day.week.sunday < rolls.today {
            session.certainThen = then.certain.compactMap { school.pupilsByID[$0] }
            session.certainThen.sortOnce()
        }
    }

    /// When the session starts by the timetable, else by the first admission; and its end.
    private func times(_ lesson: Lesson?, _ entrants: [Entrant], _ pieces: [MeetingPiece], _ day: Day) -> (
        Instant, Instant
    ) {
        if let lesson { return (lesson.start, lesson.end) }
        let stays = entrants.flatMap(\.stays)
        let first = stays.compactMap(\.stay.joined).min() ?? pieces.compactMap(\.span?.start).min()
        let last = pieces.compactMap(\.span?.end).max()
        let midnight = school.settings.zone.interval(of: day).start
        return (first ?? midnight, max(last ?? first ?? midnight, first ?? midnight))
    }

    /// Who should be there; nobody in what was not scheduled, unless the school has no timetable at all.
    private func expectedPupils(in session: FoundSession) -> [Pupil.Index] {
        if session.lesson == nil, school.timetable.exists { return [] }
        switch session.kind {
        case .parentMeeting, .staffMeeting: return []
        case .lesson, .intervention, .assembly: return session.enrolled
        case .oneToOne, .welfare, .safeguarding:
            let approved = Set(
                school.records.approvals.filter { $0.kind == .oneToOne && $0.holds(on: session.day) }.compactMap(
                    \.pupil))
            return session.enrolled.filter(approved.contains)
        }
    }
}
