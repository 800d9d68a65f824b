/// A word's bytes: lower-case ASCII letters.
typealias WordBytes = ArraySlice<UInt8>

/// Words, each once, numbered in the order in which they came.
struct WordList: Sendable {
    private(set) var words: [WordBytes] = []
    private var numbers: [WordBytes: Int] = [:]

    subscript(number: Int) -> WordBytes { words[number] }

    func number(of word: WordBytes) -> Int? { numbers[word] }

    /// The word's number, a new one if it was not there.
    mutating func add(_ word: WordBytes) -> Int {
        if let number = numbers[word] { return number }
        numbers[word] = words.count
        words.append(word)
        return words.count - 1
    }
}

/// The lines of a table as lists of their words, in ASCII between blanks and line ends.
func linesOfWords(_ table: String) -> [[WordBytes]] {
    Array(table.utf8).split(separator: .lineFeed).map { $0.split(separator: .space) }.filter { !$0.isEmpty }
}
