import DelimitedText

/// BigBlueButton's learning dashboard: headings in the host's language, columns in one order; it counts webcam time.
struct BigBlueButton: PlatformFormat {
    static let name = "BigBlueButton learning dashboard"
    static let tells = FormatTells(
        .bigbluebutton, times: "first join, last leave", camera: "webcam time")

    private static let columns = (
        name: 0, moderator: 1, talk: 3, webcam: 4, joined: 9, left: 10, duration: 11
    )

    static func recognises(_ head: [HeadRow]) -> Bool {
        guard let first = head.first, first.width >= 12 else { return false }
        return first.isLabel(columns.moderator, "moderator") && first.isLabel(columns.webcam, "webcam time")
    }

    static func recognisesShape(_ head: [HeadRow]) -> Bool {
        guard let first = head.first, first.width >= 12, head.count > 1 else { return false }
        let rows = head.dropFirst().filter { $0.filled >= 4 }
        return !rows.isEmpty
            && rows.allSatisfy { row in
                row.count > columns.duration && ["true", "false"].contains(row.label(columns.moderator))
                    && [columns.talk, columns.webcam].allSatisfy { isLength(row.text($0)) }
                    && readTime(row.text(columns.joined)).map { !$0.raw.isClockOnly } ?? false
                    && readTime(row.text(columns.left)) != nil
            }
    }

    private static func isLength(_ text: String) -> Bool {
        text.isEmpty || text == "-" || text.utf8.split(separator: .colon).count == 3
    }

    static func read(_ text: ExportText, hints: ReadingHints) throws(ImportRefusal) -> MeetingExport {
        var builder = ExportBuilder(text, hints: hints)
        builder.meetings.append(MeetingDraft())
        builder.readRows(below: text.head[0], labelsAt: [columns.joined, columns.left]) { record, builder in
            if (1..<record.count).allSatisfy({ Cells.isBlank(record, $0) }) {
                // The answers of anonymous polls stand in a row of nobody.
                return builder.countRowWithoutStay()
            }
            if record.count <= columns.left { return builder.reject(record.line, .short) }
            guard let joined = builder.time(record, columns.joined, named: "Join"),
                let left = builder.time(record, columns.left, named: "Left")
            else { return }
            var draft = RowDraft(line: record.line)
            (draft.joined, draft.left, draft.zone) = (joined.raw, left.raw, joined.zone)
            draft.shown = readDuration(record.bytes, record.range(at: columns.duration), unit: 1)
            if draft.shown == .impossible { return builder.reject(record.line, .duration("Duration")) }
            noteWebcam(record, in: &draft.stay)
            let isModerator = Cells.yesOrNo(record, columns.moderator) == true
            draft.stay.role = isModerator ? .presenter : .attendee
            let participant = builder.participant(
                record.bytes, name: record.range(at: columns.name), email: 0..<0, meeting: 0, style: .plain)
            builder.add(draft, participant: participant)
        }
        return try builder.finish(
            platform: .bigbluebutton, variant: "bigbluebutton/dashboard", abilities: ExportAbilities(camera: true))
    }

    /// `-` is a camera that was never on; an empty cell says nothing.
    private static func noteWebcam(_ record: borrowing Record, in stay: inout Stay) {
        let cell = Cells.text(record, columns.webcam)
        if cell.isEmpty { return }
        let bytes = Array(cell.utf8)
        if cell == "-" {
            (stay.camera, stay.cameraSeconds) = (.off, 0)
        } else if case .seconds(let seconds) = readDuration(bytes, 0..<bytes.count, unit: 1) {
            (stay.camera, stay.cameraSeconds) = (seconds > 0 ? .on : .off, seconds)
        }
    }
}
