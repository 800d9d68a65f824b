import DelimitedText

/// Why one row cannot be used. The wording is made here and nowhere else.
enum RowFault: Hashable {
    case damaged(LineDamage)
    case short, cutShort
    case time(String), noTime(String), duration(String)
    case leftBeforeJoined, inTheFuture, tooLong, otherDateOrder, noDate
    case unknownAction

    var code: String {
        switch self {
        case .damaged: "damaged-line"
        case .short: "short-row"
        case .cutShort: "incomplete-last-row"
        case .time, .noTime: "bad-time"
        case .duration: "bad-duration"
        case .leftBeforeJoined: "left-before-joined"
        case .inTheFuture: "future-time"
        case .tooLong: "too-long"
        case .otherDateOrder, .noDate: "bad-time"
        case .unknownAction: "unknown-action"
        }
    }

    var what: String {
        switch self {
        case .damaged(.misplacedQuote): "a quotation mark stands where none may stand, so the row cannot be read"
        case .damaged(.unterminatedQuote):
            "a quoted value opened here is never closed on its line, so the row cannot be read"
        case .damaged(.lineTooLong): "the line is longer than 1 MiB"
        case .damaged(.fieldTooLong): "a value is longer than 64 KiB"
        case .damaged(.nulByte): "the line holds NUL bytes, as after a crash or a broken copy"
        case .damaged(.notUTF8): "the line holds bytes that are no letters"
        case .damaged(.outOfMemory): "there is not enough memory for the line"
        case .short: "the row has fewer columns than it needs"
        case .cutShort: "the last row is cut short, so the file is not complete"
        case .time(let column): "\"\(column)\" is not a date and time that exists"
        case .noTime(let column): "\"\(column)\" is empty"
        case .duration(let column): "\"\(column)\" is not a possible duration"
        case .leftBeforeJoined: "the leaving time is before the joining time"
        case .inTheFuture: "the times are later than today"
        case .tooLong: "the stay is longer than any platform lets a meeting last"
        case .otherDateOrder: "the date does not exist in the day and month order of the rest of the file"
        case .noDate: "a time stands without a date, unlike in the rest of the file"
        case .unknownAction: "the action is neither joining nor leaving"
        }
    }

    var fix: String {
        switch self {
        case .cutShort: "download the export again when it is complete"
        case .damaged: "download the export again and do not edit it"
        default: "look at this row of the export, or export it again"
        }
    }
}

/// What a format read from one row of presence.
struct RowDraft {
    var joined = RawTime.missing
    var left = RawTime.missing
    var shown = ShownDuration.unknown
    /// Minutes east of UTC that the row itself names.
    var zone: Int?
    /// `left` minus this is `joined` (Meet log: the row bears the leaving time).
    var secondsBeforeLeft: Int?
    /// The rest of the stay: camera, markers, line.
    var stay: Stay

    init(line: Int) { stay = Stay(line: line) }
}

/// One meeting while its file is read.
struct MeetingDraft {
    var id: String?
    var topic: String?
    var start = TimeCell.missing
    var end = TimeCell.missing
    var hostEmail: String?
    var isIDFromFileName = false
    var notAttended: [(displayName: DisplayName, email: String?)] = []
}

/// How a format writes a display name.
enum NameStyle { case plain, zoom, teams }

/// Collects the rows of one file; dates are settled at the end, when all of them are known.
struct ExportBuilder {
    let text: ExportText
    let hints: ReadingHints
    var meetings: [MeetingDraft] = []
    private var meetingPlaces: [String: Int] = [:]
    /// Title rows, in which the day of clock times may stand.
    var titles: [String] = []
    var ladder = DateLadder()
    var rows: [Row] = []
    var participants: ParticipantTable
    var faults: [(line: Int, fault: RowFault)] = []
    var faultCount = 0
    var notes: [Problem] = []
    var last = (line: 0, cells: 0)
    var fewestCells = Int.max
    var rowsWithoutStay = 0
    var warnings: [String] = []
    /// A message for each bad row is kept up to this many; the rest is counted.
    private static let faultLimit = 500

    struct Row {
        var participant: UInt32
        var joined: RawTime
        var left: RawTime
        var secondsBeforeLeft: Int32
        var stay: Stay
    }

    init(_ text: ExportText, hints: ReadingHints, likelyRows: Int? = nil) {
        self.text = text
        self.hints = hints
        let likelyRows = likelyRows ?? text.likelyLines
        rows.reserveCapacity(likelyRows)
        participants = ParticipantTable(rows: likelyRows)
    }

    /// Reads the rows below a header.
    /// - Parameter columns: where exports were pasted together, the header stands again: a row with its labels in all
    ///   of these is none.
    mutating func readRows(
        below header: HeadRow, labelsAt columns: [Int?], _ read: (borrowing Record, inout ExportBuilder) -> Void
    ) {
        let labels = columns.compactMap { $0 }.map { (column: $0, label: header.label($0)) }
        text.eachRow(after: header.line) { record in
            if !labels.isEmpty, labels.allSatisfy({ Cells.folds(record, $0.column, to: $0.label) }) { return }
            begin(record)
            read(record, &self)
        } onDamage: {
            reject($0, $1)
        }
    }

    /// The meeting that rows of this key belong to, made when first seen.
    mutating func meeting(_ key: String, _ make: (inout ExportBuilder) -> MeetingDraft) -> Int {
        if let known = meetingPlaces[key] { return known }
        meetingPlaces[key] = meetings.count
        let made = make(&self)
        meetings.append(made)
        return meetings.count - 1
    }

    /// The participant of this name and e-mail in a meeting, made when first seen. Bytes are trimmed here.
    mutating func participant(_ bytes: [UInt8], name: Range<Int>, email: Range<Int>, meeting: Int, style: NameStyle)
        -> Int
    {
        participants.index(
            bytes, Cells.trimmed(bytes, name), Cells.trimmed(bytes, email), meeting: meeting, style: style)
    }

    mutating func participant(name: String, email: String = "", meeting: Int, style: NameStyle) -> Int {
        let bytes = Array(name.utf8) + Array(email.utf8)
        return participant(
            bytes, name: 0..<name.utf8.count, email: name.utf8.count..<bytes.count, meeting: meeting, style: style)
    }

    /// A time cell of a row; notes it for the date order.
    /// - Returns: `nil` when the cell is no time: the row has been rejected.
    mutating func time(_ record: borrowing Record, _ column: Int?, named name: String, mayBeEmpty: Bool = true)
        -> TimeCell?
    {
        guard let column else { return .missing }
        guard let cell = readTime(record.bytes, record.range(at: column)) else {
            reject(record.line, .time(name))
            return nil
        }
        if cell.raw.isMissing, !mayBeEmpty {
            reject(record.line, .noTime(name))
            return nil
        }
        ladder.note(cell, line: record.line)
        return cell
    }

    /// A time of the meeting block. One that cannot be read is left out: it takes nobody's presence away.
    mutating func meetingTime(_ text: String, line: Int) -> TimeCell {
        let bytes = Array(text.utf8)
        guard let cell = readTime(bytes, 0..<bytes.count) else {
            note("bad-meeting-time", "a time of the meeting itself cannot be read and is left out", line: line)
            return .missing
        }
        ladder.note(cell, line: line)
        return cell
    }

    mutating func add(_ draft: RowDraft, participant: Int) {
        var stay = draft.stay
        if case .seconds(let seconds) = draft.shown { stay.shownSeconds = seconds }
        stay.zoneOffsetMinutes = draft.zone
        if let marked = participants.isMarkedExternal(participant) { stay.isExternal = marked }
        rows.append(
            Row(
                participant: UInt32(participant), joined: draft.joined, left: draft.left,
                secondsBeforeLeft: draft.secondsBeforeLeft.map(Int32.init(clamping:)) ?? .min, stay: stay))
    }

    mutating func reject(_ line: Int, _ fault: RowFault) {
        faultCount += 1
        if faults.count < ExportBuilder.faultLimit { faults.append((line, fault)) }
    }

    mutating func reject(_ line: Int, _ damage: LineDamage) {
        if line > last.line { closeRow(nextAt: line, cells: 0) }
        reject(line, .damaged(damage))
    }

    /// To be called for each data row; it must then end in one of `add`, `reject` and `countRowWithoutStay`.
    mutating func begin(_ record: borrowing Record) {
        closeRow(nextAt: record.line, cells: record.count)
    }

    /// Rows below a header of their own, with a width of their own: only the file's last section can be cut short.
    mutating func beginSection() {
        last = (0, 0)
        fewestCells = .max
    }

    private mutating func closeRow(nextAt line: Int, cells: Int) {
        if last.cells > 0 { fewestCells = min(fewestCells, last.cells) }
        last = (line, cells)
    }

    /// Reads a long file's rows below its head in parts, at once.
    /// - Parameter read: takes one row; false for a row that only the rows above it tell how to read.
    /// - Returns: false when nothing was read: the file is short, or there is such a row, so it is for one core from
    ///   the first to the last.
    mutating func readInParts(after line: Int, _ read: @Sendable (borrowing Record, inout ExportBuilder) -> Bool)
        -> Bool
    {
        guard hints.jobs > 1, text.bytes.count >= ExportBuilder.longText else { return false }
        let places = text.parts(of: hints.jobs)
        let parts: [ExportBuilder?] = inParallel(places.count) { [text, hints, meetings] i in
            var part = ExportBuilder(text, hints: hints, likelyRows: text.likelyLines / places.count)
            part.meetings = meetings
            var isAlike = true
            text.eachRow(after: line, in: places[i]) { record in
                if isAlike { isAlike = read(record, &part) }
            } onDamage: {
                part.reject($0, $1)
            }
            return isAlike ? part : nil
        }
        if parts.contains(where: { $0 == nil }) { return false }
        for case let part? in parts { join(part) }
        return true
    }

    /// Shorter files are read before several cores have begun.
    private static let longText = 1 << 20

    /// Adds what was read of lines further down.
    private mutating func join(_ below: ExportBuilder) {
        let places = participants.join(below.participants)
        rows.reserveCapacity(rows.count + below.rows.count)
        for var row in below.rows {
            row.participant = UInt32(places[Int(row.participant)])
            rows.append(row)
        }
        ladder.join(below.ladder)
        faults += below.faults.prefix(ExportBuilder.faultLimit - faults.count)
        faultCount += below.faultCount
        notes += below.notes
        if below.last.line > 0 { closeRow(nextAt: below.last.line, cells: below.last.cells) }
        fewestCells = min(fewestCells, below.fewestCells)
        rowsWithoutStay += below.rowsWithoutStay
    }

    mutating func countRowWithoutStay() { rowsWithoutStay += 1 }

    mutating func note(
        _ code: String, _ what: String, line: Int? = nil, fix: String = "nothing needs doing",
        severity: Problem.Severity = .note
    ) {
        notes.append(Problem(text.file, line: line, code: code, what, fix: fix, severity: severity))
    }

}
