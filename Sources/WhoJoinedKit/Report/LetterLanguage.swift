/// The language that a family's letter is in.
struct LetterLanguage: Hashable, Sendable {
    /// `pl`; the template's.
    var code: String
    /// The English name of the family's own language, where the letter is in English instead.
    var untranslated: String?

    static let english = LetterLanguage(code: "en")

    /// The code of a home language as rosters write it (`pl`, `pl-PL`, `Polish`); `nil` for English and what is not
    /// known.
    static func code(of home: String) -> String? {
        let head = home.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" }).first.map(String.init) ?? ""
        let code = languageCode(home) ?? languageCode(head) ?? (head.utf8.count == 2 ? head : nil)
        return code == english.code ? nil : code
    }
}
