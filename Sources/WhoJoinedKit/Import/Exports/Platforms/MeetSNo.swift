import DelimitedText

/// The extension layout beginning with `SNo,Participant Name`; the day stands in the file's name.
struct MeetSNo: PlatformFormat {
    static let name = "Meet list SNo / Participant Name"
    static let tells = FormatTells(
        .meet, times: "first join, last leave", note: "extension")

    static func recognises(_ head: [HeadRow]) -> Bool { head.prefix(8).contains(where: isHeader) }

    private static func isHeader(_ row: HeadRow) -> Bool { row.contains("sno") && row.contains("participant name") }

    static func read(_ text: ExportText, hints: ReadingHints) throws(ImportRefusal) -> MeetingExport {
        guard let header = text.head.first(where: isHeader) else { preconditionFailure("read what was recognised") }
        var columns = Columns(header)
        let name = columns.find("participant name") ?? 1
        let joined = columns.find("joined at(beta)", "joined at (beta)", "joined at")
        let started = columns.find("attendance started at")
        let left = columns.find("attendance stopped at")
        let duration = columns.find("attended duration")
        let code = columns.find("meeting code")
        try columns.refuseDoubles(of: text.file)
        guard joined ?? started != nil else {
            throw ImportRefusal(badHeader: header, of: text.file, "there is no column \"Joined at(beta)\"")
        }
        var builder = ExportBuilder(text, hints: hints)
        builder.titles = text.head.filter { $0.line < header.line }.flatMap(\.texts)
        builder.meetings.append(MeetingDraft())
        builder.readRows(below: header, labelsAt: [name]) { record, builder in
            let first = Cells.isBlank(record, joined) ? started : joined
            guard let start = builder.time(record, first, named: "Joined at", mayBeEmpty: false),
                let end = builder.time(record, left, named: "Attendance Stopped at")
            else { return }
            var draft = RowDraft(line: record.line)
            (draft.joined, draft.left, draft.zone) = (start.raw, end.raw, start.zone)
            if let duration { draft.shown = readDuration(record.bytes, record.range(at: duration), unit: 60) }
            if draft.shown == .impossible { return builder.reject(record.line, .duration("Attended Duration")) }
            let meetingCode = Cells.text(record, code)
            if builder.meetings[0].id == nil, !meetingCode.isEmpty { builder.meetings[0].id = meetingCode }
            let participant = builder.participant(
                record.bytes, name: record.range(at: name), email: 0..<0, meeting: 0, style: .plain)
            builder.add(draft, participant: participant)
        }
        return try builder.finish(platform: .meet, variant: "meet/ext-sno", abilities: ExportAbilities())
    }
}
