import HostSystem

/// The events of an ICS file as Google Calendar, Microsoft 365 and Outlook write it, on the school's own clock.
///
/// Repeats are laid out as dates, at most six years of them; moved occurrences stand in the place of their own.
struct ICalendarReader {
    private(set) var events: [CalendarEvent] = []
    private(set) var problems: [Problem] = []
    private let file: String
    private let zone: SchoolZone

    /// `nil`: the file is no calendar.
    init?(_ text: [UInt8], file: String, zone: SchoolZone) {
        self.file = file
        self.zone = zone
        let outline = CalendarOutline(text)
        guard outline.isCalendar else { return nil }
        if let line = outline.unclosed {
            say(
                line, "cut-short", "the calendar ends within this event", fix: "export the calendar again")
        }
        var zones: [String: SchoolZone?] = [:]
        let entries = calendarEntries(outline.whole, years: 6) { name, clock in
            let wall = WallTime(civilSeconds: clock)
            guard let name else { return zone.instant(of: wall).seconds }
            let known = zones[name] ?? zoneOfCalendar(name)
            zones[name] = .some(known)
            return known?.instant(of: wall).seconds
        }
        guard let entries else {
            if outline.unclosed == nil {
                say(1, "bad-event", "the calendar cannot be read", fix: "export the calendar again")
            }
            return
        }
        add(entries, lines: outline.lines)
    }

    private mutating func say(
        _ line: Int?, _ code: String, _ what: String, fix: String, severity: Problem.Severity = .error
    ) {
        problems.append(Problem(file, line: line, code: code, what, fix: fix, severity: severity))
    }

    // MARK: Series

    private mutating func add(_ entries: [CalendarEntry], lines: [Int]) {
        let changes = Dictionary(grouping: entries.filter { $0.replaces != nil }) {
            $0.value("UID") ?? ""
        }
        let series = Dictionary(
            entries.filter { $0.replaces == nil }.map { ($0.value("UID") ?? "", $0) },
            uniquingKeysWith: { first, _ in first })
        var unknownZones: Set<String> = []
        for (i, entry) in entries.enumerated() {
            let line = i < lines.count ? lines[i] : nil
            if let name = entry.unknownZone, unknownZones.insert(name).inserted {
                say(
                    line, "unknown-zone",
                    "the time zone of this event is not known; its times are taken for the school's own",
                    fix: "choose the school's time zone in the calendar and export it again",
                    severity: .warning)
            }
            if entry.value("STATUS")?.uppercased() == "CANCELLED" { continue }
            let uid = entry.value("UID") ?? ""
            let own = uid.isEmpty ? [] : changes[uid] ?? []
            if let replaced = entry.replaces {
                let later = entry.isThisAndFuture ? laterStarts(of: series[uid], from: replaced, own) : []
                add(entry, entry.starts + later.map { shifted($0, as: entry) }, line)
            } else {
                let starts = entry.starts.filter { start in
                    !own.contains { change in
                        change.replaces == start || change.isThisAndFuture && change.replaces ?? .max < start
                    }
                }
                add(entry, starts, line)
            }
        }
    }

    /// What is left of a series behind a change of all that follow, up to the next such change.
    private func laterStarts(of series: CalendarEntry?, from first: Int, _ changes: [CalendarEntry])
        -> [Int]
    {
        let next =
            changes.filter { $0.isThisAndFuture }.compactMap(\.replaces).filter { $0 > first }.min()
            ?? .max
        let single = Set(changes.compactMap(\.replaces))
        return (series?.starts ?? []).filter { $0 > first && $0 < next && !single.contains($0) }
    }

    /// Moved by as much on the clock as the changed occurrence was.
    private func shifted(_ start: Int, as change: CalendarEntry) -> Int {
        guard let from = change.replaces, let to = change.start else { return start }
        let clock = { (moment: Int) in zone.wallTime(of: Instant(seconds: moment)).civilSeconds }
        return zone.instant(of: WallTime(civilSeconds: clock(start) + clock(to) - clock(from))).seconds
    }

    // MARK: Events

    private mutating func add(_ entry: CalendarEntry, _ starts: [Int], _ line: Int?) {
        guard let first = entry.start else {
            say(
                line, "bad-event", "this event has no start, or none that can be read",
                fix: "export the calendar again"
            )
            return
        }
        if entry.isWholeDay { return }  // a whole day is no session
        let base = event(entry, line)
        guard let end = entry.end, first < end, end - first < 86_400 else {
            if base.call != nil {
                say(
                    line, "bad-event",
                    entry.end.map { $0 <= first } == true
                        ? "this event ends before it starts" : "this event has no end, or one on another day",
                    fix: "correct its times in the calendar and export it again")
            }
            return
        }
        var days: [ClockSpan: [Day]] = [:]
        for start in starts {
            let from = zone.wallTime(of: Instant(seconds: start))
            let to = zone.wallTime(of: Instant(seconds: start + end - first))
            if from.day == to.day {
                days[ClockSpan(start: from.time, end: to.time), default: []].append(from.day)
            }
        }
        for (span, days) in days.sorted(by: { $0.key.start.seconds < $1.key.start.seconds }) {
            var event = base
            (event.start, event.end, event.days) = (span.start, span.end, days.sorted())
            events.append(event)
        }
    }

    private struct ClockSpan: Hashable {
        var start: ClockTime
        var end: ClockTime
    }

    private func event(_ entry: CalendarEntry, _ line: Int?) -> CalendarEvent {
        let midnight = ClockTime(seconds: 0)
        var event = CalendarEvent(
            start: midnight, end: midnight, source: place(in: file, line: line), line: line)
        event.summary = tidied(entry.value("SUMMARY") ?? "")
        let linked = [
            "DESCRIPTION", "LOCATION", "URL", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL",
            "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK", "CONFERENCE", "X-ALT-DESC",
        ]
        event.text = linked.flatMap(entry.values).joined(separator: " ")
        event.organizer = entry.value("ORGANIZER").flatMap(address)
        event.attendees = entry.values("ATTENDEE").compactMap(address)
        return event
    }

    private func address(_ value: String) -> String? {
        let lower = value.lowercased()
        return emailAddress(
            lower.utf8.starts(with: "mailto:".utf8) ? String(lower.dropFirst(7)) : lower)
    }
}

/// Where the events of a calendar file begin, and the file without what is cut off at its end.
private struct CalendarOutline {
    private(set) var isCalendar = false
    private(set) var lines: [Int] = []
    /// The line of an event that the file ends in.
    private(set) var unclosed: Int?
    private(set) var whole: [UInt8]

    init(_ text: [UInt8]) {
        whole = text
        var (open, start, line, offset) = (0, 0, 0, 0)
        for raw in text.split(separator: .lineFeed, omittingEmptySubsequences: false) {
            line += 1
            defer { offset += raw.count + 1 }
            guard let first = raw.first, [UInt8(ascii: "b"), UInt8(ascii: "e")].contains(first | .caseBit) else {
                continue
            }
            switch String(decoding: raw.prefix(16), as: UTF8.self).uppercased().filter({
                !$0.isWhitespace
            }) {
            case "BEGIN:VCALENDAR": (isCalendar, open) = (true, open + 1)
            case "END:VCALENDAR": open -= 1
            case "BEGIN:VEVENT":
                if unclosed == nil { (unclosed, start) = (line, offset) }
                lines.append(line)
            case "END:VEVENT": unclosed = nil
            default: break
            }
        }
        if unclosed != nil {
            whole = Array(text.prefix(start))
            lines.removeAll { $0 >= unclosed ?? .max }
        }
        for _ in 0..<max(0, min(open, 20)) { whole += Array("\r\nEND:VCALENDAR\r\n".utf8) }
    }
}
