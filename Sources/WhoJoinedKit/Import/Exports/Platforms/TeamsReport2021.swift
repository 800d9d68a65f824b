import DelimitedText

/// Teams' attendance report of 2021-22: a meeting summary, then one row per join.
struct TeamsReport2021: PlatformFormat {
    static let name = "Teams attendance report (2021)"
    static let tells = FormatTells(
        .teams, times: "each join and leave", external: "mark behind the name")

    static func recognises(_ head: [HeadRow]) -> Bool {
        guard let first = head.first, !TeamsSections.recognises(head) else { return false }
        return first.filled == 1 && summaryTitles.contains(first.first) || labelledHeader(in: head) != nil
    }

    static func recognisesShape(_ head: [HeadRow]) -> Bool { shapedHeader(in: head) != nil }

    private static let summaryTitles: Set<String> = [
        "meeting summary", "resume de la reunion", "podsumowanie spotkania", "resumo da reuniao",
        "besprechungszusammenfassung",
        "zusammenfassung der besprechung", "resumen de la reunion", "riepilogo riunione", "riepilogo della riunione",
        "vergaderingsoverzicht",
        "samenvatting van vergadering", "crynodeb o'r cyfarfod",
    ]

    private static let labels: Set<String> = [
        "full name", "name", "join time", "leave time", "first join", "last leave", "duration", "in-meeting duration",
        "email", "role",
        "participant id (upn)",
    ]

    /// The header of the table by five of its labels.
    private static func labelledHeader(in head: [HeadRow]) -> HeadRow? {
        head.first { $0.filled >= 5 && $0.count(of: labels) >= 5 }
    }

    /// In another language: a row above a name with two times and a duration.
    private static func shapedHeader(in head: [HeadRow]) -> HeadRow? {
        for (row, below) in zip(head, head.dropFirst()) where row.filled >= 5 && below.count >= 4 {
            guard isMoment(below.text(1)), isMoment(below.text(2)), !row.texts.contains(where: isMoment) else {
                continue
            }
            let bytes = Array(below.text(3).utf8)
            if case .seconds = readDuration(bytes, 0..<bytes.count, unit: 1), Cells.count(bytes, 0..<bytes.count) == nil
            {
                return row
            }
        }
        return nil
    }

    static func read(_ text: ExportText, hints: ReadingHints) throws(ImportRefusal) -> MeetingExport {
        var builder = ExportBuilder(text, hints: hints)
        guard
            let header = labelledHeader(in: text.head) ?? shapedHeader(in: text.head)
                ?? text.head.first(where: { $0.filled >= 5 })
        else {
            builder.meetings.append(MeetingDraft())
            return try builder.finish(platform: .teams, variant: "teams/report-2021", abilities: ExportAbilities())
        }
        let columns = Teams.Columns(header, .report2021)
        if columns.width < 4 {
            throw ImportRefusal(badHeader: header, of: text.file, "the table of participants has too few columns")
        }
        if let fault = Teams.fault(of: header) { throw ImportRefusal(badHeader: header, of: text.file, fault) }
        let summary = Teams.summary(text.head.filter { $0.line < header.line }, titleAt: 1, &builder)
        builder.meetings.append(summary)
        builder.readRows(below: header, labelsAt: [columns.times?.joined]) {
            Teams.readRow($0, columns, camera: .unknown, &$1)
        }
        return try builder.finish(
            platform: .teams, variant: "teams/report-2021", abilities: ExportAbilities(external: true))
    }
}
