import ASCII
import DelimitedText

/// A file of a roster as bytes, with the name that messages and `inspect` use.
struct RosterFile: Sendable {
    var name: String
    var bytes: [UInt8]
    /// When it was last written to, as the machine says: near the days that it speaks of.
    var modified: Day?

    /// The last part of the name, lower case, without `.csv`: `studentenrollment`.
    var stem: String {
        let base = String(name.split(separator: "/").last ?? "").lowercased()
        return base.utf8.lastIndex(of: .fullStop).map { String(base[..<$0]) } ?? base
    }
}

extension RosterFile {
    /// The first line has headings such as `person_id`, as sets for machines have.
    var hasIDColumns: Bool {
        let head = bytes.prefix { $0 != .lineFeed && $0 != .carriageReturn }
        return String(decoding: head, as: UTF8.self).lowercased().utf8.containsText("_id")
    }
}

/// Why a file holds no roster at all.
struct RosterRefusal: Error, Sendable {
    enum Code: String, Sendable { case notText = "not-text", noHeader = "no-header" }
    var code: Code
    var problem: Problem
    /// It may be a list all the same, of which nobody can tell the columns.
    var hasNoHeadings = false
}

/// A delimited file of a roster whose header row has been found.
struct RosterTable: Sendable {
    struct Row: Sendable {
        /// Counted from 1 over all records, titles and blank lines included.
        var record: Int
        /// Physical line.
        var line: Int
        var cells: Record

        func text(_ column: Int?) -> String {
            guard let column, column < cells.count else { return "" }
            let bytes = cells.bytes[cells.range(at: column)]
            guard let first = bytes.first, first == .numberSign || first == .apostrophe || first == .equals else {
                return tidied(bytes)
            }
            return withoutSpreadsheetSigns(tidied(bytes))
        }

        /// `text` is not empty.
        func isFilled(_ column: Int) -> Bool {
            guard column < cells.count, let first = cells.bytes[cells.range(at: column)].first else { return false }
            return first.isASCIILetterOrDigit || !text(column).isEmpty
        }

        /// The cell with whatever a spreadsheet has put there, `#REF!` too.
        func textAsWritten(_ column: Int) -> String {
            column < cells.count ? tidied(cells.bytes[cells.range(at: column)]) : ""
        }
    }

    var name: String
    var encoding: TextEncoding
    var delimiter: UInt8
    var headerRecord: Int
    var headerLine: Int
    var headers: [Header]
    var rows: [Row]
    /// What stands above the header row.
    private(set) var titles: [Row] = []
    private(set) var modified: Day?
    var hasTitleRows: Bool { !titles.isEmpty }
    var hasFooterRow = false
    /// Lines that could not be used, as text: whoever stands in them is on the roll all the same.
    private(set) var unread: [UnreadRow] = []
    var problems: [Problem] = []
    /// The column names as one text: equal for lists of one make.
    private(set) var signature = ""

    /// Lets the rows have these cells under this heading in a column of their own, by record.
    mutating func addColumn(_ header: String, _ cells: [Int: String]) {
        let column = headers.count
        headers.append(Header(header))
        for i in rows.indices {
            while rows[i].cells.count < column { rows[i].cells.append([]) }
            rows[i].cells.append(Array((cells[rows[i].record] ?? "").utf8))
        }
    }

    /// Fills a cell of a row that is blank.
    mutating func fill(_ text: String, column: Int, of row: Int) {
        let old = rows[row].cells
        var cells = Record(line: old.line)
        for i in 0..<max(old.count, column + 1) {
            cells.append(i == column ? Array(text.utf8) : Array(old.bytes[old.range(at: i)]))
        }
        rows[row].cells = cells
    }

    /// Position of a column by its name, compared without blanks, case and signs; the first of several spellings that
    /// is there.
    func column(_ names: String...) -> Int? {
        for name in names {
            let key = Header(name).key
            if let found = headers.firstIndex(where: { $0.key == key }) { return found }
        }
        return nil
    }
}

/// Decodes: the byte order mark decides, else UTF-8, else Windows-1252.
///
/// A file that is UTF-8 but for a few broken bytes stays UTF-8: taken as Windows-1252 every right name in it would
/// become a wrong one. Its lines that are Windows-1252 are read as such, and letters that went through UTF-8 twice are
/// put right; both are said in `problems`.
func decodeRoster(_ bytes: [UInt8], file: String, problems: inout [Problem]) throws(RosterRefusal) -> DecodedText {
    let hasMark = ByteOrderMark.begins(bytes)
    var text: DecodedText
    do throws(WrongKind) {
        text = try decodeText(bytes)
    } catch {
        throw refusal(of: bytes, kind: error, file: file)
    }
    if !hasMark, let nul = bytes.firstIndex(of: 0) {
        let line = 1 + bytes[..<nul].count { $0 == .lineFeed }
        throw RosterRefusal(
            code: .notText,
            problem: Problem(
                file, line: line, code: "not-text", "the file holds a NUL byte here, so it is damaged or no text",
                fix: "export the list from the MIS again as CSV"))
    }
    var brokenLine: Int?
    if !hasMark, CodePage850.isLikely(bytes) {
        text = CodePage850.decode(bytes)
    } else if text.encoding == .utf8, !isMostlyUTF8(text.bytes) {
        brokenLine = lineOfBrokenLetter(text.bytes)
        text = Windows1252.decode(text.bytes)
    }
    func say(_ line: Int?, _ what: String) {
        problems.append(
            Problem(
                file, line: line, code: "encoding", what,
                fix: "if accents in names are wrong, export the list from the MIS again as UTF-8", severity: .warning))
    }
    if let brokenLine {
        say(brokenLine, "letters are broken, here first: they are whole in no encoding; they are read as Windows-1252")
        // What stands whole beside them was made two letters only just now.
        _ = DoubledUTF8.undo(&text.bytes)
    }
    if text.encoding == .macRoman { say(nil, "the file is no UTF-8; its letters are read as a Macintosh writes them") }
    if text.encoding == .codePage850 { say(nil, "the file is no UTF-8; its letters are read as MS-DOS wrote them") }
    if text.encoding == .windows1252, MacRoman.isAsLikelyAsWindows(bytes) {
        say(nil, "the file is no UTF-8; its letters are read as Windows writes them, and may be those of a Macintosh")
    }
    if let line = mendLines(&text.bytes) {
        say(line, "the encoding changes in the middle of the file; from here on some rows are read as Windows-1252")
    }
    if let line = WebLetters.undo(&text.bytes) {
        say(
            line, "letters are written as web pages write them (&eacute;), here first; they are read as they were meant"
        )
    }
    if let line = DoubledUTF8.undo(&text.bytes) {
        say(line, "letters were encoded twice, here first; they are read as they were meant")
    }
    return text
}

/// The first line that is no UTF-8.
private func lineOfBrokenLetter(_ bytes: [UInt8]) -> Int? {
    let lines = bytes.split(separator: .lineFeed, omittingEmptySubsequences: false)
    return lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }.map { $0 + 1 }
}

/// Lines in another encoding than the rest, where they are pasted together: read as Windows-1252 if that makes sense.
///
/// - Returns: the first of them.
private func mendLines(_ bytes: inout [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var first: Int?
    let lines = bytes.split(separator: .lineFeed, omittingEmptySubsequences: false)
    let mended = lines.enumerated().map { number, line in
        guard Windows1252.isLikely(Array(line)) else { return Array(line) }
        first = first ?? number + 1
        return Windows1252.decode(Array(line)).bytes
    }
    if first != nil { bytes = Array(mended.joined(separator: [.lineFeed])) }
    return first
}

private func refusal(of bytes: [UInt8], kind: WrongKind, file: String) -> RosterRefusal {
    let isText = [.empty, .webPage, .json, .xml, .richText].contains(kind)
    let line = kind == .xml ? lineOfDocumentType(bytes) : nil
    let what =
        line == nil
        ? "this is \(kind.rawValue), not a table"
        : "this is \(kind.rawValue) with a document type; such files are not read"
    return RosterRefusal(
        code: isText ? .noHeader : .notText,
        problem: Problem(
            file, line: line ?? (isText && kind != .empty ? 1 : nil), code: isText ? "no-header" : "not-text", what,
            fix: "export the list from the MIS again as CSV"))
}

private func lineOfDocumentType(_ bytes: [UInt8]) -> Int? {
    let sign = Array("<!DOCTYPE".utf8)
    var line = 1
    for (i, byte) in bytes.prefix(65_536).enumerated() {
        if byte == .lineFeed { line += 1 }
        if byte == .lessThan, bytes[i...].starts(with: sign) { return line }
    }
    return nil
}

private func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
    if String(validating: bytes, as: UTF8.self) != nil { return true }
    var (right, wrong, i) = (0, 0, 0)
    while i < bytes.count {
        let byte = bytes[i]
        let length = lengthOfUTF8(from: byte)
        if length <= 1 {
            wrong += length == 0 ? 1 : 0
            i += 1
        } else if i + length <= bytes.count, String(validating: bytes[i..<i + length], as: UTF8.self) != nil {
            right += 1
            i += length
        } else {
            wrong += 1
            i += 1
        }
    }
    return right > wrong
}

extension RosterTable {
    /// How many of the first records may stand above the header row.
    private static let headerRecords = 60

    /// Finds separator and header row: the ones with most distinct known headers, at least two.
    ///
    /// - Parameter isKnown: what counts as known; equal results are one header.
    init(_ file: RosterFile, knows meaning: (Header) -> (some Hashable)?) throws(RosterRefusal) {
        var problems: [Problem] = []
        let text = try decodeRoster(file.bytes, file: file.name, problems: &problems)
        var (bytes, lineOffset) = (text.bytes, 0)
        var candidates = Array(",;\t|".utf8)
        if let hint = separatorHint(bytes) {
            candidates = [hint.delimiter]
            bytes.removeFirst(hint.length)
            lineOffset = 1
        }
        bytes = withoutFormulaSigns(bytes)
        let head = headOfTable(bytes)
        var best = (score: 0, delimiter: candidates[0], line: 0)
        for delimiter in candidates {
            var extraLines = 0
            for record in records(in: head, delimiter: delimiter, limits: RosterTable.limits).records
            where record.line - extraLines <= RosterTable.headerRecords {
                extraLines += lineBreaks(record.bytes)
                let score = RosterTable.score(record, above: best.score, meaning)
                if score > best.score { best = (score, delimiter, record.line) }
            }
        }
        if isParticipantExport(text) { throw exportAsRoster(file.name, line: lineOffset + 1) }
        if let other = otherReport(text) { throw otherReportAsRoster(other, file.name, line: lineOffset + 1) }
        guard best.score >= 2 else { throw noHeader(file.name, line: lineOffset + 1) }
        name = file.name
        modified = file.modified
        encoding = text.encoding
        delimiter = best.delimiter
        headers = []
        rows = []
        headerRecord = 0
        headerLine = best.line + lineOffset
        self.problems = problems
        read(bytes, headerAt: best.line, lineOffset: lineOffset)
        nameErrors(bytes)
    }

    /// How many different known headings the record has; less than that where they are too few anyway.
    private static func score<Meaning: Hashable>(_ record: Record, above best: Int, _ meaning: (Header) -> Meaning?)
        -> Int
    {
        var found: Set<Meaning> = []
        for column in 0..<record.count {
            if found.count + record.count - column <= best { break }
            if let known = meaning(Header(record.text(at: column))) { found.insert(known) }
        }
        return found.count
    }

    private static let limits = ReadingLimits(linesOfACell: 5000)

    private mutating func read(_ bytes: [UInt8], headerAt headerLine: Int, lineOffset: Int) {
        var found: [Record] = []
        var damaged: [(Int, LineDamage)] = []
        readRecords(in: bytes, delimiter: delimiter, limits: RosterTable.limits) {
            found.append(copy $0)
        } onDamage: {
            damaged.append(($0, $1))
        }
        for (line, why) in damaged {
            problems.append(damageProblem(name, line: line + lineOffset, why))
            leaveUnread(line + lineOffset, Array((physicalLine(line, in: bytes) ?? []).prefix(4096)))
        }
        var extraLines = 0
        for record in found {
            // A line of `sep=;` is a record too.
            let number = record.line - extraLines + lineOffset
            let breaks = lineBreaks(record.bytes)
            extraLines += breaks
            if record.line < headerLine {
                if !record.isBlank { titles.append(Row(record: number, line: record.line + lineOffset, cells: record)) }
            } else if record.line == headerLine {
                headers = record.texts.map { Header(tidied($0)) }
                signature = headers.map(\.key).joined(separator: ",")
                headerRecord = number
            } else if record.isBlank {
                continue
            } else if breaks > 0, swallowsRows(record) {
                readLineByLine(record.line...record.line + breaks, in: bytes, from: number, lineOffset)
                extraLines -= breaks
            } else {
                add(record, as: number, line: record.line + lineOffset)
            }
        }
        joinHeadings()
        refuseCutRow(bytes)
    }

    private mutating func add(_ record: Record, as number: Int, line: Int) {
        if isFooter(record) {
            hasFooterRow = true
        } else {
            rows.append(Row(record: number, line: line, cells: record))
        }
    }

    /// Lines that a stray quote and another one further down have made one cell: each is read as a row of its own, so
    /// that only those with the quotes are lost.
    private mutating func readLineByLine(
        _ lines: ClosedRange<Int>, in bytes: [UInt8], from number: Int, _ lineOffset: Int
    ) {
        guard let first = physicalLine(lines.lowerBound, in: bytes),
            let last = physicalLine(lines.upperBound, in: bytes)
        else { return }
        let text = Array(bytes[first.startIndex..<last.endIndex])
        let (found, damaged) = records(in: text, delimiter: delimiter)
        let above = lines.lowerBound - 1
        for (line, why) in damaged {
            problems.append(damageProblem(name, line: above + line + lineOffset, why))
            leaveUnread(above + line + lineOffset, Array((physicalLine(line, in: text) ?? []).prefix(4096)))
        }
        for record in found where !record.isBlank {
            add(record, as: number + record.line - 1, line: above + record.line + lineOffset)
        }
    }

    /// Headings over two rows: where the lower one is blank, the upper one says what the column is.
    private mutating func joinHeadings() {
        guard let above = titles.last, above.record + 1 == headerRecord || above.line + 1 == headerLine else { return }
        let texts = above.cells.texts.map { tidied($0) }
        guard headers.contains(where: { $0.written.isEmpty }), texts.count(where: { !$0.isEmpty }) > 1 else { return }
        for i in headers.indices where headers[i].written.isEmpty && i < texts.count { headers[i] = Header(texts[i]) }
        signature = headers.map(\.key).joined(separator: ",")
    }

    static let cutShort = "cut-short"

    /// A last row without its line end, shorter than every other one, was broken off; so was a last quoted cell.
    private mutating func refuseCutRow(_ bytes: [UInt8]) {
        guard let end = bytes.last, end != .lineFeed, end != .carriageReturn else { return }
        var line = problems.last { $0.code == "bad-row" && $0.line == unread.last?.line }?.line
        if let last = rows.last, rows.count > 1, last.cells.count < headers.count, line == nil || line! < last.line,
            rows.dropLast().allSatisfy({ $0.cells.count > last.cells.count })
        {
            line = last.line
            rows.removeLast()
            leaveUnread(last.line, last.cells.bytes)
        } else if line != nil, let last = rows.last, last.line > line! {
            return
        }
        guard let line else { return }
        problems.removeAll { $0.code == "bad-row" && $0.line == line }
        problems.append(
            Problem(
                name, line: line, code: RosterTable.cutShort,
                "the list ends in the middle of this row, so it is cut short and pupils may be missing in it",
                fix: "export or copy the whole list again"))
    }

    mutating func leaveUnread(_ line: Int, _ bytes: [UInt8]) {
        if unread.count < 1000 {
            let separators: Set<UInt8> = [delimiter, .quotationMark, .lineFeed, .carriageReturn]
            let text = bytes.map { separators.contains($0) ? .space : $0 }
            unread.append(UnreadRow(file: name, line: line, text: String(decoding: text, as: UTF8.self)))
        }
    }

    /// A quoted cell that holds as many separators as a whole row was opened by a stray quote, unless the row has all
    /// its cells: addresses have commas too, but blanks behind them.
    private func swallowsRows(_ record: Record) -> Bool {
        headers.count > 1
            && (0..<record.count).contains { column in
                let cell = record.bytes[record.range(at: column)]
                guard cell.contains(where: \.isLineEnd), cell.count(where: { $0 == delimiter }) >= headers.count - 1
                else { return false }
                return record.count != headers.count || cell.split(whereSeparator: \.isLineEnd).contains(where: isRow)
            }
    }

    private func isRow(_ line: ArraySlice<UInt8>) -> Bool {
        line.indices.count { i in
            line[i] == delimiter && (i + 1 == line.endIndex || line[i + 1] != .space)
        } == headers.count - 1
    }

    /// What a spreadsheet could not work out is an empty cell, and said once with the first row.
    private mutating func nameErrors(_ bytes: [UInt8]) {
        guard bytes.contains(.numberSign) else { return }
        var (count, line): (Int, Int?) = (0, nil)
        for row in rows {
            let errors = headers.indices.count {
                row.text($0).isEmpty && row.textAsWritten($0).utf8.first == .numberSign
            }
            if errors > 0 { line = line ?? row.line }
            count += errors
        }
        guard count > 0 else { return }
        problems.append(
            Problem(
                name, line: line, code: "cell-error",
                count == 1
                    ? "a cell holds the error value of a spreadsheet and is read as empty"
                    : "\(count) cells, the first here, hold error values of a spreadsheet and are read as empty",
                fix: "put the values themselves into the list", severity: .warning))
    }

    private func isFooter(_ record: Record) -> Bool {
        guard headers.count > 1, !record.isEmpty(at: 0),
            (1..<max(1, record.count)).allSatisfy({ record.text(at: $0).isBlankText })
        else { return false }
        return isRemark(tidied(record.text(at: 0)))
    }
}

extension String {
    fileprivate var isBlankText: Bool { utf8.allSatisfy { $0 == .space || $0 == .tab } }
}

func noHeader(_ file: String, line: Int) -> RosterRefusal {
    RosterRefusal(
        code: .noHeader,
        problem: Problem(
            file, line: line, code: "no-header",
            "no header row with at least two known column names in the first 60 rows",
            fix:
                "export with column headings such as UPN, Legal Surname, Legal Forename, Reg Group, or name them under [roster.columns]"
        ), hasNoHeadings: true)
}

private func exportAsRoster(_ file: String, line: Int) -> RosterRefusal {
    RosterRefusal(
        code: .noHeader,
        problem: Problem(
            file, line: line, code: "no-header", "this is a participant export, not a roster",
            fix: "move it into inbox/ and put the MIS export here"))
}

/// A report of a meeting's people who are no pupils for that: who signed up, who answered.
private func otherReportAsRoster(_ report: OtherReport, _ file: String, line: Int) -> RosterRefusal {
    RosterRefusal(
        code: .noHeader,
        problem: Problem(
            file, line: line, code: "no-header", "this is \(report.what); it is no pupil list",
            fix: "take it out of roster/ and put the MIS export here"))
}

func damageProblem(_ file: String, line: Int, _ why: LineDamage) -> Problem {
    let what =
        switch why {
        case .misplacedQuote: "a quotation mark stands where none may be, so the row cannot be read"
        case .unterminatedQuote: "a quoted value opened here is not closed in its row"
        case .lineTooLong, .fieldTooLong: "a value here is longer than any list has"
        case .nulByte: "the row holds a NUL byte"
        case .notUTF8: "the row holds bytes that are no letters"
        case .outOfMemory: "there is not enough memory for this row"
        }
    return Problem(
        file, line: line, code: "bad-row", what,
        fix: "correct the row or export the file again; the other rows are used")
}

/// `sep=;` as Excel writes it.
private func separatorHint(_ bytes: [UInt8]) -> (delimiter: UInt8, length: Int)? {
    guard bytes.count > 5, Cells.equals(bytes, 0..<4, "sep=") else { return nil }
    var end = 5
    if bytes[end] == .carriageReturn { end += 1 }
    if end < bytes.count, bytes[end] == .lineFeed { end += 1 }
    return end > 5 ? (bytes[4], end) : nil
}

/// Enough of the file for its first records.
private func headOfTable(_ bytes: [UInt8]) -> [UInt8] {
    var breaks = 0
    for (i, byte) in bytes.enumerated() where byte == .lineFeed || byte == .carriageReturn {
        breaks += 1
        if breaks > 240 { return Array(bytes[..<i]) }
    }
    return bytes
}

/// Line ends inside the quoted cells of a record: CR LF, LF and CR each count once.
extension UInt8 {
    fileprivate var isLineEnd: Bool { self == .lineFeed || self == .carriageReturn }
}

private func lineBreaks(_ bytes: [UInt8]) -> Int {
    if !bytes.contains(.lineFeed), !bytes.contains(.carriageReturn) { return 0 }
    var count = 0
    for (i, byte) in bytes.enumerated() where byte.isLineEnd {
        if byte == .lineFeed, i > 0, bytes[i - 1] == .carriageReturn { continue }
        count += 1
    }
    return count
}

/// A cell that begins with `="` outside quotes is the quoted text: so people keep the zeros of a number.
private func withoutFormulaSigns(_ bytes: [UInt8]) -> [UInt8] {
    func isFormula(_ i: Int) -> Bool {
        guard bytes[i] == .equals, i + 1 < bytes.count, bytes[i + 1] == .quotationMark else { return false }
        return i == 0 || [.comma, .semicolon, .tab, .lineFeed, .carriageReturn].contains(bytes[i - 1])
    }
    guard bytes.contains(.equals), bytes.indices.contains(where: isFormula) else { return bytes }
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var isQuoted = false
    for (i, byte) in bytes.enumerated() {
        if byte == .quotationMark { isQuoted.toggle() }
        if isQuoted || !isFormula(i) { kept.append(byte) }
    }
    return kept
}
