import HostSystem

/// `whojoined history`: a pupil's lessons, a class's weeks or the whole school's, from what is remembered.
package struct HistoryRun: Sendable {
    package var options = RunOptions()
    /// An id or a name.
    package var pupil: String?
    package var classCode: String?
    package var from: String?
    package var to: String?
    /// Everything that is held of the pupil, for a subject access request.
    package var isEverything = false

    package init() {}

    package func run() async -> RunOutcome {
        RunOutcome(of: work)
    }

    private func work() throws -> RunOutcome {
        let folder = SchoolFolder(options.school)
        let school = try folder.read()
        let days = try range()
        let history = try History.reading(folder.history)
        if let pupil {
            let (school, index) = try PersonLookup(school: school).pupil(
                pupil, option: "--pupil", orFormerIn: folder.reports)
            let story = try PupilStory(of: index, in: school, history: history, days: days)
            if isEverything {
                return try render(everything: SubjectAccess(story, school: school, history: history, days: days))
            }
            return render(story.forStaff, school)
        }
        if isEverything {
            throw RunFailure(.wrongUsage, "--everything: error: of whom; fix: add --pupil and the pupil's id")
        }
        let sessions = try history?.sessions(in: days) ?? []
        return render(ClassWeek.all(sessions, only: classCode.map { ClassCode($0) }))
    }

    private func range() throws(RunFailure) -> ClosedRange<Day> {
        let first = try day(from, "--from") ?? Day(number: 0)
        let last = try day(to, "--to") ?? Day(number: 60_000)
        guard first <= last else {
            throw RunFailure(.wrongUsage, "--to: error: before --from; fix: change one of them")
        }
        return first...last
    }

    private func day(_ text: String?, _ option: String) throws(RunFailure) -> Day? {
        guard let text else { return nil }
        guard let day = Day(iso: text) else {
            throw RunFailure(.wrongUsage, "\(option): error: not a date; fix: write it as 2026-11-20")
        }
        return day
    }

    // MARK: Forms

    private func render(_ story: PupilStory, _ school: School) -> RunOutcome {
        var outcome = RunOutcome()
        let zone = school.settings.zone
        switch options.format {
        case .text, .html:
            let sentence = JoiningSentence(story.lessons.map { ($0.day, $0.status) }).text
            outcome.print("\(PlainText.shown(story.name)) (\(PlainText.clean(story.id.text))): \(sentence).")
            outcome.print(SharedWords.notTheRegister)
            let day = story.lastJoined?.shortWithYear ?? WhyWords.never
            outcome.print(WhyWords.lastJoined(day, missedInARow: story.missedInARow))
            outcome.print("")
            for lesson in story.lessons {
                let findings = lesson.findings.map(\.rule).filter { $0 != .nonJoiner && $0 != .noExport }.map(\.words)
                    .joined(separator: ", ")
                let line =
                    "\(lesson.day.short)  \(zone.time(of: lesson.start).short)  \(PlainText.clean(lesson.classText))  \(lesson.status.words)"
                outcome.print(findings.isEmpty ? line : "\(line)   \(findings)")
            }
            for note in story.followUps {
                outcome.print(note.words)
            }
        case .csv:
            outcome.output = commandTable(["date", "start", "class", "status", "findings"]) { writer in
                for lesson in story.lessons {
                    writer.write([
                        lesson.day.iso, zone.time(of: lesson.start).full, PlainText.clean(lesson.classText),
                        lesson.status.rawValue,
                        lesson.findings.map(\.rule.rawValue).joined(separator: ";"),
                    ])
                }
            }
        case .json: outcome.print(story.json(zone).text(pretty: true))
        }
        return outcome
    }

    private func render(everything: SubjectAccess) throws(RunFailure) -> RunOutcome {
        var outcome = RunOutcome()
        guard options.format == .json else {
            throw RunFailure(.wrongUsage, "--everything: error: only as JSON; fix: add --format json")
        }
        outcome.print(everything.json.text(pretty: true))
        return outcome
    }

    private func render(_ weeks: [ClassWeek]) -> RunOutcome {
        var outcome = RunOutcome()
        switch options.format {
        case .text, .html:
            outcome.print(WhyWords.weeksAbove)
            for week in weeks {
                let numbers = [
                    (week.sessions, 8), (week.joined, 8), (week.expected, 11), (week.unsettled, 13),
                    (week.findings, 11),
                ]
                let cells = numbers.map { number, width in
                    String(repeating: " ", count: max(1, width - String(number).utf8.count)) + String(number)
                }
                outcome.print("\(week.week.iso)\(cells.joined())   \(PlainText.clean(week.classText))")
            }
        case .csv:
            outcome.output = commandTable(["week", "class", "sessions", "joined", "expected", "unsettled", "findings"])
            { writer in
                for week in weeks {
                    writer.write(
                        [week.week.iso, PlainText.clean(week.classText)]
                            + [week.sessions, week.joined, week.expected, week.unsettled, week.findings].map(
                                String.init))
                }
            }
        case .json: outcome.print(JSONValue.array(weeks.map(\.json)).text(pretty: true))
        }
        return outcome
    }
}
