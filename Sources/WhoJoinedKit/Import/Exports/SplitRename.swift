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
    return Pronouns.areListed(in: Cells.folded(original)) ? (cell, nil) : (Cells.text(bytes, outer), original)
}
