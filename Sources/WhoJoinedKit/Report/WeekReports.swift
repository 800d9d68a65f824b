/// Every file of a week's folder (`contract.md` §4) but run.json, in the order of their paths.
///
/// - Throws: when a letter's template cannot be read; `checkTemplates` says where and why before a run begins.
func weekReports(_ result: WeekResult, templates: ReportTemplates = .builtIn) throws -> [ReportFile] {
    let context = ReportContext(result)
    let followUps = FollowUpList(context)
    let classes = ClassLists(context)
    let all = Set(classes.classes).union(followUps.families.map(\.classText)).filter { !$0.isEmpty }.sorted()
    let folders = SafeFileNames(all)
    var files = [
        ReportFile(path: "entrants.csv", bytes: entrantsTable(context)),
        ReportFile(path: "findings.csv", bytes: findingsTable(context)),
        ReportFile(path: "pupils.csv", bytes: pupilsTable(context)),
        ReportFile(path: "session-log.csv", bytes: sessionLogTable(context)),
    ]
    if let rest = pupilsWithoutSessionTable(context) { files.append(ReportFile(path: "no-session-pupils.csv", bytes: rest)) }
    let families = Dictionary(grouping: followUps.families, by: \.classText)
    let withheld = Dictionary(grouping: followUps.withheld, by: \.classText).mapValues { Set($0.map(\.pupil)) }
    for text in all {
        let folder = "classes/\(folders[text])"
        let own = families[text] ?? []
        let silent = withheld[text] ?? []
        files.append(ReportFile(path: "\(folder)/parents.csv", bytes: parentsTable(own, followUps, context)))
        files.append(ReportFile(path: "\(folder)/parents.txt", bytes: parentsPage(own, classText: text, followUps, context)))
        files.append(ReportFile(path: "\(folder)/slt.csv", bytes: sltTable(classes.rows[text] ?? [], classText: text, withheld: silent, context)))
        files.append(ReportFile(path: "\(folder)/slt.txt", bytes: sltPage(classes, classText: text, withheld: silent, context)))
    }
    let summary = SLTSummary(context, followUps)
    files.append(ReportFile(path: "slt-summary.txt", bytes: sltText(summary)))
    files.append(ReportFile(path: "slt-summary.csv", bytes: sltSummaryTable(summary)))
    files.append(ReportFile(path: "slt-summary.html", bytes: sltHTML(summary, template: templates.page)))
    files += try letters(followUps, context, folders: folders, templates: templates.letters)
    return files.sorted { $0.path < $1.path }
}
