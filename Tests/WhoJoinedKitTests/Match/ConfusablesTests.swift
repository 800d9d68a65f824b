import HostSystem
import Testing

@testable import WhoJoinedKit

/// Names made to pass for a pupil's: ICU's skeleton is the pupil's, the letters are not.
struct ConfusablesTests {
    static let pupils = [
        "Leela Nair", "Dylan Harris", "Muhammad Iqbal", "Jessica Thornlow", "Oscar Underhay", "Zara Begum",
        "Poppy Quickfox", "Evie Watkins",
    ]

    /// For each ASCII letter the letters of other alphabets and dresses that ICU takes for it. Letters of honest Latin
    /// names (`ı`) are not among them.
    static let twins: [Character: [Unicode.Scalar]] = {
        var letters: [String: [Character]] = [:]
        for letter in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ" {
            letters[ICU.lookAlikeSkeleton(String(letter)) ?? "", default: []].append(letter)
        }
        var twins: [Character: [Unicode.Scalar]] = [:]
        for value in Array(0x250...0x2FFF) + Array(0xA640...0xABFF) + Array(0xFF21...0xFF5A) + Array(0x10280...0x118FF)
            + Array(0x1D400...0x1D7FF)
        {
            guard let scalar = Unicode.Scalar(UInt32(value)), scalar.properties.isAlphabetic,
                CleanName.plainLetters[scalar.value] == nil
            else { continue }
            guard ICU.decomposed(String(scalar)) == String(scalar), let skeleton = ICU.lookAlikeSkeleton(String(scalar))
            else {
                continue
            }
            for letter in letters[skeleton] ?? [] { twins[letter, default: []].append(scalar) }
        }
        return twins
    }()

    @Test func `two thousand generated confusables are all shown and none is counted`() throws {
        let stage = MatchStage(Self.pupils.map { "\($0)|4B" })
        var random = SeededGenerator(seed: 24)
        var names: [(text: String, pupil: Int)] = []
        while names.count < 2000 {
            let pupil = random.below(Self.pupils.count)
            names.append((disguised(Self.pupils[pupil], &random), pupil))
        }
        #expect(Self.twins.count > 40)
        for (name, link) in zip(names, stage.links(names.map(\.text))) {
            #expect(ICU.lookAlikeSkeleton(name.text) == ICU.lookAlikeSkeleton(Self.pupils[name.pupil]))
            #expect(
                link.outcome == .ambiguous && link.impersonation == .lookAlike
                    && link.candidates == [Pupil.Index(name.pupil)],
                "\(name.text): \(link.outcome), \(link.step.name)")
        }
    }

    /// The name with one to three letters put on another dress.
    private func disguised(_ name: String, _ random: inout SeededGenerator) -> String {
        var letters = Array(name)
        let places = letters.indices.filter { Self.twins[letters[$0]] != nil }
        for _ in 0...random.below(3) {
            let place = places[random.below(places.count)]
            guard let twins = Self.twins[letters[place]] else { continue }
            letters[place] = Character(twins[random.below(twins.count)])
        }
        return String(letters)
    }
}
