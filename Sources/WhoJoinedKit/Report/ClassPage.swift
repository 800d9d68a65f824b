/// `slt.txt` of one class: everything found, worst first; what has one cause is said once, with a count.
func sltPage(
    _ findings: [Finding], _ lists: ClassLists, classText: String, withheld: Set<Pupil.Index>,
    ledger: [Pupil.Index: String], _ context: ReportContext
) -> [UInt8] {
    let sessions = lists.sessions[classText] ?? []
    let withData = sessions.count { context.result.sessions[$0].session.hasData }
    var page = TextPage()
    let days = SharedWords.onlineLessons(of: context.result.week)
    page.line("\(PlainText.shown(classText))   \(days)   \(ClassWords.reader)")
    page.line(SharedWords.notTheRegister)
    page.line(ClassWords.counts(sessions: sessions.count, withExport: withData, findings: findings.count))
    for severity in [Severity.safeguarding, .followUp, .inform] {
        let causes = ClassCause.all(of: findings.filter { $0.severity == severity })
        if causes.isEmpty { continue }
        let count = causes.reduce(0) { $0 + $1.items.count }
        page.line("")
        page.heading("\(ClassWords.title(severity)) (\(count))", isAlarm: severity == .safeguarding)
        for cause in causes { cause.add(to: &page, context, ledger) }
    }
    let devices = lists.devices(of: classText)
    if !devices.isEmpty {
        page.line("")
        page.heading(ClassWords.toSettle(devices.count))
        for device in devices {
            page.line("  * \"\(device.name)\" \(device.sentence(context)).", indent: 4)
            if let command = Commands.confirm(device.name, of: device.classText) { page.command("    \(command)") }
        }
    }
    let silent = withheld.filter { pupil in
        findings.contains { $0.pupil == pupil && FollowUpList.reasons.contains($0.rule) }
    }
    if !silent.isEmpty {
        page.line("")
        page.heading(ClassWords.noContact(silent.count))
        page.line("  \(ClassWords.leadDecides)")
        for pupil in silent.sorted() { page.line("  * \(context.sortName(pupil))") }
    }
    return page.bytes
}

/// Findings of one rule and one reason.
private struct ClassCause {
    /// What holds of a pupil from lesson to lesson until somebody acts is one item, with how many lessons.
    struct Item {
        var finding: Finding
        var lessons = 1
    }

    var items: [Item]
    private var finding: Finding { items[0].finding }
    private var detail: String { PlainText.clean(finding.detail, limit: 600) }

    /// In the order of their first.
    static func all(of findings: [Finding]) -> [ClassCause] {
        struct Key: Hashable {
            var rule: RuleID
            var detail: String
        }
        var causes: [ClassCause] = []
        var places: [Key: Int] = [:]
        for finding in findings {
            let key = Key(rule: finding.rule, detail: finding.detail)
            if let place = places[key] {
                causes[place].add(finding)
            } else {
                // What says nothing more than its rule stands by itself.
                if !finding.detail.isEmpty { places[key] = causes.count }
                causes.append(ClassCause(items: [Item(finding: finding)]))
            }
        }
        return causes
    }

    private mutating func add(_ finding: Finding) {
        let isLasting = [.noAgreement, .afterRemoval].contains(finding.rule)
        if isLasting, let same = items.firstIndex(where: { $0.finding.pupil == finding.pupil }) {
            items[same].lessons += 1
        } else {
            items.append(Item(finding: finding))
        }
    }

    func add(to page: inout TextPage, _ context: ReportContext, _ ledger: [Pupil.Index: String]) {
        if items.count == 1 {
            let name = name(of: items[0], context)
            let parts = [time(of: finding, context), finding.rule.words, span(of: finding, context)]
            let what = [name, detail].filter { !$0.isEmpty }.joined(separator: ": ")
            let line = (parts + [what]).filter { !$0.isEmpty }.joined(separator: "  ")
            let lasting = items[0].lessons > 1 ? ClassWords.inLessons(items[0].lessons) : ""
            return page.line("  * \(line)\(lasting)\(family(of: items[0], ledger))", indent: 6)
        }
        page.line("  * \(finding.rule.words) (\(items.count)): \(detail)", indent: 6)
        // Lessons in their order, with everybody whom it concerns; where it is nobody in particular the lessons alone.
        var lessons: [(time: String, people: [String])] = []
        for item in items {
            let time = time(of: item.finding, context)
            let parts = [name(of: item, context), span(of: item.finding, context)].filter { !$0.isEmpty }
            let lasting = item.lessons > 1 ? ClassWords.alsoInLessons(item.lessons) : ""
            let person = parts.joined(separator: " ") + lasting + family(of: item, ledger)
            if lessons.last?.time != time { lessons.append((time, [])) }
            if !person.isEmpty { lessons[lessons.count - 1].people.append(person) }
        }
        if lessons.allSatisfy(\.people.isEmpty) {
            return page.line("      \(lessons.map(\.time).joined(separator: "; "))", indent: 6)
        }
        for (time, people) in lessons { page.line("      \(time)  \(people.joined(separator: "; "))", indent: 8) }
    }

    /// `Tue 17 Nov 09:00`
    private func time(of finding: Finding, _ context: ReportContext) -> String {
        finding.day.short + (finding.start.map { " \(context.time($0))" } ?? "")
    }

    /// `09:05:00-09:07:10 (2 min)`
    private func span(of finding: Finding, _ context: ReportContext) -> String {
        finding.interval.map { "\(context.zone.clocks(of: $0)) (\(lengthWords($0.seconds)))" } ?? ""
    }

    /// Empty where a finding is of the whole lesson.
    private func name(of item: Item, _ context: ReportContext) -> String {
        let name = item.finding.isOfSession ? "" : PlainText.shown(item.finding.name)
        return context.isSEND(item.finding) ? "\(name) (\(SharedWords.send))" : name
    }

    private func family(of item: Item, _ ledger: [Pupil.Index: String]) -> String {
        let outcome = outcome(of: item.finding, ledger)
        return outcome.isEmpty ? "" : "  \(ClassWords.family(outcome))"
    }
}
