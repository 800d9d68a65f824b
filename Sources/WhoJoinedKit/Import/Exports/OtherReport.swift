/// Files of the same programs that say something else than who was there, and where the right one is.
enum OtherReport: CaseIterable {
    case registration, poll, questions, meetings, chat, gradeBook, durations, calendar, answers

    /// The kind of a file that no format recognises.
    init?(_ head: [HeadRow]) {
        let found = OtherReport.allCases.first { kind in
            head.prefix(12).contains { kind.fits($0, isFirst: $0 === head.first) }
        }
        guard let found else { return nil }
        self = found
    }

    /// In another language: rows with a meeting's number, times and counts, or with an address and a single time.
    static func byShape(_ head: [HeadRow]) -> OtherReport? {
        guard let header = head.firstIndex(where: { $0.filled >= 3 }) else { return nil }
        let rows = head[(header + 1)...].filter { $0.filled >= 3 }
        if rows.isEmpty || head[header].texts.contains(where: isMoment) { return nil }
        func all(_ holds: (HeadRow) -> Bool) -> Bool { rows.allSatisfy(holds) }
        func moments(_ row: HeadRow) -> Int { row.texts.count(where: isMoment) }
        func numbers(_ row: HeadRow) -> Int { (0..<row.count).count { isMinutes(row, $0) } }
        if all({ moments($0) >= 1 && numbers($0) >= 2 && $0.texts.prefix(3).contains(where: Zoom.isMeetingID) }) {
            return .meetings
        }
        return all { moments($0) == 1 && $0.texts.contains { $0.utf8.contains(.at) } } ? .answers : nil
    }

    private func fits(_ row: HeadRow, isFirst: Bool) -> Bool {
        func has(_ names: String...) -> Bool { row.contains(anyOf: Set(names)) }
        func begins(_ words: String...) -> Bool {
            isFirst && row.filled <= 2 && words.contains { row.first.hasPrefix($0) }
        }
        return switch self {
        case .registration:
            begins("registration report", "registrants report", "registrant report")
                || has("registration time") && has("approval status", "email") && !has("join time")
        case .poll: begins("poll report", "polls report", "quiz report", "poll results") || has("submitted date/time")
        case .questions:
            begins("question report", "q&a report", "question & answer report", "q and a report", "survey report")
        case .meetings:
            has("topic") && has("meeting id", "id") && has("participants", "creation time")
                && !has("name (original name)") && row.filled >= 6
        case .chat: OtherReport.isChatLine(row)
        case .calendar: begins("begin:vcalendar")
        case .gradeBook:
            row.labels.count { $0.contains("points possible") || $0.contains("(real)") || $0 == "final grade" } > 0
        case .answers: false
        case .durations:
            row.filled >= 2 && row.filled <= 4
                && has("name", "full name", "participant", "participant name", "first name")
                && has("duration", "time in call", "total duration", "time", "duration (mm:ss)", "total time")
        }
    }

    /// `09:01:22	From Ada to Everyone: good morning`
    private static func isChatLine(_ row: HeadRow) -> Bool {
        let text = row.labels.joined(separator: " ")
        guard let first = text.utf8.first, first.isASCIIDigit else { return false }
        return text.contains(" from ") && (text.contains(" to everyone") || text.contains(" : "))
    }

    /// No list of pupils, whatever columns it has. A grade book is one of a kind.
    var isNeverRoster: Bool { self != .gradeBook && self != .durations && self != .answers }

    var what: String {
        switch self {
        case .registration: "a registration report: it says who signed up, not who came"
        case .poll: "a poll report: it says who answered a poll, not who was there"
        case .questions: "a report of questions and answers, not of who was there"
        case .meetings: "a list of meetings, not of the participants of one"
        case .chat: "a saved chat: it says who wrote something, not who was there"
        case .calendar: "a calendar: it says when lessons are, not who was there"
        case .gradeBook: "a grade book, not a participant export"
        case .answers:
            "a list with one time for each person, as of registrations or of a poll: it does not say who was there"
        case .durations:
            "a list of names and durations without times: it says neither when anybody joined nor when they left"
        }
    }

    var fix: String {
        switch self {
        case .registration, .poll, .questions, .answers:
            "export the participants instead: in Zoom under Reports, Usage, the number of participants of the meeting, Export; "
                + "of a webinar the attendee report"
        case .meetings:
            "in this list, click the number in the column Participants of the meeting, then Export"
        case .chat: "export the participants of the meeting from the platform"
        case .calendar: "put it beside school.toml"
        case .gradeBook: "export the participants of the meeting from the platform; this file belongs to neither folder"
        case .durations:
            "export the report with joining and leaving times; nobody is counted as absent or present by this file"
        }
    }
}

extension Problem {
    init?(otherReport head: [HeadRow], _ file: String) {
        guard let kind = OtherReport(head) else { return nil }
        self.init(kind, head, file)
    }

    /// The same where only the shape of the rows tells.
    init?(shapeOf head: [HeadRow], _ file: String) {
        guard let kind = OtherReport.byShape(head) else { return nil }
        self.init(kind, head, file)
    }

    private init(_ kind: OtherReport, _ head: [HeadRow], _ file: String) {
        self.init(file, line: head.first?.line, code: "other-report", "this is \(kind.what)", fix: kind.fix)
    }
}
