import DelimitedText

/// Zoom's "Export the list with participants details": one wide row per participant join, the session's columns
/// repeated.
///
/// `User Email` and `Duration (Minutes)` stand twice: before the name they are the session's, behind it the person's.
/// Usually many meetings in a file; they are told apart by ID and start.
struct ZoomListDetails: PlatformFormat {
    static let name = "Zoom meeting list with participant details"
    static let tells = FormatTells(
        .zoom, times: "each join and leave", external: "if the column is there", consent: "if there",
        waitingRoom: "if there")

    static func recognises(_ head: [HeadRow]) -> Bool {
        head.first.map { $0.contains("topic") && $0.contains("name (original name)") } ?? false
    }

    /// In another language: a meeting's times and minutes, and behind them a person's.
    static func recognisesShape(_ head: [HeadRow]) -> Bool { Layout(shapeOf: head) != nil }

    private struct Layout {
        let topic, id, start, end, host, email, joined, left, duration, guest, consent, waiting: Int?
        let name: Int

        init(_ row: HeadRow, file: String) throws(ImportRefusal) {
            name = row.column("name (original name)") ?? 0
            var session = Columns(row, in: 0..<name)
            topic = session.find("topic")
            id = session.find("meeting id", "id")
            start = session.find("start time")
            end = session.find("end time")
            host = session.find("user email", "host email", "host")
            var person = Columns(row, in: name..<row.count)
            email = person.find("user email", "email")
            joined = person.find("join time")
            left = person.find("leave time")
            duration = person.find("duration (minutes)")
            guest = person.find("guest")
            consent = person.find("recording consent", "recording disclaimer response")
            waiting = person.find("in waiting room")
            try session.refuseDoubles(of: file)
            try person.refuseDoubles(of: file)
            if joined == nil { throw ImportRefusal(badHeader: row, of: file, "there is no column \"Join Time\"") }
            if left == nil { throw ImportRefusal(badHeader: row, of: file, "there is no column \"Leave Time\"") }
        }

        init?(shapeOf head: [HeadRow]) {
            guard head.count > 1, head[0].width >= 12, !head[0].texts.contains(where: isMoment) else { return nil }
            let (row, sample) = (head[0], head[1])
            let spans = (0..<sample.width).filter {
                isMoment(sample, $0) && isMoment(sample, $0 + 1) && isMinutes(sample, $0 + 2)
            }
            guard spans.count == 2, spans[1] >= spans[0] + 5,
                let number = sample.texts.firstIndex(where: Zoom.isMeetingID),
                number < spans[0]
            else { return nil }
            (start, end, joined, left) = (spans[0], spans[0] + 1, spans[1], spans[1] + 1)
            (name, email, duration) = (spans[1] - 2, spans[1] - 1, spans[1] + 2)
            (topic, id) = (number == 0 ? 1 : 0, number)
            host = sample.texts.prefix(name).firstIndex { $0.utf8.contains(.at) }
            (guest, consent, waiting) = ZoomColumns.marks(in: row, after: spans[1] + 2)
        }
    }

    static func read(_ text: ExportText, hints: ReadingHints) throws(ImportRefusal) -> MeetingExport {
        let header = text.head[0]
        let layout: Layout
        if !recognises(text.head), let shaped = Layout(shapeOf: text.head) {
            layout = shaped
        } else {
            layout = try Layout(header, file: text.file)
        }
        var builder = ExportBuilder(text, hints: hints)
        builder.readRows(below: header, labelsAt: [layout.name, layout.joined]) { readRow($0, layout, &$1) }
        let abilities = ExportAbilities(
            waitingRoom: layout.waiting != nil, consent: layout.consent != nil, external: layout.guest != nil)
        return try builder.finish(platform: .zoom, variant: "zoom/list-details", abilities: abilities)
    }

    private static func readRow(_ record: borrowing Record, _ layout: Layout, _ builder: inout ExportBuilder) {
        if record.count <= max(layout.joined ?? 0, layout.left ?? 0) { return builder.reject(record.line, .short) }
        var draft = RowDraft(line: record.line)
        guard let joined = builder.time(record, layout.joined, named: "Join Time", mayBeEmpty: false),
            let left = builder.time(record, layout.left, named: "Leave Time", mayBeEmpty: false)
        else { return }
        (draft.joined, draft.left, draft.zone) = (joined.raw, left.raw, joined.zone)
        if let column = layout.duration {
            draft.shown = readDuration(record.bytes, record.range(at: column), unit: 60)
            if draft.shown == .impossible { return builder.reject(record.line, .duration("Duration (Minutes)")) }
        }
        draft.stay.isExternal = Cells.yesOrNo(record, layout.guest)
        draft.stay.isWaitingRoom = Zoom.isWaiting(record, layout.waiting)
        draft.stay.hasConsented = Zoom.hasConsented(record, layout.consent)
        let meeting = builder.meeting(Cells.text(record, layout.id) + "\u{1F}" + Cells.text(record, layout.start)) {
            meetingDraft(of: record, layout, &$0)
        }
        let participant = builder.participant(
            record.bytes, name: record.range(at: layout.name),
            email: layout.email.map { record.range(at: $0) } ?? 0..<0,
            meeting: meeting, style: .zoom)
        builder.add(draft, participant: participant)
    }

    private static func meetingDraft(of record: borrowing Record, _ layout: Layout, _ builder: inout ExportBuilder)
        -> MeetingDraft
    {
        var meeting = MeetingDraft()
        meeting.id = Zoom.meetingID(Cells.text(record, layout.id))
        let topic = singleSpaced(Cells.text(record, layout.topic))
        meeting.topic = topic.isEmpty ? nil : topic
        meeting.start = builder.meetingTime(Cells.text(record, layout.start), line: record.line)
        meeting.end = builder.meetingTime(Cells.text(record, layout.end), line: record.line)
        meeting.hostEmail = Zoom.hostAddress(Cells.text(record, layout.host))
        return meeting
    }
}
