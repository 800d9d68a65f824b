enum SessionKind: String, Sendable, CaseIterable {
    case lesson, intervention, assembly
    case oneToOne = "one-to-one"
    /// Calls about one pupil's welfare, or a concern: one-to-ones of a kind of their own.
    case welfare, safeguarding
    case parentMeeting = "parent-meeting"
    case staffMeeting = "staff-meeting"

    /// The kinds that pupils are expected in, with all rules.
    var isForPupils: Bool { self != .parentMeeting && self != .staffMeeting }
    /// One pupil is meant, whose call somebody has approved.
    var isOneToOne: Bool { self == .oneToOne || self == .welfare || self == .safeguarding }
}

/// One expected session of one day: a line of the timetable (or calendar) laid on a date.
struct Lesson: Sendable {
    /// Compared without spaces, dashes and case: `meetingKey(_:)`.
    var meetingID: String?
    /// As written; `4B;4C` for two classes together.
    var classText: String
    var classes: [ClassCode]
    var subject: String
    var kind: SessionKind
    var day: Day
    var start: Instant
    var end: Instant
    /// Cells as written (code, e-mail or name); resolved against the staff list by `Match`.
    var leadStaff: String
    var secondStaff: String
    var platform: Platform?
    /// Where it stands, for messages: `timetable.csv:12`.
    var source: String

    var interval: Interval { Interval(start, end) }
}

/// The school's expected sessions: weekly rows and dated rows. `lessons(on:)` lays them on a day.
struct Timetable: Sendable {
    struct Row: Sendable {
        enum Time: Sendable, Hashable { case weekday(Int), date(Day) }
        var meetingID: String?
        var classText: String
        var subject: String
        var kind: SessionKind
        var time: Time
        var start: ClockTime
        var end: ClockTime
        var leadStaff: String
        var secondStaff: String
        var platform: Platform?
        var source: String
    }

    var rows: [Row] = []
    /// True when the school has a timetable at all; without one every export is a session of its own.
    var exists = false
}

/// A meeting ID in its one spelling: Meet's code as `abc-defg-hij`, a number as its digits; else as written.
func meetingID(spelt text: String) -> String {
    let plain = Array(meetingKey(text).utf8)
    func part(_ range: Range<Int>) -> String { String(decoding: plain[range], as: UTF8.self) }
    if plain.count == 10, plain.allSatisfy(\.isASCIISmallLetter) {
        return [part(0..<3), part(3..<7), part(7..<10)].joined(separator: "-")
    }
    return plain.count >= 9 && plain.allSatisfy(\.isASCIIDigit) ? part(0..<plain.count) : text
}

/// IDs are compared without spaces, dashes and case.
func meetingKey(_ id: String) -> String {
    String(decoding: id.utf8.filter { $0 != .space && $0 != .hyphen }, as: UTF8.self).lowercased()
}
