import DelimitedText

/// Zoom's dashboard export. Its header was never seen: columns are looked up by the metrics' names, others do no harm.
///
/// `Camera` is the name of the device that was chosen, no proof of video.
struct ZoomDashboard: PlatformFormat {
    static let name = "Zoom dashboard export"
    static let tells = FormatTells(
        .zoom, times: "each join and leave", waitingRoom: "if the column is there")

    static func recognises(_ head: [HeadRow]) -> Bool {
        head.first.map { $0.contains("participant") && $0.contains("device") } ?? false
    }

    static func read(_ text: ExportText, hints: ReadingHints) throws(ImportRefusal) -> MeetingExport {
        let header = text.head[0]
        var columns = Columns(header)
        let name = columns.find("participant")
        let email = columns.find("email", "user email")
        let joined = columns.find("join time")
        let left = columns.find("leave time")
        let waiting = columns.find("in waiting room")
        try columns.refuseDoubles(of: text.file)
        guard let name, let joined, let left else {
            throw ImportRefusal(
                badHeader: header, of: text.file, "there is no column \"\(joined == nil ? "Join Time" : "Leave Time")\""
            )
        }
        var builder = ExportBuilder(text, hints: hints)
        builder.meetings.append(MeetingDraft())
        builder.readRows(below: header, labelsAt: [name, joined]) { record, builder in
            if record.count <= max(joined, left) { return builder.reject(record.line, .short) }
            guard let start = builder.time(record, joined, named: "Join Time", mayBeEmpty: false),
                let end = builder.time(record, left, named: "Leave Time")
            else { return }
            var draft = RowDraft(line: record.line)
            (draft.joined, draft.left, draft.zone) = (start.raw, end.raw, start.zone)
            draft.stay.isWaitingRoom = Zoom.isWaiting(record, waiting)
            let participant = builder.participant(
                record.bytes, name: record.range(at: name), email: email.map { record.range(at: $0) } ?? 0..<0,
                meeting: 0, style: .plain)
            builder.add(draft, participant: participant)
        }
        return try builder.finish(
            platform: .zoom, variant: "zoom/dashboard", abilities: ExportAbilities(waitingRoom: waiting != nil))
    }
}
