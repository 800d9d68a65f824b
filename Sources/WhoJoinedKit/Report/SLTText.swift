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
        let school = PlainText.clean(context.school.settings.name).uppercased()
        page.line(
            "\(school)   Online lessons \(week.iso), \(week.monday.short) - \(week.sunday.shortWithYear)", indent: 3)
        page.line("For SLT. Not the attendance register; figures will not match the MIS.")
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
        page.heading("WHAT NEEDS YOU")
        if headline.items.isEmpty { page.line("  Nothing that was found needs you.") }
        for item in headline.items { page.line("  * \(item.text) [\(item.section.rawValue)]", indent: 4) }
        for line in [headline.change, headline.zeros] where !line.isEmpty { page.line("  \(line)", indent: 2) }
        page.line(frame)
    }

    private mutating func addCoverage() {
        heading(.coverage)
        page.line("   \(summary.coverage)", indent: 3)
        if summary.withoutList > 0 {
            page.line("   \(summary.heldElsewhere) besides, of which no list can be had.", indent: 3)
        }
        if let sentence = summary.withoutPupils { page.line("   " + sentence, indent: 6) }
        for teacher in summary.teachers.prefix(longest) {
            page.line(
                "   \(PlainText.fitted(teacher.name, 28)) \(teacher.with) with, \(teacher.without) without an export",
                indent: 6)
        }
        more(summary.teachers.count)
        for missing in summary.missing.prefix(longest) {
            let session = context.result.sessions[missing.session].session
            let deletion =
                missing.deletion.map { "the list may be deleted from \($0.shortWithYear)" }
                ?? "when the list is deleted is not known"
            page.line(
                "   missing  \(context.title(of: session))  \(missing.teacher)  \(session.platform.map { "\($0.title): " } ?? "")\(deletion)",
                indent: 12)
        }
        more(summary.missing.count)
    }

    private mutating func more(_ count: Int, in file: String = "slt-summary.csv") {
        if count > longest { page.line("   and \(count - longest) more: \(file)", indent: 7) }
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
                page.line(
                    "       \(examples.joined(separator: " | "))\(more > 0 ? " | and \(more) more: findings.csv" : "")",
                    indent: 7)
            }
        }
        if summary.safeguarding.isEmpty { page.line("   No rule of this kind is on.") }
        if !summary.nothingOf.isEmpty { page.line("   \(summary.nothingOf)", indent: 3) }
    }

    private mutating func addColumns() {
        page.line("\(String(repeating: " ", count: 50))this week   last week")
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
        if summary.decisionCount == 0 { page.line("   Nothing waits for you.") }
    }

    private mutating func addNonJoiners() {
        heading(.notJoining, " (3 or more; known absences left out)")
        if summary.nonJoiners.isEmpty { page.line("   Nobody missed three or more, this week or in a row.") }
        if !summary.nonJoiners.isEmpty {
            page.line("   in a row  missed   pupil                      class     contact made   joined")
        }
        for entry in summary.nonJoiners.prefix(longest) { addNonJoiner(entry) }
        more(summary.nonJoiners.count)
        let unsure = summary.fewerPossible > 0 ? "; of \(summary.fewerPossible) more it cannot be told" : ""
        page.line("   Others who missed 1 or 2: \(summary.fewerMisses)\(unsure) (classes/*/parents.txt)", indent: 6)
        guard summary.comparedWeek != nil else {
            return page.line("   Changed since last week: there is no earlier week.")
        }
        page.line("   new:      \(names(summary.new))", indent: 13)
        page.line("   no more:  \(names(summary.cleared))", indent: 13)
    }

    private mutating func addNonJoiner(_ entry: SLTSummary.NonJoiner) {
        let followUp = entry.followUp
        let possible = followUp.misses.count - followUp.certainMisses.count
        let missed = "\(followUp.certainMisses.count) of \(followUp.sessionsExpected)"
        let contact = entry.isWithheld ? "see \(SLTSection.decisions.rawValue)." : entry.contactMade
        var line =
            "   \(right(String(followUp.inARow), 6))    \(PlainText.fitted(missed, 8)) \(PlainText.fitted(context.sortName(followUp.pupil), 26)) \(PlainText.fitted(PlainText.clean(followUp.classText), 9))"
        line +=
            " \(PlainText.fitted(contact, 14)) \(followUp.lastJoined.map { "\($0.day) \(Day.monthNames[$0.month - 1].prefix(3))" } ?? "not known")"
        if !entry.outcome.isEmpty { line += "   \(entry.outcome)" }
        if possible > 0 { line += "   cannot tell \(possible)" }
        page.line(line, indent: 22)
    }

    private func names(_ all: [String]) -> String {
        if all.isEmpty { return "none" }
        let more = all.count > 8 ? "; and \(all.count - 8) more: slt-summary.csv" : ""
        return all.prefix(8).joined(separator: "; ") + more
    }

    private mutating func addTrend() {
        heading(.trend, ": seen by name, of those expected")
        if summary.trend.isEmpty { page.line("   Nothing to show yet.") }
        func row(_ name: String, _ cells: (SLTSummary.Share) -> String) {
            page.line("   \(PlainText.fitted(name, 12))" + summary.trend.map { right(cells($0), 5) }.joined())
        }
        if !summary.trend.isEmpty {
            row("week") { String($0.week.iso.suffix(3)) }
            row("seen by name") { percent($0.low) }
        }
        if let now = summary.trend.last, now.week == context.result.week, now.high > now.low {
            page.line("   range if every unnamed device were a pupil: \(percent(now.low)) to \(percent(now.high))")
        }
        if let lowest = summary.classes.first, let share = lowest.thisWeek(context.result.week),
            summary.classes.count > 1
        {
            page.line("   lowest this week: \(lowest.name) \(percent(share)); all classes: slt-summary.html")
        }
    }

    private mutating func addSessions() {
        heading(.sessions)
        let all = summary.sessionsToLookAt
        if all.isEmpty { page.line("   \(SLTSummary.nothingToLookAt)", indent: 3) }
        for index in all.prefix(longest) {
            let judged = context.result.sessions[index]
            page.line(
                "   \(context.title(of: judged.session)): \(summary.rulesToLookAt(judged))", indent: 6)
        }
        more(all.count, in: "slt-summary.html")
        if !all.isEmpty { page.line("   Who was in these calls when: slt-summary.html") }
    }

    private mutating func addOthers() {
        heading(.others)
        if summary.alsoFound.isEmpty { page.line("   Nothing.") } else { addColumns() }
        for count in summary.alsoFound { addCount(count) }
    }

    private mutating func addRegisters() {
        heading(.registers)
        for sentence in summary.wordsOfRegisters { page.line("   \(sentence)", indent: 6) }
    }

    private mutating func addLog() {
        heading(.log)
        page.line(
            "   \(counted(context.result.sessions.count, "session")), \(summary.complete) complete, \(summary.incomplete.count) incomplete."
        )
        for gap in summary.gaps.prefix(longest) {
            let more = gap.sessions.count > 6 ? "; and \(gap.sessions.count - 6) more: session-log.csv" : ""
            page.line(
                "   \(gap.fields) MISSING (\(gap.sessions.count)): \(gap.sessions.prefix(6).joined(separator: "; "))\(more)",
                indent: 6)
        }
        more(summary.gaps.count, in: "session-log.csv")
        if !summary.recordingsDue.isEmpty {
            page.line("   Recordings past their time: delete them, then take the place out of notes.csv.", indent: 6)
        }
        for note in summary.recordingsDue.prefix(longest) {
            page.line(
                "   recording  \(PlainText.clean(note.classText))  \(note.day.shortWithYear)  \(PlainText.clean(note.text, limit: 200))",
                indent: 6)
        }
        more(summary.recordingsDue.count)
    }

    private mutating func addLessons() {
        if !summary.lessonPages.isEmpty { heading(.lessons, " (\(summary.lessonPages.count))") }
        for lesson in summary.lessonPages.prefix(longest) {
            page.line("   \(lesson.title): \(lesson.path).txt", indent: 6)
        }
        more(summary.lessonPages.count, in: "folder \(LessonPageFile.folder)")
        page.line("")
        page.line("Seen by name = an e-mail address, an exact or a confirmed name of this class.")
        page.line(context.result.tally.line + ".")
        let now = context.zone.wallTime(of: context.result.now)
        page.line(
            "Prepared \(now.day.shortWithYear) \(now.time.short). Keep until \((now.day + context.school.settings.retentionDays).shortWithYear)."
        )
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
    row("coverage", "sessions expected", this: String(summary.scheduled))
    row("coverage", "sessions with an export", this: String(summary.checked))
    row("coverage", "sessions not on the timetable", this: String(summary.unscheduled))
    if summary.withoutList > 0 {
        row("coverage", "appointments without a list", this: String(summary.withoutList))
    }
    for name in summary.classesWithoutPupils {
        row(
            "coverage", "class without pupils", name: PlainText.clean(name), detail: "nobody is expected in its lessons"
        )
    }
    for missing in summary.missing {
        let session = context.result.sessions[missing.session].session
        row(
            "coverage", "no export", session: session, name: missing.teacher,
            detail: missing.deletion.map { "list may be deleted from \($0.iso)" } ?? "deletion date not known")
    }
    for teacher in summary.teachers {
        row(
            "coverage", "by teacher", name: teacher.name, this: String(teacher.with),
            detail: "\(teacher.without) without an export")
    }
    for count in summary.safeguarding {
        row(
            "safeguarding", count.rule.rawValue, this: String(count.thisWeek), last: last(count),
            detail: count.rule.words)
    }
    for hold in summary.holds {
        row(
            "decision", "hold", classText: PlainText.clean(hold.classText), day: hold.day,
            id: hold.pupil.map { context.pupilIDs[$0] } ?? "",
            name: context.name(of: hold),
            detail: context.text(of: hold))
    }
    for followUp in summary.withheld {
        row(
            "decision", FamilyBook.Choice.nobody.words, classText: PlainText.clean(followUp.classText),
            id: context.pupilIDs[followUp.pupil], name: context.sortName(followUp.pupil))
    }
    for followUp in summary.forSLT {
        row(
            "decision", followUp.step.rawValue, classText: PlainText.clean(followUp.classText),
            id: context.pupilIDs[followUp.pupil], name: context.sortName(followUp.pupil), detail: followUp.stepWords)
    }
    for finding in summary.doubtful + summary.support + summary.toSettle {
        row(
            "decision", finding.rule.rawValue, classText: PlainText.clean(finding.classText), day: finding.day,
            id: finding.pupil.map { context.pupilIDs[$0] } ?? "",
            name: PlainText.shown(finding.name), detail: PlainText.clean(finding.detail, limit: 600))
    }
    for device in summary.devices {
        row(
            "decision", "device every week", classText: PlainText.clean(device.classText),
            id: device.pupils.map { context.pupilIDs[$0] }.joined(separator: ";"), name: device.name,
            detail: device.sentence(context))
    }
    for entry in summary.nonJoiners {
        let followUp = entry.followUp
        row(
            "not joining", followUp.isCertain ? "certain" : "possible", classText: PlainText.clean(followUp.classText),
            day: followUp.lastJoined,
            id: context.pupilIDs[followUp.pupil], name: context.sortName(followUp.pupil),
            this: String(followUp.certainMisses.count),
            detail:
                "\(followUp.inARow) in a row; \(followUp.missedText) this week; contact made: \(entry.contactMade)\(entry.outcome.isEmpty ? "" : ": \(entry.outcome)")"
        )
    }
    for share in summary.trend {
        row(
            "trend", share.week.iso, this: percent(share.low),
            detail: "\(share.joined) of \(share.expected); at most \(percent(share.high))")
    }
    for name in summary.new { row("changed", "new", name: name) }
    for name in summary.cleared { row("changed", "no more", name: name) }
    for count in summary.others {
        row(
            "also found", count.rule.rawValue, this: String(count.thisWeek), last: last(count),
            detail: count.rule.words)
    }
    for register in summary.registers {
        for entry in register.missing {
            row(
                "not signed", register.kind.rawValue, classText: PlainText.clean(entry.classText),
                name: PlainText.shown(entry.name), detail: entry.text)
        }
    }
    for entry in summary.incomplete {
        row(
            "session log", "incomplete", session: context.result.sessions[entry.session].session,
            detail: "\(entry.fields.joined(separator: ", ")) MISSING")
    }
    for note in summary.recordingsDue {
        row(
            "session log", "recording due to be deleted", name: PlainText.clean(note.classText),
            detail: "\(note.day.iso) \(PlainText.clean(note.text, limit: 300))")
    }
    return writer.bytes
}
