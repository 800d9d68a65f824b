import DelimitedText

/// Zoom's webinar "Attendee Report": banner lines, the webinar, then sections with headers of their own.
///
/// The only Zoom file that lists who was registered and did not come.
struct ZoomWebinar: PlatformFormat {
    static let name = "Zoom webinar attendee report"

    static func recognises(_ head: [HeadRow]) -> Bool { head.first?.isLabel(0, "attendee report") ?? false }

    private static func isHeader(_ row: HeadRow) -> Bool {
        let isNamed =
            row.contains(nameColumn) || row.contains("user name") || row.contains("name")
            || row.contains("first name")
        return isNamed && (row.contains("attended") || row.contains("join time"))
    }

    private static let nameColumn = "user name (original name)"

    private struct Layout {
        let attended, name, given, family, email, joined, left, duration, guest: Int?

        /// The whole name, or first and last name where there is no other.
        func name(of record: borrowing Record) -> String {
            let whole = Cells.text(record, name)
            if !whole.isEmpty { return whole }
            return [Cells.text(record, given), Cells.text(record, family)].filter { !$0.isEmpty }.joined(separator: " ")
        }

        init(_ row: HeadRow) {
            var columns = Columns(row)
            attended = columns.find("attended")
            name = columns.find(nameColumn, "user name", "name")
            given = columns.find("first name")
            family = columns.find("last name")
            email = columns.find("email", "user email")
            joined = columns.find("join time")
            left = columns.find("leave time")
            duration = columns.find("time in session (minutes)")
            guest = columns.find("is guest", "guest")
        }
    }

    static func read(_ text: ExportText, hints: ReadingHints) throws(ImportRefusal) -> MeetingExport {
        var builder = ExportBuilder(text, hints: hints)
        builder.meetings.append(MeetingDraft())
        var layout: Layout?
        var labels: HeadRow?
        var section = ""
        /// The section whose header is not understood.
        var unread: String?
        text.eachRow(after: text.head[0].line) { record in
            let row = HeadRow(record)
            if isHeader(row) {
                layout = Layout(row)
                builder.beginSection()
            } else if let found = labels {
                let meeting = Zoom.meeting(labels: found, values: row, &builder)
                builder.meetings[0] = meeting
                labels = nil
            } else if Zoom.isBlockHeader(row) {
                labels = row
            } else if row.filled == 1, !row.first.isEmpty {
                section = row.first
                layout = nil
                unread = nil
            } else if let layout {
                readRow(record, layout, isHost: section.hasPrefix("host"), &builder)
            } else if !section.isEmpty {
                if unread == section {
                    builder.begin(record)
                    builder.reject(record.line, .unknownSection(section))
                }
                // The first row of a section is its header.
                unread = section
            }
        } onDamage: {
            builder.reject($0, $1)
        }
        return try builder.finish(
            platform: .zoom, variant: "zoom/webinar-attendees", abilities: ExportAbilities(external: true))
    }

    private static func readRow(
        _ record: borrowing Record, _ layout: Layout, isHost: Bool, _ builder: inout ExportBuilder
    ) {
        builder.begin(record)
        let address = Cells.text(record, layout.email)
        if Cells.yesOrNo(record, layout.attended) == false {
            let shown = splitRename(layout.name(of: record)).display
            builder.meetings[0].notAttended.append((DisplayName(shown), address.isEmpty ? nil : address))
            return builder.countRowWithoutStay()
        }
        if record.count <= layout.joined ?? 0 { return builder.reject(record.line, .short) }
        guard let joined = builder.time(record, layout.joined, named: "Join Time"),
            let left = builder.time(record, layout.left, named: "Leave Time")
        else { return }
        var draft = RowDraft(line: record.line)
        (draft.joined, draft.left, draft.zone) = (joined.raw, left.raw, joined.zone)
        if let column = layout.duration { draft.shown = readDuration(record.bytes, record.range(at: column), unit: 60) }
        if draft.shown == .impossible { return builder.reject(record.line, .duration("Time in Session (minutes)")) }
        draft.stay.isExternal = Cells.yesOrNo(record, layout.guest)
        if isHost, builder.meetings[0].hostEmail == nil { builder.meetings[0].hostEmail = Zoom.hostAddress(address) }
        let participant = builder.participant(
            name: layout.name(of: record), email: address, meeting: 0, style: .zoom)
        builder.add(draft, participant: participant)
    }
}
