/// A mark of the statutory register for half a day: read to excuse, never written.
struct AttendanceMark: Sendable {
    enum Half: String, Sendable { case am = "AM", pm = "PM" }
    var pupil: Pupil.Index
    var day: Day
    var half: Half
    var code: String
    /// Authorised and unable codes excuse the half day.
    var excuses: Bool
}
