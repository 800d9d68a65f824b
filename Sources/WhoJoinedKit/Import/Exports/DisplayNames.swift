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

/// Teams marks people from outside or not signed in behind the name; other brackets are the directory's habit and stay.
private let outsiderMarks: Set<String> = [
    "guest", "unverified", "external", "invite", "invitee", "gosc", "convidado", "convidada", "gast", "invitado",
    "invitada", "ospite",
    "gwestai", "externe", "extern", "externo", "externa", "zewnetrzny", "zewnetrzna", "esterno", "esterna", "allanol",
    "non verifie",
    "non verifiee", "niezweryfikowany", "niezweryfikowana", "niezweryfikowane", "nao verificado", "nao verificada",
    "nicht verifiziert",
    "nicht uberpruft", "no verificado", "no verificada", "non verificato", "non verificata", "niet geverifieerd",
    "heb ei ddilysu",
]

func stripOutsiderMark(_ cell: String) -> (display: String, isExternal: Bool) {
    let bytes = Array(cell.utf8)
    var name = 0..<bytes.count
    var isMarked = false
    while name.count > 2, bytes[name.upperBound - 1] == .closingParenthesis,
        let open = bytes[name].lastIndex(of: .openingParenthesis),
        open > name.lowerBound,
        outsiderMarks.contains(Cells.folded(Cells.text(bytes, open + 1..<name.upperBound - 1)))
    {
        let rest = Cells.trimmed(bytes, name.lowerBound..<open)
        if rest.isEmpty { break }
        name = rest
        isMarked = true
    }
    return isMarked ? (Cells.text(bytes, name), true) : (cell, false)
}

/// Digits, `+`, `*` and spaces, six or more, or Zoom's `Call-In User_1`.
func isTelephoneNumber(_ text: String) -> Bool {
    let bytes = text.utf8.span
    guard bytes.count >= 6 else { return false }
    func isDigit(_ byte: UInt8) -> Bool { byte.isASCIIDigit }
    if bytes[0].loweredASCII == UInt8(ascii: "c") {
        let folded = Cells.folded(text).utf8
        let prefix = "call-in user_".utf8
        return folded.starts(with: prefix) && folded.count > prefix.count
            && folded.dropFirst(prefix.count).allSatisfy(isDigit)
    }
    var hasDigit = false
    for i in bytes.indices {
        if isDigit(bytes[i]) {
            hasDigit = true
        } else if bytes[i] != .asterisk, bytes[i] != .space, bytes[i] != .plus {
            return false
        }
    }
    return hasDigit
}
