import DelimitedText

/// Webex' attendance reports of events and meetings, one row per join, in any language by the order of the columns;
/// times are wrapped as `="…"`.
struct WebexEvents: PlatformFormat {
    static let name = "Webex attendance report"
    static let tells = FormatTells(
        .webex, times: "each join and leave", note: "events and meetings")

    static func recognises(_ head: [HeadRow]) -> Bool { head.prefix(8).contains(where: isHeader) }

    private static func isHeader(_ row: HeadRow) -> Bool {
        row.contains("attendance duration") && row.contains("connection type")
    }

    static func recognisesShape(_ head: [HeadRow]) -> Bool { shapedLayout(in: head) != nil }

    /// Name of the meeting, its start and end, then an event's name, address and times, or a meeting's display name,
    /// two names, role, address and times.
    private static func shapedLayout(in head: [HeadRow]) -> (header: HeadRow, layout: Layout)? {
        for (row, below) in zip(head, head.dropFirst()) where row.width >= 9 && below.count >= 9 {
            func isTime(_ column: Int) -> Bool { isMoment(below, column) }
            guard isTime(1), isTime(2), !isTime(3), readTime(row.text(1)) == nil else { continue }
            if isTime(5), isTime(6) { return (row, Layout(name: 3, role: nil, email: 4, joined: 5)) }
            if isTime(8), isTime(9) { return (row, Layout(name: 3, role: 6, email: 7, joined: 8)) }
        }
        return nil
    }

    private struct Layout {
        let event, start, end, name, email, role, joined, left, duration: Int?

        init(name: Int, role: Int?, email: Int, joined: Int) {
            (event, start, end) = (0, 1, 2)
            (self.name, self.role, self.email) = (name, role, email)
            (self.joined, left, duration) = (joined, joined + 1, joined + 2)
        }

        init(_ row: HeadRow, file: String) throws(ImportRefusal) {
            var columns = Columns(row)
            event = columns.find("event name", "meeting name")
            start = columns.find("event start time", "meeting start time")
            end = columns.find("event end time", "meeting end time")
            name = columns.find("display name", "name", "attendee name")
            role = columns.find("role")
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
        let (header, layout) = try headerAndLayout(of: text)
        var builder = ExportBuilder(text, hints: hints)
        builder.readRows(below: header, labelsAt: [layout.joined]) { readRow($0, layout, &$1) }
        return try builder.finish(platform: .webex, variant: "webex/event-attendance", abilities: ExportAbilities())
    }

    private static func headerAndLayout(of text: ExportText) throws(ImportRefusal) -> (HeadRow, Layout) {
        if let header = text.head.first(where: isHeader) { return (header, try Layout(header, file: text.file)) }
        guard let (header, layout) = shapedLayout(in: text.head) else {
            preconditionFailure("read what was recognised")
        }
        return (header, layout)
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
        draft.stay.role = role(Cells.folded(Cells.text(record, layout.role)))
        let meeting = builder.meeting(Cells.text(record, layout.event) + "\u{1F}" + Cells.text(record, layout.start)) {
            meetingDraft(of: record, layout, &$0)
        }
        let participant = builder.participant(
            record.bytes, name: record.range(at: layout.name ?? 0),
            email: layout.email.map { record.range(at: $0) } ?? 0..<0,
            meeting: meeting, style: .plain)
        builder.add(draft, participant: participant)
    }

    private static func role(_ folded: String) -> Stay.Role? {
        switch folded {
        case "host", "anfitriao", "anfitrion", "organizador", "gastgeber", "organisateur", "hote", "organizzatore",
            "主持人",
            "主催者", "호스트":
            .organizer
        case "presenter", "panelist", "cohost", "co-host": .presenter
        case "attendee", "convidado", "asistente", "teilnehmer", "participant", "partecipante": .attendee
        default: nil
        }
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
