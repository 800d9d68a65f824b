/// An export of the week that has left the inbox.
struct RememberedExport: Sendable {
    var id: ExportID
    var export: MeetingExport
    var tally: RowTally
    /// An export of the inbox shows the same meeting with some of these people and nobody else: it takes nobody away.
    var isThicker = false
}

extension MeetingExport {
    /// The same meeting on one of the same days, some of the people and nobody else.
    func isThinnerCopy(of other: MeetingExport) -> Bool {
        let isSameMeeting = meetings.contains { meeting in
            other.meetings.contains { old in
                guard meeting.id.map(meetingKey) == old.id.map(meetingKey),
                    let (from, to) = meeting.span, let (first, last) = old.span
                else { return false }
                return from < last && first < to
            }
        }
        guard isSameMeeting else { return false }
        let (own, others) = (people, other.people)
        return !own.isEmpty && own.count < others.count && own.isSubset(of: others)
    }

    private var people: Set<[String]> {
        Set(meetings.flatMap(\.participants).map { [$0.displayName.text, $0.email ?? ""] })
    }
}

extension Meeting {
    /// From the first who joined to the last who left; `nil`: it tells no times.
    fileprivate var span: (from: Instant, to: Instant)? {
        let stays = participants.flatMap(\.stays)
        guard let from = stays.compactMap(\.joined).min(),
            let to = stays.compactMap({ $0.left ?? $0.joined }).max()
        else { return nil }
        return (from, to)
    }
}
