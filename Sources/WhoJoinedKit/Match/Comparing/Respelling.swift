/// Rules of spelling, such as `sh=s`: of those with one beginning the first that fits is used.
struct Respelling: Sendable {
    /// By first letter, from `a`.
    private var rules: [[(from: WordBytes, to: WordBytes)]] = Array(repeating: [], count: 26)

    /// - Parameter rules: blank-separated, small letters on both sides; nothing behind the sign leaves the letters out.
    init(_ rules: String) {
        for rule in linesOfWords(rules).joined() {
            let sides = Array(rule.utf8).split(separator: UInt8(ascii: "="), omittingEmptySubsequences: false)
            if let first = sides[0].first { self.rules[Int(first - .smallA)].append((sides[0], sides[1])) }
        }
    }

    func callAsFunction(_ word: WordBytes) -> WordBytes {
        var result: WordBytes = []
        result.reserveCapacity(word.count)
        var at = word.startIndex
        while at < word.endIndex {
            let letter = word[at]
            let rule =
                letter.isASCIISmallLetter
                ? rules[Int(letter - .smallA)].first { word[at...].starts(with: $0.from) } : nil
            if let rule { result += rule.to } else { result.append(letter) }
            at += rule?.from.count ?? 1
        }
        return result
    }
}
