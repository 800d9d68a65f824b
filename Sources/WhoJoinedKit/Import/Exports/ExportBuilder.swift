import DelimitedText

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
    /// What tells the calls of one meeting ID apart.
    var conference = ""
    var isIDFromFileName = false
    var notAttended: [(displayName: DisplayName, email: String?)] = []
}

/// An event of a log before it is known on which day it was, and of which of the file's meetings.
struct EventDraft {
    var time: TimeCell
    var code: String
    var conference: String
    var topic = ""
    var hostEmail: String?
    /// Its moment is told at the end.
    var event: MeetingEvent
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
    /// Where the vendor says which order the format has.
    var fixedOrder: DateDecision.Order?
    var rows: [Row] = []
    var participants = ParticipantTable()
    var faults: [(line: Int, fault: RowFault)] = []
    var faultCount = 0
    var notes: [Problem] = []
    var last = (line: 0, cells: 0)
    var fewestCells = Int.max
    var rowsWithoutStay = 0
    /// Of rows that must have times and have none.
    var linesWithoutTimes: Set<Int> = []
    var warnings: [String] = []
    var events: [EventDraft] = []
    /// Whom rows of unknown events and sections hold: by e-mail, number or name.
    var peopleOfUnknownRows: [MeetingEvent.Account] = []
    /// A message for each bad row is kept up to this many; the rest is counted.
    private static let faultLimit = 500

    struct Row {
        var participant: UInt32
        var joined: RawTime
        var left: RawTime
        var secondsBeforeLeft: Int32
        var stay: Stay
    }

    init(_ text: ExportText, hints: ReadingHints) {
        self.text = text
        self.hints = hints
        rows.reserveCapacity(text.likelyLines)
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
            if isRemark(record) {
                countRowWithoutStay()
                return nil
            }
            if ExportBuilder.isEmpty(record, from: column) {
                linesWithoutTimes.insert(record.line)
                return cell
            }
            reject(record.line, .noTime(name))
            return nil
        }
        ladder.note(cell, line: record.line)
        return cell
    }

    /// `Total,,,,98`: what somebody wrote below the list, without an address or a time.
    private func isRemark(_ record: borrowing Record) -> Bool {
        let cells = (0..<min(record.count, 64)).map { Cells.text(record, $0) }.filter { !$0.isEmpty }
        guard let first = cells.first, isTotal(first) else { return false }
        return cells.dropFirst().allSatisfy { !$0.utf8.contains(.at) && readTime($0)?.raw.isMissing ?? true }
    }

    /// Nothing stands there but dashes and no: somebody who was invited and has not been seen.
    private static func isEmpty(_ record: borrowing Record, from column: Int) -> Bool {
        (column..<max(column, record.count)).allSatisfy { at in
            readTime(record.bytes, record.range(at: at))?.raw.isMissing ?? (Cells.yesOrNo(record, at) == false)
        }
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
        // The file is refused at the end.
        if participants.isOverfull { return }
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

    func decision(clockTells: Bool) -> DateDecision? {
        if let fixedOrder { return DateDecision(order: fixedOrder, decidedBy: "the platform's own order") }
        return ladder.decide(file: text.file, clockTells: clockTells, hints: hints)
    }

    /// The order alone, for those who sort by time.
    func decision(clockTells: Bool) -> DateDecision.Order? { decision(clockTells: clockTells)?.order }

    mutating func countRowWithoutStay() { rowsWithoutStay += 1 }

    mutating func note(
        _ code: String, _ what: String, line: Int? = nil, fix: String = "nothing needs doing",
        severity: Problem.Severity = .note
    ) {
        notes.append(Problem(text.file, line: line, code: code, what, fix: fix, severity: severity))
    }
}
