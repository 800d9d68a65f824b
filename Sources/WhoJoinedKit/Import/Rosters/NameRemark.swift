/// What somebody wrote behind a name: `Cleo Vane (left)`, `Vane - leaver 16/10`. Only words for being gone are taken, for
/// in brackets stand other names too.
struct NameRemark {
    let name: String
    let remark: String

    init?(_ text: String) {
        if let start = NameRemark.startOfCapitals(in: text) {
            name = tidied(String(text[..<start]))
            remark = tidied(String(text[start...]))
            return
        }
        guard let start = NameRemark.start(in: text), start > text.startIndex else { return nil }
        let words = Header(String(text[start...])).words
        // A letter or two may be anything.
        guard let first = words.first, words.count > 1 || first.utf8.count > 2,
            RollStatus(words.joined(separator: " ")) == .gone
        else { return nil }
        name = tidied(String(text[..<start]))
        remark = tidied(String(text[start...]))
    }

    /// `Vane LEFT`, where the name itself is not in capitals.
    private static func startOfCapitals(in text: String) -> String.Index? {
        guard [UInt8(ascii: "T"), UInt8(ascii: "R")].contains(text.utf8.last ?? 0) else { return nil }
        let word = [" LEFT", " LEAVER"].first { text.utf8.suffix($0.utf8.count).elementsEqual($0.utf8) }
        guard let word, text.utf8.contains(where: \.isASCIISmallLetter) else { return nil }
        return text.utf8.index(text.endIndex, offsetBy: -word.utf8.count)
    }

    /// The last bracket, or a dash between blanks. Nearly no name has either.
    private static func start(in text: String) -> String.Index? {
        if text.utf8.last == .closingParenthesis { return text.utf8.lastIndex(of: .openingParenthesis) }
        guard text.utf8.contains(where: { $0 == .hyphen || $0 >= .beyondASCII }) else { return nil }
        return text.firstRange(of: " - ")?.lowerBound ?? text.firstRange(of: " \u{2013} ")?.lowerBound
    }
}
