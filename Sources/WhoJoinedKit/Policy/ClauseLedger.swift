/// A school's policy as a ledger: each clause, and in how many sessions it was kept as far as the data shows.
struct ClauseLedger: Sendable {
    enum Verdict: Sendable, CaseIterable { case kept, broken, notEvidenced, beyondData }

    struct Entry: Sendable {
        let clause: Clause
        /// As the school cites it: its own words where it has some.
        let citation: String
        /// Why the rules show nothing; empty: they are on.
        let remark: String
        fileprivate(set) var counts: [Verdict: Int] = [:]

        /// The sessions of which it speaks.
        var sessions: Int { counts.values.reduce(0, +) }
        /// Those in which the evidence decides.
        var tested: Int { self[.kept] + self[.broken] }
        subscript(verdict: Verdict) -> Int { counts[verdict] ?? 0 }
    }

    private(set) var entries: [Entry]
    /// All sessions that count, and those of them with an export.
    private(set) var sessions = 0
    private(set) var withExport = 0

    /// - Parameter clauses: those of the school's preset; what the school has switched on besides stands behind them.
    init(_ clauses: [Clause], _ policy: Policy) {
        let served = Set(clauses.flatMap(\.evidence.rules))
        let own = RuleID.allCases.filter { policy.isOn($0) && $0.breaksClauses && !served.contains($0) }
        let others = own.map {
            Clause(number: policy.clause($0), demand: "", scope: .all, evidence: .rules([$0]))
        }
        entries = (clauses + others).map { Entry($0, policy) }
    }

    /// Counts the sessions of one week, judged with what each can tell.
    mutating func add(_ result: WeekResult) {
        let facts = ClauseFacts(result)
        for judged in result.sessions where facts.counts(judged) {
            sessions += 1
            withExport += judged.session.hasData ? 1 : 0
            for index in entries.indices {
                guard let verdict = facts.verdict(entries[index].clause, on: judged) else { continue }
                entries[index].counts[verdict, default: 0] += 1
            }
        }
    }
}

extension ClauseLedger.Entry {
    fileprivate init(_ clause: Clause, _ policy: Policy) {
        self.clause = clause
        let rules = clause.evidence.rules.filter(\.breaksClauses)
        let off = rules.filter { !policy.isOn($0) }
        let presets = Preset(rawValue: policy.preset)?.policy(RuleBook.parameters) ?? Policy()
        var own: [String] = []
        for text in rules.filter({ policy.clause($0) != presets.clause($0) }).map({ policy.clause($0) })
        where !text.isEmpty && !own.contains(text) {
            own.append(text)
        }
        citation = own.isEmpty ? clause.number : own.joined(separator: "; ")
        let switched = off.isEmpty ? "" : "Switched off in school.toml: \(off.map(\.rawValue).joined(separator: ", "))."
        remark = [clause.remark, switched].filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension Clause.Evidence {
    var rules: [RuleID] { if case .rules(let rules) = self { rules } else { [] } }
}

extension RuleID {
    /// A finding of it is a demand that was not kept. Those of the others ask, doubt or report: they leave a demand
    /// without evidence.
    var breaksClauses: Bool {
        switch self {
        case .nonJoiner, .cameraUnknown, .needsALook, .doubtfulSession, .noExport, .staffByNameOnly, .unableToAccess,
            .abuseReport:
            false
        default: true
        }
    }
}
