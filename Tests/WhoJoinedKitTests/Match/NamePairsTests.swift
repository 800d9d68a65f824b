import DelimitedText
import Foundation
import Testing

@testable import WhoJoinedKit

/// `name-pairs.csv`, written by hand: one pupil on the roster, one entrant. A false link is worse than a missed one, so
/// they are counted apart.
struct NamePairsTests {
    struct Pair { var strength, roster, entrant, answer: String }

    static func pairs() throws -> [Pair] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "name-pairs.csv")
        let rows = records(in: [UInt8](try Data(contentsOf: file))).records.dropFirst()
        return rows.map {
            Pair(strength: $0.text(at: 0), roster: $0.text(at: 1), entrant: $0.text(at: 2), answer: $0.text(at: 3))
        }
    }

    static func answer(_ pair: Pair) -> String {
        switch MatchStage([pair.roster]).links([pair.entrant])[0].outcome {
        case .pupil: "same"
        case .ambiguous: "doubt"
        default: "other"
        }
    }

    @Test func `no strong pair fails and no pair is a false link`() throws {
        let pairs = try Self.pairs()
        #expect(pairs.count > 30)
        let wrong = pairs.filter { Self.answer($0) != $0.answer }
        #expect(wrong.filter { $0.strength == "STRONG" }.map(\.entrant) == [])
        #expect(wrong.filter { $0.answer != "same" && Self.answer($0) == "same" }.map(\.entrant) == [])
        #expect(wrong.filter { $0.strength == "MEDIUM" }.count <= 1, "medium pairs that fail: \(wrong.map(\.entrant))")
    }
}
