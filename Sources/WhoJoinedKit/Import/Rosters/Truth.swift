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

/// Parental responsibility: what begins with a no is a no, what nobody knows is neither.
func hasResponsibility(_ text: String) -> Bool? {
    let said = statement(text)
    if let plain = truth(said) { return plain }
    let first = said.prefix { $0.isLetter }
    let no: Set<String> = [
        "no", "none", "never", "without", "removed", "revoked", "refused", "lost", "nein", "kein", "keine", "nee",
        "non", "aucun", "aucune", "não", "nie",
    ]
    if no.contains(String(first)) { return false }
    if said == "no one" || said == "n/a" { return nil }
    return first == "yes" || said == "has parental responsibility" || said == "full" ? true : nil
}

/// Whether mail may be sent: `No`, `Withdrawn` and whatever nobody can read say no; `Yes`, `Given` and a way to write
/// (`E-mail`) say yes; an empty cell says neither.
func mayReceive(_ text: String) -> Bool? {
    if text.isEmpty { return nil }
    let said = statement(text)
    if let plain = truth(said) { return plain }
    if hasResponsibility(said) == false { return false }
    let words = Header(said).words
    if words.contains(
        where: ["no", "not", "never", "none", "out", "withdrawn", "removed", "revoked", "denied"].contains)
    {
        return false
    }
    let yes: Set<String> = [
        "yes", "given", "granted", "agreed", "allowed", "ok", "consented", "consent", "subscribed", "opted", "email",
        "e", "mail", "post", "letter", "letters", "phone", "text", "sms", "both", "all", "any", "full", "primary",
        "main",
    ]
    return words.first.map(yes.contains) == true || said == "\u{2713}" || said == "\u{2714}"
}

/// Lower case, without a full stop at the end.
private func statement(_ text: String) -> String {
    var lower = text.lowercased()
    while lower.utf8.last == .fullStop { lower.removeLast() }
    return lower
}
