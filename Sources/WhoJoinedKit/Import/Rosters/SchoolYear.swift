/// `9`, `Year  9`, `Yr 9`, `Y09`, `NC Year 9` are `9`; `R`, `Reception`, `KG` are `R`; anything else stays as written.
func schoolYear(_ text: String) -> String? {
    if text.isEmpty { return nil }
    var rest = text.lowercased()[...]
    for word in ["nc", "national curriculum", "school"] { rest = rest.dropping(word) }
    for word in ["year", "yr", "y", "grade"] where rest.utf8.starts(with: word.utf8) {
        rest = rest.dropping(word)
        break
    }
    for word in ["group", "."] { rest = rest.dropping(word) }
    if let number = Int(rest), (0...14).contains(number) { return number == 0 ? "R" : String(number) }
    return ["r", "reception", "rec", "kg", "year r", "yr r"].contains(String(rest)) ? "R" : text
}

extension Substring {
    /// Without this prefix and the blanks around it.
    fileprivate func dropping(_ word: String) -> Substring {
        var rest = self
        if rest.utf8.starts(with: word.utf8) { rest = rest.dropFirst(word.count) }
        return rest.drop { $0 == " " }
    }
}
