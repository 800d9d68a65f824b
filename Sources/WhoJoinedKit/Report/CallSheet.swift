import DelimitedText
import XlsxSheet

/// One list for the telephone: every family of all classes that is still to be reached, a row for each pupil, with empty
/// cells for what came of it. `contacted --from` reads it back.
struct CallSheet: Sendable {
    /// The columns' names, in their order.
    enum Column: String, CaseIterable, Sendable {
        case classText = "Class"
        case family = "Family"
        case pupil = "Pupil"
        case id = "Id"
        case contact = "Contact"
        case relation = "Relation"
        case telephone = "Telephone"
        case email = "Email"
        case missed = "Missed"
        case cannotTell = "Cannot Tell"
        case inARow = "In a Row"
        case reasons = "Reasons"
        case step = "Step"
        case soFar = "So Far"
        case care = "Care"
        case say = "Say"
        case outcome = "Outcome"
        case by = "By"
        case when = "When"

        /// What staff fill in.
        static let filledIn: [Column] = [.outcome, .by, .when]
    }

    /// The name of the file without its ending, and of the workbook's sheet.
    static let stem = "call-sheet"

    private let rows: [[Column: String]]

    /// - Parameter later: by pupil, lessons of the same day that were missed too and are not in the list.
    init(_ list: FollowUpList, _ context: ReportContext, later: [Pupil.Index: Int] = [:]) {
        let open = list.families.filter { !$0.isClosed }
        let families = worstFirst(Dictionary(grouping: open, by: \.family).values)
        rows =
            families.joined().map { Self.row($0, list.book, context, later: later[$0.pupil] ?? 0) }
            + list.withheld.map { Self.row($0, list.book, context, later: later[$0.pupil] ?? 0) }
    }

    private static func row(
        _ followUp: FollowUp, _ book: FamilyBook, _ context: ReportContext, later: Int
    ) -> [Column: String] {
        var row: [Column: String] = [
            .classText: PlainText.clean(followUp.classText), .family: book.label(followUp.family),
            .pupil: context.familyFirst(followUp.pupil),
            .id: context.pupilIDs[followUp.pupil], .missed: String(followUp.certainMisses.count + later),
            .cannotTell: String(followUp.misses.count - followUp.certainMisses.count),
            .inARow: String(followUp.inARow), .reasons: reasons(followUp, context, later),
            .soFar: followUp.ledger.words,
        ]
        if case .contact(let contact) = followUp.contact {
            row[.contact] = FamilyBook.name(of: contact)
            row[.relation] = PlainText.clean(contact.relationship ?? "")
            row[.telephone] = PlainText.clean(contact.phone ?? "")
            row[.email] = PlainText.clean(contact.email ?? "")
        } else {
            row[.contact] = followUp.contact.words
        }
        if followUp.contact == .nobody {
            row[.care] = OfficeWords.leadDecides
            return row
        }
        row[.step] = followUp.step.rawValue
        row[.care] = book.hasBarredContact(followUp.family) ? caution(followUp) : ""
        row[.say] = opening(followUp, context)
        return row
    }

    /// `missed Tue 17 Nov 09:00 Maths; cannot tell Wed 18 Nov 09:00; camera off`
    private static func reasons(_ followUp: FollowUp, _ context: ReportContext, _ later: Int) -> String {
        func lessons(_ misses: [FollowUp.Miss]) -> String {
            let named = misses.prefix(4).map { context.lessonWords($0.session) }
            let more = misses.count > 4 ? [SharedWords.moreNamed(misses.count - 4)] : []
            return SharedWords.listed(named + more)
        }
        let (certain, possible) = (followUp.certainMisses, followUp.misses.filter(\.isOnlyPossible))
        var parts: [String] = []
        if !certain.isEmpty { parts.append(OfficeWords.missed(lessons(certain))) }
        if later > 0 { parts.append(SharedWords.laterLessons(later)) }
        if !possible.isEmpty { parts.append(OfficeWords.cannotTell(lessons(possible))) }
        if followUp.lacksAccess { parts.append(OfficeWords.lacksAccess) }
        return (parts + followUp.reasons.filter { $0 != .nonJoiner }.map(OfficeWords.reason)).joined(separator: "; ")
    }

    // MARK: Files

    /// `call-sheet.csv` and `call-sheet.xlsx`.
    var files: [ReportFile] {
        [
            ReportFile(path: "\(Self.stem).csv", bytes: table),
            ReportFile(path: "\(Self.stem).xlsx", bytes: workbook),
        ]
    }

    private var table: [UInt8] {
        var writer = RecordWriter()
        writer.write(Column.allCases.map(\.rawValue))
        for row in rows { writer.write(Column.allCases.map { row[$0] ?? "" }) }
        return writer.bytes
    }

    /// Identifiers and telephone numbers are text: a spreadsheet takes no zero from them.
    private var workbook: [UInt8] {
        Self.workbook(of: rows.map { row in Column.allCases.map { row[$0] ?? "" } })
    }

    /// - Parameter rows: a cell for each column.
    static func workbook(of rows: [[String]]) -> [UInt8] {
        NewSheet(
            name: OfficeWords.callSheet, columns: Column.allCases.map(\.inWorkbook), rows: rows.map { $0.map(harmless) }
        ).workbook()
    }

    /// As in our CSVs nothing begins as a formula, should the sheet be saved as one; a number's `+44` is none.
    private static func harmless(_ cell: String) -> String {
        let isNumber =
            cell.utf8.first == .plus && cell.utf8.dropFirst().allSatisfy { "0123456789 ()-".utf8.contains($0) }
        return startsFormula(cell) && !isNumber ? "'" + cell : cell
    }
}

extension CallSheet.Column {
    fileprivate var inWorkbook: NewSheet.Column {
        let width: Int
        switch self {
        case .classText, .missed, .cannotTell, .inARow: width = 9
        case .family, .id, .relation, .step, .by, .when: width = 13
        case .pupil, .contact, .telephone, .outcome: width = 24
        case .email, .reasons, .soFar, .care: width = 32
        case .say: width = 60
        }
        let kind: NewSheet.Column.Kind
        switch self {
        case .missed, .cannotTell, .inARow: kind = .number
        case .when: kind = .date
        default: kind = .text
        }
        return NewSheet.Column(
            rawValue, width: width, kind: kind, choices: self == .outcome ? CallOutcome.offered : [])
    }
}
