import Testing

@testable import WhoJoinedKit

@Suite struct WordTableTests {
    private let table = WordTable("abigail abi abbie\nabdul abs\n\ngail abi  abs")

    @Test func `every word is found, in every line where it stands`() {
        #expect(table.places(of: "abi").map { table.line(of: $0) } == [["abigail", "abi", "abbie"], ["gail", "abi", "abs"]])
        #expect(table.places(of: "abigail").map(\.isFirst) == [true])
        #expect(table.places(of: "abs").map(\.isFirst) == [false, false])
        #expect(table.contains("gail"))
    }

    @Test(arguments: ["", "ab", "abig", "abigaila", "zoë", " "])
    func `what is no word is not found`(word: String) {
        #expect(!table.contains(word))
        #expect(table.places(of: word).isEmpty)
    }

    @Test(arguments: 0..<20)
    func `it holds what a set of the same words holds`(seed: Int) {
        let words = (0..<(seed * 50)).map { "w\($0 * 7919 % (seed * 30 + 1))" }
        let table = WordTable(words.joined(separator: seed % 2 == 0 ? " " : "\n"))
        let set = Set(words)
        for n in 0..<(seed * 60 + 1) { #expect(table.contains("w\(n)") == set.contains("w\(n)")) }
    }
}
