/// `file:row` of stays or findings, joined by `;`: at most what a spreadsheet's cell can hold.
struct EvidenceText {
    /// A spreadsheet's cell ends at 32,767 characters.
    private static let limit = 30_000

    private(set) var text = ""
    private var leftOut = 0

    init(_ rows: [Evidence]) {
        for row in rows { add(row.file, row.line) }
    }

    init(_ stays: [PlacedStay], of exports: [ExportSummary]) {
        for placed in stays { add(exports[placed.export].file, placed.stay.line) }
    }

    private mutating func add(_ file: String, _ line: Int) {
        if text.utf8.count > EvidenceText.limit {
            leftOut += 1
            return
        }
        if !text.isEmpty { text += ";" }
        text += "\(PlainText.clean(file)):\(line)"
    }

    /// The sentence of the row, and how many rows the cell has no room for.
    func sentence(_ sentence: String) -> String { leftOut == 0 ? sentence : "\(sentence) (\(leftOut) more rows)" }
}
