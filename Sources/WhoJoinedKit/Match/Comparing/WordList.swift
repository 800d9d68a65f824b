/// A word's bytes: lower-case ASCII letters.
typealias WordBytes = ArraySlice<UInt8>

/// Words, each once, numbered in the order in which they came.
struct WordList: Sendable {
    private(set) var words: [WordBytes] = []
    private var numbers: [String: Int] = [:]

    subscript(number: Int) -> WordBytes { words[number] }

    func text(_ number: Int) -> String { String(decoding: words[number], as: UTF8.self) }

    func number(of word: String) -> Int? { numbers[word] }

    /// The word's number, a new one if it was not there.
    mutating func add(_ word: String) -> Int {
        if let number = numbers[word] { return number }
        numbers[word] = words.count
        words.append(Array(word.utf8)[...])
        return words.count - 1
    }
}

/// The words of a table, in ASCII between blanks and line ends.
func wordSet(_ table: String) -> Set<String> {
    // Words have six letters or so: a set that grows costs twice as much.
    var words = Set<String>(minimumCapacity: table.utf8.count / 6)
    readWords(of: table) { words.insert($0) }
    return words
}

/// The lines of such a table that are not empty, as lists of their words.
///
/// Tables are looked up by `String`: one of up to 15 letters needs no memory of its own and hashes in one step.
func linesOfWords(_ table: String) -> [[String]] {
    var lines: [[String]] = []
    var line: [String] = []
    func endLine() {
        if !line.isEmpty { lines.append(line) }
        line = []
    }
    readWords(of: table, endLine: endLine) { line.append($0) }
    return line.isEmpty ? lines : lines + [line]
}

private func readWords(of table: String, endLine: () -> Void = {}, word: (String) -> Void) {
    let bytes = Array(table.utf8)
    var start = 0
    for (i, byte) in bytes.enumerated() where byte == .space || byte == .lineFeed {
        if start < i { word(String(decoding: bytes[start..<i], as: UTF8.self)) }
        start = i + 1
        if byte == .lineFeed { endLine() }
    }
    if start < bytes.count { word(String(decoding: bytes[start...], as: UTF8.self)) }
}
