@testable import WhoJoinedKit

/// An export given as text, read as if it were a file.
func readText(_ text: String, file: String = "export.csv", _ hints: ReadingHints = ReadingHints()) throws(ImportRefusal)
    -> MeetingExport
{
    try readExport(Array(text.utf8), file: file, hints: hints)
}

/// The same as Teams saves it: UTF-16 with a byte order mark.
func readUTF16(_ text: String, isBig: Bool = false, _ hints: ReadingHints = ReadingHints()) throws(ImportRefusal)
    -> MeetingExport
{
    let units = [0xFEFF] + Array(text.utf16)
    let bytes = units.flatMap { isBig ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)] }
    return try readExport(bytes, file: "export.csv", hints: hints)
}

extension ReadingHints {
    init(order: DateDecision.Order? = nil, date: String? = nil, expected: [String] = []) {
        self.init()
        commandLineOrder = order
        self.date = date.flatMap(Day.init(iso:))
        expectedDays = Set(expected.compactMap(Day.init(iso:)))
    }
}

extension MeetingExport {
    /// One line per stay, in the order of the file: `Ann (Old) <a@b.example> 2021-04-23 09:00:00-09:10:00 600s
    /// external`.
    var lines: [String] {
        var lines: [(Int, String)] = []
        for meeting in meetings {
            for person in meeting.participants {
                for stay in person.stays { lines.append((stay.line, stay.text(of: person))) }
            }
        }
        return lines.sorted { $0.0 < $1.0 }.map(\.1)
    }

    var problemCodes: [String] { problems.filter { $0.severity != .note }.map { "\($0.code):\($0.line ?? 0)" } }
}

extension Stay {
    fileprivate func text(of person: Participant) -> String {
        let zone = SchoolZone.london
        func clock(_ moment: Instant?) -> String { moment.map { zone.time(of: $0).full } ?? "?" }
        var words = [person.displayName.text]
        if let original = person.originalName { words.append("(\(original.text))") }
        if let email = person.email { words.append("<\(email)>") }
        if let day = joined ?? left { words.append(zone.day(of: day).iso) }
        words.append("\(clock(joined))-\(clock(left))")
        words.append(shownSeconds.map { "\($0)s" } ?? "?s")
        if let isExternal { words.append(isExternal ? "external" : "internal") }
        if let isWaitingRoom { words.append(isWaitingRoom ? "waiting" : "admitted") }
        if camera != .unknown { words.append("camera-\(camera.rawValue)") }
        if person.isPhone { words.append("phone") }
        if let role { words.append(role.rawValue) }
        if hasConsented { words.append("consent") }
        if isJoinApproximate { words.append("or-earlier") }
        return words.joined(separator: " ")
    }
}
