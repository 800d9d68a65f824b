/// What somebody wrote behind a name: `Cleo Vane (left)`, `Vane - leaver 16/10`. Only words for being gone are taken, for
/// in brackets stand other names too.
struct NameRemark {
    let name: String
    let remark: String

    init?(_ text: String) {
        guard let start = NameRemark.start(in: text), start > text.startIndex else { return nil }
        let words = Header(String(text[start...])).words
        // A letter or two may be anything.
        guard let first = words.first, words.count > 1 || first.utf8.count > 2,
            RollStatus(words.joined(separator: " ")) == .gone
        else { return nil }
        name = tidied(String(text[..<start]))
        remark = tidied(String(text[start...]))
    }

    /// The last bracket, or a dash between blanks. Nearly no name has either.
    private static func start(in text: String) -> String.Index? {
        if text.utf8.last == .closingParenthesis { return text.utf8.lastIndex(of: .openingParenthesis) }
        guard text.utf8.contains(where: { $0 == .hyphen || $0 >= .beyondASCII }) else { return nil }
        return text.firstRange(of: " - ")?.lowerBound ?? text.firstRange(of: " \u{2013} ")?.lowerBound
    }
}
