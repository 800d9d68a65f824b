/// Every file of a week's folder (`contract.md` §4) but run.json, in the order of their paths.
func weekReports(_ result: WeekResult) throws -> [ReportFile] {
    let context = ReportContext(result)
    var files = [
        ReportFile(path: "entrants.csv", bytes: entrantsTable(context)),
        ReportFile(path: "findings.csv", bytes: findingsTable(context)),
        ReportFile(path: "pupils.csv", bytes: pupilsTable(context)),
        ReportFile(path: "session-log.csv", bytes: sessionLogTable(context)),
    ]
    files.sort { $0.path < $1.path }
    return files
}
