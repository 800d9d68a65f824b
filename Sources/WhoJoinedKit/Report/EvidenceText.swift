/// `file:row` of stays or findings, joined by `;`: at most what a spreadsheet's cell can hold.
struct EvidenceText: Sendable {
    /// A row that the cell has room for.
    struct Row: Sendable, Hashable {
        /// As it is printed.
        var file: String
        var line: Int
    }

    /// A spreadsheet's cell ends at 32,767 characters.
    private static let limit = 30_000

    private(set) var rows: [Row] = []
    private var size = 0
    private var leftOut = 0

    init(_ rows: [Evidence]) {
        for row in rows { add(row.file, row.line) }
    }

    init(_ stays: [PlacedStay], of exports: [ExportSummary]) {
        for placed in stays { add(exports[placed.export].file, placed.stay.line) }
    }

    /// As they were printed before.
    init(printed rows: [Row]) { self.rows = rows }

    private mutating func add(_ file: String, _ line: Int) {
        if size > EvidenceText.limit {
            leftOut += 1
            return
        }
        let row = Row(file: PlainText.clean(file), line: line)
        size += (rows.isEmpty ? 0 : 1) + row.file.utf8.count + 1 + String(line).utf8.count
        rows.append(row)
    }

    var text: String {
        var text = ""
        text.reserveCapacity(size)
        for row in rows {
            if !text.isEmpty { text += ";" }
            text += row.file
            text += ":"
            text += String(row.line)
        }
        return text
    }

    /// For a page: each file once with its rows, `4B.csv rows 5-11, 14`.
    var onPage: String {
        var files: [String] = []
        var lines: [String: [Int]] = [:]
        for row in rows {
            if lines[row.file] == nil { files.append(row.file) }
            lines[row.file, default: []].append(row.line)
        }
        return files.map { file in
            let own = Set(lines[file] ?? []).sorted()
            return SharedWords.rows(of: file, own.count, EvidenceText.runs(of: own))
        }.joined(separator: "; ")
    }

    private static func runs(of lines: [Int]) -> String {
        var runs: [ClosedRange<Int>] = []
        for line in lines {
            if let last = runs.last, last.upperBound + 1 == line {
                runs[runs.count - 1] = last.lowerBound...line
            } else {
                runs.append(line...line)
            }
        }
        return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }.joined(
            separator: ", ")
    }

    /// The sentence of the row, and how many rows the cell has no room for.
    func sentence(_ sentence: String) -> String {
        leftOut == 0 ? sentence : "\(sentence) \(SharedWords.moreRows(leftOut))"
    }
}
