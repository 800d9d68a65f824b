/// How a name sounds, for spellings of one name: `Meghan` = `Megan`, `Yousef` = `Yusuf`.
enum SoundKey {
    /// `strict`: differences that hardly ever part two names: doubled letters, `ph`/`f`, `c`/`k`, `ee`/`i`/`y`, a last
    /// `h`. `loose`: transliteration's freedom too: `a`/`e`, `o`/`u`, `v`/`w`, `s`/`z`, a last `e`. Too free for two
    /// names that are both in use.
    ///
    /// Both are put behind the bytes that hold the word.
    static func append(of word: Range<Int>, to bytes: inout [UInt8]) -> (strict: Range<Int>, loose: Range<Int>) {
        let start = bytes.count
        appendStrict(of: word, to: &bytes)
        let middle = bytes.count
        appendLoose(of: start..<middle, to: &bytes)
        return (start..<middle, middle..<bytes.count)
    }

    private static func appendLoose(of strict: Range<Int>, to bytes: inout [UInt8]) {
        let start = bytes.count
        for i in strict {
            var letter = bytes[i]
            switch letter {
            case UInt8(ascii: "e"):
                if i == strict.upperBound - 1, i > strict.lowerBound + 2, !isVowel(bytes[i - 1]) { continue }
                letter = UInt8(ascii: "a")
            case UInt8(ascii: "o"): letter = UInt8(ascii: "u")
            case UInt8(ascii: "w"): letter = UInt8(ascii: "v")
            case UInt8(ascii: "z"): letter = UInt8(ascii: "s")
            case UInt8(ascii: "h"): if i > strict.lowerBound { continue }
            default: break
            }
            if bytes.count == start || bytes[bytes.count - 1] != letter { bytes.append(letter) }
        }
    }

    private static func appendStrict(of word: Range<Int>, to bytes: inout [UInt8]) {
        let start = bytes.count
        let end = word.upperBound
        var i = word.lowerBound
        while i < end {
            var letter = bytes[i]
            var taken = 1
            let next = i + 1 < end ? bytes[i + 1] : 0
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
                    UInt8(ascii: "k"), next == UInt8(ascii: "u") && i + 2 < end && isVowel(bytes[i + 2]) ? 2 : 1
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
            case UInt8(ascii: "j") where i > word.lowerBound && isVowel(bytes[i - 1]): letter = UInt8(ascii: "i")
            case UInt8(ascii: "h") where i > word.lowerBound && i == end - 1: letter = 0
            default: break
            }
            i += taken
            if letter != 0, bytes.count == start || bytes[bytes.count - 1] != letter { bytes.append(letter) }
        }
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
