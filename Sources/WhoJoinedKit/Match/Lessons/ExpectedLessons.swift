import Synchronization

/// The timetable laid on single days, each day made once when it is first asked for.
final class ExpectedLessons: Sendable {
    /// The lessons of one day and the ways in which an export may lead to them; all indices into `lessons`.
    struct Plan: Sendable {
        var lessons: [Lesson] = []
        var byMeeting: [String: [Int]] = [:]
        var byClass: [String: [Int]] = [:]
        /// Lead and second staff by their e-mail, lower case.
        var byHost: [String: [Int]] = [:]
    }

    /// A lesson by its day and its position in that day's plan.
    struct Slot: Hashable, Comparable, Sendable {
        var day: Day
        var index: Int
        static func < (a: Slot, b: Slot) -> Bool { (a.day, a.index) < (b.day, b.index) }
    }

    private let rows: [Timetable.Row]
    private let settings: SchoolSettings
    private let hosts: [[String]]
    private let weekly: [[Int]]
    private let dated: [Day: [Int]]
    private let plans = Mutex<[Day: Plan]>([:])
    /// Of each row: what it says of the lesson, the same for rows that are one lesson.
    private let meanings: [String]
    /// The classes of the rows that have this meeting ID, as written, each once.
    let classesByMeeting: [String: [String]]

    init(_ school: School, matcher: Matcher) {
        rows = school.timetable.rows
        settings = school.settings
        var emails: [String: String] = [:]
        func email(_ cell: String) -> String? {
            if cell.isEmpty { return nil }
            if let known = emails[cell] { return known.isEmpty ? nil : known }
            let found =
                matcher.staff(named: cell).flatMap { school.roster.staff[$0].email }
                ?? (cell.utf8.contains(.at) ? cell : "")
            emails[cell] = found.lowercased()
            return found.isEmpty ? nil : found.lowercased()
        }
        meanings = rows.map { row in
            let id = row.meetingID.map(meetingKey) ?? ""
            let classes = classCodes(in: row.classText).map(\.key).sorted().joined(separator: ";")
            // One number at one time is one call, though each of its classes has a row of its own.
            return [
                id, id.isEmpty ? classes : "", row.kind.rawValue, row.start.full, row.end.full,
                id.isEmpty ? Cells.folded(row.subject) : "",
            ].joined(separator: "\n")
        }
        hosts = rows.map { row in [row.leadStaff, row.secondStaff].compactMap(email) }
        var (weekly, dated, classesByMeeting) = (
            Array(repeating: [Int](), count: 8), [Day: [Int]](), [String: [String]]()
        )
        for (i, row) in rows.enumerated() {
            switch row.time {
            case .weekday(let number): if (1...7).contains(number) { weekly[number].append(i) }
            case .date(let day): dated[day, default: []].append(i)
            }
            if let id = row.meetingID.map(meetingKey), !id.isEmpty,
                !classesByMeeting[id, default: []].contains(row.classText)
            {
                classesByMeeting[id, default: []].append(row.classText)
            }
        }
        (self.weekly, self.dated, self.classesByMeeting) = (weekly, dated, classesByMeeting)
    }

    /// The lesson of these classes, or of these hosts, that begins nearest; within three days.
    func nearest(to start: Instant, on day: Day, classes: [ClassCode], hosts: [String]) -> Lesson? {
        let plans = (-3...3).map { plan(of: day + $0) }
        func lessons(_ positions: (Plan) -> [Int]) -> [Lesson] {
            plans.flatMap { plan in positions(plan).map { plan.lessons[$0] } }
        }
        let ofClasses = lessons { plan in classes.flatMap { plan.byClass[$0.key] ?? [] } }
        let found = ofClasses.isEmpty ? lessons { plan in hosts.flatMap { plan.byHost[$0] ?? [] } } : ofClasses
        return found.min { abs($0.start - start) < abs($1.start - start) }
    }

    func knows(meeting id: String) -> Bool { classesByMeeting[id] != nil }

    /// Weekly rows do not happen on days off; a row with a date does.
    func plan(of day: Day) -> Plan {
        if let known = plans.withLock({ $0[day] }) { return known }
        let rows = ((settings.isDayOff(day) ? [] : weekly[day.weekday]) + (dated[day] ?? [])).sorted()
        let plan = plan(of: united(rows), on: day)
        plans.withLock { $0[day] = plan }
        return plan
    }

    /// The rows of each lesson: a row that stands twice, or once for each teacher, is one lesson.
    private func united(_ rows: [Int]) -> [[Int]] {
        var positions: [String: Int] = [:]
        var lessons: [[Int]] = []
        for row in rows {
            if let position = positions[meanings[row]] {
                lessons[position].append(row)
            } else {
                positions[meanings[row]] = lessons.count
                lessons.append([row])
            }
        }
        return lessons
    }

    /// - Parameter indices: of the rows of each lesson.
    private func plan(of indices: [[Int]], on day: Day) -> Plan {
        var plan = Plan()
        for (position, rows) in indices.enumerated() {
            let lesson = lesson(rows, on: day)
            plan.lessons.append(lesson)
            if let id = lesson.meetingID.map(meetingKey), !id.isEmpty {
                plan.byMeeting[id, default: []].append(position)
            }
            for code in lesson.classes { plan.byClass[code.key, default: []].append(position) }
            for host in Set(rows.flatMap { hosts[$0] }) { plan.byHost[host, default: []].append(position) }
        }
        return plan
    }

    private func lesson(_ indices: [Int], on day: Day) -> Lesson {
        let row = rows[indices[0]]
        var (lead, second) = (row.leadStaff, row.secondStaff)
        for name in indices.dropFirst().flatMap({ [rows[$0].leadStaff, rows[$0].secondStaff] }) where name != lead {
            if lead.isEmpty { lead = name } else if second.isEmpty { second = name }
        }
        var classes: [ClassCode] = []
        for code in indices.flatMap({ classCodes(in: rows[$0].classText) })
        where !classes.contains(where: { $0.key == code.key }) {
            classes.append(code)
        }
        let classText = indices.count == 1 ? row.classText : classes.map(\.text).joined(separator: ";")
        return Lesson(
            meetingID: row.meetingID, classText: classText, classes: classes,
            subject: row.subject, kind: row.kind, day: day, start: settings.zone.instant(of: day, row.start),
            end: settings.zone.instant(of: row.end < row.start ? day + 1 : day, row.end), leadStaff: lead,
            secondStaff: second,
            platform: row.platform, source: row.source)
    }
}
