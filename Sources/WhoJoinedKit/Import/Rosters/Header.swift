/// A header cell, comparable.
///
/// `Contact1FirstName`, `contact 1: first name` and `Contact 1 First Name [x]` all have the words `contact 1 first
/// name`.
struct Header: Sendable, Hashable {
    var written: String
    var words: [String]
    /// The words without blanks.
    var key: String { words.joined() }

    init(_ written: String) {
        self.written = written
        words = headerWords(written)
    }
}

private func headerWords(_ text: String) -> [String] {
    enum Sort { case lower, upper, digit, other }
    func sort(_ scalar: Unicode.Scalar) -> Sort {
        if scalar.isASCII {
            let byte = UInt8(scalar.value)
            if byte.isASCIISmallLetter { return .lower }
            if byte.isASCIICapital { return .upper }
            return byte.isASCIIDigit ? .digit : .other
        }
        if scalar.properties.numericType == .decimal { return .digit }
        if scalar.properties.isUppercase { return .upper }
        return scalar.properties.isAlphabetic ? .lower : .other
    }
    let scalars = Array(
        (text.utf8.allSatisfy { $0 < .beyondASCII } ? text : text.precomposedStringWithCompatibilityMapping)
            .unicodeScalars)
    var words: [String] = []
    var word = ""
    var depth = 0
    var previous = Sort.other
    for (i, scalar) in scalars.enumerated() {
        if scalar == "[" { depth += 1 }
        let now = depth > 0 ? Sort.other : sort(scalar)
        if scalar == "]", depth > 0 { depth -= 1 }
        let nextIsLower = i + 1 < scalars.count && sort(scalars[i + 1]) == .lower
        let isBoundary =
            now == .other || previous == .lower && now == .upper || previous == .upper && now == .upper && nextIsLower
            || (previous == .digit) != (now == .digit)
        if isBoundary, !word.isEmpty {
            words.append(word)
            word = ""
        }
        switch now {
        case .other: break
        case .upper: word += scalar.properties.lowercaseMapping
        case .lower, .digit: word.unicodeScalars.append(scalar)
        }
        previous = now
    }
    if !word.isEmpty { words.append(word) }
    return words
}
