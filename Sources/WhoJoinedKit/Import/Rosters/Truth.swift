/// T/F, True/False, Yes/No, Y/N, 1/0. Anything else is unknown, never "no".
func truth(_ text: String) -> Bool? {
    if text.isEmpty { return nil }
    return switch text.lowercased() {
    case "t", "true", "yes", "y", "1": true
    case "f", "false", "no", "n", "0": false
    default: nil
    }
}

/// A restriction as a school writes it: whatever is filled in and is no plain no restricts.
func restricts(_ text: String) -> Bool? {
    if text.isEmpty { return nil }
    let plainNo: Set<String> = [
        "no", "n", "f", "false", "0", "none", "nil", "n/a", "na", "not applicable", "none known", "none recorded",
        "no restriction", "no restrictions", "no court order", "-", "–", "—", "blank",
    ]
    return !plainNo.contains(statement(text))
}

/// Whether mail may go to somebody: `No - see file` is a no.
func mayReceive(_ text: String) -> Bool? {
    if let plain = truth(text) { return plain }
    return ["no", "not", "never", "none", "denied"].contains(statement(text).prefix { $0.isLetter }) ? false : nil
}

/// Parental responsibility: what begins with a no is a no, what nobody knows is neither.
func hasResponsibility(_ text: String) -> Bool? {
    let said = statement(text)
    if let plain = truth(said) { return plain }
    let first = said.prefix { $0.isLetter }
    if ["no", "none", "never", "without", "removed", "revoked", "refused", "lost"].contains(first) { return false }
    if said == "no one" || said == "n/a" { return nil }
    return first == "yes" || said == "has parental responsibility" || said == "full" ? true : nil
}

/// Lower case, without a full stop at the end.
private func statement(_ text: String) -> String {
    var lower = text.lowercased()
    while lower.utf8.last == .fullStop { lower.removeLast() }
    return lower
}
