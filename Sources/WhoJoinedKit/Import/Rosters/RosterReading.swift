/// What the reader of a roster is told beside its files.
struct RosterReading: Sendable {
    /// The day for which "current", "left" and "future" are said; `nil` leaves it to who asks.
    var asOf: Day?
    /// `[roster.columns]`: canonical field = the school's own header.
    var columns: [String: String] = [:]
    /// The school's `date-order`, where the dates of a list do not tell.
    var isMonthFirst = false
    /// For `inspect`: everything sorted, with notices.
    var isCanonical = true
}

/// Reads the files of one roster: one CSV, or all of a folder or an archive.
func readRosterDocument(_ files: [RosterFile], _ reading: RosterReading) throws(RosterRefusal) -> RosterDocument {
    if files.isEmpty {
        throw RosterRefusal(
            code: .notText,
            problem: Problem(
                "roster", code: "not-text", "there is no table in it",
                fix: "save the list as CSV, or name an MIS export"))
    }
    guard let layout = rosterLayouts.first(where: { $0.recognises(files) }) else {
        throw noHeader(files.first?.name ?? "roster", line: 1)
    }
    var document = try layout.read(files, reading)
    if document.kind != "flat" { document.dropRepeatedPupils() }
    if reading.isCanonical { document.finish() } else { document.pupils.sort { $0.pupil.key < $1.pupil.key } }
    return document
}
