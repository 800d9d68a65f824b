/// A lesson's page as one self-contained HTML file: its timeline as a picture, then what the page as text says. No script,
/// nothing fetched; it prints on paper.
///
/// - Parameter template: the frame of every page of ours.
func lessonHTML(_ facts: LessonFacts, template: String) -> [UInt8] {
    LessonHTML(facts).content.page(title: "\(facts.name), \(facts.times)", template: template)
}

private struct LessonHTML {
    let facts: LessonFacts
    let context: ReportContext

    init(_ facts: LessonFacts) {
        self.facts = facts
        context = facts.context
    }

    var content: HTMLText {
        var html = HTMLText()
        addHeader(to: &html)
        addUnsafe(to: &html)
        addTimeline(to: &html)
        addWhoJoined(to: &html)
        addMisses(to: &html)
        addLate(to: &html)
        addNames(to: &html)
        addAlsoFound(to: &html)
        addLog(to: &html)
        addHostChecks(to: &html)
        addEvidence(to: &html)
        html.markup("</main>\n")
        return html
    }

    private func addHeader(to html: inout HTMLText) {
        html.markup("<header>")
        html.element("h1", "\(facts.name), \(facts.times)")
        html.paragraph(
            "\(facts.session.platform?.title ?? LessonWords.noPlatform). \(SharedWords.notTheRegister)")
        for doubt in facts.doubts { html.paragraph(doubt, class: "act") }
        html.markup("</header>\n<main>\n")
    }

    private func section(
        _ id: String, _ title: String, in html: inout HTMLText, _ body: (inout HTMLText) -> Void
    ) {
        html.markup("<section class=\"long\" aria-labelledby=\"\(id)\"><h2 id=\"\(id)\">")
        html.add(title)
        html.markup("</h2>\n")
        body(&html)
        html.markup("</section>\n")
    }

    private func addUnsafe(to html: inout HTMLText) {
        let (unsafe, holds) = (facts.unsafe, facts.holds)
        if unsafe.isEmpty && holds.isEmpty { return }
        section("first", LessonWords.doFirst, in: &html) { html in
            for item in unsafe {
                html.paragraph(sentence(item), class: "act")
                if !item.clause.isEmpty { html.paragraph(LessonWords.rule(item.clause).capitalised) }
            }
            for hold in holds {
                html.paragraph(
                    "\(LessonWords.hold): \(context.name(of: hold)), \(facts.words(of: hold)): \(SharedWords.holdRule).",
                    class: "act")
            }
        }
    }

    /// `Pupils without an adult, 09:20-09:21 (2 min). Pupils were …`
    private func sentence(_ item: LessonFacts.Item) -> String {
        var head = item.what
        if !item.who.isEmpty { head += ": \(item.who)" }
        if !item.times.isEmpty { head += ", \(item.times) (\(item.length))" }
        return item.detail.isEmpty ? "\(head)." : "\(head). \(item.detail)"
    }

    private func addTimeline(to html: inout HTMLText) {
        let timeline = Timeline(facts.judged, context, lock: facts.lock)
        section("timeline", SharedWords.whoWasThere, in: &html) { html in
            guard timeline.hasTimes else {
                html.paragraph(LessonWords.noTimes)
                return
            }
            html.markup("<figure>")
            let title = SharedWords.titleOfTimeline(facts.name)
            html.add(timeline.picture(id: "call", title: title, namesPupils: true))
            html.element("figcaption", "\(timeline.summary) \(SharedWords.legend)")
            html.markup("</figure>\n")
            html.markup("<details><summary>\(LessonWords.sameInWords)</summary>\n")
            html.table(LessonWords.tableOfTimes, SharedWords.columnsOfTimeline, timeline.allRows)
            html.markup("</details>\n")
        }
    }

    private func addWhoJoined(to html: inout HTMLText) {
        section("joined", LessonWords.whoJoined, in: &html) { html in
            let counts = facts.counts
            let unplaced = counts.isEmpty || facts.isUnplaced ? [facts.nobodyExpected] : []
            html.list(
                unplaced + [facts.nearestLesson].compactMap(\.self)
                    + counts.map { "\($0.number) \($0.words)\($0.note.isEmpty ? "" : ": \($0.note)")" })
            if let range = facts.range { html.paragraph("\(range.capitalised).", class: "act") }
        }
    }

    private func addMisses(to html: inout HTMLText) {
        let misses = facts.misses
        if misses.isEmpty { return }
        section("missing", LessonWords.notSeen, in: &html) { html in
            html.table(
                LessonWords.tableOfMisses(LessonWords.keyToMarks), LessonWords.columnsOfMisses,
                misses.map { [$0.name, $0.marks, $0.absence, $0.notes] })
        }
    }

    private func addLate(to html: inout HTMLText) {
        guard let lock = facts.lock, !facts.late.isEmpty else { return }
        section("late", "\(LessonWords.late) \(LessonWords.after(context.time(lock)))", in: &html) { html in
            html.table(LessonWords.firstCome, LessonWords.columnsOfLate, facts.late.map { [$0.time, $0.name] })
        }
    }

    private func addNames(to html: inout HTMLText) {
        let (open, unnamed) = (facts.namesToConfirm, facts.unnamed)
        if open.isEmpty && unnamed.isEmpty { return }
        section("names", LessonWords.namesToSettle, in: &html) { html in
            html.table(
                LessonWords.howToSettle, LessonWords.columnsOfNames,
                open.map { ["\"\(context.shown($0))\"", context.times(of: $0), facts.candidates(of: $0)] }
                    + unnamed.map { ["\"\(context.shown($0))\"", context.times(of: $0), facts.placeOfUnnamed] })
        }
    }

    private func addAlsoFound(to html: inout HTMLText) {
        let found = facts.alsoFound
        if found.isEmpty { return }
        section("also", LessonWords.alsoFound, in: &html) { html in html.list(found.map(sentence)) }
    }

    private func addLog(to html: inout HTMLText) {
        let log = facts.log
        if log.isEmpty { return }
        section("log", LessonWords.log, in: &html) { html in html.list(log) }
    }

    private func addHostChecks(to html: inout HTMLText) {
        guard let ticks = facts.hostTicks else { return }
        section("checks", LessonWords.hostChecks, in: &html) { html in
            html.list(ticks)
            if let command = facts.commandForTicks { html.paragraph(LessonWords.toNoteThem(command)) }
        }
    }

    private func addEvidence(to html: inout HTMLText) {
        section("evidence", LessonWords.evidence, in: &html) { html in
            html.list([facts.camera, LessonWords.staff(facts.staffTimes.joined(separator: "; "))] + facts.evidence)
        }
    }
}
