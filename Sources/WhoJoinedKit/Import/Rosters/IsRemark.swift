/// Totals, counts and signatures below a list.
func isRemark(_ text: String) -> Bool {
    let lower = text.lowercased()
    // Countess and Page Turner are names.
    func begins(with start: String) -> Bool {
        // Most differ in the first letter, and this is asked for each pupil.
        guard lower.utf8.first == start.utf8.first, lower.utf8.starts(with: start.utf8) else { return false }
        let next = lower.utf8.dropFirst(start.utf8.count).first
        return start == "page " ? next?.isASCIIDigit == true : next?.isASCIILetter != true || start.utf8.last == .space
    }
    if RemarkWords.starts.contains(where: begins) { return true }
    let words = lower.split(separator: " ")
    // `4B Total`
    if words.count > 1, let last = words.last, RemarkWords.ends.contains(last) { return true }
    return words.count == 2 && Int(words[0]) != nil && RemarkWords.counted.contains(words[1])
}

/// What a template writes under its headings: `Required`, `Text`, `dd/mm/yyyy`, `e.g. 4B`.
func isHelpText(_ text: String) -> Bool {
    let isBracketed = text.utf8.first.map(RemarkWords.brackets.contains) == true
    let signs = RemarkWords.brackets
    let bare = isBracketed ? text.utf8.drop { signs.contains($0) } : text.utf8[...]
    let lower = String(Substring(isBracketed ? bare.prefix { !signs.contains($0) } : bare)).lowercased()
    return RemarkWords.help.contains(lower)
        || RemarkWords.startsOfHelp.contains { lower.utf8.starts(with: $0.utf8) }
}

/// The whole of a name that nobody has: what a grade book calls its rows.
func isNameOfRow(_ text: String) -> Bool { RemarkWords.rows.contains(text.lowercased()) }

/// What somebody wrote to those who read the list: `* Ada joins from home`, `Please tell the office of any change.`
func isSentence(_ text: String) -> Bool {
    text.utf8.first == UInt8(ascii: "*") || text.utf8.count { $0 == .space } > 4
        || text.utf8.last == .fullStop && text.utf8.count { $0 == .space } > 2
}

/// Made once: they are asked for in every row of every list.
private enum RemarkWords {
    static let starts = [
        "total", "count", "printed", "page ", "end of", "report", "generated", "number of", "created on", "exported",
        "boys:", "girls:", "boys ", "girls ", "sum of", "subtotal", "grand total", "signed", "signature", "source:",
        "confidential", "points possible", "produced by", "run by", "as at", "class average", "average", "mean",
        "median", "points:", "date:", "out of", "max score", "class total", "key:", "teacher:", "class teacher:",
        "form tutor:",
        "headteacher:", "notes:", "note:", "n.b.", "nb:", "authorised by", "approved by", "prepared by", "last updated",
        "updated on", "correct as of", "data as of", "filter:", "filters:", "copyright", "\u{00A9}", "group total",
    ]
    static let brackets = Array("()<>[]*".utf8)
    static let ends: [Substring] = ["total", "total:", "totals", "subtotal", "count:"]
    static let rows: Set<String> = [
        "date", "dates", "due date", "points", "points possible", "max points", "maximum", "category", "weighting",
        "vacant", "vacancy", "vacant place", "tbc", "tba", "place available", "spare",
    ]
    static let counted: [Substring] = [
        "pupils", "pupil", "students", "student", "children", "records", "rows", "boys", "girls",
    ]
    static let help: Set<String> = [
        "required", "optional", "mandatory", "text", "string", "number", "numeric", "integer", "whole number", "date",
        "alphanumeric", "char", "varchar", "boolean", "y/n", "yes/no", "t/f", "true/false", "dd/mm/yyyy", "mm/dd/yyyy",
        "yyyy-mm-dd", "free text", "unique", "email", "e-mail", "email address", "phone", "list", "drop down",
        "dropdown", "n/a", "max 50 characters",
    ]
    static let startsOfHelp = ["e.g", "eg ", "eg:", "ex:", "example", "max ", "(required", "(optional", "format"]
}
