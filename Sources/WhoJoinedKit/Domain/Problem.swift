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
