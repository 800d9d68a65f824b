import Testing

@testable import WhoJoinedKit

struct WordListTests {
    @Test func `it numbers words as they come, each once`() {
        var list = WordList()
        #expect("ada bo ada cy bo".split(separator: " ").map { list.add(String($0)) } == [0, 1, 0, 2, 1])
        #expect(list.number(of: "cy") == 2)
        #expect(list[2].elementsEqual("cy".utf8))
    }

    @Test(arguments: ["", "ad", "adaa", "zoë", " "])
    func `what is no word is not found`(word: String) {
        var list = WordList()
        _ = list.add("ada")
        #expect(list.number(of: word) == nil)
    }

    @Test func `a table is read line by line`() {
        let texts = linesOfWords("abigail abi abbie\nabdul abs\n\n  \ngail abi  abs")
        #expect(texts == [["abigail", "abi", "abbie"], ["abdul", "abs"], ["gail", "abi", "abs"]])
    }

    @Test func `a short form leads to the name, its spellings and its other short forms`() {
        let found = NameKnowledge.relatives(of: "bex")
        func likeness(_ name: String) -> Likeness? { found.first { $0.name == name }?.likeness }
        #expect(likeness("rebecca") == .shortForm)
        #expect(likeness("rebekah") == .shortForm)
        #expect(likeness("becky") == .sharedForm)
        #expect(likeness("bex") == nil)
    }
}
