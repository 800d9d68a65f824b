/// What the caller knows about an export that the file itself may not say.
struct ReadingHints: Sendable {
    var zone = SchoolZone.london
    /// `--date-order`: asked of a person, so it decides whatever the values themselves leave open.
    var commandLineOrder: DateDecision.Order?
    /// `[school] date-order`: the last resort.
    var settingsOrder: DateDecision.Order?
    /// What another export of the same organiser in the batch turned out to be by its values.
    var siblingOrder: DateDecision.Order?
    /// `--date`, for exports that hold clock times only.
    var date: Day?
    /// Days on which the timetable expects something: an ambiguous date that equals exactly one of them is decided.
    var expectedDays: Set<Day> = []
    /// `[export.columns]`: canonical field = the header of a platform that the program does not know.
    var columns: [String: String] = [:]
    /// Rows more than a day later are refused, if others of their meeting are not. `nil`: no row is too late.
    var now: Instant?
}
