import DelimitedText

/// The attendance of Class and Blackboard Collaborate: month first and in UTC, as the vendor says of it.
struct Collaborate: PlatformFormat {
    static let name = "Collaborate session attendance report"
    static let tells = FormatTells(
        .collaborate, times: "first join, last leave, in UTC")

    static func recognises(_ head: [HeadRow]) -> Bool { head.prefix(8).contains(where: isHeader) }

    private static func isHeader(_ row: HeadRow) -> Bool {
        row.contains("attendeefirstjointime") && row.contains("attendeelastleavetime")
    }

    static func read(_ text: ExportText, hints: ReadingHints) throws(ImportRefusal) -> MeetingExport {
        guard let header = text.head.first(where: isHeader) else { preconditionFailure("read what was recognised") }
        var columns = Columns(header)
        let name = columns.find("nameofattendee")
        let given = columns.find("firstnameofattendee")
        let family = columns.find("lastnameofattendee")
        let email = columns.find("emailofattendee", "usernameofattendee", "username/emailofattendee")
        let joined = columns.find("attendeefirstjointime")
        let left = columns.find("attendeelastleavetime")
        let duration = columns.find("attendeetotaltimeinsession")
        let (topic, session) = (columns.find("sessionname"), columns.find("sessioninstanceidentifer", "sessiondate"))
        let (opened, closed) = (columns.find("roomopened"), columns.find("roomclosed"))
        let owner = columns.find("sessionowner")
        try columns.refuseDoubles(of: text.file)
        var builder = ExportBuilder(text, hints: hints)
        builder.fixedOrder = .monthFirst
        builder.readRows(below: header, labelsAt: [joined, left]) { record, builder in
            guard let start = builder.time(record, joined, named: "AttendeeFirstJoinTime"),
                let end = builder.time(record, left, named: "AttendeeLastLeaveTime")
            else { return }
            var draft = RowDraft(line: record.line)
            (draft.joined, draft.left, draft.zone) = (start.raw, end.raw, 0)
            if let duration { draft.shown = readDuration(record.bytes, record.range(at: duration), unit: 60) }
            if draft.shown == .impossible {
                return builder.reject(record.line, .duration("AttendeeTotalTimeInSession"))
            }
            let key = Cells.text(record, topic) + "\u{1F}" + Cells.text(record, session)
            let meeting = builder.meeting(key) { builder in
                var meeting = MeetingDraft()
                meeting.topic = singleSpaced(Cells.text(record, topic))
                meeting.hostEmail = Zoom.hostAddress(Cells.text(record, owner))
                meeting.start = builder.meetingTime(Cells.text(record, opened), line: record.line)
                meeting.end = builder.meetingTime(Cells.text(record, closed), line: record.line)
                (meeting.start.zone, meeting.end.zone) = (0, 0)
                return meeting
            }
            let full = Cells.text(record, name)
            let parts = [Cells.text(record, given), Cells.text(record, family)].filter { !$0.isEmpty }
            let participant = builder.participant(
                name: full.isEmpty ? parts.joined(separator: " ") : full, email: Cells.text(record, email),
                meeting: meeting, style: .plain)
            builder.add(draft, participant: participant)
        }
        return try builder.finish(
            platform: .collaborate, variant: "collaborate/attendance", abilities: ExportAbilities())
    }
}
