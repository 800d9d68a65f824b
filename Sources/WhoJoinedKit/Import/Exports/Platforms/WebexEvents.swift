import DelimitedText

/// Webex' event attendance report, one row per join; times are wrapped as `="…"`. Source: `exports.md` §8.
struct WebexEvents: PlatformFormat {
    static let name = "Webex event attendance report"

    static func recognises(_ head: [HeadRow]) -> Bool { head.prefix(8).contains(where: isHeader) }

    private static func isHeader(_ row: HeadRow) -> Bool {
        row.contains("attendance duration") && row.contains("connection type")
    }

    private struct Layout {
        let event, start, end, name, email, joined, left, duration: Int?

        init(_ row: HeadRow, file: String) throws(ImportRefusal) {
            var columns = Columns(row)
            event = columns.find("event name", "meeting name")
            start = columns.find("event start time", "meeting start time")
            end = columns.find("event end time", "meeting end time")
            name = columns.find("name", "attendee name")
            email = columns.find("attendee email", "email")
            joined = columns.find("join time")
            left = columns.find("leave time")
            duration = columns.find("attendance duration")
            try columns.refuseDoubles(of: file)
            for (column, label) in [(name, "Name"), (joined, "Join Time"), (left, "Leave Time")] where column == nil {
                throw ImportRefusal(badHeader: row, of: file, "there is no column \"\(label)\"")
            }
        }
    }

    static func read(_ text: ExportText, hints: ReadingHints) throws(ImportRefusal) -> MeetingExport {
        guard let header = text.head.first(where: isHeader) else { preconditionFailure("read what was recognised") }
        let layout = try Layout(header, file: text.file)
        var builder = ExportBuilder(text, hints: hints)
        builder.readRows(below: header, labelsAt: [layout.joined]) { readRow($0, layout, &$1) }
        return try builder.finish(platform: .webex, variant: "webex/event-attendance", abilities: ExportAbilities())
    }

    private static func readRow(_ record: borrowing Record, _ layout: Layout, _ builder: inout ExportBuilder) {
        if record.count <= max(layout.joined ?? 0, layout.left ?? 0) { return builder.reject(record.line, .short) }
        guard let joined = builder.time(record, layout.joined, named: "Join Time", mayBeEmpty: false),
            let left = builder.time(record, layout.left, named: "Leave Time")
        else { return }
        var draft = RowDraft(line: record.line)
        (draft.joined, draft.left, draft.zone) = (joined.raw, left.raw, joined.zone)
        if let column = layout.duration { draft.shown = readDuration(record.bytes, record.range(at: column), unit: 60) }
        if draft.shown == .impossible { return builder.reject(record.line, .duration("Attendance Duration")) }
        let meeting = builder.meeting(Cells.text(record, layout.event) + "\u{1F}" + Cells.text(record, layout.start)) {
            meetingDraft(of: record, layout, &$0)
        }
        let participant = builder.participant(
            record.bytes, name: record.range(at: layout.name ?? 0),
            email: layout.email.map { record.range(at: $0) } ?? 0..<0,
            meeting: meeting, style: .plain)
        builder.add(draft, participant: participant)
    }

    private static func meetingDraft(of record: borrowing Record, _ layout: Layout, _ builder: inout ExportBuilder)
        -> MeetingDraft
    {
        var meeting = MeetingDraft()
        let topic = singleSpaced(Cells.text(record, layout.event))
        meeting.topic = topic.isEmpty ? nil : topic
        meeting.start = builder.meetingTime(Cells.text(record, layout.start), line: record.line)
        meeting.end = builder.meetingTime(Cells.text(record, layout.end), line: record.line)
        return meeting
    }
}
