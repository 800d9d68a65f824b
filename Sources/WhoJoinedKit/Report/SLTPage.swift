/// `slt-summary.html`: the summary as one self-contained page with pictures, without scripts or outside resources.
///
/// Every element and attribute that the page can hold is in its last part ("How to read this page"), whatever the week
/// was like: a page with an element more than that was altered by somebody's name.
func sltHTML(_ summary: SLTSummary, template: String) -> [UInt8] {
    var page = SLTPage(summary)
    return page.write(template)
}

private struct SLTPage {
    let summary: SLTSummary
    let context: ReportContext
    var html = HTMLText()
    /// Pictures stop when the page has this many bytes, so that it stays under 1 MB.
    private let pictureLimit = 600_000
    private let longest = 200

    init(_ summary: SLTSummary) {
        self.summary = summary
        context = summary.context
    }

    private var title: String {
        SLTWords.title(context.school.settings.name, context.result.week)
    }

    mutating func write(_ template: String) -> [UInt8] {
        addHeader()
        addHeadline()
        addSafeguarding()
        addDecisions()
        addNonJoiners()
        addTrend()
        addPictures()
        addCoverage()
        addOthers()
        addRegisters()
        addLog()
        addLessons()
        addKey()
        return html.page(title: title, template: template)
    }

    private mutating func section(_ section: SLTSection, _ rest: String = "") {
        begin(section.mark, section.heading + rest)
    }

    private mutating func begin(_ mark: String, _ title: String, class name: String = "long") {
        html.markup("<section class=\"\(name)\" aria-labelledby=\"\(mark)\"><h2 id=\"\(mark)\">")
        html.add(title)
        html.markup("</h2>\n")
    }

    private mutating func endSection() { html.markup("</section>\n") }

    private mutating func addHeader() {
        html.markup("<header>")
        html.element("h1", title)
        html.paragraph(SLTWords.daysAndReader(context.result.week))
        html.paragraph(SLTWords.limitsOfPage)
        html.paragraph(summary.coverage, class: summary.missing.isEmpty ? "fine" : "act")
        html.markup("</header>\n<main>\n")
    }

    private mutating func addHeadline() {
        let headline = SLTHeadline(summary)
        begin("headline", SLTWords.needsYou, class: "box")
        if headline.items.isEmpty { html.paragraph(SLTWords.nothingNeedsYou, class: "fine") }
        if !headline.items.isEmpty { html.markup("<ul>") }
        for item in headline.items {
            html.markup("<li>")
            html.add("\(item.text) ")
            html.link("#\(item.section.mark)", "[\(item.section.rawValue)]")
            html.markup("</li>\n")
        }
        if !headline.items.isEmpty { html.markup("</ul>\n") }
        html.paragraph(headline.change, class: "fine")
        if !headline.zeros.isEmpty { html.paragraph(headline.zeros) }
        endSection()
    }

    private mutating func addCoverage() {
        section(.coverage)
        html.paragraph(summary.coverage, class: summary.missing.isEmpty ? "fine" : "act")
        if summary.withoutList > 0 {
            html.paragraph(SLTWords.withoutList(summary.heldElsewhere))
        }
        if !summary.teachers.isEmpty {
            html.table(
                SLTWords.byTeacher, SLTWords.columnsOfTeachers, numeric: [1, 2],
                summary.teachers.prefix(longest).map { [$0.name, String($0.with), String($0.without)] })
            more(summary.teachers.count - longest)
        }
        if let sentence = summary.withoutPupils { html.paragraph(sentence, class: "act") }
        if !summary.missing.isEmpty {
            html.table(
                SLTWords.withoutExport, SLTWords.columnsOfMissing,
                summary.missing.prefix(longest).map { missing in
                    let session = context.result.sessions[missing.session].session
                    return [
                        context.title(of: session), missing.teacher, session.platform?.title ?? "",
                        missing.deletion?.shortWithYear ?? SharedWords.notKnown,
                    ]
                })
            more(summary.missing.count - longest)
        }
        endSection()
    }

    /// What a list leaves out, and where it stands.
    private mutating func more(_ rest: Int, in file: String = "slt-summary.csv") {
        if rest > 0 { html.paragraph("\(SharedWords.more(rest, in: file).capitalised).") }
    }

    private mutating func addSafeguarding() {
        section(.safeguarding, " (\(summary.safeguardingCount))")
        if let text = summary.comparison { html.paragraph(text) }
        if !summary.safeguardingShown.isEmpty {
            html.table(
                SLTWords.findingsOfWeeks, SLTWords.columnsOfRulesAndPlaces, numeric: [1, 2],
                summary.safeguardingShown.map { count in
                    let examples = count.findings.prefix(8).map(context.example)
                    let rest = count.findings.count - examples.count
                    let more = rest > 0 ? [SharedWords.more(rest, in: "findings.csv")] : []
                    return [
                        count.rule.words, String(count.thisWeek), lastWeek(count),
                        (examples + more).joined(separator: " | "),
                    ]
                })
        }
        if summary.safeguarding.isEmpty { html.paragraph(SLTWords.noRuleOn) }
        if !summary.nothingOf.isEmpty { html.paragraph(summary.nothingOf) }
        endSection()
    }

    private func lastWeek(_ count: SLTSummary.RuleCount) -> String {
        summary.comparedWeek == nil ? "-" : String(count.lastWeek)
    }

    private mutating func addDecisions() {
        section(.decisions, " (\(summary.decisionCount))")
        if summary.decisionCount == 0 { html.paragraph(SLTWords.nothingWaits, class: "fine") }
        for decision in summary.decisions {
            html.element("h3", "\(decision.cause) (\(decision.items.count))")
            html.list(decision.items.prefix(longest).map { $0.replacing("   ", with: ", ") })
            more(decision.items.count - longest, in: decision.file)
        }
        endSection()
    }

    private mutating func addNonJoiners() {
        section(.notJoining)
        if summary.nonJoiners.isEmpty {
            html.paragraph(SLTWords.nobodyMissedOften, class: "fine")
        } else {
            html.table(
                SLTWords.missedOften, SLTWords.columnsOfPupils, numeric: [0],
                summary.nonJoiners.prefix(longest).map { entry in
                    let followUp = entry.followUp
                    return [
                        String(followUp.inARow),
                        followUp.missedText,
                        context.sortName(followUp.pupil),
                        PlainText.clean(followUp.classText),
                        entry.isWithheld
                            ? SLTWords.seePart(.decisions)
                            : [entry.contactMade, entry.outcome].filter { !$0.isEmpty }.joined(separator: ": "),
                        followUp.lastJoined?.short ?? SharedWords.notKnown,
                    ]
                })
        }
        more(summary.nonJoiners.count - longest)
        let others = SLTWords.others(summary.fewerMisses, cannotTell: summary.fewerPossible)
        html.paragraph("\(others).")
        html.paragraph(
            summary.comparedWeek == nil
                ? SLTWords.notChanged : SLTWords.changed(new: names(summary.new), cleared: names(summary.cleared)))
        endSection()
    }

    private func names(_ all: [String]) -> String {
        if all.isEmpty { return SharedWords.none }
        let more = all.count > 20 ? [SharedWords.more(all.count - 20, in: "slt-summary.csv")] : []
        return (all.prefix(20) + more).joined(separator: "; ")
    }

    // MARK: pictures

    private mutating func addTrend() {
        section(.trend)
        let now = summary.trend.last { $0.week == context.result.week }
        let said = now.map { share in
            SLTWords.seenThisWeek(percent(share.low), share.high > share.low ? percent(share.high) : nil)
        }
        html.paragraph(said ?? SLTWords.nobodyExpected)
        html.markup("<figure>")
        html.add(
            trendPicture(summary.trend, id: "tr", height: 150, class: "wide", title: SLTWords.trendTitle))
        html.element("figcaption", SLTWords.trendCaption)
        html.markup("</figure>\n")
        addTable(
            SLTWords.figuresOfPicture, SLTWords.columnsOfFigures, numeric: [1, 2, 3, 4], summary.trend.map(figures))
        addClassTrends()
        endSection()
    }

    private func figures(_ share: SLTSummary.Share) -> [String] {
        [share.week.iso, String(share.joined), String(share.expected), percent(share.low), percent(share.high)]
    }

    private mutating func addTable(_ title: String, _ columns: [String], numeric: Set<Int> = [], _ rows: [[String]]) {
        html.markup("<details><summary>")
        html.add(title)
        html.markup("</summary>")
        html.table(title, columns, numeric: numeric, rows)
        html.markup("</details>\n")
    }

    private mutating func addClassTrends() {
        let most = 120
        let shown = summary.classes.prefix(most)
        html.beginScroll(SLTWords.byClass)
        html.markup("<table><caption>\(SLTWords.byClassCaption)</caption><thead><tr>")
        for column in SLTWords.columnsOfClasses { html.markup("<th scope=\"col\" class=\"t\">\(column)</th>") }
        html.markup("</tr></thead><tbody>\n")
        for (i, trend) in shown.enumerated() {
            html.markup("<tr><td class=\"t\">")
            html.add(trend.name)
            html.markup("</td><td class=\"t\">")
            html.add(trend.thisWeek(context.result.week).map(percent) ?? SLTWords.noData)
            html.markup("</td><td class=\"t\">")
            html.add(
                trendPicture(
                    trend.weeks, id: "c\(i)", height: 44, class: "mini",
                    title: SLTWords.trendTitle(of: trend.name)))
            html.markup("</td></tr>\n")
        }
        html.markup("</tbody></table></div>\n")
        more(summary.classes.count - most, in: "pupils.csv")
        addTable(
            SLTWords.figuresOfPictures, SLTWords.columnsOfClassFigures, numeric: [2, 3, 4, 5],
            shown.flatMap { trend in trend.weeks.map { [trend.name] + figures($0) } })
    }

    private func trendPicture(_ weeks: [SLTSummary.Share], id: String, height: Int, class name: String, title: String)
        -> Picture
    {
        let said = weeks.map { "\($0.week.iso) \(percent($0.low))" }.joined(separator: ", ")
        var picture = Picture(
            id: id, height: height, class: name, title: title, description: said.isEmpty ? SLTWords.noData : said)
        let isWide = name == "wide"
        let (top, bottom) = isWide ? (18, height - 22) : (7, height - 7)
        // The scale's figures stand at the left of the wide picture.
        let left = isWide ? 0.11 : 0.0
        func x(_ i: Int) -> Double { left + (1 - left) * (Double(i) + 0.5) / Double(max(weeks.count, 1)) }
        func y(_ value: Double) -> Int { bottom - Int((Double(bottom - top) * min(value, 1)).rounded()) }
        for share in [0.0, 0.5, 1.0] {
            picture.level(at: y(share))
            if isWide { picture.label(percent(share), at: 0, y: y(share) - 3) }
        }
        for i in weeks.indices.dropFirst() {
            picture.stroke("way", from: (x(i - 1), y(weeks[i - 1].low)), to: (x(i), y(weeks[i].low)))
        }
        for (i, share) in weeks.enumerated() {
            if share.high > share.low {
                picture.bar(
                    "range", from: x(i) - 0.012, to: x(i) + 0.012, y: y(share.high),
                    height: max(1, y(share.low) - y(share.high)))
            }
            picture.dot(at: x(i), y: y(share.low))
            // On a telephone twelve weeks have no room beside each other: every other stands a line higher.
            let isHigh = (weeks.count - 1 - i) % 2 == 1 && weeks.count > 6
            if isWide && !isHigh {
                picture.label(String(share.week.iso.suffix(3)), at: x(i), y: height - 4, anchor: "middle")
            }
            if isWide {
                picture.label(
                    percent(share.low), at: x(i), y: y(share.low) + (share.low > 0.3 && !isHigh ? 18 : -8),
                    anchor: "middle")
            }
        }
        return picture
    }

    private mutating func addPictures() {
        section(.sessions)
        let all = summary.sessionsToLookAt
        html.paragraph(all.isEmpty ? SLTWords.nothingToLookAt : SLTWords.worstFirst)
        var shown = 0
        for index in all {
            if html.bytes.count > pictureLimit || shown == 40 { break }
            let judged = context.result.sessions[index]
            let timeline = Timeline(judged, context)
            let title = context.title(of: judged.session)
            html.element("h3", title)
            html.paragraph(summary.rulesToLookAt(judged), class: "act")
            html.markup("<figure>")
            html.add(timeline.picture(id: "s\(shown)", title: SharedWords.titleOfTimeline(title)))
            html.markup("</figure>\n")
            addTable(SharedWords.whoWasThere, SharedWords.columnsOfTimeline, timeline.rows)
            shown += 1
        }
        if all.count > shown { html.paragraph(SLTWords.moreSessions(all.count - shown)) }
        endSection()
    }

    // MARK: the rest

    private mutating func addOthers() {
        section(.others)
        if summary.alsoFound.isEmpty {
            html.paragraph(SLTWords.nothing, class: "fine")
        } else {
            html.table(
                SLTWords.findingsOfWeeks, SLTWords.columnsOfRules, numeric: [1, 2],
                summary.alsoFound.map { [$0.rule.words, String($0.thisWeek), lastWeek($0)] })
        }
        endSection()
    }

    private mutating func addRegisters() {
        section(.registers)
        html.list(summary.wordsOfRegisters)
        endSection()
    }

    private mutating func addLog() {
        section(.log)
        let sessions = SharedWords.sessions(context.result.sessions.count)
        html.paragraph("\(sessions): \(SLTWords.log(complete: summary.complete, incomplete: summary.incomplete.count))")
        if !summary.gaps.isEmpty {
            addTable(
                SLTWords.gaps, SLTWords.columnsOfGaps, numeric: [1],
                summary.gaps.prefix(longest).map { gap in
                    let rest = gap.sessions.count - 20
                    let more = rest > 0 ? [SharedWords.more(rest, in: "session-log.csv")] : []
                    return [
                        gap.fields, String(gap.sessions.count),
                        (gap.sessions.prefix(20) + more).joined(separator: "; "),
                    ]
                })
            more(summary.gaps.count - longest, in: "session-log.csv")
        }
        if !summary.recordingsDue.isEmpty {
            addTable(
                SLTWords.recordings, SLTWords.columnsOfRecordings,
                summary.recordingsDue.prefix(longest).map {
                    [
                        PlainText.clean($0.classText), $0.day.shortWithYear, PlainText.clean($0.text, limit: 300),
                    ]
                })
            more(summary.recordingsDue.count - longest)
        }
        html.paragraph("\(context.result.tally.line). \(summary.prepared)")
        endSection()
    }

    /// The pages that teachers have filed, each a file beside this one.
    private mutating func addLessons() {
        if summary.lessonPages.isEmpty { return }
        section(.lessons, " (\(summary.lessonPages.count))")
        html.markup("<ul>")
        for page in summary.lessonPages {
            html.markup("<li>")
            html.link("\(page.path).html", page.title)
            html.markup("</li>\n")
        }
        html.markup("</ul>\n")
        endSection()
    }

    /// One of everything, explained: the same on every page.
    private mutating func addKey() {
        begin("key", SLTWords.howToRead)
        html.list([SLTWords.seenByNameExplained])
        html.markup("<p>")
        html.link("#headline", SLTWords.toTheTop)
        html.markup("</p>\n")
        html.element("h3", SLTWords.pictures)
        var key = Picture(id: "key", height: 128, title: SLTWords.keyTitle, description: SLTWords.keyDescription)
        for (i, entry) in SLTWords.key.enumerated() {
            key.bar(entry.0, from: 0, to: 0.2, y: 6 + i * 20, height: 10)
            key.label(entry.1, at: 0.23, y: 16 + i * 20)
        }
        key.stroke("way", from: (0, 116), to: (0.2, 116))
        key.dot(at: 0.1, y: 116)
        key.upright(at: 0.2, from: 108)
        key.label(SharedWords.seen, at: 0.23, y: 120)
        html.markup("<figure>")
        html.add(key)
        html.element("figcaption", SLTWords.keyCaption)
        html.markup("</figure>\n")
        addTable(SLTWords.words, SLTWords.columnsOfWords, SLTWords.meanings)
        endSection()
        html.markup("</main>\n")
    }
}
