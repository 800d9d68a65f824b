import HostSystem

/// Which session is each meeting of each export of (`contract.md` §2, `rules.md` §2)? Several exports of one session
/// are united, and no row is counted twice.
///
/// - Parameter only: the class that `--class` names; every export is then a session of it.
func findSessions(
    in exports: [MeetingExport], of school: School, week: Week, now: Instant, matcher: Matcher, only: ClassCode? = nil
) -> FoundSessions {
    let finder = SessionFinder(school, matcher: matcher, only: only)
    let placed = finder.place(exports)
    let sessions = placed.meetings.map { finder.linkedSession(of: $0) }
    return finder.found(sessions, of: placed.meetings.compactMap(\.place), placed.problems, week: week, now: now)
}

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

/// The sessions of the meetings that were placed.
extension SessionFinder {
    /// Every entrant linked; the exports in groups that have no session in common.
    /// - Parameter remembered: exports that have left the inbox.
    func linkedSessions(in groups: [[ReadExport]], _ remembered: [MeetingExport], week: Week, now: Instant, jobs: Int)
        async -> FoundSessions
    {
        var found = await linkedSessions(in: groups, week: week, now: now, jobs: jobs)
        if !remembered.isEmpty {
            let known = remembered.map { ReadExport($0, zone: school.settings.zone) }
            found.fill(from: await linkedSessions(in: [known], week: week, now: now, jobs: jobs))
        }
        return found
    }

    private func linkedSessions(in groups: consuming [[ReadExport]], week: Week, now: Instant, jobs: Int) async
        -> FoundSessions
    {
        let placed = await place(consume groups, jobs: jobs)
        let (places, problems) = (placed.meetings.compactMap(\.place), placed.problems)
        let linked = await concurrentMap((consume placed).meetings, jobs: jobs) { linkedSession(of: $0) }
        return found(linked, of: places, problems, week: week, now: now)
    }

    /// The meetings of exports in groups that have no session in common.
    func place(_ groups: consuming [[ReadExport]], jobs: Int) async -> PlacedMeetings {
        let placed = await concurrentMap(consume groups, jobs: jobs) { place($0.map(\.export)) }
        return PlacedMeetings(meetings: placed.flatMap(\.meetings), problems: placed.flatMap(\.problems))
    }

    func linkedSession(of meeting: PlacedMeeting) -> LinkedSession { matcher.link(session(of: meeting)) }

    /// Adds the week's lessons that are over and have no export; every session gets a key of its own.
    /// - Parameter places: the expected lessons that the sessions are of.
    fileprivate func found(
        _ sessions: consuming [LinkedSession], of places: [ExpectedLessons.Place], _ problems: [Problem], week: Week,
        now: Instant
    ) -> FoundSessions {
        let filled = Set(places)
        var all = consume sessions
        for day in week.days {
            let lessons = expected.plan(of: day).lessons
            for index in lessons.indices where lessons[index].end <= now {
                let place = ExpectedLessons.Place(day: day, index: index)
                if !filled.contains(place) {
                    all.append(linkedSession(of: PlacedMeeting(day: day, place: place, pieces: [])))
                }
            }
        }
        var (keys, found) = (Set<String>(), FoundSessions(problems: problems))
        // Their places are sorted, not they: a session is two dozen references to hold and let go of.
        for place in all.indices.sorted(by: { Session.isBefore(all[$0], all[$1]) }) {
            all[place].key = distinctKey(all[place].key, &keys)
            if week.contains(all[place].day) {
                found.ofWeek.append(all[place])
            } else {
                found.ofOtherWeeks.append(all[place])
            }
        }
        return found
    }

    func session(of meeting: PlacedMeeting) -> FoundSession {
        let day = meeting.day
        let lesson = meeting.place.map { expected.plan(of: day).lessons[$0.index] }
        var sorted = meeting.pieces
        if sorted.count > 1 {
            sorted.sort {
                ($0.source.file, $0.span?.start.seconds ?? 0) < ($1.source.file, $1.span?.start.seconds ?? 0)
            }
        }
        var union = EntrantUnion()
        var summaries: [ExportSummary] = []
        var indices: [Int: Int] = [:]
        for piece in sorted {
            let at = indices[piece.export] ?? summaries.count
            if at == summaries.count {
                indices[piece.export] = at
                summaries.append(piece.source)
            }
            union.add(piece.participants, from: at)
        }
        let entrants = union.entrants()
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
            subject: lesson?.subject ?? "", platform: summaries.first?.platform ?? lesson?.platform, meetingID: id,
            lesson: lesson,
            placedBy: sorted.first?.placedBy ?? "", exports: summaries, entrants: entrants, enrolled: enrolled,
            expected: [])
        session.expected = expectedPupils(in: session)
        let identity =
            "\(day.iso)|\(school.settings.zone.time(of: start).full)|\(classKey(classText))|\(meetingKey(lesson?.meetingID ?? id ?? ""))"
        session.key = String(sha256(Array(identity.utf8)).prefix(8))
        return session
    }

    /// The key `start` of `rules.md` §1.3, and the end.
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

    /// Who should be there (`rules.md` §2.7); nobody in what was not scheduled, unless the school has no timetable at
    /// all.
    private func expectedPupils(in session: FoundSession) -> [Pupil.Index] {
        if session.lesson == nil, school.timetable.exists { return [] }
        switch session.kind {
        case .parentMeeting, .staffMeeting: return []
        case .lesson, .intervention, .assembly: return session.enrolled
        case .oneToOne:
            let approved = Set(
                school.records.approvals.filter { $0.kind == .oneToOne && $0.holds(on: session.day) }.compactMap(
                    \.pupil))
            return session.enrolled.filter(approved.contains)
        }
    }
}
