import DelimitedText

/// Teams' list of a live event: one line per joining and leaving, in UTC.
struct TeamsLiveEvent: PlatformFormat {
    static let name = "Teams live event attendee list"
    static let tells = FormatTells(
        .teams, times: "joins and leaves", external: "mark behind the name")

    static func recognises(_ head: [HeadRow]) -> Bool { head.first.map(isHeader) ?? false }

    private static func isHeader(_ row: HeadRow) -> Bool {
        row.contains("utc event timestamp") && row.contains("action")
    }

    static func read(_ text: ExportText, hints: ReadingHints) throws(ImportRefusal) -> MeetingExport {
        guard let header = text.head.first(where: isHeader) else { preconditionFailure("read what was recognised") }
        var columns = Columns(header)
        let (name, time) = (columns.find("full name", "name"), columns.find("utc event timestamp"))
        let (action, role) = (columns.find("action"), columns.find("role"))
        let (email, session) = (columns.find("email", "upn"), columns.find("session id"))
        try columns.refuseDoubles(of: text.file)
        guard let name else {
            throw ImportRefusal(badHeader: header, of: text.file, "there is no column \"Full Name\"")
        }
        var builder = ExportBuilder(text, hints: hints)
        var history = EventHistory()
        builder.readRows(below: header, labelsAt: [time, action]) { record, builder in
            guard let event = TeamsEventList.action(Cells.folded(Cells.text(record, action))) else {
                return builder.reject(record.line, .unknownAction)
            }
            guard var moment = builder.time(record, time, named: "UTC Event Timestamp", mayBeEmpty: false) else {
                return
            }
            moment.zone = 0
            let meeting = builder.meeting(Cells.text(record, session)) { _ in MeetingDraft() }
            let participant = builder.participant(
                record.bytes, name: record.range(at: name), email: email.map { record.range(at: $0) } ?? 0..<0,
                meeting: meeting, style: .teams)
            history.note(
                event, of: participant, at: moment, line: record.line, role: Teams.role(Cells.text(record, role)))
        }
        history.finish(into: &builder)
        return try builder.finish(
            platform: .teams, variant: "teams/live-event", abilities: ExportAbilities(external: true))
    }
}
