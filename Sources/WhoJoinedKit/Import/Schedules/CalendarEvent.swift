/// One event of a calendar, whatever file it came from: a session if there is a way into a call in it.
struct CalendarEvent: Sendable {
    var summary = ""
    /// Description, location and links together: where the meeting's id stands.
    var text = ""
    var organizer: String?
    var attendees: [String] = []
    var days: [Day] = []
    var start: ClockTime
    var end: ClockTime
    var source: String
    /// The line where it begins; `nil` in a table.
    var line: Int?

    var call: (platform: Platform, id: String?)? { callLink(text) ?? callLink(summary) }

    /// The sessions this event says are expected; none when it has no link or number of a call.
    func rows(for school: CalendarReading) -> [Timetable.Row] {
        guard let call else { return [] }
        let classes = school.classes(in: summary)
        let kind = kind(hasClass: !classes.isEmpty, school)
        let staff = attendees.filter { $0 != organizer && school.isStaff($0) }
        return days.map { day in
            Timetable.Row(
                meetingID: call.id, classText: classes.joined(separator: ";"), subject: summary, kind: kind,
                time: .date(day), start: start, end: end,
                leadStaff: organizer ?? "", secondStaff: staff.first ?? "", platform: call.platform,
                source: source)
        }
    }

    /// From the words of the subject; without any, a class makes a lesson, staff alone a staff meeting, and guests a
    /// parent meeting.
    private func kind(hasClass: Bool, _ school: CalendarReading) -> SessionKind {
        let words = Set(Header(summary).words)
        func has(_ some: String...) -> Bool { !words.isDisjoint(with: some) }
        if has(
            "parent", "parents", "carer", "carers", "consultation", "consultations", "family", "families")
        {
            return .parentMeeting
        }
        if has("staff", "briefing", "inset", "slt", "governors", "governor", "department", "cpd") {
            return .staffMeeting
        }
        if has("assembly") { return .assembly }
        if has("intervention", "booster") { return .intervention }
        if summary.lowercased().utf8.containsText("one-to-one")
            || summary.lowercased().utf8.containsText("one to one")
            || summary.utf8.containsText("1:1")
            || summary.utf8.containsText("1-1")
        {
            return .oneToOne
        }
        if hasClass { return .lesson }
        return !attendees.isEmpty && attendees.allSatisfy(school.isStaff)
            ? .staffMeeting : .parentMeeting
    }
}

/// What a calendar is read with.
struct CalendarReading: Sendable {
    var zone: SchoolZone
    private let classNames: [(words: [String], name: String)]
    private let staffEmails: Set<String>
    private let settings: SchoolSettings

    init(_ roster: Roster, _ settings: SchoolSettings) {
        zone = settings.zone
        self.settings = settings
        classNames = roster.classes.map { (Header($0.code.text).words, $0.code.text) }.sorted {
            ($1.words.count, $0.name) < ($0.words.count, $1.name)
        }
        staffEmails = Set(roster.staff.compactMap(\.email))
    }

    func isStaff(_ email: String) -> Bool { staffEmails.contains(email) }

    /// The roster's classes that a subject names as whole words, longest names first: `6 Ash` before `6`.
    func classes(in summary: String) -> [String] {
        var words = Header(summary).words
        var found: [String] = []
        for (sought, name) in classNames
        where !sought.isEmpty && sought.joined().utf8.count > 1 && words.count >= sought.count {
            for start in 0...(words.count - sought.count)
            where Array(words[start..<start + sought.count]) == sought {
                found.append(name)
                for i in start..<start + sought.count { words[i] = "" }
                break
            }
        }
        return found.sorted()
    }
}

/// The platform and the id of the call that a text leads to: a link, also within that of a mail filter, or a meeting
/// number that is called one.
func callLink(_ text: String) -> (platform: Platform, id: String?)? {
    if let found = plainCallLink(text) { return found }
    // Twice: a link that went through two filters.
    let once = withoutPercents(text)
    return plainCallLink(once) ?? plainCallLink(withoutPercents(once))
        ?? plainCallLink(withoutProofpoint(text))
}

/// `https%3A%2F%2Fzoom.us` is `https://zoom.us`.
private func withoutPercents(_ text: String) -> String { decodingHex(text, behind: .percent) }

/// Proofpoint writes `https-3A__zoom.us_j_812`.
private func withoutProofpoint(_ text: String) -> String {
    guard text.lowercased().utf8.containsText("urldefense") else { return "" }
    let slashed = String(decoding: text.utf8.map { $0 == .underscore ? .slash : $0 }, as: UTF8.self)
    return decodingHex(slashed, behind: .hyphen)
}

private func decodingHex(_ text: String, behind sign: UInt8) -> String {
    var (bytes, rest) = ([UInt8](), Array(text.utf8)[...])
    while let byte = rest.popFirst() {
        let digits = String(decoding: rest.prefix(2), as: UTF8.self)
        if byte == sign, digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
            bytes.append(value)
            rest = rest.dropFirst(2)
        } else {
            bytes.append(byte)
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}

private func plainCallLink(_ text: String) -> (platform: Platform, id: String?)? {
    let bytes = Array(text.lowercased().utf8)
    func after(_ sign: String) -> ArraySlice<UInt8>? {
        let sought = Array(sign.utf8)
        guard bytes.count >= sought.count else { return nil }
        for start in 0...(bytes.count - sought.count)
        where bytes[start] == sought[0] && bytes[start...].starts(with: sought) {
            return bytes[(start + sought.count)...]
        }
        return nil
    }
    func isDigit(_ byte: UInt8) -> Bool { byte.isASCIIDigit }
    for path in ["zoom.us/j/", "zoom.us/s/", "zoom.us/w/", "zoom.us/wc/join/", "zoom.us/wc/"] {
        if let id = after(path)?.prefix(while: isDigit), !id.isEmpty {
            return (.zoom, String(decoding: id, as: UTF8.self))
        }
    }
    if after("meet.google.com/lookup/") != nil { return (.meet, nil) }
    if let id = after("meet.google.com/")?.prefix(while: { $0.isASCIISmallLetter || $0 == .hyphen }),
        !id.isEmpty
    {
        return (.meet, String(decoding: id, as: UTF8.self))
    }
    for path in ["teams.microsoft.com/meet/", "teams.live.com/meet/"] {
        if let id = after(path)?.prefix(while: isDigit), !id.isEmpty {
            return (.teams, String(decoding: id, as: UTF8.self))
        }
    }
    let blanks: [UInt8] = [.space, .tab, .colon, .hyphen]
    let number = after("meeting id").map { rest in
        String(
            decoding: rest.drop { blanks.contains($0) }.prefix {
                isDigit($0) || $0 == .space || $0 == .hyphen
            }.filter(
                isDigit), as: UTF8.self)
    }
    if ["teams.microsoft.com/", "teams.live.com/", "microsoft teams"].contains(where: {
        after($0) != nil
    }) {
        return (.teams, number?.orNil)
    }
    if let number, (9...12).contains(number.utf8.count), after("zoom") != nil {
        return (.zoom, number)
    }
    return nil
}
