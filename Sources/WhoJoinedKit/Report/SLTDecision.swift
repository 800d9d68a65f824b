/// What waits for senior leaders for one cause: said once, with everybody whom it concerns.
struct SLTDecision: Sendable {
    var cause: String
    var items: [String]
    /// Where the rest of a long list stands.
    var file = "slt-summary.csv"

    /// Those of one cause are together; causes in the order of their first.
    fileprivate static func grouped<Element>(
        _ all: [Element], by cause: (Element) -> String, _ item: (Element) -> String
    ) -> [SLTDecision] {
        var decisions: [SLTDecision] = []
        var places: [String: Int] = [:]
        for element in all {
            let cause = cause(element)
            let place = places[cause] ?? decisions.count
            if place == decisions.count { decisions.append(SLTDecision(cause: cause, items: [])) }
            places[cause] = place
            decisions[place].items.append(item(element))
        }
        return decisions
    }
}

extension SLTSummary {
    /// How many wait for a decision, whatever the cause.
    var decisionCount: Int {
        decisions.reduce(0) { $0 + $1.items.count }
    }
}

extension SLTDecision {
    /// Everything that waits, by its cause.
    static func all(in summary: SLTSummary) -> [SLTDecision] {
        let context = summary.context
        func detail(_ finding: Finding) -> String { PlainText.clean(finding.detail, limit: 300) }
        func pupil(_ followUp: FollowUp) -> String {
            "\(context.sortName(followUp.pupil))   \(PlainText.clean(followUp.classText))"
        }
        let holds = summary.holds.map { hold in
            "\(context.name(of: hold))   \(SLTWords.hold(since: hold.day, context.text(of: hold)))"
        }
        return one(SLTWords.held, holds) + one(SLTWords.withheld, summary.withheld.map(pupil))
            + one(SLTWords.forYouToCall, summary.forSLT.map { "\(pupil($0))   \($0.stepWords)" })
            + grouped(summary.doubtful, by: { SLTWords.inDoubt(detail($0)) }, context.place)
            + grouped(summary.support, by: { SLTWords.support(detail($0)) }) {
                "\(context.name(of: $0))   \(PlainText.clean($0.classText))"
            } + namesToSettle(in: summary, detail)
            + one(
                SLTWords.sameDevice, summary.devices.map { "\"\($0.name)\"   \($0.sentence(context))" },
                file: "classes/*/slt.txt")
    }

    /// While a name may be a stranger's it is the safeguarding leads' to settle; the others are the school's daily work.
    private static func namesToSettle(in summary: SLTSummary, _ detail: (Finding) -> String) -> [SLTDecision] {
        let context = summary.context
        func item(_ finding: Finding) -> String {
            "\(context.name(of: finding))   \(context.place(finding))   \(detail(finding))"
        }
        let strangers = summary.toSettle.filter { $0.severity == .safeguarding }
        let others = summary.toSettle.filter { $0.severity != .safeguarding }
        return one(SLTWords.maybeStranger, strangers.map(item), file: "findings.csv")
            + one(SLTWords.namesToSettle, others.map(item), file: "findings.csv")
    }

    /// None where nobody is concerned.
    private static func one(_ cause: String, _ items: [String], file: String = "slt-summary.csv") -> [SLTDecision] {
        items.isEmpty ? [] : [SLTDecision(cause: cause, items: items, file: file)]
    }
}
