/// Reads the events of an ICS file (RFC 5545) as Google Calendar and Microsoft 365 write it.
///
/// Weekly and daily repeats are laid out as dates, at most six years of them; exceptions and moved occurrences are
/// honoured.
struct ICalendarReader {
    private(set) var events: [CalendarEvent] = []
    private(set) var problems: [Problem] = []
    private let file: String
    private let zone: SchoolZone

    private struct Property {
        var name: String
        var parameters: [String: String]
        var value: String
    }

    private struct Entry {
        var properties: [Property] = []
        var line: Int
        func first(_ name: String) -> Property? { properties.first { $0.name == name } }
        func all(_ name: String) -> [Property] { properties.filter { $0.name == name } }
    }

    init(_ bytes: [UInt8], file: String, zone: SchoolZone) {
        self.file = file
        self.zone = zone
        read(String(decoding: bytes, as: UTF8.self))
    }

    private mutating func read(_ text: String) {
        var entries: [Entry] = []
        var current: Entry?
        var depth = 0
        for (line, content) in unfolded(text) {
            let upper = content.uppercased()
            if upper == "BEGIN:VEVENT" {
                current = Entry(line: line)
            } else if upper == "END:VEVENT" {
                if let current { entries.append(current) }
                current = nil
            } else if current != nil {
                // An alarm inside an event has a description and times of its own.
                if upper.utf8.starts(with: "BEGIN:".utf8) { depth += 1 }
                if depth == 0, let property = property(content) { current?.properties.append(property) }
                if upper.utf8.starts(with: "END:".utf8) { depth = max(0, depth - 1) }
            }
        }
        if let current {
            problems.append(
                Problem(
                    file, line: current.line, code: "cut-short", "the calendar ends within this event",
                    fix: "export the calendar again"))
        }
        let moved = movedDays(entries)
        for entry in entries { if let event = event(entry, moved: moved) { events.append(event) } }
    }

    /// Logical lines with the physical line where each begins: a line that starts with a blank goes on with the one
    /// above.
    private func unfolded(_ text: String) -> [(line: Int, content: String)] {
        var found: [(line: Int, content: String)] = []
        let normal = text.utf8.split(separator: .lineFeed, omittingEmptySubsequences: false)
        for (i, raw) in normal.enumerated() {
            var line = raw
            if line.last == .carriageReturn { line = line.dropLast() }
            guard let first = line.first else { continue }
            if first == .space || first == .tab, !found.isEmpty {
                found[found.count - 1].content += String(decoding: line.dropFirst(), as: UTF8.self)
            } else {
                found.append((i + 1, String(decoding: line, as: UTF8.self)))
            }
        }
        return found
    }

    private func property(_ line: String) -> Property? {
        var isQuoted = false
        var colon: String.UTF8View.Index?
        for index in line.utf8.indices {
            if line.utf8[index] == .quotationMark { isQuoted.toggle() }
            if line.utf8[index] == .colon, !isQuoted {
                colon = index
                break
            }
        }
        guard let colon else { return nil }
        let parts = line[..<colon].split(separator: ";")
        guard let name = parts.first else { return nil }
        var parameters: [String: String] = [:]
        for part in parts.dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1)
            if pair.count == 2 { parameters[pair[0].uppercased()] = String(pair[1]).trimmingQuotes }
        }
        return Property(
            name: name.uppercased(), parameters: parameters,
            value: unescaped(String(line[line.utf8.index(after: colon)...])))
    }

    private func unescaped(_ text: String) -> String {
        guard text.utf8.contains(.backslash) else { return text }
        var bytes: [UInt8] = []
        var isEscaped = false
        for byte in text.utf8 {
            if isEscaped {
                bytes.append(byte.loweredASCII == UInt8(ascii: "n") ? .space : byte)
                isEscaped = false
            } else if byte == .backslash {
                isEscaped = true
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    // MARK: Times

    /// `20261116T090000`, with `Z` or `TZID`, as the school's clock shows it; `nil` for whole days.
    private func wallTime(_ property: Property?) -> WallTime? {
        guard let property else { return nil }
        let value = Array(property.value.utf8)
        guard value.count >= 15, value[8] == UInt8(ascii: "T"), let day = day(property.value),
            let hour = Int(String(decoding: value[9..<11], as: UTF8.self)),
            let minute = Int(String(decoding: value[11..<13], as: UTF8.self)),
            let time = ClockTime(hour: hour, minute: minute)
        else { return nil }
        let wall = WallTime(day: day, time: time)
        if value.last == .capitalZ { return zone.wallTime(of: Instant(seconds: wall.civilSeconds)) }
        guard let name = property.parameters["TZID"], name != zone.identifier,
            !name.utf8.starts(with: "GMT Standard Time".utf8), let other = SchoolZone.named(name)
        else {
            return wall
        }
        return zone.wallTime(of: other.instant(of: wall))
    }

    private func day(_ text: String) -> Day? {
        let value = Array(text.utf8)
        guard value.count >= 8, let year = Int(String(decoding: value[0..<4], as: UTF8.self)),
            let month = Int(String(decoding: value[4..<6], as: UTF8.self)),
            let day = Int(String(decoding: value[6..<8], as: UTF8.self))
        else { return nil }
        return Day(year: year, month: month, day: day)
    }

    /// `PT1H30M` in seconds.
    private func seconds(_ duration: String) -> Int? {
        var (total, number) = (0, 0)
        for byte in duration.utf8 {
            switch byte {
            case .digitZero ... .digitNine: number = min(number * 10 + Int(byte - .digitZero), 1_000_000)
            case UInt8(ascii: "H"): (total, number) = (total + number * 3600, 0)
            case UInt8(ascii: "M"): (total, number) = (total + number * 60, 0)
            case UInt8(ascii: "S"): (total, number) = (total + number, 0)
            default: break
            }
        }
        return total > 0 ? total : nil
    }

    // MARK: Events

    /// Occurrences that stand as entries of their own, by the series' UID.
    private func movedDays(_ entries: [Entry]) -> [String: Set<Day>] {
        var moved: [String: Set<Day>] = [:]
        for entry in entries {
            guard let uid = entry.first("UID")?.value, let original = entry.first("RECURRENCE-ID"),
                let day = wallTime(original)?.day ?? day(original.value)
            else { continue }
            moved[uid, default: []].insert(day)
        }
        return moved
    }

    private mutating func event(_ entry: Entry, moved: [String: Set<Day>]) -> CalendarEvent? {
        if entry.first("STATUS")?.value.uppercased() == "CANCELLED" { return nil }
        guard let start = wallTime(entry.first("DTSTART")) else {
            let isWholeDay = entry.first("DTSTART").map { $0.value.utf8.count == 8 && day($0.value) != nil } ?? false
            if !isWholeDay {
                problems.append(
                    Problem(
                        file, line: entry.line, code: "bad-event", "this event has no start, or none that can be read",
                        fix: "export the calendar again"))
            }
            return nil  // a whole day is no session
        }
        let length = entry.first("DURATION").flatMap { seconds($0.value) }
        let end = wallTime(entry.first("DTEND")) ?? length.map { WallTime(civilSeconds: start.civilSeconds + $0) }
        guard let end, start < end, end.day == start.day else { return nil }
        var event = CalendarEvent(start: start.time, end: end.time, source: "\(file):\(entry.line)")
        event.summary = tidied(entry.first("SUMMARY")?.value ?? "")
        let linked = [
            "DESCRIPTION", "LOCATION", "URL", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL", "X-ALT-DESC",
        ]
        event.text = linked.compactMap { entry.first($0)?.value }.joined(separator: " ")
        event.organizer = entry.first("ORGANIZER").flatMap { address($0.value) }
        event.attendees = entry.all("ATTENDEE").compactMap { address($0.value) }
        event.days = days(entry, from: start.day)
        let isMoved = entry.first("RECURRENCE-ID") != nil
        if !isMoved, let gone = entry.first("UID").flatMap({ moved[$0.value] }) {
            event.days.removeAll { gone.contains($0) }
        }
        return event
    }

    private func address(_ value: String) -> String? {
        let lower = value.lowercased()
        return emailAddress(lower.utf8.starts(with: "mailto:".utf8) ? String(lower.dropFirst(7)) : lower)
    }

    private mutating func days(_ entry: Entry, from first: Day) -> [Day] {
        var days = [first]
        if let rule = entry.first("RRULE") {
            var parts: [String: String] = [:]
            for part in rule.value.split(separator: ";") {
                let pair = part.split(separator: "=", maxSplits: 1)
                if pair.count == 2 { parts[pair[0].uppercased()] = pair[1].uppercased() }
            }
            if let all = occurrences(parts, from: first) {
                days = all
            } else {
                problems.append(
                    Problem(
                        file, line: entry.line, code: "bad-repeat",
                        "this event repeats in a way that is not read; only its first date is used",
                        fix: "repeat it weekly, or put the dates into timetable.csv",
                        severity: .warning))
            }
        }
        for extra in entry.all("RDATE") { days += extra.value.split(separator: ",").compactMap { day(String($0)) } }
        let except = Set(
            entry.all("EXDATE").flatMap { property in
                property.value.split(separator: ",").compactMap { wallDay(String($0), property) }
            })
        return Set(days).subtracting(except).sorted()
    }

    private func wallDay(_ value: String, _ property: Property) -> Day? {
        wallTime(Property(name: "", parameters: property.parameters, value: value))?.day ?? day(value)
    }

    /// - Returns: `nil` for repeats other than daily and weekly ones.
    private func occurrences(_ rule: [String: String], from first: Day) -> [Day]? {
        let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
        let named = (rule["BYDAY"] ?? "").split(separator: ",").compactMap {
            names.firstIndex(of: String($0.suffix(2))).map { $0 + 1 }
        }
        guard let interval = Int(rule["INTERVAL"] ?? "1"), interval > 0, rule["BYMONTH"] == nil,
            rule["BYSETPOS"] == nil, let frequency = rule["FREQ"],
            frequency == "WEEKLY" || frequency == "DAILY"
        else { return nil }
        let count = rule["COUNT"].flatMap { Int($0) } ?? .max
        let until = rule["UNTIL"].flatMap { wallDay($0, Property(name: "", parameters: [:], value: $0)) }
        let last = min(until ?? first + 6 * 366, first + 6 * 366)
        let weekdays = Set(frequency == "WEEKLY" && named.isEmpty ? [first.weekday] : named)
        var found: [Day] = []
        var day = first
        while day <= last, found.count < count {
            let steps =
                frequency == "WEEKLY"
                ? (day.week.monday.number - first.week.monday.number) / 7 : day.number - first.number
            if steps % interval == 0, weekdays.isEmpty || weekdays.contains(day.weekday) { found.append(day) }
            day = day + 1
        }
        return found
    }
}

extension String {
    fileprivate var trimmingQuotes: String {
        utf8.first == .quotationMark && utf8.last == .quotationMark && utf8.count >= 2
            ? String(decoding: utf8.dropFirst().dropLast(), as: UTF8.self) : self
    }
}
