import DelimitedText

/// The extension that writes `Full Name,First Seen,Time in Call`: nobody's leaving is known.
struct MeetFullName: PlatformFormat {
    static let name = "Meet list Full Name / First Seen"
    static let tells = FormatTells(
        .meet, times: "first seen only", note: "extension")

    static func recognises(_ head: [HeadRow]) -> Bool { head.contains(where: isHeader) }

    private static func isHeader(_ row: HeadRow) -> Bool { row.contains("full name") && row.contains("first seen") }

    static func read(_ text: ExportText, hints: ReadingHints) throws(ImportRefusal) -> MeetingExport {
        guard let header = text.head.first(where: isHeader) else { preconditionFailure("read what was recognised") }
        var columns = Columns(header)
        let name = columns.find("full name") ?? 0
        let joined = columns.find("first seen")
        let duration = columns.find("time in call")
        try columns.refuseDoubles(of: text.file)
        var builder = ExportBuilder(text, hints: hints)
        readTop(text.head.filter { $0.line < header.line }, &builder)
        builder.readRows(below: header, labelsAt: [joined]) { record, builder in
            if record.count <= joined ?? 0 { return builder.reject(record.line, .short) }
            guard let start = builder.time(record, joined, named: "First Seen", mayBeEmpty: false) else { return }
            var draft = RowDraft(line: record.line)
            (draft.joined, draft.zone) = (start.raw, start.zone)
            if let duration { draft.shown = readDuration(record.bytes, record.range(at: duration), unit: 60) }
            if draft.shown == .impossible { return builder.reject(record.line, .duration("Time in Call")) }
            let participant = builder.participant(
                record.bytes, name: record.range(at: name), email: 0..<0, meeting: 0, style: .plain)
            builder.add(draft, participant: participant)
        }
        return try builder.finish(
            platform: .meet, variant: "meet/ext-fullname", abilities: ExportAbilities(times: false))
    }

    /// `*,Meeting code: abc-…` or `Meeting code,abc-…`; `Created on …`, `Ended on …`.
    private static func readTop(_ rows: [HeadRow], _ builder: inout ExportBuilder) {
        var meeting = MeetingDraft()
        for row in rows {
            let line = row.texts.filter { !$0.isEmpty && $0 != "*" }.joined(separator: " ")
            func rest(_ labels: String...) -> String? {
                let bytes = Array(line.utf8)
                for label in labels where bytes.count > label.utf8.count {
                    guard zip(bytes, label.utf8).allSatisfy({ $0 | .caseBit == $1 | .caseBit }) else { continue }
                    let value = bytes[label.utf8.count...].drop { $0 == .colon || $0 <= .space }
                    return String(decoding: value, as: UTF8.self)
                }
                return nil
            }
            if let code = rest("Meeting code", "Meet code") { meeting.id = code }
            if let start = rest("Created on", "Created at") {
                meeting.start = builder.meetingTime(start, line: row.line)
            }
            if let end = rest("Ended on", "Ended at") { meeting.end = builder.meetingTime(end, line: row.line) }
            builder.titles.append(line)
        }
        builder.meetings.append(meeting)
    }
}
