extension FollowUp {
    /// `missed 1, cannot tell 3, of 5`
    var missedText: String {
        let (certain, possible) = (certainMisses.count, misses.count - certainMisses.count)
        if possible == 0 { return "missed \(certain) of \(sessionsExpected)" }
        return "\(certain > 0 ? "missed \(certain), " : "")cannot tell \(possible), of \(sessionsExpected)"
    }

    /// `SLT call: missed 2 of 3; Tue 17 Nov: tried by OFF: no answer`
    var stepWords: String {
        "\(step.rawValue): \(missedText)\(ledger.isEmpty ? "" : "; \(ledger.words)")"
    }
}
