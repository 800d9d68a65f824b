import DelimitedText

/// Reads one export of any platform.
///
/// - Parameters:
///   - bytes: the file as it is; given away, so that a big file is in memory once.
///   - file: what reports and messages call it.
/// - Throws: the problems that make the whole file unusable. Rows that are unusable stand in `MeetingExport.problems`.
func readExport(_ bytes: consuming [UInt8], file: String, hints: ReadingHints) throws(ImportRefusal) -> MeetingExport {
    let workbook: WorkbookTables?
    do throws(Problem) {
        workbook = try workbookTables(bytes, file)
    } catch {
        throw ImportRefusal(problems: [error])
    }
    return try readExport(bytes, workbook, file: file, hints: hints)
}

/// - Parameter workbook: the sheets, where the file is one.
func readExport(
    _ bytes: consuming [UInt8], _ workbook: WorkbookTables?, file: String, hints: ReadingHints
) throws(ImportRefusal) -> MeetingExport {
    if let workbook { return try readExport(of: workbook, file: file, hints: hints) }
    let decoded: DecodedText
    do {
        decoded = try decodeText(bytes)
    } catch {
        throw ImportRefusal(problems: [wrongKind(error, file)])
    }
    let unsplit = UnsplitText(decoded)
    do throws(ImportRefusal) {
        return try readExport(unsplit, file: file, hints: hints)
    } catch {
        let code = error.problems.first?.code
        if code == "no-header" || code == "no-data", let export = readRowsInQuotes(decoded, file: file, hints: hints) {
            return export
        }
        guard code == "no-header" || code == "other-report",
            let names = try NamesOnly.read(ExportText(unsplit, file: file, delimiter: .tab), hints: hints)
        else { throw error }
        return names
    }
}

private func readExport(_ unsplit: UnsplitText, file: String, hints: ReadingHints) throws(ImportRefusal)
    -> MeetingExport
{
    switch try recognise(unsplit, file: file, columns: hints.columns) {
    case .platform(let text, let format): return try format.read(text, hints: hints)
    case .own(let text, let columns): return try columns.read(text, hints: hints)
    }
}

/// Rows that a spreadsheet with another separator took for one cell each: `"Ann,a@b.example,""16/11/2026 09:00"",51"`.
/// - Returns: `nil` where that is not what is wrong with the file.
private func readRowsInQuotes(_ decoded: DecodedText, file: String, hints: ReadingHints) -> MeetingExport? {
    var text: [UInt8] = []
    var (line, hasDamage) = (1, false)
    readRecords(in: decoded.bytes, delimiter: .unitSeparator) { record in
        text.append(contentsOf: repeatElement(.lineFeed, count: record.line - line))
        line = record.line
        text += record.bytes[record.range(at: 0)]
    } onDamage: { _, _ in
        hasDamage = true
    }
    text.append(.lineFeed)
    if hasDamage || !decoded.bytes.contains(.quotationMark) { return nil }
    do throws(ImportRefusal) {
        let unquoted = UnsplitText(DecodedText(bytes: text, encoding: decoded.encoding))
        var export = try readExport(unquoted, file: file, hints: hints)
        export.problems.append(
            Problem(
                file, code: "rows-in-quotes", "whole rows stand in quotes, as one cell each; they were read as rows",
                fix: "nothing needs doing", severity: .note))
        return export
    } catch {
        return nil
    }
}

/// The one sheet of a workbook that is an export. What is wrong with any cell of it is named.
private func readExport(of workbook: WorkbookTables, file: String, hints: ReadingHints) throws(ImportRefusal)
    -> MeetingExport
{
    var found: MeetingExport?
    var refusal: ImportRefusal?
    var others: [Problem] = []
    for sheet in workbook.sheets {
        do throws(ImportRefusal) {
            let export = try readExport(sheet.bytes, file: file, hints: hints)
            if let known = found, !known.showsPeople || !export.showsPeople {
                found = known.showsPeople ? known : export
                continue
            }
            guard found == nil else {
                throw ImportRefusal(problems: [
                    Problem(
                        file, code: "two-exports", "two sheets of this workbook are participant exports",
                        fix: "save each sheet as a file of its own")
                ])
            }
            found = export
        } catch {
            if error.problems.first?.code == "two-exports" { throw error }
            refusal = refusal ?? error
            others += problems(of: sheet, refused: error)
        }
    }
    guard var export = found else {
        throw refusal
            ?? ImportRefusal(problems: [
                Problem(
                    file, code: "empty", "the workbook has no visible sheet that holds anything", fix: "export it again"
                )
            ])
    }
    let said = workbook.problems + others
    export.problems += said
    if said.contains(where: { $0.severity == .error }) { export.isComplete = false }
    return export
}

/// Of a sheet beside the export: that it is another kind of table, or what is wrong with it.
private func problems(of sheet: RosterFile, refused refusal: ImportRefusal) -> [Problem] {
    guard let code = refusal.problems.first?.code, ["no-header", "other-report", "roster", "empty"].contains(code)
    else {
        return refusal.problems.map { problem in
            var problem = problem
            problem.file = sheet.name
            return problem
        }
    }
    return [
        Problem(
            sheet.name, code: "other-sheet", "this sheet is no participant export and is not used",
            fix: "nothing needs doing, unless it says who was there", severity: .warning)
    ]
}

extension MeetingExport {
    /// It is more than a list of meetings.
    fileprivate var showsPeople: Bool { meetings.contains { !$0.participants.isEmpty } }
}

/// A platform's header stands near the top: no list of a school, whatever other columns there are.
func isParticipantExport(_ decoded: DecodedText) -> Bool {
    let text = UnsplitText(decoded)
    return text.delimiters.contains { delimiter in
        let head = ExportText(text, file: "", delimiter: delimiter).head
        return platformFormats.contains { $0.recognises(head) }
    }
}

/// A report of a meeting that is no list of pupils either.
func otherReport(_ decoded: DecodedText) -> OtherReport? {
    let text = UnsplitText(decoded)
    return text.delimiters.lazy.compactMap { OtherReport(ExportText(text, file: "", delimiter: $0).head) }
        .first { $0.isNeverRoster }
}

private enum Recognised {
    case platform(ExportText, any PlatformFormat.Type)
    case own(ExportText, OwnColumns)
}

/// The one format that recognises a file, with the separator under which it does.
private func recognise(_ unsplit: UnsplitText, file: String, columns: [String: String]) throws(ImportRefusal)
    -> Recognised
{
    let texts = unsplit.delimiters.lazy.map { ExportText(unsplit, file: file, delimiter: $0) }
    for text in texts {
        if let format = try single(platformFormats.filter { $0.recognises(text.head) }, text) {
            return .platform(text, format)
        }
    }
    for text in texts {
        if let own = OwnColumns(text.head, columns) { return .own(text, own) }
    }
    for text in texts {
        if let format = try single(platformFormats.filter { $0.recognisesShape(text.head) }, text) {
            return .platform(text, format)
        }
    }
    throw ImportRefusal(problems: [notAnExport(texts.first?.head ?? [], texts.first?.damagedHead, file)])
}

private func single(_ found: [any PlatformFormat.Type], _ text: ExportText) throws(ImportRefusal) -> (
    any PlatformFormat.Type
)? {
    if found.count < 2 { return found.first }
    throw ImportRefusal(problems: [
        Problem(
            text.file, line: text.head.first?.line, code: "two-formats",
            "the headers fit two kinds of export: " + found.map { $0.name }.joined(separator: " and "),
            fix: "keep the exports of different platforms in files of their own")
    ])
}

private func wrongKind(_ kind: WrongKind, _ file: String) -> Problem {
    let code = kind == .empty ? "empty" : "not-text"
    let fix =
        kind == .empty ? "download the export again" : "export the participant list as CSV, and put that file here"
    let line = [.webPage, .json, .xml, .richText].contains(kind) ? 1 : nil
    return Problem(file, line: line, code: code, "this is \(kind.rawValue), not a participant export", fix: fix)
}

private func notAnExport(_ head: [HeadRow], _ damage: (line: Int, why: LineDamage)?, _ file: String) -> Problem {
    if let damage, damage.line < head.first?.line ?? .max {
        let fault = RowFault.damaged(damage.why)
        return Problem(
            file, line: damage.line, code: "no-header", "the header cannot be read: \(fault.what)", fix: fault.fix)
    }
    guard let first = head.first else {
        return Problem(file, code: "empty", "the file holds nothing but blank lines", fix: "download the export again")
    }
    if let other = Problem(otherReport: head, file) { return other }
    if isRosterHeader(first) {
        return Problem(
            file, line: first.line, code: "roster", "this is a pupil list (a roster), not a participant export",
            fix: "put it into the folder roster/, and the meeting's export here")
    }
    if let other = Problem(shapeOf: head, file) { return other }
    if let (header, joined) = headerOfTimes(head) {
        return Problem(
            file, line: header.line, code: "unknown-platform",
            "a list with joining and leaving times, but none of a platform whose headings are known",
            fix: "name its columns in school.toml under [export.columns], as in joined = \"\(header.text(joined))\"")
    }
    return Problem(
        file, line: first.line, code: "no-header",
        "no header row of a Zoom, Teams, Meet or Webex export, such as \"Name (Original Name)\" or \"Full Name\"",
        fix: "export the participants again and do not edit the file")
}

/// A row of headings above one that has two times beside each other, and where the first of them stands.
private func headerOfTimes(_ head: [HeadRow]) -> (header: HeadRow, joined: Int)? {
    for (row, below) in zip(head, head.dropFirst()) where row.filled >= 3 && !row.texts.contains(where: isTime) {
        let first = below.texts.indices.dropLast().first { isTime(below.text($0)) && isTime(below.text($0 + 1)) }
        if let first, first + 1 < row.width { return (row, first) }
    }
    return nil
}

private func isTime(_ text: String) -> Bool { readTime(text).map { !$0.raw.isMissing } ?? false }

/// Headers that lists of pupils have and exports of meetings do not.
private func isRosterHeader(_ row: HeadRow) -> Bool {
    let words: Set<String> = [
        "upn", "legal forename", "legal surname", "forename", "surname", "reg group", "reg", "registration group",
        "form", "year group",
        "admission number", "adm no", "preferred forename", "sourcedid", "givenname", "familyname", "given name",
        "family name",
        "date of birth", "dob", "sis id", "student id", "pupil id", "first name [required]", "tutor group", "class",
    ]
    return row.labels.count { words.contains($0) } >= 2
}
