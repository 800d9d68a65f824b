/// Something that a person should know about an input, with the place and the fix.
///
/// Holds no cell value: messages get pasted into tickets. Column and header names are fine.
struct Problem: Error, Hashable, Sendable {
    enum Severity: String, Sendable { case error, warning, note }

    /// The file's name as the user knows it (relative to the school's folder where it is inside).
    var file: String
    /// Physical line, from 1; `nil` when the whole file is meant.
    var line: Int?
    var severity: Severity
    /// A stable word for tests and JSON: `no-header`, `bad-time` …
    var code: String
    var what: String
    var fix: String

    init(_ file: String, line: Int? = nil, code: String, _ what: String, fix: String, severity: Severity = .error) {
        self.file = file
        self.line = line
        self.severity = severity
        self.code = code
        self.what = what
        self.fix = fix
    }
}

extension Problem {
    /// `FILE:LINE: error: what; fix: what to do` with nothing in it that a terminal would obey.
    var message: String {
        let place = PlainText.clean(place(in: file, line: line), limit: 210)
        let advice = fix.isEmpty ? "" : "; fix: \(fix)"
        return PlainText.clean(
            "\(place): \(severity.rawValue): \(what)\(advice)", limit: severity == .note ? 1_200 : 600)
    }
}

extension [Problem] {
    /// Each once, by file and line.
    var sortedForReaders: [Problem] {
        func key(_ place: Int) -> (Int, String, String, String) {
            (self[place].line ?? 0, self[place].code, self[place].what, self[place].fix)
        }
        // Mostly each of another file: their places are sorted by it alone.
        let places = indices.sorted {
            self[$0].file == self[$1].file ? key($0) < key($1) : self[$0].file < self[$1].file
        }
        return places.indices.filter { $0 == 0 || self[places[$0 - 1]] != self[places[$0]] }.map { self[places[$0]] }
    }
    var hasErrors: Bool { contains { $0.severity == .error } }
}

/// Where something stands, as messages and `source` cells say it: `absences.csv:7`, and of a workbook's sheet
/// `Pupils.xlsx, sheet Report, row 7`.
func place(in file: String, line: Int?) -> String {
    guard let line else { return file }
    let isSheet = [".xlsx, sheet ", ".xlsm, sheet "].contains { file.lowercased().utf8.containsText($0) }
    return isSheet ? "\(file), row \(line)" : "\(file):\(line)"
}
