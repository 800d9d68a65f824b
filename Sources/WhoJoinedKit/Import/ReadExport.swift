import DelimitedText

/// What the caller knows about an export that the file itself may not say.
struct ReadingHints: Sendable {
    var zone = SchoolZone.london
    /// `--date-order`, or `[school] date-order` where the export cannot decide it itself.
    var commandLineOrder: DateDecision.Order?
    var settingsOrder: DateDecision.Order?
    /// `--date`, for exports that hold clock times only.
    var date: Day?
    /// Days on which the timetable expects something: an ambiguous date that equals exactly one of them is decided.
    var expectedDays: Set<Day> = []
}

/// Reads one export of any platform.
///
/// - Parameters:
///   - bytes: the file as it is.
///   - file: what reports and messages call it.
/// - Throws: the problems that make the whole file unusable. Rows that are unusable stand in `MeetingExport.problems`.
func readExport(_ bytes: [UInt8], file: String, hints: ReadingHints) throws(ImportRefusal) -> MeetingExport {
    throw ImportRefusal(problems: [Problem(file, code: "not-written", "exports cannot be read yet", fix: "wait")])
}

/// A file that cannot be used at all, with everything that is wrong with it.
struct ImportRefusal: Error, Sendable {
    /// The code for `inspect`'s `error.code`: the first problem's.
    var problems: [Problem]
}
