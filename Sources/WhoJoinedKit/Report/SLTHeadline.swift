/// What the page for senior leaders begins with: what needs them, what was looked for and not found, and which way the
/// numbers go.
struct SLTHeadline: Sendable {
    struct Item: Sendable {
        /// `2 on hold until you clear it: Ali, Yusuf; Marsh, Kai`
        var text: String
        /// Where the whole of it stands.
        var section: SLTSection
    }

    private(set) var items: [Item] = []
    /// What was looked for and is not there.
    private var nothingOf: [String] = []
    private var headlined: [RuleID] = []
    private let summary: SLTSummary
    private static let namesShown = 4

    init(_ summary: SLTSummary) {
        self.summary = summary
        let context = summary.context
        add("person", "people", "on hold until you clear them", summary.holds.map(context.name(of:)), or: "on hold")
        add(
            "time", "times", "somebody came back after a removal", of: [.afterRemoval, .rejoinedAfterRemoval],
            or: "back after a removal")
        add("person", "people", "not invited, but in a call", of: [.uninvited], or: "strangers")
        add("time", "times", "pupils were without an adult", of: [.unsupervised], or: "pupils without an adult")
        add("one-to-one", "one-to-ones", "not in order", of: [.oneToOne], or: "one-to-ones")
        addOtherSafeguarding()
        add(
            "name", "names", "that may be a stranger's",
            summary.toSettle.filter { $0.severity == .safeguarding }.map(context.whoAndWhere))
        add(
            "lesson", "lessons", "in doubt as a whole, so that nobody counts as missing",
            summary.doubtful.map(context.place), or: "lessons in doubt")
        if summary.comparedWeek != nil {
            add(
                "pupil", "pupils", "new on the list of those not joining", summary.new, .notJoining,
                or: "pupils new on the list")
        }
        let sortName = { (followUp: FollowUp) in context.sortName(followUp.pupil) }
        add("family", "families", "for you to call, since nobody has reached them", summary.forSLT.map(sortName))
        add("pupil", "pupils", "to follow up, but nobody may be written to", summary.withheld.map(sortName))
        add("pupil", "pupils", "who may need help to join", summary.support.map(context.name(of:)), or: "help needed")
    }

    /// - Parameter zero: what is said where there is none.
    private mutating func add(
        _ one: String, _ many: String, _ words: String, _ names: [String], _ section: SLTSection = .decisions,
        or zero: String? = nil
    ) {
        if names.isEmpty { return nothingOf += [zero].compactMap(\.self) }
        let more = names.count - Self.namesShown
        let shown = names.prefix(Self.namesShown) + (more > 0 ? ["and \(more) more"] : [])
        let head = "\(counted(names.count, one, many)) \(words)"
        items.append(Item(text: "\(head): \(shown.joined(separator: "; "))", section: section))
    }

    private mutating func add(_ one: String, _ many: String, _ words: String, of rules: [RuleID], or zero: String) {
        let found = summary.safeguarding.filter { rules.contains($0.rule) }.flatMap(\.findings)
        headlined += rules
        add(one, many, words, found.map(summary.context.whoAndWhere), .safeguarding, or: zero)
    }

    /// Rules without a line of their own here, in one.
    private mutating func addOtherSafeguarding() {
        let others = summary.safeguarding.filter { !headlined.contains($0.rule) && $0.thisWeek > 0 }
        if others.isEmpty { return }
        let words = others.map { "\($0.rule.words) \($0.thisWeek)" }.joined(separator: "; ")
        let count = others.reduce(0) { $0 + $1.thisWeek }
        items.append(Item(text: "\(counted(count, "more safeguarding finding")): \(words)", section: .safeguarding))
    }

    /// `Nothing found of: strangers, one-to-ones.`; silence about what nobody could look at is no good news.
    var zeros: String {
        if summary.checked + summary.unscheduled == 0 { return "No lesson could be looked at, so nothing can be said." }
        if nothingOf.isEmpty { return "" }
        let missing = summary.missing.count
        let limits = missing > 0 ? " \(counted(missing, "session")) could not be looked at." : ""
        return "Nothing found of: \(nothingOf.joined(separator: ", ")).\(limits)"
    }

    /// `Seen by name: 74% of those expected, down 3 points on last week (77%).`
    var change: String {
        let week = summary.context.result.week
        guard let now = summary.trend.last, now.week == week else {
            return "Seen by name: nobody was expected in a lesson with an export."
        }
        let head = "Seen by name: \(percent(now.low)) of those expected"
        guard let before = summary.trend.last(where: { $0.week == summary.comparedWeek }) else {
            return "\(head); there is no earlier week to compare with."
        }
        let points = now.points - before.points
        let change = points == 0 ? "as" : "\(points > 0 ? "up" : "down") \(counted(abs(points), "point")) on"
        let then = before.week.monday == week.monday - 7 ? "last week" : before.week.iso
        return "\(head), \(change) \(then) (\(percent(before.low)))."
    }
}

extension ReportContext {
    /// `4B Tue 6 Oct 09:00`
    func place(_ finding: Finding) -> String {
        let time = finding.start.map { " " + self.time($0) } ?? ""
        return [PlainText.clean(finding.classText), finding.day.short + time].filter { !$0.isEmpty }.joined(
            separator: " ")
    }

    /// `Sam Carter (4B Tue 17 Nov 09:00)`; of a whole session its place alone.
    func whoAndWhere(_ finding: Finding) -> String {
        finding.isOfSession ? place(finding) : "\(name(of: finding)) (\(place(finding)))"
    }

    /// `4B Tue 17 Nov 09:00 4 min Sam Carter`
    func example(_ finding: Finding) -> String {
        let length = finding.interval.map { lengthWords($0.seconds) } ?? ""
        return [place(finding), length, finding.isOfSession ? "" : name(of: finding)].filter { !$0.isEmpty }
            .joined(separator: " ")
    }
}
