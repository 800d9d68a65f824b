import DelimitedText

/// The extension layout `Names,Joined At,Was Present?`; leaving is not known.
struct MeetListRevamped: PlatformFormat {
    static let name = "Meet list Names / Joined At / Was Present?"
    static let tells = FormatTells(
        .meet, times: "joined only", note: "extension")

    static func recognises(_ head: [HeadRow]) -> Bool {
        head.first.map { $0.contains("names") && $0.contains("joined at") && $0.contains("was present?") } ?? false
    }

    static func read(_ text: ExportText, hints: ReadingHints) throws(ImportRefusal) -> MeetingExport {
        let header = text.head[0]
        var columns = Columns(header)
        let name = columns.find("names") ?? 0
        let joined = columns.find("joined at")
        let present = columns.find("was present?")
        var builder = ExportBuilder(text, hints: hints)
        builder.meetings.append(MeetingDraft())
        builder.readRows(below: header, labelsAt: [joined]) { record, builder in
            if record.count <= max(name, present ?? 0) { return builder.reject(record.line, .short) }
            if Cells.yesOrNo(record, present) == false {
                builder.meetings[0].notAttended.append((DisplayName(Cells.text(record, name)), nil))
                return builder.countRowWithoutStay()
            }
            guard let start = builder.time(record, joined, named: "Joined At") else { return }
            var draft = RowDraft(line: record.line)
            (draft.joined, draft.zone) = (start.raw, start.zone)
            let participant = builder.participant(
                record.bytes, name: record.range(at: name), email: 0..<0, meeting: 0, style: .plain)
            builder.add(draft, participant: participant)
        }
        return try builder.finish(
            platform: .meet, variant: "meet/list-revamped", abilities: ExportAbilities(times: false))
    }
}
