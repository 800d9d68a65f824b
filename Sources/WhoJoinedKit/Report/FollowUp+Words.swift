extension FollowUp {
    /// `SLT call: missed 2 of 3; Tue 17 Nov: tried by OFF: no answer`
    var stepWords: String {
        "\(step.rawValue): \(missedText)\(ledger.isEmpty ? "" : "; \(ledger.words)")"
    }
}
