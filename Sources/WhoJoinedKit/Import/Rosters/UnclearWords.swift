/// Cells in words, each wording once with the first row that has it.
struct UnclearWords {
    private struct Wording: Hashable {
        var file: String
        var what: String
        var read: String
        var fix: String
    }
    private var rows: [Wording: (line: Int, count: Int)] = [:]

    mutating func add(
        _ file: String, _ line: Int, _ what: String, _ read: String,
        fix: String = "write Yes or No, or a number, if that is not what is meant"
    ) {
        let wording = Wording(file: file, what: PlainText.clean(what, limit: 120), read: read, fix: fix)
        let known = rows[wording]
        rows[wording] = (min(known?.line ?? line, line), (known?.count ?? 0) + 1)
    }

    var problems: [Problem] {
        rows.map { wording, found in
            let count = found.count == 1 ? "" : " (\(found.count) rows)"
            return Problem(
                wording.file, line: found.line, code: "in-words", "\(wording.what) is read as \(wording.read)\(count)",
                fix: wording.fix, severity: .note)
        }.sorted { ($0.file, $0.line ?? 0, $0.what) < ($1.file, $1.line ?? 0, $1.what) }
    }
}
