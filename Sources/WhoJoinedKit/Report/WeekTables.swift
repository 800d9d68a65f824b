import DelimitedText

// The four CSV files of the whole week. A big school's have 100,000 rows: cells that many rows share are written once.

private func header(_ columns: String) -> RecordWriter {
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
    private var files: [String: [UInt8]] = [:]
    private var last: (file: String, bytes: [UInt8]) = ("", [])

    /// Makes the cell of these rows.
    mutating func write(_ rows: some Sequence<Evidence>) {
        cell.removeAll(keepingCapacity: true)
        leftOut = 0
        for row in rows {
            if cell.count > Self.limit {
                leftOut += 1
                continue
            }
            // Rows of one file follow each other.
            if row.file != last.file || last.bytes.isEmpty { last = (row.file, name(row.file)) }
            if !cell.isEmpty {
                cell.append(0x3B)
            } else if last.bytes.first == 0x27 || startsFormula(row.file) {
                cell.append(0x27)
            }
            cell += last.bytes
            cell.append(0x3A)
            cell.append(digitsOf: row.line)
        }
    }

    /// The sentence of the row, and how many rows the cell has no room for.
    func sentence(_ text: String) -> String { leftOut == 0 ? text : "\(text) (\(leftOut) more rows)" }

    /// The file's name, neutralised for a quoted cell.
    private mutating func name(_ file: String) -> [UInt8] {
        if let known = files[file] { return known }
        let bytes = PlainText.clean(file).utf8.flatMap { $0 == 0x22 ? [0x22, 0x22] : [$0] }
        files[file] = bytes
        return bytes
    }
}

/// Sentences as cells: a week has tens of thousands of them, and a few hundred different ones.
struct SentenceCells {
    private var cells: [String: RecordCells] = [:]

    mutating func add(_ sentence: String, to writer: inout RecordWriter) {
        if let known = cells[sentence] { return writer.add(known) }
        let cell = RecordCells(PlainText.clean(sentence, limit: 600))
        if cells.count < 2000 { cells[sentence] = cell }
        writer.add(cell)
    }
}

/// Bytes of one row of a table, roughly: room for all of them is made at once.
private let rowBytes = 256

/// The cells that all rows of a session begin with: its key, day, start and class.
private func sharedCells(_ session: Session, _ context: ReportContext) -> RecordCells {
    RecordCells(session.key, session.day.iso, context.clock(session.start).full, PlainText.clean(session.classText))
}

/// `entrants.csv`: every entrant of every session and what became of it; who only waited is none.
func entrantsTable(_ context: ReportContext) -> [UInt8] {
    var writer = header("export,session,date,start,class,display_name,email,outcome,id,candidates,certainty,joined,left,minutes,stays,camera,why,evidence")
    writer.reserve(rowBytes * context.result.sessions.reduce(0) { $0 + $1.session.entrants.count })
    var evidence = EvidenceText()
    var sentences = SentenceCells()
    var links = LinkCells()
    for judged in context.result.sessions {
        let exports = judged.session.exports
        let shared = sharedCells(judged.session, context)
        let files = exports.map { PlainText.clean($0.file, limit: 300) }
        let firstFile = RecordCells(files.first ?? "")
        for entrant in judged.session.entrants where !entrant.onlyWaited {
            let rows = entrant.waiting.isEmpty ? entrant.stays : entrant.stays + entrant.waiting
            if files.count == 1 { writer.add(firstFile) } else { writer.add(Set(rows.map(\.export)).sorted().map { files[$0] }.joined(separator: ";")) }
            writer.add(shared)
            writer.add(PlainText.clean(entrant.nameInExport))
            writer.add(PlainText.clean(entrant.email ?? ""))
            writer.add(links.cells(of: entrant.link, context))
            addPresence(entrant, to: &writer, context)
            evidence.write(rows.lazy.map { Evidence(file: exports[$0.export].file, line: $0.stay.line) })
            sentences.add(evidence.sentence(entrant.link.why), to: &writer)
            writer.add(bytes: evidence.cell)
            writer.endRow()
        }
    }
    return writer.bytes
}

/// The cells `outcome,id,candidates,certainty` of a link: for most entrants those of the pupil's last session.
private struct LinkCells {
    private struct Key: Hashable {
        var outcome: Outcome
        var person: Int?
        var certainty: Link.Certainty
    }

    private var known: [Key: RecordCells] = [:]

    mutating func cells(of link: Link, _ context: ReportContext) -> RecordCells {
        if link.outcome == .ambiguous { return Self.written(link, context) }
        let key = Key(outcome: link.outcome, person: link.outcome == .staff ? link.staff : link.pupil, certainty: link.certainty)
        if let known = known[key] { return known }
        let cells = Self.written(link, context)
        known[key] = cells
        return cells
    }

    private static func written(_ link: Link, _ context: ReportContext) -> RecordCells {
        let person: String? =
            switch link.outcome {
            case .pupil, .otherClass, .contact: link.pupil.map { context.pupilIDs[$0] }
            case .staff: link.staff.map { context.staffCodes[$0] }
            case .ambiguous, .unnamed, .uninvited: nil
            }
        let candidates = link.outcome == .ambiguous ? link.candidates.map { context.pupilIDs[$0] }.joined(separator: ";") : ""
        return RecordCells(link.outcome.rawValue, person ?? "", candidates, link.certainty.rawValue)
    }
}

private func addPresence(_ entrant: Entrant, to writer: inout RecordWriter, _ context: ReportContext) {
    let spans = ReportContext.spans(of: entrant)
    var joined: Instant?
    var (open, halfOpen, shown) = (0, 0, -1)
    for placed in entrant.stays {
        if let from = placed.stay.joined { joined = min(joined ?? from, from) }
        if placed.stay.left == nil { open += 1 }
        if placed.stay.left == nil || placed.stay.joined == nil { halfOpen += 1 }
        if let seconds = placed.stay.shownSeconds { shown = max(shown, 0) + seconds }
    }
    writer.add(clock: joined.map { context.clock($0).seconds })
    writer.add(clock: open > 0 ? nil : spans.last.map { context.clock($0.end).seconds })
    if spans.isEmpty {
        writer.add(number: shown < 0 ? nil : ReportContext.minutes(shown))
    } else {
        writer.add(number: ReportContext.minutes(spans.reduce(0) { $0 + $1.seconds }))
    }
    writer.add(number: max(1, spans.count + (spans.isEmpty ? 0 : halfOpen)))
    writer.add(camera(of: entrant).rawValue)
}

/// On if any video was seen, off if all stays say that there was none.
func camera(of entrant: Entrant) -> Camera {
    var known = 0
    for placed in entrant.stays {
        if let seconds = placed.stay.cameraSeconds {
            if seconds > 0 { return .on }
            known += 1
        } else if placed.stay.camera == .on {
            return .on
        } else if placed.stay.camera == .off {
            known += 1
        }
    }
    return known > 0 && known == entrant.stays.count ? .off : .unknown
}

/// `pupils.csv`: every expected pupil of every session and what became of them.
func pupilsTable(_ context: ReportContext) -> [UInt8] {
    var writer = header("session,date,start,class,id,name,status,joined,left,minutes,stays,reason")
    writer.reserve(rowBytes * context.result.sessions.reduce(0) { $0 + $1.results.count })
    let names = zip(context.pupilIDs, context.pupilNames).map { RecordCells($0, $1) }
    var sentences = SentenceCells()
    for judged in context.result.sessions {
        let shared = sharedCells(judged.session, context)
        for result in judged.results {
            let hasJoined = result.status == .joined
            writer.add(shared)
            writer.add(names[result.pupil])
            writer.add(result.status.rawValue)
            writer.add(clock: result.joined.map { context.clock($0).seconds })
            writer.add(clock: result.left.map { context.clock($0).seconds })
            writer.add(number: hasJoined ? ReportContext.minutes(result.seconds) : nil)
            writer.add(number: hasJoined ? result.stays : nil)
            sentences.add(result.reason, to: &writer)
            writer.endRow()
        }
    }
    return writer.bytes
}

/// `no-session-pupils.csv`: pupils on roll of whose classes the week has no session at all, so that every pupil of the
/// roster stands in one list; `nil` when there are none.
func pupilsWithoutSessionTable(_ context: ReportContext) -> [UInt8]? {
    var isListed = [Bool](repeating: false, count: context.pupilNames.count)
    for judged in context.result.sessions { for result in judged.results { isListed[result.pupil] = true } }
    let week = context.result.week
    let rest = isListed.indices.filter { i in !isListed[i] && week.days.contains { context.school.roster.pupils[i].isOnRoll(on: $0) } }
    if rest.isEmpty { return nil }
    var writer = header("session,date,start,class,id,name,status,joined,left,minutes,stays,reason")
    for pupil in rest {
        let own = PlainText.clean(context.homeClass(of: pupil, on: week.monday))
        let cells = ["", "", "", own, context.pupilIDs[pupil], context.pupilNames[pupil], PupilStatus.noData.rawValue, "", "", "", ""]
        writer.write(cells + ["no session of this pupil's class in the week"])
    }
    return writer.bytes
}

/// `findings.csv`: every finding of every session, then those of the week.
func findingsTable(_ context: ReportContext) -> [UInt8] {
    var writer = header("session,date,start,class,rule,severity,subject,id,name,from,to,minutes,detail,evidence")
    writer.reserve(rowBytes * context.findings.count)
    var evidence = EvidenceText()
    var sentences = SentenceCells()
    for finding in context.findings {
        writer.add(finding.session)
        writer.add(finding.day.iso)
        writer.add(clock: finding.start.map { context.clock($0).seconds })
        writer.add(PlainText.clean(finding.classText))
        addSubject(finding, name: PlainText.clean(finding.name), to: &writer, context)
        evidence.write(finding.evidence)
        sentences.add(evidence.sentence(finding.detail), to: &writer)
        writer.add(bytes: evidence.cell)
        writer.endRow()
    }
    return writer.bytes
}

/// The cells that every list of findings has: from `rule` to `minutes`.
func addSubject(_ finding: Finding, name: String, to writer: inout RecordWriter, _ context: ReportContext) {
    writer.add(finding.rule.rawValue)
    writer.add(finding.severity.rawValue)
    writer.add(finding.subject.rawValue)
    writer.add(finding.pupil.map { context.pupilIDs[$0] } ?? finding.staff.map { context.staffCodes[$0] } ?? "")
    writer.add(name)
    writer.add(clock: finding.interval.map { context.clock($0.start).seconds })
    writer.add(clock: finding.interval.map { context.clock($0.end).seconds })
    writer.add(number: finding.shownMinutes)
}

/// `session-log.csv`: the log of sessions that the policies demand; what they demand and nobody wrote down is `MISSING`.
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
        writer.add(log.day.iso)
        writer.add(clock: context.clock(log.start).seconds)
        writer.add(clock: log.end.map { context.clock($0).seconds })
        writer.add(number: log.minutes)
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
