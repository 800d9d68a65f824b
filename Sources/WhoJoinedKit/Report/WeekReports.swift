/// Every file of a week's folder (`contract.md` §4) but run.json, in the order of their paths.
///
/// - Throws: when a letter's template cannot be read; `readTemplates` says where and why before a run begins.
func weekReports(_ result: WeekResult, templates: ReportTemplates = .builtIn, jobs: Int) async throws -> [ReportFile] {
    let parts = weekParts(result, templates, width: jobs * 4)
    let written = await concurrentMap(parts, jobs: jobs) { part in Result { try part() } }
    return try written.flatMap { try $0.get() }.sorted { $0.path < $1.path }
}

/// The same, one part after the other.
func weekReports(_ result: WeekResult, templates: ReportTemplates = .builtIn) throws -> [ReportFile] {
    try weekParts(result, templates, width: 1).flatMap { try $0() }.sorted { $0.path < $1.path }
}

/// The reports as parts that can be written at the same time, the longest first.
private func weekParts(_ result: WeekResult, _ templates: ReportTemplates, width: Int) -> [@Sendable () throws -> [ReportFile]] {
    let context = ReportContext(result)
    let followUps = FollowUpList(context)
    let classes = ClassLists(context)
    let all = Set(classes.classes).union(followUps.families.map(\.classText)).filter { !$0.isEmpty }.sorted()
    let folders = SafeFileNames(all)
    let families = Dictionary(grouping: followUps.families, by: \.classText)
    let withheld = Dictionary(grouping: followUps.withheld, by: \.classText).mapValues { Set($0.map(\.pupil)) }
    var parts: [@Sendable () throws -> [ReportFile]] = [
        { [ReportFile(path: "entrants.csv", bytes: entrantsTable(context))] },
        { [ReportFile(path: "pupils.csv", bytes: pupilsTable(context))] },
        { summaryFiles(SLTSummary(context, followUps), template: templates.page) },
        { try letters(followUps, context, folders: folders, templates: templates.letters) },
        { [ReportFile(path: "findings.csv", bytes: findingsTable(context))] },
        {
            [ReportFile(path: "session-log.csv", bytes: sessionLogTable(context))]
                + (pupilsWithoutSessionTable(context).map { [ReportFile(path: "no-session-pupils.csv", bytes: $0)] } ?? [])
        },
    ]
    let chunk = max(1, (all.count + width - 1) / width)
    for start in stride(from: 0, to: all.count, by: chunk) {
        let own = all[start..<min(start + chunk, all.count)]
        parts.append {
            own.flatMap { text in
                let folder = "classes/\(folders[text])"
                let (listed, silent, rows) = (families[text] ?? [], withheld[text] ?? [], classes.rows[text] ?? [])
                return [
                    ReportFile(path: "\(folder)/parents.csv", bytes: parentsTable(listed, followUps, context)),
                    ReportFile(path: "\(folder)/parents.txt", bytes: parentsPage(listed, classText: text, followUps, context)),
                    ReportFile(path: "\(folder)/slt.csv", bytes: sltTable(rows, classText: text, withheld: silent, context)),
                    ReportFile(path: "\(folder)/slt.txt", bytes: sltPage(classes, classText: text, withheld: silent, context)),
                ]
            }
        }
    }
    return parts
}

private func summaryFiles(_ summary: SLTSummary, template: String) -> [ReportFile] {
    [
        ReportFile(path: "slt-summary.txt", bytes: sltText(summary)), ReportFile(path: "slt-summary.csv", bytes: sltSummaryTable(summary)),
        ReportFile(path: "slt-summary.html", bytes: sltHTML(summary, template: template)),
    ]
}
