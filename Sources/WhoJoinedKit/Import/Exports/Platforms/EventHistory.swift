import DelimitedText

/// Joinings and leavings of a meeting, in whatever order a file lists them.
///
/// Who is in and joins again is still in: Teams writes everybody's joining again when the organiser comes back. Who
/// leaves has left with every device.
struct EventHistory {
    enum Action { case joined, joinedBefore, left }

    private struct Event {
        var action: Action
        var participant: Int
        var time: TimeCell
        var line: Int
        var role: Stay.Role?
    }
    private var events: [Event] = []

    mutating func note(_ action: Action, of participant: Int, at time: TimeCell, line: Int, role: Stay.Role? = nil) {
        events.append(Event(action: action, participant: participant, time: time, line: line, role: role))
    }

    private struct Presence {
        var draft: RowDraft
        var isOpen = true
        /// They joined again before they left: on a second device perhaps.
        var hasSecondJoining = false
    }

    /// Hands one row for each presence to the builder.
    mutating func finish(into builder: inout ExportBuilder) {
        sort(as: builder.decision(clockTells: true))
        var presences: [Presence] = []
        var participants: [Int] = []
        var latest: [Int: Int] = [:]
        for event in events {
            let known = latest[event.participant]
            if let known, event.action != .left, presences[known].isOpen {
                presences[known].hasSecondJoining = true
                builder.countRowWithoutStay()
                continue
            }
            if let known, event.action == .left, presences[known].isOpen || presences[known].hasSecondJoining {
                presences[known].draft.left = event.time.raw
                presences[known].isOpen = false
                builder.countRowWithoutStay()
                continue
            }
            var draft = RowDraft(line: event.line)
            draft.zone = event.time.zone
            draft.stay.role = event.role
            draft.stay.isJoinApproximate = event.action == .joinedBefore
            if event.action == .left { draft.left = event.time.raw } else { draft.joined = event.time.raw }
            latest[event.participant] = presences.count
            presences.append(Presence(draft: draft, isOpen: event.action != .left))
            participants.append(event.participant)
        }
        for (presence, participant) in zip(presences, participants) {
            builder.add(presence.draft, participant: participant)
        }
    }

    /// By time. Events of the same second keep the order in which they came about.
    private mutating func sort(as order: DateDecision.Order?) {
        guard let order else { return }
        func moment(_ event: Event) -> Int {
            (event.time.raw.date.day(order)?.number ?? 0) * 86_400 + Int(event.time.raw.seconds)
        }
        var rises = 0
        for (a, b) in zip(events, events.dropFirst()) { rises += (moment(b) - moment(a)).signum() }
        if rises < 0 { events.reverse() }
        let sorted = events.enumerated().sorted { (moment($0.element), $0.offset) < (moment($1.element), $1.offset) }
        events = sorted.map(\.element)
    }
}
