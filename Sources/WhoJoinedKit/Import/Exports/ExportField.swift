/// What a column of a platform's list holds that the program does not know. The raw values are the keys of
/// `[export.columns]`.
enum ExportField: String, Sendable, CaseIterable {
    case name, given, family, email, joined, left, duration, topic
    case meetingID = "meeting-id"
}
