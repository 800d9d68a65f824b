/// What somebody wrote where a meeting ID belongs.
enum WrittenMeetingID: Equatable, Sendable {
    case none
    /// In its one spelling; of a link, what it leads to.
    case id(String)
    /// `8.11E+10`: the digits are lost.
    case rounded
    /// A link by a name of its own, which no export tells.
    case linkWithoutID

    init(_ text: String) {
        let digits = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
        if text.isEmpty {
            self = .none
        } else if WrittenMeetingID.isRounded(text) {
            self = .rounded
        } else if let id = callLink(text)?.id {
            self = .id(meetingID(spelt: id))
        } else if ["://", "zoom.us/", "teams.microsoft.com", "meet.google.com"].contains(where: {
            text.lowercased().utf8.containsText($0)
        }) {
            self = .linkWithoutID
        } else {
            self = .id(meetingID(spelt: digits))
        }
    }

    private static func isRounded(_ text: String) -> Bool {
        isShortened(text)
            && text.utf8.allSatisfy { byte in
                byte.isASCIIDigit || [.fullStop, .comma, .plus].contains(byte) || byte.loweredASCII == UInt8(ascii: "e")
            }
    }

    var id: String? { if case .id(let text) = self { text } else { nil } }

    /// What is wrong with it, and what mends it.
    struct Fault: Sendable {
        let code: String
        let what: String
        let fix: String

        func problem(in file: String, line: Int) -> Problem {
            Problem(file, line: line, code: code, what, fix: fix, severity: .warning)
        }
    }

    var fault: Fault? {
        switch self {
        case .rounded:
            Fault(
                code: "rounded-id", what: "a spreadsheet has rounded this meeting ID, so no export fits it",
                fix: "format the column as text and enter the ID again")
        case .linkWithoutID:
            Fault(
                code: "no-meeting-id",
                what: "this link holds no meeting ID, so exports are told by host, class and time",
                fix: "enter the meeting's number or code")
        case .none, .id: nil
        }
    }
}
