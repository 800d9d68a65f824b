/// How a name sounds, for spellings of one name: `Meghan` = `Megan`, `Yousef` = `Yusuf`.
struct SoundKey {
    /// Without differences that hardly ever part two names: doubled letters, `ph`/`f`, `c`/`k`, `ee`/`i`/`y`, a last
    /// `h`.
    let strict: String
    /// Transliteration's freedom too: `a`/`e`, `o`/`u`, `v`/`w`, `s`/`z`, a last `e`. Too free for two names that are
    /// both in use.
    let loose: String

    init(of word: WordBytes) {
        let letters = SoundKey.strict(word)
        strict = String(decoding: letters, as: UTF8.self)
        loose = String(decoding: SoundKey.loose(letters), as: UTF8.self)
    }

    /// The strict key alone.
    static func strict(of word: String) -> String { String(decoding: strict(Array(word.utf8)[...]), as: UTF8.self) }

    private static func loose(_ strict: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        for i in strict.indices {
            var letter = strict[i]
            switch letter {
            case UInt8(ascii: "e"):
                if i == strict.endIndex - 1, i > strict.startIndex + 2, !isVowel(strict[i - 1]) { continue }
                letter = UInt8(ascii: "a")
            case UInt8(ascii: "o"): letter = UInt8(ascii: "u")
            case UInt8(ascii: "w"): letter = UInt8(ascii: "v")
            case UInt8(ascii: "z"): letter = UInt8(ascii: "s")
            case UInt8(ascii: "h"): if i > strict.startIndex { continue }
            default: break
            }
            if bytes.last != letter { bytes.append(letter) }
        }
        return bytes
    }

    private static func strict(_ word: WordBytes) -> [UInt8] {
        var bytes: [UInt8] = []
        let end = word.endIndex
        var i = word.startIndex
        while i < end {
            var letter = word[i]
            var taken = 1
            let next = i + 1 < end ? word[i + 1] : 0
            switch letter {
            case UInt8(ascii: "p") where next == UInt8(ascii: "h"): (letter, taken) = (UInt8(ascii: "f"), 2)
            case UInt8(ascii: "c") where next == UInt8(ascii: "k"): (letter, taken) = (UInt8(ascii: "k"), 2)
            case UInt8(ascii: "c") where next == UInt8(ascii: "h"): (letter, taken) = (UInt8(ascii: "C"), 2)
            case UInt8(ascii: "c"):
                letter =
                    next == UInt8(ascii: "e") || next == UInt8(ascii: "i") || next == UInt8(ascii: "y")
                    ? UInt8(ascii: "s") : UInt8(ascii: "k")
            case UInt8(ascii: "q"):
                // `Quentin`, but `Yaqub`.
                (letter, taken) = (
                    UInt8(ascii: "k"), next == UInt8(ascii: "u") && i + 2 < end && isVowel(word[i + 2]) ? 2 : 1
                )
            case UInt8(ascii: "s") where next == UInt8(ascii: "h"): (letter, taken) = (UInt8(ascii: "S"), 2)
            case UInt8(ascii: "k"), UInt8(ascii: "g"), UInt8(ascii: "d"), UInt8(ascii: "t"), UInt8(ascii: "b"):
                if next == UInt8(ascii: "h") { taken = 2 }
            case UInt8(ascii: "e") where next == UInt8(ascii: "e"): (letter, taken) = (UInt8(ascii: "i"), 2)
            case UInt8(ascii: "o") where next == UInt8(ascii: "o") || next == UInt8(ascii: "u"):
                (letter, taken) = (UInt8(ascii: "u"), 2)
            case UInt8(ascii: "i") where next == UInt8(ascii: "e") && i + 2 == end: taken = 2
            case UInt8(ascii: "e") where next == UInt8(ascii: "y") && i + 2 == end:
                (letter, taken) = (UInt8(ascii: "i"), 2)
            case UInt8(ascii: "y"): letter = UInt8(ascii: "i")
            case UInt8(ascii: "j") where i > word.startIndex && isVowel(word[i - 1]): letter = UInt8(ascii: "i")
            case UInt8(ascii: "h") where i > word.startIndex && i == end - 1: letter = 0
            default: break
            }
            i += taken
            if letter != 0, bytes.last != letter { bytes.append(letter) }
        }
        return bytes
    }

    private static func isVowel(_ letter: UInt8) -> Bool {
        switch letter {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
            UInt8(ascii: "y"):
            true
        default: false
        }
    }
}
