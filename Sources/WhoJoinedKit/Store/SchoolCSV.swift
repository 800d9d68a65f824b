import ASCII
import DelimitedText
import HostSystem

/// One of the school's own CSV files, to which a line is added as Excel would have: its encoding, separator, line ends,
/// columns and what staff have added stay as they are.
struct SchoolCSV {
    /// The file's name and its columns, in the order in which a new file gets them.
    struct Layout: Sendable {
        var file: String
        var columns: [String]

        static let timetable = Layout(
            file: "timetable.csv",
            columns: [
                "Meeting ID", "Class", "Subject", "Kind", "Weekday or Date", "Start", "End", "Lead Staff",
                "Second Staff", "Platform",
            ])
        static let absences = Layout(file: "absences.csv", columns: ["Id", "From", "To", "Reason"])
        static let approvals = Layout(
            file: "approvals.csv",
            columns: [
                "Kind", "Id", "Class", "From", "To", "Approved By", "Parent Present", "Reason", "Agreed With",
                "Agreed On",
            ])
        static let agreements = Layout(file: "agreements.csv", columns: ["Id", "Signed On", "Kind", "Until"])
        static let notes = Layout(
            file: "notes.csv", columns: ["Date", "Start", "Class", "Kind", "Person", "At", "Text", "By"])
        static let decisions = Layout(
            file: "decisions.csv", columns: ["Display Name", "Email", "Class", "Is", "Id", "By", "On", "Date", "Start"])
        static let guests = Layout(
            file: "guests.csv", columns: ["Date", "Until", "Name", "Email", "Class", "Role", "Approved By"])
        static let followUps = Layout(file: "followups.csv", columns: ["Date", "Id", "Kind", "By", "Outcome"])
        static let all = [timetable, absences, approvals, agreements, notes, decisions, followUps]
    }

    let layout: Layout
    private var text: DecodedText
    private let delimiter: UInt8
    private let lineEnd: [UInt8]
    private var header: [String]
    /// The rows below the header, each by column name in lower case.
    let rows: [[String: String]]
    /// The physical line of each row.
    let lines: [Int]
    private let mode: UInt32

    private static let sizeLimit = 64 * 1_048_576

    /// - Parameter folder: the school's.
    init(_ layout: Layout, in folder: HostPath) throws(StoreError) {
        self.layout = layout
        let path = folder.appending(layout.file)
        let entry = try storing("this file cannot be looked at") { () throws(SystemError) in try fileEntry(at: path) }
        guard let entry else {
            text = DecodedText(bytes: [], encoding: .utf8WithMark)
            (delimiter, lineEnd, header, rows, lines, mode) = (
                .comma, [.carriageReturn, .lineFeed], layout.columns, [], [], 0o640
            )
            text.bytes = SchoolCSV.line(header, delimiter) + lineEnd
            return
        }
        mode = entry.mode & 0o770 | 0o600
        do {
            text = try decodeText(try readOrdinaryFile(path, limit: SchoolCSV.sizeLimit).bytes)
        } catch let error as ReadingError {
            throw StoreError(.unusable, Problem(reading: layout.file, error).message)
        } catch {
            throw StoreError(
                .unusable, "\(layout.file): error: not a table of text; fix: save it as CSV (UTF-8) and try again")
        }
        let firstLine = text.bytes.prefix { $0 != .lineFeed }
        delimiter =
            [.comma, .semicolon, .tab].max { a, b in firstLine.count { $0 == a } < firstLine.count { $0 == b } }
            ?? .comma
        lineEnd =
            firstLine.last == .carriageReturn || !text.bytes.contains(.lineFeed)
            ? [.carriageReturn, .lineFeed] : [.lineFeed]
        let (read, damage) = records(in: text.bytes, delimiter: delimiter)
        if let first = damage.first {
            throw StoreError(
                .unusable,
                "\(layout.file):\(first.line): error: this line is damaged, so nothing was added; fix: mend it, then try again"
            )
        }
        let table = read.map(\.texts)
        header = (table.first ?? []).map { PlainText.clean($0) }
        let keys = header.map { $0.lowercased() }
        lines = read.dropFirst().map(\.line)
        rows = table.dropFirst().map { row in Dictionary(zip(keys, row), uniquingKeysWith: { a, _ in a }) }
    }

    /// Columns that the file does not have yet stand at the end of its first line from now on.
    mutating func addColumns(_ names: [String]) {
        let known = Set(header.map { $0.lowercased() })
        let new = names.filter { !known.contains($0.lowercased()) }
        if new.isEmpty { return }
        let end = text.bytes.firstIndex { $0 == .carriageReturn || $0 == .lineFeed } ?? text.bytes.count
        text.bytes.insert(contentsOf: new.flatMap { [delimiter] + Array($0.utf8) }, at: end)
        header += new
    }

    /// Takes a row back, with all its physical lines.
    mutating func remove(row: Int) {
        let next = row + 1 < lines.count ? lines[row + 1] : Int.max
        var (kept, line) = ([UInt8](), 1)
        for byte in text.bytes {
            if line < lines[row] || line >= next { kept.append(byte) }
            if byte == .lineFeed { line += 1 }
        }
        text.bytes = kept
    }

    /// Adds one line; a cell that a spreadsheet would run is defused.
    /// - Parameter cells: by the names of the layout's columns.
    mutating func append(_ cells: [String: String]) throws(StoreError) {
        let known = Set(header.map { $0.lowercased() })
        for (column, cell) in cells.sorted(by: { $0.key < $1.key })
        where !cell.isEmpty && !known.contains(column.lowercased()) {
            throw StoreError(
                .unusable,
                "\(layout.file):1: error: there is no column \"\(column)\"; fix: add it to the first line, then try again"
            )
        }
        let byName = Dictionary(cells.map { ($0.key.lowercased(), $0.value) }, uniquingKeysWith: { a, _ in a })
        if let last = text.bytes.last, last != .lineFeed { text.bytes += lineEnd }
        text.bytes += SchoolCSV.line(header.map { byName[$0.lowercased()] ?? "" }, delimiter) + lineEnd
    }

    func save(in folder: HostPath) throws(StoreError) {
        let bytes = encoded
        try storing("this file could not be written") { () throws(SystemError) in
            try replaceFile(folder.appending(layout.file), bytes, mode: mode)
        }
    }

    private static func line(_ cells: [String], _ delimiter: UInt8) -> [UInt8] {
        var bytes: [UInt8] = []
        for (i, cell) in cells.enumerated() {
            if i > 0 { bytes.append(delimiter) }
            let text = startsFormula(cell) ? "'" + cell : cell
            let isPlain =
                text.utf8.allSatisfy { $0 != delimiter && $0 != .quotationMark && $0 >= .space }
                && text.utf8.first != .space
                && text.utf8.last != .space
            if isPlain {
                bytes += text.utf8
            } else {
                bytes.append(.quotationMark)
                for byte in text.utf8 { bytes += byte == .quotationMark ? [.quotationMark, .quotationMark] : [byte] }
                bytes.append(.quotationMark)
            }
        }
        return bytes
    }

    /// As the file was; text that Windows-1252 does not have makes the file UTF-8, and so does any from Mac Roman or code page 850.
    private var encoded: [UInt8] {
        switch text.encoding {
        case .utf8: return text.bytes
        case .utf8WithMark: return ByteOrderMark.utf8 + text.bytes
        case .utf16LittleEndian, .utf16BigEndian:
            let isBig = text.encoding == .utf16BigEndian
            let units = [0xFEFF] + Array(String(decoding: text.bytes, as: UTF8.self).utf16)
            return units.flatMap { isBig ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case .macRoman, .codePage850: return ByteOrderMark.utf8 + text.bytes
        case .windows1252:
            let bytes = String(decoding: text.bytes, as: UTF8.self).unicodeScalars.map(Windows1252.byte)
            return bytes.contains(nil) ? ByteOrderMark.utf8 + text.bytes : bytes.compactMap(\.self)
        }
    }
}
