import DelimitedText

/// Zoom's lists of many calls without anybody's name: they are evidence that a call was held, or recorded, and of nobody
/// who was in it.
enum ZoomLists {
    struct Layout {
        let topic, id, host, start, place: Int?
        let participants: Int?

        init(_ row: HeadRow, file: String) throws(ImportRefusal) {
            var columns = Columns(row)
            topic = columns.find("topic", "meeting topic")
            id = columns.find("meeting id", "id", "meeting number")
            host = columns.find("host email", "user email", "host", "owner")
            start = columns.find("start time", "recording start", "recording start time", "meeting start time", "date")
            participants = columns.find("participants", "participant count")
            place = columns.find(ZoomLists.links)
            if let twice = columns.duplicates.first {
                throw ImportRefusal(badHeader: row, of: file, "two columns are called \"\(twice)\"")
            }
            if start == nil { throw ImportRefusal(badHeader: row, of: file, "there is no column \"Start Time\"") }
        }
    }

    /// A report of who was there may have the same columns in the block of its meeting.
    static func hasParticipants(_ head: [HeadRow]) -> Bool {
        ZoomParticipants.recognises(head) || ZoomListDetails.recognises(head) || ZoomWebinar.recognises(head)
    }

    static let links = ["share link", "share url", "recording link", "play link", "play url", "link", "url"]

    /// A call of each row, with one event and nobody in it.
    static func read(
        _ text: ExportText, hints: ReadingHints, _ kind: MeetingEvent.Kind, variant: String,
        noting note: (inout ExportBuilder) -> Void
    ) throws(ImportRefusal) -> MeetingExport {
        let header = text.head[0]
        let layout = try Layout(header, file: text.file)
        var builder = ExportBuilder(text, hints: hints)
        note(&builder)
        builder.readRows(below: header, labelsAt: [layout.topic, layout.start]) { record, builder in
            guard let time = builder.time(record, layout.start, named: "Start Time", mayBeEmpty: false) else { return }
            var event = MeetingEvent(kind: kind, name: kind.rawValue, at: Instant(seconds: 0), line: record.line)
            event.count = layout.participants.flatMap {
                Cells.count(record.bytes, Cells.trimmed(record.bytes, record.range(at: $0)))
            }
            event.reason = Cells.text(record, layout.place)
            builder.add(
                EventDraft(
                    time: time, code: String(Cells.text(record, layout.id).filter(\.isNumber)),
                    conference: "row \(record.line)", topic: Cells.text(record, layout.topic),
                    hostEmail: Zoom.hostAddress(Cells.text(record, layout.host)), event: event))
        }
        return try builder.finish(
            platform: .zoom, variant: variant, abilities: ExportAbilities(times: false))
    }
}

/// The list of cloud recordings: that a call was recorded, when and where the recording is.
struct ZoomRecordingsList: PlatformFormat {
    static let name = "Zoom list of cloud recordings"
    static let tells = FormatTells(
        .zoom, note: "that a call was recorded, and where the recording is")
    static let variant = "zoom/recordings"

    static func recognises(_ head: [HeadRow]) -> Bool {
        guard !ZoomLists.hasParticipants(head), let row = head.first, row.column("topic", "meeting topic") != nil,
            row.column("meeting id", "id", "meeting number") != nil
        else { return false }
        return row.contains(anyOf: [
            "file count", "file size", "file size (mb)", "total size", "total file size", "recording files",
            "recording count", "recording start", "recording start time", "recordings", "auto delete in",
            "auto-delete in", "total views", "total downloads", "share link", "share url", "recording link", "play url",
        ])
    }

    static func read(_ text: ExportText, hints: ReadingHints) throws(ImportRefusal) -> MeetingExport {
        try ZoomLists.read(text, hints: hints, .recordingStarted, variant: variant) { _ in }
    }
}

/// The list of meetings: that a call was held, and how many were in it. It is no list of participants, and is named so.
struct ZoomMeetingsList: PlatformFormat {
    static let name = "Zoom list of meetings"
    static let tells = FormatTells(
        .zoom, note: "that a call was held; it is named as no list of participants")
    static let variant = "zoom/meetings"

    static func recognises(_ head: [HeadRow]) -> Bool {
        guard !ZoomLists.hasParticipants(head), !ZoomRecordingsList.recognises(head), let row = head.first,
            row.contains("start time")
        else {
            return false
        }
        return OtherReport(head) == .meetings
    }

    static func read(_ text: ExportText, hints: ReadingHints) throws(ImportRefusal) -> MeetingExport {
        try ZoomLists.read(text, hints: hints, .meetingHeld, variant: variant) { builder in
            guard let problem = Problem(otherReport: text.head, text.file) else { return }
            builder.note(
                problem.code, problem.what + "; it shows which meetings were held, and nobody who was there",
                line: problem.line, fix: problem.fix, severity: .error)
        }
    }
}
