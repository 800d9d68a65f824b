import DelimitedText

/// A row near the top of a file, compared as headers are: in any case, without accents, blanks single.
///
/// By reference, because every format looks at every row of the head.
final class HeadRow: Sendable {
    /// As it stands in the file.
    let record: Record
    /// The cells in comparable form.
    let labels: [String]
    /// How many cells hold something.
    let filled: Int

    /// - Parameter limit: cells behind so many are left out.
    init(_ record: borrowing Record, limit: Int = 64) {
        self.record = copy record
        labels = (0..<min(record.count, limit)).map { column in
            String(decoding: Cells.folded(record.bytes, record.range(at: column)), as: UTF8.self)
        }
        filled = labels.count { !$0.isEmpty }
    }

    /// Physical line, from 1.
    var line: Int { record.line }
    var count: Int { labels.count }
    /// How many cells there are without the empty ones that a spreadsheet pads with at the end.
    var width: Int { (labels.lastIndex { !$0.isEmpty } ?? -1) + 1 }

    func label(_ column: Int) -> String { labels[column] }
    var first: String { labels.first ?? "" }
    /// As written, trimmed.
    func text(_ column: Int) -> String { Cells.text(record, column) }
    var texts: [String] { (0..<count).map(text) }

    /// - Parameter name: in comparable form, as for all that ask for a name.
    func isLabel(_ column: Int, _ name: String) -> Bool { column < count && labels[column] == name }
    func contains(_ name: String) -> Bool { labels.contains(name) }
    func contains(anyOf names: Set<String>) -> Bool { labels.contains(where: names.contains) }
    /// How many cells are one of these.
    func count(of names: Set<String>) -> Int { labels.count(where: names.contains) }

    /// Where the first of these names stands that the row has.
    func column(_ names: String...) -> Int? { column(names) }
    func column(_ names: [String]) -> Int? { names.lazy.compactMap { self.labels.firstIndex(of: $0) }.first }

    /// Excel's first line `sep=;`.
    var isSeparatorHint: Bool { (4...5).contains(first.utf8.count) && first.utf8.starts(with: "sep=".utf8) }
}
