/// The sessions of the report's week (expected ones without an export too) and those of other weeks.
struct FoundSessions: Sendable {
    var ofWeek: [LinkedSession] = []
    var ofOtherWeeks: [LinkedSession] = []
    /// Meetings that could be put on no day at all.
    var problems: [Problem] = []
}

extension FoundSessions {
    /// Takes the week's sessions of remembered exports where there is no newer export of the same session.
    mutating func fill(from remembered: FoundSessions) {
        for session in remembered.ofWeek where !session.exports.isEmpty {
            if let same = ofWeek.firstIndex(where: { $0.key == session.key }) {
                if ofWeek[same].exports.isEmpty { ofWeek[same] = session }
            } else if !ofWeek.contains(where: { !$0.exports.isEmpty && $0.isSameMeeting(as: session) }) {
                ofWeek.append(session)
            }
        }
        ofWeek.sort { ($0.start, $0.classText, $0.key) < ($1.start, $1.classText, $1.key) }
    }
}

extension LinkedSession {
    /// At the same time, of the same class or under the same meeting ID: a corrected export of an unscheduled session.
    fileprivate func isSameMeeting(as other: LinkedSession) -> Bool {
        let isNamed =
            !classText.isEmpty && classText == other.classText || meetingID != nil && meetingID == other.meetingID
        return isNamed && Interval(start, end).overlaps(Interval(other.start, other.end))
    }
}
