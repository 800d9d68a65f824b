import DelimitedText

/// `slt-summary.txt`: one page, what is unsafe first, the limits of the data said.
func sltText(_ summary: SLTSummary) -> [UInt8] {
    var writer = SLTTextWriter(summary)
    return writer.write()
}

/// What the page begins with, up to its first part: the body of a message.
func sltHeadlineText(of page: [UInt8]) -> [UInt8] {
    let first = Array("\n\(SLTSection.safeguarding.heading.uppercased())".utf8)
    return page.firstRange(of: first).map { Array(page[..<$0.lowerBound]) } ?? page
}

private struct SLTTextWriter {
    let summary: SLTSummary
    let context: ReportContext
    var page = TextPage()
    private let longest = 15

    init(_ summary: SLTSummary) {
        self.summary = summary
        context = summary.context
    }

    mutating func write() -> [UInt8] {
        let week = context.result.week
        page.line(SharedWords.weekTitle(context.school.settings.name, week), indent: 3)
        page.line(SLTWords.limits)
        page.line(summary.coverage)
        addHeadline()
        addSafeguarding()
        addDecisions()
        addNonJoiners()
        addTrend()
        addSessions()
        addCoverage()
        addOthers()
        addRegisters()
        addLog()
        addLessons()
        return page.bytes
    }

    private mutating func heading(_ section: SLTSection, _ rest: String = "") {
        page.line("")
        page.heading(section.heading.uppercased() + rest)
    }

    private mutating func addHeadline() {
        let headline = SLTHeadline(summary)
        let frame = String(repeating: "=", count: TextPage.columns)
        page.line("")
        page.line(frame)
        page.heading(SLTWords.needsYou.uppercased())
        if headline.items.isEmpty { page.line("  \(SLTWords.nothingNeedsYou)") }
        for item in headline.items { page.line("  * \(item.text) [\(item.section.rawValue)]", indent: 4) }
        for line in [headline.change, headline.zeros] where !line.isEmpty { page.line("  \(line)", indent: 2) }
        page.line(frame)
    }

    private mutating func addCoverage() {
        heading(.coverage)
        page.line("   \(summary.coverage)", indent: 3)
        if summary.withoutList > 0 {
            page.line("   \(SLTWords.withoutList(summary.heldElsewhere))", indent: 3)
        }
        if let sentence = summary.withoutPupils { page.line("   " + sentence, indent: 6) }
        for teacher in summary.teachers.prefix(longest) {
            let exports = SLTWords.exports(with: teacher.with, without: teacher.without)
            page.line("   \(PlainText.fitted(teacher.name, 28)) \(exports)", indent: 6)
        }
        more(summary.teachers.count)
        for missing in summary.missing.prefix(longest) {
            let session = context.result.sessions[missing.session].session
            let platform = session.platform.map { "\($0.title): " } ?? ""
            page.line(
                "   \(SLTWords.missingSession)  \(context.title(of: session))  \(missing.teacher)  \(platform)\(SLTWords.deletion(missing.deletion))",
                indent: 12)
        }
        more(summary.missing.count)
    }

    private mutating func more(_ count: Int, in file: String = "slt-summary.csv") {
        if count > longest { page.line("   \(SharedWords.more(count - longest, in: file))", indent: 7) }
    }

    private mutating func addSafeguarding() {
        heading(.safeguarding, " (\(summary.safeguardingCount))")
        if let text = summary.comparison { page.line("   \(text)") }
        if !summary.safeguardingShown.isEmpty { addColumns() }
        for count in summary.safeguardingShown {
            addCount(count)
            let examples = count.findings.prefix(6).map(context.example)
            let more = count.findings.count - examples.count
            if !examples.isEmpty {
                let rest = more > 0 ? [SharedWords.more(more, in: "findings.csv")] : []
                page.line("       \((examples + rest).joined(separator: " | "))", indent: 7)
            }
        }
        if summary.safeguarding.isEmpty { page.line("   \(SLTWords.noRuleOn)") }
        if !summary.nothingOf.isEmpty { page.line("   \(summary.nothingOf)", indent: 3) }
    }

    private mutating func addColumns() {
        page.line("\(String(repeating: " ", count: 50))\(SLTWords.weeksAbove)")
    }

    private mutating func addCount(_ count: SLTSummary.RuleCount) {
        let last = summary.comparedWeek == nil ? "-" : String(count.lastWeek)
        page.line(
            "   \(PlainText.fitted(count.rule.words, 46)) \(right(String(count.thisWeek), 9)) \(right(last, 11))")
    }

    private func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.utf8.count)) + text
    }

    private mutating func addDecisions() {
        heading(.decisions, " (\(summary.decisionCount))")
        for decision in summary.decisions {
            page.line("   \(decision.cause) (\(decision.items.count))", indent: 3)
            for item in decision.items.prefix(longest) { page.line("   [ ] \(item)", indent: 7) }
            more(decision.items.count, in: decision.file)
        }
        if summary.decisionCount == 0 { page.line("   \(SLTWords.nothingWaits)") }
    }

    private mutating func addNonJoiners() {
        heading(.notJoining, SLTWords.howMany)
        page.line("   \(summary.nonJoiners.isEmpty ? SLTWords.nobodyMissedOften : SLTWords.pupilsAbove)")
        for entry in summary.nonJoiners.prefix(longest) { addNonJoiner(entry) }
        more(summary.nonJoiners.count)
        let others = SLTWords.others(summary.fewerMisses, cannotTell: summary.fewerPossible)
        page.line("   \(others)", indent: 6)
        guard summary.comparedWeek != nil else { return page.line("   \(SLTWords.notChanged)") }
        page.line("   \(SLTWords.newNames)\(names(summary.new))", indent: 13)
        page.line("   \(SLTWords.clearedNames)\(names(summary.cleared))", indent: 13)
    }

    private mutating func addNonJoiner(_ entry: SLTSummary.NonJoiner) {
        let followUp = entry.followUp
        let possible = followUp.misses.count - followUp.certainMisses.count
        let missed = SLTWords.missed(followUp.certainMisses.count, of: followUp.sessionsExpected)
        let contact = entry.isWithheld ? "\(SLTWords.seePart(.decisions))." : entry.contactMade
        var line =
            "   \(right(String(followUp.inARow), 6))    \(PlainText.fitted(missed, 8)) \(PlainText.fitted(context.sortName(followUp.pupil), 26)) \(PlainText.fitted(PlainText.clean(followUp.classText), 9))"
        line +=
            " \(PlainText.fitted(contact, 14)) \(followUp.lastJoined.map { "\($0.day) \(Day.monthNames[$0.month - 1].prefix(3))" } ?? SharedWords.notKnown)"
        if !entry.outcome.isEmpty { line += "   \(entry.outcome)" }
        if possible > 0 { line += "   \(SLTWords.cannotTell(possible))" }
        page.line(line, indent: 22)
    }

    private func names(_ all: [String]) -> String {
        if all.isEmpty { return SharedWords.none }
        let more = all.count > 8 ? [SharedWords.more(all.count - 8, in: "slt-summary.csv")] : []
        return (all.prefix(8) + more).joined(separator: "; ")
    }

    private mutating func addTrend() {
        heading(.trend, SLTWords.trendOf)
        if summary.trend.isEmpty { page.line("   \(SLTWords.nothingToShow)") }
        func row(_ name: String, _ cells: (SLTSummary.Share) -> String) {
            page.line("   \(PlainText.fitted(name, 12))" + summary.trend.map { right(cells($0), 5) }.joined())
        }
        if !summary.trend.isEmpty {
            row(SLTWords.week) { String($0.week.iso.suffix(3)) }
            row(SharedWords.seen) { percent($0.low) }
        }
        if let now = summary.trend.last, now.week == context.result.week, now.high > now.low {
            page.line("   \(SLTWords.range(percent(now.low), percent(now.high)))")
        }
        if let lowest = summary.classes.first, let share = lowest.thisWeek(context.result.week),
            summary.classes.count > 1
        {
            page.line("   \(SLTWords.lowest(lowest.name, percent(share)))")
        }
    }

    private mutating func addSessions() {
        heading(.sessions)
        let all = summary.sessionsToLookAt
        if all.isEmpty { page.line("   \(SLTWords.nothingToLookAt)", indent: 3) }
        for index in all.prefix(longest) {
            let judged = context.result.sessions[index]
            page.line(
                "   \(context.title(of: judged.session)): \(summary.rulesToLookAt(judged))", indent: 6)
        }
        more(all.count, in: "slt-summary.html")
        if !all.isEmpty { page.line("   \(SLTWords.whoWasThere)") }
    }

    private mutating func addOthers() {
        heading(.others)
        if summary.alsoFound.isEmpty { page.line("   \(SLTWords.nothing)") } else { addColumns() }
        for count in summary.alsoFound { addCount(count) }
    }

    private mutating func addRegisters() {
        heading(.registers)
        for sentence in summary.wordsOfRegisters { page.line("   \(sentence)", indent: 6) }
    }

    private mutating func addLog() {
        heading(.log)
        let sessions = SharedWords.sessions(context.result.sessions.count)
        page.line("   \(sessions): \(SLTWords.log(complete: summary.complete, incomplete: summary.incomplete.count))")
        for gap in summary.gaps.prefix(longest) {
            let rest = gap.sessions.count - 6
            let more = rest > 0 ? [SharedWords.more(rest, in: "session-log.csv")] : []
            page.line(
                "   \(SLTWords.missingFields(gap.fields)) (\(gap.sessions.count)): \((gap.sessions.prefix(6) + more).joined(separator: "; "))",
                indent: 6)
        }
        more(summary.gaps.count, in: "session-log.csv")
        if !summary.recordingsDue.isEmpty {
            page.line("   \(SLTWords.recordings).", indent: 6)
        }
        for note in summary.recordingsDue.prefix(longest) {
            page.line(
                "   \(SLTWords.recording)  \(PlainText.clean(note.classText))  \(note.day.shortWithYear)  \(PlainText.clean(note.text, limit: 200))",
                indent: 6)
        }
        more(summary.recordingsDue.count)
    }

    private mutating func addLessons() {
        if !summary.lessonPages.isEmpty { heading(.lessons, " (\(summary.lessonPages.count))") }
        for lesson in summary.lessonPages.prefix(longest) {
            page.line("   \(lesson.title): \(lesson.path).txt", indent: 6)
        }
        more(summary.lessonPages.count, in: SLTWords.folder(LessonPageFile.folder))
        page.line("")
        page.line(SLTWords.seenByNameExplained, indent: 0)
        page.line(context.result.tally.line + ".")
        page.line(summary.prepared)
    }
}

/// `slt-summary.csv`: the same, one row per fact, for a spreadsheet.
func sltSummaryTable(_ summary: SLTSummary) -> [UInt8] {
    let context = summary.context
    var writer = tableWriter("section,item,class,date,start,id,name,this_week,last_week,detail")
    func row(
        _ section: String, _ item: String, session: LinkedSession? = nil, classText: String? = nil, day: Day? = nil,
        id: String = "", name: String = "", this: String = "",
        last: String = "", detail: String = ""
    ) {
        writer.write([
            section, item, classText ?? PlainText.clean(session?.classText ?? ""), (day ?? session?.day)?.iso ?? "",
            context.fullTime(session?.start),
            id, name, this, last, detail,
        ])
    }
    func last(_ count: SLTSummary.RuleCount) -> String {
        summary.comparedWeek == nil ? "" : String(count.lastWeek)
    }
    row(SLTTableWords.coverage, SLTTableWords.expected, this: String(summary.scheduled))
    row(SLTTableWords.coverage, SLTTableWords.withExport, this: String(summary.checked))
    row(SLTTableWords.coverage, SLTTableWords.unscheduled, this: String(summary.unscheduled))
    if summary.withoutList > 0 {
        row(SLTTableWords.coverage, SLTTableWords.withoutList, this: String(summary.withoutList))
    }
    for name in summary.classesWithoutPupils {
        row(
            SLTTableWords.coverage, SLTTableWords.classWithoutPupils, name: PlainText.clean(name),
            detail: SLTTableWords.nobodyExpected)
    }
    for missing in summary.missing {
        let session = context.result.sessions[missing.session].session
        row(
            SLTTableWords.coverage, SLTTableWords.noExport, session: session, name: missing.teacher,
            detail: SLTTableWords.deletion(missing.deletion))
    }
    for teacher in summary.teachers {
        row(
            SLTTableWords.coverage, SLTTableWords.byTeacher, name: teacher.name, this: String(teacher.with),
            detail: SLTTableWords.without(teacher.without))
    }
    for count in summary.safeguarding {
        row(
            SLTTableWords.safeguarding, count.rule.rawValue, this: String(count.thisWeek), last: last(count),
            detail: count.rule.words)
    }
    for hold in summary.holds {
        row(
            SLTTableWords.decision, SLTTableWords.hold, classText: PlainText.clean(hold.classText), day: hold.day,
            id: hold.pupil.map { context.pupilIDs[$0] } ?? "",
            name: context.name(of: hold),
            detail: context.text(of: hold))
    }
    for followUp in summary.withheld {
        row(
            SLTTableWords.decision, FamilyBook.Choice.nobody.words, classText: PlainText.clean(followUp.classText),
            id: context.pupilIDs[followUp.pupil], name: context.sortName(followUp.pupil))
    }
    for followUp in summary.forSLT {
        row(
            SLTTableWords.decision, followUp.step.rawValue, classText: PlainText.clean(followUp.classText),
            id: context.pupilIDs[followUp.pupil], name: context.sortName(followUp.pupil), detail: followUp.stepWords)
    }
    for finding in summary.doubtful + summary.support + summary.toSettle {
        row(
            SLTTableWords.decision, finding.rule.rawValue, classText: PlainText.clean(finding.classText),
            day: finding.day,
            id: finding.pupil.map { context.pupilIDs[$0] } ?? "",
            name: PlainText.shown(finding.name), detail: PlainText.clean(finding.detail, limit: 600))
    }
    for device in summary.devices {
        row(
            SLTTableWords.decision, SLTTableWords.device, classText: PlainText.clean(device.classText),
            id: device.pupils.map { context.pupilIDs[$0] }.joined(separator: ";"), name: device.name,
            detail: device.sentence(context))
    }
    for entry in summary.nonJoiners {
        let followUp = entry.followUp
        row(
            SLTTableWords.notJoining, followUp.isCertain ? SLTTableWords.certain : SLTTableWords.possible,
            classText: PlainText.clean(followUp.classText),
            day: followUp.lastJoined,
            id: context.pupilIDs[followUp.pupil], name: context.sortName(followUp.pupil),
            this: String(followUp.certainMisses.count),
            detail: SLTTableWords.missed(followUp, contactMade: entry.contactMade, entry.outcome))
    }
    for share in summary.trend {
        row(
            SLTTableWords.trend, share.week.iso, this: percent(share.low),
            detail: SLTTableWords.share(share.joined, of: share.expected, atMost: percent(share.high)))
    }
    for name in summary.new { row(SLTTableWords.changed, SLTTableWords.new, name: name) }
    for name in summary.cleared { row(SLTTableWords.changed, SLTTableWords.noMore, name: name) }
    for count in summary.others {
        row(
            SLTTableWords.alsoFound, count.rule.rawValue, this: String(count.thisWeek), last: last(count),
            detail: count.rule.words)
    }
    for register in summary.registers {
        for entry in register.missing {
            row(
                SLTTableWords.notSigned, register.kind.rawValue, classText: PlainText.clean(entry.classText),
                name: PlainText.shown(entry.name), detail: entry.text)
        }
    }
    for entry in summary.incomplete {
        row(
            SLTTableWords.log, SLTTableWords.incomplete, session: context.result.sessions[entry.session].session,
            detail: SLTWords.missingFields(entry.fields.joined(separator: ", ")))
    }
    for note in summary.recordingsDue {
        row(
            SLTTableWords.log, SLTTableWords.recordingDue, name: PlainText.clean(note.classText),
            detail: "\(note.day.iso) \(PlainText.clean(note.text, limit: 300))")
    }
    return writer.bytes
}
