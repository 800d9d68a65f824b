/// The code of a home language as families of the MIS write it: an ISO code, a name in English, or the three letters of
/// the census.
///
/// - Returns: `nil` for English, "not known" and languages that no template speaks anyway but whose name we do not
///   know.
func languageCode(_ text: String) -> String? {
    var lower = text.lowercased()
    if let bracket = lower.utf8.firstIndex(of: .openingParenthesis) { lower = tidied(String(lower[..<bracket])) }
    if lower.isEmpty { return nil }
    if let code = languages.first(where: { $0.code == lower || $0.names.contains(lower) })?.code {
        return code == "en" ? nil : code
    }
    return nil
}

/// A language's name in English by its code.
func languageName(_ code: String) -> String? {
    languages.first { $0.code == code }?.names.first.map { $0.prefix(1).uppercased() + $0.dropFirst() }
}

private let languages: [(code: String, names: [String])] = [
    ("ar", ["arabic", "ara"]), ("bg", ["bulgarian", "bul"]), ("bn", ["bengali", "bangla", "sylheti", "bng"]),
    ("cs", ["czech", "cze"]), ("cy", ["welsh", "cym"]),
    ("de", ["german", "ger"]), ("el", ["greek", "gre"]), ("en", ["english", "eng", "enb"]), ("es", ["spanish", "spa"]),
    ("fa", ["persian", "farsi", "dari", "prs"]),
    ("fr", ["french", "frn"]), ("gu", ["gujarati", "guj"]), ("hi", ["hindi", "hin"]), ("hu", ["hungarian", "hun"]),
    ("it", ["italian", "ita"]),
    ("ku", ["kurdish", "kur"]), ("lt", ["lithuanian", "lit"]), ("lv", ["latvian", "ltv"]),
    ("ml", ["malayalam", "mym"]), ("ne", ["nepali", "nep"]),
    ("pa", ["panjabi", "punjabi", "pnj"]), ("pl", ["polish", "pol"]), ("ps", ["pashto", "pushto", "pat"]),
    ("pt", ["portuguese", "por"]), ("ro", ["romanian", "rmn", "rom"]),
    ("ru", ["russian", "rus"]), ("sk", ["slovak", "slo"]), ("so", ["somali", "som"]),
    ("sq", ["albanian", "shqip", "alb"]), ("ta", ["tamil", "tam"]),
    ("te", ["telugu", "tel"]), ("tr", ["turkish", "tur"]), ("uk", ["ukrainian", "ukr"]), ("ur", ["urdu", "urd"]),
    ("vi", ["vietnamese", "vie"]),
    ("yo", ["yoruba", "yor"]), ("zh", ["chinese", "mandarin", "cantonese", "chi"]),
]
