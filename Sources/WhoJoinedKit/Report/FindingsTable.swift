import DelimitedText

/// `findings.csv`: every finding of every session, then those of the week.
func findingsTable(_ context: ReportContext) -> [UInt8] {
    var writer = tableWriter(
        "session,date,start,class,rule,severity,subject,id,name,from,to,minutes,detail,evidence,audience")
    for finding in context.findings {
        let evidence = EvidenceText(finding.evidence)
        let place = [
            finding.session, finding.day.iso, context.fullTime(finding.start), PlainText.clean(finding.classText),
        ]
        let detail = PlainText.clean(evidence.sentence(finding.detail), limit: 600)
        writer.write(
            place + findingCells(finding, name: PlainText.clean(finding.name), context) + [
                detail, evidence.text, finding.audiences.text,
            ])
    }
    return writer.bytes
}

/// What every list of findings has: `rule,severity,subject,id,name,from,to,minutes`.
func findingCells(_ finding: Finding, name: String, _ context: ReportContext) -> [String] {
    [
        finding.rule.rawValue, finding.severity.rawValue, finding.subject.rawValue,
        finding.pupil.map { context.pupilIDs[$0] } ?? finding.staff.map { context.staffCodes[$0] } ?? "", name,
        context.fullTime(finding.interval?.start), context.fullTime(finding.interval?.end), cell(finding.shownMinutes),
    ]
}
