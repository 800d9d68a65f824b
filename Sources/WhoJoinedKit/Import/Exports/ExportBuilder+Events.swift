import DelimitedText

/// The events of a log that are no stays: when they were, and of which meeting.
extension ExportBuilder {
    /// To be called for each row of an event that is no stay, in place of `add`.
    mutating func add(_ event: EventDraft) {
        events.append(event)
        countRowWithoutStay()
    }

    /// An event that nobody here knows: its row is rejected by name, and whom it holds is remembered.
    mutating func rejectUnknownEvent(_ name: String, of person: MeetingEvent.Account, line: Int) {
        reject(line, .unknownEvent(name))
        peopleOfUnknownRows.append(person)
    }

    /// The same for a row of a section that is not understood: its first address or number, and its first words.
    mutating func rejectRow(_ record: borrowing Record, ofSection title: String) {
        begin(record)
        reject(record.line, .unknownSection(title))
        let cells = (0..<min(record.count, 64)).map { Cells.text(record, $0) }
        let name = cells.indices.first { at in
            Cells.yesOrNo(record, at) == nil && cells[at].unicodeScalars.contains(where: \.properties.isAlphabetic)
                && !cells[at].utf8.contains(.at) && readTime(cells[at]) == nil
        }
        peopleOfUnknownRows.append(
            MeetingEvent.Account(
                name: name.map { cells[$0] } ?? cells.first(where: isTelephoneNumber) ?? "",
                email: cells.first { $0.utf8.contains(.at) }))
    }

    /// Rows of unknown events and sections take nothing away while whomever they hold stands in some understood row too.
    func isComplete(_ export: MeetingExport) -> Bool {
        if faults.isEmpty { return true }
        // A half letter at the end is a fault that costs no row.
        guard faultCount == peopleOfUnknownRows.count, faultCount >= faults.count else { return false }
        var known: Set<String> = []
        for meeting in export.meetings {
            for person in meeting.participants { known.formUnion(keys(person.displayName.text, person.email)) }
            for event in meeting.events {
                for account in [event.actor, event.target].compactMap(\.self) {
                    known.formUnion(keys(account.name, account.email))
                }
            }
        }
        return peopleOfUnknownRows.allSatisfy { person in
            person.email.map { known.contains($0.lowercased()) }
                ?? (person.name.isEmpty || known.contains(Cells.folded(person.name)))
        }
    }

    private func keys(_ name: String, _ email: String?) -> Set<String> {
        Set([Cells.folded(name), email?.lowercased()].compactMap(\.self).filter { !$0.isEmpty })
    }

    mutating func placeEvents(into export: inout MeetingExport, _ order: DateDecision.Order, _ day: Day?) {
        guard !events.isEmpty else { return }
        var clock = ZoneClock(hints.zone)
        let spans = export.meetings.map(\.spanOfStays)
        let conferences = meetings.map(\.conference)
        var apart: [String: Int] = [:]
        for draft in events {
            guard let moment = clock.instant(of: draft.time.raw, draft.time.zone, order, day) else {
                rowsWithoutStay -= 1
                reject(draft.event.line, .otherDateOrder)
                continue
            }
            var event = draft.event
            event.at = moment
            let place =
                meeting(of: draft, at: moment, export.meetings, spans, conferences)
                ?? apart[apartKey(draft, moment)]
            if let place {
                export.meetings[place].events.append(event)
                continue
            }
            var meeting = Meeting(
                id: draft.code.isEmpty ? nil : draft.code, topic: draft.topic.isEmpty ? nil : draft.topic,
                hostEmail: draft.hostEmail)
            meeting.events = [event]
            apart[apartKey(draft, moment)] = export.meetings.count
            export.meetings.append(meeting)
        }
        events = []
        for index in export.meetings.indices {
            export.meetings[index].events.sort { ($0.at, $0.line) < ($1.at, $1.line) }
        }
        let last = export.meetings.compactMap(\.events.last?.at).max()
        if let last { export.lastMoment = max(export.lastMoment ?? last, last) }
    }

    private func apartKey(_ draft: EventDraft, _ moment: Instant) -> String {
        "\(draft.code)\u{1F}\(draft.conference.isEmpty ? "\(hints.zone.day(of: moment).number)" : draft.conference)"
    }

    /// By the conference, else the nearest of that code on that day; a row without a code belongs to the meeting that
    /// was going on.
    private func meeting(
        of draft: EventDraft, at moment: Instant, _ meetings: [Meeting], _ spans: [Interval?], _ conferences: [String]
    ) -> Int? {
        if !draft.conference.isEmpty, let place = conferences.firstIndex(of: draft.conference) { return place }
        func distance(_ place: Int) -> Int {
            spans[place].map { max($0.start - moment, moment - $0.end, 0) } ?? .max
        }
        let near = spans.indices.filter { place in
            guard let span = spans[place] else { return false }
            if draft.code.isEmpty { return distance(place) == 0 }
            return meetings[place].id.map(meetingKey) == meetingKey(draft.code)
                && hints.zone.day(of: span.start) == hints.zone.day(of: moment)
        }
        return near.min { (distance($0), $0) < (distance($1), $1) }
    }
}

extension Meeting {
    /// From the first joining to the last leaving that the file tells.
    fileprivate var spanOfStays: Interval? {
        let moments = participants.flatMap { $0.stays.flatMap { [$0.joined, $0.left].compactMap(\.self) } }
        guard let first = moments.min(), let last = moments.max() else { return nil }
        return Interval(first, last)
    }
}
