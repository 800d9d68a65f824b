import DelimitedText
import HostSystem

/// A display or roster name in plain ASCII, case kept, with what had to be done to get there.
struct CleanName: Sendable {
    /// Letters, digits, blanks and ASCII punctuation; `CleanName.unreadable` stands for a letter that was lost.
    var bytes: [UInt8]
    /// Look-alike letters of other scripts, full-width or mathematical letters, invisible characters, towers of
    /// accents.
    var isDisguised = false
    /// Every letter is full-width or mathematical: a fancy font rather than a letter smuggled in.
    var isDressedThroughout = false
    /// Whole words of another script were transliterated.
    var isTransliterated = false
    /// In a script that is written without vowels or letter by letter (Arabic, Hebrew, Chinese …): a hint, never a
    /// proof.
    var isHardToRead = false
    /// The same name transliterated the other way (Ukrainian and Russian differ).
    var alternative: [UInt8]?
    /// What its dotless `ı` is, if it has one: it is folded to `i` in any case.
    var dotlessI: TurkishSpelling?
    /// Emoji or symbols stood in it.
    var hasSymbols = false

    static let unreadable: UInt8 = 1
    /// Names are cut to this many scalars for comparing.
    static let limit = 256

    init(_ written: String) {
        let text = withoutCharacterReferences(written)
        if text.utf8.count <= CleanName.limit, text.utf8.allSatisfy({ $0 >= .space && $0 < .delete }) {
            bytes = Array(text.utf8)
            return
        }
        bytes = []
        let cut = String(String.UnicodeScalarView(text.unicodeScalars.prefix(CleanName.limit)))
        let repaired = repairedMojibake(cut)
        dotlessI = TurkishSpelling(repaired.unicodeScalars)
        var letters = foldedScalars(repaired)
        writeInLatinLetters(&letters)
    }
}

extension CleanName {
    /// First pass: marks, blanks, emoji and honest Latin letters. Letters of other scripts stay for `writeInLatinLetters`.
    private mutating func foldedScalars(_ text: String) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        var afterSymbol = false
        var marks = 0
        for scalar in text.unicodeScalars {
            if scalar.value < 0x7F {
                result.append(scalar.value < 0x20 ? " " : scalar)
                (afterSymbol, marks) = (false, 0)
                continue
            }
            if let base = CleanName.latinBase(scalar.value) {
                result.append(Unicode.Scalar(base))
                (afterSymbol, marks) = (false, 0)
                continue
            }
            let properties = scalar.properties
            let category = properties.generalCategory
            if category == .spacingMark, (result.last?.value ?? 0) < 0x250, lookAlikeASCII(scalar) != nil {
                // `ං` beside Latin letters passes for an `o`.
                result.append(scalar)
                continue
            }
            if category == .nonspacingMark || category == .enclosingMark || category == .spacingMark {
                marks += 1
                if marks > 3 || properties.isDefaultIgnorableCodePoint && !afterSymbol { isDisguised = true }
                recompose(&result, with: scalar)
                continue
            }
            marks = 0
            if properties.isDefaultIgnorableCodePoint || category == .format {
                // An emoji is drawn from several scalars, some of them invisible.
                if !afterSymbol { isDisguised = true }
                continue
            }
            afterSymbol = false
            // An empty Braille cell passes for a blank.
            if scalar == "\u{2800}" { isDisguised = true }
            if let plain = CleanName.plainLetters[scalar.value] {
                result += Array(plain.unicodeScalars)
            } else if scalar.value == 0xFFFD {
                result.append(Unicode.Scalar(CleanName.unreadable))
            } else if properties.isAlphabetic || category == .decimalNumber
                || !properties.isEmoji && lookAlikeASCII(scalar)?.count == 1
            {
                // `℮` is a symbol to Unicode and a letter to the eye.
                result.append(scalar)
            } else {
                afterSymbol = category == .otherSymbol || properties.isEmoji || category == .modifierSymbol
                if afterSymbol { hasSymbols = true }
                result.append(
                    category == .dashPunctuation ? "-" : CleanName.apostrophes.contains(scalar.value) ? "'" : " ")
            }
        }
        return result
    }

    /// `и` + breve is a letter of its own; other marks are dropped.
    private func recompose(_ letters: inout [Unicode.Scalar], with mark: Unicode.Scalar) {
        guard let last = letters.last?.value, (0x400...0x45F).contains(last) else { return }
        if mark.value == 0x306, last == 0x438 || last == 0x418 { letters[letters.count - 1] = "\u{439}" }
        if mark.value == 0x308, last == 0x456 || last == 0x406 { letters[letters.count - 1] = "\u{457}" }
    }

    /// The plain letter under the accents of a Latin letter (`é` → `e`), from one table made at first use.
    private static func latinBase(_ value: UInt32) -> UInt8? {
        let index =
            (0xC0..<0x250).contains(value)
            ? Int(value) - 0xC0 : (0x1E00..<0x1F00).contains(value) ? Int(value) - 0x1E00 + 0x190 : -1
        guard index >= 0 else { return nil }
        let base = latinBases[index]
        return base == 0 ? nil : base
    }

    private static let latinBases: [UInt8] = (Array(0xC0..<0x250) + Array(0x1E00..<0x1F00)).map { value in
        guard plainLetters[UInt32(value)] == nil, let scalar = Unicode.Scalar(UInt32(value)) else { return 0 }
        let parts = Array(ICU.decomposed(String(scalar)).unicodeScalars)
        return parts.count > 1 && parts[0].value < 0x7F
            && parts.dropFirst().allSatisfy({ $0.value >= 0x300 && $0.value < 0x370 }) ? UInt8(parts[0].value) : 0
    }

    /// Second pass, word by word: whole words of another script are transliterated, single foreign letters are
    /// look-alikes.
    private mutating func writeInLatinLetters(_ letters: inout [Unicode.Scalar]) {
        let hasLatinWord = letters.contains { $0.properties.isAlphabetic && $0.value < 0x7F }
        let foreign = letters.filter { !$0.isASCII }
        let wholeNameIsLookAlike = !hasLatinWord && !foreign.isEmpty && foreign.allSatisfy { lookAlikeASCII($0) != nil }
        let isDressed = !hasLatinWord && !foreign.isEmpty && foreign.allSatisfy { CleanName.isDressedLatin($0) }
        if isDressed { isDressedThroughout = true }
        var other: [UInt8] = []
        var start = 0
        while start < letters.count {
            guard CleanName.isWordLetter(letters[start]) else {
                bytes.append(UInt8(truncatingIfNeeded: letters[start].value))
                other.append(bytes[bytes.count - 1])
                start += 1
                continue
            }
            var end = start
            while end < letters.count, CleanName.isWordLetter(letters[end]) { end += 1 }
            let word = letters[start..<end]
            start = end
            let foreignCount = word.count { !$0.isASCII }
            if foreignCount == 0 {
                let plain = word.map { UInt8($0.value) }
                bytes += plain
                other += plain
            } else if foreignCount < word.count || wholeNameIsLookAlike
                || word.allSatisfy({ CleanName.isDressedLatin($0) })
                || (hasLatinWord && word.allSatisfy { lookAlikeASCII($0) != nil })
            {
                if !isDressed { isDisguised = true }
                let plain = word.enumerated().flatMap { (i: Int, scalar: Unicode.Scalar) -> [UInt8] in
                    if scalar.value < 0x7F { return [UInt8(scalar.value)] }
                    // A capital that stands for a small `l` begins no second word.
                    return lookAlikeASCII(scalar).map { $0.map { i > 0 && $0 > .at ? $0 | .caseBit : $0 } } ?? [
                        CleanName.unreadable
                    ]
                }
                bytes += plain
                other += plain
            } else {
                transliterate(word, other: &other)
            }
        }
        alternative = other == bytes ? nil : other
    }

    private mutating func transliterate(_ word: ArraySlice<Unicode.Scalar>, other: inout [UInt8]) {
        isTransliterated = true
        if word.allSatisfy({ (0x400...0x45F).contains($0.value) || $0.value == 0x490 || $0.value == 0x491 }) {
            let ukrainian = romanised(word, by: CleanName.ukrainian)
            bytes += ukrainian
            other += romanised(word, by: CleanName.russian)
            return
        }
        if !word.allSatisfy({ (0x370...0x3FF).contains($0.value) }) { isHardToRead = true }
        let text = ICU.latinised(String(String.UnicodeScalarView(word))) ?? ""
        let latin: [UInt8] = text.utf8.map { $0 < .delete ? $0 : CleanName.unreadable }
        bytes += latin
        other += latin
    }

    private func romanised(_ word: ArraySlice<Unicode.Scalar>, by table: [UInt32: String]) -> [UInt8] {
        var result: [UInt8] = []
        for scalar in word {
            let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
            // Transliteration at the head of a word differs: Яна = Yana, but Марія = Mariia.
            if result.isEmpty, let head = CleanName.cyrillicHeads[lower.value] {
                result += Array(head.utf8)
            } else {
                result += Array((table[lower.value] ?? CleanName.ukrainian[lower.value] ?? "").utf8)
            }
        }
        return result
    }

    private static func isWordLetter(_ scalar: Unicode.Scalar) -> Bool {
        !scalar.isASCII || UInt8(ascii: scalar).isASCIILetter
    }

    /// Full-width, mathematical, circled, small-capital …: a Latin letter in another dress.
    private static func isDressedLatin(_ scalar: Unicode.Scalar) -> Bool {
        !scalar.isASCII
            && ICU.decomposed(String(scalar), compatibility: true).unicodeScalars.allSatisfy { $0.value < 0x7F }
    }

    static let apostrophes: Set<UInt32> = [
        0x2018, 0x2019, 0x201B, 0x2032, 0xB4, 0x2BC, 0x2BB, 0x2B9, 0x60, 0x2BE, 0x2BF, 0xFF07,
    ]

    /// Letters with no canonical decomposition that stand in ordinary European names.
    static let plainLetters: [UInt32: String] = [
        0xDF: "ss", 0x1E9E: "SS", 0xE6: "ae", 0xC6: "Ae", 0x153: "oe", 0x152: "Oe", 0xF8: "o", 0xD8: "O", 0x142: "l",
        0x141: "L", 0x111: "d",
        0x110: "D", 0xF0: "d", 0xD0: "D", 0xFE: "th", 0xDE: "Th", 0x127: "h", 0x126: "H", 0x131: "i", 0x14B: "ng",
        0x14A: "Ng", 0x259: "a",
        0x18F: "A", 0x1DD: "e", 0x167: "t", 0x166: "T", 0x253: "b", 0x181: "B", 0x257: "d", 0x18A: "D", 0x199: "k",
        0x198: "K", 0x1B4: "y",
        0x1B3: "Y", 0x254: "o", 0x186: "O", 0x25B: "e", 0x190: "E", 0x138: "k", 0x149: "n", 0x2BC: "'", 0x2BB: "'",
        0x2BD: "'", 0x2B9: "'", 0x2BE: "'", 0x2BF: "'",
    ]

    static let ukrainian: [UInt32: String] = [
        0x430: "a", 0x431: "b", 0x432: "v", 0x433: "h", 0x491: "g", 0x434: "d", 0x435: "e", 0x454: "ie", 0x436: "zh",
        0x437: "z", 0x438: "y",
        0x456: "i", 0x457: "i", 0x439: "i", 0x43A: "k", 0x43B: "l", 0x43C: "m", 0x43D: "n", 0x43E: "o", 0x43F: "p",
        0x440: "r", 0x441: "s",
        0x442: "t", 0x443: "u", 0x444: "f", 0x445: "kh", 0x446: "ts", 0x447: "ch", 0x448: "sh", 0x449: "shch",
        0x44E: "iu", 0x44F: "ia",
        0x44B: "y", 0x44D: "e", 0x451: "e", 0x44C: "", 0x44A: "", 0x452: "dj", 0x458: "j", 0x459: "lj", 0x45A: "nj",
        0x45B: "c", 0x45F: "dz",
    ]
    static let russian: [UInt32: String] = [
        0x433: "g", 0x438: "i", 0x439: "y", 0x44E: "yu", 0x44F: "ya", 0x451: "e", 0x449: "shch", 0x446: "ts",
    ]
    static let cyrillicHeads: [UInt32: String] = [0x454: "ye", 0x457: "yi", 0x439: "y", 0x44E: "yu", 0x44F: "ya"]
}
