import Testing

@testable import WhoJoinedKit

struct WordListTests {
    @Test func `it numbers words as they come, each once`() {
        var list = WordList()
        #expect("ada bo ada cy bo".split(separator: " ").map { list.add(Array($0.utf8)[...]) } == [0, 1, 0, 2, 1])
        #expect(list.number(of: Array("cy".utf8)[...]) == 2)
        #expect(list[2].elementsEqual("cy".utf8))
    }

    @Test(arguments: ["", "ad", "adaa", "zoë", " "])
    func `what is no word is not found`(word: String) {
        var list = WordList()
        _ = list.add(Array("ada".utf8)[...])
        #expect(list.number(of: Array(word.utf8)[...]) == nil)
    }

    @Test func `a table is read line by line`() {
        let lines = linesOfWords("abigail abi abbie\nabdul abs\n\n  \ngail abi  abs")
        let texts = lines.map { $0.map { String(decoding: $0, as: UTF8.self) } }
        #expect(texts == [["abigail", "abi", "abbie"], ["abdul", "abs"], ["gail", "abi", "abs"]])
    }

    @Test func `a short form leads to the name, its spellings and its other short forms`() {
        let found = NameKnowledge.relatives(of: Array("bex".utf8)[...])
        func likeness(_ name: String) -> Likeness? { found.first { $0.name.elementsEqual(name.utf8) }?.likeness }
        #expect(likeness("rebecca") == .shortForm)
        #expect(likeness("rebekah") == .shortForm)
        #expect(likeness("becky") == .sharedForm)
        #expect(likeness("bex") == nil)
    }
}
