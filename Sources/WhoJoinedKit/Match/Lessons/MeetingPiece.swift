/// All that the exports hold of one session.
struct PlacedMeeting: Sendable {
    let day: Day
    /// `nil`: unscheduled.
    let place: ExpectedLessons.Slot?
    let pieces: [MeetingPiece]
}

/// One meeting, or the part of one that belongs to one session.
struct MeetingPiece: Sendable {
    /// Which export of those that were placed together.
    var export: Int
    var source: ExportSummary
    var participants: [Participant]
    /// What the platform's log tells beside, by time.
    var events: [MeetingEvent] = []
    var day: Day
    /// From the first to the last moment that the file tells; `nil` when it has no times.
    var span: Interval?
    /// Of an unscheduled session.
    var classText = ""
    var placedBy = ""
    var wrongLink: WrongLink?

    var id: String? { source.meetingID }
    var topic: String? { source.topic }
}

extension ExportSummary {
    init(_ export: MeetingExport, _ meeting: Meeting) {
        self.init(
            file: export.file, platform: export.platform, variant: export.variant, abilities: export.abilities,
            dates: export.dates,
            isComplete: export.isComplete, hostEmail: meeting.hostEmail?.lowercased(),
            meetingID: meeting.id.flatMap { meetingKey($0).isEmpty ? nil : WhoJoinedKit.meetingID(spelt: $0) },
            topic: meeting.topic, lastMoment: export.lastMoment)
    }
}
