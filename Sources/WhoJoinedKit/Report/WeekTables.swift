import DelimitedText

// The four CSV files of the whole week. A big school's have 100,000 rows: cells that many rows share are written once.

/// A table with nothing but its header.
func header(_ columns: String) -> RecordWriter {
    var writer = RecordWriter()
    writer.write(columns.split(separator: ",").map(String.init))
    return writer
}

/// `file:row` of stays or findings, joined by `;`: at most what a spreadsheet's cell can hold.
struct EvidenceText {
    /// A spreadsheet's cell ends at 32,767 characters.
    private static let limit = 30_000
    /// The cell, for `RecordWriter.add(bytes:)`.
    private(set) var cell: [UInt8] = []
    private(set) var leftOut = 0
    private var file = ""
    /// The file's name and its colon, neutralised for a quoted cell.
    private var name: [UInt8] = []
    /// At the start of a cell the name needs an apostrophe.
    private var isGuarded = false

    /// Makes the cell of these rows.
    mutating func write(_ rows: [Evidence]) {
        clear()
        for row in rows { add(row.file, row.line) }
    }

    /// Makes the cell of these stays.
    mutating func write(_ stays: [PlacedStay], of exports: [ExportSummary]) {
        clear()
        for place in stays.indices { add(exports[stays[place].export].file, stays[place].stay.line) }
    }

    private mutating func clear() {
        cell.removeAll(keepingCapacity: true)
        leftOut = 0
    }

    private mutating func add(_ file: String, _ line: Int) {
        if cell.count > Self.limit {
            leftOut += 1
            return
        }
        // Rows of one file follow each other.
        if file != self.file || name.isEmpty { begin(file) }
        if !cell.isEmpty { cell.append(.semicolon) } else if isGuarded { cell.append(.apostrophe) }
        cell += name
        cell.append(digitsOf: line)
    }

    /// The sentence of the row, and how many rows the cell has no room for.
    func sentence(_ text: String) -> String { leftOut == 0 ? text : "\(text) (\(leftOut) more rows)" }

    private mutating func begin(_ file: String) {
        self.file = file
        name = Array(PlainText.clean(file).utf8)
        isGuarded = name.first == .apostrophe || startsFormula(file)
        if name.contains(.quotationMark) { name = name.flatMap { $0 == .quotationMark ? [$0, $0] : [$0] } }
        name.append(.colon)
    }
}

/// Sentences as cells: most rows of entrants.csv say what one of the few before said.
private struct SentenceCells {
    private var recent: [(sentence: String, cell: RecordCells)] = []
    private var oldest = 0

    mutating func cell(_ sentence: String) -> RecordCells {
        let count = sentence.utf8.count
        for place in recent.indices
        where recent[place].sentence.utf8.count == count && recent[place].sentence == sentence {
            return recent[place].cell
        }
        let new = (sentence, RecordCells(PlainText.clean(sentence, limit: 600)))
        if recent.count < 16 {
            recent.append(new)
        } else {
            recent[oldest] = new
            oldest = (oldest + 1) % recent.count
        }
        return new.1
    }
}

/// Of a table so much is held before it is handed over: what stays near a processor's core.
private let pieceBytes = 1 << 17

/// The cells that all rows of a session begin with: its key, day, start and class.
private func sharedCells(_ judged: JudgedSession, _ context: ReportContext) -> [String] {
    [
        judged.session.key, context.texts(of: judged.session.day).iso, context.clock(judged.session.start).full,
        PlainText.clean(judged.session.classText),
    ]
}

/// `entrants.csv`: every entrant of every session and what became of it; who only waited is none.
func entrantsTable(_ context: ReportContext, to take: ([UInt8]) -> Void) {
    var writer = header(
        "export,session,date,start,class,display_name,email,outcome,id,candidates,certainty,joined,left,minutes,stays,camera,why,evidence"
    )
    writer.reserve(2 * pieceBytes)
    var rows = EntrantRows(context)
    for judged in context.result.sessions { rows.add(judged, to: &writer, take) }
    writer.handOver(to: take)
}

private struct EntrantRows {
    private let context: ReportContext
    private var links: LinkCells
    private var evidence = EvidenceText()
    private var sentences = SentenceCells()
    private let cameras = (
        on: RecordCells(Camera.on.rawValue), off: RecordCells(Camera.off.rawValue),
        unknown: RecordCells(Camera.unknown.rawValue)
    )

    init(_ context: ReportContext) {
        self.context = context
        links = LinkCells(context)
    }

    mutating func add(_ judged: JudgedSession, to writer: inout RecordWriter, _ take: ([UInt8]) -> Void) {
        let (exports, entrants) = (judged.session.exports, judged.session.entrants)
        let files = exports.indices.map { PlainText.clean(exports[$0].file, limit: 300) }
        let shared = sharedCells(judged, context)
        let ofOneFile = RecordCells([files.first ?? ""] + shared)
        // By their places: an entrant has a dozen parts to copy, and a row needs a few.
        for i in entrants.indices {
            let (stays, waiting) = (entrants[i].stays, entrants[i].waiting)
            if stays.isEmpty && !waiting.isEmpty { continue }
            let rows = waiting.isEmpty ? stays : stays + waiting
            if files.count == 1 {
                writer.add(ofOneFile)
            } else {
                writer.add(
                    RecordCells([Set(rows.map(\.export)).sorted().map { files[$0] }.joined(separator: ";")] + shared))
            }
            writer.add(PlainText.clean(entrants[i].nameInExport))
            writer.add(PlainText.clean(entrants[i].email ?? ""))
            writer.add(links.cells(of: entrants, i))
            addPresence(stays, to: &writer)
            evidence.write(rows, of: exports)
            writer.add(sentences.cell(evidence.sentence(entrants[i].link.why)))
            writer.add(bytes: evidence.cell)
            writer.endRow()
            writer.handOver(above: pieceBytes, to: take)
        }
    }

    private func addPresence(_ stays: [PlacedStay], to writer: inout RecordWriter) {
        var (joined, left): (Instant?, Instant?)
        var (spans, seconds, open, halfOpen, shown) = (0, 0, 0, 0, -1)
        for place in stays.indices {
            let stay = stays[place].stay
            if let from = stay.joined {
                joined = min(joined ?? from, from)
                if let to = stay.left.map({ max(from, $0) }) {
                    left = max(left ?? to, to)
                    spans += 1
                    seconds += to - from
                }
            }
            if stay.left == nil { open += 1 }
            if stay.left == nil || stay.joined == nil { halfOpen += 1 }
            if let seconds = stay.shownSeconds { shown = max(shown, 0) + seconds }
        }
        if spans > 1 {
            let united = ReportContext.spans(of: stays)
            (spans, seconds) = (united.count, united.reduce(0) { $0 + $1.seconds })
        }
        writer.add(
            from: joined.map { context.clock($0).seconds }, to: open > 0 ? nil : left.map { context.clock($0).seconds },
            minutes: spans > 0 ? roundedMinutes(seconds) : shown < 0 ? nil : roundedMinutes(shown))
        writer.add(number: spans > 0 ? spans + halfOpen : 1)
        switch camera(of: stays) {
        case .on: writer.add(cameras.on)
        case .off: writer.add(cameras.off)
        case .unknown: writer.add(cameras.unknown)
        }
    }
}

/// The cells `outcome,id,candidates,certainty` of a link: for most entrants those of the pupil's last session.
private struct LinkCells {
    private let context: ReportContext
    /// Four for each pupil, then for each member of staff.
    private var known: [RecordCells?]

    init(_ context: ReportContext) {
        self.context = context
        known = Array(repeating: nil, count: 4 * (context.pupilIDs.values.count + context.staffCodes.values.count))
    }

    mutating func cells(of entrants: [LinkedEntrant], _ i: Int) -> RecordCells {
        guard let place = place(of: entrants, i) else { return written(entrants[i].link) }
        if let known = known[place] { return known }
        let cells = written(entrants[i].link)
        known[place] = cells
        return cells
    }

    private func place(of entrants: [LinkedEntrant], _ i: Int) -> Int? {
        let person: Int? =
            switch entrants[i].link.outcome {
            case .pupil: entrants[i].link.pupil?.position
            case .staff: entrants[i].link.staff.map { context.pupilIDs.values.count + $0.position }
            case .otherClass, .contact, .ambiguous, .unnamed, .uninvited: nil
            }
        let certainty =
            switch entrants[i].link.certainty {
            case .certain: 0
            case .probable: 1
            case .possible: 2
            case .none: 3
            }
        return person.map { 4 * $0 + certainty }
    }

    private func written(_ link: Link) -> RecordCells {
        let person: String? =
            switch link.outcome {
            case .pupil, .otherClass, .contact: link.pupil.map { context.pupilIDs[$0] }
            case .staff: link.staff.map { context.staffCodes[$0] }
            case .ambiguous, .unnamed, .uninvited: nil
            }
        let candidates =
            link.outcome == .ambiguous ? link.candidates.map { context.pupilIDs[$0] }.joined(separator: ";") : ""
        return RecordCells(link.outcome.rawValue, person ?? "", candidates, link.certainty.rawValue)
    }
}

/// On if any video was seen, off if all stays say that there was none.
func camera(of stays: [PlacedStay]) -> Camera {
    var known = 0
    for place in stays.indices {
        let stay = stays[place].stay
        if let seconds = stay.cameraSeconds {
            if seconds > 0 { return .on }
            known += 1
        } else if stay.camera == .on {
            return .on
        } else if stay.camera == .off {
            known += 1
        }
    }
    return known > 0 && known == stays.count ? .off : .unknown
}

/// `pupils.csv`: every expected pupil of every session and what became of them.
func pupilsTable(_ context: ReportContext, to take: ([UInt8]) -> Void) {
    var writer = header("session,date,start,class,id,name,status,joined,left,minutes,stays,reason")
    writer.reserve(2 * pieceBytes)
    let ids = context.pupilIDs.values
    let names = SideTable<Pupil, RecordCells>(values: zip(ids, context.pupilNames.values).map { RecordCells($0, $1) })
    let joined = SideTable<Pupil, RecordCells>(
        values: names.values.map { RecordCells($0, PupilStatus.joined.rawValue) })
    for judged in context.result.sessions {
        let shared = RecordCells(sharedCells(judged, context))
        let results = judged.results
        for place in results.indices {
            let (pupil, status) = (results[place].pupil, results[place].status)
            let hasJoined = status == .joined
            writer.add(shared)
            writer.add(hasJoined ? joined[pupil] : names[pupil])
            if !hasJoined { writer.add(status.rawValue) }
            writer.add(
                from: results[place].joined.map { context.clock($0).seconds },
                to: results[place].left.map { context.clock($0).seconds },
                minutes: hasJoined ? roundedMinutes(results[place].seconds) : nil)
            writer.add(number: hasJoined ? results[place].stays : nil)
            writer.add(PlainText.clean(results[place].reason, limit: 600))
            writer.endRow()
            writer.handOver(above: pieceBytes, to: take)
        }
    }
    writer.handOver(to: take)
}

/// `no-session-pupils.csv`: pupils on roll of whose classes the week has no session at all, so that every pupil of the
/// roster stands in one list; `nil` when there are none.
func pupilsWithoutSessionTable(_ context: ReportContext) -> [UInt8]? {
    var isListed = SideTable(for: context.school.roster.pupils, repeating: false)
    for judged in context.result.sessions { for result in judged.results { isListed[result.pupil] = true } }
    let week = context.result.week
    let rest = isListed.typedIndices.filter { i in
        !isListed[i] && week.days.contains { context.school.roster.pupils[i].isOnRoll(on: $0) }
    }
    if rest.isEmpty { return nil }
    var writer = header("session,date,start,class,id,name,status,joined,left,minutes,stays,reason")
    for pupil in rest {
        let own = PlainText.clean(context.classes.homeClass(of: pupil, on: week.monday))
        let cells = [
            "", "", "", own, context.pupilIDs[pupil], context.pupilNames[pupil], PupilStatus.noData.rawValue, "", "",
            "", "",
        ]
        writer.write(cells + ["no session of this pupil's class in the week"])
    }
    return writer.bytes
}

/// `findings.csv`: every finding of every session, then those of the week.
func findingsTable(_ context: ReportContext, to take: ([UInt8]) -> Void) {
    var writer = header("session,date,start,class,rule,severity,subject,id,name,from,to,minutes,detail,evidence")
    writer.reserve(2 * pieceBytes)
    var cells = FindingCells(context)
    var evidence = EvidenceText()
    for finding in context.findings {
        cells.add(finding, name: PlainText.clean(finding.name), to: &writer) {
            [finding.session, $0, $1, PlainText.clean(finding.classText)]
        }
        evidence.write(finding.evidence)
        writer.add(PlainText.clean(evidence.sentence(finding.detail), limit: 600))
        writer.add(bytes: evidence.cell)
        writer.endRow()
        writer.handOver(above: pieceBytes, to: take)
    }
    writer.handOver(to: take)
}

/// The cells that every list of findings has: where it was found, then from `rule` to `minutes`. Most are those of the
/// finding before.
struct FindingCells {
    private let context: ReportContext
    private var place: (session: String, day: Day, start: Instant?, classText: String, cells: RecordCells)?
    /// A week's findings are of a dozen kinds.
    private var kinds: [(kind: Kind, cells: RecordCells)] = []

    private struct Kind: Equatable {
        var rule: RuleID
        var severity: Severity
        var subject: Finding.Subject
    }

    init(_ context: ReportContext) { self.context = context }

    /// - Parameter row: what the row begins with, of the day and the start.
    mutating func add(
        _ finding: Finding, name: String, to writer: inout RecordWriter,
        row: (_ day: String, _ start: String) -> [String]
    ) {
        writer.add(placeCells(finding, row))
        writer.add(kindCells(Kind(rule: finding.rule, severity: finding.severity, subject: finding.subject)))
        writer.add(finding.pupil.map { context.pupilIDs[$0] } ?? finding.staff.map { context.staffCodes[$0] } ?? "")
        writer.add(name)
        writer.add(
            from: finding.interval.map { context.clock($0.start).seconds },
            to: finding.interval.map { context.clock($0.end).seconds },
            minutes: finding.shownMinutes)
    }

    private mutating func placeCells(_ finding: Finding, _ row: (_ day: String, _ start: String) -> [String])
        -> RecordCells
    {
        if let place, place.session == finding.session, place.day == finding.day, place.start == finding.start,
            place.classText == finding.classText
        {
            return place.cells
        }
        let cells = RecordCells(
            row(context.texts(of: finding.day).iso, finding.start.map { context.clock($0).full } ?? ""))
        place = (finding.session, finding.day, finding.start, finding.classText, cells)
        return cells
    }

    private mutating func kindCells(_ kind: Kind) -> RecordCells {
        if let place = kinds.firstIndex(where: { $0.kind == kind }) { return kinds[place].cells }
        let cells = RecordCells(kind.rule.rawValue, kind.severity.rawValue, kind.subject.rawValue)
        kinds.append((kind, cells))
        return cells
    }
}

/// `session-log.csv`: the log of sessions that the policies demand; what they demand and nobody wrote down is
/// `MISSING`.
func sessionLogTable(_ context: ReportContext) -> [UInt8] {
    var writer = header(
        "date,start,end,minutes,platform,meeting_id,class,kind,reason,lead_staff,second_staff,staff_times,pupils_joined,others_present,participants,recorded,one_to_one,approved_by,parent_present,what_went_wrong,complete,retain_until"
    )
    for judged in context.result.sessions {
        let log = judged.log
        func demanded(_ text: String, _ isDemanded: Bool = true) -> String {
            let text = PlainText.clean(text, limit: 600)
            return text.isEmpty && isDemanded ? "MISSING" : text
        }
        writer.add(context.texts(of: log.day).iso)
        writer.add(
            from: context.clock(log.start).seconds, to: log.end.map { context.clock($0).seconds }, minutes: log.minutes)
        writer.add(log.platform?.rawValue ?? "")
        writer.add(PlainText.clean(log.meetingID))
        writer.add(PlainText.clean(log.classText))
        writer.add(log.kind.rawValue)
        writer.add(demanded(log.reason))
        writer.add(demanded(log.leadStaff))
        writer.add(PlainText.clean(log.secondStaff, limit: 600))
        writer.add(PlainText.clean(log.staffTimes, limit: 2000))
        // Without an export nobody was counted, which is not the same as nobody.
        for number in [log.pupilsJoined, log.othersPresent, log.participants] {
            writer.add(number: judged.session.hasData ? number : nil)
        }
        writer.add(log.recorded)
        writer.add(log.isOneToOne ? "yes" : "no")
        writer.add(demanded(log.approvedBy, log.isOneToOne))
        writer.add(demanded(log.parentPresent, log.isOneToOne))
        writer.add(PlainText.clean(log.whatWentWrong, limit: 2000))
        writer.add(log.isComplete ? "yes" : "no")
        writer.add(log.retainUntil.iso)
        writer.endRow()
    }
    return writer.bytes
}

/// What the log still lacks, in the log's own column names: `reason`, `lead_staff` …
func missingLogFields(_ log: SessionLogEntry) -> [String] {
    var fields: [String] = []
    if log.reason.isEmpty { fields.append("reason") }
    if log.leadStaff.isEmpty { fields.append("lead_staff") }
    if log.isOneToOne && log.approvedBy.isEmpty { fields.append("approved_by") }
    if log.isOneToOne && log.parentPresent.isEmpty { fields.append("parent_present") }
    return fields
}
