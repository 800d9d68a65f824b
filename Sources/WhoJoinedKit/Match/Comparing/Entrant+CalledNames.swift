import DelimitedText

/// A name as people write it down: without case, without more than one blank. Swift compares letters and accents by their
/// canonical form.
func personKey(_ text: String) -> String {
    // Plain texts are parted by their bytes; what a letter is need not be told first.
    if text.utf8.allSatisfy({ $0 >= .space && $0 < .delete }) {
        return text.utf8.split(separator: .space).map { String(Substring($0)) }.joined(separator: " ").lowercased()
    }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
}

/// What somebody copied out of one of our tables, without the mark that keeps a spreadsheet from running it.
func withoutFormulaGuard(_ text: String) -> String {
    guard text.utf8.first == .apostrophe else { return text }
    let rest = String(text.dropFirst())
    return startsFormula(rest) ? rest : text
}

extension Entrant {
    /// Every form in which an export, a table or a page shows this entrant: the name, the one before a rename, and both
    /// together as entrants.csv has them.
    var shownNames: [String] {
        guard let originalName else { return [displayName.text] }
        return [displayName.text, nameInExport, originalName.text]
    }

    /// Whether a person who writes this means this entrant.
    /// - Parameter key: a `personKey`.
    func isCalled(_ key: String) -> Bool {
        shownNames.contains { name in
            if personKey(name) == key { return true }
            let shown = PlainText.named(PlainText.copied(name))
            return shown != name && personKey(shown) == key
        }
    }
}

extension LinkedEntrant {
    /// - Parameter key: a `personKey`.
    func isCalled(_ key: String) -> Bool { entrant.isCalled(key) }
}
