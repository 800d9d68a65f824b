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

    /// Everything that waits for a decision, by its cause.
    var decisions: [SLTDecision] {
        [SLTDecision(cause: SLTWords.held, items: holds.map(holdLine))].filter { !$0.items.isEmpty }
            + SLTDecision.grouped(withheld, by: { _ in SLTWords.withheld }, pupilLine)
            + SLTDecision.grouped(forSLT, by: { _ in SLTWords.forYouToCall }) { "\(pupilLine($0))   \($0.stepWords)" }
            + SLTDecision.grouped(doubtful, by: { SLTWords.inDoubt(detail($0)) }, context.place)
            + SLTDecision.grouped(support, by: { SLTWords.support(detail($0)) }) {
                "\(context.name(of: $0))   \(PlainText.clean($0.classText))"
            } + namesToSettle + recurringDevices
    }

    private var recurringDevices: [SLTDecision] {
        if devices.isEmpty { return [] }
        let items = devices.map { "\"\($0.name)\"   \($0.sentence(context))" }
        return [
            SLTDecision(cause: SLTWords.sameDevice, items: items, file: "classes/*/slt.txt")
        ]
    }

    /// While a name may be a stranger's it is the safeguarding leads' to settle; the others are the school's daily work.
    private var namesToSettle: [SLTDecision] {
        let causes = [
            (toSettle.filter { $0.severity == .safeguarding }, SLTWords.maybeStranger),
            (toSettle.filter { $0.severity != .safeguarding }, SLTWords.namesToSettle),
        ]
        return causes.filter { !$0.0.isEmpty }.map { findings, cause in
            SLTDecision(
                cause: cause,
                items: findings.map { "\(context.name(of: $0))   \(context.place($0))   \(detail($0))" },
                file: "findings.csv")
        }
    }

    private func detail(_ finding: Finding) -> String { PlainText.clean(finding.detail, limit: 300) }

    private func pupilLine(_ followUp: FollowUp) -> String {
        "\(context.sortName(followUp.pupil))   \(PlainText.clean(followUp.classText))"
    }

    private func holdLine(_ hold: Hold) -> String {
        "\(context.name(of: hold))   \(SLTWords.hold(since: hold.day, context.text(of: hold)))"
    }
}
