import DelimitedText

/// `slt-summary.txt`: one page, what is unsafe first, the limits of the data said.
func sltText(_ summary: SLTSummary) -> [UInt8] {
    var writer = SLTTextWriter(summary)
    return writer.write()
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
        addCoverage()
        addSafeguarding()
        addDecisions()
        addNonJoiners()
        addTrend()
        addChanges()
        addOthers()
        addRegisters()
        addLog()
        return page.bytes
    }

    private mutating func heading(_ title: String) {
        page.line("")
        page.heading(title)
    }

    private mutating func addCoverage() {
        heading("1. COVERAGE")
        if summary.scheduled == 0 && summary.unscheduled == 0 {
            page.line("   No online session was expected this week and no export is here.")
            return
        }
        page.line(
            "   \(summary.checked) of \(counted(summary.scheduled, "session")) checked; \(summary.missing.count) without an export, \(summary.unscheduled) not on the timetable."
        )
        if summary.withoutList > 0 {
            page.line(
                "   \(summary.heldElsewhere) besides, of which no list can be had.")
        }
        for teacher in summary.teachers.prefix(longest) {
            page.line(
                "   \(PlainText.fitted(teacher.name, 28)) \(teacher.with) with, \(teacher.without) without an export",
                indent: 6)
        }
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
        if count > longest { page.line("   and \(count - longest) more: \(file)") }
    }

    private mutating func addSafeguarding() {
        heading("2. SAFEGUARDING                                   this week   last week")
        addCompared()
        for count in summary.safeguarding {
            page.line(
                "   \(PlainText.fitted(count.rule.words, 46)) \(right(count.thisWeek, 9)) \(lastWeek(count))"
            )
            let examples = count.findings.prefix(6).map { example($0) }
            if !examples.isEmpty {
                page.line(
                    "       \(examples.joined(separator: " | "))\(count.findings.count > 6 ? " | and \(count.findings.count - 6) more" : "")",
                    indent: 7)
            }
        }
        if summary.safeguarding.isEmpty { page.line("   no rule of this kind is on") }
    }

    private func example(_ finding: Finding) -> String {
        var text =
            "\(PlainText.clean(finding.classText)) \(finding.day.short)\(finding.start.map { " " + context.time($0) } ?? "")"
        if let span = finding.interval { text += " \(roundedMinutes(span.seconds)) min" }
        if finding.subject != .session && finding.subject != .class { text += " \(PlainText.shown(finding.name))" }
        return text
    }

    private func lastWeek(_ count: SLTSummary.RuleCount) -> String {
        summary.comparedWeek == nil ? right("-", 11) : right(String(count.lastWeek), 11)
    }

    private mutating func addCompared() {
        if let text = summary.comparison { page.line("   \(text)") }
    }

    private func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.utf8.count)) + text
    }

    private func right(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: " ", count: max(0, width - digits.utf8.count)) + digits
    }

    private mutating func addDecisions() {
        heading("3. YOUR DECISION")
        for hold in summary.holds.prefix(longest) {
            let text = context.text(of: hold)
            let why = text.isEmpty ? "" : " (\(text))"
            page.line(
                "   [ ] \(context.name(of: hold))   removed \(hold.day.short)\(why). HOLD until you clear it.",
                indent: 7)
        }
        for followUp in summary.withheld.prefix(longest) {
            page.line(
                "   [ ] \(context.sortName(followUp.pupil))   \(PlainText.clean(followUp.classText))   to follow up, but \(FamilyBook.Choice.nobody.words)",
                indent: 7)
        }
        for followUp in summary.forSLT.prefix(longest) {
            page.line(
                "   [ ] \(context.sortName(followUp.pupil))   \(PlainText.clean(followUp.classText))   \(followUp.stepWords)",
                indent: 7)
        }
        for finding in summary.doubtful.prefix(longest) {
            page.line(
                "   [ ] \(PlainText.clean(finding.classText)) \(finding.day.short)\(finding.start.map { " " + context.time($0) } ?? "")   \(PlainText.clean(finding.detail, limit: 300))",
                indent: 7)
        }
        for finding in summary.support.prefix(longest) {
            page.line(
                "   [ ] \(PlainText.shown(finding.name))   \(PlainText.clean(finding.classText))   support: \(PlainText.clean(finding.detail, limit: 300))",
                indent: 7)
        }
        if !summary.toSettle.isEmpty {
            page.line(
                "   [ ] \(counted(summary.toSettle.count, "name")) to settle (findings.csv, rule needs-a-look)",
                indent: 7)
        }
        if summary.holds.isEmpty && summary.withheld.isEmpty && summary.forSLT.isEmpty && summary.support.isEmpty
            && summary.toSettle.isEmpty
            && summary.doubtful.isEmpty
        {
            page.line("   nothing waits for you")
        }
    }

    private mutating func addNonJoiners() {
        heading("4. PUPILS NOT JOINING (3 or more; known absences left out)")
        if !summary.nonJoiners.isEmpty {
            page.line("   in a row  missed   pupil                      class     contact made   joined")
        }
        for entry in summary.nonJoiners.prefix(longest) {
            let followUp = entry.followUp
            let possible = followUp.misses.count - followUp.certainMisses.count
            let missed = "\(followUp.certainMisses.count) of \(followUp.sessionsExpected)"
            var line =
                "   \(right(followUp.inARow, 6))    \(PlainText.fitted(missed, 8)) \(PlainText.fitted(context.sortName(followUp.pupil), 26)) \(PlainText.fitted(PlainText.clean(followUp.classText), 9))"
            line +=
                " \(PlainText.fitted(entry.isWithheld ? "see 3." : entry.contactMade, 14)) \(followUp.lastJoined.map { "\($0.day) \(Day.monthNames[$0.month - 1].prefix(3))" } ?? "not known")"
            if !entry.outcome.isEmpty { line += "   \(entry.outcome)" }
            if possible > 0 { line += "   cannot tell \(possible)" }
            page.line(line, indent: 22)
        }
        more(summary.nonJoiners.count)
        let unsure = summary.fewerPossible > 0 ? "; of \(summary.fewerPossible) more it cannot be told" : ""
        page.line("   others who missed 1 or 2: \(summary.fewerMisses)\(unsure) (classes/*/parents.txt)", indent: 6)
    }

    private mutating func addTrend() {
        heading("5. TREND        seen by name, of those expected")
        let weeks = summary.trend.suffix(6).map { "\($0.week.iso.suffix(3)) \(percent($0.low))" }
        page.line("   \(weeks.isEmpty ? "nothing to show yet" : weeks.joined(separator: "   "))")
        if let now = summary.trend.last, now.week == context.result.week, now.high > now.low {
            page.line("   range if every unnamed device were a pupil: \(percent(now.low)) to \(percent(now.high))")
        }
        if let lowest = summary.classes.first, let share = lowest.thisWeek(context.result.week),
            summary.classes.count > 1
        {
            page.line("   lowest this week: \(lowest.name) \(percent(share))")
        }
    }

    private mutating func addChanges() {
        heading("6. CHANGED SINCE LAST WEEK (pupils not joining, 3 or more)")
        func names(_ all: [String]) -> String {
            all.isEmpty
                ? "none" : all.prefix(8).joined(separator: "; ") + (all.count > 8 ? "; and \(all.count - 8) more" : "")
        }
        guard summary.comparedWeek != nil else {
            page.line("   no earlier week")
            return
        }
        page.line("   new:      \(names(summary.new))", indent: 13)
        page.line("   no more:  \(names(summary.cleared))", indent: 13)
    }

    private mutating func addOthers() {
        guard !summary.others.isEmpty else { return }
        heading("7. ALSO FOUND                                     this week   last week")
        for count in summary.others {
            page.line(
                "   \(PlainText.fitted(count.rule.words, 46)) \(right(count.thisWeek, 9)) \(lastWeek(count))"
            )
        }
    }

    private mutating func addRegisters() {
        guard !summary.registers.isEmpty else { return }
        heading("BEFORE THE NEXT CALL")
        for register in summary.registers { page.line("   \(register.sentence)", indent: 6) }
    }

    private mutating func addLog() {
        heading("SESSION LOG")
        page.line(
            "   \(counted(context.result.sessions.count, "session")), \(summary.complete) complete, \(summary.incomplete.count) incomplete."
        )
        for entry in summary.incomplete.prefix(longest) {
            page.line(
                "   \(context.title(of: context.result.sessions[entry.session].session)): \(entry.fields.joined(separator: ", ")) MISSING",
                indent: 6)
        }
        more(summary.incomplete.count)
        if !summary.recordingsDue.isEmpty {
            page.line("   Recordings past their time: delete them, then take the place out of notes.csv.", indent: 6)
        }
        for note in summary.recordingsDue.prefix(longest) {
            page.line(
                "   recording  \(PlainText.clean(note.classText))  \(note.day.shortWithYear)  \(PlainText.clean(note.text, limit: 200))",
                indent: 6)
        }
        more(summary.recordingsDue.count)
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
