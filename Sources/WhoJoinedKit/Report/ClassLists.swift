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
func outcome(of finding: Finding, _ ledger: [Pupil.Index: String]) -> String {
    guard let pupil = finding.pupil, FollowUpList.reasons.contains(finding.rule) else { return "" }
    return ledger[pupil] ?? ""
}
