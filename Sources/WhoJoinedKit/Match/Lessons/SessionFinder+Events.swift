/// Meetings of which a log tells what happened, and not who was there: that stands in another export, or nowhere.
extension SessionFinder {
    /// How far an event may be from a call to be of it.
    private static let near = SessionFinder.reach

    /// To be called when all other meetings have their places.
    mutating func placeEventsAlone(_ meeting: Meeting, _ number: Int, _ export: MeetingExport) {
        guard meeting.participants.isEmpty, let first = meeting.events.first, let last = meeting.events.last else {
            return
        }
        var source = ExportSummary(export, meeting)
        source.abilities = ExportAbilities(times: false)
        let day = school.settings.zone.day(of: first.at)
        let piece = MeetingPiece(
            export: number, source: source, participants: [], events: meeting.events, day: day,
            span: Interval(first.at, last.at))
        let left = handToCalls(piece, expected.plan(of: day))
        guard !left.isEmpty else { return }
        // A recording, an abuse report or a presentation was in some call; an invitation shows none.
        if left.contains(where: \.isOfACall) {
            var alone = piece
            alone.events = left
            (alone.classText, alone.placedBy) = classOfUnscheduled(alone)
            others.append(alone)
        } else {
            problems.append(
                Problem(
                    export.file, line: left[0].line, code: "no-call",
                    left.count == 1
                        ? "an event of the log is of no call that any export shows"
                        : "\(left.count) events of the log, from this line on, are of no call that any export shows",
                    fix: "export the rows \"Endpoint left\" of these days too", severity: .note))
        }
    }

    /// - Returns: the events that are of no call that is known, or expected.
    private mutating func handToCalls(_ piece: MeetingPiece, _ plan: ExpectedLessons.Plan) -> [MeetingEvent] {
        let key = piece.id.map(meetingKey)
        var left: [MeetingEvent] = []
        var bySlot: [ExpectedLessons.Slot: [MeetingEvent]] = [:]
        for event in piece.events {
            if let slot = slot(near: event, key, plan, piece.day) {
                bySlot[slot, default: []].append(event)
            } else if let place = unscheduled(near: event, key, piece.day) {
                var part = piece
                part.events = [event]
                (part.classText, part.placedBy) = (others[place].classText, others[place].placedBy)
                part.span = others[place].span
                others.append(part)
            } else if let (slot, _) = slot(of: piece, plan) {
                // A list of calls tells the host and the topic of each.
                bySlot[slot, default: []].append(event)
            } else {
                left.append(event)
            }
        }
        for (slot, events) in bySlot {
            var part = piece
            (part.events, part.placedBy) = (events, "meeting ID in the timetable")
            scheduled[slot, default: []].append(part)
        }
        return left
    }

    private func slot(near event: MeetingEvent, _ key: String?, _ plan: ExpectedLessons.Plan, _ day: Day)
        -> ExpectedLessons.Slot?
    {
        let planned = only.map { plan.byClass[$0.key] ?? [] } ?? key.flatMap { plan.byMeeting[$0] } ?? []
        let seen = scheduled.filter { place, pieces in
            place.day == day && key != nil && pieces.contains { $0.id.map(meetingKey) == key }
        }.map(\.key.index)
        let near = Set(planned + seen).filter { plan.lessons[$0].interval.distance(to: event.at) <= Self.near }
        return near.min {
            (plan.lessons[$0].interval.distance(to: event.at), $0)
                < (plan.lessons[$1].interval.distance(to: event.at), $1)
        }.map { ExpectedLessons.Slot(day: day, index: $0) }
    }

    private func unscheduled(near event: MeetingEvent, _ key: String?, _ day: Day) -> Int? {
        others.indices.filter { place in
            let other = others[place]
            return key != nil && other.day == day && other.id.map(meetingKey) == key && !other.participants.isEmpty
                && other.span.map { $0.distance(to: event.at) <= Self.near } ?? false
        }.min { others[$0].distance(to: event.at) < others[$1].distance(to: event.at) }
    }
}

extension MeetingPiece {
    fileprivate func distance(to moment: Instant) -> Int { span?.distance(to: moment) ?? .max }
}

extension MeetingEvent {
    fileprivate var isOfACall: Bool {
        kind.isOfRecording
            || [.abuseReport, .presentationStarted, .admitted, .removed, .breakoutRooms, .meetingHeld].contains(kind)
    }
}
