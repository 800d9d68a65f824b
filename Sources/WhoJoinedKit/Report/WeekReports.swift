/// Files of a report that are made together. Parts share no file and are made at the same time.
typealias ReportPart = @Sendable () -> [ReportFile]

/// The week's reports as parts.
struct WeekParts: Sendable {
    /// What needs the sessions alone, the longest first.
    var tables: [ReportPart]
    /// Finds out whom the school follows up, for which there is one core, and says the parts that tell it, the longest
    /// first.
    var lists: @Sendable () -> [ReportPart]

    var all: [ReportPart] { tables + lists() }
}

/// Every file of a week's folder (`contract.md` §4), in the order of their paths.
func weekReports(_ result: WeekResult, templates: ReportTemplates = .builtIn, jobs: Int = 1) async -> [ReportFile] {
    await concurrentMap(weekParts(result, templates, width: jobs * 4).all, jobs: jobs) { $0() }.joined().sorted {
        $0.path < $1.path
    }
}

/// - Parameter width: into how many parts the classes are divided.
func weekParts(_ result: WeekResult, _ templates: ReportTemplates, width: Int) -> WeekParts {
    let context = ReportContext(result)
    let tables: [ReportPart] = [
        { [ReportFile(path: "entrants.csv") { entrantsTable(context, to: $0) }] },
        // All that is in the inbox stands in it: after a term the longest but one.
        { [runRecord(result)] },
        { [ReportFile(path: "pupils.csv") { pupilsTable(context, to: $0) }] },
        { [findingsFile(context)] },
        {
            [ReportFile(path: "session-log.csv", bytes: sessionLogTable(context))]
                + (pupilsWithoutSessionTable(context).map { [ReportFile(path: "no-session-pupils.csv", bytes: $0)] }
                    ?? [])
        },
    ]
    return WeekParts(tables: tables) {
        let followUps = FollowUpList(context.result, context.classes)
        return [{ summaryFiles(SLTSummary(context, followUps), template: templates.page) }]
            + classParts(followUps, context, templates, width: width)
    }
}

/// `findings.csv`
func findingsFile(_ context: ReportContext) -> ReportFile {
    ReportFile(path: "findings.csv") { findingsTable(context, to: $0) }
}

private func classParts(_ followUps: FollowUpList, _ context: ReportContext, _ templates: ReportTemplates, width: Int)
    -> [ReportPart]
{
    let classes = ClassLists(context)
    let letters = Letters(followUps, templates.letters)
    let listed = Set(classes.classes).union(followUps.families.map(\.classText)).filter { !$0.isEmpty }
    let families = Dictionary(grouping: followUps.families, by: \.classText)
    let withheld = Dictionary(grouping: followUps.withheld, by: \.classText).mapValues { Set($0.map(\.pupil)) }
    let folders = SafeFileNames(listed)
    @Sendable func files(_ text: String) -> [ReportFile] {
        let (own, silent, findings) = (families[text] ?? [], withheld[text] ?? [], classes.findings(of: text, context))
        let openings = Dictionary(uniqueKeysWithValues: own.map { ($0.pupil, opening($0, context)) })
        return [
            ReportFile(
                path: "classes/\(folders[text])/parents.csv",
                bytes: parentsTable(own, openings: openings, followUps, context)),
            ReportFile(
                path: "classes/\(folders[text])/parents.txt",
                bytes: parentsPage(own, classText: text, openings: openings, followUps, context)),
            ReportFile(
                path: "classes/\(folders[text])/slt.csv",
                bytes: sltTable(findings, classText: text, withheld: silent, context)),
            ReportFile(
                path: "classes/\(folders[text])/slt.txt",
                bytes: sltPage(findings, classes, classText: text, withheld: silent, context)),
        ]
    }
    // A pupil may have no class at all: then there is a letter and no list.
    let all = listed.union(letters.classes).sorted()
    let chunk = max(1, (all.count + width - 1) / width)
    return stride(from: 0, to: all.count, by: chunk).map { start in
        {
            all[start..<min(start + chunk, all.count)].flatMap { text in
                (listed.contains(text) ? files(text) : []) + letters.files(of: text, folder: folders[text], context)
            }
        }
    }
}

private func summaryFiles(_ summary: SLTSummary, template: String) -> [ReportFile] {
    [
        ReportFile(path: "slt-summary.txt", bytes: sltText(summary)),
        ReportFile(path: "slt-summary.csv", bytes: sltSummaryTable(summary)),
        ReportFile(path: "slt-summary.html", bytes: sltHTML(summary, template: template)),
    ]
}
