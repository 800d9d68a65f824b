/// `9`, `Year  9`, `Yr 9`, `Y09`, `NC Year 9` are `9`; `R`, `Reception`, `KG` are `R`; anything else stays as written.
func schoolYear(_ text: String) -> String? {
    if text.isEmpty { return nil }
    if let year = year(text[...]) { return year }
    var rest = text.lowercased()[...]
    for word in ["nc", "national curriculum", "school"] { rest = rest.dropping(word) }
    for word in ["year", "yr", "y", "grade"] where rest.utf8.starts(with: word.utf8) {
        rest = rest.dropping(word)
        break
    }
    for word in ["group", "."] { rest = rest.dropping(word) }
    if let year = year(rest) { return year }
    return ["r", "reception", "rec", "kg", "year r", "yr r"].contains(String(rest)) ? "R" : text
}

private func year(_ text: Substring) -> String? {
    guard let number = Int(text), (0...14).contains(number) else { return nil }
    return number == 0 ? "R" : String(number)
}

extension Substring {
    /// Without this prefix and the blanks around it.
    fileprivate func dropping(_ word: String) -> Substring {
        var rest = self
        if rest.utf8.starts(with: word.utf8) { rest = rest.dropFirst(word.count) }
        return rest.drop { $0 == " " }
    }
}
