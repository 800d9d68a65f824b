import DelimitedText

/// The extension "Google Meet Attendance": a class list with the times of whoever came.
struct MeetGMA: PlatformFormat {
    static let name = "Meet list of the extension Google Meet Attendance"
    static let tells = FormatTells(
        .meet, times: "arrival and last seen")

    static func recognises(_ head: [HeadRow]) -> Bool { head.first?.isLabel(0, "attendance for:") ?? false }

    static func read(_ text: ExportText, hints: ReadingHints) throws(ImportRefusal) -> MeetingExport {
        guard let header = text.head.first(where: { $0.isLabel(0, "names") }) else {
            throw ImportRefusal(
                badHeader: text.head[0], of: text.file, "there is no header row beginning with \"Names\"")
        }
        var columns = Columns(header)
        let layout = Layout(
            arrival: columns.find("arrival time") ?? 3, lastSeen: columns.find("last seen") ?? 4,
            checks: columns.find("# of checks") ?? 5, details: columns.find("details") ?? 7)
        var builder = ExportBuilder(text, hints: hints)
        readTop(text.head.filter { $0.line < header.line }, &builder)
        var last = header.line
        var isFooter = false
        text.eachRow(after: header.line) { record in
            // Two blank lines, then the extension's address. A class list may have a gap too, but no addresses in it.
            if record.line > last + 1, isFooterRow(record) || record.line > last + 2 && record.count <= 2 {
                isFooter = true
            }
            last = record.line
            if !isFooter { readRow(record, layout, &builder) }
        } onDamage: { line, why in
            last = line
            if !isFooter { builder.reject(line, why) }
        }
        return try builder.finish(platform: .meet, variant: "meet/ext-gma", abilities: ExportAbilities())
    }

    private struct Layout { let arrival, lastSeen, checks, details: Int }

    private static func isFooterRow(_ record: borrowing Record) -> Bool {
        let first = Cells.text(record, 0)
        let second = Cells.text(record, 1)
        return second.hasPrefix("http") || first.hasSuffix(":") && record.count <= 2
            || (1..<record.count).allSatisfy { Cells.isBlank(record, $0) } && first.utf8.count > 20
                && first.utf8.contains(.colon)
    }

    private static func readTop(_ rows: [HeadRow], _ builder: inout ExportBuilder) {
        var meeting = MeetingDraft()
        for row in rows {
            for (label, value) in zip(row.labels, row.texts.dropFirst()) where !value.isEmpty {
                switch label {
                case "attendance for:": meeting.topic = singleSpaced(value)
                case "meet id:": meeting.id = value
                case "date:":
                    builder.titles.append(value)
                    if let day = Day(iso: value) {
                        builder.ladder.note(
                            TimeCell(raw: RawTime(date: .init(day: day), seconds: 0), style: .yearFirst), line: row.line
                        )
                    }
                case "time:": if let start = readTime(value) { meeting.start = start }
                default: break
                }
            }
        }
        builder.meetings.append(meeting)
    }

    private static func readRow(_ record: borrowing Record, _ layout: Layout, _ builder: inout ExportBuilder) {
        builder.begin(record)
        let name = record.range(at: 0)
        let email = record.range(at: 1)
        if Cells.isBlank(record, layout.arrival) {
            if record.count < 2 { return builder.reject(record.line, .short) }
            let address = Cells.text(record, 1)
            builder.meetings[0].notAttended.append(
                (DisplayName(Cells.text(record, 0)), address.isEmpty ? nil : address))
            return builder.countRowWithoutStay()
        }
        var drafts = details(of: record, layout)
        if drafts.isEmpty {
            guard let joined = builder.time(record, layout.arrival, named: "Arrival time"),
                let left = builder.time(record, layout.lastSeen, named: "Last Seen")
            else { return }
            var draft = RowDraft(line: record.line)
            (draft.joined, draft.left) = (joined.raw, left.raw)
            draft.shown = readDuration(record.bytes, record.range(at: layout.checks), unit: 60)
            drafts = [draft]
        }
        if drafts.contains(where: { $0.shown == .impossible }) {
            return builder.reject(record.line, .duration("# of Checks"))
        }
        let participant = builder.participant(record.bytes, name: name, email: email, meeting: 0, style: .plain)
        for draft in drafts { builder.add(draft, participant: participant) }
    }

    /// One cell per stay: `9:04 (16min) [ 9:20 ]`.
    private static func details(of record: borrowing Record, _ layout: Layout) -> [RowDraft] {
        var drafts: [RowDraft] = []
        for column in layout.details..<max(layout.details, record.count) {
            let cell = Cells.trimmed(record.bytes, record.range(at: column))
            if cell.isEmpty { continue }
            let bytes = Array(record.bytes[cell])
            guard let open = bytes.firstIndex(of: .openingParenthesis),
                let close = bytes.firstIndex(of: .closingParenthesis),
                let from = bytes.firstIndex(of: .openingBracket),
                let to = bytes.firstIndex(of: .closingBracket), open < close, close < from, from < to,
                let joined = readTime(bytes, 0..<open),
                let left = readTime(bytes, from + 1..<to)
            else { return [] }
            var draft = RowDraft(line: record.line)
            (draft.joined, draft.left) = (joined.raw, left.raw)
            draft.shown = readDuration(bytes, open + 1..<close, unit: 60)
            drafts.append(draft)
        }
        return drafts
    }
}
