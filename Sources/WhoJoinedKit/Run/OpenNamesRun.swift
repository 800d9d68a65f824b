/// `whojoined confirm` without a name: which names are open, and the command that settles each.
package struct OpenNamesRun: Sendable {
    package var options = RunOptions()
    package var exports: [String] = []
    package var week: String?
    package var classCode: String?

    package init() {}

    package func run() async -> RunOutcome { await RunOutcome(of: work) }

    private func work() async throws -> RunOutcome {
        let found = try await OpenNamesSource(options, exports: exports, week: week, classCode: classCode).read()
        var outcome = RunOutcome()
        switch options.format {
        case .text, .html:
            if found.names.all.isEmpty { return options.isQuiet ? outcome : found.nothingOpen }
            outcome.output += openNamesPage(found.names, found.context, columns: options.columns, from: exports).utf8
        case .csv: outcome.output = table(found)
        case .json: outcome.print(json(found).text(pretty: true))
        }
        return outcome
    }

    private static let columns = [
        "session", "date", "start", "class", "display_name", "email", "outcome", "candidates",
    ]

    private func cells(_ open: OpenName, _ context: ReportContext) -> [String] {
        context.sessionCells(open.session) + [
            PlainText.clean(open.entrant.nameInExport), PlainText.clean(open.entrant.email ?? ""),
            open.entrant.link.outcome.rawValue, open.candidates.map { context.pupilIDs[$0] }.joined(separator: ";"),
        ]
    }

    private func table(_ found: FoundNames) -> [UInt8] {
        commandTable(OpenNamesRun.columns) { writer in
            for open in found.names.all { writer.write(cells(open, found.context)) }
        }
    }

    private func json(_ found: FoundNames) -> JSONValue {
        .array(
            found.names.all.map { open in
                .object(zip(OpenNamesRun.columns, cells(open, found.context)).map { ($0, .string($1)) })
            })
    }
}
