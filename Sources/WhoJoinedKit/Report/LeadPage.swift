/// `dsl.txt`: what the designated safeguarding lead must see, each finding on its own, the worst and the earliest first;
/// `nil` where there is nothing.
func leadPage(_ context: ReportContext) -> [UInt8]? {
    let findings = context.findings.filter { $0.audiences.contains(.dsl) }.sorted {
        ($1.severity, $0.day, $0.start?.seconds ?? 0, $0.rule) < ($0.severity, $1.day, $1.start?.seconds ?? 0, $1.rule)
    }
    let holds = context.holds
    guard !findings.isEmpty || !holds.isEmpty else { return nil }
    var page = TextPage()
    let (week, settings) = (context.result.week, context.school.settings)
    page.line(SharedWords.weekTitle(settings.name, week), indent: 3)
    page.line(LeadWords.reader(PlainText.clean(settings.dsl)))
    let alone = findings.filter { $0.audiences.isForLeadAlone }
    add(alone, LeadWords.alone, to: &page, context)
    let shared = findings.filter { !$0.audiences.isForLeadAlone }
    add(shared, LeadWords.shared, to: &page, context)
    if !holds.isEmpty {
        page.line("")
        page.heading(LeadWords.onHold)
        for hold in holds {
            let words = LeadWords.hold(since: hold.day, context.text(of: hold))
            page.line("   \(context.name(of: hold))   \(words)", indent: 7)
        }
    }
    return page.bytes
}

private func add(_ findings: [Finding], _ heading: String, to page: inout TextPage, _ context: ReportContext) {
    guard !findings.isEmpty else { return }
    page.line("")
    page.heading(heading)
    for finding in findings { add(finding, to: &page, context) }
}

private func add(_ finding: Finding, to page: inout TextPage, _ context: ReportContext) {
    let name = finding.name.isEmpty ? "" : "   \(PlainText.shown(finding.name))"
    page.line("   \(context.place(finding))   \(finding.rule.words)\(name)", indent: 7)
    page.line("       \(PlainText.clean(finding.detail, limit: 600))", indent: 7)
    let rows = EvidenceText(finding.evidence).onPage
    if !rows.isEmpty { page.line("       \(rows)", indent: 7) }
}
