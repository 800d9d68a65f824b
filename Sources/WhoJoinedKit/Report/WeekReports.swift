import DelimitedText

/// Some files of a report, made by themselves: parts need nothing of each other.
typealias ReportPart = @Sendable () -> [ReportFile]

/// Every file of a week's folder, and what the terminal says of them.
struct WeekReports: Sendable {
    let parts: [ReportPart]
    /// Of the week alone: what the weeks before add is the page's.
    let summary: SLTSummary

    /// - Parameter lessons: the pages of single lessons that are there.
    init(_ result: WeekResult, _ templates: ReportTemplates = .builtIn, _ lessons: LessonPages = LessonPages()) {
        let context = ReportContext(result)
        let followUps = FollowUpList(context.result, context.classes)
        let devices = RecurringDevice.all(in: result)
        let summary = SLTSummary(context, followUps, devices)
        self.summary = summary
        parts =
            [
                { [ReportFile(path: "entrants.csv", bytes: entrantsTable(context))] },
                { [ReportFile(path: "pupils.csv", bytes: pupilsTable(context))] },
                { [ReportFile(path: "findings.csv", bytes: findingsTable(context))] },
                { [ReportFile(path: "session-log.csv", bytes: sessionLogTable(context))] },
                {
                    let table = pupilsWithoutSessionTable(context)
                    return table.map { [ReportFile(path: "no-session-pupils.csv", bytes: $0)] } ?? []
                },
                { hoursTable(context).map { [ReportFile(path: "hours.csv", bytes: $0)] } ?? [] },
                { [runRecord(result)] },
                { CallSheet(followUps, context).files },
                {
                    var summary = summary
                    summary.addHistory()
                    summary.lessonPages = lessons.listed(context)
                    return summaryFiles(summary, template: templates.page)
                },
                { lessons.files(context, template: templates.page) },
                { leadPage(context).map { [ReportFile(path: "dsl.txt", bytes: $0)] } ?? [] },
            ] + classParts(followUps, ClassLists(context, devices), context, templates)
    }

    /// In the order of their paths.
    func files(jobs: Int) async -> [ReportFile] {
        await concurrentMap(parts, jobs: jobs) { $0() }.joined().sorted { $0.path < $1.path }
    }
}

/// A table with nothing but its header.
func tableWriter(_ columns: String) -> RecordWriter {
    var writer = RecordWriter()
    writer.write(columns.split(separator: ",").map(String.init))
    return writer
}

/// A number as a cell; no number, an empty cell.
func cell(_ number: Int?) -> String { number.map(String.init) ?? "" }

private func summaryFiles(_ summary: SLTSummary, template: String) -> [ReportFile] {
    [
        ReportFile(path: "slt-summary.txt", bytes: sltText(summary)),
        ReportFile(path: "slt-summary.csv", bytes: sltSummaryTable(summary)),
        ReportFile(path: "slt-summary.html", bytes: sltHTML(summary, template: template)),
    ]
}

/// One part for each class: its lists and its families' letters.
private func classParts(
    _ followUps: FollowUpList, _ classes: ClassLists, _ context: ReportContext, _ templates: ReportTemplates
) -> [ReportPart] {
    let letters = Letters(followUps, templates.letters)
    let families = Dictionary(grouping: followUps.families, by: \.classText)
    let withheld = Dictionary(grouping: followUps.withheld, by: \.classText).mapValues { Set($0.map(\.pupil)) }
    let all = followUps.families + followUps.withheld
    let ledger = Dictionary(
        all.lazy.filter { !$0.ledger.isEmpty }.map { ($0.pupil, $0.ledger.words) },
        uniquingKeysWith: { first, _ in first })
    let listed = Set(classes.classes).union(families.keys).filter { !$0.isEmpty }
    let folders = SafeFileNames(listed)
    @Sendable func lists(_ text: String) -> [ReportFile] {
        let (own, silent, findings) = (families[text] ?? [], withheld[text] ?? [], classes.findings(of: text, context))
        let openings = Dictionary(uniqueKeysWithValues: own.map { ($0.pupil, opening($0, context)) })
        let files = [
            ("parents.csv", parentsTable(own, openings: openings, followUps, context)),
            ("parents.txt", parentsPage(own, classText: text, openings: openings, followUps, context)),
            ("slt.csv", sltTable(findings, classText: text, withheld: silent, ledger: ledger, context)),
            ("slt.txt", sltPage(findings, classes, classText: text, withheld: silent, ledger: ledger, context)),
        ]
        return files.map { ReportFile(path: "classes/\(folders[text])/\($0)", bytes: $1) }
    }
    // A pupil may have no class at all: then there is a letter and no list.
    return listed.union(letters.classes).sorted().map { text in
        { (listed.contains(text) ? lists(text) : []) + letters.files(of: text, folder: folders[text], context) }
    }
}
