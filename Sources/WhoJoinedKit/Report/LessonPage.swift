/// The teacher's page of one lesson (`users.md` §3.1): what is unsafe, whom to look for, which names to settle.
///
/// Plain text, at most 80 columns; colour only adds.
func lessonPage(_ judged: JudgedSession, in result: WeekResult, colour: Bool) -> String {
    LessonPage(judged, ReportContext(result), colour: colour).text
}

private struct LessonPage {
    let judged: JudgedSession
    let session: LinkedSession
    let context: ReportContext
    var page: TextPage
    /// Those who were expected or came: not the rest of a class whose pupil had a one-to-one.
    let results: [PupilResult]
    /// Certain and possible misses.
    let missing: [PupilResult]

    init(_ judged: JudgedSession, _ context: ReportContext, colour: Bool) {
        self.judged = judged
        session = judged.session
        self.context = context
        page = TextPage(colour: colour)
        let expected = Set(judged.session.expected)
        results = judged.results.filter { expected.contains($0.pupil) || $0.status != .excused }
        missing = judged.results.filter { $0.status == .nonJoiner || $0.status == .possible }
        addTitle()
        addDoFirst()
        addWhoJoined()
        addNotSeen()
        addLate()
        addNamesToConfirm()
        addUnnamed()
        addEverythingElse()
        addEvidence()
    }

    var text: String { page.text }

    private mutating func addTitle() {
        let title = [session.classText.isEmpty ? "(no class)" : session.classText, session.subject].map {
            PlainText.clean($0)
        }.filter { !$0.isEmpty }
        let times = "\(session.day.shortWithYear), \(context.time(session.start))-\(context.time(session.end))"
        page.heading("\(title.joined(separator: "  "))   \(times)   \(session.platform?.title ?? "")")
        page.line("Online-lesson record. Not the attendance register.")
        if let doubt = judged.findings.first(where: { $0.rule == .doubtfulSession }) {
            page.line("In doubt: \(PlainText.clean(doubt.detail, limit: 600))", indent: 4)
        }
        if !session.isWhole { page.line("The export is damaged or cut short: nobody is called missing on its word.") }
    }

    // MARK: what is unsafe

    private mutating func addDoFirst() {
        let unsafe = judged.findings.filter { $0.severity == .safeguarding }
        let holds = context.holds.filter { isHere($0) }
        if unsafe.isEmpty && holds.isEmpty { return }
        page.line("")
        page.heading("DO FIRST", isAlarm: true)
        for (i, finding) in unsafe.enumerated() {
            var parts = ["  * " + capitalised(finding.rule.words)]
            if let span = finding.interval {
                parts.append(
                    "\(context.time(span.start))-\(context.time(span.end)) (\(roundedMinutes(span.seconds)) min)"
                )
            }
            if finding.subject != .session && finding.subject != .class { parts.append(PlainText.shown(finding.name)) }
            parts.append(PlainText.clean(finding.detail, limit: 600))
            page.line(parts.joined(separator: "   "), indent: 6)
            let clause = PlainText.clean(context.school.settings.policy.clause(finding.rule), limit: 300)
            let isLast = i + 1 == unsafe.count || unsafe[i + 1].rule != finding.rule
            if isLast && !clause.isEmpty { page.line("      rule: \(clause)", indent: 12) }
        }
        for hold in holds {
            page.line(
                "  * HOLD   \(context.name(of: hold))   removed \(hold.day.short): do not admit until cleared by SLT",
                indent: 6)
            if let id = hold.pupil.flatMap({ PlainText.shellWord(context.pupilIDs[$0]) }) {
                page.line("      cleared with: whojoined clear \(id)", indent: 8)
            }
        }
    }

    private func isHere(_ hold: Hold) -> Bool {
        guard hold.day <= session.day else { return false }
        if let pupil = hold.pupil {
            return session.enrolled.contains(pupil) || session.entrants.contains { $0.link.pupil == pupil }
        }
        return hold.classKeys.contains { key in session.classes.contains { $0.key == key } }
    }

    // MARK: who was there

    private mutating func addWhoJoined() {
        page.line("")
        page.heading("WHO JOINED")
        guard !results.isEmpty else {
            page.line("  nobody was expected; \(counted(session.entrants.count { !$0.onlyWaited }, "entrant"))")
            return
        }
        func row(_ count: Int, _ text: String) { page.line("\(padding(count))\(count)  \(text)", indent: 6) }
        let joined = results.count { $0.status == .joined }
        let late = judged.findings.count { $0.rule == .late }
        row(results.count, "on the roster")
        row(joined, "seen by name" + (late > 0 ? "            \(joined - late) on time, \(late) late" : ""))
        let unsure = session.entrants.count { $0.link.outcome == .ambiguous && !$0.onlyWaited }
        if unsure > 0 { row(unsure, "\(unsure == 1 ? "name" : "names") to settle         see below") }
        let excused = results.count { $0.status == .excused }
        if excused > 0 { row(excused, "known absence or another arrangement") }
        let dataless = results.count { $0.status == .noData }
        if dataless > 0 { row(dataless, "cannot tell: no usable record") }
        row(missing.count, "not seen by name")
        addBounds()
    }

    private mutating func addBounds() {
        guard !missing.isEmpty, !judged.isDoubtful else { return }
        let bounds = Bounds(judged)
        if bounds.low == bounds.high { return }
        let names = unsettled.prefix(3).map { "\"\(PlainText.shown($0.displayName.text))\"" }
        let more = unsettled.count > 3 ? " and \(unsettled.count - 3) more" : ""
        let why =
            names.isEmpty
            ? "the export is not whole"
            : "\(names.joined(separator: ", "))\(more) \(unsettled.count == 1 ? "is" : "are") not settled"
        page.line("      between \(bounds.low) and \(bounds.high) did not join: \(why)", indent: 6)
    }

    private var unsettled: [LinkedEntrant] { session.entrants.filter { isUnsettled($0) } }

    private func padding(_ count: Int) -> String { String(repeating: " ", count: max(0, 4 - String(count).utf8.count)) }

    // MARK: who was not seen

    private mutating func addNotSeen() {
        let excused = results.filter { $0.status == .excused }
        guard !missing.isEmpty || !excused.isEmpty else { return }
        page.line("")
        page.heading("NOT SEEN BY NAME               last 5 lessons   known absence")
        let history = ClassHistory(context.result, context.classes, pupils: Set((missing + excused).map(\.pupil)))
        for result in (missing + excused).sorted(by: { context.sortName($0.pupil) < context.sortName($1.pupil) }) {
            let own = context.classes.ownClass(of: result.pupil, inSession: index)
            let line = history.statuses(of: result.pupil, inClass: own).filter { $0.start <= session.start }
            let marks = line.prefix(5).map { mark($0.status) }.reversed().joined(separator: " ")
            let inARow = streak(line.map(\.status))
            var text = "  \(PlainText.fitted(context.sortName(result.pupil), 28)) \(PlainText.fitted(marks, 16)) "
            text += result.status == .excused ? "yes" : "no"
            if result.status == .excused && !result.reason.isEmpty {
                text += ": \(PlainText.clean(result.reason, limit: 40))"
            }
            var notes = inARow > 1 ? ["\(inARow) in a row"] : []
            if result.status == .possible && bounds.low < bounds.high { notes.append("may be here") }
            if context.isSEND(result.pupil) { notes.append("SEND") }
            if !notes.isEmpty { text += "   \(notes.joined(separator: ", "))" }
            page.line(text, indent: 6)
        }
        page.line("  (J joined, - not seen, e known absence, ? cannot tell)")
    }

    private var bounds: Bounds { Bounds(judged) }
    private var index: Int { context.result.sessions.firstIndex { $0.session.key == session.key } ?? 0 }

    private func mark(_ status: PupilStatus) -> String {
        switch status {
        case .joined: "J"
        case .nonJoiner: "-"
        case .excused: "e"
        case .possible, .noData: "?"
        }
    }

    /// Misses in a row up to this lesson; what cannot tell neither counts nor breaks.
    private func streak(_ newestFirst: [PupilStatus]) -> Int {
        newestFirst.prefix { $0 != .joined }.count { $0 == .nonJoiner }
    }

    private mutating func addLate() {
        let late = judged.findings.filter { $0.rule == .late }
        guard !late.isEmpty else { return }
        page.line("")
        page.heading(
            "LATE (after \(context.time(session.start + context.school.settings.policy[LateRule.afterMinutes].seconds)))"
        )
        for finding in late.sorted(by: {
            ($0.interval?.end.seconds ?? 0, $0.name) < ($1.interval?.end.seconds ?? 0, $1.name)
        }) {
            let arrival = context.fullTime(finding.interval?.end)
            page.line("  \(arrival)  \(finding.pupil.map { context.sortName($0) } ?? PlainText.shown(finding.name))")
        }
    }

    // MARK: names

    private mutating func addNamesToConfirm() {
        let open = session.entrants.filter {
            $0.link.outcome == .ambiguous && !$0.onlyWaited && !$0.link.namesAllCandidates
        }
        guard !open.isEmpty else { return }
        page.line("")
        page.heading("PLEASE CONFIRM (\(open.count))")
        for entrant in open {
            let candidates = entrant.link.candidates.prefix(4).map(context.identified)
            let more = entrant.link.candidates.count > 4 ? " or \(entrant.link.candidates.count - 4) more" : ""
            page.line(
                "  \"\(PlainText.shown(entrant.displayName.text))\"  \(span(of: entrant))   could be: \(candidates.joined(separator: "; "))\(more)",
                indent: 8)
            if !entrant.link.why.isEmpty {
                page.line("        \(PlainText.clean(entrant.link.why, limit: 300))", indent: 8)
            }
            addConfirmCommand(entrant)
        }
    }

    /// The exact command; it is never broken into two lines, so that it can be copied.
    private mutating func addConfirmCommand(_ entrant: LinkedEntrant) {
        guard let name = PlainText.shellWord(entrant.displayName.text) else {
            page.line("        settle it in decisions.csv: the name holds characters that a command cannot", indent: 8)
            return
        }
        let own = session.classes.first.flatMap { PlainText.shellWord($0.text) }.map { " --class \($0)" } ?? ""
        let id =
            entrant.link.candidates.count == 1
            ? PlainText.shellWord(context.pupilIDs[entrant.link.candidates[0]]) ?? "ID" : "ID"
        // What begins with a dash would be taken for an option.
        let isOption = entrant.displayName.text.utf8.first == .hyphen
        page.command(
            isOption
                ? "        whojoined confirm\(own) --as \(id) -- \(name)"
                : "        whojoined confirm \(name)\(own) --as \(id)")
    }

    private mutating func addUnnamed() {
        let unnamed = session.entrants.filter { $0.link.outcome == .unnamed && !$0.onlyWaited }
        guard !unnamed.isEmpty else { return }
        page.line("")
        page.heading("UNNAMED DEVICE (\(unnamed.count))")
        for entrant in unnamed {
            let rest = missing.isEmpty ? "nobody is missing" : "cannot be told from the \(missing.count) above"
            page.line("  \"\(PlainText.shown(entrant.displayName.text))\"  \(span(of: entrant))   \(rest)", indent: 6)
        }
    }

    private func span(of entrant: LinkedEntrant) -> String {
        guard let from = entrant.stays.compactMap(\.stay.joined).min() else { return "time not known" }
        guard let to = entrant.stays.compactMap(\.stay.left).max() else { return "\(context.time(from))-" }
        return "\(context.time(from))-\(context.time(to))"
    }

    // MARK: the rest

    private mutating func addEverythingElse() {
        let shown: Set<RuleID> = [
            .nonJoiner, .late, .needsALook, .unnamed, .cameraUnknown, .cameraOff, .doubtfulSession,
        ]
        let rest = judged.findings.filter { $0.severity != .safeguarding && !shown.contains($0.rule) }
        guard !rest.isEmpty else { return }
        page.line("")
        page.heading("ALSO FOUND")
        for finding in rest {
            var parts = ["  \(capitalised(finding.rule.words))"]
            if let span = finding.interval { parts.append("\(context.time(span.start))-\(context.time(span.end))") }
            if finding.subject != .session && finding.subject != .class { parts.append(PlainText.shown(finding.name)) }
            let detail = PlainText.clean(finding.detail, limit: 600)
            if !detail.isEmpty { parts.append(detail) }
            page.line(parts.joined(separator: "   "), indent: 4)
        }
    }

    private mutating func addEvidence() {
        page.line("")
        let off = judged.findings.filter { $0.rule == .cameraOff }
        let canTell =
            session.exports.contains { $0.abilities.camera }
            || session.entrants.contains { camera(of: $0.stays) != .unknown }
        if !off.isEmpty {
            page.line("Camera off: \(off.map { PlainText.shown($0.name) }.joined(separator: ", ")).", indent: 4)
        } else {
            page.line(
                canTell
                    ? "Camera: recorded; nobody below the policy's share."
                    : "Camera: not recorded (the export does not say).")
        }
        page.line("Staff: \(staffTimes())", indent: 4)
        let stays = session.entrants.reduce(0) { $0 + $1.stays.count }
        let people = session.entrants.count { !$0.onlyWaited }
        page.line(
            "\(counted(people, "entrant")), \(counted(stays, "stay")); \(counted(session.exports.count, "export")) placed by \(PlainText.clean(session.placedBy)).",
            indent: 4)
        for export in session.exports where export.dates.isAmbiguous {
            page.line(
                "Dates read as \(dateOrder(export.dates.order)) (\(PlainText.clean(export.dates.decidedBy))).",
                indent: 4)
        }
    }

    private func dateOrder(_ order: DateDecision.Order) -> String {
        order == .monthFirst ? "month/day" : order == .dayFirst ? "day/month" : "written"
    }

    /// `Mary Whitmore 08:55-10:03 (left last)   Kofi Osei 08:58-09:41`
    private func staffTimes() -> String {
        let staff = session.entrants.filter { $0.link.outcome == .staff && !$0.onlyWaited }
        guard !staff.isEmpty else { return "nobody of the staff list was seen in the call." }
        let last = staff.compactMap { $0.stays.compactMap(\.stay.left).max() }.max()
        return staff.map { entrant in
            let name = entrant.link.staff.map { context.staffNames[$0] } ?? PlainText.shown(entrant.displayName.text)
            let isLast = last != nil && entrant.stays.compactMap(\.stay.left).max() == last
            return "\(name) \(span(of: entrant))\(isLast && staff.count > 1 ? " (left last)" : "")"
        }.joined(separator: "   ")
    }

    private func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}

/// An entrant who may be one of the missing pupils: unnamed, or a name (or a parent's account) still to be settled.
func isUnsettled(_ entrant: LinkedEntrant) -> Bool {
    if entrant.onlyWaited || entrant.link.isGuest { return false }
    let link = entrant.link
    return link.outcome == .unnamed && !link.isProgramme || link.outcome == .contact
        || link.outcome == .ambiguous && !link.namesAllCandidates
}

extension LinkedSession {
    /// How many people are unsettled: a device that was there twice at once is two.
    var unsettledCount: Int { entrants.reduce(0) { isUnsettled($1) ? $0 + $1.link.atOnce : $0 } }
}

/// How many pupils did not join: certain misses, and the possible ones less the entrants that they may be.
struct Bounds: Sendable, Equatable {
    var low: Int
    var high: Int

    init(low: Int, high: Int) {
        self.low = low
        self.high = high
    }

    init(_ judged: JudgedSession) {
        let certain = judged.results.count { $0.status == .nonJoiner }
        let possible = judged.results.count { $0.status == .possible }
        low =
            judged.isDoubtful
            ? 0 : judged.session.isWhole ? certain + max(0, possible - judged.unsettledCount) : certain
        high = certain + possible
    }
}
