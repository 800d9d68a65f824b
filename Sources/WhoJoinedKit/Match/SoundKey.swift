/// How a name sounds, for spellings of one name: `Meghan` = `Megan`, `Yousef` = `Yusuf`.
enum SoundKey {
    /// `strict`: differences that hardly ever part two names: doubled letters, `ph`/`f`, `c`/`k`, `ee`/`i`/`y`, a last `h`.
    /// `loose`: transliteration's freedom too: `a`/`e`, `o`/`u`, `v`/`w`, `s`/`z`, a last `e`. Too free for two names that are both in use.
    static func keys(of word: String) -> (strict: String, loose: String) {
        let letters = reduced(Array(word.utf8))
        return (String(decoding: letters, as: UTF8.self), String(decoding: loose(letters), as: UTF8.self))
    }

    private static func loose(_ letters: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(letters.count)
        for (i, letter) in letters.enumerated() {
            var letter = letter
            switch letter {
            case UInt8(ascii: "e"):
                if i == letters.count - 1, i > 2, !isVowel(letters[i - 1]) { continue }
                letter = UInt8(ascii: "a")
            case UInt8(ascii: "o"): letter = UInt8(ascii: "u")
            case UInt8(ascii: "w"): letter = UInt8(ascii: "v")
            case UInt8(ascii: "z"): letter = UInt8(ascii: "s")
            case UInt8(ascii: "h"): if i > 0 { continue }
            default: break
            }
            if result.last != letter { result.append(letter) }
        }
        return result
    }

    private static func reduced(_ w: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(w.count)
        var i = 0
        func next(_ offset: Int = 1) -> UInt8 { i + offset < w.count ? w[i + offset] : 0 }
        while i < w.count {
            var letter = w[i]
            var taken = 1
            switch letter {
            case UInt8(ascii: "p") where next() == UInt8(ascii: "h"): (letter, taken) = (UInt8(ascii: "f"), 2)
            case UInt8(ascii: "c") where next() == UInt8(ascii: "k"): (letter, taken) = (UInt8(ascii: "k"), 2)
            case UInt8(ascii: "c") where next() == UInt8(ascii: "h"): (letter, taken) = (UInt8(ascii: "C"), 2)
            case UInt8(ascii: "c"): letter = next() == UInt8(ascii: "e") || next() == UInt8(ascii: "i") || next() == UInt8(ascii: "y") ? UInt8(ascii: "s") : UInt8(ascii: "k")
            case UInt8(ascii: "q"): (letter, taken) = (UInt8(ascii: "k"), next() == UInt8(ascii: "u") ? 2 : 1)
            case UInt8(ascii: "s") where next() == UInt8(ascii: "h"): (letter, taken) = (UInt8(ascii: "S"), 2)
            case UInt8(ascii: "k"), UInt8(ascii: "g"), UInt8(ascii: "d"), UInt8(ascii: "t"), UInt8(ascii: "b"):
                if next() == UInt8(ascii: "h") { taken = 2 }
            case UInt8(ascii: "e") where next() == UInt8(ascii: "e"): (letter, taken) = (UInt8(ascii: "i"), 2)
            case UInt8(ascii: "o") where next() == UInt8(ascii: "o") || next() == UInt8(ascii: "u"): (letter, taken) = (UInt8(ascii: "u"), 2)
            case UInt8(ascii: "i") where next() == UInt8(ascii: "e") && i + 2 == w.count: taken = 2
            case UInt8(ascii: "e") where next() == UInt8(ascii: "y") && i + 2 == w.count: (letter, taken) = (UInt8(ascii: "i"), 2)
            case UInt8(ascii: "y"): letter = UInt8(ascii: "i")
            case UInt8(ascii: "j") where i > 0 && isVowel(w[i - 1]): letter = UInt8(ascii: "i")
            case UInt8(ascii: "h") where i > 0 && i == w.count - 1: letter = 0
            default: break
            }
            i += taken
            if letter != 0, result.last != letter { result.append(letter) }
        }
        return result
    }

    private static func isVowel(_ letter: UInt8) -> Bool {
        switch letter {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"), UInt8(ascii: "y"): true
        default: false
        }
    }
}
