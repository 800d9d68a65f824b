import HostSystem

/// A word of a name with the ASCII letters that it looks like, so that no dress of a letter hides it.
struct NameWord {
    var text: String
    var range: Range<String.Index>
    /// Lower case, without accents; a letter that looks like none of ASCII stands for itself.
    var folded: String

    static func all(in text: String) -> [NameWord] {
        var words: [NameWord] = []
        let scalars = text.unicodeScalars
        var (start, folded) = (nil as String.Index?, "")
        func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
            let properties = scalar.properties
            return properties.isAlphabetic || properties.numericType != nil || isInvisible(scalar)
        }
        func end(at index: String.Index) {
            if let from = start, !folded.isEmpty {
                words.append(NameWord(text: String(text[from..<index]), range: from..<index, folded: folded))
            }
            (start, folded) = (nil, "")
        }
        for index in scalars.indices {
            let scalar = scalars[index]
            guard isOfWord(scalar) else {
                end(at: index)
                continue
            }
            if start == nil { start = index }
            folded += NameWord.folded(scalar)
        }
        end(at: text.endIndex)
        return words
    }

    /// Marks over letters, and what has no width.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .nonspacingMark || scalar.properties.isDefaultIgnorableCodePoint
    }

    private static func folded(_ scalar: Unicode.Scalar) -> String {
        if isInvisible(scalar) { return "" }
        if scalar.isASCII { return scalar.properties.lowercaseMapping }
        if let letters = lookAlikeASCII(scalar) { return String(decoding: letters, as: UTF8.self).lowercased() }
        return scalar.properties.lowercaseMapping
    }
}
