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
        add(SLTWords.onHold, summary.holds.map(context.name(of:)))
        add(SLTWords.cameBack, of: [.afterRemoval, .rejoinedAfterRemoval])
        add(SLTWords.notInvited, of: [.uninvited])
        add(SLTWords.withoutAdult, of: [.unsupervised])
        add(SLTWords.oneToOnes, of: [.oneToOne])
        addOtherSafeguarding()
        let strangers = summary.toSettle.filter { $0.severity == .safeguarding }
        add(SLTWords.maybeStrangers, strangers.map(context.whoAndWhere))
        add(SLTWords.inDoubt, summary.doubtful.map(context.place))
        if summary.comparedWeek != nil { add(SLTWords.newOnList, summary.new, .notJoining) }
        let sortName = { (followUp: FollowUp) in context.sortName(followUp.pupil) }
        add(SLTWords.toCall, summary.forSLT.map(sortName))
        add(SLTWords.notToBeWrittenTo, summary.withheld.map(sortName))
        add(SLTWords.needsHelp, summary.support.map(context.name(of:)))
    }

    /// - Parameter count: of what the line counts, if that is not the names.
    private mutating func add(
        _ line: SLTWords.Line, _ names: [String], _ section: SLTSection = .decisions, count: Int? = nil
    ) {
        if names.isEmpty { return nothingOf += [line.zero].compactMap(\.self) }
        let more = names.count - Self.namesShown
        let shown = names.prefix(Self.namesShown) + (more > 0 ? [SharedWords.more(more)] : [])
        items.append(
            Item(text: "\(line.head(count ?? names.count)): \(shown.joined(separator: "; "))", section: section))
    }

    private mutating func add(_ line: SLTWords.Line, of rules: [RuleID]) {
        let found = summary.safeguarding.filter { rules.contains($0.rule) }.flatMap(\.findings)
        headlined += rules
        add(line, byPerson(found), .safeguarding, count: found.count)
    }

    /// `Ivo Stead (3B Mon 16 Nov 09:00, 3A Thu 19 Nov 09:00)`: a pupil who is found again and again is named once. Two
    /// strangers may have one name.
    private func byPerson(_ findings: [Finding]) -> [String] {
        let context = summary.context
        var places: [(name: String, places: [String])] = []
        var known: [Pupil.Index: [String: Int]] = [:]
        for finding in findings {
            let name = finding.isOfSession ? "" : context.name(of: finding)
            if let pupil = finding.pupil, let same = known[pupil]?[name], !name.isEmpty {
                places[same].places.append(context.place(finding))
            } else {
                if let pupil = finding.pupil { known[pupil, default: [:]][name] = places.count }
                places.append((name, [context.place(finding)]))
            }
        }
        return places.map { name, places in
            let all = places.joined(separator: ", ")
            return name.isEmpty ? all : "\(name) (\(all))"
        }
    }

    /// Rules without a line of their own here, in one.
    private mutating func addOtherSafeguarding() {
        let others = summary.safeguarding.filter { !headlined.contains($0.rule) && $0.thisWeek > 0 }
        if others.isEmpty { return }
        let words = others.map { "\($0.rule.words) \($0.thisWeek)" }.joined(separator: "; ")
        let count = others.reduce(0) { $0 + $1.thisWeek }
        items.append(Item(text: SLTWords.otherSafeguarding(count, words), section: .safeguarding))
    }

    /// `Nothing found of: strangers, one-to-ones.`; silence about what nobody could look at is no good news.
    var zeros: String {
        if summary.checked + summary.unscheduled == 0 { return SLTWords.nothingLookedAt }
        if nothingOf.isEmpty { return "" }
        let missing = summary.missing.count
        return SLTWords.nothingFound(of: nothingOf) + (missing > 0 ? " \(SLTWords.notLookedAt(missing))" : "")
    }

    /// `Seen by name: 74% of those expected, down 3 points on last week (77%).`
    var change: String {
        let week = summary.context.result.week
        guard let now = summary.trend.last, now.week == week else {
            return SLTWords.nobodySeen
        }
        let head = SLTWords.seenByName(percent(now.low))
        guard let before = summary.trend.last(where: { $0.week == summary.comparedWeek }) else {
            return head + SLTWords.noEarlierWeekBehind
        }
        let then = before.week.monday == week.monday - 7 ? SLTWords.lastWeek : before.week.iso
        return head + SLTWords.change(points: now.points - before.points, since: then, percent(before.low))
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
