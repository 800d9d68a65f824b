/// The teacher's page of one lesson: what is unsafe, whom to look for, which names to settle.
///
/// Plain text, as wide as the paper; colour only adds.
func lessonPage(_ facts: LessonFacts, _ look: LessonLook = LessonLook()) -> String { LessonPage(facts, look).text }

/// How a lesson's page is shown, and what its commands name.
struct LessonLook: Sendable {
    var hasColour = false
    var columns = TextPage.columns
    /// Exports that are not in the inbox, as they were named: a command that settles a name must name them too.
    var exports: [String] = []
    /// `whojoined settle …`; `nil`: there is no way to ask for these names again.
    var settle: String?
}

private struct LessonPage {
    let facts: LessonFacts
    let session: LinkedSession
    let context: ReportContext
    let look: LessonLook
    var page: TextPage

    init(_ facts: LessonFacts, _ look: LessonLook) {
        self.facts = facts
        (session, context, self.look) = (facts.session, facts.context, look)
        page = TextPage(colour: look.hasColour, columns: look.columns)
        addTitle()
        addDoFirst()
        addWhoJoined()
        addNotSeen()
        addLate()
        addNamesToConfirm()
        addUnnamed()
        addAlsoFound()
        addLog()
        addHostChecks()
        addEvidence()
        addSettle()
    }

    var text: String { page.text }

    private mutating func addTitle() {
        page.heading("\(facts.name)   \(facts.times)   \(session.platform?.title ?? "")")
        page.line(SharedWords.notTheRegister)
        for doubt in facts.doubts { page.line(doubt, indent: 4) }
    }

    private mutating func addDoFirst() {
        let (unsafe, holds) = (facts.unsafe, facts.holds)
        if unsafe.isEmpty && holds.isEmpty { return }
        page.line("")
        page.heading(LessonWords.doFirst.uppercased(), isAlarm: true)
        for item in unsafe {
            let times = item.times.isEmpty ? "" : "\(item.times) (\(item.length))"
            let parts = ["  * " + item.what, times, item.who].filter { !$0.isEmpty } + [item.detail]
            page.line(parts.joined(separator: "   "), indent: 6)
            if !item.clause.isEmpty { page.line("      \(LessonWords.rule(item.clause))", indent: 12) }
        }
        for hold in holds {
            page.line(
                "  * \(LessonWords.hold)   \(context.name(of: hold))   \(facts.words(of: hold)): \(SharedWords.holdRule)",
                indent: 6)
            let person = hold.pupil.map { context.pupilIDs[$0] } ?? PlainText.clean(hold.person)
            if let command = Commands.clear(person) {
                page.line("      \(LessonWords.clearedWith(command))", indent: 8)
            }
        }
    }

    private mutating func addWhoJoined() {
        page.line("")
        page.heading(LessonWords.whoJoined.uppercased())
        let counts = facts.counts
        if counts.isEmpty || facts.isUnplaced { page.line("  \(facts.nobodyExpected)") }
        if let nearest = facts.nearestLesson { page.line("  \(nearest)", indent: 6) }
        for count in counts {
            let padding = String(repeating: " ", count: max(0, 4 - String(count.number).utf8.count))
            let words = count.note.isEmpty ? count.words : PlainText.fitted(count.words, 24) + count.note
            page.line("\(padding)\(count.number)  \(words)", indent: 6)
        }
        if let range = facts.range { page.line("      \(range)", indent: 6) }
    }

    private mutating func addNotSeen() {
        let misses = facts.misses
        if misses.isEmpty { return }
        page.line("")
        let heading = PlainText.fitted(LessonWords.notSeen.uppercased(), 31)
        page.heading("\(heading)\(PlainText.fitted(LessonWords.lastLessons, 17))\(SharedWords.knownAbsence)")
        for miss in misses {
            let notes = miss.notes.isEmpty ? "" : "   \(miss.notes)"
            page.line(
                "  \(PlainText.fitted(miss.name, 28)) \(PlainText.fitted(miss.marks, 16)) \(miss.absence)\(notes)",
                indent: 6)
        }
        page.line("  (\(LessonWords.keyToMarks))")
    }

    private mutating func addLate() {
        let late = facts.late
        guard let lock = facts.lock, !late.isEmpty else { return }
        page.line("")
        page.heading("\(LessonWords.late.uppercased()) \(LessonWords.after(context.time(lock)))")
        for (time, name) in late { page.line("  \(time)  \(name)") }
    }

    private mutating func addNamesToConfirm() {
        let open = facts.namesToConfirm
        guard !open.isEmpty else { return }
        page.line("")
        page.heading("\(LessonWords.pleaseConfirm.uppercased()) (\(open.count))")
        for entrant in open {
            page.line(
                "  \"\(context.shown(entrant))\"  \(context.times(of: entrant))   \(LessonWords.couldBe(facts.candidates(of: entrant)))",
                indent: 8)
            if !entrant.link.why.isEmpty {
                page.line("        \(context.text(entrant.link.why, limit: 300))", indent: 8)
            }
            // The exact command; it is never broken into two lines, so that it can be copied.
            if !context.isForScreen {
                page.command("        \(confirmCommand(entrant, session, context, from: look.exports))")
            }
        }
    }

    private mutating func addUnnamed() {
        let unnamed = facts.unnamed
        guard !unnamed.isEmpty else { return }
        page.line("")
        page.heading("\(LessonWords.unnamedDevice.uppercased()) (\(unnamed.count))")
        for entrant in unnamed {
            page.line(
                "  \"\(context.shown(entrant))\"  \(context.times(of: entrant))   \(facts.placeOfUnnamed)", indent: 6)
        }
    }

    private mutating func addAlsoFound() {
        let found = facts.alsoFound
        guard !found.isEmpty else { return }
        page.line("")
        page.heading(LessonWords.alsoFound.uppercased())
        for item in found {
            let parts = ["  \(item.what)", item.times, item.who, item.detail].filter { !$0.isEmpty }
            page.line(parts.joined(separator: "   "), indent: 4)
        }
    }

    private mutating func addLog() {
        if facts.log.isEmpty { return }
        page.line("")
        page.heading(LessonWords.log.uppercased())
        for line in facts.log { page.line("  \(line)", indent: 12) }
    }

    private mutating func addHostChecks() {
        guard let ticks = facts.hostTicks else { return }
        page.line("")
        page.heading(LessonWords.hostChecks.uppercased() + (facts.hasNoTicks ? LessonWords.nothingNoted : ""))
        page.line("  " + ticks.prefix(5).joined(separator: "  "))
        page.line("  " + ticks.dropFirst(5).joined(separator: "  "))
        if let command = facts.commandForTicks { page.command("        \(command)") }
    }

    private mutating func addEvidence() {
        page.line("")
        page.line(facts.camera, indent: 4)
        page.line(LessonWords.staff(facts.staffTimes.joined(separator: "   ")), indent: 4)
        for line in facts.evidence { page.line(line, indent: 4) }
    }

    private mutating func addSettle() {
        guard let settle = look.settle, OpenNames.areIn(facts.judged) else { return }
        page.line("")
        page.line(LessonWords.settleThem)
        page.command("  \(settle)")
    }
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

extension JudgedSession {
    /// Without those that the safeguarding lead alone may read.
    var staffFindings: [Finding] { findings.filter { !$0.audiences.isForLeadAlone } }
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
