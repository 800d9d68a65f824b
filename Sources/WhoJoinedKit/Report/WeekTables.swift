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
    private var files: [String: [UInt8]] = [:]

    /// Appends the rows; says how many did not fit.
    mutating func append(_ rows: some Sequence<Evidence>, to bytes: inout [UInt8]) -> Int {
        let start = bytes.count
        var leftOut = 0
        for row in rows {
            if bytes.count - start > Self.limit {
                leftOut += 1
                continue
            }
            if bytes.count > start { bytes.append(0x3B) }
            let file = name(row.file)
            if bytes.count == start, file.first == 0x27 || startsFormula(row.file) { bytes.append(0x27) }
            bytes.append(contentsOf: file)
            bytes.append(0x3A)
            bytes.append(contentsOf: String(row.line).utf8)
        }
        return leftOut
    }

    /// The file's name, neutralised for a quoted cell.
    private mutating func name(_ file: String) -> [UInt8] {
        if let known = files[file] { return known }
        let bytes = PlainText.clean(file).utf8.flatMap { $0 == 0x22 ? [0x22, 0x22] : [$0] }
        files[file] = bytes
        return bytes
    }
}

/// `entrants.csv`: every entrant of every session and what became of it; who only waited is none.
func entrantsTable(_ context: ReportContext) -> [UInt8] {
    var writer = header("export,session,date,start,class,display_name,email,outcome,id,candidates,certainty,joined,left,minutes,stays,camera,why,evidence")
    var evidence = EvidenceText()
    for judged in context.result.sessions {
        let session = judged.session
        let shared = RecordCells(
            session.key, session.day.iso, context.clock(session.start).full, PlainText.clean(session.classText))
        let files = session.exports.map { PlainText.clean($0.file, limit: 300) }
        let firstFile = RecordCells(files.first ?? "")
        for entrant in session.entrants where !entrant.onlyWaited {
            let own = Set(entrant.stays.map(\.export) + entrant.waiting.map(\.export)).sorted()
            if own == [0] { writer.add(firstFile) } else { writer.add(own.map { files[$0] }.joined(separator: ";")) }
            writer.add(shared)
            writer.add(PlainText.clean(entrant.nameInExport))
            writer.add(PlainText.clean(entrant.email ?? ""))
            addLink(entrant.link, to: &writer, context)
            addPresence(entrant, to: &writer, context)
            addReason(entrant, session, to: &writer, &evidence)
            writer.endRow()
        }
    }
    return writer.bytes
}

private func addLink(_ link: Link, to writer: inout RecordWriter, _ context: ReportContext) {
    writer.add(link.outcome.rawValue)
    switch link.outcome {
    case .pupil, .otherClass, .contact: writer.add(link.pupil.map { context.pupilIDs[$0] } ?? "")
    case .staff: writer.add(link.staff.map { context.staffCodes[$0] } ?? "")
    case .ambiguous, .unnamed, .uninvited: writer.add("")
    }
    writer.add(link.outcome == .ambiguous ? link.candidates.map { context.pupilIDs[$0] }.joined(separator: ";") : "")
    writer.add(link.certainty.rawValue)
}

private func addPresence(_ entrant: Entrant, to writer: inout RecordWriter, _ context: ReportContext) {
    let spans = ReportContext.spans(of: entrant)
    let times = entrant.stays.compactMap(\.stay.joined)
    if let joined = times.min() { writer.add(clock: context.clock(joined).seconds) } else { writer.add("") }
    let isOpen = entrant.stays.contains { $0.stay.left == nil }
    if let left = spans.last?.end, !isOpen { writer.add(clock: context.clock(left).seconds) } else { writer.add("") }
    if spans.isEmpty {
        let shown = entrant.stays.compactMap(\.stay.shownSeconds)
        if shown.isEmpty { writer.add("") } else { writer.add(number: ReportContext.minutes(shown.reduce(0, +))) }
    } else {
        writer.add(number: ReportContext.minutes(spans.reduce(0) { $0 + $1.seconds }))
    }
    let open = entrant.stays.count { $0.stay.joined == nil || $0.stay.left == nil }
    writer.add(number: max(1, spans.count + (spans.isEmpty ? 0 : open)))
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

private func addReason(_ entrant: Entrant, _ session: Session, to writer: inout RecordWriter, _ evidence: inout EvidenceText) {
    let rows = (entrant.stays + entrant.waiting).lazy.map { Evidence(file: session.exports[$0.export].file, line: $0.stay.line) }
    var cell: [UInt8] = []
    let leftOut = evidence.append(rows, to: &cell)
    let why = PlainText.clean(entrant.link.why, limit: 600)
    writer.add(leftOut == 0 ? why : "\(why) (\(leftOut) more rows)")
    writer.add { $0.append(contentsOf: cell) }
}

/// `pupils.csv`: every expected pupil of every session and what became of them.
func pupilsTable(_ context: ReportContext) -> [UInt8] {
    var writer = header("session,date,start,class,id,name,status,joined,left,minutes,stays,reason")
    let names = zip(context.pupilIDs, context.pupilNames).map { RecordCells($0, $1) }
    for judged in context.result.sessions {
        let session = judged.session
        let shared = RecordCells(
            session.key, session.day.iso, context.clock(session.start).full, PlainText.clean(session.classText))
        for result in judged.results {
            writer.add(shared)
            writer.add(names[result.pupil])
            writer.add(result.status.rawValue)
            if let joined = result.joined { writer.add(clock: context.clock(joined).seconds) } else { writer.add("") }
            if let left = result.left { writer.add(clock: context.clock(left).seconds) } else { writer.add("") }
            if result.status == .joined { writer.add(number: ReportContext.minutes(result.seconds)) } else { writer.add("") }
            if result.status == .joined { writer.add(number: result.stays) } else { writer.add("") }
            writer.add(PlainText.clean(result.reason, limit: 600))
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
    var evidence = EvidenceText()
    for finding in context.findings {
        var cell: [UInt8] = []
        let leftOut = evidence.append(finding.evidence, to: &cell)
        addFinding(finding, leftOut: leftOut, to: &writer, context)
        writer.add { $0.append(contentsOf: cell) }
        writer.endRow()
    }
    return writer.bytes
}

private func addFinding(_ finding: Finding, leftOut: Int, to writer: inout RecordWriter, _ context: ReportContext) {
    writer.add(finding.session)
    writer.add(finding.day.iso)
    if let start = finding.start { writer.add(clock: context.clock(start).seconds) } else { writer.add("") }
    writer.add(PlainText.clean(finding.classText))
    writer.add(finding.rule.rawValue)
    writer.add(finding.severity.rawValue)
    writer.add(finding.subject.rawValue)
    writer.add(finding.pupil.map { context.pupilIDs[$0] } ?? finding.staff.map { context.staffCodes[$0] } ?? "")
    writer.add(PlainText.clean(finding.name))
    if let span = finding.interval {
        writer.add(clock: context.clock(span.start).seconds)
        writer.add(clock: context.clock(span.end).seconds)
    } else {
        for _ in 0..<2 { writer.add("") }
    }
    if let minutes = finding.shownMinutes { writer.add(number: minutes) } else { writer.add("") }
    let detail = PlainText.clean(finding.detail, limit: 600)
    writer.add(leftOut == 0 ? detail : "\(detail) (\(leftOut) more rows)")
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
        writer.add(context.clock(log.start).full)
        writer.add(log.end.map { context.clock($0).full } ?? "")
        writer.add(log.minutes.map(String.init) ?? "")
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
            if judged.session.hasData { writer.add(number: number) } else { writer.add("") }
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
