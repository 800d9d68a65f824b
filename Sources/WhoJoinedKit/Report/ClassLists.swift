import DelimitedText

/// What each class's folder is made of: the findings for its SLT list and the families for its parents' list.
struct ClassLists: Sendable {
    /// Where a finding stands.
    struct Row: Sendable {
        /// Index into `WeekResult.sessions`; `nil` for findings of the week.
        var session: Int?
        /// Index into that session's findings, or the week's.
        var finding: Int
    }

    /// Every class that had a session this week, or whose pupils have findings; sorted.
    private(set) var classes: [String] = []
    private(set) var rows: [String: [Row]] = [:]
    private(set) var sessions: [String: [Int]] = [:]
    private let devices: [RecurringDevice]

    init(_ context: ReportContext, _ devices: [RecurringDevice]) {
        self.devices = devices
        for (index, judged) in context.result.sessions.enumerated() {
            let own = context.classes.listClasses(ofSession: index)
            for text in own { sessions[text, default: []].append(index) }
            if own.count == 1 {
                rows[own[0], default: []] += judged.findings.indices.lazy
                    .filter { !judged.findings[$0].audiences.isForLeadAlone }.map { Row(session: index, finding: $0) }
                continue
            }
            for (place, finding) in judged.findings.enumerated() where !finding.audiences.isForLeadAlone {
                // A pupil's finding stands in that pupil's own class; what is about the call, in all its classes.
                let isOwnPupil = finding.subject == .pupil && finding.pupil != nil && finding.rule != .otherClass
                let texts =
                    isOwnPupil && own.count > 1 ? [context.classes.ownClass(of: finding.pupil!, inSession: index)] : own
                for text in texts { rows[text, default: []].append(Row(session: index, finding: place)) }
            }
        }
        for (place, finding) in context.result.weeklyFindings.enumerated() {
            for code in classCodes(in: finding.classText) {
                for text in context.classes.spellings(of: code) {
                    rows[text, default: []].append(Row(session: nil, finding: place))
                }
            }
        }
        classes = Set(rows.keys).union(sessions.keys).filter { !$0.isEmpty }.sorted()
    }

    /// Devices that are in the class's lessons week after week.
    func devices(of classText: String) -> [RecurringDevice] {
        let key = ClassCode(classText).key
        return devices.filter { classCodes(in: $0.classText).contains { $0.key == key } }
    }

    /// The findings of a class: those of its sessions, then the week's.
    func findings(of classText: String, _ context: ReportContext) -> [Finding] {
        (rows[classText] ?? []).map { row in
            row.session.map { context.result.sessions[$0].findings[row.finding] }
                ?? context.result.weeklyFindings[row.finding]
        }
    }
}

/// `slt.csv` of one class: everything found, for whom no family may be contacted, and what came of the contact.
///
/// - Parameter ledger: by pupil, how the family was tried or reached.
func sltTable(
    _ findings: [Finding], classText: String, withheld: Set<Pupil.Index>, ledger: [Pupil.Index: String],
    _ context: ReportContext
) -> [UInt8] {
    var writer = tableWriter(
        "class,date,start,session,rule,severity,subject,id,name,from,to,minutes,detail,send,family_contact,evidence,outcome"
    )
    for finding in findings {
        let place = [
            PlainText.clean(classText), finding.day.iso, context.fullTime(finding.start), finding.session,
        ]
        let isWithheld = finding.pupil.map(withheld.contains) ?? false && FollowUpList.reasons.contains(finding.rule)
        writer.write(
            place + findingCells(finding, name: PlainText.shown(finding.name), context) + [
                PlainText.clean(finding.detail, limit: 600), context.isSEND(finding) ? SharedWords.yes : "",
                isWithheld ? ClassWords.leadDecidesInTable : "",
                EvidenceText(finding.evidence).text, outcome(of: finding, ledger),
            ])
    }
    return writer.bytes
}

/// Of what a family is asked about: how it was tried or reached.
private func outcome(of finding: Finding, _ ledger: [Pupil.Index: String]) -> String {
    guard let pupil = finding.pupil, FollowUpList.reasons.contains(finding.rule) else { return "" }
    return ledger[pupil] ?? ""
}

/// `slt.txt` of one class: everything found, worst first.
func sltPage(
    _ findings: [Finding], _ lists: ClassLists, classText: String, withheld: Set<Pupil.Index>,
    ledger: [Pupil.Index: String], _ context: ReportContext
) -> [UInt8] {
    let sessions = lists.sessions[classText] ?? []
    let withData = sessions.count { context.result.sessions[$0].session.hasData }
    var page = TextPage()
    let days = SharedWords.onlineLessons(of: context.result.week)
    page.line("\(PlainText.shown(classText))   \(days)   \(ClassWords.reader)")
    page.line(SharedWords.notTheRegister)
    page.line(ClassWords.counts(sessions: sessions.count, withExport: withData, findings: findings.count))
    for severity in [Severity.safeguarding, .followUp, .inform] {
        let own = items(findings.filter { $0.severity == severity })
        if own.isEmpty { continue }
        page.line("")
        page.heading("\(ClassWords.title(severity)) (\(own.count))", isAlarm: severity == .safeguarding)
        for (finding, lessons) in own {
            let outcome = outcome(of: finding, ledger)
            page.line(
                findingLine(finding, context) + (lessons > 1 ? ClassWords.inLessons(lessons) : "")
                    + (outcome.isEmpty ? "" : "  \(ClassWords.family(outcome))"), indent: 6)
        }
    }
    let devices = lists.devices(of: classText)
    if !devices.isEmpty {
        page.line("")
        page.heading(ClassWords.toSettle(devices.count))
        for device in devices {
            page.line("  * \"\(device.name)\" \(device.sentence(context)).", indent: 4)
            let only = device.pupils.count == 1 ? context.pupilIDs[device.pupils[0]] : nil
            let command = Commands.confirm(device.name, of: device.classText, as: only)
            if let command { page.command("    \(command)") }
        }
    }
    let silent = withheld.filter { pupil in
        findings.contains { $0.pupil == pupil && FollowUpList.reasons.contains($0.rule) }
    }
    if !silent.isEmpty {
        page.line("")
        page.heading(ClassWords.noContact(silent.count))
        page.line("  \(ClassWords.leadDecides)")
        for pupil in silent.sorted() { page.line("  * \(context.sortName(pupil))") }
    }
    return page.bytes
}

/// What holds of a pupil from lesson to lesson until somebody acts is one item, with how many lessons.
private func items(_ findings: [Finding]) -> [(finding: Finding, lessons: Int)] {
    var items: [(finding: Finding, lessons: Int)] = []
    for finding in findings {
        let same = items.firstIndex {
            [.noAgreement, .afterRemoval].contains(finding.rule) && $0.finding.rule == finding.rule
                && $0.finding.pupil == finding.pupil
                && $0.finding.detail == finding.detail
        }
        if let same { items[same].lessons += 1 } else { items.append((finding, 1)) }
    }
    return items
}

/// `  * Tue 17 Nov 09:00  late  09:05:00-09:07:10 (2 min)  Khan, Aisha: detail`
private func findingLine(_ finding: Finding, _ context: ReportContext) -> String {
    var line = "  * \(finding.day.short)"
    if let start = finding.start { line += " " + context.time(start) }
    line += "  \(finding.rule.words)"
    if let span = finding.interval {
        line += "  \(context.zone.clocks(of: span)) (\(lengthWords(span.seconds)))"
    }
    let name = finding.isOfSession ? "" : PlainText.shown(finding.name)
    let detail = PlainText.clean(finding.detail, limit: 600)
    if !name.isEmpty || !detail.isEmpty { line += "  " }
    line += name
    if context.isSEND(finding) { line += " (\(SharedWords.send))" }
    if !name.isEmpty && !detail.isEmpty { line += ": " }
    return line + detail
}
