import HostSystem

/// Where a person sits who is asked: keys come in, text goes out.
package protocol Desk: Sendable {
    var columns: Int { get }
    /// - Returns: `nil` when there are no more.
    func key(within seconds: Int?) -> UInt8?
    func show(_ text: String)
}

extension KeyTerminal: Desk {}

/// `whojoined settle`: the open names one after the other, each with a key or two.
package struct SettleRun: Sendable {
    package var options = RunOptions()
    /// Paths; none: the exports of the inbox.
    package var exports: [String] = []
    package var week: String?
    package var classCode: String?
    package var by: String?

    package init() {}

    /// Without a terminal there is nobody to ask.
    package static let withoutTerminal = RunOutcome(
        .wrongUsage,
        messages: [
            "settle: error: this is no terminal, and settle asks by single keys; fix: whojoined confirm lists the open names, whojoined confirm NAME --as ID settles one"
        ])

    package func run(at desk: some Desk) async -> RunOutcome {
        await RunOutcome { try await work(at: desk) }
    }

    private func work(at desk: some Desk) async throws -> RunOutcome {
        let found = try await OpenNamesSource(options, exports: exports, week: week, classCode: classCode).read()
        if found.names.all.isEmpty { return found.nothingOpen }
        var talk = SettleTalk(found, self, at: desk)
        let (settled, left) = try talk.go()
        var outcome = RunOutcome()
        outcome.print(talk.words.summary(settled: settled, left: left))
        if settled > 0, !options.isDryRun { outcome.print("The next run of whojoined obeys it.") }
        return outcome
    }
}

/// The talk itself: what was asked, what was answered, what can be taken back.
private struct SettleTalk<Place: Desk> {
    /// What became of a name that was passed.
    private struct Passed {
        var place: Int
        var line: EnteredLine?
        /// As whom it was settled.
        var pupil: Pupil.Index?
    }

    let words: SettleWords
    private let names: [OpenName]
    private let staff: [StaffMember.Index]
    private let school: School
    private let run: SettleRun
    private let desk: Place
    private var passed: [Passed] = []

    init(_ found: FoundNames, _ run: SettleRun, at desk: Place) {
        (names, self.run, self.desk) = (found.names.all, run, desk)
        words = SettleWords(context: found.context, columns: max(40, desk.columns))
        let school = found.context.school
        self.school = school
        staff = school.roster.staff.typedIndices.sorted { a, b in
            (school.roster.staff[a].family, school.roster.staff[a].given, school.roster.staff[a].code)
                < (school.roster.staff[b].family, school.roster.staff[b].given, school.roster.staff[b].code)
        }
    }

    /// - Returns: how many names were settled, and how many are left.
    mutating func go() throws -> (settled: Int, left: Int) {
        var place = 0
        while true {
            while place < names.count, isCovered(place) { place += 1 }
            guard place < names.count else {
                desk.show(SettleWords.last)
                guard desk.key(within: 5) == UInt8(ascii: "u") else { break }
                place = takeBack() ?? place
                continue
            }
            guard let next = ask(place) else { break }
            place = next
        }
        let settled = passed.count { $0.line != nil }
        let open = names.indices.count { place in
            !passed.contains { $0.place == place && $0.line != nil } && !isCovered(place)
        }
        return (settled, open)
    }

    /// One name, until it is passed.
    /// - Returns: the next name; `nil` when the person has had enough.
    private mutating func ask(_ place: Int) -> Int? {
        let said = said(in: names[place])
        var prompt = SettlePrompt(names[place], staff: offered(for: names[place]), said: Set(said.keys))
        desk.show(words.title(names[place], place + 1, of: names.count))
        desk.show(words.choices(prompt, said: said))
        while let key = desk.key(within: nil) {
            switch prompt.take(key) {
            case .answer(let answer):
                if settle(place, as: answer) { return place + 1 }
            case .ask: desk.show(words.choices(prompt, said: said))
            case .skip:
                passed.append(Passed(place: place))
                desk.show(SettleWords.skipped)
                return place + 1
            case .undo:
                if let before = takeBack() { return before }
            case .done: return nil
            case .unknown: desk.show(SettleWords.unknownKey)
            case .severalAtOnce: desk.show(SettleWords.severalAtOnce)
            }
        }
        return nil
    }

    /// Who was found in this lesson just now.
    private func said(in open: OpenName) -> [Pupil.Index: DisplayName] {
        let found = passed.filter { names[$0.place].session.key == open.session.key }.compactMap { before in
            before.pupil.map { ($0, names[before.place].entrant.displayName) }
        }
        return Dictionary(found, uniquingKeysWith: { first, _ in first })
    }

    /// A line that holds for more than one lesson answers every name that it is about.
    private func isCovered(_ place: Int) -> Bool {
        let name = names[place]
        return passed.contains { other in
            guard let cells = other.line?.cells, other.place < place, (cells["Date"] ?? "").isEmpty else {
                return false
            }
            let before = names[other.place]
            return settledKey(before.entrant.displayName.text) == settledKey(name.entrant.displayName.text)
                && name.session.classes.contains { $0.key == ClassCode(cells["Class"] ?? "").key }
                && ((cells["Email"] ?? "").isEmpty || cells["Email"] == name.entrant.email)
        }
    }

    /// The lesson's own staff first, then whoever the name is like, then all others.
    private func offered(for open: OpenName) -> [StaffMember.Index] {
        let lookup = PersonLookup(school: school)
        let own = [open.session.lesson?.leadStaff, open.session.lesson?.secondStaff].compactMap(\.self)
            .flatMap { lookup.staff($0) }
        let names = staff.map { member in
            NearNames.Name(
                shown: words.context.staffCodes[member],
                forms: [words.context.staffNames[member], school.roster.staff[member].family])
        }
        let near = NearNames(names).nearest(to: open.entrant.displayName.text)
        let like = staff.filter { near.contains(words.context.staffCodes[$0]) }
        var order: [StaffMember.Index] = []
        for member in own + like + staff where !order.contains(member) { order.append(member) }
        return order
    }

    // MARK: Lines

    /// - Returns: false where the line was refused, and why was said.
    private mutating func settle(_ place: Int, as answer: SettleAnswer) -> Bool {
        let entry = entry(for: names[place], answer)
        do {
            let line = try entry.enter()
            passed.append(Passed(place: place, line: line, pupil: answer.pupil))
            desk.show(words.settled(as: answer, in: line.layout.file, isDryRun: run.options.isDryRun))
            return true
        } catch {
            for message in RunOutcome(of: { throw error }).messages { desk.show("  \(message)\n") }
            return false
        }
    }

    /// - Returns: the name that is open again.
    private mutating func takeBack() -> Int? {
        guard let last = passed.last else {
            desk.show(SettleWords.nothingToUndo)
            return nil
        }
        if let line = last.line {
            do { try line.takeBack(run.options) } catch {
                for message in RunOutcome(of: { throw error }).messages { desk.show("  \(message)\n") }
                return nil
            }
            desk.show(SettleWords.takenBack(line.layout.file))
        }
        passed.removeLast()
        return last.place
    }

    private func entry(for open: OpenName, _ answer: SettleAnswer) -> EntryRun {
        let (entrant, roster) = (open.entrant, school.roster)
        let email = open.hasNamesake ? entrant.email : nil
        func decision(_ kind: Decision.Is, _ id: String? = nil) -> EntryRun.Entry {
            .decision(name: settledText(entrant.displayName), email: email, isA: kind.rawValue, id: id)
        }
        let what: EntryRun.Entry =
            switch answer {
            case .pupil(let pupil): decision(.pupil, roster.pupils[pupil].id.text)
            case .staff(let member): decision(.staff, roster.staff[member].code)
            case .contact(let pupil): decision(.contact, roster.pupils[pupil].id.text)
            case .stranger: decision(.uninvited)
            case .device: decision(.unnamed)
            case .guest:
                .guest(
                    name: settledText(entrant.displayName), email: entrant.email, until: nil, role: "guest",
                    approvedBy: run.by)
            }
        var entry = EntryRun(what)
        entry.options = run.options
        entry.classCode = open.session.classes.first?.text
        entry.by = run.by
        entry.lesson = LastSeen(
            day: open.session.day, start: school.settings.zone.time(of: open.session.start))
        entry.isOnlyThisLesson = email == nil && (answer == .device || hasTwinLesson(open))
        if answer == .guest { entry.on = open.session.day.iso }
        return entry
    }

    /// The class had another lesson that day in which the same device's name was.
    private func hasTwinLesson(_ open: OpenName) -> Bool {
        Matcher(school).isNameOfNobody(open.entrant.displayName.text)
            && names.contains { other in
                other.session.key != open.session.key && other.session.day == open.session.day
                    && settledKey(other.entrant.displayName.text) == settledKey(open.entrant.displayName.text)
            }
    }
}

/// A display name as a line of decisions.csv has it: what may not be printed as `[U+202E]`, all else as it is.
private func settledText(_ name: DisplayName) -> String {
    let shown = PlainText.copied(name.text)
    let isPrintable = name.text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    return isPrintable && !shown.utf8.containsText("[U+") && shown.unicodeScalars.last != "…" ? name.text : shown
}
