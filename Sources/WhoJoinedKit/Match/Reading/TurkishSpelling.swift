/// The dotless `ı`: a letter of Turkish, and to the eye an `i` that lost its dot.
enum TurkishSpelling: Sendable {
    /// The name shows by itself that it is Turkish: another Turkish letter, or a Turkish name.
    case certain
    /// Sounds as Turkish words do, but so do other names with an `i` replaced.
    case possible
    /// No Turkish word: somebody put the letter in.
    case impossible

    /// `nil` for a name without a dotless `ı`.
    init?(_ name: String.UnicodeScalarView) {
        guard name.contains(dotless) else { return nil }
        if name.contains(where: { "ğĞşŞİ".unicodeScalars.contains($0) }) {
            self = .certain
            return
        }
        var spelling = TurkishSpelling.certain
        for word in name.split(whereSeparator: { !$0.properties.isAlphabetic }) where word.contains(dotless) {
            if TurkishSpelling.isKnown(word) { continue }
            guard TurkishSpelling.soundsTurkish(word) else {
                self = .impossible
                return
            }
            spelling = .possible
        }
        self = spelling
    }

    /// The name is held with letters that only Turkish has: there the letter is at home.
    static func isAtHome(in name: PersonName) -> Bool {
        [name.given, name.middle, name.family].contains {
            $0.unicodeScalars.contains { "ıİğĞşŞ".unicodeScalars.contains($0) }
        }
    }

    private static func isKnown(_ word: Substring.UnicodeScalarView) -> Bool {
        let dotted = String(String.UnicodeScalarView(word.map { $0 == dotless ? "i" : $0 }))
        return names.contains(String(decoding: CleanName(dotted).bytes.map { $0 | .caseBit }, as: UTF8.self))
    }

    /// Vowel harmony (`ı` stands with `a`, `o`, `u`), no two vowels together, no `q`, `w`, `x`.
    private static func soundsTurkish(_ word: Substring.UnicodeScalarView) -> Bool {
        var afterVowel = false
        for scalar in word {
            let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
            // A capital `I` is that of the dotless one.
            if scalar != "I", "eiöüqwx".unicodeScalars.contains(lower) { return false }
            let isVowel = "aıoui".unicodeScalars.contains(lower)
            if isVowel && afterVowel { return false }
            afterVowel = isVowel
        }
        return true
    }

    /// Names that are written with an `ı` and no other letter of Turkish alone; with `i` for it.
    private static let names = wordSet(
        """
        akin akinci alkim alkin altin altinay arican arikan arin asim asli aslihan avci aydin aykiz balci balim bati baykir bicakci cakir calik
        cankiri capkin carikci cinar fadil fazil firat fistik hakki hanim hidir ilgaz ilgin irmak isik isin isinsu kadin kalayci kanli kapici
        kasim kayali kazim kilic kilicaslan kilinc kirac kiran kirca kirkan kirmizi kisa kivanc kivilcim kizil kizilay kizilkaya nazli
        nazlican odabasi pinar pinarbasi ridvan rifat rifki riza sadik sadika sakin sari sarica saricam sarikaya saygili saygin sayin siddika
        sidika sila sirma sitki tandir tanil tanir tanriverdi tarik tasci tatli tirpan yalcin yali yalim yalin yanki yarali yarkin yazici yildiray
        yildirim yildiz yilmaz
        """)
}

private let dotless: Unicode.Scalar = "ı"
