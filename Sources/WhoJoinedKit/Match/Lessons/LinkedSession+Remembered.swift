extension [LinkedSession] {
    /// Takes the sessions of remembered exports where there is no newer export of the same session.
    mutating func fill(from remembered: [LinkedSession]) {
        for session in remembered {
            if let same = firstIndex(where: { $0.key == session.key }) {
                if self[same].exports.isEmpty { self[same] = session }
            } else if !contains(where: { !$0.exports.isEmpty && $0.isSameMeeting(as: session) }) {
                append(session)
            }
        }
        sort { ($0.start, $0.classText, $0.key) < ($1.start, $1.classText, $1.key) }
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
