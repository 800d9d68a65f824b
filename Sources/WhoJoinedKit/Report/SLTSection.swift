/// The parts of the page for senior leaders, in their order: what is unsafe, who waits for them, then the rest. Text and
/// HTML are numbered alike.
enum SLTSection: Int, CaseIterable, Sendable {
    case safeguarding = 1
    case decisions, notJoining, trend, sessions, coverage, others, registers, log, lessons

    /// `2. Your decision`
    var heading: String { "\(rawValue). \(SLTWords.title(self))" }
    /// The mark that a link on the page goes to.
    var mark: String { "\(self)" }
}
