/// Where two lists say different things of one person: each kind once for two files, with the first of both lines.
struct ListConflicts {
    private struct Kind: Hashable {
        var newer: String
        var older: String
        var what: String
    }
    private var found: [Kind: (newer: Int, older: Int, count: Int)] = [:]

    mutating func add(_ what: String, newer: (file: String, line: Int), older: (file: String, line: Int)) {
        let kind = Kind(newer: newer.file, older: older.file, what: what)
        let known = found[kind]
        found[kind] = (known?.newer ?? newer.line, known?.older ?? older.line, (known?.count ?? 0) + 1)
    }

    var problems: [Problem] {
        found.map { kind, lines in
            let more = lines.count == 1 ? "" : ", and so of \(lines.count - 1) more"
            return Problem(
                kind.newer, line: lines.newer, code: "lists-differ",
                "\(kind.what) differs from the older list, \(place(in: kind.older, line: lines.older))\(more); the newer list counts",
                fix: "take the older list out of roster/", severity: .warning)
        }.sorted { ($0.file, $0.line ?? 0, $0.what) < ($1.file, $1.line ?? 0, $1.what) }
    }
}
