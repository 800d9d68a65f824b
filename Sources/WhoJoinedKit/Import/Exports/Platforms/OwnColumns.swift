import DelimitedText

/// The list of any platform whose headers the school has named under `[export.columns]`: one row per person or join.
struct OwnColumns {
    static let name = "List with the school's own columns"
    static let tells = FormatTells(
        .other, times: "as the columns named under `[export.columns]`", note: "Jitsi, GoTo, Adobe Connect …")
    static let variant = "own-columns"

    private let header: HeadRow
    private let places: [ExportField: Int]

    /// - Parameter columns: canonical field = header. A row near the top must have the name and one of the times, or the
    ///   duration.
    init?(_ head: [HeadRow], _ columns: [String: String]) {
        if columns.isEmpty { return nil }
        let wanted = ExportField.allCases.compactMap { field in
            columns[field.rawValue].map { (field, Cells.folded($0)) }
        }
        for row in head {
            let places = Dictionary(
                uniqueKeysWithValues: wanted.compactMap { field, label in row.column([label]).map { (field, $0) } })
            guard [.name, .given, .family].contains(where: { places[$0] != nil }),
                [.joined, .left, .duration].contains(where: { places[$0] != nil })
            else { continue }
            (header, self.places) = (row, places)
            return
        }
        return nil
    }

    func read(_ text: ExportText, hints: ReadingHints) throws(ImportRefusal) -> MeetingExport {
        var columns = Columns(header)
        for place in places.values { _ = columns.find(header.label(place)) }
        try columns.refuseDoubles(of: text.file)
        var builder = ExportBuilder(text, hints: hints)
        builder.titles = text.head.filter { $0.line < header.line }.flatMap(\.texts)
        builder.readRows(below: header, labelsAt: [places[.name] ?? places[.given], places[.joined]]) {
            readRow($0, &$1)
        }
        let hasTimes = places[.joined] != nil && places[.left] != nil
        return try builder.finish(
            platform: .other, variant: OwnColumns.variant, abilities: ExportAbilities(times: hasTimes))
    }

    private func readRow(_ record: borrowing Record, _ builder: inout ExportBuilder) {
        guard let joined = builder.time(record, places[.joined], named: "joined"),
            let left = builder.time(record, places[.left], named: "left")
        else { return }
        var draft = RowDraft(line: record.line)
        (draft.joined, draft.left, draft.zone) = (joined.raw, left.raw, joined.zone ?? left.zone)
        if let duration = places[.duration] {
            draft.shown = readDuration(record.bytes, record.range(at: duration), unit: 60)
        }
        if draft.shown == .impossible { return builder.reject(record.line, .duration("duration")) }
        let (id, topic) = (Cells.text(record, places[.meetingID]), singleSpaced(Cells.text(record, places[.topic])))
        let meeting = builder.meeting(id + "\u{1F}" + topic) { _ in
            MeetingDraft(id: id.isEmpty ? nil : id, topic: topic.isEmpty ? nil : topic)
        }
        let names = [.name, .given, .family].map { Cells.text(record, places[$0]) }.filter { !$0.isEmpty }
        if names.isEmpty { return builder.countRowWithoutStay() }
        let participant = builder.participant(
            name: names.joined(separator: " "), email: Cells.text(record, places[.email]), meeting: meeting,
            style: .plain)
        builder.add(draft, participant: participant)
    }
}
