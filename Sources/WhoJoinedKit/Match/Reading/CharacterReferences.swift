import DelimitedText
import HostSystem

/// `Jos&eacute;`, `Zo&#235;` and `O&#x27;Leary` as a reader of the page saw them. Other text comes back as it is.
func withoutCharacterReferences(_ text: String) -> String {
    guard text.utf8.contains(.ampersand), text.utf8.contains(UInt8(ascii: ";")) else { return text }
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
        let name = rest.prefix(12).prefix { $0 != ";" }
        guard scalar == "&", rest.dropFirst(name.count).first == ";",
            let meant = CharacterReferences.scalars(String(name))
        else {
            result.append(scalar)
            continue
        }
        result += meant
        rest = rest.dropFirst(name.count + 1)
    }
    return String(result)
}

/// The named and numbered signs of HTML that stand in names (the HTML standard's list, 2026-11-30).
private enum CharacterReferences {
    static func scalars(_ name: String) -> [Unicode.Scalar]? {
        if name.utf8.first == UInt8(ascii: "#") { return numbered(name.dropFirst()).map { [$0] } }
        if let sign = signs[name] { return [sign] }
        // `eacute`: the letter, then its mark.
        guard let letter = name.unicodeScalars.first, let mark = marks[String(name.dropFirst())] else { return nil }
        let both = String(String.UnicodeScalarView([letter, mark]))
        return Array(both.unicodeScalars)
    }

    private static func numbered(_ text: Substring) -> Unicode.Scalar? {
        let isHex = text.utf8.first.map { $0 | .caseBit } == UInt8(ascii: "x")
        return (isHex ? UInt32(text.dropFirst(), radix: 16) : UInt32(text)).flatMap(Unicode.Scalar.init)
    }

    private static let marks: [String: Unicode.Scalar] = [
        "grave": "\u{300}", "acute": "\u{301}", "circ": "\u{302}", "tilde": "\u{303}", "macr": "\u{304}",
        "breve": "\u{306}", "dot": "\u{307}", "uml": "\u{308}", "ring": "\u{30A}", "dblac": "\u{30B}",
        "caron": "\u{30C}", "cedil": "\u{327}", "ogon": "\u{328}",
    ]

    private static let signs: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "rsquo": "\u{2019}",
        "lsquo": "\u{2018}", "ldquo": "\u{201C}", "rdquo": "\u{201D}", "ndash": "\u{2013}", "mdash": "\u{2014}",
        "hellip": "\u{2026}", "szlig": "ß", "aelig": "æ", "AElig": "Æ", "oelig": "œ", "OElig": "Œ", "oslash": "ø",
        "Oslash": "Ø", "eth": "ð", "ETH": "Ð", "thorn": "þ", "THORN": "Þ", "lstrok": "ł", "Lstrok": "Ł",
        "dstrok": "đ", "Dstrok": "Đ", "hstrok": "ħ", "imath": "ı", "inodot": "ı",
    ]
}
