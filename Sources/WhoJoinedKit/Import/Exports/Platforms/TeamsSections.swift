import DelimitedText

/// Teams' sectioned report of 2022 and later, in every language: section number and column position carry, labels help.
///
/// Section 3 holds one row per join and is used; section 2 (one row per person) only for the camera counts of Teams
/// Premium and for people whom section 3 lacks.
struct TeamsSections: PlatformFormat {
    static let name = "Teams attendance report (sections)"
    static let tells = FormatTells(
        .teams, times: "each join and leave", camera: "Premium: on or off", external: "mark behind the name",
        note: "2022–")

    /// By the first section's heading, or, where somebody cut it off or put a title above, by another's with its table.
    static func recognises(_ head: [HeadRow]) -> Bool {
        if head.first.map({ isHeading($0, number: 1) }) ?? false { return true }
        return zip(head, head.dropFirst()).contains { heading, header in
            (isHeading(heading, number: 2) || isHeading(heading, number: 3)) && header.filled >= 4
        }
    }

    /// `3. In-Meeting Activities`, alone in its row.
    static func isHeading(_ row: HeadRow, number: Int) -> Bool { row.filled == 1 && sectionNumber(row.first) == number }

    private static func sectionNumber(_ text: String) -> Int? {
        let bytes = Array(text.utf8.prefix(3))
        guard bytes.count == 3, bytes[0].isASCIIDigit, bytes[0] > .digitZero, bytes[1] == .fullStop, bytes[2] == .space
        else {
            return nil
        }
        return Int(bytes[0] - .digitZero)
    }

    private struct State {
        var section = 1
        var title = ""
        var header: HeadRow?
        /// A header that does not tell which column is which.
        var faulty: (header: HeadRow, what: String)?
        var columns: Teams.Columns?
        var people: [Record] = []
        var peopleColumns: Teams.Columns?
        var cameras: [String: Camera] = [:]
        var named: Set<String> = []
    }

    static func read(_ text: ExportText, hints: ReadingHints) throws(ImportRefusal) -> MeetingExport {
        var builder = ExportBuilder(text, hints: hints)
        let above = text.head.drop { isHeading($0, number: 1) }.prefix {
            sectionNumber($0.first) == nil || $0.filled > 1
        }
        let summary = Teams.summary(Array(above), titleAt: 0, &builder)
        builder.meetings.append(summary)
        var state = State()
        text.eachRow(after: 0) { record in
            take(record, &state, &builder)
        } onDamage: { line, why in
            // A title over several lines is no damage; it was read with the head.
            if state.section > 1 { builder.reject(line, why) }
        }
        if let (header, what) = state.faulty { throw ImportRefusal(badHeader: header, of: text.file, what) }
        addPeopleWithoutActivities(&state, &builder)
        let hasCameras = state.peopleColumns?.camera != nil
        return try builder.finish(
            platform: .teams, variant: "teams/report-sections",
            abilities: ExportAbilities(camera: hasCameras, external: true))
    }

    private static func take(_ record: borrowing Record, _ state: inout State, _ builder: inout ExportBuilder) {
        let first = Cells.firstWord(record)
        if first.count > 3, record.bytes[first.lowerBound + 1] == .fullStop,
            let number = sectionNumber(Cells.text(record.bytes, first)),
            (1..<record.count).allSatisfy({ Cells.isBlank(record, $0) }) || record.count == 1
        {
            (state.section, state.title) = (number, Cells.text(record.bytes, first))
            builder.beginSection()
            (state.columns, state.header) = (nil, nil)
            return
        }
        guard state.section == 2 || state.section == 3 else { return takeOther(record, &state, &builder) }
        guard let columns = state.columns else {
            let header = HeadRow(record)
            state.header = header
            if let fault = Teams.fault(of: header), state.faulty == nil { state.faulty = (header, fault) }
            state.columns = Teams.Columns(header, state.section == 2 ? .participants : .activities)
            if state.section == 2 { state.peopleColumns = state.columns }
            return
        }
        if let header = state.header, header.count > 1, Cells.folds(record, 1, to: header.label(1)) { return }
        let key = columns.fullName(of: record)
        if state.section == 2 {
            state.people.append(copy record)
            note(camera(of: record, columns), of: key + "\u{1F}" + Cells.text(record, columns.email), in: &state)
        } else {
            state.named.insert(key)
            builder.begin(record)
            Teams.readRow(
                record, columns, camera: state.cameras[key + "\u{1F}" + Cells.text(record, columns.email)] ?? .unknown,
                &builder)
        }
    }

    /// Who raised a hand or clapped in which minute (three columns, the last a time) is no presence. A section of another
    /// kind is not understood.
    private static func takeOther(
        _ record: borrowing Record, _ state: inout State, _ builder: inout ExportBuilder
    ) {
        if state.section == 1 { return }
        guard state.header != nil else {
            state.header = HeadRow(record)
            return
        }
        if record.count >= 3, (3..<record.count).allSatisfy({ Cells.isBlank(record, $0) }),
            readTime(Cells.text(record, 2)).map({ !$0.raw.isMissing }) ?? false
        {
            builder.begin(record)
            return builder.countRowWithoutStay()
        }
        builder.rejectRow(record, ofSection: state.title)
    }

    /// How often the camera was turned on: more than 0 is on, an explicit 0 is off, a blank says nothing.
    private static func camera(of record: borrowing Record, _ columns: Teams.Columns) -> Camera {
        guard let column = columns.camera,
            let count = Cells.count(record.bytes, Cells.trimmed(record.bytes, record.range(at: column)))
        else { return .unknown }
        return count > 0 ? .on : .off
    }

    /// Two people of one name without e-mail cannot be told apart: only what holds for both is known.
    private static func note(_ camera: Camera, of key: String, in state: inout State) {
        if let known = state.cameras[key], known != camera {
            state.cameras[key] = .unknown
        } else {
            state.cameras[key] = camera
        }
    }

    private static func addPeopleWithoutActivities(_ state: inout State, _ builder: inout ExportBuilder) {
        guard let columns = state.peopleColumns else { return }
        let isWithoutActivities = state.named.isEmpty
        for record in state.people where !state.named.contains(columns.fullName(of: record)) {
            if state.section == 2 { builder.begin(record) }
            Teams.readRow(record, columns, camera: camera(of: record, columns), &builder)
            let isSeen = columns.times.map { !Cells.isBlank(record, $0.joined) } ?? true
            if !isWithoutActivities, isSeen {
                builder.note(
                    "missing-activity",
                    "this person stands in section 2 but not in section 3; the row of section 2 is used",
                    line: record.line,
                    fix: "download the report again if it may be cut short", severity: .warning)
            }
        }
    }
}
