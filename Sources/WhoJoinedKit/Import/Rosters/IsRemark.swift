/// Totals, counts and signatures below a list.
func isRemark(_ text: String) -> Bool {
    let lower = text.lowercased()
    let starts = [
        "total", "count", "printed", "page ", "end of", "report", "generated", "number of", "created on", "exported",
        "boys:", "girls:", "boys ", "girls ", "sum of", "subtotal", "grand total", "signed", "signature", "source:",
        "confidential", "points possible", "produced by", "run by", "as at",
    ]
    if starts.contains(where: { lower.utf8.starts(with: $0.utf8) }) { return true }
    let words = lower.split(separator: " ")
    return words.count == 2 && Int(words[0]) != nil
        && ["pupils", "pupil", "students", "student", "children", "records", "rows", "boys", "girls"].contains(words[1])
}
