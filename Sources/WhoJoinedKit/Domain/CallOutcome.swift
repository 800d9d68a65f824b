/// What staff write into the call sheet's column Outcome: a word of this list, and behind it what they like.
struct CallOutcome: Sendable, Hashable {
    var kind: FollowUpNote.Kind
    /// As the ledger keeps it.
    var text: String

    /// What a workbook offers, the first being the one that closes a miss.
    static let offered = ["reached", "no answer", "left a message", "wrong number", "not tried"]

    private static let words: [(String, FollowUpNote.Kind?)] = [
        ("reached", .contacted), ("contacted", .contacted), ("spoke to", .contacted), ("spoken to", .contacted),
        ("spoke with", .contacted), ("spoke", .contacted), ("yes", .contacted),
        ("not reached", .tried), ("not contacted", .tried), ("no answer", .tried), ("no reply", .tried),
        ("left a message", .tried), ("left message", .tried), ("message left", .tried), ("voicemail", .tried),
        ("wrong number", .tried), ("engaged", .tried), ("tried", .tried), ("not tried", nil),
    ]

    enum Reading: Sendable, Hashable {
        /// None of the words.
        case unknown
        /// Nothing was done, so nothing is noted.
        case notTried
        case outcome(CallOutcome)
    }

    static func read(_ cell: String) -> Reading {
        let folded = cell.lowercased()
        let fitting = words.filter { begins(folded, with: $0.0) }
        guard let (word, kind) = fitting.max(by: { $0.0.utf8.count < $1.0.utf8.count }) else { return .unknown }
        guard let kind else { return .notTried }
        let remark = cell.unicodeScalars.dropFirst(word.unicodeScalars.count).drop { signs.contains($0) }
        // "reached" says itself by the kind; "no answer" and "left a message" say more than "tried".
        let isSaid = kind == .contacted || word == "tried"
        let text = isSaid ? String(remark) : remark.isEmpty ? word : "\(word): \(String(remark))"
        return .outcome(CallOutcome(kind: kind, text: text))
    }

    /// What may stand between the word and what is said besides.
    private static let signs = Set(" :;,.-–—".unicodeScalars)

    private static func begins(_ text: String, with word: String) -> Bool {
        guard text.utf8.starts(with: word.utf8) else { return false }
        return text.unicodeScalars.dropFirst(word.unicodeScalars.count).first.map { !$0.properties.isAlphabetic }
            ?? true
    }
}
