import DelimitedText

/// The extension layout `Name,Joined at,Left at,Time in call,Status`: day and code stand in the file's name only.
struct MeetTrackr: PlatformFormat {
    static let name = "Meet list Name / Joined at / Left at"
    static let tells = FormatTells(
        .meet, times: "first join, last leave", note: "extension")

    static func recognises(_ head: [HeadRow]) -> Bool { head.prefix(8).contains(where: isHeader) }

    private static func isHeader(_ row: HeadRow) -> Bool {
        row.contains("name") && row.contains("joined at") && row.contains("time in call")
    }

    static func read(_ text: ExportText, hints: ReadingHints) throws(ImportRefusal) -> MeetingExport {
        guard let header = text.head.first(where: isHeader) else { preconditionFailure("read what was recognised") }
        var columns = Columns(header)
        let name = columns.find("name") ?? 0
        let joined = columns.find("joined at")
        let left = columns.find("left at")
        let duration = columns.find("time in call")
        let email = columns.find("email")
        try columns.refuseDoubles(of: text.file)
        var builder = ExportBuilder(text, hints: hints)
        builder.titles = text.head.filter { $0.line < header.line }.flatMap(\.texts)
        var meeting = MeetingDraft()
        meeting.id = meetCode(inFileName: text.file)
        builder.meetings.append(meeting)
        let people = names(in: text, below: header, at: name)
        builder.readRows(below: header, labelsAt: [joined]) { record, builder in
            if record.count <= joined ?? 0 { return builder.reject(record.line, .short) }
            if let owner = ownerOfTile(Cells.text(record, name)), people.contains(owner) {
                return builder.countRowWithoutStay()
            }
            guard let start = builder.time(record, joined, named: "Joined at", mayBeEmpty: false),
                let end = builder.time(record, left, named: "Left at")
            else { return }
            var draft = RowDraft(line: record.line)
            (draft.joined, draft.left, draft.zone) = (start.raw, end.raw, start.zone)
            if let duration { draft.shown = readDuration(record.bytes, record.range(at: duration), unit: 60) }
            if draft.shown == .impossible { return builder.reject(record.line, .duration("Time in call")) }
            let address = email.map { record.range(at: $0) } ?? 0..<0
            let participant = builder.participant(
                record.bytes, name: record.range(at: name), email: address, meeting: 0, style: .plain)
            builder.add(draft, participant: participant)
        }
        return try builder.finish(platform: .meet, variant: "meet/ext-trackr", abilities: ExportAbilities())
    }

    private static func names(in text: ExportText, below header: HeadRow, at column: Int) -> Set<String> {
        var names: Set<String> = []
        text.eachRow(after: header.line) {
            names.insert(Cells.text($0, column))
        } onDamage: { _, _ in
        }
        return names
    }

    /// A shared screen is a tile of its own, `Name (Presentation)`: the presence of nobody beside the one who shares
    /// it.
    private static func ownerOfTile(_ name: String) -> String? {
        let suffix = " (Presentation)".utf8
        return name.utf8.suffix(suffix.count).elementsEqual(suffix) ? String(name.utf8.dropLast(suffix.count)) : nil
    }
}
