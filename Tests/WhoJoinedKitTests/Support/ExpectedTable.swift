import Testing
import DelimitedText

/// What a story says of one CSV file of a report: the columns it names, every row.
///
/// A cell says: nothing when it is empty, "is empty" as `-`, "holds these words" as `*words*`, otherwise the cell
/// itself.
struct ExpectedTable {
    var header: [String]
    var rows: [[String]]

    init(_ bytes: [UInt8]) throws {
        let table = try cells(in: bytes)
        header = table.first ?? []
        rows = Array(table.dropFirst())
    }

    /// Every difference as a sentence: columns that are not there, rows that nobody wrote, rows that nobody expected.
    func differences(from report: [UInt8]) throws -> [String] {
        let table = try cells(in: report)
        let reported = table.first ?? []
        let columns = header.map { reported.firstIndex(of: $0) }
        let missing = zip(header, columns).filter { $0.1 == nil }.map { "no column \($0.0)" }
        guard missing.isEmpty else { return missing }
        var left = table.dropFirst().map { row in columns.map { row[$0!] } }
        var found: [String] = []
        for row in mostSpecificFirst {
            if let at = left.firstIndex(where: { zip(row, $0).allSatisfy(agrees) }) {
                left.remove(at: at)
            } else {
                found.append("missing: \(row.joined(separator: ","))")
            }
        }
        return found.sorted() + left.map { "too much: \($0.joined(separator: ","))" }.sorted()
    }

    /// The same columns, as the report has them: what `make golden` writes.
    func rewritten(from report: [UInt8]) throws -> [UInt8] {
        let table = try cells(in: report)
        let columns = header.map { table.first?.firstIndex(of: $0) }
        let rows = table.dropFirst().map { row in columns.map { $0.map { row[$0].isEmpty ? "-" : row[$0] } ?? "" } }
        return Array(([header] + rows).map { $0.map(quoted).joined(separator: ",") + "\n" }.joined().utf8)
    }

    /// A row that says less must not take the place of one that says more.
    private var mostSpecificFirst: [[String]] {
        rows.sorted { $0.count(where: { !$0.isEmpty }) > $1.count(where: { !$0.isEmpty }) }
    }

    private func agrees(_ expected: String, _ cell: String) -> Bool {
        switch expected {
        case "": true
        case "-": cell.isEmpty
        case _ where expected.count > 2 && expected.first == "*" && expected.last == "*":
            cell.contains(expected.dropFirst().dropLast())
        default: cell == expected
        }
    }

    private func quoted(_ cell: String) -> String {
        cell.contains(where: { $0 == "," || $0 == "\"" || $0 == "\n" })
            ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
    }
}

/// The rows of a CSV file that we wrote ourselves, header first, without a byte order mark.
func cells(in bytes: [UInt8]) throws -> [[String]] {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    let read = records(in: text, delimiter: 0x2C)
    #expect(read.damage.isEmpty)
    return read.records.map(\.texts)
}
