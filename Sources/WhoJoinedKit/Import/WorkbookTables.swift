import DelimitedText
import HostSystem
import XlsxSheet

/// A workbook's visible sheets as tables of text, and what is to be said of the rest of it.
struct WorkbookTables: Sendable {
    /// Called `Pupils.xlsx, sheet Report`. Row 7 of the sheet is line 7 of its text.
    var sheets: [RosterFile]
    var problems: [Problem]
}

extension WorkbookTables {
    /// The same as a roster of that file, which messages call by its last part.
    func source(called name: String, as path: HostPath) -> RosterSource {
        let base = HostPath(bytes: path.name).text
        func renamed(_ text: String) -> String {
            text.utf8.starts(with: name.utf8) ? base + text.dropFirst(name.count) : text
        }
        let modified = (try? fileEntry(at: path)).flatMap { $0 }.map { Day(of: $0.stamp) }
        return RosterSource(
            name: base,
            files: sheets.map { RosterFile(name: renamed($0.name), bytes: $0.bytes, modified: modified) },
            problems: problems.map { problem in
                var problem = problem
                problem.file = renamed(problem.file)
                return problem
            })
    }
}

/// The tables of a workbook wherever a CSV may stand; `nil` for a file of any other kind, which is read as text or as
/// an archive.
///
/// - Parameter name: what messages call the file.
/// - Throws: a workbook that cannot be used, and the kinds of spreadsheets that are none (a password, `.xls`, `.ods`).
func workbookTables(_ bytes: [UInt8], _ name: String) throws(Problem) -> WorkbookTables? {
    guard isPackedLikeWorkbook(bytes) || isOldOffice(bytes) else { return nil }
    let workbook: Workbook
    do throws(WorkbookRefusal) {
        workbook = try readWorkbook(bytes, name: name)
    } catch {
        if error.reason == .archive || error.reason == .damagedArchive && !isCalledWorkbook(name) { return nil }
        throw Problem(name, code: "not-text", error.what, fix: error.fix)
    }
    let filled = workbook.visibleSheets.filter { !$0.rows.isEmpty }
    let tables = filled.map { RosterFile(name: workbook.place($0), bytes: textOfTable($0)) }
    return WorkbookTables(
        sheets: tables, problems: filled.flatMap { problems(of: $0, in: workbook) } + hidden(workbook))
}

/// By the ending of the name, which says what was meant.
func isCalledWorkbook(_ name: String) -> Bool { isCalled(name, ".xlsx", ".xlsm") }

/// Compound files: old workbooks, and new ones with a password.
private func isOldOffice(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) }

// MARK: Text

/// The sheet as a CSV with each row on the line of its own number, every cell in quotes.
private func textOfTable(_ sheet: Sheet) -> [UInt8] {
    var text: [UInt8] = []
    // Two quotation marks and a comma for each cell.
    text.reserveCapacity(sheet.text.count + 3 * sheet.rows.reduce(0) { $0 + $1.cells.count })
    var line = 1
    for row in sheet.rows {
        text.append(contentsOf: repeatElement(.lineFeed, count: row.number - line))
        line = row.number
        var column = 0
        for cell in cells(of: row, in: sheet) {
            text.append(contentsOf: repeatElement(.comma, count: cell.column - column))
            column = cell.column
            // Nobody knows what it would have said, so it is no empty cell: it may be a restriction.
            let isUnknown = cell.kind == .formulaWithoutResult
            appendQuoted(isUnknown ? unknownResult : sheet.bytes(of: cell), to: &text)
        }
    }
    text.append(.lineFeed)
    return text
}

/// As a spreadsheet writes what it could not work out.
private let unknownResult = Array("#CALC!".utf8)[...]

/// A row in which one value is merged over all that is filled is a title or a heading: the value stands once.
private func cells(of row: SheetRow, in sheet: Sheet) -> ArraySlice<Cell> {
    guard let first = row.cells.first, row.cells.count > 1,
        row.cells.dropFirst().allSatisfy({ $0.isSpread && sheet.bytes(of: $0) == sheet.bytes(of: first) })
    else { return row.cells[...] }
    return row.cells[..<1]
}

private func appendQuoted(_ cell: ArraySlice<UInt8>, to text: inout [UInt8]) {
    if cell.isEmpty { return }
    text.append(.quotationMark)
    if cell.contains(where: { $0 == .quotationMark || $0 == .lineFeed || $0 == .carriageReturn }) {
        for byte in cell {
            if byte == .quotationMark { text.append(.quotationMark) }
            text.append(byte == .lineFeed || byte == .carriageReturn ? .space : byte)
        }
    } else {
        text.append(contentsOf: cell)
    }
    text.append(.quotationMark)
}

// MARK: What is said

private func hidden(_ workbook: Workbook) -> [Problem] {
    workbook.sheets.filter(\.isHidden).map { sheet in
        Problem(
            workbook.place(sheet), code: "hidden-sheet", "this sheet is hidden and is not read",
            fix: "unhide it in the spreadsheet program if it belongs to the list", severity: .warning)
    }
}

private func problems(of sheet: Sheet, in workbook: Workbook) -> [Problem] {
    let place = workbook.place(sheet)
    var found: [Problem] = []
    func say(_ cells: [String], _ code: String, _ what: String, _ fix: String) {
        guard let first = cells.first else { return }
        let more = cells.count == 1 ? "" : " and \(cells.count - 1) more"
        found.append(Problem(place, code: code, "cell \(first)\(more): \(what)", fix: fix))
    }
    let faults = sheet.faults
    say(
        faults.filter { $0.cell.kind == .error }.map { "\($0.name) (\(sheet.text(of: $0.cell)))" }, "cell-error",
        "a formula gave an error here instead of a value", "put the value itself there and save the workbook again")
    say(
        faults.filter { $0.cell.kind == .formulaWithoutResult }.map(\.name), "no-result",
        "a formula stands here that was never worked out",
        "open the workbook in a spreadsheet program, save it and put it here again")
    let filtered = sheet.rows.count(where: \.isHidden)
    if let first = sheet.rows.first(where: \.isHidden) {
        found.append(
            Problem(
                place, line: first.number, code: "hidden-rows",
                filtered == 1
                    ? "this row is hidden; it is read like the others"
                    : "from here on \(filtered) rows are hidden; they are read like the others",
                fix: "delete them if they do not belong to the list", severity: .warning))
    }
    return found
}
