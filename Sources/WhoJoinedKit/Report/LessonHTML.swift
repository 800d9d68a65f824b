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
            "\(facts.session.platform?.title ?? "Platform not known"). Online-lesson record. Not the attendance register."
        )
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
        section("first", "Do first", in: &html) { html in
            for item in unsafe {
                html.paragraph(sentence(item), class: "act")
                if !item.clause.isEmpty { html.paragraph("Rule: \(item.clause)") }
            }
            for hold in holds {
                html.paragraph(
                    "HOLD: \(context.name(of: hold)), \(facts.words(of: hold)): do not admit until cleared by SLT.",
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
        section("timeline", "Who was in the call when", in: &html) { html in
            guard timeline.hasTimes else {
                html.paragraph("The export does not say when anybody came or left.")
                return
            }
            html.markup("<figure>")
            html.add(timeline.picture(id: "call", title: "\(facts.name): who was in the call when", namesPupils: true))
            html.element("figcaption", "\(timeline.summary) \(Timeline.legend)")
            html.markup("</figure>\n")
            html.markup("<details><summary>The same in words</summary>\n")
            html.table("Who was in the call, and from when to when", ["Name", "Who", "In the call"], timeline.allRows)
            html.markup("</details>\n")
        }
    }

    private func addWhoJoined(to html: inout HTMLText) {
        section("joined", "Who joined", in: &html) { html in
            let counts = facts.counts
            let unplaced = counts.isEmpty || facts.isUnplaced ? [facts.nobodyExpected] : []
            html.list(
                unplaced + [facts.nearestLesson].compactMap(\.self)
                    + counts.map { "\($0.number) \($0.words)\($0.note.isEmpty ? "" : ": \($0.note)")" })
            if let range = facts.range { html.paragraph("B\(range.dropFirst()).", class: "act") }
        }
    }

    private func addMisses(to html: inout HTMLText) {
        let misses = facts.misses
        if misses.isEmpty { return }
        section("missing", "Not seen by name", in: &html) { html in
            html.table(
                "The last five lessons: \(LessonFacts.keyToMarks.dropFirst().dropLast())",
                ["Pupil", "Last lessons", "Known absence", "Notes"],
                misses.map { [$0.name, $0.marks, $0.absence, $0.notes] })
        }
    }

    private func addLate(to html: inout HTMLText) {
        guard let lock = facts.lock, !facts.late.isEmpty else { return }
        section("late", "Late (after \(context.time(lock)))", in: &html) { html in
            html.table("First come first", ["Time", "Pupil"], facts.late.map { [$0.time, $0.name] })
        }
    }

    private func addNames(to html: inout HTMLText) {
        let (open, unnamed) = (facts.namesToConfirm, facts.unnamed)
        if open.isEmpty && unnamed.isEmpty { return }
        section("names", "Names to settle", in: &html) { html in
            html.table(
                "With whojoined settle, or whojoined confirm", ["Name", "In the call", "Could be"],
                open.map { ["\"\(context.shown($0))\"", context.times(of: $0), facts.candidates(of: $0)] }
                    + unnamed.map { ["\"\(context.shown($0))\"", context.times(of: $0), facts.placeOfUnnamed] })
        }
    }

    private func addAlsoFound(to html: inout HTMLText) {
        let found = facts.alsoFound
        if found.isEmpty { return }
        section("also", "Also found", in: &html) { html in html.list(found.map(sentence)) }
    }

    private func addLog(to html: inout HTMLText) {
        let log = facts.log
        if log.isEmpty { return }
        section("log", "What the log tells", in: &html) { html in html.list(log) }
    }

    private func addHostChecks(to html: inout HTMLText) {
        guard let ticks = facts.hostTicks else { return }
        section("checks", "Host checks", in: &html) { html in
            html.list(ticks)
            if let command = facts.commandForTicks { html.paragraph("To note them: \(command)") }
        }
    }

    private func addEvidence(to html: inout HTMLText) {
        section("evidence", "What this rests on", in: &html) { html in
            html.list([facts.camera, "Staff: \(facts.staffTimes.joined(separator: "; "))"] + facts.evidence)
        }
    }
}
