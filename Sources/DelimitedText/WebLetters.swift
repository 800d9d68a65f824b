import ASCII

/// Letters as web pages write them: `Zo&euml;`, `O&#39;Neill`.
package enum WebLetters {
    /// Writes the letters themselves. Signs that mean something in a table (commas, quotation marks, line ends) stay as
    /// they are.
    ///
    /// - Parameter bytes: UTF-8; parts that are not stay as they are.
    /// - Returns: the line of the first of them, counted from 1; `nil` when there is none.
    package static func undo(_ bytes: inout [UInt8]) -> Int? {
        guard bytes.contains(.ampersand) else { return nil }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var (i, line) = (0, 1)
        var first: Int?
        while i < bytes.count {
            if bytes[i] == .ampersand, let (letter, length) = letter(at: i, in: bytes) {
                first = first ?? line
                text.append(contentsOf: UTF8.encode(letter)!)
                i += length
            } else {
                line += bytes[i] == .lineFeed ? 1 : 0
                text.append(bytes[i])
                i += 1
            }
        }
        if first != nil { bytes = text }
        return first
    }

    /// `&eacute;`, `&#233;`, `&#xE9;`
    private static func letter(at start: Int, in bytes: [UInt8]) -> (Unicode.Scalar, length: Int)? {
        let rest = bytes[(start + 1)..<min(bytes.count, start + 12)]
        guard let end = rest.firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = String(decoding: rest[..<end], as: UTF8.self)
        guard let letter = name.utf8.first == .numberSign ? numbered(name.dropFirst()) : named(name) else { return nil }
        let isOfTable = [",", ";", "|", "\""].contains(letter) || letter.value < 32
        return isOfTable ? nil : (letter, end - start + 1)
    }

    private static func numbered(_ text: Substring) -> Unicode.Scalar? {
        let isHex = text.utf8.first == UInt8(ascii: "x") || text.utf8.first == UInt8(ascii: "X")
        return UInt32(isHex ? text.dropFirst() : text, radix: isHex ? 16 : 10).flatMap(Unicode.Scalar.init)
    }

    private static func named(_ name: String) -> Unicode.Scalar? {
        others[name] ?? latin.firstIndex { $0 == name }.flatMap { Unicode.Scalar(0xC0 + $0) }
    }

    private static let others: [String: Unicode.Scalar] = [
        "amp": "&", "apos": "'", "nbsp": " ", "rsquo": "\u{2019}", "lsquo": "\u{2018}", "ndash": "\u{2013}",
        "Scaron": "\u{160}", "scaron": "\u{161}",
    ]

    /// From 0xC0 on.
    private static let latin =
        ("Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml "
        + "ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig "
        + "agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml "
        + "eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml").split(
            separator: " ")
}
