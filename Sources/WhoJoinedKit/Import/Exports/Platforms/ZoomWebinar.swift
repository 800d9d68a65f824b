import DelimitedText

/// Zoom's webinar "Attendee Report": banner lines, the webinar, then sections with headers of their own.
///
/// The only Zoom file that lists who was registered and did not come.
struct ZoomWebinar: PlatformFormat {
    static let name = "Zoom webinar attendee report"
    static let tells = FormatTells(
        .zoom, times: "each join and leave", external: "`Is Guest`")

    static func recognises(_ head: [HeadRow]) -> Bool { head.first?.isLabel(0, "attendee report") ?? false }

    /// In another language: below a title, sections in which a yes or no begins each row.
    static func recognisesShape(_ head: [HeadRow]) -> Bool {
        guard head.first?.filled == 1 else { return false }
        return zip(head, head.dropFirst()).contains { header, row in
            Layout(shapeOf: header, row).map { $0.joined != nil } ?? false
        }
    }

    private static func isHeader(_ row: HeadRow) -> Bool {
        row.filled >= 3 && (row.contains("attended") || row.contains("join time"))
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

        private static let others: Set<String> = [
            "attended", "email", "user email", "join time", "leave time", "time in session (minutes)", "is guest",
            "guest", "registration time", "approval status", "country/region name", "phone", "role",
        ]

        init(_ row: HeadRow) {
            var columns = Columns(row)
            attended = columns.find("attended")
            given = columns.find("first name")
            // Whatever it is called, the first column that is nothing else is the name.
            name =
                columns.find(nameColumn, "user name", "name")
                ?? (given == nil ? row.labels.firstIndex { !$0.isEmpty && !Layout.others.contains($0) } : nil)
            family = columns.find("last name")
            email = columns.find("email", "user email")
            joined = columns.find("join time")
            left = columns.find("leave time")
            duration = columns.find("time in session (minutes)")
            guest = columns.find("is guest", "guest")
        }

        /// - Parameter row: a row below the header; of one who did not come the times are dashes.
        init?(shapeOf header: HeadRow, _ row: HeadRow) {
            guard header.filled >= 5, Cells.yesOrNo(row.record, 0) != nil, Cells.yesOrNo(header.record, 0) == nil,
                !header.texts.contains(where: isMoment)
            else { return nil }
            let columns = row.texts.indices.dropFirst()
            let address =
                columns.first { row.text($0).utf8.contains(.at) } ?? header.labels.firstIndex { $0.contains("mail") }
            let times = columns.first { at in
                let isSpan = isMoment(row, at) && isMoment(row, at + 1) && isMinutes(row, at + 2)
                return isSpan || row.text(at) == "--" && at + 1 < row.count && row.text(at + 1) == "--"
            }
            guard address != nil || times != nil else { return nil }
            (attended, name, email) = (0, 1, address)
            // A name in three cells: whole, first, last.
            (given, family) = address == 4 ? (2, 3) : (nil, nil)
            (joined, left, duration) = (times, times.map { $0 + 1 }, times.map { $0 + 2 })
            guest = times.map { $0 + 3 }.flatMap { Cells.yesOrNo(row.record, $0) == nil ? nil : $0 }
        }
    }

    static func read(_ text: ExportText, hints: ReadingHints) throws(ImportRefusal) -> MeetingExport {
        var builder = ExportBuilder(text, hints: hints)
        builder.meetings.append(MeetingDraft())
        var layout: Layout?
        var labels: HeadRow?
        var (section, sections) = ("", 0)
        let isEnglish = recognises(text.head)
        /// The header of a section that is not understood, or not yet.
        var unread: HeadRow?
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
                (section, sections) = (row.first, sections + 1)
                layout = nil
                unread = nil
                builder.beginSection()
            } else if let layout {
                readRow(record, layout, isHost: isEnglish ? section.hasPrefix("host") : sections == 1, &builder)
            } else if sections == 0, !isEnglish, let meeting = Zoom.meeting(shapedBy: row, &builder) {
                builder.meetings[0] = meeting
            } else if let header = unread {
                layout = isEnglish ? nil : Layout(shapeOf: header, row)
                if let layout {
                    readRow(record, layout, isHost: sections == 1, &builder)
                } else {
                    builder.rejectRow(record, ofSection: section)
                }
            } else if sections > 0 {
                // The first row of a section is its header.
                unread = row
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
