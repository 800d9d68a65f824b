/// What a display name may say besides what its words say. Asked only where nobody is called as the words stand.
struct NameGuess: Sendable {
    var reading: NameReading
    /// Key of a class of the school that was glued to the name.
    var classHint: String?
    /// Words that were taken for a remark.
    var leftOut: [String] = []
    /// One word alone was taken for a remark: it may be a name (`Elsa Frozen`).
    var isDoubtful = false
}

extension NameReader {
    func guesses(for words: [RawWord]) -> [NameGuess] {
        guard let last = words.last else { return [] }
        let mayHoldRemark = words.count > 1 && !words.allSatisfy(\.isPlain)
        let plain = mayHoldRemark ? Remarks.without(words) : words
        var result: [NameGuess] = []
        if plain.isEmpty {
            result.append(NameGuess(reading: NameReading(kind: .generic)))
        } else if plain.count < words.count {
            let kept = Set(plain.map(\.text))
            let isDoubtful =
                plain.count + 1 == words.count
                && words.contains { $0.kinds.contains(.remark) && !$0.kinds.contains(.kiss) && !kept.contains($0.text) }
            result.append(
                NameGuess(
                    reading: reading(of: plain), leftOut: words.map(\.text).filter { !kept.contains($0) },
                    isDoubtful: isDoubtful))
        }
        if let only = plain.soleElement { return result + guesses(forOneWord: only) }
        if last.hasDigit, last.hasLetter { result += withoutGluedClass(last.text, behind: Array(words.dropLast())) }
        return result
    }

    /// `hannahsipad`, `EllaT6B`, `XxRubyxX`.
    private func guesses(forOneWord word: RawWord) -> [NameGuess] {
        let text = word.text
        guard text.utf8.count > 4 else { return [] }
        if let inner = withoutCrosses(text) { return [NameGuess(reading: person([inner]))] }
        let letters = word.hasDigit ? String(text.reversed().drop { $0.isNumber }.reversed()) : text
        if let device = NameWords.gluedDevices.first(where: { letters.hasSuffix($0) }),
            letters.utf8.count > device.utf8.count + 1
        {
            var owner = person([String(letters.dropLast(device.utf8.count))])
            owner.isFromDevice = true
            owner.mayEndInPossessive = owner.words[0].utf8.last == UInt8(ascii: "s")
            return [NameGuess(reading: owner)]
        }
        return word.hasDigit ? withoutGluedClass(text, behind: []) : []
    }

    private func withoutCrosses(_ text: String) -> String? {
        guard text.hasPrefix("xx"), text.hasSuffix("xx"), text.utf8.count > 6 else { return nil }
        let inner = text.drop { $0 == "x" }.reversed().drop { $0 == "x" }.reversed()
        return inner.count > 2 ? String(inner) : nil
    }

    private func withoutGluedClass(_ text: String, behind words: [RawWord]) -> [NameGuess] {
        for length in [5, 4, 3, 2] where text.utf8.count > length {
            for (glued, rest, isKnownOnly) in [
                (text.suffix(length), text.dropLast(length), false),
                (text.prefix(length), text.dropFirst(length), true),
            ] {
                guard glued.utf8.contains(where: \.isASCIIDigit), !rest.utf8.contains(where: \.isASCIIDigit) else {
                    continue
                }
                let key = classKeys[String(glued)]
                guard key != nil || !isKnownOnly && looksLikeClass(String(glued)) else { continue }
                return [NameGuess(reading: person(nameWords(words) + [String(rest)]), classHint: key)]
            }
        }
        return []
    }

    private func person(_ words: [String]) -> NameReading {
        NameReading(kind: .person, words: words, isHandle: true, isOneWord: words.count == 1)
    }
}
