/// The answer: session by session, evidence as `file:line`.
struct WhyPage {
    /// Something that is known of a session, in words.
    struct Fact {
        var name: String
        var text: String
        /// For a table, where people read other words.
        var inTable: String?
        /// The same of the name.
        var nameInTable: String?
        /// It belongs to the fact before it: on the page its name is not written.
        var isMore = false
    }

    /// What is known of one session; of the whole week without one.
    struct Part {
        var session: LinkedSession?
        var facts: [Fact] = []
    }

    let result: WeekResult
    let only: ClassCode?
    private let pupils: Set<Pupil.Index>
    private let staff: Set<StaffMember.Index>
    private let wanted: String
    private var parts: [Part] = []
    private(set) var hasAnswer = false

    init(_ who: String, _ result: WeekResult, only: ClassCode?) {
        self.result = result
        self.only = only
        let lookup = PersonLookup(school: result.school)
        pupils = Set(lookup.pupilsMeant(by: who))
        staff = Set(lookup.staffMeant(by: who))
        wanted = personKey(PlainText.copied(withoutFormulaGuard(who)))
    }

    mutating func write() {
        for judged in result.sessions
        where only.map({ code in judged.session.classes.contains { $0.key == code.key } }) ?? true {
            let about = judged.session.entrants.filter(isWanted)
            let own = judged.results.filter { pupils.contains($0.pupil) }
            if about.isEmpty && own.isEmpty { continue }
            hasAnswer = true
            add(judged.session)
            for pupil in own { add(pupil, judged) }
            for entrant in about { add(entrant, judged.session) }
            // Who was renamed is asked for by either name.
            let names = Set(about.map { personKey(PlainText.copied($0.displayName.text)) } + [wanted])
            let findings = judged.staffFindings.filter { finding in
                finding.pupil.map { pupils.contains($0) } ?? false || finding.staff.map { staff.contains($0) } ?? false
                    || names.contains(personKey(PlainText.copied(finding.name)))
            }
            for finding in findings { add(finding) }
        }
        let weekly = result.weeklyFindings.filter {
            !$0.audiences.isForLeadAlone && ($0.pupil.map { pupils.contains($0) } ?? false)
        }
        if !weekly.isEmpty { parts.append(Part()) }
        for finding in weekly { add(finding) }
    }

    /// Names like the one that nobody had: of the sessions asked for, then of the roster.
    static func nearest(to who: String, in result: WeekResult, only: ClassCode?) -> [String] {
        let sessions = result.sessions.map(\.session).filter { session in
            only.map { code in session.classes.contains { $0.key == code.key } } ?? true
        }
        let there = sessions.flatMap(\.entrants).map {
            NearNames.Name(shown: PlainText.shown($0.nameInExport), forms: $0.entrant.shownNames)
        }
        let names = NearNames(there).nearest(to: who) + PersonLookup(school: result.school).nearest(to: who)
        return Array(names.prefix(3))
    }

    // MARK: Forms

    /// What the whole comes to: one sentence for each pupil, and for a name that is nobody's in particular.
    private var sentences: [String] {
        let sessions = result.sessions.filter { judged in
            only.map { code in judged.session.classes.contains { $0.key == code.key } } ?? true
        }
        let ofPupils = pupils.sorted().map { pupil in
            let own = sessions.flatMap { judged in
                judged.results.filter { $0.pupil == pupil }.map { (day: judged.session.day, status: $0.status) }
            }
            return "\(name(pupil)): \(JoiningSentence(own.sorted { $0.day < $1.day }).text)."
        }
        if !ofPupils.isEmpty || !staff.isEmpty { return ofPupils }
        let there = sessions.map(\.session).flatMap { session in
            session.entrants.filter { $0.isCalled(wanted) && !$0.onlyWaited }.map { (session.day, $0) }
        }
        guard let first = there.first else { return [] }
        let days = there.map(\.0.weekdayName).joined(separator: ", ")
        let outcomes = Set(there.map(\.1.link.outcome.words)).sorted().joined(separator: ", ")
        return [WhyWords.entrant(PlainText.shown(first.1.nameInExport), there.count, days, outcomes)]
    }

    var lines: [String] {
        var lines = sentences
        for part in parts {
            if let session = part.session {
                if !lines.isEmpty { lines.append("") }
                let start = result.school.settings.zone.time(of: session.start).short
                lines.append(
                    "\(PlainText.shown(session.classText.isEmpty ? SharedWords.noClass : session.classText))  \(session.day.shortWithYear), \(start)  \(PlainText.clean(session.subject))"
                )
            }
            for fact in part.facts {
                let name = fact.isMore ? "" : fact.name
                lines.append("  \(name)\(String(repeating: " ", count: max(1, 13 - name.utf8.count)))\(fact.text)")
            }
        }
        return lines
    }

    /// A row for each fact.
    var table: [UInt8] {
        commandTable(["session", "date", "start", "class", "fact", "text"]) { writer in
            for part in parts {
                let place = cells(of: part.session)
                for fact in part.facts {
                    writer.write(place.map(\.1) + [fact.nameInTable ?? fact.name, fact.inTable ?? fact.text])
                }
            }
        }
    }

    var json: JSONValue {
        let answers = parts.map { part in
            let facts = part.facts.map {
                JSONValue.object([
                    ("fact", .string($0.nameInTable ?? $0.name)), ("text", .string($0.inTable ?? $0.text)),
                ])
            }
            return JSONValue.object(
                (part.session == nil ? [] : cells(of: part.session).map { ($0.0, .string($0.1)) }) + [
                    ("facts", .array(facts))
                ])
        }
        return .object([
            ("schema", .string("whojoined-why/1")), ("week", .string(result.week.iso)), ("answers", .array(answers)),
        ])
    }

    /// Empty for the whole week.
    private func cells(of session: LinkedSession?) -> [(String, String)] {
        let start = session.map { result.school.settings.zone.time(of: $0.start).full } ?? ""
        return [
            ("session", session?.key ?? ""), ("date", session?.day.iso ?? ""), ("start", start),
            ("class", session.map { PlainText.clean($0.classText) } ?? ""),
        ]
    }

    private mutating func add(
        _ name: String, _ text: String, inTable: String? = nil, nameInTable: String? = nil, isMore: Bool = false
    ) {
        parts[parts.count - 1].facts.append(
            Fact(name: name, text: text, inTable: inTable, nameInTable: nameInTable, isMore: isMore))
    }

    // MARK: Facts

    private func isWanted(_ entrant: LinkedEntrant) -> Bool {
        if let pupil = entrant.link.pupil, pupils.contains(pupil) { return true }
        if let member = entrant.link.staff, staff.contains(member) { return true }
        if entrant.link.candidates.contains(where: { pupils.contains($0) }) { return true }
        return entrant.isCalled(wanted) || entrant.email.map { PersonLookup.key($0) == wanted } ?? false
    }

    private mutating func add(_ session: LinkedSession) {
        parts.append(Part(session: session))
        let exports = session.exports.map {
            "\(PlainText.clean($0.file, limit: 200))\($0.isComplete ? "" : WhyWords.damaged)"
        }
        add(WhyWords.exports, exports.isEmpty ? SharedWords.none : exports.joined(separator: ", "))
        if !session.placedBy.isEmpty { add(WhyWords.placedBy, PlainText.clean(session.placedBy, limit: 200)) }
        for (place, line) in SessionEvents(session, result.school).lines.enumerated() {
            add(WhyWords.log, line, isMore: place > 0)
        }
    }

    private mutating func add(_ pupil: PupilResult, _ judged: JudgedSession) {
        let person = result.school.roster.pupils[pupil.pupil]
        add(WhyWords.pupil, "\(PlainText.shown(person.display.full)) (\(PlainText.clean(person.id.text)))")
        func answer(_ status: String, _ reason: String) -> String {
            reason.isEmpty ? status : "\(status): \(PlainText.clean(reason, limit: 300))"
        }
        add(
            WhyWords.answer, answer(pupil.status.words, pupil.furtherReason),
            inTable: answer(pupil.status.rawValue, pupil.reason))
        guard [.nonJoiner, .possible].contains(pupil.status) else { return }
        let names = Set([person.display, person.main, person.legal, person.preferred].compactMap { $0?.full }).sorted()
        add(
            WhyWords.lookedFor,
            (names + [person.email].compactMap { $0 }).map { PlainText.clean($0) }.joined(separator: "; ")
        )
        let open = judged.session.entrants.filter {
            [.unnamed, .ambiguous].contains($0.link.outcome) && !$0.onlyWaited
        }
        if !open.isEmpty {
            add(
                WhyWords.alsoThere,
                open.prefix(8).map { "\"\(PlainText.shown($0.displayName.text))\"" }.joined(separator: ", "))
        }
        add(WhyWords.wouldChange, WhyWords.whatWouldChange)
        addContacts(pupil.pupil, since: judged.session.day)
    }

    /// How the pupil's family was tried or reached from the lesson's day on.
    private mutating func addContacts(_ pupil: Pupil.Index, since day: Day) {
        let own = result.school.records.followUps.filter {
            $0.pupil == pupil && $0.kind != .cleared && $0.day >= day
        }
        if !own.isEmpty { add(WhyWords.family, own.sorted { $0.day < $1.day }.words) }
    }

    private mutating func add(_ entrant: LinkedEntrant, _ session: LinkedSession) {
        let link = entrant.link
        let email = entrant.email.map { " <\(PlainText.clean($0))>" } ?? ""
        add(WhyWords.entrant, "\"\(PlainText.shown(entrant.displayName.text))\"\(email)")
        if let original = entrant.originalName { add(WhyWords.renamedFrom, "\"\(PlainText.shown(original.text))\"") }
        let onPage = link.outcome == .ambiguous ? WhyWords.nobodyYet : taken(for: link, link.outcome.words)
        add(WhyWords.takenFor, onPage, inTable: taken(for: link, link.outcome.rawValue))
        add(WhyWords.because, "\(PlainText.clean(link.step.name)): \(PlainText.clean(link.why, limit: 400))")
        if let decision = link.decidedBy { add(WhyWords.settledBy, PlainText.clean(decision)) }
        if !link.candidates.isEmpty {
            let rest = link.candidates.count - 12
            let more = rest > 0 ? " \(SharedWords.more(rest))" : ""
            add(WhyWords.candidates, link.candidates.prefix(12).map(name).joined(separator: "; ") + more)
        }
        add(WhyWords.rows, rows(entrant, session))
        if link.isBarredContact {
            add(WhyWords.wouldChange, WhyWords.onlyTheRoster)
        } else if link.decidedBy == nil {
            add(WhyWords.wouldChange, WhyWords.aLine(command(entrant, session)))
        }
    }

    private func taken(for link: Link, _ outcome: String) -> String {
        let certainty = link.certainty == .none ? "" : ", \(link.certainty.rawValue)"
        if let staff = link.staff {
            return "\(outcome) \(PlainText.clean(result.school.roster.staff[staff].code))\(certainty)"
        }
        if let pupil = link.pupil {
            return "\(link.outcome == .contact ? WhyWords.of(outcome) : outcome) \(name(pupil))\(certainty)"
        }
        return outcome + certainty
    }

    private func name(_ pupil: Pupil.Index) -> String {
        let person = result.school.roster.pupils[pupil]
        return "\(PlainText.shown(person.display.full)) (\(PlainText.clean(person.id.text)))"
    }

    private func rows(_ entrant: LinkedEntrant, _ session: LinkedSession) -> String {
        let zone = result.school.settings.zone
        let all = entrant.stays + entrant.waiting
        let shown = all.prefix(12).map { placed in
            let times = [placed.stay.joined, placed.stay.left].map { $0.map { zone.time(of: $0).full } ?? "?" }.joined(
                separator: "-")
            return
                "\(PlainText.clean(session.exports[placed.export].file, limit: 200)):\(placed.stay.line) \(times)\(placed.stay.isWaitingRoom == true ? WhyWords.waiting : "")"
        }
        return shown.joined(separator: "; ") + (all.count > 12 ? " \(SharedWords.more(all.count - 12))" : "")
    }

    private func command(_ entrant: LinkedEntrant, _ session: LinkedSession) -> String {
        Commands.confirm(entrant.displayName.text, of: session.classes.first?.text) ?? Commands.confirmAlone
    }

    private mutating func add(_ finding: Finding) {
        hasAnswer = true
        let clause = result.school.settings.policy.clause(finding.rule)
        let zone = result.school.settings.zone
        let times = finding.interval.map { "  \(zone.clocks(of: $0))" } ?? ""
        add(
            WhyWords.found, "\(finding.rule.words) (\(finding.severity.words))\(times)",
            inTable: "\(finding.rule.rawValue) (\(finding.severity.rawValue))\(times)", nameInTable: WhyWords.rule)
        add(WhyWords.detail, PlainText.clean(finding.detail, limit: 400), isMore: true)
        if !clause.isEmpty { add(WhyWords.clause, PlainText.clean(clause, limit: 300), isMore: true) }
        if !finding.evidence.isEmpty {
            let rows = finding.evidence.prefix(12).map { "\(PlainText.clean($0.file, limit: 200)):\($0.line)" }
            add(WhyWords.evidence, WhyWords.rows(rows), isMore: true)
        }
    }
}
