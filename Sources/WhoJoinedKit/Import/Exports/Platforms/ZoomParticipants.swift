import DelimitedText

/// Zoom's participants report in all header generations, with or without the meeting block, also "unique users".
///
/// Several meetings may follow one another in a file, each with its block and header.
struct ZoomParticipants: PlatformFormat {
    static let name = "Zoom participants report"
    static let tells = FormatTells(
        .zoom, times: "each join and leave; of \"unique users\" a total only",
        external: "`Guest`, if the column is there", consent: "column from 2021", waitingRoom: "column from about 2022",
        note: "Participants, with or without the meeting block")

    static func recognises(_ head: [HeadRow]) -> Bool { head.contains(where: isHeader) }
    static func recognisesShape(_ head: [HeadRow]) -> Bool { ZoomColumns.byShape(in: head) != nil }

    fileprivate static func isHeader(_ row: HeadRow) -> Bool {
        if row.contains("topic") || row.contains("meeting id") || row.contains("attended") { return false }
        if row.contains("name (original name)") || row.contains("total duration (minutes)") { return true }
        return (row.contains("name") || row.contains("first name")) && row.contains("duration (minutes)")
            && (row.contains("join time") || row.contains("user email"))
    }

    static func read(_ text: ExportText, hints: ReadingHints) throws(ImportRefusal) -> MeetingExport {
        let first: ZoomColumns
        if let header = text.head.first(where: isHeader) {
            first = try ZoomColumns(header, file: text.file)
        } else if let shaped = ZoomColumns.byShape(in: text.head) {
            first = shaped
        } else {
            preconditionFailure("read what was recognised")
        }
        let header = first.header
        var builder = ExportBuilder(text, hints: hints)
        var hasBlock = readBlock(above: header, in: text.head, into: &builder)
        let labels = hasBlock ? nil : readShapedBlock(above: header, in: text.head, into: &builder)
        hasBlock = hasBlock || labels != nil
        if !hasBlock { builder.meetings.append(Zoom.meeting(namedBy: text.file)) }
        try readRows(below: header, RowsBelow(first, blockLabels: labels), &builder)
        let variant = "zoom/participants" + (first.isUnique ? "-unique" : "") + (hasBlock ? "+meeting" : "")
        let abilities = ExportAbilities(
            times: !first.isUnique, waitingRoom: first.waiting != nil, consent: first.consent != nil,
            external: first.guest != nil)
        return try builder.finish(platform: .zoom, variant: variant, abilities: abilities)
    }

    private static func readRows(below header: HeadRow, _ rows: RowsBelow, _ builder: inout ExportBuilder)
        throws(ImportRefusal)
    {
        let text = builder.text
        var rows = rows
        text.eachRow(after: header.line) {
            rows.take($0, &builder)
        } onDamage: {
            builder.reject($0, $1)
        }
        if let failure = rows.failure { throw failure }
    }

    fileprivate static func readRow(
        _ record: borrowing Record, _ columns: ZoomColumns, _ builder: inout ExportBuilder
    ) {
        builder.begin(record)
        let line = record.line
        if record.count <= columns.lastNeeded { return builder.reject(line, .short) }
        var draft = RowDraft(line: line)
        guard let joined = builder.time(record, columns.joined, named: "Join Time", mayBeEmpty: false),
            let left = builder.time(record, columns.left, named: "Leave Time", mayBeEmpty: false)
        else { return }
        (draft.joined, draft.left, draft.zone) = (joined.raw, left.raw, joined.zone)
        if let column = columns.duration {
            draft.shown = readDuration(record.bytes, record.range(at: column), unit: 60)
            if draft.shown == .impossible || columns.isUnique && draft.shown == .unknown {
                return builder.reject(line, .duration("Duration (Minutes)"))
            }
        }
        draft.stay.isExternal = Cells.yesOrNo(record, columns.guest)
        draft.stay.isWaitingRoom = Zoom.isWaiting(record, columns.waiting)
        draft.stay.hasConsented = Zoom.hasConsented(record, columns.consent)
        builder.add(draft, participant: participant(of: record, columns, &builder))
    }

    private static func participant(
        of record: borrowing Record, _ columns: ZoomColumns, _ builder: inout ExportBuilder
    ) -> Int {
        let meeting = builder.meetings.count - 1
        if let family = columns.family {
            let names = [columns.name, family].map { Cells.text(record, $0) }.filter { !$0.isEmpty }
            return builder.participant(
                name: names.joined(separator: " "), email: Cells.text(record, columns.email), meeting: meeting,
                style: .zoom)
        }
        return builder.participant(
            record.bytes, name: record.range(at: columns.name),
            email: columns.email.map { record.range(at: $0) } ?? 0..<0, meeting: meeting, style: .zoom)
    }

    /// The meeting block above the first header: its row of labels and its row of values.
    private static func readBlock(above header: HeadRow, in head: [HeadRow], into builder: inout ExportBuilder) -> Bool
    {
        let above = head.prefix { $0.line < header.line }
        guard let at = above.firstIndex(where: Zoom.isBlockHeader), at + 1 < above.count else { return false }
        let meeting = Zoom.meeting(labels: above[at], values: above[at + 1], &builder)
        builder.meetings.append(meeting)
        return true
    }
}

extension ZoomParticipants {
    /// The meeting block in another language: a row of labels, and one with an ID or the host's address below it.
    /// - Returns: the row of labels.
    fileprivate static func readShapedBlock(
        above header: HeadRow, in head: [HeadRow], into builder: inout ExportBuilder
    ) -> HeadRow? {
        let above = head.prefix { $0.line < header.line }.filter { $0.filled >= 4 }
        guard above.count >= 2, let meeting = Zoom.meeting(shapedBy: above[above.count - 1], &builder) else {
            return nil
        }
        builder.meetings.append(meeting)
        return above[above.count - 2]
    }
}

/// Blocks, headers and footers that follow below the first header: several meetings in one file.
private struct RowsBelow {
    private enum Row { case header(HeadRow), repeated, labels(HeadRow), values(HeadRow), footer }
    private var columns: ZoomColumns
    /// Those of the first meeting's block, in another language: they stand again above the next one's.
    private let blockLabels: HeadRow?
    private var labels: HeadRow?
    private(set) var failure: ImportRefusal?

    init(_ columns: ZoomColumns, blockLabels: HeadRow?) { (self.columns, self.blockLabels) = (columns, blockLabels) }

    mutating func take(_ record: borrowing Record, _ builder: inout ExportBuilder) {
        if let row = special(record) {
            take(row, &builder)
        } else {
            ZoomParticipants.readRow(record, columns, &builder)
        }
    }

    /// - Returns: `nil` for a row of presence, which nearly all are.
    private func special(_ record: borrowing Record) -> Row? {
        if labels != nil { return .values(HeadRow(record)) }
        if columns.isRepeated(record) { return .repeated }
        if let blockLabels, Cells.folds(record, 0, to: blockLabels.first) {
            let row = HeadRow(record)
            if row.width == blockLabels.width, row.labels.starts(with: blockLabels.labels.prefix(row.width)) {
                return .labels(row)
            }
        }
        let word = Cells.firstWord(record)
        switch word.count {
        case 2, 5, 10:
            guard
                Cells.equals(record.bytes, word, "meeting id") || Cells.equals(record.bytes, word, "topic")
                    || Cells.equals(record.bytes, word, "id")
            else { return nil }
            let row = HeadRow(record)
            return Zoom.isBlockHeader(row) ? .labels(row) : nil
        case 20 where Cells.equals(record.bytes, word, "name (original name)"):
            let row = HeadRow(record)
            return row.contains("join time") || row.contains("total duration (minutes)") ? .header(row) : nil
        case 11... where Cells.equals(record.bytes, word.lowerBound..<word.lowerBound + 11, "zoom report"):
            let row = HeadRow(record)
            return row.filled == 1 ? .footer : nil
        default: return nil
        }
    }

    private mutating func take(_ row: Row, _ builder: inout ExportBuilder) {
        switch row {
        case .footer, .repeated: break
        case .labels(let row): labels = row
        case .values(let row):
            if let labels {
                let shaped = blockLabels == nil ? nil : Zoom.meeting(shapedBy: row, &builder)
                let meeting = shaped ?? Zoom.meeting(labels: labels, values: row, &builder)
                builder.meetings.append(meeting)
            }
            labels = nil
        case .header(let row):
            do throws(ImportRefusal) { columns = try ZoomColumns(row, file: builder.text.file) } catch {
                failure = failure ?? error
            }
        }
    }
}

/// What Zoom's reports have in common.
enum Zoom {
    /// `nil` only when the report has no such column: with it, whatever is no "Yes" was not spent waiting.
    static func isWaiting(_ record: borrowing Record, _ column: Int?) -> Bool? {
        column.map { Cells.yesOrNo(record, $0) == true }
    }

    /// `participants_81234567890_2026_11_16.csv`: the file's own name bears the ID where no cell does.
    static func meeting(namedBy file: String) -> MeetingDraft {
        let name = file.utf8.split(separator: .slash).last.map(Array.init) ?? []
        let numbers = name.split { !$0.isASCIIDigit }.filter { (9...11).contains($0.count) }
        var meeting = MeetingDraft()
        if numbers.count == 1 {
            (meeting.id, meeting.isIDFromFileName) = (String(decoding: numbers[0], as: UTF8.self), true)
        }
        return meeting
    }

    static func isBlockHeader(_ row: HeadRow) -> Bool {
        row.contains("topic") && (row.contains("meeting id") || row.contains("id") || row.contains("webinar id"))
            && !row.contains("name (original name)")
    }

    static func meeting(labels: HeadRow, values: HeadRow, _ builder: inout ExportBuilder) -> MeetingDraft {
        func value(_ names: String...) -> String? {
            guard let column = labels.column(names), column < values.count else { return nil }
            let text = values.text(column)
            return text.isEmpty ? nil : text
        }
        var meeting = MeetingDraft()
        meeting.id = value("meeting id", "id", "webinar id").flatMap(meetingID)
        meeting.topic = value("topic").map(singleSpaced)
        if let start = value("start time", "actual start time") {
            meeting.start = builder.meetingTime(start, line: values.line)
        }
        if let end = value("end time", "actual end time") { meeting.end = builder.meetingTime(end, line: values.line) }
        meeting.hostEmail = value("user email", "host", "host email").flatMap(hostAddress)
        return meeting
    }

    /// The values of a block whose labels are in another language; `nil` for a row that holds no meeting.
    static func meeting(shapedBy values: HeadRow, _ builder: inout ExportBuilder) -> MeetingDraft? {
        var meeting = MeetingDraft()
        var moments: [String] = []
        for text in values.texts.prefix(values.width) {
            if text.utf8.contains(.at) {
                meeting.hostEmail = hostAddress(text)
            } else if isMeetingID(text) {
                meeting.id = meetingID(text)
            } else if isMoment(text) {
                moments.append(text)
            } else if meeting.topic == nil, !text.isEmpty {
                meeting.topic = singleSpaced(text)
            }
        }
        guard meeting.id != nil || meeting.hostEmail != nil || !moments.isEmpty else { return nil }
        if let start = moments.first { meeting.start = builder.meetingTime(start, line: values.line) }
        if moments.count > 1 { meeting.end = builder.meetingTime(moments[1], line: values.line) }
        return meeting
    }

    /// `812 3456 7890`
    static func isMeetingID(_ text: String) -> Bool {
        (9...11).contains(text.utf8.count { $0.isASCIIDigit })
            && text.utf8.allSatisfy { $0.isASCIIDigit || $0 == .space || $0 == .hyphen }
    }

    /// Digits only. A number that Excel has rounded (`8.12E+10`) is no ID any more.
    static func meetingID(_ text: String) -> String? {
        if text.utf8.contains(where: { $0.loweredASCII == UInt8(ascii: "e") }), text.utf8.contains(.plus) { return nil }
        let digits = text.utf8.filter { $0.isASCIIDigit }
        return digits.isEmpty ? nil : String(decoding: digits, as: UTF8.self)
    }

    /// `Display name (address)` or an address alone.
    static func hostAddress(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        guard bytes.contains(.at) else { return nil }
        if bytes.last == .closingParenthesis, let open = bytes.lastIndex(of: .openingParenthesis),
            bytes[open...].contains(.at)
        {
            return Cells.text(bytes, Cells.trimmed(bytes, open + 1..<bytes.count - 1))
        }
        return text
    }

    /// `Y`, `OK` or `Yes`.
    static func hasConsented(_ record: borrowing Record, _ column: Int?) -> Bool {
        guard let column else { return false }
        let range = Cells.trimmed(record.bytes, record.range(at: column))
        guard (1...3).contains(range.count) else { return false }
        return Cells.equals(record.bytes, range, "y") || Cells.equals(record.bytes, range, "ok")
            || Cells.equals(record.bytes, range, "yes")
    }
}

/// Blanks of any kind and line ends as one space.
func singleSpaced(_ text: String) -> String {
    text.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }.joined(separator: " ")
}
