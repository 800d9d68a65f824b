import Testing

@testable import WhoJoinedKit

struct WordStoreTests {
    @Test(arguments: 0..<20)
    func `it numbers the words of a list as they come, each once`(seed: Int) {
        let list = (0..<(seed * 50)).map { "w\($0 * 7919 % (seed * 30 + 1))" }
        var store = WordStore()
        var numbers: [String: Int] = [:]
        for word in list {
            let number = store.add(Array(word.utf8)[...])
            #expect(number == numbers[word] ?? numbers.count)
            numbers[word] = number
        }
        #expect(store.count == numbers.count)
        for n in 0..<(seed * 60 + 1) { #expect(store.number(of: "w\(n)") == numbers["w\(n)"]) }
        for (word, number) in numbers { #expect(store[number].elementsEqual(word.utf8)) }
    }

    @Test(arguments: ["", "ab", "abig", "abigaila", "zoë", " "])
    func `what is no word is not found`(word: String) {
        var store = WordStore()
        _ = WordLines("abigail abi abbie\nabdul abs", in: &store)
        #expect(store.number(of: word) == nil)
    }

    @Test func `a word is found in every line where it stands`() throws {
        var store = WordStore()
        let lines = WordLines("abigail abi abbie\nabdul abs\n\ngail abi  abs", in: &store)
        func words(_ line: ArraySlice<Int32>) -> [String] {
            line.map { String(decoding: store[Int($0)], as: UTF8.self) }
        }
        var found: [[String]] = []
        lines.forEachLine(of: try #require(store.number(of: "abi"))) { found.append(words($0)) }
        #expect(found == [["gail", "abi", "abs"], ["abigail", "abi", "abbie"]])
        var others: [String] = []
        lines.forEachOther(than: try #require(store.number(of: "abs"))) {
            others.append(String(decoding: store[$0], as: UTF8.self))
        }
        #expect(others == ["gail", "abi", "abdul"])
        #expect(lines.all.map(words) == [["abigail", "abi", "abbie"], ["abdul", "abs"], ["gail", "abi", "abs"]])
    }

    @Test func `words under one key come in their order`() {
        var chains = WordChains(reserving: 2)
        for key in ["a", "b", "a", "c", "a"] { chains.append(under: Array(key.utf8)[...]) }
        func numbers(_ key: String) -> [Int] {
            var found: [Int] = []
            let letters = Array(key.utf8)[...]
            chains.forEach(under: letters, hash: WordStore.hash(letters)) { found.append($0) }
            return found
        }
        #expect(numbers("a") == [0, 2, 4])
        #expect(numbers("c") == [3])
        #expect(numbers("d") == [])
    }
}
