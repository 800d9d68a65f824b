extension FollowUpNote {
    /// `Wed 18 Nov: reached by OFF: tablet lent`
    var words: String {
        let verb =
            switch kind {
            case .tried: "tried"
            case .contacted: "reached"
            case .cleared: "cleared"
            }
        let (by, outcome) = (PlainText.clean(by), PlainText.clean(outcome, limit: 300))
        return "\(day.short): \(verb)\(by.isEmpty ? "" : " by \(by)")\(outcome.isEmpty ? "" : ": \(outcome)")"
    }
}

extension [FollowUpNote] {
    /// The last three in one line.
    var words: String { suffix(3).map(\.words).joined(separator: "; ") }
}
