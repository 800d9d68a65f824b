/// `New Name (Original Name)`: the last balanced bracket group at the end, unless it holds pronouns only.
func splitRename(_ cell: String) -> (display: String, original: String?) {
    let letters = cell.utf8.span
    guard let last = letters.indices.last, letters[last] == .closingParenthesis else { return (cell, nil) }
    let bytes = Array(cell.utf8)
    var depth = 0
    var at = bytes.count - 1
    while at >= 0 {
        if bytes[at] == .closingParenthesis { depth += 1 }
        if bytes[at] == .openingParenthesis { depth -= 1 }
        if depth == 0 { break }
        at -= 1
    }
    guard at > 0 else { return (cell, nil) }
    let inner = Cells.trimmed(bytes, at + 1..<bytes.count - 1)
    let outer = Cells.trimmed(bytes, 0..<at)
    if inner.isEmpty || outer.isEmpty { return (cell, nil) }
    let original = Cells.text(bytes, inner)
    return arePronouns(original) ? (cell, nil) : (Cells.text(bytes, outer), original)
}

private let pronouns: Set<String> = [
    "he", "him", "his", "himself", "she", "her", "hers", "herself", "they", "them", "their", "theirs", "ze", "zir",
    "zie", "hir", "xe", "xem",
    "xyr", "ey", "em", "fae", "faer", "ve", "ver", "it", "its", "any", "all", "elle", "elles", "il", "iel", "el",
    "ella", "hi", "ei", "ef", "fo", "nhw",
]

private func arePronouns(_ text: String) -> Bool {
    let folded = Cells.folded(text)
    if folded == "any pronouns" || folded == "all pronouns" { return true }
    let parts = folded.utf8.split { $0 == .slash || $0 == .comma || $0 == .verticalBar || $0 == .backslash }
    return parts.count > 1 && parts.allSatisfy { pronouns.contains(Cells.folded(String(Substring($0)))) }
}
