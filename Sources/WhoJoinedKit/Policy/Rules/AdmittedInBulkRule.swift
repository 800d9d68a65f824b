/// Many people who were let in within seconds, where the policy has each looked at before the door is opened.
///
/// Cannot tell: without knocking in a log and without a waiting room, and where times are whole minutes.
struct AdmittedInBulkRule: Rule {
    let id = RuleID.admittedInBulk
    let severity = Severity.inform
    let audiences: Finding.Audiences = [.slt]
    let source = "W 5.1: pupils are admitted from the waiting room one at a time"

    /// So many within the time below are still one at a time.
    static let moreThan = Parameter<Int>(.rule(.admittedInBulk), "more-than", default: 3, range: 1...1000)
    static let withinSeconds = Parameter<Seconds>(.rule(.admittedInBulk), "within-seconds", default: 5, range: 0...600)
    let parameters: [any AnyParameter] = [moreThan, withinSeconds]

    func canTell(in context: RuleContext) -> Bool? {
        context.admissions.contains { $0.at.seconds % 60 != 0 || $0.count > 1 }
    }

    func findings(in context: RuleContext) -> [Finding] {
        let admissions = context.admissions
        guard admissions.contains(where: { $0.at.seconds % 60 != 0 || $0.count > 1 }) else { return [] }
        return bursts(admissions, within: context.policy[Self.withinSeconds].seconds)
            .filter { $0.reduce(0) { $0 + $1.count } > context.policy[Self.moreThan] }.map { burst in
                let span = Interval(burst[0].at, burst[burst.count - 1].at)
                let count = burst.reduce(0) { $0 + $1.count }
                var rows = burst.flatMap(\.evidence)
                rows.sortOnce()
                return context.finding(
                    self, session: "\(count) people were let in within \(max(1, span.seconds)) s.", interval: span,
                    evidence: rows)
            }
    }

    /// From the first that is in none yet, all within the time.
    private func bursts(_ admissions: [Admission], within seconds: Int) -> [[Admission]] {
        var found: [[Admission]] = []
        var start = 0
        while start < admissions.count {
            let burst = admissions[start...].prefix { $0.at - admissions[start].at <= seconds }
            found.append(Array(burst))
            start += 1
        }
        // Of those that overlap the fullest counts.
        var kept: [[Admission]] = []
        for burst in found.sorted(by: { ($1.count, $0[0].at) < ($0.count, $1[0].at) })
        where !kept.contains(where: { $0[0].at <= burst[burst.count - 1].at && burst[0].at <= $0[$0.count - 1].at }) {
            kept.append(burst)
        }
        return kept.sorted { $0[0].at < $1[0].at }
    }
}
