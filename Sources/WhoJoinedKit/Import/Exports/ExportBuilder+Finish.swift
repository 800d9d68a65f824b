/// From rows as they stand in the file to the meeting as it was: dates settled, zones applied, impossible rows refused.
extension ExportBuilder {
    /// - Throws: when the date order cannot be told, the day is not known at all, or no row is usable.
    mutating func finish(platform: Platform, variant: String, abilities: ExportAbilities) throws(ImportRefusal)
        -> MeetingExport
    {
        if participants.isOverfull { throw refusal(tooManyPeople) }
        rejectCutLastRow()
        setApartTheUnseen()
        let decision: DateDecision? = decision(clockTells: platform != .zoom)
        if rows.isEmpty, events.isEmpty {
            throw refusalForWantOfRows(
                decision ?? DateDecision(order: .none, decidedBy: "no usable row"), platform, variant, abilities)
        }
        guard let decision else {
            throw refusal(undecided)
        }
        let day = try dayOfClockTimesIfAny()
        var export = withoutRows(decision, platform, variant, abilities, day)
        if rows.allSatisfy({ $0.joined.isMissing && $0.left.isMissing }) { export.abilities.times = false }
        place(into: &export, decision.order, day)
        placeEvents(into: &export, decision.order, day)
        if export.meetings.allSatisfy({ $0.participants.isEmpty && $0.events.isEmpty }) {
            throw refusalForWantOfRows(decision, platform, variant, abilities)
        }
        countRows(&export)
        return export
    }

    /// Who has no time and no duration where others have: registered or invited, and not seen.
    private mutating func setApartTheUnseen() {
        func isUnseen(_ row: Row) -> Bool {
            row.joined.isMissing && row.left.isMissing && row.secondsBeforeLeft == .min
                && row.stay.shownSeconds ?? 0 == 0
        }
        if rows.allSatisfy({ $0.joined.isMissing && $0.left.isMissing }) {
            for line in linesWithoutTimes.sorted() { reject(line, .noTime("Join Time")) }
            rows.removeAll { linesWithoutTimes.contains($0.stay.line) }
            return
        }
        guard rows.contains(where: isUnseen) else { return }
        var named = Set(rows.lazy.filter { !isUnseen($0) }.map(\.participant))
        for row in rows where isUnseen(row) {
            countRowWithoutStay()
            guard named.insert(row.participant).inserted else { continue }
            let person = participants.people[Int(row.participant)]
            if person.email == nil, isTotal(person.displayName.text) { continue }
            meetings[participants.meeting(of: Int(row.participant))].notAttended.append(
                (person.displayName, person.email))
        }
        rows.removeAll(where: isUnseen)
    }

    private mutating func withoutRows(
        _ decision: DateDecision, _ platform: Platform, _ variant: String, _ abilities: ExportAbilities,
        _ day: Day? = nil
    ) -> MeetingExport {
        MeetingExport(
            file: text.file, platform: platform, variant: variant, dates: decision, abilities: abilities,
            meetings: settledMeetings(decision, day))
    }

    private mutating func refusalForWantOfRows(
        _ decision: DateDecision, _ platform: Platform, _ variant: String, _ abilities: ExportAbilities
    ) -> ImportRefusal {
        var refusal = refusal(
            unreadableTimes
                ?? Problem(
                    text.file, line: faults.isEmpty ? text.head.last?.line : nil, code: "no-data",
                    "a participant export without any usable row: it says nothing of who joined",
                    fix: "export it again after the meeting, unedited"))
        if unreadableTimes != nil { refusal.problems.removeAll { $0.code == "bad-time" } }
        refusal.exportWithoutRows = withoutRows(decision, platform, variant, abilities)
        refusal.exportWithoutRows?.warnings = warnings
        return refusal
    }

    /// People are there, and every time is written in a way that nobody here knows.
    private var unreadableTimes: Problem? {
        let lines = faults.compactMap { fault -> Int? in if case .time = fault.fault { fault.line } else { nil } }
        guard let first = lines.first, lines.count == faults.count else { return nil }
        return Problem(
            text.file, line: first, code: "unreadable-times",
            faultCount == 1
                ? "the times of the row of this export could not be read"
                : "the times of all \(faultCount) rows, from this line on, could not be read",
            fix: "export it again with the language of your account set to English (United Kingdom)")
    }

    private var tooManyPeople: Problem {
        Problem(
            text.file, code: "too-many-people",
            "more than \(ParticipantTable.limit) different people in one meeting: no call of a school has as many",
            fix: "export the report again, unedited, one meeting in a file")
    }

    private var undecided: Problem {
        if ladder.isContradictory {
            return Problem(
                text.file, line: ladder.firstLine, code: "date-order",
                "the dates fit neither day/month nor month/day order",
                fix: "export the report again, unedited")
        }
        return Problem(
            text.file, line: ladder.firstLine, code: "date-order",
            "nothing in the file tells whether its dates are day/month or month/day",
            fix: "say --date-order day-first or month-first, or set date-order in school.toml")
    }

    /// The refusal, with the rows' own problems after it.
    private func refusal(_ problem: Problem) -> ImportRefusal {
        ImportRefusal(
            problems: [problem] + rowProblems + notes.filter { $0.severity != .note },
            organiser: meetings.first?.hostEmail)
    }

    /// Without a last line end, a last row that failed or is shorter than all others is half a row.
    private mutating func rejectCutLastRow() {
        guard text.endsWithoutLineEnd else { return }
        let line = last.line
        if let at = faults.lastIndex(where: { $0.line == line }) {
            faults[at].fault = .cutShort
            if text.endsInHalfALetter { faultCount -= 1 }
        } else if last.cells < fewestCells, fewestCells < .max, rows.contains(where: { $0.stay.line == line }) {
            rows.removeAll { $0.stay.line == line }
            reject(line, .cutShort)
        } else if last.cells < fewestCells, fewestCells < .max, events.contains(where: { $0.event.line == line }) {
            events.removeAll { $0.event.line == line }
            rowsWithoutStay -= 1
            reject(line, .cutShort)
        } else {
            return
        }
        warnings.append("incomplete_last_row")
    }

    /// `nil` where no time lacks its date, and where only a few do: those rows are refused one by one.
    private func dayOfClockTimesIfAny() throws(ImportRefusal) -> Day? {
        guard rows.contains(where: { $0.joined.isClockOnly || $0.left.isClockOnly }) else { return nil }
        do throws(ImportRefusal) {
            return try dayOfClockTimes()
        } catch {
            if rows.contains(where: { !$0.joined.isMissing && !$0.joined.isClockOnly }) { return nil }
            throw error
        }
    }

    private func dayOfClockTimes() throws(ImportRefusal) -> Day {
        if let day = hints.date { return day }
        let titled = Set(titles.flatMap(daysInFileName))
        if titled.count == 1 { return titled.first! }
        let named = Set(daysInFileName(text.file))
        if named.count == 1 { return named.first! }
        let expected = named.intersection(hints.expectedDays)
        if expected.count == 1 { return expected.first! }
        throw refusal(
            Problem(
                text.file, code: "no-date", "the file holds clock times only, and its name tells no single date",
                fix: "say --date YYYY-MM-DD, or put the date into the file's name"))
    }

    private mutating func settledMeetings(_ decision: DateDecision, _ day: Day?) -> [Meeting] {
        meetings.map { draft in
            var meeting = Meeting(id: draft.id, topic: draft.topic, hostEmail: draft.hostEmail)
            var clock = ZoneClock(hints.zone)
            meeting.start = clock.instant(of: draft.start.raw, draft.start.zone, decision.order, day)
            meeting.end = clock.instant(of: draft.end.raw, draft.end.zone, decision.order, day)
            meeting.zoneOffsetMinutes = draft.start.zone
            meeting.isIDFromFileName = draft.isIDFromFileName
            meeting.notAttended = draft.notAttended
            return meeting
        }
    }

    /// Puts each row into its participant, in the order of the file.
    private mutating func place(into export: inout MeetingExport, _ order: DateDecision.Order, _ day: Day?) {
        var clock = ZoneClock(hints.zone)
        var counts = [Int32](repeating: 0, count: participants.count)
        for row in rows { counts[Int(row.participant)] += 1 }
        var people = participants.takePeople()
        for i in people.indices { people[i].stays.reserveCapacity(Int(counts[i])) }
        let latest = hints.now.map { $0 + 86_400 } ?? Instant(seconds: .max)
        /// Rows later than today, and the meetings that have others: there the year is wrong.
        var future: [(person: Int, stay: Stay)] = []
        var isPast = [Bool](repeating: false, count: meetings.count)
        for row in rows {
            let person = Int(row.participant)
            switch settle(row, order, day, &clock) {
            case .failure(let fault): reject(row.stay.line, fault)
            case .success(let stay):
                if let moment = stay.joined ?? stay.left, moment > latest {
                    future.append((person, stay))
                } else {
                    isPast[participants.meeting(of: person)] = true
                    people[person].stays.append(stay)
                }
            }
        }
        rows = []
        for (person, stay) in future {
            if isPast[participants.meeting(of: person)] {
                reject(stay.line, .inTheFuture)
            } else {
                people[person].stays.append(stay)
            }
        }
        var last = Int.min
        for person in people {
            for stay in person.stays { last = max(last, stay.joined?.seconds ?? last, stay.left?.seconds ?? last) }
        }
        if last > .min { export.lastMoment = Instant(seconds: last) }
        hand(people, to: &export)
    }

    private func hand(_ people: consuming [Participant], to export: inout MeetingExport) {
        if export.meetings.count == 1 {
            if people.contains(where: { $0.stays.isEmpty }) { people.removeAll { $0.stays.isEmpty } }
            export.meetings[0].participants = people
            return
        }
        for (i, person) in people.enumerated() where !person.stays.isEmpty {
            export.meetings[participants.meeting(of: i)].participants.append(person)
        }
    }

    /// Seconds: Zoom and Teams end a meeting after 30 hours, Meet after 24.
    private static let longestMeeting = 30 * 3600

    private enum Settled { case success(Stay), failure(RowFault) }

    private mutating func settle(_ row: Row, _ order: DateDecision.Order, _ day: Day?, _ clock: inout ZoneClock)
        -> Settled
    {
        var stay = row.stay
        let zone = stay.zoneOffsetMinutes
        var joined: Instant?
        var left: Instant?
        if !row.joined.isMissing {
            guard let moment = clock.instant(of: row.joined, zone, order, day) else {
                return .failure(.unplaced(row.joined))
            }
            joined = moment
        }
        if !row.left.isMissing {
            guard let moment = clock.instant(of: row.left, zone, order, day) else {
                return .failure(.unplaced(row.left))
            }
            left = moment
        }
        if let end = left, row.secondsBeforeLeft != .min { joined = end - Int(row.secondsBeforeLeft) }
        if zone == nil, clock.isNearChange(row.joined, order, day) || clock.isNearChange(row.left, order, day) {
            flagClockChange(row, order, day, &clock, &joined, &left)
        }
        if let start = joined, let end = left, end < start {
            guard row.joined.isClockOnly, let shown = stay.shownSeconds, abs(end + 86_400 - start - shown) <= 120 else {
                return .failure(.leftBeforeJoined)
            }
            left = end + 86_400  // clock times of a meeting that went past midnight
        }
        if let start = joined, let end = left, end - start > ExportBuilder.longestMeeting { return .failure(.tooLong) }
        stay.joined = joined
        stay.left = left
        return .success(stay)
    }

    /// In the nights of change a clock time may stand twice or never: the readings that fit the shown duration best,
    /// and a word about it.
    private mutating func flagClockChange(
        _ row: Row, _ order: DateDecision.Order, _ day: Day?, _ clock: inout ZoneClock, _ joined: inout Instant?,
        _ left: inout Instant?
    ) {
        let starts = clock.readings(of: row.joined, order, day)
        let ends = clock.readings(of: row.left, order, day)
        guard starts.isDoubtful || ends.isDoubtful else { return }
        var best: (start: Instant?, end: Instant?, misfit: Int)?
        for start in starts.moments.isEmpty ? [nil] : starts.moments.map(Optional.init) {
            for end in ends.moments.isEmpty ? [nil] : ends.moments.map(Optional.init) {
                var misfit = 0
                if let start, let end {
                    if end < start { continue }
                    misfit = row.stay.shownSeconds.map { abs(end - start - $0) } ?? 0
                }
                if best == nil || misfit < best!.misfit { best = (start, end, misfit) }
            }
        }
        if let best { (joined, left) = (best.start, best.end) }
        note(
            "clock-change", "the clocks change that night: a time of this row stands twice or does not exist",
            line: row.stay.line, fix: "check this row by hand", severity: .warning)
    }

    private var rowProblems: [Problem] {
        var problems = faults.sorted { $0.line < $1.line }.map { line, fault in
            Problem(text.file, line: line, code: fault.code, fault.what, fix: fault.fix)
        }
        if faultCount > faults.count {
            problems.append(
                Problem(
                    text.file, code: "more-bad-rows", "\(faultCount - faults.count) more rows cannot be used either",
                    fix: "export the report again, unedited"))
        }
        return problems
    }

    private mutating func countRows(_ export: inout MeetingExport) {
        var lines = 0
        var previous = -1
        for meeting in export.meetings {
            for person in meeting.participants {
                previous = -1
                for stay in person.stays where stay.line != previous {
                    lines += 1
                    previous = stay.line
                }
            }
        }
        export.rowsRejected = faultCount
        export.rowsWithoutStay = rowsWithoutStay
        export.rowsRead = lines + rowsWithoutStay + faultCount
        export.isComplete = isComplete(export)
        export.warnings = warnings
        noteEncoding()
        if export.dates.isAmbiguous { notes.append(.dateOrder(export)) }
        export.problems = (rowProblems + notes).sorted { ($0.line ?? 0, $0.code) < ($1.line ?? 0, $1.code) }
        if export.meetings.count > 1 {
            export.meetings.removeAll { $0.participants.isEmpty && $0.notAttended.isEmpty && $0.events.isEmpty }
        }
    }

    private mutating func noteEncoding() {
        let was = text.encoding == .macRoman ? "Mac Roman (a re-save on a Mac)" : "Windows-1252 (a re-save from Excel)"
        guard text.encoding == .windows1252 || text.encoding == .macRoman else { return }
        note(
            text.encoding.rawValue, "not UTF-8, so read as \(was)",
            fix: "if accents in names are wrong, use the file as it was downloaded", severity: .warning)
    }
}

extension Problem {
    fileprivate static func dateOrder(_ export: MeetingExport) -> Problem {
        Problem(
            export.file, code: "date-order", "day and month were told apart by: \(export.dates.decidedBy)",
            fix: "if the dates are wrong, put the right one into the file's name, such as 2026-11-16", severity: .note)
    }
}

extension RowFault {
    fileprivate static func unplaced(_ time: RawTime) -> RowFault { time.isClockOnly ? .noDate : .otherDateOrder }
}
