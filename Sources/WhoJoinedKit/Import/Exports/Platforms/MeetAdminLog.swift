import DelimitedText

/// The admin console's Meet log: one row per connection that ended, with seconds of video and, usually, a zone.
///
/// `Date` is the time of leaving. Columns can be chosen, so they are looked up by name.
struct MeetAdminLog: PlatformFormat {
    static let name = "Meet log of the admin console"

    static func recognises(_ head: [HeadRow]) -> Bool {
        guard let first = head.first else { return false }
        return first.column(
            "participant identifier", "identificatore partecipante", "identificatore del partecipante", "identifier")
            != nil
            && first.column("meeting code", "codice riunione", "codice della riunione") != nil
    }

    private struct Layout {
        let date, event, code, identifier, external, organiser, duration, name, video, conference: Int?

        init(_ row: HeadRow, file: String) throws(ImportRefusal) {
            var columns = Columns(row)
            date = columns.find("date", "data")
            event = columns.find("event name", "event", "nome evento", "nome dell'evento")
            code = columns.find("meeting code", "codice riunione", "codice della riunione")
            identifier = columns.find(
                "participant identifier", "identificatore partecipante", "identificatore del partecipante", "identifier"
            )
            external = columns.find(
                "participant outside organisation", "participant outside organization",
                "partecipante esterno all'organizzazione", "is external")
            organiser = columns.find(
                "organizer email", "organiser email", "email organizzatore", "email dell'organizzatore",
                "indirizzo email organizzatore")
            duration = columns.find("duration", "duration (seconds)", "duration seconds", "durata", "durata (secondi)")
            name = columns.find(
                "participant name", "nome partecipante", "nome del partecipante", "participant display name",
                "display name")
            video = columns.find(
                "video send duration", "video send duration (seconds)", "video send seconds", "durata invio video",
                "durata dell'invio video")
            conference = columns.find("conference id", "id conferenza", "id della conferenza")
            try columns.refuseDoubles(of: file)
            if date == nil { throw ImportRefusal(badHeader: row, of: file, "there is no column \"Date\"") }
            if duration == nil { throw ImportRefusal(badHeader: row, of: file, "there is no column \"Duration\"") }
        }
    }

    static func read(_ text: ExportText, hints: ReadingHints) throws(ImportRefusal) -> MeetingExport {
        let header = text.head[0]
        let layout = try Layout(header, file: text.file)
        var builder = ExportBuilder(text, hints: hints)
        builder.readRows(below: header, labelsAt: [layout.code]) { readRow($0, layout, &$1) }
        let abilities = ExportAbilities(camera: layout.video != nil, external: layout.external != nil)
        return try builder.finish(platform: .meet, variant: "meet/admin-log", abilities: abilities)
    }

    /// The event of a connection's end, in the languages that are known.
    private static func isEnd(_ event: String) -> Bool {
        event == "endpoint left" || event == "l'endpoint ha abbandonato la chiamata" || event == "call_ended"
            || event == "call ended"
    }

    private static func readRow(_ record: borrowing Record, _ layout: Layout, _ builder: inout ExportBuilder) {
        if record.count <= max(layout.date ?? 0, layout.event ?? 0, layout.duration ?? 0) {
            return builder.reject(record.line, .short)
        }
        if layout.event != nil,
            !isEnd(Cells.folded(Cells.text(record, layout.event))) || Cells.isBlank(record, layout.duration)
        {
            return builder.countRowWithoutStay()
        }
        guard let left = builder.time(record, layout.date, named: "Date", mayBeEmpty: false) else { return }
        guard case .seconds(let seconds) = readDuration(record.bytes, record.range(at: layout.duration ?? 0), unit: 1)
        else {
            return builder.reject(record.line, .duration("Duration"))
        }
        var draft = RowDraft(line: record.line)
        (draft.left, draft.zone, draft.secondsBeforeLeft, draft.shown) = (
            left.raw, left.zone, seconds, .seconds(seconds)
        )
        draft.stay.isExternal = Cells.yesOrNo(record, layout.external)
        if let column = layout.video {
            let video = Cells.trimmed(record.bytes, record.range(at: column))
            draft.stay.cameraSeconds = Cells.count(record.bytes, video)
            draft.stay.camera = draft.stay.cameraSeconds.map { $0 > 0 ? .on : .off } ?? .unknown
        }
        let meeting = meeting(of: record, layout, left, &builder)
        let address = Cells.text(record, layout.identifier)
        let participant = builder.participant(
            name: Cells.text(record, layout.name), email: address.utf8.contains(.at) ? address : "", meeting: meeting,
            style: .plain)
        builder.add(draft, participant: participant)
    }

    /// Recurring lessons share a code: a conference ID tells the calls apart, else the day does.
    private static func meeting(
        of record: borrowing Record, _ layout: Layout, _ left: TimeCell, _ builder: inout ExportBuilder
    ) -> Int {
        let code = Cells.text(record, layout.code)
        let conference = Cells.text(record, layout.conference)
        let meeting = builder.meeting(code + "\u{1F}" + (conference.isEmpty ? "day \(left.raw.date.key)" : conference))
        { _ in
            MeetingDraft(id: code.isEmpty ? nil : code)
        }
        if builder.meetings[meeting].hostEmail == nil {
            builder.meetings[meeting].hostEmail = organiser(of: record, layout)
        }
        return meeting
    }

    private static func organiser(of record: borrowing Record, _ layout: Layout) -> String? {
        let address = Cells.text(record, layout.organiser)
        return address.isEmpty ? nil : address
    }
}
