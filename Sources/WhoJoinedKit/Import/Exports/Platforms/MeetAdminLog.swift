import DelimitedText

/// The admin console's Meet log: a row for each connection that ended, with seconds of video and, usually, a zone; and
/// rows of what else happened: recordings, presentations, knocking, chat …
///
/// `Date` of a connection is the time of leaving. Columns can be chosen, so they are looked up by name.
struct MeetAdminLog: PlatformFormat {
    static let name = "Meet log of the admin console"
    static let tells = FormatTells(
        .meet, times: "each connection", camera: "seconds of video", external: "yes or no")

    static func recognises(_ head: [HeadRow]) -> Bool {
        guard let first = head.first else { return false }
        return first.column(identifiers) != nil
            && first.column("meeting code", "codice riunione", "codice della riunione") != nil
    }

    /// In another language, with the columns in the console's own order.
    static func recognisesShape(_ head: [HeadRow]) -> Bool {
        guard let first = head.first, first.width >= 12, head.count > 1, !isMoment(first.text(0)) else { return false }
        return head.dropFirst().allSatisfy { row in
            row.count >= 12 && isMoment(row.text(0)) && isCode(row.text(3))
                && (row.text(9).isEmpty || isMinutes(row, 9))
        }
    }

    /// `ABCDEFGHIJ` or `abc-defg-hij`
    private static func isCode(_ text: String) -> Bool {
        let letters = text.utf8.filter { $0 != .hyphen }
        return letters.count == 10 && letters.allSatisfy(\.isASCIILetter)
    }

    /// Who left, or did something.
    private static let identifiers = [
        "participant identifier", "identificatore partecipante", "identificatore del partecipante", "identifier",
        "actor", "actor email", "actor identifier", "participant email",
    ]

    private struct Layout {
        let date, event, code, identifier, external, organiser, duration, name, video, conference: Int?
        let targetEmail, targetName, targetPhone, targetCount: Int?
        /// What happened in words, and why.
        let texts: [Int], reason: Int?
        /// The words of the events are of an unknown language: whoever has a duration has left.
        let isShaped: Bool

        init(shapeOf header: HeadRow) {
            (date, event, code, identifier, external) = (0, 1, 3, 4, 5)
            (organiser, duration, name) = (7, 9, 11)
            conference = header.labels.lastIndex { $0.contains("confer") || $0.contains("konfer") }
            // A length of another kind would be taken for a camera: better none.
            (video, targetEmail, targetName, targetPhone, targetCount, reason) = (nil, nil, nil, nil, nil, nil)
            (texts, isShaped) = ([2], true)
        }

        init(_ row: HeadRow, file: String) throws(ImportRefusal) {
            isShaped = false
            var columns = Columns(row)
            date = columns.find("date", "data")
            event = columns.find("event name", "event", "nome evento", "nome dell'evento")
            code = columns.find("meeting code", "codice riunione", "codice della riunione")
            identifier = columns.find(MeetAdminLog.identifiers)
            external = columns.find(
                "participant outside organisation", "participant outside organization",
                "partecipante esterno all'organizzazione", "is external")
            organiser = columns.find(
                "organizer email", "organiser email", "email organizzatore", "email dell'organizzatore",
                "indirizzo email organizzatore")
            duration = columns.find("duration", "duration (seconds)", "duration seconds", "durata", "durata (secondi)")
            name = columns.find(
                "participant name", "nome partecipante", "nome del partecipante", "participant display name",
                "display name", "actor name", "actor display name")
            video = columns.find(
                "video send duration", "video send duration (seconds)", "video send seconds", "durata invio video",
                "durata dell'invio video")
            conference = columns.find("conference id", "id conferenza", "id della conferenza")
            targetEmail = columns.find("target email", "target email address", "target identifier")
            targetName = columns.find("target display names", "target display name", "target name")
            targetPhone = columns.find("target phone number", "target phone")
            targetCount = columns.find("target user count", "number of target users")
            reason = columns.find("action reason", "reason", "motivo azione", "motivo dell'azione")
            texts = [
                columns.find("event description", "description", "descrizione evento", "descrizione dell'evento"),
                columns.find("action description"), reason,
                columns.find("streaming session state", "session state", "recording state", "state"),
            ].compactMap(\.self)
            try columns.refuseDoubles(of: file)
            if date == nil { throw ImportRefusal(badHeader: row, of: file, "there is no column \"Date\"") }
            if duration == nil { throw ImportRefusal(badHeader: row, of: file, "there is no column \"Duration\"") }
        }
    }

    static func read(_ text: ExportText, hints: ReadingHints) throws(ImportRefusal) -> MeetingExport {
        let header = text.head[0]
        let layout = recognises(text.head) ? try Layout(header, file: text.file) : Layout(shapeOf: header)
        var builder = ExportBuilder(text, hints: hints)
        builder.readRows(below: header, labelsAt: [layout.code]) { readRow($0, layout, &$1) }
        let abilities = ExportAbilities(camera: layout.video != nil, external: layout.external != nil)
        return try builder.finish(platform: .meet, variant: "meet/admin-log", abilities: abilities)
    }

    /// The event of a connection's end, in the languages that are known.
    private static func isEnd(_ event: String) -> Bool {
        event == "endpoint left" || event == "l'endpoint ha abbandonato la chiamata" || event == "call_ended"
            || event == "call ended" || event == "endpoint_left"
    }

    private static func readEvent(
        _ name: String, _ record: borrowing Record, _ layout: Layout, _ builder: inout ExportBuilder
    ) {
        let address = Cells.text(record, layout.identifier)
        let actor = account(
            Cells.text(record, layout.name), address, isExternal: Cells.yesOrNo(record, layout.external))
        let text = layout.texts.map { Cells.text(record, $0) }.joined(separator: " ")
        guard let kind = MeetEventNames.kind(of: name, saying: text) else {
            return builder.rejectUnknownEvent(name, of: actor ?? MeetingEvent.Account(), line: record.line)
        }
        guard let time = builder.time(record, layout.date, named: "Date", mayBeEmpty: false) else { return }
        var event = MeetingEvent(kind: kind, name: name, at: Instant(seconds: 0), actor: actor, line: record.line)
        event.target = account(
            Cells.text(record, layout.targetName),
            [layout.targetEmail, layout.targetPhone].map { Cells.text(record, $0) }.first { !$0.isEmpty } ?? "")
        event.count = layout.targetCount.flatMap {
            Cells.count(record.bytes, Cells.trimmed(record.bytes, record.range(at: $0)))
        }
        event.reason = Cells.text(record, layout.reason)
        builder.add(
            EventDraft(
                time: time, code: Cells.text(record, layout.code), conference: Cells.text(record, layout.conference),
                hostEmail: organiser(of: record, layout), event: event))
    }

    /// A number stands for a name where there is none; the number of a device says nothing of anybody.
    private static func account(_ name: String, _ address: String, isExternal: Bool? = nil) -> MeetingEvent.Account? {
        let shown = name.isEmpty && isTelephoneNumber(address) ? address : name
        let email = address.utf8.contains(.at) ? address : nil
        guard !shown.isEmpty || email != nil else { return nil }
        return MeetingEvent.Account(name: shown, email: email, isExternal: isExternal)
    }

    private static func readRow(_ record: borrowing Record, _ layout: Layout, _ builder: inout ExportBuilder) {
        if record.count <= max(layout.date ?? 0, layout.event ?? 0, layout.duration ?? 0) {
            return builder.reject(record.line, .short)
        }
        if layout.event != nil {
            let name = Cells.text(record, layout.event)
            let isEndless = Cells.isBlank(record, layout.duration)
            if layout.isShaped ? isEndless : !isEnd(Cells.folded(name)) {
                return readEvent(name, record, layout, &builder)
            }
            if isEndless { return builder.countRowWithoutStay() }
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
            MeetingDraft(id: code.isEmpty ? nil : code, conference: conference)
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
