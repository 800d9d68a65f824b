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
