/// Finds the names of a school's classes in a meeting's topic or an export's file name.
struct ClassNames {
    /// By the words of the name without blanks; `6 Ash` and `6Ash` are one class.
    private var codes: [String: ClassCode] = [:]
    private var words: [String: [String]] = [:]
    private var longest = 1

    init(_ school: School) {
        // The roster's own spelling is best, then the timetable's last.
        for known in school.roster.classes.reversed() { add(known.code) }
        var seen: Set<String> = []
        for row in school.timetable.rows.reversed() where seen.insert(row.classText).inserted {
            classCodes(in: row.classText).reversed().forEach { add($0) }
        }
    }

    /// The first of two that are written alike but for blanks is kept.
    private mutating func add(_ code: ClassCode) {
        let parts = ClassNames.words(in: code.text)
        let key = parts.joined()
        // A bare number or letter stands in dates, copies and sentences too.
        guard codes[key] == nil, key.utf8.count > 1, !key.utf8.allSatisfy({ $0.isASCIIDigit }) else { return }
        codes[key] = code
        words[key] = parts
        longest = max(longest, parts.count)
    }

    /// The classes that are named, the longest name first at each place: `4B/Ma1` is not also `4B`.
    func named(in text: String) -> [ClassCode] {
        let parts = ClassNames.words(in: text)
        var found: [ClassCode] = []
        var i = 0
        while i < parts.count {
            var taken = 1
            for count in stride(from: min(longest, parts.count - i), through: 1, by: -1) {
                let slice = Array(parts[i..<i + count])
                let key = slice.joined()
                guard let code = codes[key], count == 1 || words[key] == slice else { continue }
                if !found.contains(where: { $0.key == code.key }) { found.append(code) }
                taken = count
                break
            }
            i += taken
        }
        return found
    }

    /// Runs of letters and digits, lower case.
    private static func words(in text: String) -> [String] {
        var (words, word) = ([String](), "")
        for scalar in text.unicodeScalars.prefix(1024) {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                word += scalar.properties.lowercaseMapping
            } else if !word.isEmpty {
                words.append(word)
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }
}
