/// What the host noted of the checks before pupils come in.
struct HostTicks {
    /// In the order of the list; `nil`: nothing is noted.
    let ticked: [HostCheck]?
    /// The policy of the school has such checks, and pupils were in the call.
    let areWanted: Bool

    init(_ context: RuleContext) {
        let notes = context.notes.filter { $0.note.kind == .hostChecks }
        areWanted =
            context.policy.preset != "none" && context.session.hasData && context.session.kind.isForPupils
        ticked =
            notes.isEmpty
            ? nil
            : HostCheck.allCases.filter { check in notes.contains { HostCheck.ticked(in: $0.note.text).contains(check) }
            }
        words = notes.map(\.note.text).filter { !$0.isEmpty && HostCheck.ticked(in: $0).isEmpty }
    }

    /// What was written and is none of the list.
    private let words: [String]

    /// `muted, chat off, lock; not noted: transfer off, screen`; empty: nothing is noted.
    var text: String {
        guard let ticked else { return "" }
        if ticked.isEmpty { return words.isEmpty ? "noted without saying which" : words.joined(separator: "; ") }
        let others = HostCheck.allCases.filter { !ticked.contains($0) }
        let done = ([ticked.map(\.rawValue).joined(separator: ", ")] + words).joined(separator: "; ")
        return others.isEmpty ? done : "\(done); not noted: \(others.map(\.rawValue).joined(separator: ", "))"
    }
}
