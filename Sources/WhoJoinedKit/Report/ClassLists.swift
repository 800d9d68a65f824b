import DelimitedText

/// What each class's folder is made of: the findings for its SLT list and the families for its parents' list.
struct ClassLists: Sendable {
    struct Row: Sendable {
        var finding: Finding
        /// Index into `WeekResult.sessions`; `nil` for findings of the week.
        var session: Int?
    }

    /// Every class that had a session this week, or whose pupils have findings; sorted.
    private(set) var classes: [String] = []
    private(set) var rows: [String: [Row]] = [:]
    private(set) var sessions: [String: [Int]] = [:]

    init(_ context: ReportContext) {
        for (index, judged) in context.result.sessions.enumerated() {
            let own = context.listClasses(of: judged.session)
            for text in own { sessions[text, default: []].append(index) }
            for finding in judged.findings {
                // A pupil's finding stands in that pupil's own class; what is about the call, in all its classes.
                let isOwnPupil = finding.subject == .pupil && finding.pupil != nil && finding.rule != .otherClass && own.count > 1
                let texts = isOwnPupil ? [context.ownClass(of: finding.pupil!, inSession: index)] : own
                for text in texts { rows[text, default: []].append(Row(finding: finding, session: index)) }
            }
        }
        for finding in context.result.weeklyFindings {
            for code in finding.classText.split(separator: ";") {
                for text in context.spellings(of: ClassCode(String(code))) { rows[text, default: []].append(Row(finding: finding, session: nil)) }
            }
        }
        classes = Set(rows.keys).union(sessions.keys).filter { !$0.isEmpty }.sorted()
    }
}

/// `slt.csv` of one class: everything found, and for whom no family may be contacted.
func sltTable(_ rows: [ClassLists.Row], classText: String, withheld: Set<Int>, _ context: ReportContext) -> [UInt8] {
    var writer = RecordWriter()
    writer.write(
        "class,date,start,session,rule,severity,subject,id,name,from,to,minutes,detail,family_contact,evidence".split(separator: ",").map(String.init))
    var evidence = EvidenceText()
    for row in rows {
        let finding = row.finding
        writer.add(PlainText.clean(classText))
        writer.add(finding.day.iso)
        writer.add(finding.start.map { context.clock($0).full } ?? "")
        writer.add(finding.session)
        writer.add(finding.rule.rawValue)
        writer.add(finding.severity.rawValue)
        writer.add(finding.subject.rawValue)
        writer.add(finding.pupil.map { context.pupilIDs[$0] } ?? finding.staff.map { context.staffCodes[$0] } ?? "")
        writer.add(PlainText.shown(finding.name))
        writer.add(finding.interval.map { context.clock($0.start).full } ?? "")
        writer.add(finding.interval.map { context.clock($0.end).full } ?? "")
        writer.add(finding.shownMinutes.map { String($0) } ?? "")
        writer.add(PlainText.clean(finding.detail, limit: 600))
        let isWithheld = finding.pupil.map(withheld.contains) ?? false && FollowUpList.reasons.contains(finding.rule)
        writer.add(isWithheld ? "no contact may be used: safeguarding lead decides" : "")
        var cell: [UInt8] = []
        _ = evidence.append(finding.evidence, to: &cell)
        writer.add { $0.append(contentsOf: cell) }
        writer.endRow()
    }
    return writer.bytes
}

/// `slt.txt` of one class: everything found, worst first.
func sltPage(_ lists: ClassLists, classText: String, withheld: Set<Int>, _ context: ReportContext) -> [UInt8] {
    let week = context.result.week
    let rows = lists.rows[classText] ?? []
    let sessions = lists.sessions[classText] ?? []
    let withData = sessions.count { context.result.sessions[$0].session.hasData }
    var page = TextPage()
    page.line("\(PlainText.shown(classText))   online lessons \(week.monday.short) - \(week.sunday.shortWithYear)   for SLT")
    page.line("Online-lesson record. Not the attendance register.")
    page.line("\(counted(sessions.count, "session")), \(withData) with an export, \(counted(rows.count, "finding")).")
    for (severity, title) in [(Severity.safeguarding, "SAFEGUARDING"), (.followUp, "FOLLOW-UP"), (.inform, "FOR INFORMATION")] {
        let own = rows.filter { $0.finding.severity == severity }
        if own.isEmpty { continue }
        page.line("")
        page.heading("\(title) (\(own.count))", isAlarm: severity == .safeguarding)
        for row in own { page.line(findingLine(row.finding, context), indent: 6) }
    }
    let silent = withheld.filter { pupil in rows.contains { $0.finding.pupil == pupil && FollowUpList.reasons.contains($0.finding.rule) } }
    if !silent.isEmpty {
        page.line("")
        page.heading("NO FAMILY CONTACT (\(silent.count)): nobody on record may be contacted")
        page.line("  The safeguarding lead decides what to do.")
        for pupil in silent.sorted() { page.line("  * \(context.sortName(pupil))") }
    }
    return page.bytes
}

/// `  * Tue 17 Nov 09:00  late 09:05:00-09:07:10 (2 min)  Khan, Aisha: detail`
func findingLine(_ finding: Finding, _ context: ReportContext) -> String {
    var parts = ["  * \(finding.day.short)" + (finding.start.map { " " + context.time($0) } ?? ""), words(for: finding.rule)]
    if let span = finding.interval {
        parts.append("\(context.clock(span.start).full)-\(context.clock(span.end).full) (\(ReportContext.minutes(span.seconds)) min)")
    }
    let name = finding.subject == .session || finding.subject == .class ? "" : PlainText.shown(finding.name)
    let detail = PlainText.clean(finding.detail, limit: 600)
    parts.append([name, detail].filter { !$0.isEmpty }.joined(separator: ": "))
    return parts.filter { !$0.isEmpty }.joined(separator: "  ")
}
